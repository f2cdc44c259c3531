"""Files that hold one and the same article."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from briefer.model import Article

_SHINGLE_WORDS = 5
_LEAST_SHARED = 0.95
"""Share of an article's word five-grams that the kept one has too."""
_LEAST_OF_PARAGRAPH = 0.5
"""A paragraph of which less is shared says something else: an update is no duplicate."""
_LEAST_LENGTH_RATIO = 0.85
"""An excerpt is not the article: shorter texts are told apart, however much they share."""
_LONG_PARAGRAPH_WORDS = 12
_MOST_CANDIDATES = 5
_Words = tuple[str, ...]
_WORD = re.compile(r"\w+")


class DuplicateFinder:
    """Remembers the articles kept so far.

    Near-identical articles share a long paragraph, so only those that do are compared.
    """

    def __init__(self) -> None:
        self._by_words: dict[_Words, Path] = {}
        self._by_paragraph: dict[_Words, list[int]] = defaultdict(list)
        self._kept: list[tuple[Path, _Words]] = []

    def find_original(self, article: Article) -> Path | None:
        """The earlier article that this one repeats; else None, and it is remembered."""
        paragraphs = [
            tuple(_WORD.findall(article.words(paragraph.span).casefold())) for paragraph in article.paragraphs
        ]
        words = tuple(word for own in paragraphs for word in own)
        if words in self._by_words:
            return self._by_words[words]
        paragraphs = [own for own in paragraphs if len(own) >= _LONG_PARAGRAPH_WORDS]
        shared = Counter(
            place for own in dict.fromkeys(paragraphs) for place in self._by_paragraph.get(own, ())
        )
        for place, _ in sorted(shared.most_common(_MOST_CANDIDATES)):
            path, other = self._kept[place]
            if _says_the_same(words, paragraphs, other):
                return path
        for own in dict.fromkeys(paragraphs):
            self._by_paragraph[own].append(len(self._kept))
        self._by_words[words] = article.path
        self._kept.append((article.path, words))
        return None


def _says_the_same(words: _Words, paragraphs: Sequence[_Words], other: _Words) -> bool:
    """Whether `other` holds nearly all of an article of like length, and no paragraph of it is news."""
    if not _LEAST_LENGTH_RATIO <= len(words) / len(other) <= 1 / _LEAST_LENGTH_RATIO:
        return False
    held = _shingles(other)
    return _share(words, held) >= _LEAST_SHARED and all(
        _share(own, held) >= _LEAST_OF_PARAGRAPH for own in paragraphs
    )


def _share(words: _Words, held: set[_Words]) -> float:
    own = _shingles(words)
    return len(own & held) / len(own) if own else 1.0


def _shingles(words: _Words) -> set[_Words]:
    return set(zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False))
