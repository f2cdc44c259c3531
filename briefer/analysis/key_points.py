"""Which sentences a hurried reader should read first, and what speaks for each.

A key point tells what was done, by whom, when and how much, as late as the articles know it. Its score
is its strength on the theme times factors, each with its reason, so that a person can follow why one
sentence stands above another.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from briefer.analysis.corroboration import rate_corroboration
from briefer.analysis.denials import find_denied
from briefer.analysis.selection import Printed, part_opinion, words_of
from briefer.model import Article, Evidence, PartialDate, Precision
from briefer.text.figures import find_figures
from briefer.text.places import names_place
from briefer.text.similarity import CALENDAR
from briefer.text.stories import Told
from briefer.text.subjects import is_name
from briefer.text.telling import Telling, count_amounts, find_latest_year, find_tellings, find_when
from briefer.text.words import content_stems, count_words, find_words

_STRENGTH_POWER = 0.5
"""How much strength on the theme counts: what speaks to it twice as strongly is not twice as newsworthy."""

_CORROBORATION = 3.0
_DENIED = 0.2
_LEAD, _LEAD_SENTENCES = 2.0, 2
_AMOUNT, _AMOUNTS_COUNTED = 0.08, 3
_TELLINGS = {
    Telling.DEED: (1.25, "tells of a deed"),
    Telling.DAY: (1.1, "says on which day"),
    Telling.QUOTATION: (0.6, "mostly a quotation"),
    Telling.EXPECTATION: (0.7, "an expectation of nobody named"),
    Telling.JUDGEMENT: (0.7, "a judgement of the writer"),
    Telling.BACKGROUND: (0.6, "background"),
    Telling.INTRODUCTION: (0.3, "says who somebody is"),
}
_VIEW = 0.6
_NAMELESS, _PLACELESS = 0.8, 0.8
_CONCRETE = frozenset({Telling.DEED, Telling.DAY, Telling.SPEECH})
_CARRIED = 0.7
_SHORT, _SHORT_WORDS = 0.5, 8
"""Fewer words say too little to stand ahead: "Germany has suspended its exports"."""

_LONGEST = 60
_SPREAD = 0.5
_NEWS = 0.5
"""How much of a sentence's worth goes when the key points before it use all of its words."""

_ONE_EVENT = 0.4
"""Kinship from which on two sentences tell of one event, of which a reader needs one; below, it lowers worth.

Of pairs of sentences of made-up news that were marked so, nine in ten that are this near tell of one event.
"""
_TELLING_TOLL = 10
_MOST_COMPARED = 100
"""So many candidates of a theme, the best ones, are held against what is chosen."""

_NOTHING: Mapping[Evidence, Sequence[Evidence]] = MappingProxyType({})

_ENOUGH = 1.2
"""Score below which nothing stands ahead, even if a theme then has no key point; the best of all does.

About that of a sentence which speaks to its theme by one strong term and has nothing else for it.
"""

_SPANS_TO_HALF, _FEWEST_DAYS_TO_HALF, _MOST_DAYS_TO_HALF = 3, 60, 730
"""News is worth half after so many times the days that the articles span, within these bounds."""
_OLDEST_COUNTS = 0.3
_UNDATED = 0.8
"""Beside what is of a known date, what is of none may be old."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one property of a sentence does to its score: `factor` > 1 lifts it, < 1 lowers it."""

    name: str
    factor: float


@dataclass(frozen=True, slots=True)
class KeyPointScore:
    """How well evidence would stand as a key point: `score` is `base` times the factors of `reasons`.

    `when` is the date of what the sentence tells, as far as it or the date of its article says.
    """

    evidence: Evidence
    base: float
    reasons: tuple[Reason, ...]
    when: PartialDate | None

    @property
    def score(self) -> float:
        return self.base * math.prod(reason.factor for reason in self.reasons)


def score_key_points(pool: Sequence[Evidence], articles: Mapping[str, Article]) -> tuple[KeyPointScore, ...]:
    """How well each piece of a theme's evidence would stand as a key point, in the order of `pool`.

    `articles` are all of the brief: an old state of affairs is one that is old beside the latest that
    they know.
    """
    clock = _read_clock(articles.values())
    excerpts = [found.excerpt for found in pool]
    rates, denied = rate_corroboration(excerpts, articles), find_denied(excerpts, articles)
    return tuple(
        _score(found, articles[found.excerpt.sentence.article_id], rate, clock, is_denied=is_denied)
        for found, rate, is_denied in zip(pool, rates, denied, strict=True)
    )


def select_key_points(
    pools: Sequence[Sequence[Evidence]],
    articles: Mapping[str, Article],
    printed: Printed,
    *,
    limit: int,
    words: int,
    beside: Sequence[Evidence] = (),
    overtaken: Mapping[Evidence, Sequence[Evidence]] = _NOTHING,
) -> tuple[Evidence, ...]:
    """Choose the few sentences that a hurried reader reads beside some, by turns over the themes.

    At most `limit` sentences and `words` words; a theme that has none yet has its turn first, and of such
    themes the one with the best sentence. Opinion is taken only where a theme has nothing else. A
    sentence counts for less for every one already taken from its article, and for what those taken have
    told; one that tells of the same event, or has little for it, is left out. The choice is added to
    `printed`; the most recent state of affairs stands first. `overtaken` are, by evidence, sentences about an
    amount that it gives otherwise: it stands in their place, as high as they would.
    """
    held = Counter(found.score.theme for found in beside)
    candidates = [
        sorted(_score_fit(_fit(pool, articles), articles, overtaken), key=lambda scored: -scored.score)
        for pool in pools
    ]
    candidates.sort(key=lambda ranked: _turn_of(ranked, held))
    bar = min(_ENOUGH, max((ranked[0].score for ranked in candidates if ranked), default=0.0))
    taken = _Taken(candidates, articles, printed)
    for evidence in beside:
        taken.note(evidence)
    chosen: list[KeyPointScore] = []
    while True:
        before = len(chosen)
        for ranked in candidates:
            found = taken.find_best(ranked, words=words, bar=bar)
            if found is None or len(chosen) == limit:
                continue
            words -= count_words(words_of(found.evidence.excerpt, articles))
            taken.add(found.evidence)
            chosen.append(found)
        if len(chosen) == before:
            break
    return tuple(scored.evidence for scored in _recent_first(chosen, _read_clock(articles.values()).latest))


def _turn_of(ranked: Sequence[KeyPointScore], held: Mapping[str, int]) -> tuple[int, float]:
    return (held[ranked[0].evidence.score.theme], -ranked[0].score) if ranked else (0, 0.0)


def _score_fit(
    fit: Sequence[Evidence],
    articles: Mapping[str, Article],
    overtaken: Mapping[Evidence, Sequence[Evidence]],
) -> list[KeyPointScore]:
    """What is fit, scored; what overtakes another at least as high as that one would be."""
    gone = [other for found in fit for other in overtaken.get(found, ())]
    scored = score_key_points([*fit, *gone], articles)
    scores = {one.evidence: one.score for one in scored}
    lifted = []
    for one in scored[: len(fit)]:
        highest = max((scores[other] for other in overtaken.get(one.evidence, ())), default=0.0)
        if 0 < one.score < highest:
            reason = Reason("gives a later number than a sentence that stands higher", highest / one.score)
            one = replace(one, reasons=(*one.reasons, reason))
        lifted.append(one)
    return lifted


class _Taken:
    """What key points say so far, and what others are worth beside them."""

    def __init__(
        self,
        candidates: Sequence[Sequence[KeyPointScore]],
        articles: Mapping[str, Article],
        printed: Printed,
    ) -> None:
        self._articles = articles
        self._printed = printed
        self._sources: Counter[str] = Counter()
        self._tolls: list[_Toll] = []
        self._stems: set[str] = set()
        compared = (
            self._text(scored) for ranked in candidates if ranked for scored in ranked[:_MOST_COMPARED]
        )
        self._texts = tuple(dict.fromkeys(compared))
        self._kinships = dict.fromkeys(self._texts, 0.0)
        self._told = Told(self._texts)

    def add(self, evidence: Evidence) -> None:
        """Note that a sentence is taken, and that it will be printed."""
        self._printed.add(evidence.excerpt, words_of(evidence.excerpt, self._articles))
        self.note(evidence)

    def note(self, evidence: Evidence) -> None:
        """Note that a sentence is taken that was printed before."""
        text = words_of(evidence.excerpt, self._articles)
        self._sources[evidence.excerpt.sentence.article_id] += 1
        self._stems |= content_stems(text)
        self._tolls += _find_tolls(text)
        for other, kinship in zip(self._texts, self._told.rate_kinship(text), strict=True):
            self._kinships[other] = max(kinship, self._kinships[other])

    def find_best(self, ranked: Sequence[KeyPointScore], *, words: int, bar: float) -> KeyPointScore | None:
        """The best of what scores `bar` or more and fits into so many words; discounts only lower a score."""
        best, best_worth = None, 0.0
        for scored in ranked:
            if scored.score <= best_worth or scored.score < bar:
                return best
            text = self._text(scored)
            worth = scored.score * self._discount(scored, text)
            fits = count_words(text) <= words and not self._printed.holds(scored.evidence.excerpt, text)
            if worth > best_worth and fits:
                best, best_worth = scored, worth
        return best

    def _discount(self, scored: KeyPointScore, text: str) -> float:
        """What is left of a sentence's worth, in [0, 1], beside those that are taken."""
        kinship = self._kinships.get(text, 0.0)
        tolls = product(self._tolls, _find_tolls(text))
        if kinship >= _ONE_EVENT or any(one.may_be(other) for one, other in tolls):
            return 0.0
        stems = content_stems(text)
        repeated = len(stems & self._stems) / len(stems) if stems else 0.0
        spread = _SPREAD ** self._sources[scored.evidence.excerpt.sentence.article_id]
        return spread * (1 - _NEWS * repeated) * (1 - kinship)

    def _text(self, scored: KeyPointScore) -> str:
        return words_of(scored.evidence.excerpt, self._articles)


class _Toll(NamedTuple):
    """How many came to what harm, and the names beside it."""

    fate: str
    value: Decimal
    names: frozenset[str]

    def may_be(self, other: "_Toll") -> bool:
        """Whether both are one number of one event: with a name in common, unless one of them has none."""
        is_same = (self.fate, self.value) == (other.fate, other.value)
        return is_same and (not (self.names and other.names) or not self.names.isdisjoint(other.names))


@lru_cache(maxsize=1 << 13)
def _find_tolls(text: str) -> tuple[_Toll, ...]:
    """The tolls of a sentence that are so high that two events hardly share them."""
    figures = [figure for figure in find_figures(text) if figure.fate and not figure.is_round]
    names = frozenset(word.stem for word in find_words(text)[1:] if is_name(word.text)) - CALENDAR
    return tuple(
        _Toll(figure.fate, figure.value, names) for figure in figures if figure.value >= _TELLING_TOLL
    )


def _fit(pool: Sequence[Evidence], articles: Mapping[str, Article]) -> tuple[Evidence, ...]:
    fit = [
        found
        for found in pool
        if found.excerpt.dependence is None and count_words(words_of(found.excerpt, articles)) <= _LONGEST
    ]
    reporting, opinion = part_opinion(fit, articles)
    return reporting or opinion


def _recent_first(chosen: Sequence[KeyPointScore], latest: date | None) -> list[KeyPointScore]:
    """What is of the latest year, then of no known year, then the older backwards; else as chosen."""

    def place(scored: KeyPointScore) -> tuple[int, int]:
        if scored.when is None or latest is None:
            return 1, 0
        return (2, -scored.when.year) if scored.when.year < latest.year else (0, 0)

    return sorted(chosen, key=place)


class _Clock(NamedTuple):
    """The latest day that articles know, if any, and in how many days news of theirs is worth half."""

    latest: date | None
    half_life_days: float


def _read_clock(articles: Collection[Article]) -> _Clock:
    """By the dates of the articles; where none is dated, by the end of the latest year that they tell of."""
    dates = [article.published.value for article in articles if article.published]
    # The last day of "March" or "2015" may be one that nobody knows yet.
    days = [told.latest for told in dates if told.precision is Precision.DAY] or [
        told.latest for told in dates
    ]
    if days:
        span = (max(days) - min(days)).days * _SPANS_TO_HALF
        return _Clock(max(days), min(max(span, _FEWEST_DAYS_TO_HALF), _MOST_DAYS_TO_HALF))
    years = [year for article in articles if (year := _read_latest_year(article.text))]
    return _Clock(date(max(years), 12, 31) if years else None, _MOST_DAYS_TO_HALF)


@lru_cache(maxsize=1 << 12)
def _read_latest_year(text: str) -> int | None:
    """As `find_latest_year`; kept, for a brief that an analyst works on asks again at every key."""
    return find_latest_year(text)


def _score(
    found: Evidence, article: Article, corroboration: float, clock: "_Clock", *, is_denied: bool
) -> KeyPointScore:
    words = article.words(found.excerpt.span)
    when = find_when(words, article.published.value if article.published else None)
    reasons = (
        *_reasons_of_place(found, corroboration),
        Reason("another article calls it false", _DENIED if is_denied else 1.0),
        *_reasons_of_words(words, article.language.value if article.language else "en"),
        Reason("says not where", 1.0 if names_place(article, found.excerpt.span) else _PLACELESS),
        _reason_of_age(article, when, clock),
    )
    return KeyPointScore(
        evidence=found,
        base=math.pow(found.strength, _STRENGTH_POWER),
        reasons=tuple(reason for reason in reasons if round(reason.factor, 2) != 1),
        when=when,
    )


def _reasons_of_place(found: Evidence, corroboration: float) -> list[Reason]:
    share = round(100 * corroboration)
    lead = math.exp(-found.excerpt.sentence.position / _LEAD_SENTENCES)
    return [
        Reason(f"another article tells {share} % of it", 1 + _CORROBORATION * corroboration),
        Reason("near the opening of its article", 1 + _LEAD * lead),
        Reason("needs the sentence before", _CARRIED if found.excerpt.is_carried else 1.0),
    ]


@lru_cache(maxsize=1 << 13)
def _reasons_of_words(words: str, language: str) -> tuple[Reason, ...]:
    tellings = find_tellings(words, language=language)
    amounts = min(count_amounts(words), _AMOUNTS_COUNTED)
    return (
        Reason("names an amount" if amounts == 1 else "names amounts", 1 + _AMOUNT * amounts),
        *(Reason(name, factor) for telling, (factor, name) in _TELLINGS.items() if telling in tellings),
        Reason("no deed, amount, day or speaker", 1.0 if amounts or tellings & _CONCRETE else _VIEW),
        Reason("names neither people nor places", 1.0 if _names_any(words) else _NAMELESS),
        Reason("too short to say much", _SHORT if count_words(words) < _SHORT_WORDS else 1.0),
    )


def _names_any(words: str) -> bool:
    """Whether a name stands in a sentence elsewhere than at its head, where every word has a capital."""
    return any(is_name(word.text) for word in find_words(words)[1:])


def _reason_of_age(article: Article, when: PartialDate | None, clock: _Clock) -> Reason:
    """1 for what is of the latest day, a half after the half-life, never below `_OLDEST_COUNTS`."""
    if when is None or clock.latest is None:
        return Reason("of no known date", 1.0 if clock.latest is None else _UNDATED)
    told = "published" if article.published and article.published.value == when else "tells of"
    days = max((clock.latest - when.latest).days, 0)
    return Reason(f"{told} {when}", max(_OLDEST_COUNTS, 1 / (1 + days / clock.half_life_days)))
