"""Periods as a person types them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Period
from briefer.text.periods import parse_period


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("", Period()),
        (" Any ", Period()),
        ("2015", Period(date(2015, 1, 1), date(2015, 12, 31))),
        ("2016-02", Period(date(2016, 2, 1), date(2016, 2, 29))),
        ("2015-02 to 2015-10-07", Period(date(2015, 2, 1), date(2015, 10, 7))),
        ("since 2015", Period(since=date(2015, 1, 1))),
        ("until 2015-02", Period(until=date(2015, 2, 28))),
    ],
)
def test_a_period_is_read_as_it_is_meant(typed: str, period: Period) -> None:
    assert parse_period(typed) == period


@pytest.mark.parametrize("typed", ["2015-13", "2015-02-30", "last week", "2016 to 2015", "2015 to"])
def test_anything_else_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w{3}"):
        parse_period(typed)


@given(st.dates(), st.dates())
def test_days_in_order_are_a_period_and_others_are_none(first: date, second: date) -> None:
    since, until = sorted((first, second))
    assert parse_period(f"{since} to {until}") == Period(since, until)
