"""What is supplied to sentences in [brackets], and how it is left out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Repair, RepairKind, Span
from briefer.tui.supplied import supply_words
from tests.tui.sitting import Sitting, sit

ARTICLE = """\
# Tanks for Klow

Defence Minister Sergei Orlov flew to Klow for two days of talks with the government there.

He signed an arms deal for forty main battle tanks worth 640 million crowns in Klow.
"""
OURS = "He [Defence Minister Sergei Orlov] signed"
THEIRS = "He signed an arms deal"


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "klow.md").write_text(ARTICLE)
    return folder


def test_what_is_supplied_is_shown_in_brackets_and_a_key_drops_and_restores_it(
    clips: Path, tmp_path: Path
) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space 3")
        assert at.shown().count(OURS) >= 2  # in the evidence and in the article
        await at.press("left_square_bracket")
        assert OURS not in at.shown()
        assert "no brackets" in at.shown()
        assert [choice.repairs for choice in at.draft.choices] == [False]
        await at.press("u")
        assert at.shown().count(OURS) >= 2
        await at.press("ctrl+r left_square_bracket")
        assert at.draft.choices == ()
        assert at.shown().count(OURS) >= 2

    sit([clips], story, size=(200, 60), home=tmp_path / "home")


@given(
    st.text("ab ", min_size=1, max_size=30),
    st.lists(st.integers(1, 30), max_size=3, unique=True),
    st.data(),
)
def test_words_are_found_again_among_what_is_supplied(
    text: str, ends: list[int], data: st.DataObject
) -> None:
    repairs = [
        Repair(RepairKind.PERSON, Span(end - 1, end), "who", None) for end in sorted(ends) if end <= len(text)
    ]
    words = supply_words(text, Span(0, len(text)), repairs)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    place = words.place(span)
    inside = words.text[place.start : place.end].replace(" [who]", "")
    assert inside == text[span.start : span.end]
    assert all(words.text[ours.start : ours.end] == "[who]" for ours in words.find_brackets())
    assert len(words.find_brackets()) == len(repairs)
