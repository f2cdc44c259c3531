"""Articles that repeat another nearly word for word, and how the few that might are found among many."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from pathlib import Path
from zlib import crc32

from briefer.model import Article

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
"""An excerpt is not the article: shorter texts are told apart, however much they share."""
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
        digests = {crc32(" ".join(shingle).encode("utf-8", "surrogatepass")) for shingle in self.shingles}
        return tuple(nsmallest(SKETCH_SIZE, digests))

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


class DuplicateFinder:
    """Remembers the articles kept so far."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._kept: list[tuple[Path, Body]] = []

    def find_original(self, article: Article) -> Path | None:
        """The earlier article that this one repeats; else None, and it is remembered."""
        body = read_body(article)
        shared = Counter(place for digest in body.sketch for place in self._holders.get(digest, ()))
        for place in rank_candidates(shared, len(body.sketch)):
            path, other = self._kept[place]
            if body.repeats(other):
                return path
        for digest in body.sketch:
            if len(self._holders[digest]) < MOST_HOLDERS:
                self._holders[digest].append(len(self._kept))
        # The shingles of all that is kept would take much memory; those of a few candidates are made again.
        self._kept.append((article.path, Body(body.paragraphs)))
        return None


def _shingle(words: _Words) -> frozenset[_Words]:
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False))
