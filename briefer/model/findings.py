"""What the checks of a brief find, and what the analyst lets pass."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is: an error keeps a brief from being printed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place of a brief at which one rule is broken.

    `where` names the place as a reader would, such as `key point 2`. `message` and `way_out` are one
    sentence each.
    """

    rule: str
    severity: Severity
    where: str
    message: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that the analyst sets aside for one brief, and why; the reason is printed."""

    rule: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"the waiver of {self.rule} gives no reason")
