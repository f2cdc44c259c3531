"""Whether a finished brief says what its sources say: on its pages, and in their files."""

from collections.abc import Mapping

from briefer.model import Entry, Ledger
from briefer.model.verdicts import Printed, Shelf, Verdict, VerdictKind, Verification
from briefer.verification.blanks import match_blanked
from briefer.verification.facts import judge_facts, judge_restated
from briefer.verification.judging import Judgement, cited
from briefer.verification.sources import Sources

__all__ = ["verify_brief"]


def verify_brief(printed: Printed, shelf: Shelf, *, before: Ledger | None = None) -> Verification:
    """Judge every sentence of a brief by what its file shows and what its sources hold.

    `shelf` is what was found of the sources. A sentence is as good as the worse of its page and its source.
    One of the brief before whose source was not found is held against `before`, the ledger of that brief.
    """
    ledger = printed.ledger
    on_page = match_blanked(ledger, printed.runs)
    sources = Sources(ledger, shelf, before)
    facts = (*judge_facts(ledger), *judge_restated(ledger, printed.restated))
    others = (*on_page.others, *facts)
    return Verification(
        ledger.title,
        (
            *(
                _verdict(entry, sources, on_page.pages, on_page.of(entry), sources.judge(entry))
                for entry in ledger.entries
            ),
            *on_page.unlisted,
        ),
        others,
        max(len(ledger.page) - sum(other.kind is not VerdictKind.UNLISTED for other in others), 0),
    )


def _verdict(
    entry: Entry, sources: Sources, pages: Mapping[str, int | None], *judgements: Judgement
) -> Verdict:
    worst_first = sorted(judgements, key=lambda judgement: -judgement.kind.rank)
    kind = worst_first[0].kind
    if entry.repairs:
        kind = max(kind, VerdictKind.REPAIRED, key=lambda kind: kind.rank)
    if entry.spans != (entry.span,):
        kind = max(kind, VerdictKind.TRIMMED, key=lambda kind: kind.rank)
    return Verdict(
        kind=kind,
        entry=entry.id,
        page=pages.get(entry.id),
        cited=cited(entry),
        file=sources.file_of(entry),
        words=entry.words,
        reasons=tuple(judgement.reason for judgement in worst_first if judgement.reason),
    )
