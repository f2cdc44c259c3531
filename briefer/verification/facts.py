"""Whether a ledger agrees with itself: what it knows of sources and analyst, and what it says is printed."""

from collections.abc import Iterator, Mapping

from briefer.model import Ledger, LedgerSource, PageText
from briefer.model.plain import to_plain
from briefer.model.verdicts import Verdict, VerdictKind
from briefer.text.dates import find_dates
from briefer.text.likeness import key_of
from briefer.verification.judging import shown

_MOST_AUTHORS = 3
"""A list of more is cut short on the page."""
_MOST_DIFFERENCES = 100
_LONGEST_LABEL = 40


def judge_facts(ledger: Ledger) -> Iterator[Verdict]:
    """What the page's text says otherwise than the ledger does of title, sources and analyst.

    The list of sources is known by the ids of its rows, `source-1` and so on: citations lead there.
    """
    if not ledger.page:
        return
    if not any(key_of(ledger.title) in key_of(block.text) for block in ledger.page):
        yield _edited("title", ledger.title, "the page does not have this title")
    rows = {block.place: block for block in ledger.page if (block.place or "").startswith("source-")}
    cited = {entry.source for entry in ledger.entries}
    for source in ledger.sources:
        row = rows.get(f"source-{source.number}")
        if row:
            yield from _judge_row(source, row)
        elif source.number in cited:
            yield _edited(f"source-{source.number}", source.title or source.file, "no source list has it")
    yield from _judge_analyst(ledger)


def judge_restated(ledger: Ledger, restated: Ledger | None) -> Iterator[Verdict]:
    """Every place at which the fields of a brief say otherwise than the ledger beside them."""
    if restated is None:
        return
    plain = to_plain(ledger)
    for number, (place, said, known) in enumerate(_compare(to_plain(restated), plain, "")):
        if number < _MOST_DIFFERENCES:
            yield _edited(place, str(known), f"the brief has {shown(str(said))}")


def _judge_row(source: LedgerSource, row: PageText) -> Iterator[Verdict]:
    key = key_of(row.text).casefold()
    authors = source.authors[:1] if len(source.authors) > _MOST_AUTHORS else source.authors
    facts = [("title", source.title), ("outlet", source.outlet), *(("author", author) for author in authors)]
    for name, fact in facts:
        if fact and key_of(fact).casefold() not in key:
            yield _edited(row.place, row.text, f"the ledger has the {name} {shown(fact)}")
    dates = {found.date for found in find_dates(row.text)}
    is_there = source.published in dates or str(getattr(source.published, "year", "")) in row.text
    if source.published and not (is_there if source.published.day is None else source.published in dates):
        yield _edited(row.place, row.text, f"the ledger has the date {source.published}")


def _judge_analyst(ledger: Ledger) -> Iterator[Verdict]:
    known = {key_of(paragraph): paragraph for text in ledger.analyst for paragraph in text.text.split("\n\n")}
    everything = "".join(key_of(block.text) for block in ledger.page)
    for key, paragraph in known.items():
        if key not in everything:
            yield _edited("analyst", paragraph, "the page does not have this text of the analyst")
    together = "".join(known)
    for block in ledger.page:
        is_label = block.text.endswith("(analyst)") and len(block.text) <= _LONGEST_LABEL
        if block.is_written and not is_label and key_of(block.text) not in together:
            reason = "it is set as the analyst's own, and the ledger does not have it"
            yield _edited("analyst", block.text, reason)


def _compare(said: object, known: object, place: str) -> Iterator[tuple[str, object, object]]:
    """Places at which two plain values differ; pages are known to one alone."""
    if isinstance(said, Mapping) and isinstance(known, Mapping):
        for name in known:
            if name not in ("page", "margins", "recipe") and name in said:
                yield from _compare(said[name], known[name], f"{place}.{name}" if place else str(name))
    elif isinstance(said, list) and isinstance(known, list) and len(said) == len(known):
        for number, (one, other) in enumerate(zip(said, known, strict=True)):
            yield from _compare(one, other, f"{place}[{number}]")
    elif said != known:
        yield place, said, known


def _edited(place: str | None, words: str, reason: str) -> Verdict:
    return Verdict(VerdictKind.EDITED, place, None, "", None, " ".join(words.split())[:640], (reason,))
