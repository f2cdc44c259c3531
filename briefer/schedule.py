"""Which periods of a report are due at a given instant: no clock is read here.

Time is cut into periods of whole local days that touch and never overlap. What is made is remembered by
the period's key and not by the hour, so that an hour that comes twice, or never, makes nothing twice.
"""

import calendar
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefer.model.reports import CatchUp, Every, ReportPeriod, Schedule

_DAY = timedelta(days=1)


def find_period(schedule: Schedule, instant: datetime) -> ReportPeriod:
    """The one period that an instant falls in, by the local day."""
    return _period_with(schedule, instant.astimezone(ZoneInfo(schedule.zone)).date())


def next_period(schedule: Schedule, now: datetime, *, after: date | None = None) -> ReportPeriod:
    """The first period that is not due yet; and that ends behind `after`, to which editions go already."""
    period = _period_with(schedule, latest_period(schedule, now).end)
    while after and period.end <= after:
        period = _period_with(schedule, period.end)
    return period


def latest_period(schedule: Schedule, now: datetime) -> ReportPeriod:
    """The last period that was due at `now` or before, whether or not it was made."""
    period = find_period(schedule, now)
    while period.due > now:
        period = _period_before(schedule, period)
    return period


def due_periods(
    schedule: Schedule,
    now: datetime,
    *,
    made: Collection[str],
    reached: date | None,
    catch_up: CatchUp = CatchUp.ONE_BY_ONE,
) -> tuple[ReportPeriod, ...]:
    """The periods to be made now, oldest first.

    `made` are the keys of the periods that were made, `reached` is the day that they go to, not included.
    Without any, the latest period is due and those before are not. A period begins where the one before
    was left off, also where the schedule was another then, unless those between are to be passed over.
    Nothing is due before `reached`, as when the clock was set back.
    """
    latest = latest_period(schedule, now)
    if reached is None:
        return (latest,)
    missed: list[ReportPeriod] = []
    period = latest
    while period.end > reached:
        if period.key not in made:
            missed.insert(0, period)
        period = _period_before(schedule, period)
    if not missed:
        return ()
    if catch_up is CatchUp.MERGE:
        return (replace(missed[-1], first=reached),)
    if catch_up is CatchUp.LATEST:
        last = missed[-1]
        return (last if len(missed) > 1 else replace(last, first=reached),)
    return tuple(
        replace(period, first=before)
        for period, before in zip(missed, [reached, *(found.end for found in missed)], strict=False)
    )


def _period_with(schedule: Schedule, day: date) -> ReportPeriod:
    """The period that holds a local day."""
    after = _DAY if schedule.same_day else timedelta(0)
    # The days on which editions are made part the periods; with `same_day`, the days after them do.
    made_on = _making_day_after(schedule, day - after)
    first = _making_day_before(schedule, made_on) + after
    end = made_on + after
    due = datetime.combine(made_on, schedule.at, ZoneInfo(schedule.zone)).astimezone(UTC)
    return ReportPeriod(_spell_key(schedule, end - _DAY), first, end, due)


def _period_before(schedule: Schedule, period: ReportPeriod) -> ReportPeriod:
    assert period.first is not None  # noqa: S101 - narrows for the type checker
    return _period_with(schedule, period.first - _DAY)


def _making_day_after(schedule: Schedule, day: date) -> date:
    """The first day after `day` on which an edition is made."""
    match schedule.every:
        case Every.DAY:
            return day + _DAY
        case Every.WEEK:
            return day + timedelta(days=(schedule.day - day.isoweekday() - 1) % 7 + 1)
        case Every.MONTH:
            this = _day_of_month(schedule, day.year, day.month)
            return this if this > day else _day_of_month(schedule, *_shift_month(day, 1))


def _making_day_before(schedule: Schedule, day: date) -> date:
    """The last day before `day` on which an edition is made."""
    match schedule.every:
        case Every.DAY:
            return day - _DAY
        case Every.WEEK:
            return day - timedelta(days=(day.isoweekday() - schedule.day - 1) % 7 + 1)
        case Every.MONTH:
            this = _day_of_month(schedule, day.year, day.month)
            return this if this < day else _day_of_month(schedule, *_shift_month(day, -1))


def _day_of_month(schedule: Schedule, year: int, month: int) -> date:
    return date(year, month, min(schedule.day, calendar.monthrange(year, month)[1]))


def _shift_month(day: date, by: int) -> tuple[int, int]:
    """Year and month of the month after or before that of `day`."""
    months = day.year * 12 + day.month - 1 + by
    return months // 12, months % 12 + 1


def _spell_key(schedule: Schedule, last: date) -> str:
    match schedule.every:
        case Every.DAY:
            return str(last)
        case Every.WEEK:
            year, week, _ = last.isocalendar()
            return f"{year}-W{week:02}"
        case Every.MONTH:
            return f"{last.year:04}-{last.month:02}"
