"""What kind of telling a sentence is: a deed with its amounts and its day, or a view of things.

What people did is told apart from what somebody expects or thinks of it and from what has long been
so, by words that English newspapers use for each. Sentences of other languages show their amounts and
years alone. All of it weighs a sentence for its place; none of it says whether the sentence is true.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum

from briefer.model import PartialDate
from briefer.text.calendar import MONTHS
from briefer.text.dates import find_dates

_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[\"”»]")
_YEAR = re.compile(r"(?<![\w$€£.,:/])(?:mid-)?(?P<year>(?:19|20)\d\d)s?(?![\w%]|[.,:]\d)")
_NAMED_BY_YEAR = (
    r"(?:treaty|constitution|law|act|convention|protocol|census|charter|award|ruling|resolution|decree|accords?"
    r"|pact)"
)
_YEAR_OF_A_NAME = re.compile(
    rf"\b(?:the|its|a) (?:19|20)\d\d (?:[\w-]+ ){{0,2}}?{_NAMED_BY_YEAR}\b"
    rf"|\b{_NAMED_BY_YEAR} of (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""The year of a treaty or law is not that of what is told of it."""
_MONTH_OF_NO_YEAR = re.compile(
    rf"(?<![\w-])(?:(?P<before>\d{{1,2}}) (?P<dated>{'|'.join(MONTHS)})"
    rf"|(?:[Ii]n|[Oo]n|[Ll]ast|[Ee]arly|[Ll]ate|mid)[ -](?P<month>{'|'.join(MONTHS)})"
    r"(?: (?P<behind>\d{1,2})(?!\d))?)(?![\w’'-]|,? (?:19|20)\d\d)"
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|since)(?:\s+(?:the|year|end|of|early|late|at|least|about))*\s+$", re.I
)
_REACHES = re.compile(rf"{_AHEAD.pattern}|\bfrom\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d.,]*\d|(?<![\w.,-])\d")  # not the 90 of T-90
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d[.,]?")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?"
    r"|half|twice|doubled|tripled|a (?:third|quarter|fifth|tenth|dozen))\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|overnight"
    r"|(?:this|last) (?:week|month|weekend|year)"
    r"|(?:Jan|Feb|March|April|June|July|Aug|Sept|Oct|Nov|Dec)(?:[a-z]*|\.) \d{1,2}"
    r"|(?:[Ii]n|[Ee]arly|[Ll]ate|[Ss]ince|[Ll]ast) (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December))\b"
)
DEEDS = frozenset(
    """abandoned abducted accepted accused acquired adopted agreed ambushed annexed announced
    appointed approved arrested assassinated assembled attacked awarded backed banned began bombed
    bought broke built called canceled cancelled captured carried ceased charged claimed closed
    concluded condemned confirmed convicted crashed crossed cut declared defeated delivered demanded
    deployed destroyed detained died dismissed displaced downed dropped elected ended endorsed
    entered evacuated exceeded executed expanded expelled exported extended failed fell filed fined
    fired fled flew froze gave granted halted handed held hit imported imposed increased indicted
    injured inked invaded issued joined kidnapped killed launched left lifted lost lowered met moved
    named negotiated nominated offered opened ordered ousted overthrew paid passed pledged plunged
    postponed promised proposed provided pulled purchased raided raised ratified reached recaptured
    received recovered reduced refused rejected released repelled replaced requested rescued
    resigned resumed retook returned revoked rose sank seized sent sentenced shelled shipped shot
    shut signed slashed soared sold stabbed stepped stole stopped stormed struck sued suffered
    supplied surged suspended tested threatened took toppled traded trained transferred unveiled
    urged vetoed visited voted vowed warned welcomed withdrew won wounded""".split()
)
"""Verbs in the past that tell of a deed, lower case."""
_DEED = re.compile(rf"\b(?:{'|'.join(sorted(DEEDS))})\b")
_SPEECH = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|stated|announced|warned|warns|argued|argues|insisted|claimed"
    r"|claims|reported|reports|according to|confirmed|denied|predicted|predicts|estimates|estimated|stressed"
    r"|emphasi[sz]ed|noted|declared|wrote|acknowledged|admitted|testified|alleged|alleges|called|urged|vowed"
    r"|pledged|asked|accused|pointed out)\b"
)
_EXPECTATION = re.compile(
    r"\b(?:will|would|can|could|may|might|should|must|shall|likely|unlikely|perhaps|possibly|probably"
    r"|appears? to|seems?|needs? to|ought to|has to|have to|expected to|poised to|bound to)\b"
)
_JUDGEMENT = re.compile(
    r"\b(?:clearly|obviously|undoubtedly|unfortunately|sadly|ironic(?:ally)?|surely|arguably|really|of course"
    r"|in other words|in reality|no doubt|no wonder|no surprise|not surprising(?:ly)?|simply|merely"
    r"|so-called|naive|foolish|hypocri\w+|shameful|tragic|remarkable|undeniabl[ey]"
    r"|it is (?:important|clear|true|time|worth|difficult|hard|easy|not|in)|the (?:truth|fact|point|question"
    r"|problem|reality) is|an? (?:good|great|bad|clear|important|serious) \w+)\b",
    re.IGNORECASE,
)
_PERIODS = "years|decades|centuries|generations"
_BACKGROUND = re.compile(
    rf"\b(?:in recent (?:{_PERIODS}|months)|(?:over|during|in) the (?:past|last) (?:\w+ )?(?:{_PERIODS})"
    rf"|for (?:(?:many|several|some|\w+) )?(?:{_PERIODS})|(?:{_PERIODS}) (?:ago|of)|decades?-(?:long|old)"
    r"|(?:long|a) history(?: of)?\b|historical(?:ly)?|traditional(?:ly)?|(?!new )\w{2,20}[ -]era\b"
    r"|soviet (?:union|times?|days|period)|cold war|world war (?:i|ii|one|two)|(?:first|second) world war"
    r"|used to"
    r"|since (?:independence|the (?:\w+ )?(?:fall|collapse|end|invasion|revolution|war|establishment))"
    r"|dat(?:es|ing|ed) back|has (?:long|always|traditionally|historically)"
    r"|have (?:long|always|traditionally|historically)|has been an? |have been (?:important|close|strained))",
    re.IGNORECASE,
)


_INTRODUCED = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}, (?:aged )?\d\d, (?:is|was|has been|became|heads|leads|teaches)\b"
)
"""Who somebody is: "Ana Orlova, 52, is the deputy minister"."""


class Telling(StrEnum):
    """What a sentence does beside stating something."""

    DEED = "deed"  # somebody did something: "signed", "struck", "fell"
    DAY = "day"  # says on which day, or in which month
    SPEECH = "speech"  # somebody says so
    QUOTATION = "quotation"  # more than half of it stands between quotation marks
    EXPECTATION = "expectation"  # what will, may or must be, and nobody is named who says so
    JUDGEMENT = "judgement"  # what the writer thinks of it
    BACKGROUND = "background"  # what has long been so, or was so once
    INTRODUCTION = "introduction"  # who somebody is


def find_tellings(text: str, *, language: str = "en") -> frozenset[Telling]:
    """What the sentence does; nothing where its language is not English."""
    if language != "en":
        return frozenset()
    own = _QUOTED.sub("“”", text)
    is_attributed = bool(_SPEECH.search(own))
    found = {
        Telling.DEED: bool(_DEED.search(own)),
        Telling.DAY: bool(_DAY.search(own)),
        Telling.SPEECH: is_attributed,
        Telling.QUOTATION: 2 * len(own) < len(text),
        Telling.EXPECTATION: not is_attributed and bool(_EXPECTATION.search(own)),
        Telling.JUDGEMENT: bool(_JUDGEMENT.search(own)),
        Telling.BACKGROUND: bool(_BACKGROUND.search(own)),
        Telling.INTRODUCTION: bool(_INTRODUCED.match(own)),
    }
    return frozenset(telling for telling, is_found in found.items() if is_found)


def count_amounts(text: str) -> int:
    """How many amounts the sentence names, in figures or words; years and the days of dates are none."""
    for mention in reversed(find_dates(text)):
        text = text[: mention.span.start] + text[mention.span.end :]
    text = _DAY.sub("", text)
    figures = sum(1 for number in _NUMBER.findall(text) if not _YEAR_ALONE.fullmatch(number))
    return figures + len(_COUNTED.findall(text))


def find_when(text: str, published: PartialDate | None) -> PartialDate | None:
    """The date of what a sentence tells: the latest that it names, else that of its article, else None.

    A month without a year is the last one up to the article's own where nothing to come is told.
    """
    last_day = published.latest if published else date.max
    named = [mention.date for mention in find_dates(text) if mention.date.earliest <= last_day]
    if named:
        return max(named, key=lambda when: when.latest)
    if published and published.month and not _EXPECTATION.search(text):
        months = [*_iter_months(text, published)]
        if months:
            return max(months, key=lambda when: when.latest)
    year = find_latest_year(text, until=published.year if published else None)
    # The article's own year is known better from its date.
    return PartialDate(year) if year and not (published and published.year == year) else published


def _iter_months(text: str, published: PartialDate) -> Iterator[PartialDate]:
    """What the months without a year are; one that is only reached for is none."""
    for match in _MONTH_OF_NO_YEAR.finditer(text):
        if not _REACHES.search(text[: match.start()][-24:]):
            yield _read_month(match, published)


def _read_month(match: re.Match[str], published: PartialDate) -> PartialDate:
    """The last such month, or day of it, that an article may look back on."""
    month = MONTHS.index(match["dated"] or match["month"]) + 1
    day = int(match["before"] or match["behind"] or 0) or None
    for year in (published.year, published.year - 1):
        with suppress(ValueError):
            told = PartialDate(year, month, day)
            if told.earliest <= published.latest:
                return told
    return published


def find_latest_year(text: str, *, until: int | None = None) -> int | None:
    """The latest year that the text tells of, or None.

    A year that it only reaches for does not count ("by 2030", "since 2003"), nor one after `until`.
    """
    text = _YEAR_OF_A_NAME.sub(" ", text)
    years = [
        int(match["year"]) for match in _YEAR.finditer(text) if not _AHEAD.search(text[: match.start()][-24:])
    ]
    return max((year for year in years if until is None or year <= until), default=None)
