"""Briefs made by hand. Every country, person, outlet and event in them is invented."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from briefer.model import (
    Brief,
    BriefSpec,
    Citation,
    CitedParagraph,
    Curation,
    Genre,
    KeyPoint,
    LineRange,
    Method,
    PartialDate,
    Period,
    Piece,
    Quote,
    QuoteKind,
    Section,
    Source,
    Span,
)
from briefer.model.briefs import OMISSION

TEMPLATE = Path(__file__).parents[2] / "templates" / "policy-brief"

LIMITS = (
    "Every sentence is quoted word for word from a source. That a source says it does not make it true.",
    "The sources are the files that were given. What they leave out is not in this brief.",
    "Sentences were found by weighted word lists. One that speaks to a theme in other words is missed.",
)

HOSTILE = (
    "<script>alert('x')</script>",
    "</style><h1>big</h1>",
    "{{ 7 * 7 }} {% for a in b %}",
    "[click](javascript:alert(1)) <https://evil.example> &lt;b&gt; &copy;",
    "# heading\n* item\n\n    code\n1. one\n---\n| a | b |",
    "**bold** _it_ `code` ~~gone~~ ![img](x.png) $x^2$ @name www.evil.example",
    "Straße" * 70,
    "“Quote in ‘a quote’,” she said: «нет».",
    "ab\u202ecd \u2066ef\u2069",
    "😀 漢字 ሰላም",
)
"""Texts that would be markup, a link or a mess if a page took them at their word."""


def load_brief(name: str, **rest: Any) -> Brief:
    """The brief written down in `briefs/NAME.toml`."""
    path = Path(__file__).parent / "briefs" / f"{name}.toml"
    return make_brief(tomllib.loads(path.read_text("utf-8")), **rest)


def make_brief(content: Mapping[str, Any], **rest: Any) -> Brief:
    """A whole brief of plain values; its quotes are numbered as composition does it."""
    sources = [make_source(number, **entry) for number, entry in enumerate(content["source"], start=1)]
    made: list[Quote] = []

    def quote(cited: tuple[str, ...]) -> Quote:
        place, text, *rewording = cited
        number, paragraph = (int(part) for part in place.split(" ¶"))
        source = sources[number - 1]
        span = Span(0, len(text))
        citation = Citation(number, paragraph, source.article_id, span)
        made.append(
            Quote(
                len(made) + 1,
                text,
                citation,
                QuoteKind.TRIMMED if OMISSION in text else QuoteKind.VERBATIM,
                (span,),
                span,
                LineRange(paragraph, paragraph),
                source.genre,
                source.published,
                rewording="".join(rewording),
            )
        )
        return made[-1]

    points = [KeyPoint(entry["theme"], quote(entry["quote"])) for entry in content.get("key_point", ())]
    sections = [_make_section(entry, quote) for entry in content.get("section", ())]
    dates = [source.published for source in sources if source.published]
    annex = tuple(_make_paragraph(entry, sources) for entry in content.get("annex", ()))
    brief = Brief(
        title=content["title"],
        audience=content.get("audience", ""),
        handling=content.get("handling", ""),
        language="en",
        as_of=date(2026, 11, 20),
        period=Period(),
        oldest=min(dates, key=lambda day: day.earliest, default=None),
        newest=max(dates, key=lambda day: day.latest, default=None),
        bottom_line=content.get("bottom_line", ""),
        key_points=tuple(points),
        sections=tuple(sections),
        sources=tuple(replace(source, quotes=_used(source, made)) for source in sources),
        method=make_method(
            len(sources), sum(source.published is None for source in sources), content.get("curation", {})
        ),
        limits=LIMITS,
        paper="A4",
        spec=BriefSpec(themes=tuple(section.theme for section in sections), as_of=date(2026, 11, 20)),
        annex=annex,
    )
    return replace(brief, **rest)


def make_source(number: int, **known: Any) -> Source:
    """A source of which nothing is known but what is given."""
    blank = Source(
        number=number,
        article_id=f"a{number:011}",
        file=f"{number:03}_clipping.txt",
        sha256=f"{number:064x}",
        text_sha256=f"{number + 256:064x}",
        title=None,
        authors=(),
        outlet=None,
        published=None,
        genre=None,
        url=None,
        language="en",
        quotes=(),
    )
    parsers: dict[str, Callable[[Any], Any]] = {
        "authors": tuple,
        "genre": Genre,
        "published": PartialDate.from_iso,
    }
    return replace(
        blank, **{name: parsers.get(name, lambda value: value)(value) for name, value in known.items()}
    )


def make_method(articles_read: int, undated: int = 0, curation: Mapping[str, int] | None = None) -> Method:
    """Counts that do not contradict the sources."""
    return Method(
        files_found=articles_read + 2 + (curation or {}).get("left_out", 0),
        files_skipped=1,
        duplicates=1,
        outside_period=0,
        articles_read=articles_read,
        undated=undated,
        lines_removed=262,
        sentences=412,
        summariser="coverage",
        template="policy-brief",
        version="0.1.0",
        curation=Curation(**curation or {}),
    )


def make_hostile_brief(text: str) -> Brief:
    """A brief in which every text that an article, a file name or the analyst can fill is `text`."""
    written = " ".join(text.split())
    source = {"title": text, "authors": [text, text], "outlet": text, "file": f"{text}.txt", "url": text}
    part = {
        "title": text,
        "found": [5, 1],
        "key_points": [1],
        "summary": [("1 ¶2", text), ("1 ¶3", f"Before {text} after.")],
        "evidence": [("1 ¶4", text, written)],
        "commentary": [("1 ¶5", text)],
        "assessment": f"{written}\n\n{written}",
    }
    return make_brief(
        {
            "title": text,
            "audience": text,
            "handling": text,
            "bottom_line": written,
            "source": [source, source],
            "key_point": [{"theme": text, "quote": ("1 ¶1", text)}],
            "section": [part],
            "annex": [{"place": "1 ¶1", "pieces": [(text, 0), (text, 1), (" […]", -1)]}],
        },
        limits=(text,),
    )


def make_long_brief(*, sections: int, sources: int) -> Brief:
    """A brief of many pages, with long titles and an article for every section."""
    brief = load_brief("small")
    filled = [section for section in brief.sections if section.evidence]
    titles = [
        f"Theme {number} with a title that takes more than one line of the page to say what it is about"
        for number in range(1, sections + 1)
    ]
    more = [
        replace(
            brief.sources[0],
            number=number,
            article_id=f"a{number:011}",
            file=f"{number:04}_a-rather-long-file-name-as-exports-of-databases-have-them.txt",
            title=f"{brief.sources[4].title}, and what it means for region {number}",
            quotes=(),
        )
        for number in range(len(brief.sources) + 1, sources + 1)
    ]
    return replace(
        brief,
        title="A title as long as an analyst in a hurry would write it, with a colon: then a whole sentence",
        sections=tuple(replace(filled[n % len(filled)], title=title) for n, title in enumerate(titles)),
        sources=(*brief.sources, *more),
    )


def _make_section(entry: Mapping[str, Any], quote: Any) -> Section:
    sentence_count, source_count = entry.get("found", (0, 0))
    return Section(
        theme=entry["title"].lower().replace(" ", "-"),
        title=entry["title"],
        lexicon_sha256="0" * 64,
        summary=tuple(map(quote, entry.get("summary", ()))),
        evidence=tuple(map(quote, entry.get("evidence", ()))),
        commentary=tuple(map(quote, entry.get("commentary", ()))),
        key_points=tuple(entry.get("key_points", ())),
        sentence_count=sentence_count,
        source_count=source_count,
        assessment=entry.get("assessment", ""),
    )


def _make_paragraph(entry: Mapping[str, Any], sources: list[Source]) -> CitedParagraph:
    """Pieces are texts, each with the number of its quote, 0 for what stands around, -1 for an omission."""
    number, paragraph = (int(part) for part in entry["place"].split(" ¶"))
    pieces, end = [], 0
    for text, quote in entry["pieces"]:
        span = Span(end, end + len(text)) if quote >= 0 else None
        pieces.append(Piece(text, span, quote if quote > 0 else None))
        end += len(text)
    citation = Citation(number, paragraph, sources[number - 1].article_id, Span(0, end))
    return CitedParagraph(citation, tuple(pieces), LineRange(paragraph, paragraph))


def _used(source: Source, quotes: Iterable[Quote]) -> tuple[int, ...]:
    return tuple(quote.number for quote in quotes if quote.citation.source == source.number)
