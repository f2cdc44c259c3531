"""Step 5 of the pipe: the evidence that is worth its place on the page."""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from briefer.model import Article, Evidence, Excerpt, Genre, Span
from briefer.text.places import names_place
from briefer.text.sentences import find_sentences
from briefer.text.similarity import SeenTexts
from briefer.text.words import count_words

_PLACELESS = 0.7
_SPREAD = 0.7
"""What is left of a sentence's strength for each one already taken from its article."""

_ABOUT_AS_STRONG = 0.75

_ALWAYS_STRONG = 10
_STRONG_SHARE = 0.5


class Printed:
    """What a brief prints so far, so that nothing is said twice.

    Two excerpts collide when they share characters, or when a sentence of one says the same as one of the
    other or as the whole of it.
    """

    def __init__(self) -> None:
        self._spans: dict[str, list[Span]] = {}
        self._seen = SeenTexts()

    def holds(self, excerpt: Excerpt, text: str) -> bool:
        """Whether these words, or words that say the same, are printed already."""
        span = excerpt.span
        taken = self._spans.get(excerpt.sentence.article_id, ())
        overlaps = any(span.start < other.end and other.start < span.end for other in taken)
        return overlaps or any(self._seen.find(part) is not None for part in _statements(excerpt, text))

    def add(self, excerpt: Excerpt, text: str) -> None:
        """Note that these words will be printed."""
        self._spans.setdefault(excerpt.sentence.article_id, []).append(excerpt.span)
        for part in _statements(excerpt, text):
            self._seen.add(part)


def _statements(excerpt: Excerpt, text: str) -> tuple[str, ...]:
    """The words as a whole, and each of the sentences that are printed together."""
    sentences = find_sentences(text) if excerpt.is_carried else ()
    return (text, *(text[sentence.start : sentence.end] for sentence in sentences))


def select_evidence(
    pool: Sequence[Evidence], articles: Mapping[str, Article], printed: Printed, *, words: int
) -> tuple[Evidence, ...]:
    """Choose from one theme's evidence, at most `words` words in all; adds the choice to `printed`.

    Each further sentence from one article counts for less, so that sources take turns; what is
    `printed` already, or says the same, is passed over. The strongest stand first; among those that are
    about as strong, the latest article's.

    A piece's discount only ever grows, so a stale entry that comes up is priced again and put back: n log n
    instead of n for every choice.

    Source: greedy choice under a diversity discount, after Carbonell & Goldstein (1998), MMR; lazy
    evaluation after Minoux (1978).
    """
    sources: Counter[str] = Counter()

    def price(index: int) -> float:
        return (
            rate_evidence(pool[index], articles) * _SPREAD ** sources[pool[index].excerpt.sentence.article_id]
        )

    heap = [(-price(index), index) for index, found in enumerate(pool) if found.excerpt.dependence is None]
    heapq.heapify(heap)
    taken: list[tuple[float, Evidence]] = []
    while heap and words > 0:
        stale, index = heapq.heappop(heap)
        if -price(index) > stale:
            heapq.heappush(heap, (-price(index), index))
            continue
        found = pool[index]
        text = words_of(found.excerpt, articles)
        if count_words(text) > words or printed.holds(found.excerpt, text):
            continue
        printed.add(found.excerpt, text)
        taken.append((price(index), found))
        sources[found.excerpt.sentence.article_id] += 1
        words -= count_words(text)
    return _latest_first_among_equals(taken, articles)


def rate_evidence(found: Evidence, articles: Mapping[str, Article]) -> float:
    """Strength on the theme; less where the words do not say where: "Parliament voted", but whose?"""
    article = articles[found.excerpt.sentence.article_id]
    return found.strength * (1.0 if names_place(article, found.excerpt.span) else _PLACELESS)


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


def _latest_first_among_equals(
    priced: Sequence[tuple[float, Evidence]], articles: Mapping[str, Article]
) -> tuple[Evidence, ...]:
    """By bands of price, each from its highest down to `_ABOUT_AS_STRONG` of that; in a band by date."""
    ordered: list[Evidence] = []
    band: list[Evidence] = []
    top = 0.0
    for price, found in priced:
        if price < _ABOUT_AS_STRONG * top:
            ordered += sorted(band, key=lambda found: _age_order(found, articles))
            band = []
        top = top if band else price
        band.append(found)
    return (*ordered, *sorted(band, key=lambda found: _age_order(found, articles)))


def _age_order(found: Evidence, articles: Mapping[str, Article]) -> tuple[bool, int]:
    """Latest article first, undated ones last."""
    published = articles[found.excerpt.sentence.article_id].published
    return published is None, -published.value.earliest.toordinal() if published else 0
