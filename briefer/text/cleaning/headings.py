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
_OPENING = 12
"""A headline speaks of what so many first paragraphs speak of."""
_TOP = 3
"""The name of the page, with the headline in it, is among so many first blocks."""
_FAR = 15
"""Further above the body, distance counts no more."""
_LEAST_SCORE = 0.6
_RIVAL_SCORE = 0.4
_NEARBY = 3
_DATELINE_ENDS = ("—", "–", "-")
_SUBHEAD_WORDS = 12
_MOST_SUBHEADS = 2
"""More short lines in a row are a list, which is body."""
_LONGEST_HEADING = 30
_LONGER_WORD = re.compile(r"\w{4,}")
_BULLET = re.compile(r"^(?:[•·▪◦‣*–—-]\s|\d{1,2}[.)]\s|[a-zа-я]\)\s)")
_OPENING_QUOTES = ('"', "“", "«", "‘", "'", "„", "—", "–")

_Kinds = Sequence[LineKind | None]


def find_heading(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]) -> dict[int, LineKind]:
    """The headline (also where it stands twice) and the deck, among blocks above the body without a kind."""
    first = next((index for index, flag in enumerate(is_body) if flag), len(blocks))
    near = {*range(min(first, _TOP)), *range(max(0, first - _WINDOW), first)}
    free = [index for index in sorted(near) if kinds[index] is None]
    opening = [block.text for block, flag in zip(blocks, is_body, strict=True) if flag][:_OPENING]
    scores = _score_titles(blocks, free, first, opening)
    best = max(free, key=lambda index: (scores[index], -index), default=None)
    if best is None or scores[best] < _LEAST_SCORE:
        return {}
    title = _first_of_group(blocks, free, scores, best)
    found = {title: LineKind.TITLE}
    headline = blocks[title].text.casefold()
    with_site = tuple(headline + mark for mark in (" - ", " | ", " — ", " – ", " :: "))
    for index, block in enumerate(blocks):
        text = block.text.casefold()
        is_free = index != title and kinds[index] is None
        if is_free and (text == headline or (index < first and text.startswith(with_site))):
            found[index] = LineKind.DUPLICATE
    decks = [
        index
        for index in free
        if index > title and index not in found and shapes.word_count(blocks[index].text) > 4
    ]
    # One deck: the line next to the headline. What follows is furniture of the page.
    return found | {index: LineKind.DECK for index in decks[:1] if index - title <= _NEARBY}


def _score_titles(
    blocks: Sequence[Block], free: Sequence[int], first: int, opening: Sequence[str]
) -> dict[int, float]:
    vocabulary = {word for text in opening for word in _LONGER_WORD.findall(text.casefold())}
    seen = Counter(block.text.casefold() for block in blocks)
    return {index: _score_title(blocks, index, first, vocabulary, seen) for index in free}


def _score_title(
    blocks: Sequence[Block], index: int, first: int, vocabulary: set[str], seen: Counter[str]
) -> float:
    """How much a block looks like the headline; the words that it shares with the body count most."""
    text = blocks[index].text
    words = _LONGER_WORD.findall(text.casefold())
    count = shapes.word_count(text)
    if not 1 < count <= _LONGEST_HEADING or not words or _BULLET.match(text):
        return -1.0
    return (
        1.5 * sum(word in vocabulary for word in words) / len(words)
        + 0.4 * (seen[text.casefold()] > 1 and count > 3)
        + 0.4 * (index == 0)
        + 0.3 * blocks[index].is_spaced
        + 0.3 * (index == 0 and first == 1)
        - 0.03 * min(first - index, _FAR)
        - 0.6 * (count < 3)
        - 0.3 * (count > 18)
        - 0.5 * text.endswith((".", ":", ","))
        - text.endswith(_DATELINE_ENDS)
        - 0.8 * bool(line_names(text))
    )


def _first_of_group(blocks: Sequence[Block], free: Sequence[int], scores: dict[int, float], best: int) -> int:
    """The headline stands before its deck: of two that look like headlines and stand together, the first."""
    longest = shapes.word_count(blocks[best].text) + 2
    for index in free:
        is_near = best - _NEARBY <= index < best
        least = _RIVAL_SCORE if index == best - 1 else _LEAST_SCORE
        if is_near and scores[index] >= least and 3 <= shapes.word_count(blocks[index].text) <= longest:
            return index
    return best


def find_subheads(blocks: Sequence[Block], is_body: Sequence[bool]) -> dict[int, LineKind]:
    """Short lines inside the body that close no sentence and stand between two paragraphs.

    They are titles, not sentences: nobody said them, so nobody can be quoted with them.
    """
    body = [index for index, flag in enumerate(is_body) if flag]
    found: dict[int, LineKind] = {}
    run: list[int] = []
    for index in body:
        if _is_subhead(blocks[index].text):
            run.append(index)
            continue
        is_between_prose = index > body[0] and run[:1] != body[:1] and is_prose(blocks[index].text)
        if is_between_prose and len(run) <= _MOST_SUBHEADS:
            found |= dict.fromkeys(run, LineKind.TITLE)
        run = []
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
