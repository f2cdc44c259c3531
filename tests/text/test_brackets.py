"""Words of ours inside a quotation. All that is told here is invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Repair, RepairKind, Span
from briefer.text.brackets import find_shown, leave_out_told, part_brackets, read_through, supply, take_out

TEXT = "He signed the pact in Lorvik on Tuesday."
HE = Repair(RepairKind.PERSON, Span(0, 2), "Premier Ossian Dahl", Span(100, 119))
TUESDAY = Repair(RepairKind.DATE, Span(32, 39), "6 October 2015", None)
WHOLE = Span(0, len(TEXT))


def test_a_repair_stands_in_brackets_behind_what_it_explains() -> None:
    assert supply(TEXT, WHOLE, (HE, TUESDAY)) == (
        "He [Premier Ossian Dahl] signed the pact in Lorvik on Tuesday [6 October 2015]."
    )


def test_a_repair_of_words_that_are_not_shown_is_left_out() -> None:
    assert find_shown((HE, TUESDAY), (Span(0, 10),)) == (HE,)
    assert supply(TEXT, Span(3, len(TEXT)), (HE, TUESDAY)).startswith("signed the pact")


def test_a_reader_who_knows_a_repair_reads_the_name_for_the_pronoun() -> None:
    shown = supply(TEXT, WHOLE, (HE, TUESDAY))
    assert read_through(shown, (HE, TUESDAY)) == "Ossian Dahl signed the pact in Lorvik on Tuesday."


def test_brackets_of_the_source_are_not_taken_for_ours() -> None:
    runs = part_brackets("It “[sic] rose” on Tuesday [6 October 2015].", (TUESDAY,))
    assert runs == (("It “[sic] rose” on Tuesday", False), (" [6 October 2015]", True), (".", False))


@pytest.mark.parametrize(
    ("words", "told", "is_left_out"),
    [
        ("Premier Ossian Dahl", "Ossian Dahl signed it.", True),
        ("Ossian Dahl, the premier", "Premier Ossian Dahl signed it.", True),
        ("Premier Ossian Dahl", "Dahl signed it.", False),
        ("Premier Ossian Dahl", "Premier Elin Dahl signed it.", False),
    ],
)
def test_a_full_name_is_told_once(words: str, told: str, is_left_out: bool) -> None:
    name = Repair(RepairKind.NAME, Span(0, 4), words, Span(100, 100 + len(words)))
    assert (leave_out_told((name,), told) == ()) is is_left_out


def test_whom_a_pronoun_means_is_told_every_time() -> None:
    assert leave_out_told((HE,), "Premier Ossian Dahl signed it.") == (HE,)


def test_letters_are_spelt_out_once() -> None:
    letters = Repair(RepairKind.ACRONYM, Span(0, 3), "Lorvik Harbour Board", Span(50, 70))
    assert leave_out_told((letters,), "The Lorvik harbour board met.") == ()
    assert leave_out_told((letters,), "The LHB met.") == (letters,)


@given(st.text(min_size=8, max_size=60), st.data())
def test_taking_the_brackets_out_gives_the_words_of_the_source(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=3)))
    repairs = [replace(HE, explained=Span(place - 1, place)) for place in places]
    supplied = supply(text, Span(0, len(text)), repairs)
    assert sum(is_ours for _, is_ours in part_brackets(supplied, repairs)) == len(places)
    assert take_out(supplied, repairs) == text
