"""What a later article overtakes: it gives another number of the same thing, or one that is corrected.

Such a sentence is true of its day and misleads today. It still counts among what was found, and an analyst
may print it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefer.model import Article, Evidence, Excerpt, Genre, PartialDate, Sentence, ThemeScore
from briefer.text.excerpts import carry, find_excerpt
from briefer.text.figures import Figure, find_figures
from briefer.text.openings import Dependence, find_dateline, find_dependence
from briefer.text.passages import split_passages
from briefer.text.revisions import Account, count_days, overtakes, read_account
from briefer.text.sentences import find_sentences, split_sentences

_MOST_LATER = 64
"""So many sentences with amounts of one kind are looked at, the latest ones."""
_REACH = 300
"""Characters before a sentence that tell of what it speaks."""
_MAY_CORRECT = re.compile(
    r"\bcorrection\b|\bmisstated\b|\bnot (?:US|A|C)?[$€£]?\d|\b(?:up|down) from\b|\brevised\b", re.IGNORECASE
)

_MOST_COUNTS = 4
"""So many sentences of one article that count the dead are looked at, the first ones."""
_MAY_COUNT = re.compile(r"\b(?:dead|deaths?|died|killed|killing|toll|lives|perished|drowned)\b")

_Kind = tuple[str, str]


class Sifted(NamedTuple):
    """Evidence by theme name without what is overtaken; and, by evidence that overtakes, what it does.

    `by` has for all that is overtaken the words that overtake it.
    """

    current: Mapping[str, tuple[Evidence, ...]]
    overtaken: Mapping[Evidence, tuple[Evidence, ...]]
    by: Mapping[Evidence, str]


class Known(NamedTuple):
    """A sentence that was printed before, and the date of its article, if it has one."""

    words: str
    published: PartialDate | None


class _Told(NamedTuple):
    """A sentence with amounts, and the date of its article, if it has one.

    `found` is None where nobody need print it: it is a correction, or was printed before.
    """

    account: Account
    published: PartialDate | None
    found: Evidence | None = None


def sift_overtaken(
    evidence: Mapping[str, Sequence[Evidence]],
    articles: Mapping[str, Article],
    *,
    known: Sequence[Known] = (),
) -> Sifted:
    """Part from the evidence sentences about an amount that a later one, which can be printed, gives anew.

    A later count of the dead that is no evidence itself becomes evidence of the theme of what it overtakes.
    `articles` are all that a brief may draw on: what corrects an amount need not speak to a theme. `known` is
    what readers have been told: no sentence goes back behind it.
    """
    told = {found: _read(found, articles) for pool in evidence.values() for found in pool}
    read = [_Told(read_account(one.words), one.published) for one in known]
    beside = _find_beside(told.values(), articles, {one.words for one in known})
    dates = _find_dates([*told.values(), *read, *beside])
    later = _gather([*told.values(), *read, *beside], articles, dates)
    by_heir: defaultdict[Evidence, list[Evidence]] = defaultdict(list)
    by: dict[Evidence, str] = {}

    def sift(theme: str, pool: Sequence[Evidence]) -> tuple[Evidence, ...]:
        current = []
        joined: dict[Sentence, Evidence] = {}
        for found in pool:
            account = told[found].account
            heir = _find_heir(account, dates.get(account.words), later)
            carried = _read_before(found, articles) if heir is None else None
            if carried and (other := _find_heir(carried.account, carried.published, later)):
                by[found] = other.account.words  # what is shown with it is overtaken
                continue
            if heir is None:
                current.append(found)
                continue
            by[found] = heir.account.words
            if heir.found is None:
                continue
            standing = heir.found
            if standing not in told:
                sentence = standing.excerpt.sentence
                standing = joined.setdefault(sentence, _join(standing, theme, found))
            by_heir[standing].append(found)
        return (*current, *joined.values())

    current = {theme: sift(theme, pool) for theme, pool in evidence.items()}
    return Sifted(current, {heir: tuple(found) for heir, found in by_heir.items()}, by)


def _read_before(found: Evidence, articles: Mapping[str, Article]) -> _Told | None:
    """The sentence that is shown before another one, if one is."""
    before = found.score.passage.before
    if before is None or not found.excerpt.is_carried:
        return None
    article = articles[before.article_id]
    return _Told(read_account(article.words(before.span)), _date_of(article))


def _join(heir: Evidence, theme: str, overtaken: Evidence) -> Evidence:
    """A sentence that says nothing of a theme itself, as evidence in the place of one that it overtakes."""
    score = replace(heir.score, theme=theme, score=overtaken.score.score)
    return replace(heir, score=score, focus=overtaken.focus)


def _find_beside(
    told: Iterable[_Told], articles: Mapping[str, Article], known: Collection[str]
) -> tuple[_Told, ...]:
    """What counts the dead but is no evidence of any theme, where a sentence that is counts some too.

    "The search ended, and the rescue service put the number of dead at 23" tells of the strike.
    """
    counting = [one for one in told if one.found and _counts_dead(one.account)]
    if not counting:
        return ()
    held = {one.found.excerpt.sentence for one in counting if one.found}
    return tuple(
        _read(found, articles)
        for article in articles.values()
        for found in _find_counts(article)
        if found.excerpt.sentence not in held and article.words(found.excerpt.span) not in known
    )


def _counts_dead(account: Account) -> bool:
    return any(figure.fate == "dead" for figure in account.figures)


@lru_cache(maxsize=1 << 10)
def _find_counts(article: Article) -> tuple[Evidence, ...]:
    """The sentences of an article that count the dead and can be printed, as evidence of no theme."""
    is_opinion = article.genre is not None and article.genre.value is Genre.OPINION
    if is_opinion or not _MAY_COUNT.search(article.text):
        return ()
    found = []
    for passage in split_passages(split_sentences(article)):
        words = article.words(passage.sentence.span)
        if not _MAY_COUNT.search(words) or find_dependence(words) not in (None, Dependence.DATELINE):
            continue
        if _counts_dead(read_account(words)):
            told: Excerpt | None = find_excerpt(article, passage)
            if told and not _tells_of_what(article, told):
                told = carry(article, passage)
            if told and _tells_of_what(article, told):
                found.append(Evidence(told, ThemeScore("", passage, 0.0, ()), 1.0))
    return tuple(found[:_MOST_COUNTS])


def _tells_of_what(article: Article, excerpt: Excerpt) -> bool:
    """Whether the words say themselves which event it was, and where, and can be read alone."""
    account = read_account(article.words(excerpt.span))
    return excerpt.dependence is None and bool(account.kinds) and account.is_placed


def _find_dates(told: Iterable[_Told]) -> Mapping[str, PartialDate]:
    """The first date on which words were printed: a reprint is as old as what it reprints."""
    dates: dict[str, PartialDate] = {}
    for one in told:
        if one.published:
            first = dates.setdefault(one.account.words, one.published)
            dates[one.account.words] = min(first, one.published, key=lambda published: published.latest)
    return dates


def _gather(
    told: Iterable[_Told], articles: Mapping[str, Article], dates: Mapping[str, PartialDate]
) -> Mapping[_Kind, Sequence[_Told]]:
    """The sentences with amounts of each kind that may overtake others, latest first."""
    by_kind: defaultdict[_Kind, dict[str, _Told]] = defaultdict(dict)
    printable = (
        one._replace(published=dates.get(one.account.words))
        for one in told
        if one.found is None or one.found.excerpt.dependence is None
    )
    corrections = (
        _Told(read_account(words), _date_of(article))
        for article in articles.values()
        for words in _find_corrections(article.text)
    )
    for one in (*printable, *corrections):
        for kind in _kinds(one.account):
            by_kind[kind].setdefault(one.account.words, one)
    return {
        kind: sorted(found.values(), key=_order, reverse=True)[:_MOST_LATER]
        for kind, found in by_kind.items()
    }


def _order(one: _Told) -> tuple[bool, date, str]:
    """What can be printed above what only corrects, then by day."""
    day = one.published.latest if one.published else date.min
    return one.found is not None, day, one.account.words


def _read(found: Evidence, articles: Mapping[str, Article]) -> _Told:
    sentence = found.excerpt.sentence
    article = articles[sentence.article_id]
    words = article.words(sentence.span)
    words = words[find_dateline(words) :]
    if not read_account(words).figures:
        return _Told(read_account(words), None, found)
    paragraph = article.paragraphs[sentence.paragraph - 1].span.start
    title = article.title.value if article.title else ""
    around = article.text[max(paragraph, sentence.span.start - _REACH) : sentence.span.start]
    return _Told(read_account(words, f"{title}. {around}"), _date_of(article), found)


def _find_heir(
    account: Account, published: PartialDate | None, later: Mapping[_Kind, Sequence[_Told]]
) -> _Told | None:
    """The latest that overtakes a sentence, kind by kind; a correction only where no other does."""
    heirs = (
        other
        for kind in sorted(_kinds(account))
        for other in later.get(kind, ())
        if other.account.words != account.words
        and overtakes(other.account, account, days=count_days(other.published, published))
    )
    return next(heirs, None)


def _kinds(account: Account) -> frozenset[_Kind]:
    """What the amounts of a sentence are of: what became of those counted, else a unit or a noun."""
    return frozenset(map(_kind_of, account.figures))


def _kind_of(figure: Figure) -> _Kind:
    return ("", figure.fate) if figure.fate else (figure.unit, figure.noun)


@lru_cache(maxsize=1 << 15)
def _find_corrections(text: str) -> tuple[str, ...]:
    """The sentences of an article that say what an amount was before, or was wrongly said to be."""
    return tuple(_iter_corrections(text)) if _MAY_CORRECT.search(text) else ()


def _iter_corrections(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if _MAY_CORRECT.search(paragraph):
            before = 0
            for span in find_sentences(paragraph):
                if any(figure.was is not None for figure in find_figures(paragraph[span.start : span.end])):
                    # "It was $41 million, not $47 million": the sentence before says what was.
                    yield paragraph[before : span.end]
                before = span.start


def _date_of(article: Article) -> PartialDate | None:
    return article.published.value if article.published else None
