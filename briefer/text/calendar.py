"""Months and days of the week in English, which no locale changes."""

from datetime import date

from briefer.model import PartialDate

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

SHORT_MONTHS = {**{month[:3]: month for month in MONTHS}, "Sept": "September"}
"""The months by the forms in which they are cut short, without a full stop."""

MONTH_PATTERN = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(SHORT_MONTHS, reverse=True))})\b\.?)"
"""A regular expression for a month, in full or cut short."""


def spell_date(day: date | PartialDate) -> str:
    """`7 October 2015`, `October 2015` or `2015`, as precise as it is known."""
    parts = [str(day.day) if day.day else "", MONTHS[day.month - 1] if day.month else "", str(day.year)]
    return " ".join(part for part in parts if part)
