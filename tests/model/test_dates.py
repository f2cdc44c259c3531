"""Dates that may be known to the year or the month only."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import PartialDate, Period, Precision


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2015", Precision.YEAR, date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", Precision.MONTH, date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-10-07", Precision.DAY, date(2015, 10, 7), date(2015, 10, 7)),
    ],
)
def test_a_date_spans_every_day_it_can_mean(
    text: str, precision: Precision, earliest: date, latest: date
) -> None:
    found = PartialDate.from_iso(text)
    assert (found.precision, found.earliest, found.latest, str(found)) == (precision, earliest, latest, text)


@pytest.mark.parametrize(
    "text", ["", "15", "2015-1", "2015-02-29", "2015-13", "2015-10-07T00:00", "２０１５", "-2015"]
)
def test_what_is_not_a_calendar_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.from_iso(text)


@given(st.dates())
def test_every_day_survives_being_written_down(day: date) -> None:
    assert PartialDate.from_iso(day.isoformat()).earliest == day


def test_a_period_holds_a_month_that_only_touches_it() -> None:
    period = Period(since=date(2015, 10, 15), until=date(2015, 10, 20))
    assert period.holds(PartialDate(2015, 10))
    assert not period.holds(PartialDate(2015, 10, 14))
    assert not period.holds(PartialDate(2015, 11))


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(since=date(2015, 10, 2), until=date(2015, 10, 1))
