"""One half of a verdict: what the page, or what the source, says of a sentence."""

import re
from dataclasses import dataclass

from briefer.model import Entry, EntryKind
from briefer.model.verdicts import VerdictKind
from briefer.text.likeness import Likeness

LONGEST_SHOWN = 160
CITATION = re.compile(
    r"\[\s*(?:earlier\s+)?(\d{1,6})\s*¶\s*(\d{1,6})(?:\s*,\s*trimmed)?(?:\s*,[\w\s]{4,24})?\s*\]"
)
"""A citation as it is printed: whether of the brief before, source and paragraph, whether words are left
out, then a date."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and why where it is not the best one."""

    kind: VerdictKind
    reason: str = ""


def cited(entry: Entry) -> str:
    """The citation of an entry without its brackets: `3 ¶4`, or `earlier 3 ¶4` of the brief before."""
    earlier = "earlier " if entry.kind is EntryKind.EARLIER else ""
    return f"{earlier}{entry.source} ¶{entry.paragraph}"


def judge_likeness(likeness: Likeness, place: str) -> Judgement:
    """The verdict on words that are alike; `place` is where they were found, such as `the page`."""
    if likeness is Likeness.EXACT:
        return Judgement(VerdictKind.EXACT)
    return Judgement(VerdictKind.NORMALISED, f"{place} differs in quotation marks, ligatures or hyphens only")


def shown(text: str) -> str:
    """The beginning of a text in quotation marks, on one line."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= LONGEST_SHOWN else f"“{line[: LONGEST_SHOWN - 1]}…”"
