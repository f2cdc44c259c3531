"""What a brief says that the one before did not; and what of the evidence its readers know already."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefer.composition import digest_text
from briefer.ledger import digest_printed, make_ledger
from briefer.model import (
    Article,
    Brief,
    Changes,
    ChangeState,
    CorrectedSource,
    Correction,
    EarlierBrief,
    Evidence,
    Quote,
    RevisedFigure,
    Section,
    SentenceChange,
    Source,
    ThemeChange,
)
from briefer.text.stories import Told


class News(NamedTuple):
    """Evidence that says something to readers of the brief before that they have not read, by theme name.

    `said_again` are the numbers of quotes of that brief that articles it did not have say now.
    """

    evidence: Mapping[str, tuple[Evidence, ...]]
    said_again: frozenset[int]


def compare_briefs(before: Brief, now: Brief, *, said_again: Collection[int] = ()) -> Changes:
    """How every sentence, source and theme of `now` stands to the brief before.

    `said_again` are the numbers of quotes of `before` that further articles say, beside those that `now`
    prints.
    """
    told = Told([quote.text for quote in before.quotes()])
    revised: tuple[RevisedFigure, ...] = ()
    sentences = tuple(_judge(quote, before, told, revised) for quote in now.quotes())
    again = {*said_again, *_find_said_again(before, now, sentences)}
    return Changes(
        before=EarlierBrief(before.title, before.as_of, before.edition, digest_printed(make_ledger(before))),
        sentences=sentences,
        revised=revised,
        corrected=tuple(_find_corrected(before, now)),
        themes=_compare_themes(before, now, sentences, again),
        said_again=len(again),
        unasked=_find_unasked(before, now),
    )


def find_news(
    before: Brief | None, evidence: Mapping[str, Sequence[Evidence]], articles: Mapping[str, Article]
) -> News:
    """The evidence but for what `before` printed, what says the same, and what it could have printed.

    That is what an article that it drew on has on a theme that it was asked for, unless the text of the
    article has changed since. Without a brief before, all is news.
    """
    if before:
        asked = {section.theme for section in before.sections}
        known = _find_known(before, articles)
        evidence = {
            theme: [
                found
                for found in pool
                if theme not in asked or found.excerpt.sentence.article_id not in known
            ]
            for theme, pool in evidence.items()
        }
    return leave_out_told(before, evidence, articles)


def leave_out_told(
    before: Brief | None, evidence: Mapping[str, Sequence[Evidence]], articles: Mapping[str, Article]
) -> News:
    """The evidence but for what repeats a sentence that `before` printed."""
    if before is None:
        return News({theme: tuple(pool) for theme, pool in evidence.items()}, frozenset())
    quotes = before.quotes()
    told = Told([quote.text for quote in quotes])
    known = _find_known(before, articles)
    news: dict[str, tuple[Evidence, ...]] = {}
    said_again = set()
    for theme, pool in evidence.items():
        fresh = []
        for found in pool:
            article_id = found.excerpt.sentence.article_id
            place = told.find_repeated(articles[article_id].words(found.excerpt.span))
            if place is None:
                fresh.append(found)
            elif article_id not in known:
                said_again.add(quotes[place].number)
        news[theme] = tuple(fresh)
    return News(news, frozenset(said_again))


def _find_known(before: Brief, articles: Mapping[str, Article]) -> frozenset[str]:
    """The ids of the articles whose very text the brief before could draw on."""
    digests = {digest for source in before.sources for digest in (source.sha256, source.text_sha256)}
    return frozenset(
        article.id
        for article in articles.values()
        if article.sha256 in digests or digest_text(article.text) in digests
    )


def _judge(quote: Quote, before: Brief, told: Told, revised: Sequence[RevisedFigure]) -> SentenceChange:
    for figure in revised:
        if figure.quote == quote.number:
            return SentenceChange(quote.number, ChangeState.DEVELOPING, figure.earlier.number)
    quotes = before.quotes()
    for earlier in quotes:
        if _is_same_place(quote, earlier):
            return SentenceChange(quote.number, ChangeState.UNCHANGED, earlier.number)
    place = told.find_repeated(quote.text)
    if place is not None:
        return SentenceChange(quote.number, ChangeState.UNCHANGED, quotes[place].number)
    place = told.find_continued(quote.text)
    if place is not None:
        return SentenceChange(quote.number, ChangeState.DEVELOPING, quotes[place].number)
    return SentenceChange(quote.number, ChangeState.NEW)


def _is_same_place(quote: Quote, earlier: Quote) -> bool:
    """Whether both are one sentence of one file, however they were trimmed."""
    return (quote.citation.article_id, quote.sentence) == (earlier.citation.article_id, earlier.sentence)


def _find_said_again(before: Brief, now: Brief, sentences: Sequence[SentenceChange]) -> Iterator[int]:
    """The earlier quotes that a printed sentence of an article says again that `before` did not have."""
    known = {source.sha256 for source in before.sources}
    digests = {source.number: source.sha256 for source in now.sources}
    for quote, change in zip(now.quotes(), sentences, strict=True):
        is_further = digests.get(quote.citation.source) not in known
        if change.earlier is not None and change.state is ChangeState.UNCHANGED and is_further:
            yield change.earlier


def _compare_themes(
    before: Brief, now: Brief, sentences: Sequence[SentenceChange], said_again: Collection[int]
) -> tuple[ThemeChange, ...]:
    states = {change.quote: change.state for change in sentences}
    living = {*said_again, *(change.earlier for change in sentences)}
    texts = {source.text_sha256 for source in now.sources}
    digests = {source.number: source.text_sha256 for source in before.sources}
    earlier_sections = {section.theme: section for section in before.sections}
    found = []
    for section in now.sections:
        counts = Counter(states[quote.number] for quote in _quotes_of(section, now))
        earlier = earlier_sections.get(section.theme)
        told = _quotes_of(earlier, before) if earlier else ()
        standing = sum(
            quote.number in living or digests.get(quote.citation.source) in texts for quote in told
        )
        change = ThemeChange(
            theme=section.theme,
            title=section.title,
            state=ChangeState.UNCHANGED,
            new=counts[ChangeState.NEW],
            developing=counts[ChangeState.DEVELOPING],
            carried=counts[ChangeState.UNCHANGED],
            standing=standing,
            gone=len(told) - standing,
        )
        found.append(replace(change, state=_state_of(change, section, earlier)))
    return tuple(found)


def _state_of(change: ThemeChange, section: Section, earlier: Section | None) -> ChangeState:
    was_reported = earlier is not None and not earlier.is_empty
    if section.is_empty:
        return ChangeState.GONE if was_reported else ChangeState.UNCHANGED
    if not was_reported:
        return ChangeState.NEW
    return ChangeState.DEVELOPING if change.new or change.developing else ChangeState.UNCHANGED


def _quotes_of(section: Section, brief: Brief) -> tuple[Quote, ...]:
    """All that a brief prints on the theme of a section, key points first."""
    points = (brief.key_points[number - 1].quote for number in section.key_points)
    return (*points, *section.summary, *section.evidence, *section.commentary)


def _find_unasked(before: Brief, now: Brief) -> tuple[str, ...]:
    asked = {section.theme for section in now.sections}
    return tuple(section.title for section in before.sections if section.theme not in asked)


def _find_corrected(before: Brief, now: Brief) -> Iterator[CorrectedSource]:
    """What has changed in the articles that both briefs drew on."""
    for source in now.sources:
        earlier = _find_earlier_source(source, before.sources)
        if earlier is None:
            continue
        for correction, then, is_now in (
            (Correction.TEXT, earlier.text_sha256, source.text_sha256),
            (Correction.DATE, str(earlier.published or ""), str(source.published or "")),
            (Correction.OUTLET, earlier.outlet or "", source.outlet or ""),
        ):
            if then != is_now:
                yield CorrectedSource(source.number, earlier.number, correction, is_now, then)


def _find_earlier_source(source: Source, earlier: Sequence[Source]) -> Source | None:
    """The same article among the sources of the brief before: the same file, else the same article."""
    same = [one for one in earlier if one.sha256 == source.sha256]
    return next(iter(same or [one for one in earlier if _is_same_article(source, one)]), None)


def _is_same_article(source: Source, earlier: Source) -> bool:
    """Whether two different files are of one article.

    A file name alone is none, for each week may have its own 001.txt; nor are title and outlet of
    another day, for a column may have one title all year.
    """
    if source.url and source.url == earlier.url:
        return True
    if not source.title or source.title != earlier.title:
        return False
    is_same_file = source.file == earlier.file
    return is_same_file or (
        source.outlet is not None and (source.outlet, source.published) == (earlier.outlet, earlier.published)
    )
