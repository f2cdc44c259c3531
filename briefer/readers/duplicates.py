"""Files that hold one and the same article."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from briefer.model import Article

_SHINGLE_WORDS = 5
_LEAST_SHARED = 0.95
"""Share of the shorter text's word five-grams that the longer one has too."""
_LEAST_LENGTH_RATIO = 0.85
"""An excerpt is not the article: shorter texts are told apart, however much they share."""
_LONG_PARAGRAPH_WORDS = 12
_MOST_CANDIDATES = 5
_WORD = re.compile(r"\w+")


class DuplicateFinder:
    """Remembers the articles kept so far.

    Near-identical articles share a long paragraph, so only those that do are compared.
    """

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, ...], Path] = {}
        self._by_paragraph: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._kept: list[tuple[Path, tuple[str, ...]]] = []

    def find_original(self, article: Article) -> Path | None:
        """The earlier article that this one repeats; else None, and it is remembered."""
        words = tuple(_WORD.findall(article.text.casefold()))
        if words in self._by_words:
            return self._by_words[words]
        paragraphs = [
            own
            for paragraph in article.paragraphs
            if len(own := tuple(_WORD.findall(article.words(paragraph.span).casefold())))
            >= _LONG_PARAGRAPH_WORDS
        ]
        shared = Counter(
            place for own in dict.fromkeys(paragraphs) for place in self._by_paragraph.get(own, ())
        )
        for place, _ in sorted(shared.most_common(_MOST_CANDIDATES)):
            path, other = self._kept[place]
            if _is_near_identical(words, other):
                return path
        for own in dict.fromkeys(paragraphs):
            self._by_paragraph[own].append(len(self._kept))
        self._by_words[words] = article.path
        self._kept.append((article.path, words))
        return None


def _is_near_identical(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_LENGTH_RATIO * len(longer):
        return False
    shingles, held = _shingles(shorter), _shingles(longer)
    return len(shingles & held) >= _LEAST_SHARED * len(shingles)


def _shingles(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False))
