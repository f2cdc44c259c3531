"""Which editions are to be made now: what is due, less what was made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefer.errors import NothingDue
from briefer.model.reports import Edition, Report, ReportPeriod, Since
from briefer.schedule import due_periods, latest_period, next_period


@dataclass(frozen=True, slots=True)
class Plan:
    """One edition to be made: of which period and under which number.

    `take` counts the editions of the period, from 1; `first_number` is the number of the first of them.
    `reached` is the day that earlier editions go to, not included; None where there is none.
    """

    period: ReportPeriod
    number: int
    take: int
    first_number: int
    reached: date | None


def reached(editions: Sequence[Edition]) -> date | None:
    """The day to which editions go, not included; None where there is none."""
    return max((edition.end for edition in editions), default=None)


def plan_due(
    report: Report, editions: Sequence[Edition], passed_over: Collection[str], now: datetime
) -> tuple[Plan, ...]:
    """The editions that are due, oldest first; `editions` are all there are of the report, by number."""
    periods = due_periods(
        report.schedule,
        now,
        made={*(edition.key for edition in editions), *passed_over},
        reached=reached(editions),
        catch_up=report.catch_up,
    )
    number = _next_number(editions)
    wanted = [
        _begin(report, period) if not editions else period
        for period in periods
        if period.key not in passed_over and (report.start is None or period.end > report.start)
    ]
    ends = [reached(editions), *(period.end for period in wanted)]
    return tuple(
        Plan(period, number + place, 1, number + place, ends[place]) for place, period in enumerate(wanted)
    )


def plan_again(report: Report, editions: Sequence[Edition], now: datetime) -> tuple[Plan, ...]:
    """Another edition of the period that was the latest at `now`, in the place of the one there is.

    Raises:
        NothingDue: that period was not made.
    """
    latest = latest_period(report.schedule, now)
    made = [edition for edition in editions if edition.key == latest.key]
    if not made:
        raise NothingDue(report.name, f"{latest.key} was not made yet")
    period = replace(latest, first=made[-1].first, end=made[-1].end)
    end = reached([edition for edition in editions if edition.number < made[0].number])
    return (Plan(period, _next_number(editions), len(made) + 1, made[0].number, end),)


def plan_next(report: Report, editions: Sequence[Edition], now: datetime) -> Plan:
    """The edition that comes after all that is due."""
    end = reached(editions)
    period = next_period(report.schedule, now, after=end)
    number = _next_number(editions)
    begun = replace(period, first=end) if end else _begin(report, period)
    return Plan(begun, number, 1, number, end)


def explain_idleness(report: Report, editions: Sequence[Edition], now: datetime) -> str:
    """Why nothing is due."""
    following = next_period(report.schedule, now)
    if not editions:
        return f"the first edition begins with {report.start}" if report.start else "nothing to report so far"
    latest = editions[-1]
    if latest.end > following.end:
        return f"No. {latest.number} goes to {latest.end} already, and the clock says {now.date()}"
    return f"No. {latest.number} was made of {latest.key}"


def _begin(report: Report, period: ReportPeriod) -> ReportPeriod:
    """The period of the first edition: what is reported since the last one reaches back to the start."""
    return replace(period, first=report.start) if report.since is Since.LAST else period


def _next_number(editions: Sequence[Edition]) -> int:
    return max((edition.number for edition in editions), default=0) + 1
