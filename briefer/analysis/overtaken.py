"""What a later article overtakes: it gives another number of the same thing, or one that is corrected.

Such a sentence is true of its day and misleads today. It still counts among what was found, and an analyst
may print it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefer.model import Article, Evidence
from briefer.text.figures import Figure, find_figures
from briefer.text.revisions import Statement, overtakes
from briefer.text.sentences import find_sentences

_MOST_LATER = 64
"""So many sentences with amounts of one kind are looked at, the latest ones."""
_REACH = 300
"""Characters before a sentence that tell of what it speaks."""
_MAY_CORRECT = re.compile(
    r"\bcorrection\b|\bmisstated\b|\bnot (?:US|A|C)?[$€£]?\d|\b(?:up|down) from\b|\brevised\b", re.IGNORECASE
)

_Kind = tuple[str, str]


class _Later(NamedTuple):
    """A sentence with amounts, and the day of its article; the first day of all where it has none."""

    day: date
    said: Statement


def leave_out_overtaken(
    evidence: Mapping[str, Sequence[Evidence]], articles: Mapping[str, Article]
) -> Mapping[str, tuple[Evidence, ...]]:
    """The evidence, by theme name, but for sentences about an amount that a later article gives otherwise.

    `articles` are all that a brief may draw on: what corrects an amount need not speak to a theme.
    """
    later = _gather(evidence, articles)
    known: dict[_Later, bool] = {}

    def is_overtaken(found: Evidence) -> bool:
        told = _read(found, articles)
        if told not in known:
            known[told] = _is_overtaken(told, later)
        return known[told]

    return {
        theme: tuple(found for found in pool if not is_overtaken(found)) for theme, pool in evidence.items()
    }


def _gather(
    evidence: Mapping[str, Sequence[Evidence]], articles: Mapping[str, Article]
) -> Mapping[_Kind, Sequence[_Later]]:
    """The sentences with amounts of each kind, latest first."""
    by_kind: defaultdict[_Kind, set[_Later]] = defaultdict(set)
    for found in (found for pool in evidence.values() for found in pool):
        _file(by_kind, _read(found, articles))
    for article in articles.values():
        for words in _find_corrections(article.text):
            _file(by_kind, _Later(_day_of(article), Statement(words)))
    return {kind: sorted(found, reverse=True)[:_MOST_LATER] for kind, found in by_kind.items()}


def _read(found: Evidence, articles: Mapping[str, Article]) -> _Later:
    sentence = found.excerpt.sentence
    article = articles[sentence.article_id]
    words = article.words(sentence.span)
    if not _find_figures(words):
        return _Later(date.min, Statement(words))
    paragraph = article.paragraphs[sentence.paragraph - 1].span.start
    title = article.title.value if article.title else ""
    around = article.text[max(paragraph, sentence.span.start - _REACH) : sentence.span.start]
    return _Later(_day_of(article), Statement(words, f"{title}. {around}"))


def _file(by_kind: defaultdict[_Kind, set[_Later]], later: _Later) -> None:
    for kind in _kinds(later.said.words):
        by_kind[kind].add(later)


def _is_overtaken(told: _Later, later: Mapping[_Kind, Sequence[_Later]]) -> bool:
    return any(
        overtakes(other.said, told.said, is_later=date.min < told.day < other.day)
        for kind in _kinds(told.said.words)
        for other in later.get(kind, ())
        if other.said.words != told.said.words
    )


def _kinds(words: str) -> frozenset[_Kind]:
    """What the amounts of a sentence are of: what became of those counted, else a unit or a noun."""
    return frozenset(map(_kind_of, _find_figures(words)))


def _kind_of(figure: Figure) -> _Kind:
    return ("", figure.fate) if figure.fate else (figure.unit, figure.noun)


@lru_cache(maxsize=1 << 14)
def _find_figures(words: str) -> tuple[Figure, ...]:
    """As `find_figures`; kept, for a brief that an analyst works on asks again at every key."""
    return find_figures(words)


@lru_cache(maxsize=1 << 15)
def _find_corrections(text: str) -> tuple[str, ...]:
    """The sentences of an article that say what an amount was before, or was wrongly said to be."""
    return tuple(_iter_corrections(text)) if _MAY_CORRECT.search(text) else ()


def _iter_corrections(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if _MAY_CORRECT.search(paragraph):
            before = 0
            for span in find_sentences(paragraph):
                if any(figure.was is not None for figure in _find_figures(paragraph[span.start : span.end])):
                    # "It was $41 million, not $47 million": the sentence before says what was.
                    yield paragraph[before : span.end]
                before = span.start


def _day_of(article: Article) -> date:
    return article.published.value.latest if article.published else date.min
