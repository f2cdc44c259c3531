import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.dates import find_dates, is_date_stamp, is_dated_line, read_stamps

WRITTEN = {
    "October 7, 2015": "2015-10-07",
    "Oct. 7, 2015": "2015-10-07",
    "Oct 7 2015": "2015-10-07",
    "OCTOBER 7TH, 2015": "2015-10-07",
    "7 October 2015": "2015-10-07",
    "7 Oct. 2015": "2015-10-07",
    "7th of October, 2015": "2015-10-07",
    "07-Oct-2015": "2015-10-07",
    "2015-10-07": "2015-10-07",
    "2015/10/07": "2015-10-07",
    "2015.10.07": "2015-10-07",
    "2015-10-07T09:46:00+03:00": "2015-10-07",
    "25.10.2015": "2015-10-25",
    "07.10.2015": "2015-10-07",
    "10/25/2015": "2015-10-25",
    "25/10/2015": "2015-10-25",
    "07.07.2015": "2015-07-07",
    "7 октября 2015 г.": "2015-10-07",
    "7 окт. 2015": "2015-10-07",
    "7. Oktober 2015": "2015-10-07",
    "7 octobre 2015": "2015-10-07",
    "7 de octubre de 2015": "2015-10-07",
    "October 2015": "2015-10",
    "May 2015": "2015-05",
    "Wednesday, May 20, 2015": "2015-05-20",
    "February 29, 2016": "2016-02-29",
}
NO_DATES = [
    "07/10/2015",
    "10/07/2015",
    "February 30, 2015",
    "31 April 2015",
    "February 29, 2015",
    "2015-13-01",
    "2015/02/31",
    "32 May 2015",
    "October 7",
    "7 October",
    "in 2015",
    "1e400",
    "version 12.2015.3",
    "resolution 2249-10-071",
    "may 1 in 3 people",
    "year 10000-01-01",
]


@pytest.mark.parametrize(("text", "iso"), WRITTEN.items())
def test_a_written_date_is_read(text: str, iso: str) -> None:
    assert [str(mention.date) for mention in find_dates(f"It was agreed on {text}, they said.")] == [iso]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_or_not_clear_is_unknown(text: str) -> None:
    assert find_dates(text) == ()


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_day_is_read_back_from_every_clear_form(day: datetime.date) -> None:
    months = "January February March April May June July August September October November December".split()
    month = months[day.month - 1]
    for text in (f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]}. {day.year}", day.isoformat()):
        assert [str(mention.date) for mention in find_dates(text)] == [day.isoformat()]


@given(st.text(st.sampled_from("0123456789./- OctoberMay,")))
def test_no_string_breaks_the_reading(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.span.start : mention.span.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Published: Updated:",
        "October 7, 2015",
        "Wednesday, 7 October 2015 | 09:46 GMT",
        "Last Update: Wednesday, 20 May 2020 KSA 09:46 - GMT 06:46",
        "Posted on Oct. 7, 2015 at 4:07 PM EST",
        "Опубликовано: 7 октября 2015",
        "2015-10-07 14:30",
        "As of 7 October 2015, 18:00 local time",
        "Published: 31 February 2015",
    ],
)
def test_a_line_that_says_only_when_is_a_stamp(text: str) -> None:
    assert is_date_stamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "The deal was signed on October 7, 2015.",
        "Bilateral relations",
        "May Day parade 2015",
        "In 2015",
        "10 aircraft",
    ],
)
def test_a_line_that_says_more_is_none(text: str) -> None:
    assert not is_date_stamp(text)


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Harbour Watch | 7 October 2015", True),
        ("Posted on 7 October 2015 by staff", True),
        ("World — Oct. 7, 2015", True),
        ("Valley City, 7 October 2015", True),
        ("Valley City / Hill Town, 7 October 2015", True),
        ("Valley Desk (with agency inputs) | Published: October 7, 2015 06:15 IST", True),
        ("The Harbour Gazette, 7 October 2015", True),
        ("THE HARBOUR GAZETTE Wednesday, October 7, 2015", True),
        ("Harbour Watch | Sea / Ports | 7 Oct 2015 | Jane Roe, Valley City", True),
        ("Weekly report, 7 October 2015", False),
        ("Situation Report, 7 October 2015", False),
        ("Ministers in the valley, 7 October 2015", False),
        ("Flash Update No. 3 | Floods in Valley City | 7 October 2015", False),
        ("Ministers meet again | 7 October 2015", False),
        ("Harbour Watch | October 2015", False),
        ("Harbour Watch | 31 February 2015", False),
    ],
)
def test_names_that_are_set_apart_from_a_day_leave_it_a_date(text: str, is_dated: bool) -> None:
    assert is_dated_line(text) is is_dated


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        (
            "Published Nov 18, 2019 at 4:07 PM | Updated at 5:36 PM CST on Nov 19, 2019",
            "2019-11-18",
            "2019-11-19",
        ),
        ("Last Update: Wednesday, 20 May 2020", None, "2020-05-20"),
        ("Updated: 9 October 2015 Published: 7 October 2015", "2015-10-07", "2015-10-09"),
        ("October 7, 2015", "2015-10-07", None),
        ("Accessed 7 October 2015", None, None),
    ],
)
def test_a_date_goes_with_its_label(text: str, published: str | None, updated: str | None) -> None:
    stamps = read_stamps(text)
    assert (stamps.published and str(stamps.published)) == published
    assert (stamps.updated and str(stamps.updated)) == updated
