"""Whether two sentences of one story give another number of the same thing.

Better none than a wrong pair: both must share much more than the number, name no other place or party
and no other day, and leave no doubt which amount stands against which.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

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
_IS_COUNT = re.compile(r"\b(?:death toll|(?:number|count) of)\b")
"""A count goes on; on which day it was made is not the day of the event."""
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


def find_revision(now: str, then: str, *, kinship: float) -> Revision | None:
    """The amounts of one thing that differ in two sentences, if there is one such pair and no more.

    They are of one thing where the later sentence says itself what the amount was before; where both count
    the victims of one kind of event at one place; or where the sentences have hardly another difference.
    """
    figures, earlier = find_figures(now), find_figures(then)
    alike = [Revision(one, other) for one in figures for other in earlier if count_the_same(one, other)]
    told = [pair for pair in alike if pair.now.was == pair.then.value and _differ(*pair)]
    if told:
        is_sure = kinship > 0 or told[0].then.value >= _LARGE or bool(told[0].now.unit)
        return told[0] if len(told) == 1 and is_sure else None
    if len(alike) != 1 or not _differ(*alike[0]):
        return None
    is_plain = _is_only(alike[0].now, figures) and _is_only(alike[0].then, earlier)
    if not is_plain:
        return None
    events = find_gist(_without_speaker(now)), find_gist(_without_speaker(then))
    if alike[0].now.fate and _is_later_toll(alike[0], now, then, events):
        return alike[0]
    if kinship < REVISED_SHARE or not _is_one_event(*events):
        return None
    revision = alike[0]
    if revision.now.unit and _differ_in_words(*events):  # which does not say what it counts
        return None
    return revision


def _is_later_toll(pair: Revision, now: str, then: str, events: tuple[Gist, Gist]) -> bool:
    """Whether both count the victims of one kind of event, at the places that one of the two names.

    Where both name places that the other does not, each may tell of its own. The dead do not become fewer.
    """
    kinds, earlier_kinds = (_find_kinds(gist) for gist in events)
    places, earlier_places = _find_places(now), _find_places(then)
    days, earlier_days = (CALENDAR.intersection(gist.content) for gist in events)
    if days and earlier_days and not days & earlier_days and not (_IS_COUNT.search(now) or "water" in kinds):
        return False
    return (
        bool(kinds & earlier_kinds)
        and bool(places & earlier_places)
        and (places <= earlier_places or earlier_places <= places)
        and (pair.now.fate != "dead" or pair.now.value > pair.then.value)
        and not (_ALONE.search(now) or _ALONE.search(then))
        and sorted(turn.kind for turn in events[0].turns if turn.kind != "not")
        == sorted(turn.kind for turn in events[1].turns if turn.kind != "not")
    )


def _find_kinds(gist: Gist) -> frozenset[str]:
    return frozenset(kind for kind, stems in _KINDS.items() if not stems.isdisjoint(gist.content))


def _find_places(text: str) -> frozenset[str]:
    """The names behind a word such as "in" or "near", as stems."""
    return (
        frozenset(word.stem for match in _PLACE.finditer(text) for word in find_words(match["name"]))
        - CALENDAR
    )


def _is_only(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether no other amount of a sentence could be meant."""
    return not any(
        other is not figure and other.noun == figure.noun and not (other.fate and figure.fate)
        for other in figures
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


def _is_one_event(now: Gist, then: Gist) -> bool:
    """Whether neither denies or supposes what the other states, nor names what the other leaves open.

    One of two may well name more; where both do, they name different things.
    """
    days, earlier_days = (CALENDAR.intersection(gist.content) for gist in (now, then))
    names, earlier_names = (set(gist.names) - CALENDAR - set(gist.numbers) for gist in (now, then))
    return (
        sorted(turn.kind for turn in now.turns) == sorted(turn.kind for turn in then.turns)
        and not (days and earlier_days and not days & earlier_days)
        and not (names.difference(then.content) and earlier_names.difference(now.content))
    )


def _without_speaker(sentence: str) -> str:
    """The sentence but for who said it and when, which is no part of the event."""
    return _TRAILING.sub("", _LEADING.sub("", sentence))
