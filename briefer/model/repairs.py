"""What a reader of one sentence alone must be told, supplied in square brackets that are ours."""

from dataclasses import dataclass
from enum import StrEnum

from briefer.model.spans import Span


class RepairKind(StrEnum):
    """What the words in brackets say of the words before them."""

    PERSON = "person"  # whom a pronoun or an office means: "He [Sergei Orlov]"
    NAME = "name"  # the full name and the office: "Orlov [Defence Minister Sergei Orlov]"
    ACRONYM = "acronym"  # what its letters stand for: "PMF [Popular Mobilization Forces]"
    DATE = "date"  # which one: "on Tuesday [6 October 2015]"


@dataclass(frozen=True, slots=True)
class Repair:
    """Words in square brackets behind the words that they explain, which stand at `explained`.

    `words` are those of the same article at `span`, with ’s where what they explain is a possessive; or,
    where `span` is None, a date that follows from the article's own.
    """

    kind: RepairKind
    explained: Span
    words: str
    span: Span | None
