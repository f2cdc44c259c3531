"""One run of a report: finish what was left, make what is due, deliver it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from briefer.analysis.choices import StaleChoice
from briefer.errors import EditionExists, NothingToReport
from briefer.library.editions import (
    list_editions,
    list_passed_over,
    list_seen,
    pass_over,
    save_edition,
)
from briefer.model import Brief, Failure
from briefer.model.reports import Edition, Report, ReportPeriod, WhenEmpty
from briefer.reporting.delivering import Outcome, deliver_owed, read_brief_of
from briefer.reporting.desk import Desk, claim
from briefer.reporting.inputs import Inputs
from briefer.reporting.making import make_edition, owed_deliveries
from briefer.reporting.planning import Plan, explain_idleness, plan_again, plan_due, reached
from briefer.reporting.waiting import clear_used, find_waiting
from briefer.schedule import next_period

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a report came to.

    `passed_over` are the keys of periods on which there was nothing to report. `failures` are files that
    could not be read, `stale` choices of the analyst's draft that could not be followed. `following` is
    the period that is due next; `idle_reason` says why nothing is due before, or is empty.
    """

    report: str
    made: tuple[Edition, ...]
    passed_over: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    failures: tuple[Failure, ...]
    stale: tuple[StaleChoice, ...]
    following: ReportPeriod
    idle_reason: str

    @property
    def is_idle(self) -> bool:
        """Whether nothing was made and nothing was delivered or tried."""
        return not (self.made or self.outcomes)


def run_report(
    desk: Desk,
    report: Report,
    *,
    now: datetime,
    made_at: datetime,
    again: bool = False,
    draft_file: Path | None = None,
    on_progress: OnProgress | None = None,
) -> Run:
    """Make the editions that are due at `now`, or another of the latest period, and deliver what is owed.

    `draft_file` is what an analyst wrote for the first of them; else a draft that waits for it. `made_at` is
    the time that is noted, and differs from `now` where a run is made as of another day.

    Raises:
        NothingDue: `again`, and there is nothing to be made again.
        BriefRefused, UnknownName, InvalidFile, UnreadableFile: an edition cannot be made; says why.
        LibraryUnusable: it cannot be stored.
    """
    with claim(desk, report.name):
        clear_used(desk, report.name)
        editions = list_editions(desk.library, report.name)
        passed_over = list_passed_over(desk.library, report.name)
        plan = plan_again(report, editions, now) if again else plan_due(report, editions, passed_over, now)
        session = _Session(desk, report, made_at)
        session.outcomes += deliver_owed(desk, report, now=made_at)
        if plan:
            session.make(plan, draft_file or find_waiting(desk, report.name), on_progress)
        reason = "" if plan else explain_idleness(report, editions, now)
        return session.close(next_period(report.schedule, now, after=reached(editions)), reason)


def deliver_report(desk: Desk, report: Report, *, now: datetime) -> tuple[Outcome, ...]:
    """Try again what is owed of the editions of a report."""
    with claim(desk, report.name):
        return deliver_owed(desk, report, now=now)


class _Session:
    """The editions of one run, made one after the other."""

    def __init__(self, desk: Desk, report: Report, made_at: datetime) -> None:
        self._desk, self._report, self._made_at = desk, report, made_at
        self.made: list[Edition] = []
        self.passed_over: list[str] = []
        self.outcomes: list[Outcome] = []
        self.stale: list[StaleChoice] = []
        self.failures: tuple[Failure, ...] = ()

    def make(self, plans: Sequence[Plan], draft_file: Path | None, on_progress: OnProgress | None) -> None:
        """Make, store and deliver one edition for each plan; the draft is for the first."""
        inputs = Inputs(self._desk, self._report, on_progress)
        for plan in plans:
            if self._make_one(plan, inputs, draft_file):
                draft_file = None
                # Delivered at once: what ends the run at a later edition costs this one nothing.
                self.outcomes += deliver_owed(self._desk, self._report, now=self._made_at)

    def close(self, following: ReportPeriod, idle_reason: str) -> Run:
        return Run(
            self._report.name,
            tuple(self.made),
            tuple(self.passed_over),
            tuple(self.outcomes),
            self.failures,
            tuple(self.stale),
            following,
            idle_reason,
        )

    def _make_one(self, plan: Plan, inputs: Inputs, draft_file: Path | None) -> bool:
        """Whether the edition was stored: not where there is nothing to report, or another was first."""
        library, name = self._desk.library, self._report.name
        # What is passed over takes no number.
        passed = len(self.passed_over)
        plan = replace(plan, number=plan.number - passed, first_number=plan.first_number - passed)
        before = self._find_before(plan)
        reading = inputs.read(plan)
        self.failures = reading.failures
        try:
            made = make_edition(
                self._desk,
                self._report,
                plan,
                reading,
                seen=list_seen(library, name, before=plan.first_number),
                before=before,
                draft_file=draft_file,
                now=self._made_at,
            )
        except NothingToReport:
            if self._report.when_empty is not WhenEmpty.SKIP:
                raise
            pass_over(library, name, plan.period.key)
            self.passed_over.append(plan.period.key)
            return False
        try:
            save_edition(
                library,
                made.stored,
                seen=inputs.seen(reading),
                owed=owed_deliveries(self._report),
            )
        except EditionExists:
            return False
        clear_used(self._desk, name)
        self.made.append(made.stored.edition)
        self.stale += made.stale
        return True

    def _find_before(self, plan: Plan) -> Brief | None:
        """The brief of the latest edition of an earlier period that told anything, or else of the latest.

        An edition that says "No change" prints no sentence, so that all would be new beside it.
        """
        earlier = [
            edition
            for edition in list_editions(self._desk.library, self._report.name)
            if edition.key != plan.period.key and edition.end <= plan.period.end
        ]
        told = [edition for edition in earlier if not edition.is_empty] or earlier
        return read_brief_of(self._desk, self._report.name, told[-1].number)[1] if told else None
