"""What a brief says that the one before did not; and what of the evidence its readers know already."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from briefer.composition import make_source
from briefer.ledger import digest_printed, make_ledger
from briefer.model import (
    Article,
    Brief,
    Changes,
    ChangeState,
    CorrectedSource,
    Correction,
    EarlierBrief,
    EarlierSentence,
    Evidence,
    PartialDate,
    Quote,
    RepairKind,
    RevisedFigure,
    Section,
    SentenceChange,
    Source,
    ThemeChange,
)
from briefer.text.brackets import words_of_source
from briefer.text.figures import find_figures
from briefer.text.revisions import Revision, count_days, find_revision
from briefer.text.stories import Told

_MOST_REMEMBERED = 300
"""Sentences of earlier briefs, so that what was printed some weeks ago is not taken for new."""


class News(NamedTuple):
    """Evidence that says something to readers of the brief before that they have not read, by theme name.

    `revising` is what of it gives another number than that brief. `repeated` are the numbers of quotes of
    that brief that some article says, `said_again` of those that an article says that it did not have.
    """

    evidence: Mapping[str, tuple[Evidence, ...]]
    revising: Mapping[str, tuple[Evidence, ...]]
    repeated: frozenset[int] = frozenset()
    said_again: frozenset[int] = frozenset()


def compare_briefs(before: Brief, now: Brief, *, news: News | None = None) -> Changes:
    """How every sentence, source and theme of `now` stands to the brief before.

    `news` is what `now` was drafted from, and knows of repeated sentences that `now` does not print.
    """
    past = _Past(before)
    revised = tuple(_find_revised(past, now))
    sentences = tuple(_judge(quote, past, revised) for quote in now.quotes())
    again = {*(news.said_again if news else ()), *_find_said_again(past, now, sentences)}
    living = {*again, *(news.repeated if news else ())}
    return Changes(
        before=EarlierBrief(before.title, before.as_of, before.edition, digest_printed(make_ledger(before))),
        sentences=sentences,
        revised=revised,
        corrected=tuple(_find_corrected(before, now)),
        themes=_compare_themes(before, now, sentences, living, news),
        said_again=len(again),
        unasked=_find_unasked(before, now),
        remembered=past.texts[:_MOST_REMEMBERED],
        is_apart=not any(past.knows(source) for source in now.sources),
    )


def list_unsaid(before: Brief, now: Brief, changes: Changes) -> tuple[Quote, ...]:
    """What `before` printed that `now` does not print, of articles that `now` does not draw on, in order."""
    said = {change.earlier for change in changes.sentences}
    texts = {source.text_sha256 for source in now.sources}
    digests = {source.number: source.text_sha256 for source in before.sources}
    return tuple(
        quote
        for quote in before.quotes()
        if quote.number not in said and digests.get(quote.citation.source) not in texts
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
        past = _Past(before)
        known = {article.id for article in articles.values() if past.knows(make_source(1, article))}
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
        return News({theme: tuple(pool) for theme, pool in evidence.items()}, {})
    past = _Past(before)
    sources = {article.id: make_source(1, article) for article in articles.values()}
    news: dict[str, list[Evidence]] = {theme: [] for theme in evidence}
    revising: dict[str, list[Evidence]] = {theme: [] for theme in evidence}
    told: set[int] = set()
    said_again: set[int] = set()
    for theme, found in ((theme, found) for theme, pool in evidence.items() for found in pool):
        article = articles[found.excerpt.sentence.article_id]
        text = article.words(found.excerpt.span)
        source = sources[article.id]
        is_told, repeated = past.find_repeated(text)
        if not is_told:
            news[theme].append(found)
            if not past.knows(source) and past.find_revised(text, theme, source.published):
                revising[theme].append(found)
        elif repeated:
            told.add(repeated.number)
            if past.is_further(source, repeated):
                said_again.add(repeated.number)
    return News(_freeze(news), _freeze(revising), frozenset(told), frozenset(said_again))


def _freeze(pools: Mapping[str, Sequence[Evidence]]) -> Mapping[str, tuple[Evidence, ...]]:
    return {theme: tuple(pool) for theme, pool in pools.items()}


class _Past:
    """The brief before, and what its readers know."""

    def __init__(self, before: Brief) -> None:
        self.sources = {source.number: source for source in before.sources}
        self.quotes = before.quotes()
        self.themes = {
            quote.number: section.theme
            for section in before.sections
            for quote in _quotes_of(section, before)
        }
        self.digests = {digest for source in before.sources for digest in (source.sha256, source.text_sha256)}
        remembered = before.changes.remembered if before.changes else ()
        self.texts = (*map(words_of_source, self.quotes), *remembered)
        self._told = Told(self.texts)

    def knows(self, source: Source) -> bool:
        """Whether it could draw on the very text of a source."""
        return source.sha256 in self.digests or source.text_sha256 in self.digests

    def is_further(self, source: Source, quote: Quote) -> bool:
        """Whether a source is new, and another article than the one that a quote is from."""
        earlier = self.sources.get(quote.citation.source)
        return not self.knows(source) and not (earlier and _is_same_article(source, earlier))

    def find_repeated(self, text: str) -> tuple[bool, Quote | None]:
        """Whether a sentence says nothing that was not told, and the quote that did where it is one."""
        return self._look_up(self._told.find_repeated(text))

    def find_continued(self, text: str) -> tuple[bool, Quote | None]:
        """Whether a sentence goes on with a story that was told, and where as in `find_repeated`."""
        return self._look_up(self._told.find_continued(text))

    def _look_up(self, place: int | None) -> tuple[bool, Quote | None]:
        is_here = place is not None and place < len(self.quotes)
        return place is not None, self.quotes[place] if is_here and place is not None else None

    def find_revised(
        self, text: str, theme: str, published: PartialDate | None
    ) -> tuple[Quote, Revision] | None:
        """The quote of the theme that has another number of the same thing.

        Of several it is one with the number that the sentence says it was, else the latest, else the likest.
        """
        if not find_figures(text):
            return None
        found = []
        for quote, kinship in zip(self.quotes, self._told.rate_kinship(text), strict=False):
            is_earlier = not (published and quote.published) or published.latest >= quote.published.earliest
            is_usable = _is_whole(quote) and quote.citation.source in self.sources
            if is_earlier and is_usable and self.themes.get(quote.number) == theme:
                days = count_days(published, quote.published)
                revision = find_revision(text, words_of_source(quote), kinship=kinship, days=days)
                if revision:
                    found.append((kinship, quote, revision))
        if not found:
            return None
        _, quote, revision = max(found, key=_rate_pair)
        return quote, revision


def _rate_pair(found: tuple[float, Quote, Revision]) -> tuple[bool, date, float]:
    kinship, quote, (now, then) = found
    day = quote.published.latest if quote.published else date.min
    return now.was == then.value, day, kinship


def _find_revised(past: _Past, now: Brief) -> Iterator[RevisedFigure]:
    """The figures of what both briefs tell of that differ, for each quote of articles that are new."""
    sources = {source.number: source for source in now.sources}
    for section in now.sections:
        for quote in _quotes_of(section, now):
            if _is_whole(quote) and not past.knows(sources[quote.citation.source]):
                words = words_of_source(quote)
                found = past.find_revised(words, section.theme, quote.published)
                if found:
                    earlier, (is_now, then) = found
                    source = past.sources[earlier.citation.source]
                    yield RevisedFigure(
                        quote.number,
                        words[is_now.span.start : is_now.span.end],
                        is_now.span.shifted(quote.citation.span.start),
                        _copy_quote(earlier, source, section.theme),
                        then.span,
                    )


def _copy_quote(quote: Quote, source: Source, theme: str) -> EarlierSentence:
    return EarlierSentence(
        number=quote.number,
        theme=theme,
        text=words_of_source(quote),
        source=source.number,
        paragraph=quote.citation.paragraph,
        article_id=source.article_id,
        span=quote.citation.span,
        parts=quote.parts,
        sentence=quote.sentence,
        lines=quote.lines,
        file=source.file,
        sha256=source.sha256,
        text_sha256=source.text_sha256,
        title=source.title,
        authors=source.authors,
        outlet=source.outlet,
        published=source.published,
    )


def _is_whole(quote: Quote) -> bool:
    """Whether a quote is all of its source's words at one place, and says of whom without a word of ours."""
    leans = any(repair.kind is RepairKind.PERSON for repair in quote.repairs)
    return quote.parts == (quote.citation.span,) and not leans


def _judge(quote: Quote, past: _Past, revised: Sequence[RevisedFigure]) -> SentenceChange:
    for figure in revised:
        if figure.quote == quote.number:
            return SentenceChange(quote.number, ChangeState.DEVELOPING, figure.earlier.number)
    same = next((earlier for earlier in past.quotes if _is_same_place(quote, earlier)), None)
    if same:
        return SentenceChange(quote.number, ChangeState.UNCHANGED, same.number)
    for state, (is_told, earlier) in (
        (ChangeState.UNCHANGED, past.find_repeated(words_of_source(quote))),
        (ChangeState.DEVELOPING, past.find_continued(words_of_source(quote))),
    ):
        if is_told:
            return SentenceChange(quote.number, state, earlier.number if earlier else None)
    return SentenceChange(quote.number, ChangeState.NEW)


def _is_same_place(quote: Quote, earlier: Quote) -> bool:
    """Whether both are one sentence of one file, however they were trimmed."""
    return (quote.citation.article_id, quote.sentence) == (earlier.citation.article_id, earlier.sentence)


def _find_said_again(past: _Past, now: Brief, sentences: Sequence[SentenceChange]) -> Iterator[int]:
    """The earlier quotes that a printed sentence says again of an article that is new."""
    sources = {source.number: source for source in now.sources}
    earlier = {quote.number: quote for quote in past.quotes}
    for quote, change in zip(now.quotes(), sentences, strict=True):
        repeated = earlier.get(change.earlier or 0) if change.state is ChangeState.UNCHANGED else None
        if repeated and past.is_further(sources[quote.citation.source], repeated):
            yield repeated.number


def _compare_themes(
    before: Brief,
    now: Brief,
    sentences: Sequence[SentenceChange],
    repeated: Collection[int],
    news: News | None,
) -> tuple[ThemeChange, ...]:
    states = {change.quote: change.state for change in sentences}
    living = {*repeated, *(change.earlier for change in sentences)}
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
        # Where no article at all may be used, none is there to say that a theme has fallen silent.
        has_more = bool(news and news.evidence.get(section.theme))
        state = (
            _state_of(change, section, earlier, has_more=has_more) if now.sources else ChangeState.UNCHANGED
        )
        found.append(replace(change, state=state))
    return tuple(found)


def _state_of(
    change: ThemeChange, section: Section, earlier: Section | None, *, has_more: bool
) -> ChangeState:
    """How a theme stands; `has_more` says that there is news of it, printed or not."""
    was_reported = earlier is not None and not earlier.is_empty
    if section.is_empty:
        return ChangeState.GONE if was_reported else ChangeState.UNCHANGED
    if not was_reported:
        return ChangeState.NEW
    return ChangeState.DEVELOPING if has_more or change.new or change.developing else ChangeState.UNCHANGED


def _quotes_of(section: Section, brief: Brief) -> tuple[Quote, ...]:
    """All that a brief prints on the theme of a section, key points first."""
    points = (point.quote for number, point in enumerate(brief.key_points, 1) if number in section.key_points)
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
