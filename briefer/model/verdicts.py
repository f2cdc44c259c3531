"""What `briefer verify` finds: how each sentence of a finished brief stands to its source."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefer.model.articles import Article
from briefer.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Run:
    """Text of a finished brief, all set in one way, as read back from the file.

    `is_quoted` says whether it is set as words of a source, and is None where the type does not tell.
    `hidden` says why no reader sees it, such as `outside the page`, and is empty where one does.
    """

    text: str
    is_quoted: bool | None
    page: int | None
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished brief as its file has it: its text in order, and the ledger that it carries.

    `restated` is the ledger that its own fields come to, where a form has fields and not pages.
    """

    runs: tuple[Run, ...]
    ledger: Ledger
    restated: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file among the sources that cannot be read as an article, and why; `sha256` is of its bytes."""

    path: Path
    sha256: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was found of the sources, wherever they are kept: articles, and files that are none."""

    articles: tuple[Article, ...]
    unreadable: tuple[Unreadable, ...] = ()


class VerdictKind(StrEnum):
    """How a sentence stands, best first; all after `earlier` are failures."""

    EXACT = "exact"  # on the page and in its source, letter for letter
    NORMALISED = "normalised"  # but for white space, ligatures, quotation marks or hyphens
    REPAIRED = "repaired"  # exact, with words of ours in brackets that are proved too
    TRIMMED = "trimmed"  # exact, with what is left out marked
    EARLIER = "earlier"  # of the brief before, which prints it so; its source is not at hand
    EDITED = "edited"  # other words
    MISATTRIBUTED = "misattributed"  # the words stand elsewhere than is said
    MISSING = "missing"  # no such source, or not on the page
    UNREADABLE = "unreadable"  # the source is there, and cannot be read
    UNPROVED = "unproved"  # of the brief before, and neither that nor its source is at hand
    SOURCE_CHANGED = "source-changed"  # the file is not the one that was quoted
    UNLISTED = "unlisted"  # in the brief, but not in the ledger

    @property
    def is_failure(self) -> bool:
        return self.rank > VerdictKind.EARLIER.rank

    @property
    def rank(self) -> int:
        return list(VerdictKind).index(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one sentence stands, or another text of the page that is not as the ledger has it.

    `entry` is its id in the ledger, or its place on the page, None where it has neither; `cited` is the
    citation as it is printed, such as `3 ¶4`, `file` that of the source; both are empty for what is no
    source's words. `reasons` say what is wrong, worst first.
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
    """The verdicts on every sentence: those of the ledger in its order, then what it does not list.

    `others` are all other texts of the page that are not as the ledger has them; `texts` counts those
    that are.
    """

    title: str
    verdicts: tuple[Verdict, ...]
    others: tuple[Verdict, ...] = ()
    texts: int = 0

    @property
    def is_proved(self) -> bool:
        return not any(verdict.kind.is_failure for verdict in (*self.verdicts, *self.others))
