"""Words and their stems."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.words import count_words, find_words, stem


def test_words_know_their_place() -> None:
    text = "Iraq's F-16s struck."
    assert [(word.text, text[word.start : word.end]) for word in find_words(text)] == [
        ("Iraq's", "Iraq's"),
        ("F", "F"),
        ("16s", "16s"),
        ("struck", "struck"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("air-strike", ["air", "strike"]),
        ("The U.S. and the U.N.", ["The", "U.S.", "and", "the", "U.N."]),
        ("anti_tank", ["anti", "tank"]),
        ("Хусейна убили", ["Хусейна", "убили"]),
        ("don’t", ["don’t"]),
        ("$4.2 billion for 36,000 jets.", ["4.2", "billion", "for", "36,000", "jets"]),
        ("«…» — !", []),
    ],
)
def test_words_end_at_white_space_punctuation_and_hyphens(text: str, words: list[str]) -> None:
    assert [word.text for word in find_words(text)] == words


@pytest.mark.parametrize(
    "forms",
    [
        ["strike", "strikes", "Strike", "STRIKES", "strike's", "strikes’"],
        ["U.S.", "US", "us"],
        ["weapon", "weapons", "weapon’s"],
        ["16", "16s"],
        ["36,000", "36000"],
        ["вертолёт", "вертолёты", "Вертолётов", "вертолетов"],
        ["соглашение", "соглашения"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("arms", "army"), ("training", "train's"), ("IS", "Iran")])
def test_stems_are_lower_case(one: str, other: str) -> None:
    assert stem(one) == stem(one).casefold()
    assert stem(other) == stem(other).casefold()


@given(st.text())
def test_words_stand_in_order_and_hold_their_text(text: str) -> None:
    words = find_words(text)
    for word in words:
        assert text[word.start : word.end] == word.text
        assert word.stem
    assert all(left.end <= right.start for left, right in pairwise(words))


def test_an_editor_counts_runs_between_white_space() -> None:
    assert count_words("The U.S.-led coalition\nstruck  twice.") == 5
    assert count_words("  ") == 0


def test_letters_of_chinese_and_japanese_count_as_words_each() -> None:
    assert count_words("漢字です。") == 5
    assert count_words("The 漢字 stand, between words.") == 6
