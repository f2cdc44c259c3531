"""Whether two sentences of one story give another number of the same thing.

Better none than a wrong pair: both must share much more than the number, name no other place or party
and no other day, and leave no doubt which amount stands against which.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefer.model import PartialDate
from briefer.text.calendar import WEEKDAYS
from briefer.text.figures import Figure, count_the_same, find_figures
from briefer.text.similarity import CALENDAR, Gist, find_gist
from briefer.text.wordings import stem_alike
from briefer.text.words import find_words

REVISED_SHARE = 0.6
"""Share of the lighter sentence's weight that both must hold; `Told.rate_kinship` gives it."""

_ROUNDING = Decimal("0.1")
"""Share by which a round number may miss the exact one."""

_LARGE = 20
"""From such an amount on, it is hardly by chance that both sentences have it."""
_MOST_FIGURES = 12
"""A sentence with more is a table, and of which row an amount is, is in doubt."""
_IS_COUNT = re.compile(r"\b(?:death toll|(?:number|count) of)\b", re.IGNORECASE)
"""A count goes on; on which day it was made is not the day of the event."""
_SUPPOSED = re.compile(
    r"(?i)\b(?:may|might|could|would|will|if|feared|fears?|expected|suspected|believed|claims?|claimed|alleged"
    r"|allegations?|den(?:y|ies|ied)|rejects?|rejected|false|untrue|as many as|up to|not|no)\b[^,;]*$"
)
_CLAUSE = 60
_ASIDE_REACH = 200
_SHORT, _LONG, _REPRINTED = 3, 92, 3
"""Days for which one event is news, a sudden one and another, and those that reprints take."""
_SUDDEN = frozenset(("attack", "crash", "fire", "unrest", "wreck"))
_COUNTED = re.compile(
    r"\b(?P<share>\d{1,2}(?:\.\d+)?|100) ?(?:%|per ?cent) of [^;.]{0,60}?\b(?:stations|precincts|ballots"
    r"|votes|districts|returns)\b[^,;.]{0,30}?\b(?:counted|tallied|reporting|processed|in)\b"
)
_ASIDE = re.compile(
    r"\b(?:which|who)\b[^;:]*$|(?<!said )(?<!says )(?<!reported )\bthat (?:have |has |had )?[a-z]+ [^,;:]*$"
)
"""A clause that says what thing is meant, up to its amount: "floods which have killed 118"."""
_LARGE_SUM = 100_000
_SCALES = frozenset(map(stem_alike, "percent hundred thousand million billion trillion".split()))
_WEEKDAYS = frozenset(map(stem_alike, WEEKDAYS))
_ALONE = re.compile(r"\b(?:alone|of them|of whom|each)\b")
_KINDS = {
    kind: frozenset(map(stem_alike, words.split()))
    for kind, words in {
        "water": """flood floods flooding flooded rain rains burst storm cyclone hurricane typhoon tsunami
            landslide mudslide""",
        "quake": "earthquake quake tremor aftershock",
        "fire": "fire fires blaze wildfire",
        "attack": """strike strikes airstrike airstrikes attack attacks missile missiles drone drones
            shelling shelled bombing bombings bomb blast explosion raid raids bombardment rocket
            rockets shooting gunmen""",
        "wreck": "shipwreck wreck capsize capsized capsizing sank sunk sinking boat trawler ferry vessel",
        "crash": "crash crashed derailed derailment collision",
        "unrest": "protest protests riot riots clash clashes demonstration demonstrations",
        "disease": "cholera outbreak epidemic virus disease ebola measles",
        "famine": "famine hunger starvation",
    }.items()
}
"""Events of which victims are counted, by the words that tell of them."""
_PLACE = re.compile(
    r"\b(?:in|at|near|around|outside|off|across|on|of|to|hit|struck)"
    r"(?: the)?(?: (?:[a-z]+ern|central|upper|lower|capital|island|port|city|town|village|region|district"
    r"|province|state|refinery|[A-Z][a-z]+(?:i|an|ese|ish)))*(?: of)?"
    r" (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_SAID = r"(?:said|says|told|added|reported|reports|announced|confirmed|according to)"
_LEADING = re.compile(rf"^[^,;]{{0,80}}?\b{_SAID}\b(?: on \w+)?(?: that)? ", re.IGNORECASE)
_TRAILING = re.compile(rf", [^,]*\b{_SAID}\b[^,]*(?=[,.]|$)", re.IGNORECASE)


class Revision(NamedTuple):
    """The two amounts, in the later sentence and in the earlier one."""

    now: Figure
    then: Figure


@dataclass(frozen=True, slots=True)
class Account:
    """What of a sentence says what it counts, of which event; `event` is it without its speaker.

    `places` are the names, as stems, of where it happened and `names` all that are named, by the sentence or
    else by what stands around it; `is_placed` says that the sentence itself names a place. `is_count` marks a
    running count, `is_part` one of a part of the victims. `counted` is the share of the votes, in
    percent, from which a result is told.
    """

    words: str
    figures: tuple[Figure, ...]
    event: Gist
    kinds: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    is_placed: bool
    days: frozenset[str]
    turns: tuple[str, ...]
    is_count: bool
    is_part: bool
    counted: Decimal | None


@lru_cache(maxsize=1 << 13)
def read_account(sentence: str, around: str = "") -> Account:
    """What a sentence counts; `around` stands before one that does not say itself where, or of what."""
    event, context = find_gist(_without_speaker(sentence)), find_gist(around)
    figures = find_figures(sentence)
    return Account(
        words=sentence,
        figures=figures if len(figures) <= _MOST_FIGURES else (),
        event=event,
        kinds=_find_kinds(event) or _find_kinds(context),
        places=_find_places(sentence) or frozenset(context.names) - CALENDAR,
        names=frozenset((*event.names, *context.names)) - CALENDAR,
        is_placed=bool(_find_places(sentence)),
        days=CALENDAR.intersection(event.content),
        turns=tuple(sorted(turn.kind for turn in event.turns)),
        is_count=_IS_COUNT.search(sentence) is not None,
        is_part=_ALONE.search(sentence) is not None,
        counted=Decimal(counted["share"]) if (counted := _COUNTED.search(sentence)) else None,
    )


def find_revision(now: str, then: str, *, kinship: float, days: int | None = None) -> Revision | None:
    """The amounts of one thing that differ in two sentences, if there is one such pair and no more.

    `days` is how many days later the first is told than the second, None where nobody knows.

    They are of one thing where the later sentence says itself what the amount was before; where both count
    the victims of one kind of event at one place; or where the sentences have hardly another difference.
    `kinship` is what `Told.rate_kinship` gives; without it, the last is never so.
    """
    return _find_revision(read_account(now), read_account(then), kinship=kinship, days=days)


def _find_revision(later: Account, earlier: Account, *, kinship: float, days: int | None) -> Revision | None:
    alike = [
        Revision(one, other)
        for one in later.figures
        for other in earlier.figures
        if count_the_same(one, other) and _differ(one, other)
    ]
    told = [pair for pair in alike if pair.now.was == pair.then.value]
    if len(told) == 1 and _is_no_chance(told[0], later, earlier):
        return told[0]
    if len({pair.now.fate for pair in alike} - {""}) == len(alike) > 1:
        alike = sorted(alike, key=lambda pair: pair.now.fate != "dead")[:1]  # the dead stand for the hurt
    if len(alike) != 1 or not (_is_only(alike[0].now, later) and _is_only(alike[0].then, earlier)):
        return None
    (revision,) = alike
    if revision.now.fate and _is_one_toll(later, days) and _is_later_toll(revision, later, earlier):
        return revision
    if kinship < REVISED_SHARE or not _is_one_event(later, earlier):
        return None
    # A unit does not say what it counts.
    return None if revision.now.unit and _differ_in_words(later.event, earlier.event) else revision


def overtakes(now: Account, then: Account, *, days: int | None) -> bool:
    """Whether a sentence gives the amount that another one is about otherwise.

    The sentence must be told later, by so many `days`, or say itself that the amount was another; a
    correction may be a little older than a reprint of what it corrects. Where nobody knows which is later,
    `days` is None, and more dead overtake fewer. What the other one only adds in a clause with "which" or
    "that", it is not about. A result of more of the votes overtakes one of fewer.
    """
    if now.counted and then.counted and now.counted > then.counted and now.names & then.names:
        return days is None or 0 < days <= _LONG
    revision = _find_revision(now, then, kinship=0.0, days=days)
    if revision is None:
        return False
    is_new = revision.now.fate == "dead" if days is None else 0 < days <= _LONG
    is_correction = (
        revision.now.was == revision.then.value
        and revision.then.was != revision.now.value  # else each would overtake the other
        and (days is None or -_REPRINTED <= days <= _LONG)
    )
    if not (is_new or is_correction):
        return False
    before = then.words[: revision.then.span.start]
    return not _ASIDE.search(before, max(0, len(before) - _ASIDE_REACH))


def _is_one_toll(later: Account, days: int | None) -> bool:
    """Whether news of one kind from one place, so far apart, may be of one event.

    A city is struck again and again; a flood rises. Where nobody knows how far apart, only a running count
    is of the same event.
    """
    reach = _SHORT if later.kinds & _SUDDEN and not later.is_count else _LONG
    return later.is_count or not later.kinds & _SUDDEN if days is None else abs(days) <= reach


def count_days(now: PartialDate | None, then: PartialDate | None) -> int | None:
    """How many days later a date is than another, at the least; 0 where they may be the same day."""
    if now is None or then is None:
        return None
    if now.earliest > then.latest:
        return (now.earliest - then.latest).days
    return min(0, (now.latest - then.earliest).days)


def _is_no_chance(pair: Revision, now: Account, then: Account) -> bool:
    """Whether it is hardly by chance that one sentence says of an amount that it was what the other says.

    The rarer the amount, the fewer words they need to share beside it.
    """
    shared = set(now.event.content) & set(then.event.content)
    shared -= {*now.event.numbers, *then.event.numbers, *_SCALES, pair.now.noun}
    is_rare = pair.then.value >= _LARGE if pair.now.fate else pair.then.value != int(pair.then.value)
    if pair.now.unit != "%" and not pair.now.fate:
        is_rare = pair.then.value >= _LARGE_SUM or (bool(pair.now.noun) and pair.then.value >= _LARGE)
    needed = 2 - is_rare - bool(pair.now.fate)
    return len(shared) >= needed


def _is_later_toll(pair: Revision, now: Account, then: Account) -> bool:
    """Whether both count the victims of one kind of event, at the places that one of the two names.

    Where both name places that the other does not, each may tell of its own. The dead do not become fewer.
    """
    if _tell_of_other_days(now, then) and not (now.is_count or "water" in now.kinds):
        return False
    is_one_kind = now.kinds & then.kinds or (now.is_count and not now.kinds)
    is_one_place = now.places <= then.names or then.places <= now.names
    return (
        bool(is_one_kind)
        and bool(now.places & then.names or then.places & now.names)
        and (is_one_place or not (now.is_placed and then.is_placed))
        and (pair.now.fate != "dead" or pair.now.value > pair.then.value)
        and not (now.is_part or then.is_part)
        and not (_is_supposed(pair.now, now) or _is_supposed(pair.then, then))
    )


def _tell_of_other_days(now: Account, then: Account) -> bool:
    """Whether they name other weekdays, or other months; "Tuesday" may well be "15 September"."""
    weekdays = (now.days & _WEEKDAYS, then.days & _WEEKDAYS)
    months = (now.days - _WEEKDAYS, then.days - _WEEKDAYS)
    return any(mine and theirs and not mine & theirs for mine, theirs in (weekdays, months))


def _is_supposed(figure: Figure, account: Account) -> bool:
    """Whether an amount is only what may be, would be or is feared."""
    clause = account.words[max(0, figure.span.start - _CLAUSE) : figure.span.end]
    return _SUPPOSED.search(clause) is not None


def _find_kinds(event: Gist) -> frozenset[str]:
    return frozenset(kind for kind, stems in _KINDS.items() if not stems.isdisjoint(event.content))


def _find_places(text: str) -> frozenset[str]:
    """The names behind a word such as "in" or "near", as stems."""
    found = (word.stem for match in _PLACE.finditer(text) for word in find_words(match["name"]))
    return frozenset(found) - CALENDAR


def _is_only(figure: Figure, account: Account) -> bool:
    """Whether no other amount of a sentence could be meant."""
    return not any(
        other is not figure and other.noun == figure.noun and not (other.fate and figure.fate)
        for other in account.figures
        if other.noun
    )


def _differ_in_words(now: Gist, then: Gist) -> bool:
    """Whether each of two sentences has a word, and no number, that the other has not."""
    mine, theirs = (set(gist.content).difference(gist.numbers, CALENDAR) for gist in (now, then))
    return bool(mine - theirs and theirs - mine)


def _differ(now: Figure, then: Figure) -> bool:
    gap = abs(now.value - then.value)
    is_rounding = (now.is_round or then.is_round) and gap <= max(now.value, then.value) * _ROUNDING
    return gap != 0 and not is_rounding


def _is_one_event(now: Account, then: Account) -> bool:
    """Whether neither denies or supposes what the other states, nor names what the other leaves open.

    One of two may well name more; where both do, they name different things.
    """
    names, earlier_names = (
        set(account.event.names) - CALENDAR - set(account.event.numbers) for account in (now, then)
    )
    return (
        now.turns == then.turns
        and not _tell_of_other_days(now, then)
        and not (names.difference(then.event.content) and earlier_names.difference(now.event.content))
    )


def _without_speaker(sentence: str) -> str:
    """The sentence but for who said it and when, which is no part of the event."""
    return _TRAILING.sub("", _LEADING.sub("", sentence))
