"""Words that keep company with a theme."""

import math

from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.companions import MOST, find_companions
from briefer.analysis.scoring import SPEAKS_FROM
from briefer.model import Lexicon, Term

OIL = Lexicon((Term("oil", 2),))
SPEAKING = [
    "Klow sold oil to Syldavia through Rosmeft on Monday.",
    "Rosmeft raised its oil output.",
    "The oil of Klow is pumped by Rosmeft.",
    "Rosmeft drills for oil.",
]
OTHERS = [f"Parliament debated bill {number} on Monday." for number in range(40)]


def test_what_stands_beside_the_terms_and_hardly_elsewhere_keeps_company() -> None:
    (companion,) = find_companions(SPEAKING, OTHERS, OIL)
    assert (companion.term.phrase, companion.sentences) == ("Rosmeft", 4)


def test_the_ratio_is_that_of_dunning() -> None:
    (companion,) = find_companions(SPEAKING, OTHERS, OIL)
    # All 4 sentences inside and none of the 40 outside: 2 (ln 1 + ln 1 - 4 ln (4/44) - 40 ln (40/44)).
    assert companion.likelihood == round(-2 * (4 * math.log(4 / 44) + 40 * math.log(40 / 44)), 1)


def test_a_companion_alone_makes_no_sentence_speak() -> None:
    assert all(found.term.weight < SPEAKS_FROM for found in find_companions(SPEAKING, OTHERS, OIL))


def test_what_stands_everywhere_keeps_no_company() -> None:
    assert find_companions(SPEAKING, [f"Rosmeft said no to {n}." for n in range(40)], OIL) == ()


@given(st.lists(st.text(max_size=40), max_size=12), st.lists(st.text(max_size=40), max_size=12))
def test_companions_stand_surest_first_and_are_no_terms_of_the_theme(
    speaking: list[str], others: list[str]
) -> None:
    found = find_companions(speaking * 4, others, OIL)
    ratios = [companion.likelihood for companion in found]
    assert ratios == sorted(ratios, reverse=True)
    assert len(found) <= MOST
    assert "oil" not in {companion.term.phrase.casefold() for companion in found}
    assert found == find_companions(speaking * 4, others, OIL)
