"""Articles that repeat another nearly word for word, and how the few that might are found among many."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest
from zlib import crc32

from briefer.model import Article, Duplicate

SKETCH_SIZE = 16
"""Digests by which a body is looked up."""
FEWEST_COMMON = 4
"""So many digests two sketches have in common where one body repeats the other."""
MOST_HOLDERS = 64
"""So many bodies, the first ones, are remembered for a digest: of a line that all have, more tell nothing."""
MOST_CANDIDATES = 5
"""So many bodies are compared in full."""

_SHINGLE_WORDS = 5
_LEAST_SHARED = 0.95
"""Share of an article's word five-grams that the kept one has too."""
_LEAST_OF_PARAGRAPH = 0.5
"""A paragraph of which less is shared says something else: an update is no duplicate."""
_LEAST_LENGTH_RATIO = 0.85
"""A much shorter text is an excerpt, and no repetition."""
_FEWEST_WORDS = 40
"""A shorter text may stand in another by chance or as a notice, and is no excerpt of it."""
_WIDE_SKETCH = 64
"""Digests by which the text is looked up that an excerpt is of: the fewer it has, the fewer both have."""
_LONG_PARAGRAPH_WORDS = 12
_Words = tuple[str, ...]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Body:
    """The words of an article, by paragraphs, without case and punctuation."""

    paragraphs: tuple[_Words, ...]

    @cached_property
    def words(self) -> _Words:
        return tuple(word for own in self.paragraphs for word in own)

    @cached_property
    def shingles(self) -> frozenset[_Words]:
        """Its runs of five words; the whole of a shorter one."""
        return _shingle(self.words) or frozenset([self.words])

    @cached_property
    def sketch(self) -> tuple[int, ...]:
        """The smallest digests of its shingles, so that bodies that share most of these share most of those.

        Source: the bottom-k sketch of Broder (1997), On the resemblance and containment of documents.
        """
        return self.wide_sketch[:SKETCH_SIZE]

    @cached_property
    def wide_sketch(self) -> tuple[int, ...]:
        """A longer sketch, in which texts of unlike length have some digests in common, too."""
        digests = {crc32(" ".join(shingle).encode("utf-8", "surrogatepass")) for shingle in self.shingles}
        return tuple(nsmallest(_WIDE_SKETCH, digests))

    def share_in(self, other: "Body") -> float:
        """The share of its shingles that the other has too."""
        return len(self.shingles & other.shingles) / len(self.shingles)

    def repeats(self, other: "Body") -> bool:
        """Whether `other` holds nearly all of it and is of like length, and no paragraph of it is news."""
        if self.words == other.words:
            return True
        if not self.words or not other.words:
            return False
        if not _LEAST_LENGTH_RATIO <= len(self.words) / len(other.words) <= 1 / _LEAST_LENGTH_RATIO:
            return False
        return self._stands_in(other)

    def is_excerpt_of(self, other: "Body") -> bool:
        """Whether a longer `other` holds nearly all of it, and no paragraph of it is news."""
        return _FEWEST_WORDS <= len(self.words) < len(other.words) and self._stands_in(other)

    def _stands_in(self, other: "Body") -> bool:
        return self.share_in(other) >= _LEAST_SHARED and all(
            Body((own,)).share_in(other) >= _LEAST_OF_PARAGRAPH
            for own in self.paragraphs
            if len(own) >= _LONG_PARAGRAPH_WORDS
        )


def read_body(article: Article) -> Body:
    """The words of an article."""
    return Body(
        tuple(
            tuple(_WORD.findall(article.words(paragraph.span).casefold())) for paragraph in article.paragraphs
        )
    )


def rank_candidates(shared: Counter[int], sketch_size: int) -> list[int]:
    """The bodies to compare in full, first ones first, of those that share so many digests with a sketch."""
    enough = min(FEWEST_COMMON, sketch_size)
    most = shared.most_common(MOST_CANDIDATES)
    return sorted(place for place, count in most if count >= enough)


def part_duplicates(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Duplicate, ...]]:
    """The articles that repeat no other, and those that do, both in the order given.

    Of articles that repeat each other the one of the earliest known day is kept, else the first; of an
    article and an excerpt of it, the article.
    """
    bodies: dict[int, Body] = {}
    originals: dict[int, int] = {}
    seen = _Index()
    for place, article in enumerate(articles):
        body = read_body(article)
        original = next((at for at in seen.find(body.sketch) if body.repeats(bodies[at])), None)
        if original is not None:
            originals[place] = original
        else:
            seen.add(body.sketch, place)
            # The shingles of all that is kept would take much memory; those of a few are made again.
            bodies[place] = Body(body.paragraphs)
    _prefer_earliest(articles, originals, bodies)
    originals |= _find_excerpts(bodies)
    return (
        tuple(article for place, article in enumerate(articles) if place not in originals),
        tuple(
            Duplicate(articles[place].path, articles[_last_of(originals, place)].path)
            for place in sorted(originals)
        ),
    )


def _prefer_earliest(articles: Sequence[Article], originals: dict[int, int], bodies: dict[int, Body]) -> None:
    """Of each article and what repeats it, keep the one of the earliest known day, not the first."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, original in originals.items():
        groups[original].append(place)
    for first, others in groups.items():
        best = min((first, *others), key=lambda place: (_day_of(articles[place]), place))
        if best != first:
            bodies[best] = read_body(articles[best])
            del bodies[first]
            originals.update(dict.fromkeys((first, *others), best))
            del originals[best]


def _day_of(article: Article) -> date:
    """The last day on which it may have been published; the last of all where nobody knows."""
    return article.published.value.latest if article.published else date.max


def _find_excerpts(bodies: Mapping[int, Body]) -> dict[int, int]:
    """By the place of each body that is an excerpt of another, the place of that one."""
    found: dict[int, int] = {}
    longer = _Index()
    for place in sorted(bodies, key=lambda place: -len(bodies[place].words)):
        body = Body(bodies[place].paragraphs)
        whole = next((at for at in longer.find(body.wide_sketch) if body.is_excerpt_of(bodies[at])), None)
        if whole is not None:
            found[place] = whole
        else:
            longer.add(body.wide_sketch, place)
    return found


def _last_of(originals: Mapping[int, int], place: int) -> int:
    """The place of the article that is kept for one."""
    while place in originals:
        place = originals[place]
    return place


class _Index:
    """Bodies by the digests of their sketches."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)

    def add(self, sketch: Sequence[int], place: int) -> None:
        for digest in sketch:
            if len(self._holders[digest]) < MOST_HOLDERS:
                self._holders[digest].append(place)

    def find(self, sketch: Sequence[int]) -> list[int]:
        """The places of bodies that may have much in common with one of this sketch."""
        shared = Counter(place for digest in sketch for place in self._holders.get(digest, ()))
        return rank_candidates(shared, len(sketch))


def _shingle(words: _Words) -> frozenset[_Words]:
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False))
