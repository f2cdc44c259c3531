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

REVISED_SHARE = 0.6
"""Share of the lighter sentence's weight that both must hold; `Told.rate_kinship` gives it."""

_ROUNDING = Decimal("0.1")
"""Share by which a round number may miss the exact one."""

_SAID = r"(?:said|says|told|added|reported|reports|announced|confirmed|according to)"
_LEADING = re.compile(rf"^[^,;]{{0,80}}?\b{_SAID}\b(?: on \w+)?(?: that)? ", re.IGNORECASE)
_TRAILING = re.compile(rf", [^,]*\b{_SAID}\b[^,]*(?=[,.]|$)", re.IGNORECASE)


class Revision(NamedTuple):
    """The two amounts, in the later sentence and in the earlier one."""

    now: Figure
    then: Figure


def find_revision(now: str, then: str, *, kinship: float) -> Revision | None:
    """The amounts of one thing that differ in two sentences, if there is one such pair and no more."""
    if kinship < REVISED_SHARE:
        return None
    events = find_gist(_without_speaker(now)), find_gist(_without_speaker(then))
    if not _is_one_event(*events):
        return None
    figures, earlier = find_figures(now), find_figures(then)
    alike = [(one, other) for one in figures for other in earlier if count_the_same(one, other)]
    if len(alike) != 1 or not _differ(*alike[0]):
        return None
    revision = Revision(*alike[0])
    if revision.now.unit and _differ_in_words(*events):  # which does not say what it counts
        return None
    is_plain = _is_only(revision.now, figures) and _is_only(revision.then, earlier)
    return revision if is_plain else None


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
