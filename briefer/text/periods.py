"""Periods as a person types them."""

import re

from briefer.model import PartialDate, Period

_DATE = r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)"
_RANGE = re.compile(rf"(?:from )?{_DATE} ?(?:to|until|-|–|\.\.) ?{_DATE}")
_SINCE = re.compile(rf"(?:since|from) {_DATE}")
_UNTIL = re.compile(rf"(?:until|to) {_DATE}")
_WHOLE = re.compile(_DATE)


def parse_period(text: str) -> Period:
    """`any` or nothing, `2015`, `2015-02 to 2015-10-07`, `since 2015-02`, `until 2015`.

    A year or a month stands for all of its days.

    Raises:
        ValueError: any other form, a day that does not exist, or an end before the beginning.
    """
    typed = " ".join(text.casefold().split())
    if typed in ("", "any"):
        return Period()
    if found := _RANGE.fullmatch(typed):
        return Period(_date(found[1]).earliest, _date(found[2]).latest)
    if found := _SINCE.fullmatch(typed):
        return Period(since=_date(found[1]).earliest)
    if found := _UNTIL.fullmatch(typed):
        return Period(until=_date(found[1]).latest)
    if found := _WHOLE.fullmatch(typed):
        return Period(_date(typed).earliest, _date(typed).latest)
    raise ValueError("write any, 2015, 2015-02 to 2015-10-07, since 2015-02 or until 2015")


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.from_iso(text)
    except ValueError:
        raise ValueError(f"{text} is not in the calendar") from None
