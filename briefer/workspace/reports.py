"""What can be done with reports and their editions. The library is open only as long as one call takes."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefer.changes import compare_briefs, list_unsaid
from briefer.delivery.timers import (
    install_cron_line,
    install_units,
    make_cron_line,
    make_units,
    remove_cron_line,
    remove_units,
)
from briefer.errors import BrieferError, InvalidFile, UnknownEdition
from briefer.library.editions import list_deliveries, list_editions, list_passed_over
from briefer.library.opening import open_library
from briefer.model import Brief, Changes, Quote
from briefer.model.reports import Broken, Delivery, Edition, Report, Standing
from briefer.paths import systemd_folder
from briefer.rendering.templates import digest_template, find_template
from briefer.reporting import keeping
from briefer.reporting.delivering import Outcome, list_owed, name_file, print_brief, read_brief_of
from briefer.reporting.desk import Desk
from briefer.reporting.planning import plan_due, reached
from briefer.reporting.running import Run, deliver_report, run_report
from briefer.reporting.waiting import find_waiting, start_draft
from briefer.reports import find_report, list_reports, read_report
from briefer.schedule import next_period

OnProgress = Callable[[int, int], None]
_WITH_TEMPLATE = ("pdf", "html")
"""The forms whose looks a template decides."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A stored edition as a file; `note` says where it may differ from what was first printed."""

    name: str
    brief: Brief
    content: bytes
    note: str


class Reports:
    """The user's reports, whose files lie below `home`, and their editions in the library at `library`."""

    def __init__(self, home: Path, library: Path) -> None:
        self._home, self._library = home, library

    @property
    def folder(self) -> Path:
        """Where the files of the reports are."""
        return self._home / "reports"

    def names(self) -> tuple[str, ...]:
        """Every report that has a file, by name."""
        return tuple(path.stem for path in list_reports(self.folder))

    def get(self, name: str) -> Report:
        """The report of this name.

        Raises:
            UnknownName: there is none.
            InvalidFile: its file cannot be used; says where, why and the way out.
        """
        return read_report(self.path(name))

    def path(self, name: str) -> Path:
        """The file of a report.

        Raises:
            UnknownName: there is none.
        """
        return find_report(name, self.folder)

    def add(self, report: Report) -> Path:
        """Write the file of a new report; says where.

        Raises:
            InvalidFile: there is one of this name.
            UnknownName: it names what there is not.
            OutputFailed, DeliveryFailed: it cannot be written.
        """
        with self._open() as desk:
            return keeping.add_report(desk, report)

    def replace(self, name: str, content: str) -> Path:
        """Put an edited text in the place of a report's file; says where the old one is kept.

        Raises:
            InvalidFile: it is no report; the file is as it was.
        """
        with self._open() as desk:
            return keeping.replace_report(desk, name, content)

    def remove(self, name: str) -> Path:
        """Take a report away; its editions stay. Says where its file is kept."""
        with self._open() as desk:
            return keeping.remove_report(desk, name)

    def restore(self, name: str) -> Path:
        """Take back the last removal or edit of a report; says where its file is."""
        with self._open() as desk:
            return keeping.restore_report(desk, name)

    def standing(self, name: str, *, now: datetime) -> Standing:
        """How a report stands at an instant."""
        report = self.get(name)
        with self._open() as desk:
            editions = list_editions(desk.library, name)
            due = plan_due(report, editions, list_passed_over(desk.library, name), now)
            return Standing(
                report,
                editions[-1] if editions else None,
                tuple(plan.period.key for plan in due),
                next_period(report.schedule, now, after=reached(editions)),
                list_owed(desk, report),
                find_waiting(desk, name),
            )

    def standings(self, *, now: datetime) -> tuple[Standing | Broken, ...]:
        """How every report stands, by name."""
        found: list[Standing | Broken] = []
        for name in self.names():
            try:
                found.append(self.standing(name, now=now))
            except InvalidFile as error:
                found.append(Broken(name, error))
        return tuple(found)

    def run(
        self,
        name: str,
        *,
        now: datetime,
        day: date | None = None,
        again: bool = False,
        draft_file: Path | None = None,
        on_progress: OnProgress | None = None,
    ) -> Run:
        """Make what is due of a report at `now`, or at the end of a local `day`, and deliver what is owed.

        Raises:
            NothingDue: `again`, and its latest period was not made yet.
            BriefRefused, NothingToReport, UnknownName, InvalidFile, UnreadableFile: say why nothing was made.
        """
        report = self.get(name)
        with self._open() as desk:
            return run_report(
                desk,
                report,
                now=_end_of(day, report) if day else now,
                made_at=now,
                again=again,
                draft_file=draft_file,
                on_progress=on_progress,
            )

    def run_all(
        self, *, now: datetime, day: date | None = None, on_progress: OnProgress | None = None
    ) -> Iterator[Run | BrieferError]:
        """Run every report in turn; what is wrong with one keeps no other from being made."""
        for name in self.names():
            try:
                yield self.run(name, now=now, day=day, on_progress=on_progress)
            except BrieferError as error:
                yield error

    def deliver(self, name: str, *, now: datetime) -> tuple[Outcome, ...]:
        """Try again what is owed of a report's editions."""
        report = self.get(name)
        with self._open() as desk:
            return deliver_report(desk, report, now=now)

    def start_draft(self, name: str, *, now: datetime) -> Path:
        """Write an empty draft for the next edition, unless one waits; says where it is."""
        report = self.get(name)
        with self._open() as desk:
            return start_draft(desk, report, now)

    def spell_units(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> str:
        """The files that make systemd run a report, one after the other, each under its name."""
        units = make_units(self.get(name), command, environment)
        return "\n".join(f"# {systemd_folder() / unit.name}\n{unit.content}" for unit in units)

    def spell_cron(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> str:
        """The line that makes cron run a report."""
        return make_cron_line(self.get(name), command, environment)

    def install(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], *, cron: bool
    ) -> Iterator[str]:
        """Let systemd or cron run a report; says what is done, as it is done.

        Raises:
            DeliveryFailed, SchedulingFailed: the system refuses.
        """
        report = self.get(name)
        if cron:
            return install_cron_line(report, make_cron_line(report, command, environment))
        return install_units(make_units(report, command, environment), systemd_folder())

    def uninstall(self, name: str, *, cron: bool) -> Iterator[str]:
        """Let the system run a report no more; says what is done, as it is done.

        Raises:
            DeliveryFailed, SchedulingFailed: the system refuses.
        """
        report = self.get(name)
        if cron:
            return remove_cron_line(report)
        return remove_units(make_units(report, ("briefer",), {}), systemd_folder())

    def editions(self, name: str | None = None) -> tuple[Edition, ...]:
        """The editions of a report, or of all, also of removed ones, by report and number."""
        # Looking makes no library.
        if not self._library.exists():
            return ()
        with self._open() as desk:
            return list_editions(desk.library, name)

    def edition(self, name: str, number: int | None = None) -> tuple[Edition, Brief, tuple[Delivery, ...]]:
        """An edition, or the latest one, with its brief and what became of its delivery.

        Raises:
            UnknownEdition: there is none.
        """
        with self._look(name, number) as desk:
            edition, brief = read_brief_of(desk, name, number)
            return edition, brief, list_deliveries(desk.library, name, number=edition.number)

    def compare(self, name: str, before: int, now: int) -> tuple[Brief, Changes, tuple[Quote, ...]]:
        """The brief of an edition, how it stands to another one, and what that said and it does not.

        Raises:
            UnknownEdition: there is no edition of one of the numbers.
        """
        with self._look(name, now) as desk:
            earlier, later = (read_brief_of(desk, name, number)[1] for number in (before, now))
            changes = compare_briefs(earlier, later)
            return later, changes, list_unsaid(earlier, later, changes)

    def render(self, name: str, number: int | None, form: str) -> Rendered:
        """An edition as a file: byte for byte what was printed, as long as its template is the same.

        Raises:
            UnknownEdition: there is none.
            UnknownName: there is no such form, or its template is not there any more.
            RenderingFailed, MissingSystemLibrary: say why.
        """
        with self._look(name, number) as desk:
            edition, brief = read_brief_of(desk, name, number)
            content = print_brief(desk, brief, form)
            deliveries = list_deliveries(desk.library, name, number=edition.number)
            printed = {found.sha256 for found in deliveries if found.target == form and found.done_at}
            note = ""
            if form in _WITH_TEMPLATE and _has_changed(desk, brief, edition):
                note = f"The template {brief.spec.template!r} has changed since No. {edition.number} was made"
            elif printed and hashlib.sha256(content).hexdigest() not in printed:
                note = f"Another version of briefer, or of what it prints with, made No. {edition.number}"
            said = f"{note}: its words are the same, its looks may not be." if note else ""
            return Rendered(name_file(edition, form), brief, content, said)

    @contextmanager
    def _look(self, name: str, number: int | None) -> Iterator[Desk]:
        """The desk, where there is a library that an edition could be in."""
        if not self._library.exists():
            raise UnknownEdition(name, number, 0)
        with self._open() as desk:
            yield desk

    @contextmanager
    def _open(self) -> Iterator[Desk]:
        with open_library(self._library) as library:
            yield Desk(self._home, library)


def _has_changed(desk: Desk, brief: Brief, edition: Edition) -> bool:
    template = find_template(brief.spec.template, desk.templates)
    return digest_template(template) != edition.template_sha256


def _end_of(day: date, report: Report) -> datetime:
    """The last instant of a local day."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(report.schedule.zone))
    return midnight.astimezone(UTC) - timedelta(microseconds=1)
