"""Step 5 of the pipe: the evidence that is worth its place on the page."""

import heapq
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from briefer.analysis.corroboration import rate_corroboration
from briefer.model import Article, Evidence, Excerpt, Genre, Span
from briefer.text.similarity import SeenTexts
from briefer.text.words import count_words

_SPREAD = 0.7
"""What is left of a sentence's strength for each one already taken from its article."""

_LONGEST_KEY_POINT = 50
_FIGURE = re.compile(r"\d[\d.,]*")
_FIGURES_COUNTED = 3
_FIGURE_BONUS = 0.1
_CARRIED = 0.7
_SHORT = 0.5
_SHORT_WORDS = 8
"""Fewer words say too little to stand ahead: "Germany has suspended its exports"."""
_CORROBORATION_BONUS = 1.0
_LEAD_BONUS = 0.5
_LEAD_SENTENCES = 4  # over which most of the bonus is gone

_ALWAYS_STRONG = 10
_STRONG_SHARE = 0.5


class Printed:
    """What a brief prints so far, so that nothing is said twice.

    Two excerpts collide when they share characters or say the same.
    """

    def __init__(self) -> None:
        self._spans: dict[str, list[Span]] = {}
        self._seen = SeenTexts()

    def holds(self, excerpt: Excerpt, text: str) -> bool:
        """Whether these words, or words that say the same, are printed already."""
        span = excerpt.span
        taken = self._spans.get(excerpt.sentence.article_id, ())
        overlaps = any(span.start < other.end and other.start < span.end for other in taken)
        return overlaps or self._seen.find(text) is not None

    def add(self, excerpt: Excerpt, text: str) -> None:
        """Note that these words will be printed."""
        self._spans.setdefault(excerpt.sentence.article_id, []).append(excerpt.span)
        self._seen.add(text)


def select_evidence(
    pool: Sequence[Evidence], articles: Mapping[str, Article], printed: Printed, *, words: int
) -> tuple[Evidence, ...]:
    """Choose from one theme's evidence, strongest first, at most `words` words in all.

    Each further sentence from one article counts for less, so that sources take turns; what is
    `printed` already, or says the same, is passed over. The choice is added to `printed`.

    Source: greedy choice under a diversity discount, after Carbonell & Goldstein (1998), MMR.
    """
    return _take_strongest(
        pool,
        articles,
        printed,
        words=words,
        limit=len(pool),
        strength=lambda found: found.strength,
        sources=Counter(),
    )


def select_key_points(
    pools: Sequence[Sequence[Evidence]],
    articles: Mapping[str, Article],
    printed: Printed,
    *,
    limit: int,
    words: int,
) -> tuple[Evidence, ...]:
    """Choose the few sentences that a hurried reader reads, by turns over the themes.

    At most `limit` sentences and `words` words. Ahead go those of which other articles speak too,
    that name figures, open an article and stand alone; opinion is taken only where a theme has nothing
    else. The choice is added to `printed`.
    """
    candidates = [_fit_for_key_points(pool, articles) for pool in pools]
    corroboration = {
        found.excerpt: rate
        for pool in candidates
        for found, rate in zip(
            pool, rate_corroboration([found.excerpt for found in pool], articles), strict=True
        )
    }

    def strength(found: Evidence) -> float:
        words = words_of(found.excerpt, articles)
        figures = min(len(_FIGURE.findall(words)), _FIGURES_COUNTED)
        return (
            found.strength
            * (1 + _CORROBORATION_BONUS * corroboration[found.excerpt])
            * (1 + _FIGURE_BONUS * figures)
            * (1 + _LEAD_BONUS * math.exp(-found.excerpt.sentence.position / _LEAD_SENTENCES))
            * (_CARRIED if found.excerpt.is_carried else 1)
            * (_SHORT if count_words(words) < _SHORT_WORDS else 1)
        )

    sources: Counter[str] = Counter()
    chosen: list[Evidence] = []
    while True:
        before = len(chosen)
        for pool in candidates:
            if len(chosen) < limit:
                taken = _take_strongest(
                    pool, articles, printed, words=words, limit=1, strength=strength, sources=sources
                )
                words -= sum(count_words(words_of(found.excerpt, articles)) for found in taken)
                chosen += taken
        if len(chosen) == before:
            return tuple(chosen)


def keep_strong(pool: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence worth summarising: not weaker than half the tenth strongest; keeps its order.

    A theme with little evidence keeps all of it.
    """
    strengths = sorted((found.strength for found in pool), reverse=True)
    bar = _STRONG_SHARE * strengths[_ALWAYS_STRONG - 1] if len(strengths) > _ALWAYS_STRONG else 0.0
    return tuple(found for found in pool if found.strength >= bar)


def part_opinion(
    pool: Sequence[Evidence], articles: Mapping[str, Article]
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Part evidence into what is not known to be opinion and what is; both keep their order."""
    rest: list[Evidence] = []
    opinion: list[Evidence] = []
    for found in pool:
        genre = articles[found.excerpt.sentence.article_id].genre
        (opinion if genre and genre.value is Genre.OPINION else rest).append(found)
    return tuple(rest), tuple(opinion)


def words_of(excerpt: Excerpt, articles: Mapping[str, Article]) -> str:
    """The words that a reader is shown."""
    return articles[excerpt.sentence.article_id].words(excerpt.span)


def _fit_for_key_points(pool: Sequence[Evidence], articles: Mapping[str, Article]) -> tuple[Evidence, ...]:
    fit = [found for found in pool if count_words(words_of(found.excerpt, articles)) <= _LONGEST_KEY_POINT]
    reporting, opinion = part_opinion(fit, articles)
    return reporting or opinion


def _take_strongest(
    pool: Sequence[Evidence],
    articles: Mapping[str, Article],
    printed: Printed,
    *,
    words: int,
    limit: int,
    strength: Callable[[Evidence], float],
    sources: Counter[str],
) -> tuple[Evidence, ...]:
    """Take at most `limit` printable pieces by strength, spread over `sources`, which counts along.

    A piece's discount only ever grows, so a stale entry that comes up is priced again and put back
    (lazy greedy, Minoux 1978): n log n instead of n for every choice.
    """

    def price(index: int) -> float:
        found = pool[index]
        return strength(found) * _SPREAD ** sources[found.excerpt.sentence.article_id]

    heap = [(-price(index), index) for index, found in enumerate(pool) if found.excerpt.dependence is None]
    heapq.heapify(heap)
    taken: list[Evidence] = []
    while heap and len(taken) < limit:
        stale, index = heapq.heappop(heap)
        if -price(index) > stale:
            heapq.heappush(heap, (-price(index), index))
            continue
        text = words_of(pool[index].excerpt, articles)
        if count_words(text) > words or printed.holds(pool[index].excerpt, text):
            continue
        printed.add(pool[index].excerpt, text)
        taken.append(pool[index])
        sources[pool[index].excerpt.sentence.article_id] += 1
        words -= count_words(text)
    return tuple(taken)
