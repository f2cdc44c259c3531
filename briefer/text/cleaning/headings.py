"""The headline above the body, the deck below it, and the headings between paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence

from briefer.model import LineKind
from briefer.text.bylines import line_names
from briefer.text.cleaning import shapes
from briefer.text.cleaning.blocks import Block

_WINDOW = 40
"""The headline stands at most so many blocks above the body."""
_LEAST_SCORE = 0.6
_NEARBY = 3
_SUBHEAD_WORDS = 12
_LONGEST_HEADING = 30
_LONGER_WORD = re.compile(r"\w{4,}")
_BULLET = re.compile(r"^(?:[•·▪◦‣*–—-]\s|\d{1,2}[.)]\s|[a-zа-я]\)\s)")
_OPENING_QUOTES = ('"', "“", "«", "‘", "'", "„", "—", "–")

_Kinds = Sequence[LineKind | None]


def find_heading(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]) -> dict[int, LineKind]:
    """The headline (also where it stands twice) and the deck, among blocks above the body without a kind."""
    first = next((index for index, flag in enumerate(is_body) if flag), len(blocks))
    free = [index for index in range(max(0, first - _WINDOW), first) if kinds[index] is None]
    scores = _score_titles(blocks, free, first)
    best = max(free, key=lambda index: (scores[index], -index), default=None)
    if best is None or scores[best] < _LEAST_SCORE:
        return {}
    title = _first_of_group(blocks, free, scores, best)
    found = {title: LineKind.TITLE}
    headline = blocks[title].text.casefold()
    for index in range(first):
        text = blocks[index].text.casefold()
        if (
            index != title
            and kinds[index] is None
            and (
                text == headline
                or text.startswith((headline + " - ", headline + " | ", headline + " — ", headline + " – "))
            )
        ):
            found[index] = LineKind.DUPLICATE
    decks = [
        index
        for index in free
        if index > title and index not in found and shapes.word_count(blocks[index].text) > 4
    ]
    # One deck: the line next to the headline. What follows is furniture of the page.
    return found | {index: LineKind.DECK for index in decks[:1] if index - title <= _NEARBY}


def _score_titles(blocks: Sequence[Block], free: Sequence[int], first: int) -> dict[int, float]:
    vocabulary = {
        word for block in blocks[first : first + 12] for word in _LONGER_WORD.findall(block.text.casefold())
    }
    seen = Counter(block.text.casefold() for block in blocks)
    return {index: _score_title(blocks, index, first, vocabulary, seen) for index in free}


def _score_title(
    blocks: Sequence[Block], index: int, first: int, vocabulary: set[str], seen: Counter[str]
) -> float:
    """How much a block looks like the headline; the words that it shares with the body count most."""
    text = blocks[index].text
    words = _LONGER_WORD.findall(text.casefold())
    count = shapes.word_count(text)
    if count > _LONGEST_HEADING or not words or _BULLET.match(text):
        return -1.0
    return (
        1.5 * sum(word in vocabulary for word in words) / len(words)
        + 0.4 * (seen[text.casefold()] > 1 and count > 3)
        + 0.4 * (index == 0)
        + 0.3 * blocks[index].is_spaced
        - 0.04 * (first - index)
        - 0.6 * (count < 3)
        - 0.3 * (count > 18)
        - 0.5 * text.endswith((".", ":", ","))
        - 0.8 * bool(line_names(text))
    )


def _first_of_group(blocks: Sequence[Block], free: Sequence[int], scores: dict[int, float], best: int) -> int:
    """The headline stands before its deck: of two that look like headlines and stand together, the first."""
    longest = shapes.word_count(blocks[best].text) + 2
    for index in free:
        is_near = best - _NEARBY <= index < best
        is_rival = scores[index] >= _LEAST_SCORE and 3 <= shapes.word_count(blocks[index].text) <= longest
        if is_near and is_rival:
            return index
    return best


def find_subheads(blocks: Sequence[Block], is_body: Sequence[bool]) -> dict[int, LineKind]:
    """Short lines inside the body that close no sentence and stand between two paragraphs.

    They are titles, not sentences: nobody said them, so nobody can be quoted with them.
    """
    body = [index for index, flag in enumerate(is_body) if flag]
    found: dict[int, LineKind] = {}
    for place in range(1, len(body) - 1):
        before, index, after = body[place - 1 : place + 2]
        neighbours_are_prose = is_prose(blocks[before].text) and is_prose(blocks[after].text)
        if neighbours_are_prose and _is_subhead(blocks[index].text):
            found[index] = LineKind.TITLE
    return found


def _is_subhead(text: str) -> bool:
    return (
        shapes.word_count(text) <= _SUBHEAD_WORDS
        and not shapes.ends_sentence(text)
        and not text.endswith((":", ",", ";", "-", "—", "–"))
        and not text.startswith(_OPENING_QUOTES)
        and not _BULLET.match(text)
        and not text[0].islower()
    )


def is_prose(text: str) -> bool:
    """Long enough, or closed like a sentence: never a heading."""
    return shapes.word_count(text) >= _SUBHEAD_WORDS or shapes.ends_sentence(text)


def is_full_paragraph(text: str) -> bool:
    """Prose that no headline or deck looks like: closed like a sentence, or very long."""
    return shapes.ends_sentence(text) or text.endswith(":") or shapes.word_count(text) > _LONGEST_HEADING
