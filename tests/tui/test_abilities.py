"""Terminals that can show more or less than others, each played through a real pseudo-terminal."""

import re
from pathlib import Path

import pytest

from tests.tui.terminal import Answers, Terminal, open_terminal

ABILITIES = re.compile(rb"\x1b\[c")
GRAPHICS = re.compile(rb"\x1b_G(i=\d+),[^\x1b]*a=q[^\x1b]*\x1b\\")
SIXEL: Answers = ((ABILITIES, b"\x1b[?62;4c"),)
KITTY: Answers = ((ABILITIES, b"\x1b[?62c"), (GRAPHICS, b"\x1b_G\\1;OK\x1b\\\\"))
NEITHER: Answers = ((ABILITIES, b"\x1b[?62c"),)
PLACEHOLDER = "\U0010eeee"
"""Where kitty puts a part of a picture."""
COLOUR = re.compile(rb"\x1b\[([0-9;]*)m")
ANSWERED_IN_TIME = 3
"""How often to try: the application waits a tenth of a second, which a busy machine may miss."""


@pytest.mark.parametrize(
    ("answers", "drawn"),
    [
        pytest.param(SIXEL, "\x1bP", id="sixel"),
        pytest.param(KITTY, PLACEHOLDER, id="kitty"),
        pytest.param(NEITHER, "▀", id="neither"),
    ],
)
def test_pages_are_shown_in_the_best_picture_that_the_terminal_can_show(
    answers: Answers, drawn: str, tmp_path: Path, seeds: Path
) -> None:
    for attempt in range(ANSWERED_IN_TIME):
        with open_terminal(str(seeds), home=tmp_path / str(attempt), answers=answers) as terminal:
            if draws(terminal, drawn):
                return
    raise AssertionError(f"{drawn!r} was never drawn: {terminal.written[-2000:]!r}")


def draws(terminal: Terminal, drawn: str) -> bool:
    terminal.wait_for("Pick themes")
    terminal.press(" ", "Key points")
    terminal.press("v", "Page 1 of")
    terminal.read_for(3)
    return drawn.encode() in terminal.written


def test_sixteen_colours_are_enough_to_see_the_cursor_and_the_focus(tmp_path: Path, seeds: Path) -> None:
    with open_terminal(str(seeds), home=tmp_path / "home", term="linux") as terminal:
        terminal.wait_for("Pick themes")
        terminal.press("j", "1 of")
        used = {code for codes in COLOUR.findall(terminal.written) for code in codes.split(b";")}
    assert {b"38", b"48"}.isdisjoint(used)  # no colour that such a terminal has not
    assert b"44" in used  # the row at the cursor
    assert b"96" in used  # the border of the pane that has the focus


def test_no_colour_is_shown_where_none_is_wanted(tmp_path: Path, seeds: Path) -> None:
    with open_terminal(str(seeds), home=tmp_path / "home", NO_COLOR="1", COLORTERM="truecolor") as terminal:
        terminal.wait_for("Pick themes")
        terminal.press(" ", "Key points")
        shades = {tuple(rgb) for rgb in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)[;m]", terminal.written)}
    assert len(shades) > 3
    assert all(red == green == blue for red, green, blue in shades)
