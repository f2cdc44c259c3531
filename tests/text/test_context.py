"""What is shown around words that are quoted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Span
from briefer.text.context import find_context, share_words
from briefer.text.words import count_words

TEXT = "Arvenia waits. Sardova protested at once. The ship sailed. Nobody knew why. It came back."


def context(*marked: str, words: int, text: str = TEXT) -> list[str]:
    spans = [Span(text.index(mark), text.index(mark) + len(mark)) for mark in marked]
    found = find_context(text, Span(0, len(text)), spans, words=words)
    return [text[span.start : span.end] for span in found]


def test_whole_sentences_stand_around_what_is_marked_the_one_before_first() -> None:
    assert context("The ship sailed.", words=0) == ["The ship sailed."]
    assert context("The ship sailed.", words=4) == ["Sardova protested at once. The ship sailed."]
    assert context("The ship sailed.", words=7) == [
        "Sardova protested at once. The ship sailed. Nobody knew why."
    ]
    assert context("The ship sailed.", words=12) == [TEXT]


def test_a_sentence_that_does_not_fit_hides_what_lies_behind_it() -> None:
    assert context("The ship sailed.", words=3) == ["The ship sailed. Nobody knew why."]
    assert context("Nobody knew why.", words=3) == ["The ship sailed. Nobody knew why."]


def test_marks_that_lie_apart_are_parts_of_their_own() -> None:
    assert context("Arvenia waits.", "It came back.", words=0) == ["Arvenia waits.", "It came back."]


def test_what_a_trimmed_quote_leaves_out_is_context_too() -> None:
    assert context("Sardova protested", "once.", words=0) == ["Sardova protested", "once."]
    assert context("Sardova protested", "once.", words=1) == ["Sardova protested at once."]


@pytest.mark.parametrize(
    ("needs", "words", "shares"),
    [
        ((5, 50, 50), 45, (5, 20, 20)),
        ((5, 6), 400, (5, 6)),
        ((0, 9), 4, (0, 4)),
        ((), 9, ()),
        ((7, 7), 3, (1, 2)),
    ],
)
def test_words_are_shared_as_equally_as_needs_allow(
    needs: tuple[int, ...], words: int, shares: tuple[int, ...]
) -> None:
    assert share_words(needs, words) == shares


SENTENCES = st.lists(
    st.sampled_from(
        ["Arvenia waits.", "He said “no”.", "漢字です。", "In May, at last, a ship came.", "Why?"]
    ),
    min_size=1,
    max_size=8,
)


@given(SENTENCES, st.integers(0, 30), st.data())
def test_all_that_is_marked_is_shown_and_no_more_words_around_it_than_allowed(
    sentences: list[str], words: int, data: st.DataObject
) -> None:
    before, text = "Another paragraph.\n\n", " ".join(sentences)
    paragraph = Span(len(before), len(before) + len(text))
    edges = sorted(data.draw(st.sets(st.integers(paragraph.start, paragraph.end), min_size=2, max_size=6)))
    marked = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    whole = before + text
    marked = [mark for mark in marked if whole[mark.start : mark.end].strip()]
    shown = find_context(whole, paragraph, marked, words=words)
    inside = {place for span in shown for place in range(span.start, span.end)}
    for mark in marked:
        assert {place for place in range(mark.start, mark.end) if whole[place].strip()} <= inside
    around = "".join(
        letter if place in inside and not any(mark.start <= place < mark.end for mark in marked) else " "
        for place, letter in enumerate(whole)
    )
    assert count_words(around) <= words
    assert all(one.end < other.start for one, other in pairwise(shown))
