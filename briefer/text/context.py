"""What is shown around words that are quoted, so that a reader can judge them in their paragraph."""

from collections.abc import Sequence
from itertools import pairwise

from briefer.model import Span
from briefer.text.sentences import find_sentences
from briefer.text.words import count_words


def share_words(needs: Sequence[int], words: int) -> tuple[int, ...]:
    """Parts of `words` for those who need them, none more than it needs and all else as equal as can be."""
    shares = [0] * len(needs)
    smallest_first = sorted(range(len(needs)), key=lambda place: needs[place])
    for rank, place in enumerate(smallest_first):
        shares[place] = min(needs[place], words // (len(needs) - rank))
        words -= shares[place]
    return tuple(shares)


def find_context(text: str, paragraph: Span, marked: Sequence[Span], *, words: int) -> tuple[Span, ...]:
    """The parts of a paragraph to show: all that is marked, and at most `words` words around it.

    `marked` are spans of `text` inside the paragraph, in order and apart. Around them whole sentences are
    taken, or what a mark leaves of one, the nearest first. The parts are in order and apart, without
    white space at their ends; they are the paragraph alone where all of it is shown.
    """
    units = _split_units(text, paragraph, marked)
    shown = [any(mark.start <= unit.start < mark.end for mark in marked) for unit in units]
    for place, inner in _order_by_nearness(shown):
        size = count_words(text[units[place].start : units[place].end])
        if shown[inner] and size <= words:
            shown[place] = True
            words -= size
    return _join(text, [unit for unit, is_shown in zip(units, shown, strict=True) if is_shown])


def _split_units(text: str, paragraph: Span, marked: Sequence[Span]) -> list[Span]:
    """The sentences of the paragraph, parted where a mark begins or ends; none is white space alone."""
    words = text[paragraph.start : paragraph.end]
    edges = {paragraph.start, paragraph.end}
    edges.update(paragraph.start + sentence.start for sentence in find_sentences(words))
    edges.update(edge for mark in marked for edge in (mark.start, mark.end))
    return [Span(start, end) for start, end in pairwise(sorted(edges)) if text[start:end].strip()]


def _order_by_nearness(shown: Sequence[bool]) -> list[tuple[int, int]]:
    """Places that are not shown, with the neighbour through which each is reached, the nearest first.

    Of two as near, the one before what is shown goes first: that is where words get their meaning from.
    """
    far = len(shown) + 1
    behind, ahead = [far] * len(shown), [far] * len(shown)
    for place in range(len(shown)):
        behind[place] = 0 if shown[place] else (behind[place - 1] + 1 if place else far)
    for place in reversed(range(len(shown))):
        ahead[place] = 0 if shown[place] else (ahead[place + 1] + 1 if place + 1 < len(shown) else far)
    ways = [
        (min(behind[place], ahead[place]), ahead[place] > behind[place], place)
        for place in range(len(shown))
        if not shown[place] and min(behind[place], ahead[place]) < far
    ]
    return [(place, place - 1 if is_after else place + 1) for _, is_after, place in sorted(ways)]


def _join(text: str, units: Sequence[Span]) -> tuple[Span, ...]:
    """The units as parts: those between which nothing but white space stands become one."""
    joined: list[Span] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last and not text[last.end : unit.start].strip():
            joined[-1] = Span(last.start, unit.end)
        else:
            joined.append(unit)
    return tuple(_stripped(text, span) for span in joined)


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
