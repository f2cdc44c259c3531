"""What "on Tuesday" or "last year" means in an article of a known date.

A weekday is the nearest one up to the article's own day where the sentence tells of the past, and the
nearest one from it on where it tells of the future; where it may be either, no date is given. Nor is one
inside quotation marks, whose speaker counted from another day, nor beside a date that is told in full.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from briefer.model import Article, PartialDate, Precision, Repair, RepairKind, Span
from briefer.text.calendar import MONTH_PATTERN, WEEKDAYS, spell_date
from briefer.text.quotations import find_quoted
from briefer.text.sentences import find_sentences

_TIME = re.compile(
    rf"\b(?:(?P<last>[Ll]ast\s)?(?P<weekday>{'|'.join(WEEKDAYS)})(?:\s(?:early\s)?(?:morning|afternoon|evening|night))?"
    r"|(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:\s(?:morning|afternoon|evening|night))?|(?P<which>[Ll]ast|[Nn]ext)\s(?P<unit>month|year))(?![\w'’-])"
    rf"(?!\s(?:and|or|to|through|until)\s(?:{'|'.join(WEEKDAYS)}))"
)
_BEFORE_WEEKDAY = re.compile(
    r"(?:\b(?:on|On|late|Late|early|Early|since|Since|by|By|after|After|before|Before)\s|^)$"
)
_BARE_WEEKDAY = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|killed|released|held|met|in|at|[A-Z]\w+)\s$"
)
_DEED = (
    r"(?:said|told|announced|reported|confirmed|declared|warned|stated|added|denied|signed|agreed|resigned"
    r"|approved|adopted|voted|killed|wounded|struck|hit|met|recalled|ordered|arrested|released|imposed|launched"
    r"|opened|closed|died|fell|rose|named|appointed|accused|rejected|urged|visited|arrived|left|began|ended)"
)
_DONE = re.compile(rf"\b{_DEED}\s(?:late\s|early\s)?(?:[Oo]n\s)?$")
"""A deed that was done on the day, whatever else the sentence says of what is to come."""
_DONE_FURTHER_ON = re.compile(
    r"\b(?:killed|wounded|struck|hit|attacked|shot|arrested|seized|destroyed|voted"
    r"|(?:said|told|announced) (?:in|at|during))"
    r"(?:\s(?!that\b|which\b|who\b|to\s[a-z]|for\b|would\b|will\b|could\b|may\b|and\b)[^\s,;:]+){1,8}\s[Oo]n\s$"
)
"""So was one that is never said of what is only planned: "voted by 226 to 224 on Thursday"."""
_COMES = re.compile(r"\s(?:would|will|is|are|was|were|as|may|might|could|should|shall|must|can)\b")
"""Behind "said Monday": the day is what it speaks of."""
_DONE_BEHIND = re.compile(
    rf"\s(?:{_DEED}|(?!need|fe|proceed|succeed|exceed|indeed|speed|seed|breed|bleed)[a-z]{{2,}}ed)\b(?! to\b)"
)
"""Behind "the court on Thursday": it did so on that day."""
_AFTER_BARE = re.compile(
    r"(?=[,.;]|$|\s(?:after|as|when|while|in|at|with|and|but|by|from|over|because|following|before|amid)\b)"
)
"""Behind "resigned Wednesday"; "attended Friday prayers" is no such day."""
_BARE_DEED = re.compile(rf"\b(?:{_DEED})\s$")
_TOLD = re.compile(rf"(?:19|20)\d\d|\b{MONTH_PATTERN}\s\d|\d\s{MONTH_PATTERN}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BESIDE = 10
"""Characters; a date so far behind the day of a deed is another: "ruled on Thursday to close it in 2030"."""
_NOT_THAT_ONE = re.compile(
    r"\b(?:every|each|each of|last|next|this|that|following|previous|a|the|of|one|black|good|bloody|until"
    r"|between|from|and|or|to)\s$",
    re.IGNORECASE,
)
_OTHER_COUNT = re.compile(r"\b(?:the|that|this|its|their|his|her|my|our)\s$", re.IGNORECASE)
"""Before "last year": counted from another day, or as many days as a year has."""
_FUTURE = re.compile(
    r"\b(?:will|shall|would|due|scheduled|expected|expects?|plans?|planned|set (?:to|for|out)|slated|to be"
    r"|going to|hopes?|aims?|intends?|likely|could|may|might|should|must|can|upcoming|coming|next|tomorrow"
    r"|ahead|is to|are to|was to|were to|deadline|prepar\w+|begins?|(?<!the )(?:starts?|heads?)|opens?|meets?"
    r"|votes?|travels?|arrives?|until)\b(?!-)"
    r"|\b(?:is|are)\s\w+ing\b|\w[’']ll\b"
)
PAST = re.compile(
    r"\b(?:said|was|were|had|told|did|came|began|made|took|met|held|gave|went|left|found|struck|hit|fell|rose"
    r"|wrote|saw|won|lost|sent|shot|spoke|led|flew|fled|became|broke|brought|put|ran|drew|sold|bought|cut|set"
    r"|kept|wept|sat|knew|paid|heard|wore|drove|chose|shook|stood|lay|sank|sang|began|caught|taught|thought|felt"
    r"|\w{2,}ed)\b"
)
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_FIRST_CLAUSE = re.compile(r",?[^,;:]+")
"""Behind the day that a sentence opens with: what was done on it, whatever comes after."""
_SAFE_DAYS = 6
_SUNDAY = 6
"""A week begins on it for some, and ends with it for others."""
_YESTERDAYS = 2
_LONGEST = 1_500


def find_times(article: Article, span: Span) -> tuple[Repair, ...]:
    """The dates of times that the words at `span` tell by the article's own, in order.

    None where the article is not dated to the day, or not in English. One date is given once.
    """
    published = article.published.value if article.published else None
    english = article.language is None or article.language.value == "en"
    if published is None or published.precision is not Precision.DAY or not english:
        return ()
    repairs: list[Repair] = []
    for sentence in find_sentences(article.words(span)):
        start = span.start + sentence.start
        words = article.words(Span(start, span.start + sentence.end))
        for explained, told in _find_in(words, published.earliest):
            said = spell_date(told)
            if all(said != known.words for known in repairs):
                place = Span(start + explained.start, start + explained.end)
                repairs.append(Repair(RepairKind.DATE, place, said, None))
    return tuple(repairs)


def _find_in(words: str, published: date) -> Iterator[tuple[Span, date | PartialDate]]:
    if len(words) > _LONGEST:
        return
    quoted = find_quoted(words)
    told = (found for found in _TOLD.finditer(words) if not _is_within(found.start(), quoted))
    other = next(told, None)
    for match in _TIME.finditer(words):
        if _is_within(match.start(), quoted):
            continue
        if other and not (_is_done(words, match) and _is_apart(other, match, published)):
            continue
        day = _read(words, match, published)
        if day:
            yield Span(*match.span()), day


def _is_apart(other: re.Match[str], match: re.Match[str], published: date) -> bool:
    """Whether a date is not that of the day of a deed: "a ban from 1 March, he said on Monday"."""
    year = _YEAR.search(other[0])
    is_of_now = year is None or int(year[0]) == published.year
    return other.start() > match.end() + _BESIDE or (is_of_now and other.end() + _BESIDE < match.start())


def _is_within(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start < place < span.end for span in spans)


def _read(words: str, match: re.Match[str], published: date) -> date | PartialDate | None:
    before = words[: match.start()]
    if match["unit"]:
        if _OTHER_COUNT.search(before) or words.startswith(" of", match.end()):
            return None
        return _count_units(match["which"].lower() == "next", match["unit"], published)
    if match["day"]:
        # "Today" may be these days.
        is_told = match["day"].lower() != "today" or _BARE_DEED.search(before)
        return published + timedelta(days=_DAYS[match["day"].lower()]) if is_told else None
    if match["last"]:
        return _last_week_day(WEEKDAYS.index(match["weekday"]), published)
    is_bare = _BARE_DEED.search(before) and _AFTER_BARE.match(words, match.end())
    if _NOT_THAT_ONE.search(before) or not (
        is_bare or _BEFORE_WEEKDAY.search(before) or _BARE_WEEKDAY.search(before)
    ):
        return None
    told = _FIRST_CLAUSE.match(words, match.end()) if before in ("On ", "on ") else None
    tense = told[0] if told else words
    if not _is_done(words, match) and (not PAST.search(tense) or _FUTURE.search(tense)):
        return None
    back = (published.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    # Seen from another time zone, the day after the article's own may be its own.
    return published - timedelta(days=back) if back < _SAFE_DAYS else None


def _last_week_day(weekday: int, published: date) -> date | None:
    """What "last Friday" means on a Wednesday; on a Saturday it may be that of either week."""
    back = (published.weekday() - weekday) % len(WEEKDAYS)
    is_clear = published.weekday() < weekday < _SUNDAY and back > _YESTERDAYS
    return published - timedelta(days=back) if is_clear else None


def _is_done(words: str, match: re.Match[str]) -> bool:
    """Whether it is a weekday on which something was done: "the court ruled on Thursday"."""
    deed = _DONE.search(words, 0, match.start()) or _DONE_FURTHER_ON.search(words, 0, match.start())
    is_done = deed and not _COMES.match(words, match.end())
    is_done = is_done or _DONE_BEHIND.match(words, match.end()) is not None
    return bool(match["weekday"] and is_done)


def _count_units(is_next: bool, unit: str, published: date) -> PartialDate:
    step = 1 if is_next else -1
    if unit == "year":
        return PartialDate(published.year + step)
    months = published.year * 12 + published.month - 1 + step
    return PartialDate(months // 12, months % 12 + 1)
