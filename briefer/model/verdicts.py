"""What `briefer verify` finds: how each sentence of a finished brief stands to its source."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """Text of a finished brief, all set in one way, as read back from the file.

    `is_quoted` says whether it is set as words of a source, and is None where the type does not tell.
    """

    text: str
    is_quoted: bool | None
    page: int | None


class VerdictKind(StrEnum):
    """How a sentence stands, best first; all after `trimmed` are failures."""

    EXACT = "exact"  # on the page and in its source, letter for letter
    NORMALISED = "normalised"  # but for white space, ligatures, quotation marks or hyphens
    REPAIRED = "repaired"  # exact, with words of ours in brackets that are proved too
    TRIMMED = "trimmed"  # exact, with what is left out marked
    EDITED = "edited"  # other words
    MISATTRIBUTED = "misattributed"  # the words stand elsewhere than is said
    MISSING = "missing"  # no such source, or not on the page
    SOURCE_CHANGED = "source-changed"  # the file is not the one that was quoted
    UNLISTED = "unlisted"  # on the page as a quotation, but not in the ledger

    @property
    def is_failure(self) -> bool:
        return self.rank > VerdictKind.TRIMMED.rank

    @property
    def rank(self) -> int:
        return list(VerdictKind).index(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one sentence stands.

    `entry` is its id in the ledger, None where the ledger has none; `cited` is the citation as it is
    printed, such as `3 ¶4`, `file` that of the source. `reasons` say what is wrong, worst first.
    """

    kind: VerdictKind
    entry: str | None
    page: int | None
    cited: str
    file: str | None
    words: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdicts on every sentence: those of the ledger in its order, then what it does not list."""

    title: str
    verdicts: tuple[Verdict, ...]

    @property
    def is_proved(self) -> bool:
        return not any(verdict.kind.is_failure for verdict in self.verdicts)
