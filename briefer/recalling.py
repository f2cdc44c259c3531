"""A brief as far as its ledger tells: what it printed, of which articles, on which themes."""

from collections.abc import Iterable, Mapping, Sequence

from briefer.model import (
    Brief,
    Citation,
    Entry,
    KeyPoint,
    Ledger,
    LedgerSource,
    LedgerTheme,
    Part,
    Quote,
    QuoteKind,
    Section,
    Source,
)

_IN_SECTIONS = (Part.SUMMARY, Part.EVIDENCE, Part.COMMENTARY)


def recall_brief(ledger: Ledger) -> Brief:
    """The brief that a ledger is of, fit to be compared with a later one.

    Only what a ledger has is there: no analyst's text, and nothing of what the briefs before it printed.
    """
    printed = [entry for entry in ledger.entries if entry.part in (Part.KEY_POINTS, *_IN_SECTIONS)]
    sources = {source.number: source for source in ledger.sources}
    quotes = {
        entry.id: _quote(number, entry, sources)
        for number, entry in enumerate(printed, start=1)
        if entry.source in sources
    }
    points = [entry for entry in printed if entry.part is Part.KEY_POINTS and entry.id in quotes]
    dates = [source.published for source in ledger.sources if source.published]
    return Brief(
        title=ledger.title,
        audience="",
        handling="",
        language="en",
        as_of=ledger.as_of,
        period=ledger.spec.period,
        oldest=min(dates, key=lambda day: day.earliest, default=None),
        newest=max(dates, key=lambda day: day.latest, default=None),
        bottom_line="",
        key_points=tuple(KeyPoint(entry.theme or "", quotes[entry.id]) for entry in points),
        sections=tuple(_section(theme, printed, points, quotes) for theme in ledger.themes),
        sources=tuple(_source(source, quotes.values()) for source in ledger.sources),
        method=ledger.method,
        limits=(),
        paper=ledger.spec.paper,
        spec=ledger.spec,
        edition=ledger.edition,
    )


def _section(
    theme: LedgerTheme, printed: Sequence[Entry], points: Sequence[Entry], quotes: Mapping[str, Quote]
) -> Section:
    parts = {
        part: tuple(
            quotes[entry.id]
            for entry in printed
            if (entry.part, entry.theme) == (part, theme.title) and entry.id in quotes
        )
        for part in _IN_SECTIONS
    }
    return Section(
        theme=theme.name,
        title=theme.title,
        lexicon_sha256=theme.lexicon_sha256,
        summary=parts[Part.SUMMARY],
        evidence=parts[Part.EVIDENCE],
        commentary=parts[Part.COMMENTARY],
        key_points=tuple(
            number for number, entry in enumerate(points, start=1) if entry.theme == theme.title
        ),
        sentence_count=theme.sentence_count,
        source_count=theme.source_count,
        assessment="",
    )


def _quote(number: int, entry: Entry, sources: Mapping[int, LedgerSource]) -> Quote:
    source = sources[entry.source]
    return Quote(
        number=number,
        text=entry.words,
        citation=Citation(entry.source, entry.paragraph, source.article_id, entry.span),
        kind=QuoteKind.VERBATIM if entry.spans == (entry.span,) else QuoteKind.TRIMMED,
        parts=entry.spans,
        sentence=entry.sentence,
        lines=entry.lines,
        genre=source.genre,
        published=source.published,
        repairs=entry.repairs,
    )


def _source(source: LedgerSource, quotes: Iterable[Quote]) -> Source:
    return Source(
        number=source.number,
        article_id=source.article_id,
        file=source.file,
        sha256=source.sha256,
        text_sha256=source.text_sha256,
        title=source.title,
        authors=source.authors,
        outlet=source.outlet,
        published=source.published,
        genre=source.genre,
        url=source.url,
        language=None,
        quotes=tuple(quote.number for quote in quotes if quote.citation.source == source.number),
    )
