"""A finished brief as CommonMark: what stands in block quotes is the sources' own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefer.model import Brief, Changes, KeyPoint, Piece, Quote, Section, Source
from briefer.rendering import news, wording
from briefer.rendering.links import safe_url
from briefer.text.counted import spell_count, spell_list

# Everything that CommonMark, tables, formulas, mentions or bare links could begin or end with.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]|(?<=[a-zA-Z]):(?=/)|(?<=www)\.")
# What makes a list, a heading, a rule or a code block of a line when it stands first in it.
_OPENING = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[-+=:!]))")
# White space and controls, but not the spaces that hold two words together.
_BREAKS = re.compile(r"(?:[^\S\u00a0\u2007\u202f]|[\x00-\x1f\x7f-\x9f])+")

_MOST_UNUSED = 30
"""So many of the articles that are not cited are named."""


def render_markdown(brief: Brief) -> str:
    """The whole brief. No text of a source can become markup, a link or HTML."""
    return "\n\n".join(_blocks(brief)) + "\n"


def escape(text: str) -> str:
    """`text` as one line that CommonMark shows as it is; runs of white space become one space."""
    line = _MARKUP.sub(lambda match: "\\" + match[0], _BREAKS.sub(" ", text).strip())
    return _OPENING.sub(lambda match: match[0] + "\\", line)


def _blocks(brief: Brief) -> Iterator[str]:
    sources = {source.number: source for source in brief.sources}
    yield f"# {escape(brief.title)}"
    yield " · ".join(
        [
            wording.spell_kind(brief),
            *([f"**{wording.spell_mark(brief)}**"] if brief.unchecked else []),
            *([f"**{escape(brief.handling)}**"] if brief.handling else []),
            wording.spell_day(brief.as_of),
        ]
    )
    if brief.audience:
        yield f"For {escape(brief.audience)}"
    yield " · ".join((*wording.spell_facts(brief), wording.spell_coverage(brief)))
    if period := wording.spell_period(brief):
        yield period
    yield "Words in block quotes are the sources’ own, but for what is in italics. " + escape(
        " ".join(wording.spell_key(brief))
    )
    if brief.changes:
        yield f"## Changes {escape(news.spell_since(brief.changes))}"
        yield from _changes(brief, brief.changes)
    if brief.bottom_line:
        yield "## Bottom line (analyst)"
        yield from _written(brief.bottom_line)
    if brief.key_points:
        yield "## Key points"
        for number, point in enumerate(brief.key_points, start=1):
            yield _indent(f"{number}. ", _key_point(point, brief, sources))
    for number, section in enumerate(brief.sections, start=1):
        yield f"## {number} {escape(section.title)}"
        yield from _section(section, brief, sources)
    yield "## Sources"
    yield "\n".join(_source(source, brief) for source in brief.sources if source.quotes) or "None."
    yield from _unused([source for source in brief.sources if not source.quotes])
    yield from _annex(brief, sources)
    yield "## How this brief was made"
    yield escape(" ".join(wording.spell_method(brief)))
    yield "## Limits"
    yield "\n".join(f"- {escape(limit)}" for limit in brief.limits)


def _changes(brief: Brief, changes: Changes) -> Iterator[str]:
    if no_change := news.spell_no_change(brief):
        yield escape(no_change)
        return
    for figure in changes.revised:
        quote = news.get_revised(figure, brief)
        yield f"**Revised figure**, {escape(news.spell_place(quote, brief))}:"
        yield f"> {escape(figure.amount)} {_ours(wording.spell_citation(quote.citation))}"
        earlier = figure.earlier
        said_by = f"{escape(wording.spell_origin(earlier))}, {wording.spell_day(earlier.published)}"
        cited = f"earlier {earlier.source}\N{NO-BREAK SPACE}¶{earlier.paragraph}"
        yield f"where {escape(news.spell_before(changes))} had, from {said_by}:"
        yield f"> {escape(earlier.text)} {_ours(cited)}"
    yield "\n".join(f"- **{label}:** {escape(said)}" for label, said in news.spell_changes(brief))


def _key_point(point: KeyPoint, brief: Brief, sources: dict[int, Source]) -> Iterator[str]:
    yield from _words(point.quote)
    support = wording.spell_support(point)
    attribution = _attribution(point.quote, brief, sources)
    yield f"{escape(point.theme)} {attribution}" + (f" · {support}" if support else "")


def _section(section: Section, brief: Brief, sources: dict[int, Source]) -> Iterator[str]:
    news_of_it = news.spell_news(section, brief)
    elsewhere = _elsewhere(section, is_told=bool(news_of_it))
    yield f"{wording.spell_found(section)}{elsewhere}." + (f" {news_of_it}." if news_of_it else "")
    if section.summary:
        yield "> " + " ".join(
            f"{_text(quote)} {_ours(wording.spell_cited_with_date(quote, brief))}"
            for quote in section.summary
        )
    if section.assessment:
        yield "### Assessment (analyst)"
        yield from _written(section.assessment)
    if section.evidence:
        yield "### Evidence"
        for quote in section.evidence:
            yield from _words(quote)
            yield _attribution(quote, brief, sources)
    if section.commentary:
        yield "### Commentary"
        yield "Opinion pieces: their authors’ views."
        for quote in section.commentary:
            yield from _words(quote)
            yield _attribution(quote, brief, sources)


def _elsewhere(section: Section, *, is_told: bool) -> str:
    if section.key_points:
        points = spell_list([str(number) for number in section.key_points])
        return f"; see also key point{'s' if len(section.key_points) > 1 else ''} {points}"
    printed = is_told or section.is_empty or section.summary or section.evidence or section.commentary
    return "" if printed else "; none is printed"


def _words(quote: Quote) -> Iterator[str]:
    if quote.rewording:
        yield "**Reworded (analyst):**"
        yield from _written(quote.rewording)
    yield f"> {_text(quote)} {_ours(wording.spell_cited(quote))}"


def _text(quote: Quote) -> str:
    """The words of a quote; what is ours among them is in italics, as nothing of a source is."""
    done, rest = "", escape(quote.text)
    for run, ours in wording.part_ours(quote):
        if ours:
            before, mark, rest = rest.partition(escape(run))
            done += f"{before}*{mark}*"
    return done + rest


def _ours(cited: str) -> str:
    """A citation, told by its italics from one that a source has among its words."""
    return f"*\\[{cited}\\]*"


def _written(text: str) -> Iterator[str]:
    """The analyst's paragraphs."""
    return map(escape, wording.split_paragraphs(text))


def _attribution(quote: Quote, brief: Brief, sources: dict[int, Source]) -> str:
    source = sources[quote.citation.source]
    genre = f" · {quote.genre}" if quote.genre else ""
    state = f" · {found}" if (found := news.spell_state(quote, brief)) else ""
    return f"— {escape(wording.spell_origin(source))}, {wording.spell_day(quote.published)}{genre}{state}"


def _source(source: Source, brief: Brief) -> str:
    used = sorted(
        quote.citation.paragraph for quote in brief.quotes() if quote.citation.source == source.number
    )
    parts = [
        f"{escape(source.title or 'Untitled')}. {escape(wording.spell_origin(source))}",
        wording.spell_day(source.published),
        *([str(source.genre)] if source.genre else []),
        f"{spell_count(len(used), 'sentence')} used: {', '.join(f'¶{number}' for number in used)}",
        escape(wording.spell_file(source)),
    ]
    url = safe_url(source.url)
    return f"{source.number}. " + " · ".join([*parts, *([f"<{url}>"] if url else [])])


def _unused(sources: Sequence[Source]) -> Iterator[str]:
    """The articles that were read and not cited, in brief: a folder of hundreds would bury the others."""
    if not sources:
        return
    yield "### Read, not cited"
    shown = [
        f"{source.number}. {escape(source.title or wording.spell_file(source))} · "
        f"{escape(wording.spell_origin(source))}, {wording.spell_day(source.published)}"
        for source in sources[:_MOST_UNUSED]
    ]
    yield "\n".join(shown)
    if len(sources) > len(shown):
        yield f"and {spell_count(len(sources) - len(shown), 'more article')}"


def _annex(brief: Brief, sources: dict[int, Source]) -> Iterator[str]:
    if not brief.annex:
        return
    yield "## Evidence annex"
    yield escape(" ".join(wording.spell_annex(brief))) + " What is quoted is set in **bold**."
    for number, paragraphs in groupby(brief.annex, key=lambda paragraph: paragraph.citation.source):
        source = sources[number]
        yield f"### {number} {escape(source.title or wording.spell_file(source))}"
        for paragraph in paragraphs:
            places = [place for _, place in wording.find_quoting(paragraph, brief)]
            yield f"¶{paragraph.citation.paragraph}: {', '.join(places)}"
            yield f"> {_join_pieces(paragraph.pieces)} {_ours(wording.spell_citation(paragraph.citation))}"


def _join_pieces(pieces: Iterable[Piece]) -> str:
    """A paragraph of the annex with what is quoted in bold."""
    shown, is_parted = "", False
    for piece in pieces:
        words = escape(piece.text)
        if piece.span is None:
            words = f"*{words}*"
        elif words and piece.quote is not None:
            words = f"**{words}**"
        is_parted = is_parted or piece.text[:1].isspace() or _would_stick(shown, words)
        if words:
            shown += " " + words if is_parted and shown else words
            is_parted = False
        is_parted = is_parted or piece.text[-1:].isspace()
    return shown


def _would_stick(shown: str, words: str) -> bool:
    """Whether stars would not be read as bold type between what is shown and the words that follow.

    Source: CommonMark 0.31, 6.2, left-flanking and right-flanking delimiter runs.
    """
    if shown.endswith("**") and words:
        return words.startswith("**") or (not shown[-3].isalnum() and words[0].isalnum())
    return words.startswith("**") and not words[2].isalnum() and shown[-1:].isalnum()


def _indent(marker: str, blocks: Iterable[str]) -> str:
    """A list item of several blocks."""
    return marker + ("\n\n" + " " * len(marker)).join(blocks)
