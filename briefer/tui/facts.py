"""What workers learn, as messages named as facts."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefer.analysis.choices import StaleChoice
    from briefer.browsing import Overview
    from briefer.checks import Checked
    from briefer.model import Brief, Changes, Reading
    from briefer.model.reports import Broken, Edition, Standing
    from briefer.reporting.delivering import Outcome
    from briefer.reporting.running import Run


class WorkProgressed(Message):
    """So many of the files are read, of the articles surveyed, or of the steps of a draft taken."""

    def __init__(self, doing: str, done: int, total: int) -> None:
        super().__init__()
        self.doing, self.done, self.total = doing, done, total


class WorkStopped(Message):
    """Work was cancelled, by the analyst or for newer work of its kind."""

    def __init__(self, doing: str) -> None:
        super().__init__()
        self.doing = doing


class WorkFailed(Message):
    """Something that ran in the background failed; nothing fails silently."""

    def __init__(self, doing: str, error: Exception) -> None:
        super().__init__()
        self.doing, self.error = doing, error


class ArticlesSurveyed(Message):
    """Everything is read, and what it says on every theme is known.

    `stale` are the decisions of the draft that cannot be followed any more.
    """

    def __init__(
        self, reading: "Reading", overview: "Overview", stale: "tuple[StaleChoice, ...]" = ()
    ) -> None:
        super().__init__()
        self.reading, self.overview, self.stale = reading, overview, stale


class BriefDrafted(Message):
    """A draft came to this brief, in which the checks found this."""

    def __init__(self, checked: "Checked") -> None:
        super().__init__()
        self.checked = checked


class NothingDrafted(Message):
    """A draft came to no brief, for a reason that a person can act on."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class PrintingRefused(Message):
    """The checks found errors that nobody waived, so nothing was printed."""

    def __init__(self, checked: "Checked") -> None:
        super().__init__()
        self.checked = checked


class BriefPrinted(Message):
    """A brief was written to a file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class PagesDrawn(Message):
    """The pages of the brief as pictures, each a PNG file."""

    def __init__(self, pages: tuple[bytes, ...]) -> None:
        super().__init__()
        self.pages = pages


class ThemeTried(Message):
    """What a theme that is being typed would find, or why it is none.

    `matches` are the strongest sentences, each with its source; `count` counts all.
    """

    def __init__(self, matches: tuple[tuple[str, str], ...], count: int, refusal: str = "") -> None:
        super().__init__()
        self.matches, self.count, self.refusal = matches, count, refusal


class ReportsListed(Message):
    """How every report stands, by name."""

    def __init__(self, standings: "tuple[Standing | Broken, ...]") -> None:
        super().__init__()
        self.standings = standings


class ReportRun(Message):
    """What was due of a report was made and delivered, as far as it could be."""

    def __init__(self, run: "Run") -> None:
        super().__init__()
        self.run = run


class OwedDelivered(Message):
    """What was owed of a report's editions was tried again."""

    def __init__(self, outcomes: "tuple[Outcome, ...]") -> None:
        super().__init__()
        self.outcomes = outcomes


class EditionsListed(Message):
    """Every edition of a report, oldest first."""

    def __init__(self, editions: "tuple[Edition, ...]") -> None:
        super().__init__()
        self.editions = editions


class EditionsCompared(Message):
    """Two editions of a report, and how the later stands to the earlier."""

    def __init__(self, earlier: "Brief", later: "Brief", changes: "Changes") -> None:
        super().__init__()
        self.earlier, self.later, self.changes = earlier, later, changes


class EditionPrinted(Message):
    """An edition was made again and written to a file; `note` says where it may differ from the first."""

    def __init__(self, path: Path, note: str) -> None:
        super().__init__()
        self.path, self.note = path, note
