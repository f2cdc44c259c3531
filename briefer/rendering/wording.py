"""What a page says in its own words: counts, dates and names, never a claim about the world.

Every form of a brief says these alike. Months and plurals are English and do not follow the locale.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from briefer.model import (
    Brief,
    Citation,
    CitedParagraph,
    Curation,
    EarlierSentence,
    Genre,
    KeyPoint,
    PartialDate,
    Quote,
    QuoteKind,
    Section,
    Source,
)
from briefer.model.briefs import BLANK, OMISSION
from briefer.text.brackets import part_brackets
from briefer.text.calendar import spell_date
from briefer.text.counted import spell_count, spell_list

_ONE_STORY_DAYS = 31
_REPAIRS_EXPLAINED = (
    "Words like [this] inside a quote are ours: taken from further up in the same article, or a date "
    "that follows from the article’s own."
)


def spell_day(day: date | PartialDate | None) -> str:
    """`7 October 2015`, `October 2015` or `2015`, as precise as it is known, or `undated`."""
    return spell_date(day) if day else "undated"


def spell_authors(authors: Sequence[str]) -> str:
    """Up to three names, else the first and how many more; empty when there are none."""
    if len(authors) > 3:
        return f"{authors[0]} and {len(authors) - 1} others"
    return spell_list(authors)


def spell_origin(source: Source | EarlierSentence) -> str:
    """Who is speaking: the authors and the outlet, as far as they are known."""
    known = [part for part in (spell_authors(source.authors), source.outlet) if part]
    return ", ".join(known) or "Outlet not determined"


def spell_file(source: Source) -> str:
    """The name of the source's file, without its folders and fit to be printed."""
    name = PurePosixPath(source.file).name
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def spell_citation(citation: Citation) -> str:
    """`3 ¶4`: paragraph 4 of source 3."""
    return f"{citation.source}\N{NO-BREAK SPACE}¶{citation.paragraph}"


def spell_cited(quote: Quote) -> str:
    """`3 ¶4`, or `3 ¶4, trimmed` where the analyst left words out."""
    return spell_citation(quote.citation) + (", trimmed" if quote.kind is QuoteKind.TRIMMED else "")


def spell_cited_with_date(quote: Quote, brief: Brief) -> str:
    """As `spell_cited`, with the month of the source where the brief's articles lie further apart.

    In a paragraph of several sources, "in August" means nothing unless each says of which year.
    """
    cited = spell_cited(quote)
    if not (quote.published and brief.oldest and brief.newest):
        return cited
    if (brief.newest.latest - brief.oldest.earliest).days <= _ONE_STORY_DAYS:
        return cited
    return f"{cited}, {spell_day(PartialDate(quote.published.year, quote.published.month))}"


def spell_support(point: KeyPoint) -> str:
    """`single source`, `one source in these words`, `said by 2 sources`; empty where nobody counted."""
    if point.origins == 1:
        return "one source in these words" if point.is_retold else "single source"
    return f"said by {point.origins:,} sources" if point.origins else ""


def spell_mark(brief: Brief) -> str:
    """What stands on every page of a brief that was printed in spite of errors; else empty."""
    return "Unchecked" if brief.unchecked else ""


def spell_key(brief: Brief) -> tuple[str, ...]:
    """How quotes are to be read: what a citation means and, where it stands, what an omission mark does."""
    return (
        "[2\N{NO-BREAK SPACE}¶4] means source\N{NO-BREAK SPACE}2, paragraph\N{NO-BREAK SPACE}4.",
        *([f"{OMISSION} marks words that the analyst left out."] if _count_trimmed(brief) else []),
        *([_REPAIRS_EXPLAINED] if any(quote.repairs for quote in brief.quotes()) else []),
    )


def spell_annex(brief: Brief) -> tuple[str, ...]:
    """What the annex is, a sentence each; how it marks what is quoted, the page itself says."""
    is_cut = any(piece.span is None for paragraph in brief.annex for piece in paragraph.pieces)
    return (
        "The paragraphs that are quoted, in the words of their sources.",
        *(
            [
                f"{OMISSION} stands for what is not printed here: of each source at most "
                f"{spell_count(brief.spec.annex_words, 'word')} around what is quoted."
            ]
            if is_cut
            else []
        ),
    )


def find_paragraph(citation: Citation, brief: Brief) -> CitedParagraph | None:
    """The paragraph of the annex that a citation leads to."""
    place = citation.source, citation.paragraph
    return next(
        (found for found in brief.annex if (found.citation.source, found.citation.paragraph) == place), None
    )


def find_quoting(paragraph: CitedParagraph, brief: Brief) -> tuple[tuple[int, str], ...]:
    """Where a paragraph of the annex is quoted: what each place is called, with the first quote there."""
    places: dict[int, str] = {}
    for number, point in enumerate(brief.key_points, start=1):
        places[point.quote.number] = f"key point {number}"
    for number, section in enumerate(brief.sections, start=1):
        for quote in (*section.summary, *section.evidence, *section.commentary):
            places[quote.number] = f"section {number}"
    first: dict[str, int] = {}
    for quoted in sorted(paragraph.quotes):
        first.setdefault(places[quoted], quoted)
    return tuple((quoted, place) for place, quoted in first.items())


def mark_unprintable(brief: Brief, letters: str) -> Brief:
    """The brief that shows a mark for each of these letters, and says so among its limits."""
    counts = Counter[int]()
    printed = [(quote.citation, quote.text) for quote in brief.quotes()]
    printed += [(paragraph.citation, paragraph.text) for paragraph in brief.annex]
    for citation, text in printed:
        counts[citation.source] += sum(letter in letters for letter in text)
    known = [f"{counts[number]:,} of source {number}" for number in sorted(counts) if counts[number]]
    where = f": {spell_list(known)}" if known else ""
    limit = f"Letters that no font of this machine has stand as {BLANK}{where}. The ledger has them."
    return replace(brief, limits=(*brief.limits, limit), unprintable=letters)


def part_ours(quote: Quote) -> tuple[tuple[str, str], ...]:
    """The text of a quote in runs, each with what it is: `omission` and `repair` are ours, "" is not."""
    parted: list[tuple[str, str]] = []
    for run, is_ours in part_brackets(quote.text, quote.repairs):
        if is_ours:
            parted += [(run[:1], ""), (run[1:], "repair")]
        elif quote.kind is QuoteKind.TRIMMED:
            pieces = re.split(f"({re.escape(OMISSION)})", run)
            parted += [(piece, "omission" if piece == OMISSION else "") for piece in pieces if piece]
        else:
            parted.append((run, ""))
    return tuple(parted)


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of the analyst's text."""
    return tuple(text.split("\n\n")) if text else ()


def spell_found(section: Section) -> str:
    """`9 sentences from 4 sources`, or that there is nothing."""
    if section.is_empty:
        return "No reporting found"
    sentences = spell_count(section.sentence_count, "sentence")
    return f"{sentences} from {spell_count(section.source_count, 'source')}"


def spell_facts(brief: Brief) -> tuple[str, ...]:
    """What the brief rests on: `5 articles`, `4 outlets`, `2 opinion pieces`, `1 undated`."""
    sources = brief.sources
    outlets = {source.outlet.casefold() for source in sources if source.outlet}
    opinions = sum(source.genre is Genre.OPINION for source in sources)
    undated = sum(source.published is None for source in sources)
    nameless = sum(source.outlet is None for source in sources)
    return (
        spell_count(len(sources), "article"),
        *([spell_count(len(outlets), "outlet")] if outlets else []),
        *([f"{nameless:,} of undetermined outlet"] if nameless else []),
        *([spell_count(opinions, "opinion piece")] if opinions else []),
        *([f"{undated:,} undated"] if 0 < undated < len(sources) else []),
    )


def spell_kind(brief: Brief) -> str:
    """What it is: `Policy brief`, or `Policy brief · No. 13` where it is an edition of a report."""
    return "Policy brief" if brief.edition is None else f"Policy brief · No.\N{NO-BREAK SPACE}{brief.edition}"


def spell_coverage(brief: Brief) -> str:
    """The dates of the articles: `articles from 7 February 2015 to 12 May 2018`."""
    oldest, newest = brief.oldest, brief.newest
    if not brief.sources:
        return "none to draw on"
    if oldest is None or newest is None:
        return "no article is dated"
    if oldest == newest:
        return f"articles of {spell_day(newest)}"
    return f"articles from {spell_day(oldest)} to {spell_day(newest)}"


def spell_period(brief: Brief) -> str:
    """The period that was asked for, or empty when it was left open."""
    since, until = brief.period.since, brief.period.until
    if since and until:
        return f"Period asked for: {spell_day(since)} to {spell_day(until)}"
    if since:
        return f"Period asked for: since {spell_day(since)}"
    return f"Period asked for: until {spell_day(until)}" if until else ""


def spell_method(brief: Brief) -> tuple[str, ...]:
    """How the brief was made, a sentence each; what did not happen is left out."""
    method = brief.method
    set_aside = [
        text
        for number, text in (
            (method.files_skipped, f"{method.files_skipped:,} could not be read"),
            (method.duplicates, f"{method.duplicates:,} repeated another file"),
            (method.outside_period, f"{method.outside_period:,} were not dated within the period"),
            (method.curation.left_out, f"the analyst left out {method.curation.left_out:,}"),
        )
        if number
    ]
    undated = f", of which {method.undated:,} undated" if method.undated else ""
    return (
        f"Of {spell_count(method.files_found, 'file')}, {method.articles_read:,} "
        f"{'was' if method.articles_read == 1 else 'were'} used{undated}"
        + (f"; {spell_list(set_aside)}." if set_aside else "."),
        f"{spell_count(method.lines_removed, 'line')} of page furniture "
        f"{'was' if method.lines_removed == 1 else 'were'} set aside and "
        f"{spell_count(method.sentences, 'sentence')} weighed.",
        *_spell_overtaken(method.overtaken),
        "Every sentence of a source is printed word for word and cited to its paragraph; "
        "none was written, joined or shortened by the program.",
        *_spell_curation(
            method.curation,
            trimmed=_count_trimmed(brief),
            reworded=sum(bool(quote.rewording) for quote in brief.quotes()),
        ),
        *_spell_checks(brief),
        f"Summariser {method.summariser}, template {method.template}, briefer {method.version}.",
    )


def _spell_overtaken(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    were, their = ("was", "its") if count == 1 else ("were", "their")
    return (
        f"{spell_count(count, 'sentence')} {were} passed over, for another article gives {their} amount "
        "otherwise.",
    )


def _spell_curation(curation: Curation, *, trimmed: int, reworded: int) -> tuple[str, ...]:
    deeds = [
        f"{deed} {number:,}"
        for deed, number in (
            ("pinned", curation.pinned),
            ("kept", curation.kept),
            ("dropped", curation.dropped),
            ("trimmed", trimmed),
            ("reworded", reworded),
        )
        if number
    ]
    return (f"Of the sentences, the analyst {spell_list(deeds)}.",) if deeds else ()


def _spell_checks(brief: Brief) -> tuple[str, ...]:
    waived = [f"{waiver.rule} ({waiver.reason.rstrip('.')})" for waiver in brief.waivers]
    return (
        *(["Printed unchecked: the checks found errors that nobody put right."] if brief.unchecked else []),
        *([f"Checks that the analyst waived: {spell_list(waived)}."] if waived else []),
    )


def _count_trimmed(brief: Brief) -> int:
    return sum(quote.kind is QuoteKind.TRIMMED for quote in brief.quotes())


def find_direction(text: str) -> str:
    """`rtl` when the first letter of `text` is of a right-to-left script, else `ltr`.

    Source: Unicode Standard Annex 9, rules P2 and P3.
    """
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def shorten(text: str, length: int) -> str:
    """At most `length` characters, broken between words, with an ellipsis where something is missing."""
    if len(text) <= length:
        return text
    head = text[:length]
    words = head.rsplit(" ", 1)[0] if " " in head.strip() else head[:-1]
    return words.rstrip(" ,;:.-–—") + "…"
