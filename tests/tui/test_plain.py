"""Foreign text on its way to the screen."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from briefer.tui.plain import ControlFilter, bar, clip, plain, wrap

TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


@given(TEXT)
def test_nothing_that_steers_a_terminal_passes_the_last_guard(text: str) -> None:
    (segment,) = ControlFilter().apply([Segment(text)], Color(0, 0, 0))
    assert len(segment.text) == len(text)
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in segment.text)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(segment.text)


@given(TEXT)
def test_foreign_text_is_never_read_as_markup(text: str) -> None:
    assert plain(f"[bold]{text}[/]").spans == []


@given(st.text("ab \u4e2d\u0301", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@given(st.text("ab \u4e2d", max_size=60), st.integers(3, 20))
def test_a_clipped_line_fits(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width


def test_a_bar_grows_with_its_share_and_is_never_empty_for_something() -> None:
    assert bar(0, 4) == "    "
    assert bar(0.0001, 4) == "▏   "
    assert bar(0.5, 4) == "██  "
    assert bar(1, 4) == "████"
