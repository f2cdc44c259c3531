"""What can go wrong, each with the sentence that a person can act on.

The core raises these; a face decides how to show them. Every message is one line and
says what happened, where, and the way out.
"""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path


def hint_at(name: str, known: Collection[str], *, otherwise: str) -> str:
    """`Did you mean 'energy'?` where one of the known names is much like `name`."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]!r}?" if near else otherwise


class BrieferError(Exception):
    """Anything that the user, not the programmer, can put right."""


class NothingToReport(BrieferError):
    """The work is done and there is nothing to print."""


class NothingInPeriod(NothingToReport):
    """No article that may be used falls in the period that was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "No article that may be used falls in the period. Widen it, or keep undated articles."
        )


class NothingReadable(NothingToReport):
    """There are sentences on the themes, and each of them leans on what stood before it."""

    def __init__(self, found: int) -> None:
        self.found = found
        super().__init__(
            f"Nothing to report: none of the {found:,} sentences on these themes can be read alone."
        )


class NothingDue(NothingToReport):
    """No edition of a report is due."""

    def __init__(self, report: str, reason: str) -> None:
        self.report, self.reason = report, reason
        super().__init__(f"Nothing is due of {report}: {reason}. See: briefer report show {report}")


class UnknownName(BrieferError):
    """A theme, summariser, template or format was named that is not installed."""

    def __init__(self, kind: str, name: str, known: Collection[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        known_ones = f"Known: {', '.join(self.known)}." if self.known else "There is none yet."
        hint = hint_at(name, self.known, otherwise=known_ones)
        super().__init__(f"No {kind} named {name!r}. {hint}")


class NoSubject(BrieferError):
    """No word of what was asked says what to look for."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(
            f"No word of {words!r} says what to look for. Name a subject, such as 'gas pipelines'."
        )


class InvalidFile(BrieferError):
    """A TOML file that a person wrote cannot be used as it stands.

    `where` names the place inside the file, such as `terms."arms deal".weight`.
    """

    def __init__(self, path: Path, where: str, problem: str, way_out: str) -> None:
        self.path, self.where, self.problem, self.way_out = path, where, problem, way_out
        place = f"{path}: {where}: " if where else f"{path}: "
        super().__init__(f"{place}{problem}. {way_out}")


class UnreadableFile(BrieferError):
    """One input file cannot be read; the run goes on without it."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class TrimRefused(BrieferError):
    """Words may not be left out of a quote, for without them it would say something else."""

    def __init__(self, words: str, reason: str) -> None:
        self.words, self.reason = words, reason
        shown = words if len(words) <= 60 else f"{words[:59]}…"
        super().__init__(f"“{shown}” cannot be left out: {reason}.")


class BriefRefused(BrieferError):
    """A brief breaks rules of the checks so gravely that it is not to be printed."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        more = f" And {len(findings) - 1} more." if len(findings) > 1 else ""
        super().__init__(f"The checks refuse this brief: {findings[0]}{more}")


class OutputFailed(BrieferError):
    """The output could not be written; nothing half written is left behind."""

    def __init__(self, path: Path, reason: str, way_out: str) -> None:
        self.path, self.reason, self.way_out = path, reason, way_out
        super().__init__(f"Cannot write {path}: {reason}. {way_out}")


class DeliveryFailed(BrieferError):
    """An edition could not be brought where it is to go; it stands, and is tried again later."""

    def __init__(self, target: str, reason: str, way_out: str) -> None:
        self.target, self.reason, self.way_out = target, reason, way_out
        super().__init__(f"Not delivered to {target}: {reason}. {way_out}")


class SchedulingFailed(BrieferError):
    """The system does not take, or give back, what makes it run a report."""

    def __init__(self, program: str, reason: str, way_out: str) -> None:
        self.program, self.reason, self.way_out = program, reason, way_out
        super().__init__(f"The system does not run the report: {program}: {reason}. {way_out}")


class UnknownEdition(BrieferError):
    """A report has no edition of this number."""

    def __init__(self, report: str, number: int | None, count: int) -> None:
        self.report, self.number, self.count = report, number, count
        what = f"{report} has no edition No. {number}" if number else f"{report} has no editions yet"
        command = "See: briefer edition list" if count else "Make one with: briefer report run"
        super().__init__(f"{what}. {command} {report}")


class EditionExists(BrieferError):
    """The edition that was to be stored is there already: its period is made once."""

    def __init__(self, report: str, number: int, period: str) -> None:
        self.report, self.number, self.period = report, number, period
        super().__init__(
            f"{report}: {period}, or No. {number}, was made by another run. "
            f"See: briefer edition list {report}"
        )


class RenderingFailed(BrieferError):
    """A template or the PDF renderer gave up on a brief."""


class UnprintableLetters(RenderingFailed):
    """No font of the machine has some letters of a page."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:5])
        more = f" and {len(letters) - 5:,} others" if len(letters) > 5 else ""
        super().__init__(f"No font of this machine has {codes}{more}. Install one that has.")


class MissingSystemLibrary(BrieferError):
    """WeasyPrint is installed, but a library of the operating system that it needs is not."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(
            f"The system library {library} is missing, so no PDF can be made. Type: briefer doctor --fix"
        )


class LibraryUnusable(BrieferError):
    """The library cannot be opened or written to as things stand; what it holds is as it was."""

    def __init__(self, path: Path, reason: str, way_out: str) -> None:
        self.path, self.reason, self.way_out = path, reason, way_out
        super().__init__(f"The library {path} cannot be used: {reason}. {way_out}")


class LibraryDamaged(LibraryUnusable):
    """The file of the library is not sound."""

    def __init__(self, path: Path, problem: str) -> None:
        self.problem = problem
        super().__init__(
            path,
            f"it is damaged ({problem})",
            "Type `briefer restore`: it keeps this file aside and puts the last backup in its place.",
        )


class LibraryEmpty(NothingToReport):
    """Something is asked of a library that holds nothing yet."""

    def __init__(self) -> None:
        super().__init__("The library is empty. Put articles into it with: briefer add PATH...")


class NoExport(BrieferError):
    """What is to be imported was not exported by `briefer export`."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"This is no export of a library: line {line} is none that `briefer export` writes.")


class InvalidFact(BrieferError):
    """What a person says of an article is nothing that can be said there."""

    def __init__(self, field: str, value: str, way_out: str) -> None:
        self.field, self.value, self.way_out = field, value, way_out
        super().__init__(f"{field}: {value!r} has no meaning there. {way_out}")


class UnknownArticle(BrieferError):
    """No article of the library has an id that begins so, or several have."""

    def __init__(self, prefix: str, found: Sequence[str] = ()) -> None:
        self.prefix, self.found = prefix, tuple(found)
        problem = (
            f"{len(found)} articles have ids that begin with {prefix!r}: {', '.join(found[:5])}. Type more."
            if found
            else f"No article of the library has an id that begins with {prefix!r}. See: briefer articles"
        )
        super().__init__(problem)
