"""Pages on which letters that no font has are marked: all else on them can still be proved."""

from collections.abc import Sequence
from dataclasses import replace

from briefer.model import Ledger
from briefer.model.briefs import BLANK
from briefer.model.verdicts import Run, VerdictKind
from briefer.verification.judging import Judgement
from briefer.verification.pages import OnPage, match_pages


def match_blanked(ledger: Ledger, runs: Sequence[Run]) -> OnPage:
    """As `match_pages`; where the ledger has letters that no font had, neither they nor their marks count."""
    if not ledger.unprintable:
        return match_pages(ledger, runs)
    absent = str.maketrans("", "", ledger.unprintable + BLANK)
    left = replace(
        ledger,
        entries=tuple(replace(entry, words=entry.words.translate(absent)) for entry in ledger.entries),
        sources=tuple(
            replace(
                source,
                title=source.title and source.title.translate(absent),
                file=source.file.translate(absent),
            )
            for source in ledger.sources
        ),
        analyst=tuple(replace(text, text=text.text.translate(absent)) for text in ledger.analyst),
        page=tuple(replace(block, text=block.text.translate(absent)) for block in ledger.page),
        margins=tuple(margin.translate(absent) for margin in ledger.margins),
        unprintable="",
    )
    found = match_pages(left, [replace(run, text=run.text.translate(absent)) for run in runs])
    lacking = Judgement(VerdictKind.NORMALISED, f"the page has {BLANK} for letters that no font had")
    judgements = {
        entry.id: max(found.of(entry), lacking, key=lambda judgement: judgement.kind.rank)
        if entry.words.translate(absent) != entry.words
        else found.of(entry)
        for entry in ledger.entries
    }
    return replace(found, judgements=judgements)
