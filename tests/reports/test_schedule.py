"""When editions are due, in any zone, whatever the clock and the machine did."""

import itertools
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.model.reports import LAST_DAY, CatchUp, Every, ReportPeriod, Schedule
from briefer.schedule import due_periods, find_period, latest_period, next_period

BERLIN = "Europe/Berlin"
ZONES = ("UTC", BERLIN, "America/New_York", "America/Havana", "Asia/Kathmandu", "Pacific/Apia")
MONDAYS = Schedule(Every.WEEK, 1, time(7), BERLIN)


def at(text: str, zone: str = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def schedules() -> st.SearchStrategy[Schedule]:
    days = {Every.DAY: st.just(1), Every.WEEK: st.integers(1, 7), Every.MONTH: st.integers(1, LAST_DAY)}
    return st.sampled_from(Every).flatmap(
        lambda every: st.builds(
            Schedule,
            every=st.just(every),
            day=days[every],
            at=st.times().map(lambda found: found.replace(microsecond=0)),
            zone=st.sampled_from(ZONES),
            same_day=st.booleans(),
        )
    )


instants = st.integers(1_735_689_600, 1_861_920_000).map(lambda moment: datetime.fromtimestamp(moment, UTC))


def make(
    schedule: Schedule, nows: Iterable[datetime], catch_up: CatchUp = CatchUp.ONE_BY_ONE
) -> list[ReportPeriod]:
    """Every period that is made where the report is run at each of these hours."""
    made: list[ReportPeriod] = []
    for now in nows:
        keys = {period.key for period in made}
        reached = max((period.end for period in made), default=None)
        made += due_periods(schedule, now, made=keys, reached=reached, catch_up=catch_up)
    return made


@settings(deadline=None)
@given(schedules(), instants)
def test_every_instant_falls_in_one_period_and_the_neighbours_touch_it(
    schedule: Schedule, instant: datetime
) -> None:
    period = find_period(schedule, instant)
    today = instant.astimezone(ZoneInfo(schedule.zone)).date()
    assert period.first is not None
    assert period.first <= today < period.end
    noon = datetime.combine(period.end, time(12), ZoneInfo(schedule.zone))
    following = find_period(schedule, noon)
    assert following.first == period.end
    assert following.key > period.key
    assert following.due > period.due
    before = find_period(schedule, noon - (period.end - period.first + timedelta(days=1)))
    assert before.end == period.first


@settings(deadline=None)
@given(schedules(), instants)
def test_what_is_due_is_past_and_what_comes_next_is_not(schedule: Schedule, now: datetime) -> None:
    latest, following = latest_period(schedule, now), next_period(schedule, now)
    assert latest.due <= now < following.due
    assert latest.end == following.first


@settings(deadline=None)
@given(schedules(), st.lists(instants, min_size=1, max_size=6))
def test_one_by_one_nothing_is_made_twice_and_nothing_is_passed_over(
    schedule: Schedule, nows: list[datetime]
) -> None:
    made = make(schedule, nows)
    assert len({period.key for period in made}) == len(made)
    assert all(later.first == earlier.end for earlier, later in itertools.pairwise(made))
    assert made[0] == latest_period(schedule, nows[0])
    assert made[-1].end == max(latest_period(schedule, now).end for now in nows)


@settings(deadline=None)
@given(schedules(), st.lists(instants, min_size=1, max_size=6), st.sampled_from(CatchUp))
def test_a_second_run_at_the_same_hour_or_with_the_clock_set_back_makes_nothing(
    schedule: Schedule, nows: list[datetime], catch_up: CatchUp
) -> None:
    made = make(schedule, nows, catch_up)
    assert make(schedule, [*nows, max(nows), min(nows)], catch_up) == made


@settings(deadline=None)
@given(schedules(), st.lists(instants, min_size=1, max_size=6))
def test_merged_editions_leave_no_day_out(schedule: Schedule, nows: list[datetime]) -> None:
    made = make(schedule, nows, CatchUp.MERGE)
    assert all(later.first == earlier.end for earlier, later in itertools.pairwise(made))
    assert len(made) <= len(nows)


@settings(deadline=None)
@given(schedules(), schedules(), instants, instants)
def test_a_schedule_that_changes_leaves_no_day_out_and_makes_none_twice(
    before: Schedule, after: Schedule, one: datetime, other: datetime
) -> None:
    (first,) = make(before, [min(one, other)])
    later = due_periods(after, max(one, other), made={first.key}, reached=first.end)
    days = [first, *later]
    assert all(later.first == earlier.end for earlier, later in itertools.pairwise(days))


def test_a_weekly_edition_is_about_the_seven_days_before_it() -> None:
    (period,) = make(MONDAYS, [at("2026-11-09T07:00")])
    assert (period.first, period.end) == (date(2026, 11, 2), date(2026, 11, 9))
    assert period.key == "2026-W45"
    assert period.due == at("2026-11-09T07:00")
    assert latest_period(MONDAYS, at("2026-11-09T06:59")).key == "2026-W44"


def test_an_evening_edition_may_be_about_its_own_day_too() -> None:
    evenings = Schedule(Every.DAY, at=time(18), zone=BERLIN, same_day=True)
    (period,) = make(evenings, [at("2026-11-20T18:00")])
    assert (period.key, period.first, period.end) == ("2026-11-20", date(2026, 11, 20), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("day", "now", "key", "first", "end"),
    [
        (1, "2026-12-01", "2026-11", "2026-11-01", "2026-12-01"),
        (31, "2026-02-28", "2026-02", "2026-01-31", "2026-02-28"),
        (31, "2028-02-29", "2028-02", "2028-01-31", "2028-02-29"),
        (31, "2026-03-31", "2026-03", "2026-02-28", "2026-03-31"),
        (30, "2026-03-29", "2026-02", "2026-01-30", "2026-02-28"),
        (15, "2026-01-15", "2026-01", "2025-12-15", "2026-01-15"),
    ],
)
def test_a_month_without_the_day_has_its_last_one_instead(
    day: int, now: str, key: str, first: str, end: str
) -> None:
    (period,) = make(Schedule(Every.MONTH, day, time(0), "UTC"), [at(now, "UTC")])
    assert period.key == key
    assert (str(period.first), str(period.end)) == (first, end)


@pytest.mark.parametrize(
    ("hour", "day", "expected"),
    [
        ("02:30", "2026-10-25", "2026-10-25T00:30+00:00"),  # comes twice: the first counts
        ("02:30", "2026-03-29", "2026-03-29T01:30+00:00"),  # never comes: an hour later
    ],
)
def test_the_hours_of_daylight_saving_make_one_edition(hour: str, day: str, expected: str) -> None:
    daily = Schedule(Every.DAY, at=time.fromisoformat(hour), zone=BERLIN)
    midnight = at(f"{day}T00:00").astimezone(UTC)
    minutes = [midnight + timedelta(minutes=15 * quarter) for quarter in range(26 * 4)]
    made = [period for period in make(daily, minutes) if period.end == date.fromisoformat(day)]
    assert [period.due.isoformat(timespec="minutes") for period in made] == [expected]


def test_after_three_weeks_asleep_it_catches_up_as_it_was_told() -> None:
    nows = [at("2026-10-26T07:00"), at("2026-11-18T09:30")]
    periods = {
        catch_up: [(str(period.first), period.key) for period in make(MONDAYS, nows, catch_up)[1:]]
        for catch_up in CatchUp
    }
    assert periods == {
        CatchUp.ONE_BY_ONE: [
            ("2026-10-26", "2026-W44"),
            ("2026-11-02", "2026-W45"),
            ("2026-11-09", "2026-W46"),
        ],
        CatchUp.MERGE: [("2026-10-26", "2026-W46")],
        CatchUp.LATEST: [("2026-11-09", "2026-W46")],
    }


def test_a_week_that_was_reported_is_not_reported_again_on_another_day() -> None:
    (friday,) = make(Schedule(Every.WEEK, 5, time(7), BERLIN), [at("2026-11-06T07:00")])
    due = due_periods(MONDAYS, at("2026-11-09T07:00"), made={friday.key}, reached=friday.end)
    assert due == ()
    (later,) = due_periods(MONDAYS, at("2026-11-16T07:00"), made={friday.key}, reached=friday.end)
    assert (later.key, later.first) == ("2026-W46", date(2026, 11, 6))


def test_a_report_that_moves_to_another_zone_goes_on_where_it_was() -> None:
    (made,) = make(MONDAYS, [at("2026-11-09T07:00")])
    moved = Schedule(Every.WEEK, 1, time(7), "America/New_York")
    hours = [at("2026-11-09T08:00"), at("2026-11-09T13:00")]
    assert not any(due_periods(moved, now, made={made.key}, reached=made.end) for now in hours)


@pytest.mark.parametrize(
    ("every", "day"), [(Every.DAY, 2), (Every.WEEK, 0), (Every.WEEK, 8), (Every.MONTH, 32)]
)
def test_a_day_that_no_period_has_is_refused(every: Every, day: int) -> None:
    with pytest.raises(ValueError, match="lies outside"):
        Schedule(every, day)
