"""The words of an article with what is supplied to them in [brackets], as they will be printed."""

from collections.abc import Sequence
from typing import NamedTuple

from briefer.model import Repair, Span
from briefer.text.brackets import bracket, find_shown, supply

SUPPLIED = "italic $text-warning"
"""The style of what is ours."""


class Supplied(NamedTuple):
    """`text` is the article's from `start` on, with words of ours in it.

    `insertions` are in their order: where in the article each is put in, and its length with the space
    before it.
    """

    text: str
    start: int
    insertions: tuple[tuple[int, int], ...]

    def place(self, span: Span) -> Span:
        """Where words of the article stand in `text`; a bracket inside them belongs to them."""
        before = sum(length for place, length in self.insertions if place <= span.start)
        inside = sum(length for place, length in self.insertions if span.start < place < span.end)
        start = span.start - self.start + before
        return Span(start, start + span.end - span.start + inside)

    def find_brackets(self) -> tuple[Span, ...]:
        """Where the brackets stand in `text`, without the space before them."""
        brackets, before = [], 0
        for place, length in self.insertions:
            start = place - self.start + before
            brackets.append(Span(start + 1, start + length))
            before += length
        return tuple(brackets)


def supply_words(text: str, shown: Span, repairs: Sequence[Repair]) -> Supplied:
    """The words of `text` at `shown` with the repairs of any of them."""
    insertions = [(repair.explained.end, len(bracket(repair))) for repair in find_shown(repairs, [shown])]
    return Supplied(supply(text, shown, repairs), shown.start, tuple(insertions))
