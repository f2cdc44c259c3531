"""Rules on what is new: a reader of the brief before can tell it from what that one printed."""

from collections.abc import Iterator

from briefer.checks.rules import Breach, Case, Rule
from briefer.model import ChangeState, Severity
from briefer.text.hygiene import clean_line


def _find_unmarked(case: Case) -> Iterator[Breach]:
    changes = case.brief.changes
    if changes is None:
        return
    repeated = {change.quote for change in changes.sentences if change.state is ChangeState.UNCHANGED}
    for number, section in enumerate(case.brief.sections, start=1):
        for place, quote in enumerate(section.summary, start=1):
            if quote.number in repeated:
                name = f"“{clean_line(quote.text, limit=50)}”"
                where = f"section {number} ({section.title}), summary {place}"
                yield where, f"{name} was printed before, and a summary does not say so."


def _find_later_before(case: Case) -> Iterator[Breach]:
    brief = case.brief
    if brief.changes and brief.changes.before.as_of > brief.as_of:
        message = f"The brief before is of {brief.changes.before.as_of}, which is after {brief.as_of}."
        yield "changes", message


RULES = (
    Rule(
        "unmarked-repeat",
        Severity.WARNING,
        "A sentence that the brief before printed, in a place that does not mark it as carried over.",
        "A reader of both takes for new what is not marked.",
        "Pin it in the draft: as a key point it is marked.",
        _find_unmarked,
    ),
    Rule(
        "later-brief-before",
        Severity.WARNING,
        "A brief that tells what is new since one of a later day.",
        "What is called new would then be what is old.",
        "Name the brief before, or give this one a later day.",
        _find_later_before,
    ),
)
