"""A brief's ledger: made of the brief alone, written as JSON, and read back with suspicion."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefer.model import (
    AnalystText,
    Brief,
    Changes,
    CitedParagraph,
    EarlierSentence,
    Entry,
    EntryKind,
    Ledger,
    LedgerBefore,
    LedgerSource,
    LedgerTheme,
    PageText,
    Part,
    Quote,
    QuoteKind,
    RevisedFigure,
    Source,
)
from briefer.model.plain import from_plain, to_plain
from briefer.text.hygiene import escape_hidden

FORMAT = "briefer.ledger/1"
"""Changes when a field changes its meaning or goes, not when one is added."""
LARGEST_BYTES = 32 << 20
_MOST_ENTRIES = 5_000


def make_ledger(brief: Brief, *, page: Sequence[PageText] = ()) -> Ledger:
    """The evidence of a brief, in printing order; the numbers of its pages are not known yet.

    `page` is what is printed besides quotations, where the form of the brief has pages.
    """
    return Ledger(
        format=FORMAT,
        title=brief.title,
        as_of=brief.as_of,
        cleaning=brief.method.version,
        spec=brief.spec,
        themes=tuple(
            LedgerTheme(
                section.theme,
                section.title,
                section.lexicon_sha256,
                section.sentence_count,
                section.source_count,
            )
            for section in brief.sections
        ),
        sources=tuple(map(_source, brief.sources)),
        entries=(
            *_revision_entries(brief),
            *(_entry(quote, part, theme) for quote, part, theme in _places(brief)),
            *map(_context_entry, brief.annex),
        ),
        analyst=tuple(text for text in _written(brief) if text.text),
        waivers=brief.waivers,
        unchecked=brief.unchecked,
        unprintable=brief.unprintable,
        method=brief.method,
        edition=brief.edition,
        before=_before(brief.changes) if brief.changes else None,
        choices=brief.choices,
        left_out=brief.left_out,
        page=tuple(page),
    )


def write_ledger(ledger: Ledger) -> str:
    """The ledger as JSON, one space a level, with a line end."""
    return format_ledger(to_plain(ledger))


def format_ledger(content: Mapping[str, Any]) -> str:
    """The fields of a ledger as JSON."""
    return escape_hidden(json.dumps(content, ensure_ascii=False, indent=1)) + "\n"


def parse_ledger(content: bytes) -> Ledger:
    """The ledger that `write_ledger` wrote, or somebody who would deceive us.

    Raises:
        ValueError: it is none; says why in a few words.
    """
    if len(content) > LARGEST_BYTES:
        raise ValueError(f"it is larger than {LARGEST_BYTES >> 20} MB")
    try:
        plain = json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise ValueError("it is no JSON") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    ledger = from_plain(Ledger, plain)
    if len(ledger.entries) > _MOST_ENTRIES:
        raise ValueError(f"it has more than {_MOST_ENTRIES:,} entries")
    if len({entry.id for entry in ledger.entries}) < len(ledger.entries):
        raise ValueError("two of its entries have one id")
    return ledger


def digest_printed(ledger: Ledger) -> str:
    """SHA-256, in hexadecimal, of the sentences of a brief and of its files; alike in every form of it."""
    printed = [
        [entry.id, entry.source, entry.paragraph, to_plain(entry.spans), entry.words]
        for entry in ledger.entries
        if entry.part not in (Part.CHANGES, Part.ANNEX)
    ]
    sources = [[source.number, source.sha256] for source in ledger.sources]
    content = json.dumps([ledger.title, str(ledger.as_of), sources, printed])
    return hashlib.sha256(content.encode()).hexdigest()


def _places(brief: Brief) -> Iterator[tuple[Quote, Part, str]]:
    for point in brief.key_points:
        yield point.quote, Part.KEY_POINTS, point.theme
    for section in brief.sections:
        for part, quotes in (
            (Part.SUMMARY, section.summary),
            (Part.EVIDENCE, section.evidence),
            (Part.COMMENTARY, section.commentary),
        ):
            for quote in quotes:
                yield quote, part, section.title


def _written(brief: Brief) -> Iterator[AnalystText]:
    """What the analyst may have written, in printing order; some of it is empty."""
    yield AnalystText(None, None, brief.bottom_line)
    for point in brief.key_points:
        yield AnalystText(point.theme, f"q{point.quote.number}", point.quote.rewording)
    for section in brief.sections:
        yield AnalystText(section.title, None, section.assessment)
        for quote in (*section.evidence, *section.commentary):
            yield AnalystText(section.title, f"q{quote.number}", quote.rewording)


def _entry(quote: Quote, part: Part, theme: str) -> Entry:
    citation = quote.citation
    return Entry(
        id=f"q{quote.number}",
        part=part,
        theme=theme,
        page=None,
        kind=_kind(quote),
        source=citation.source,
        paragraph=citation.paragraph,
        span=citation.span,
        spans=quote.parts,
        sentence=quote.sentence,
        lines=quote.lines,
        words=quote.text,
        repairs=quote.repairs,
    )


def _context_entry(paragraph: CitedParagraph) -> Entry:
    citation = paragraph.citation
    return Entry(
        id=paragraph.id,
        part=Part.ANNEX,
        theme=None,
        page=None,
        kind=EntryKind.CONTEXT,
        source=citation.source,
        paragraph=citation.paragraph,
        span=citation.span,
        spans=paragraph.parts,
        sentence=next(piece.span for piece in paragraph.pieces if piece.span and piece.quote is not None),
        lines=paragraph.lines,
        words=paragraph.text,
    )


def _revision_entries(brief: Brief) -> Iterator[Entry]:
    """What the account of changes prints: for each revised figure the amount now and the sentence then."""
    quotes = {quote.number: quote for quote in brief.quotes()}
    titles = {section.theme: section.title for section in brief.sections}
    for number, figure in enumerate(brief.changes.revised if brief.changes else (), start=1):
        theme = titles[figure.earlier.theme]
        yield _amount_entry(number, figure, quotes[figure.quote], theme)
        yield _earlier_entry(number, figure.earlier, theme)


def _amount_entry(number: int, figure: RevisedFigure, quote: Quote, theme: str) -> Entry:
    return Entry(
        id=f"amount-{number}",
        part=Part.CHANGES,
        theme=theme,
        page=None,
        kind=EntryKind.AMOUNT,
        source=quote.citation.source,
        paragraph=quote.citation.paragraph,
        span=figure.span,
        spans=(figure.span,),
        sentence=quote.sentence,
        lines=quote.lines,
        words=figure.amount,
    )


def _earlier_entry(number: int, earlier: EarlierSentence, theme: str) -> Entry:
    return Entry(
        id=f"earlier-{number}",
        part=Part.CHANGES,
        theme=theme,
        page=None,
        kind=EntryKind.EARLIER,
        source=earlier.source,
        paragraph=earlier.paragraph,
        span=earlier.span,
        spans=earlier.parts,
        sentence=earlier.sentence,
        lines=earlier.lines,
        words=earlier.text,
    )


def _before(changes: Changes) -> LedgerBefore:
    cited = {figure.earlier.source: figure.earlier for figure in changes.revised}
    return LedgerBefore(
        title=changes.before.title,
        as_of=changes.before.as_of,
        edition=changes.before.edition,
        sha256=changes.before.sha256,
        sources=tuple(_earlier_source(cited[number]) for number in sorted(cited)),
    )


def _earlier_source(earlier: EarlierSentence) -> LedgerSource:
    return LedgerSource(
        number=earlier.source,
        article_id=earlier.article_id,
        file=earlier.file,
        sha256=earlier.sha256,
        text_sha256=earlier.text_sha256,
        title=earlier.title,
        authors=earlier.authors,
        outlet=earlier.outlet,
        published=earlier.published,
        genre=None,
        url=None,
    )


def _kind(quote: Quote) -> EntryKind:
    if quote.kind is not QuoteKind.VERBATIM:
        return EntryKind.TRIMMED if quote.kind is QuoteKind.TRIMMED else EntryKind.REPAIRED
    is_carried = quote.citation.span.start < quote.sentence.start
    return EntryKind.CARRIED if is_carried else EntryKind.VERBATIM


def _source(source: Source) -> LedgerSource:
    return LedgerSource(
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
    )
