"""Paragraphs that a file holds twice, and blocks whose words another block holds too.

Work grows with the length of the file, not with its square.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from briefer.text.cleaning.blocks import Block

_WORD = re.compile(r"\w+")
_MOST_COMPARED = 8
"""Blocks that open with the same six words and are compared with one place; more are left alone."""
_OPENING = 6
_QUOTED_AT_MOST = 80
"""A block of more words is no pull quote, title or caption, but may be the same as another."""
_PROSE_WORDS = 12
"""A paragraph has at least this many words when runs of paragraphs are compared."""

Words = tuple[str, ...]
"""The words of a block, lower case."""


def words_of(block: Block) -> Words:
    return tuple(_WORD.findall(block.text.casefold()))


def find_contained(words: Sequence[Words]) -> dict[int, int]:
    """For each block of 6 to 80 words whose words stand in a row in a longer block: where that is.

    A paragraph that breaks off is contained in its whole, as a pull quote is in its paragraph. Of several
    longer blocks the last one counts. Letter case and punctuation do not matter.
    """
    by_opening: dict[Words, list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        if _OPENING <= len(own) <= _QUOTED_AT_MOST:
            by_opening[own[:_OPENING]].append(index)
    pairs = {opening[:2] for opening in by_opening}
    contained: dict[int, int] = {}
    for index, own in enumerate(words):
        for at, pair in enumerate(itertools.pairwise(own)):
            if pair not in pairs:
                continue
            for shorter in by_opening.get(own[at : at + _OPENING], ())[:_MOST_COMPARED]:
                size = len(words[shorter])
                if size < len(own) and _opens_with(own[at : at + size], words[shorter]):
                    contained[shorter] = index
    return contained


def _opens_with(longer: Words, shorter: Words) -> bool:
    """Whether words are the same, but for a last one that breaks off."""
    return longer[:-1] == shorter[:-1] and longer[-1].startswith(shorter[-1]) if longer else False


def find_cut_off(words: Sequence[Words]) -> dict[int, int]:
    """For each long block that is the opening of a longer one: where that is."""
    by_opening: dict[Words, list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        if len(own) >= _PROSE_WORDS:
            by_opening[own[:_PROSE_WORDS]].append(index)
    cut: dict[int, int] = {}
    for indexes in by_opening.values():
        longest = max(indexes[:_MOST_COMPARED], key=lambda index: len(words[index]))
        for index in indexes:
            size = len(words[index])
            if size < len(words[longest]) and _opens_with(words[longest][:size], words[index]):
                cut[index] = longest
    return cut


def find_repeated(
    words: Sequence[Words], body: Collection[int], contained: Mapping[int, int]
) -> frozenset[int]:
    """Body blocks to leave out so that each paragraph stands once, in the order that reads right.

    Where a run of paragraphs comes back with others between them, the later copy is the whole article and
    the earlier one its excerpt: the earlier goes. Else the first copy stays.
    """
    dropped = {index for index in body if contained.get(index) in body}
    keys: dict[Words, list[int]] = defaultdict(list)
    for index in sorted(body):
        own = words[index]
        if len(own) >= _OPENING and index not in dropped:
            keys[own].append(index)
    twins = {index: places[-1] for places in keys.values() for index in places[:-1]}
    twins |= {index: place for index, place in contained.items() if index in dropped and place > index}
    prose = [index for index in sorted(body) if len(words[index]) >= _PROSE_WORDS]
    places = {index: place for place, index in enumerate(prose)}
    for run in _runs(prose, twins):
        later = [places[twins[index]] for index in run if twins[index] in places]
        is_excerpt = bool(later) and max(later) - min(later) + 1 > len(run)
        dropped.update(run if is_excerpt else ())
    for same in keys.values():
        standing = [index for index in same if index not in dropped]
        dropped.update(standing[1:])
    return frozenset(dropped)


def _runs(prose: Sequence[int], twins: Mapping[int, int]) -> list[list[int]]:
    """Neighbouring paragraphs that all come back after the last of them."""
    runs: list[list[int]] = []
    comes_back = -1  # where the earliest copy of the last run stands
    for index in prose:
        if index not in twins:
            comes_back = -1
        elif index < comes_back:
            runs[-1].append(index)
            comes_back = min(comes_back, twins[index])
        else:
            runs.append([index])
            comes_back = twins[index]
    return runs
