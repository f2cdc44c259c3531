"""Calendar dates as newspapers write them: strict forms only, else unknown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.model import PartialDate, Span
from briefer.text.mastheads import find_masthead

_MONTH_NAMES = {
    1: "january jan январь января янв januar jänner janvier enero gennaio janeiro",
    2: "february feb февраль февраля фев février febrero febbraio fevereiro februar",
    3: "march mar март марта мар märz mars marzo março",
    4: "april apr апрель апреля апр avril abril aprile",
    5: "may май мая mai mayo maggio maio",
    6: "june jun июнь июня июн juni juin junio giugno junho",
    7: "july jul июль июля июл juli juillet julio luglio julho",
    8: "august aug август августа авг août agosto",
    9: "september sept sep сентябрь сентября сен сент septembre septiembre settembre setembro",
    10: "october oct октябрь октября окт oktober octobre octubre ottobre outubro okt",
    11: "november nov ноябрь ноября ноя нояб novembre noviembre novembro",
    12: "december dec декабрь декабря дек dezember décembre diciembre dicembre dezembro dez",
}
_MONTHS = {name: month for month, names in _MONTH_NAMES.items() for name in names.split()}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.|º)?(?:\s+(?:of|de))?[\s-]+{_MONTH},?(?:\s+de)?[\s,-]+{_YEAR}",
        rf"(?<![\d./-]){_YEAR}(?P<mark>[-/.])(?P<number>\d\d)(?P=mark)(?P<day>\d\d)(?:T\d\d:\d\d\S*|(?!\d))",
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"\b{_MONTH}(?:,|\s+of|\s+de)?\s+{_YEAR}",
    )
)
_SHORT_FORM = re.compile(r"(?<![\w.:/-])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?![\w:/-]|\.\d)")
_LATEST_SHORT_YEAR = 68
"""Of two digits, as POSIX `strptime` reads them; older newspapers wrote no such stamps."""
_DIGIT = re.compile(r"\d")
_MAYBE = re.compile(r"(?:19|20)\d\d")
_PUBLISHED = (
    r"first published|published|publish date|publication date|posted|created|issued|release date|date|filed|"
    r"original|опубликован\w*|дата|veröffentlicht|publié|publicado"
)
_UPDATED = (
    r"last (?:update|updated|modified|edited|revised)|updated?|modified|revised|"
    r"обновлен\w*|aktualisiert|mis à jour"
)
_NEITHER = r"accessed|retrieved|archived|printed|downloaded"
_LABEL = re.compile(
    rf"(?P<neither>{_NEITHER})|(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED})\b", re.IGNORECASE
)
_STAMP_FILLER = re.compile(
    rf"\b(?:{_PUBLISHED}|{_UPDATED}|{_NEITHER}|{'|'.join(_MONTHS)}|on|at|the|as of|am|pm|a\.m|p\.m|noon|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|montag|dienstag|mittwoch|donnerstag|"
    r"freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"[a-z]?[smd]t|[ecmp][sd]?t|gmt|utc|ksa|ist|msk|bst|cet|cest|hrs?|uhr|local time|г|года|"
    r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:am|pm|h)?|\d{1,2}(?:am|pm))\b",
    re.IGNORECASE,
)
_BESIDE_STAMPS = re.compile(
    r"\b(?:(?:\d+|an?) (?:min(?:ute)?|hour|hr|day|week|month)s? ago|"
    r"\d[\d,]* (?:comments?|views?|shares?)|\d+[ -]?min(?:ute)?s?(?: read)?)\b",
    re.IGNORECASE,
)
"""Counts and ages that stand on one line with a date: "June 30, 2011 · 8 comments"."""


_BAR = re.compile(r"\s*(?:[|•·—–]|\s[-/]\s)\s*")
_LABELLED_NAME = re.compile(r"\s*(?:/|\b(?:by|in)\b)\s*", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W_][\w.'’&-]*")
_SMALL_IN_NAMES = frozenset("of the and for admin staff desk editor news edition".split())
_IN_TITLES = frozenset(
    "report update bulletin note brief briefing summary review issue edition number statement no".split()
)
_FEW_WORDS, _MANY_WORDS = 4, 20
"""More words beside a date are a headline; where a line has three parts, they may be more."""
_LABELLED_WORDS = 8
_PLACE_WORDS = 3
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_SECTION = re.compile(r"\W*[^\W\d_a-z][^\W\d_]+(?:[ &/-]+[^\W\d_a-z][^\W\d_]+)?[\W\d]*")


class DateMention(NamedTuple):
    span: Span
    date: PartialDate


class Stamps(NamedTuple):
    """The dates that a line claims for its article; `is_labelled` by a word such as "Published"."""

    published: PartialDate | None
    updated: PartialDate | None
    is_labelled: bool


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Dates with a year, in order, none inside another.

    Numbers alone count only where day and month cannot be mistaken: "25/10/2015" does, "07/10/2015" does
    not. Between points the day stands before the month. A day that the calendar does not have is no date.

    Source: the Unicode CLDR, in which no locale that parts by points begins with the month.
    """
    if not _MAYBE.search(text):
        return ()
    found: list[DateMention] = []
    for mention in sorted(_mentions(text), key=lambda mention: (mention.span.start, -mention.span.end)):
        if not found or mention.span.start >= found[-1].span.end:
            found.append(mention)
    return tuple(found)


def _mentions(text: str) -> Iterator[DateMention]:
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            # A form with a day that does not exist must not come back as a month and year.
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if date := _read(match.groupdict()):
                yield DateMention(Span(*match.span()), date)


def _read(parts: dict[str, str | None]) -> PartialDate | None:
    year = int(parts["year"] or 0)
    day = int(parts.get("day") or 0) or None
    if parts.get("first") and parts.get("second"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first != second and first <= 12 and second <= 12 and parts.get("mark") != ".":
            return None
        day, month = (second, first) if second > 12 else (first, second)
    elif parts.get("number"):
        month = int(parts["number"] or 0)
    else:
        month = _MONTHS[(parts["month"] or "").lower()]
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _short_dates(text: str) -> tuple[DateMention, ...]:
    """The one date whose parts are two digits each, with points between; none where there are more."""
    matches = list(_SHORT_FORM.finditer(text))
    if len(matches) != 1 or int(matches[0]["year"]) > _LATEST_SHORT_YEAR:
        return ()
    match = matches[0]
    try:
        date = PartialDate(2000 + int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return ()
    return (DateMention(Span(*match.span()), date),)


def is_date_stamp(text: str) -> bool:
    """Whether a line says when, and nothing else: "Published: 7 October 2015 | 09:46 GMT"."""
    if len(text) > 120 or not (_DIGIT.search(text) or _LABEL.match(text)):
        return False
    rest = text
    for mention in reversed(find_dates(text)):
        rest = rest[: mention.span.start] + " " + rest[mention.span.end :]
    if rest != text:
        rest = _BESIDE_STAMPS.sub(" ", rest)
    bare = _STAMP_FILLER.sub(" ", rest)
    if bare != text and not re.search(r"[^\W\d_]", bare):
        return True
    # "POLITICS 04 July 2018 13:20": a section beside the day and the hour.
    return rest != text and bool(_HOUR.search(rest)) and bool(_SECTION.fullmatch(bare))


def is_dated_line(text: str) -> bool:
    """Whether a line has a day and, set apart from it, names: "Harbour Watch | 7 October 2015".

    "Posted on 7 October 2015 by staff" and "Valley City, 7 October 2015" are such lines, and "Weekly report,
    7 October 2015" is none: it may be a title.
    """
    dates = find_dates(text) if len(text) <= 160 else ()
    if not dates or any(mention.date.day is None for mention in dates):
        return False
    parts = _BAR.split(text.strip(" |•·*—–-"))
    if len(parts) > 2:
        words = [word for part in parts if find_dates(part) for word in _names_beside(part)]
        return not words and _is_no_title(text) and len(_NAME_WORD.findall(text)) <= _MANY_WORDS
    words = _names_beside(text)
    if find_masthead(" ".join(words)):
        return True
    if len(parts) > 1 and read_stamps(text).is_labelled:
        return len(words) <= _LABELLED_WORDS
    if not all(word[0].isupper() or word in _SMALL_IN_NAMES for word in words if not word[0].isdigit()):
        return False
    if len(parts) > 1 or _LABELLED_NAME.search(text):
        return len(words) <= _FEW_WORDS
    is_parted = text[: dates[0].span.start].rstrip().endswith(",")
    return is_parted and len(words) <= _PLACE_WORDS and _is_no_title(text)


def _is_no_title(text: str) -> bool:
    return _IN_TITLES.isdisjoint(word.casefold().strip(".") for word in _NAME_WORD.findall(text))


def _names_beside(text: str) -> list[str]:
    """The words of a line that say neither a date nor that it is one."""
    for mention in reversed(find_dates(text)):
        text = text[: mention.span.start] + " " + text[mention.span.end :]
    bare = _STAMP_FILLER.sub(" ", _BESIDE_STAMPS.sub(" ", text))
    return [word for part in _LABELLED_NAME.split(bare) for word in _NAME_WORD.findall(part)]


def read_stamps(text: str) -> Stamps:
    """What a date line claims; a date goes with the last label before it, else counts as published.

    A stamp may shorten its year: "14.03.26".
    """
    published: PartialDate | None = None
    updated: PartialDate | None = None
    labels = list(_LABEL.finditer(text))
    for mention in find_dates(text) or _short_dates(text):
        before = [label for label in labels if label.start() < mention.span.start]
        role = before[-1].lastgroup if before else "published"
        if role == "published":
            published = published or mention.date
        elif role == "updated":
            updated = updated or mention.date
    return Stamps(published, updated, is_labelled=any(label.lastgroup == "published" for label in labels))
