"""`briefer report run` and `deliver`: make what is due, and bring it where it is to go."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from briefer.cli.main import FAILED, NOTHING_TO_REPORT, OK, SOME_SKIPPED
from briefer.cli.options import Day, debug_option, now, quiet_option
from briefer.cli.printing import reading_progress, report_stale, say, show
from briefer.errors import BrieferError, NothingToReport
from briefer.model.reports import DeliveryKind
from briefer.reporting.delivering import Outcome
from briefer.reporting.running import Run
from briefer.reporting.words import spell_edition
from briefer.workspace import Workspace

_EARLIEST, _LATEST = date(1970, 1, 1), date(9000, 12, 31)


@click.command()
@click.argument("name", required=False)
@click.option("--due", "all_due", is_flag=True, help="Run every report, and make all that is due.")
@click.option("--date", "--as-of", "day", type=Day(), help="Make what was due at the end of this day.")
@click.option("--again", is_flag=True, help="Make the latest period once more, as a new edition.")
@click.option(
    "--draft",
    "draft_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What an analyst decided and wrote for this edition.",
)
@quiet_option
@debug_option
def run(
    name: str | None, all_due: bool, day: date | None, again: bool, draft_file: Path | None, quiet: bool
) -> int:
    """Make and deliver the editions that are due.

    A period is made once, whatever happens. Prints a line for each edition. The exit code is 4 where
    nothing was due, and 3 where an edition was made and could not be delivered, or some of its inputs
    could not be read; `briefer report deliver` tries the delivery again, and so does the next run.
    """
    if (name is None) is not all_due:
        raise click.UsageError("Name a report, or all that are due with --due.")
    if all_due and (again or draft_file):
        raise click.UsageError("--again and --draft are for one report: name it.")
    if day and not _EARLIEST <= day <= _LATEST:
        raise click.UsageError(f"--date: {day} lies outside {_EARLIEST} to {_LATEST}.")
    reports = Workspace().reports
    with reading_progress(quiet=quiet) as on_progress:
        if name is None:
            return _sum_up(
                [
                    _report_run(outcome, quiet=quiet)
                    for outcome in reports.run_all(now=now(), day=day, on_progress=on_progress)
                ],
                quiet=quiet,
            )
        outcome = reports.run(
            name, now=now(), day=day, again=again, draft_file=draft_file, on_progress=on_progress
        )
    return _report_run(outcome, quiet=quiet, explain=True)


@click.command()
@click.argument("name")
@quiet_option
@debug_option
def deliver(name: str, quiet: bool) -> int:
    """Try again what was not delivered.

    The exit code is 3 where it fails again.
    """
    outcomes = Workspace().reports.deliver(name, now=now())
    if not outcomes and not quiet:
        say("Everything is delivered.")
    return SOME_SKIPPED if _report_outcomes(outcomes, quiet=quiet) else OK


def _report_run(run: Run | BrieferError, *, quiet: bool, explain: bool = False) -> int:
    """Say what a run came to; returns the exit code it would have alone."""
    if isinstance(run, BrieferError):
        say(f"briefer: {run}")
        return NOTHING_TO_REPORT if isinstance(run, NothingToReport) else FAILED
    for failure in run.failures:
        say(f"skipped {failure.path}: {failure.reason}")
    report_stale(run.stale)
    for edition in run.made:
        show(spell_edition(edition))
    for key in run.passed_over:
        say(f"{run.report}: nothing to report of {key}")
    failed = _report_outcomes(run.outcomes, quiet=quiet)
    if run.is_idle:
        if explain and not quiet and not run.passed_over:
            following = f"{run.following.due:%Y-%m-%d %H:%M} UTC"
            say(f"Nothing is due of {run.report}: {run.idle_reason}. The next is due {following}.")
        return NOTHING_TO_REPORT
    return SOME_SKIPPED if failed or run.failures or run.stale else OK


def _report_outcomes(outcomes: Iterable[Outcome], *, quiet: bool) -> bool:
    """Say what was delivered and what was not; returns whether anything failed."""
    failures: dict[str, None] = {}  # one message to many addresses fails once
    for outcome in outcomes:
        if outcome.problem:
            what = f"{outcome.delivery.report} No. {outcome.delivery.number}"
            failures.setdefault(f"not delivered: {what}: {outcome.problem}")
        elif not quiet:
            verb = {DeliveryKind.FILE: "Wrote", DeliveryKind.COPY: "Copied to", DeliveryKind.MAIL: "Sent to"}
            say(f"{verb[outcome.delivery.kind]} {outcome.place}.")
    for failure in failures:
        say(failure)
    return bool(failures)


def _sum_up(codes: list[int], *, quiet: bool) -> int:
    """One exit code of several: the gravest, and 4 only where there was nothing at all."""
    if not codes or set(codes) == {NOTHING_TO_REPORT}:
        if not quiet:
            say("Nothing is due.")
        return NOTHING_TO_REPORT
    return next(code for code in (FAILED, SOME_SKIPPED, OK) if code in codes)
