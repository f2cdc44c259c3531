"""What kind of telling a sentence is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import PartialDate
from briefer.text.telling import Telling, count_amounts, find_latest_year, find_tellings, find_when

TELLINGS = [
    ("Ruritania signed the treaty on Friday.", {Telling.DEED, Telling.DAY}),
    ("In early October the army withdrew from Zenda.", {Telling.DEED, Telling.DAY}),
    ("Syldavia will need more gas next winter.", {Telling.EXPECTATION}),
    ("Syldavia will need more gas, the minister said.", {Telling.SPEECH}),
    ("“We will fight,” the general said.", {Telling.SPEECH}),
    ("“We will fight for every house and every hill,” he said.", {Telling.SPEECH, Telling.QUOTATION}),
    ("Of course the treaty is dead.", {Telling.JUDGEMENT}),
    ("In recent years the two states have grown apart.", {Telling.BACKGROUND}),
    ("Ruritania used to buy Soviet-era tanks.", {Telling.BACKGROUND}),
    ("For decades the river was the border.", {Telling.BACKGROUND}),
    ("Ana Orlova, 52, is the deputy foreign minister of Ruritania.", {Telling.INTRODUCTION}),
    ("It was the first such visit in decades.", set()),
    ("A new era opens for the two neighbours.", set()),
]


@pytest.mark.parametrize(("text", "tellings"), TELLINGS)
def test_deeds_are_told_apart_from_expectations_judgements_and_background(
    text: str, tellings: set[Telling]
) -> None:
    assert find_tellings(text) == tellings


def test_words_of_another_language_tell_nothing() -> None:
    assert find_tellings("Der Minister will am Montag used to.", language="de") == frozenset()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("A $4.2 billion deal for 36 jets.", 2),
        ("In 2013 the army fought on October 7, 2014.", 0),
        ("Three of the tanks burned.", 1),
        ("The tanks burned.", 0),
    ],
)
def test_years_and_days_are_no_amounts(text: str, amounts: int) -> None:
    assert count_amounts(text) == amounts


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2013 and 2015 prices rose.", 2015),
        ("Since 2003 prices have risen.", None),
        ("Output will double by 2030.", None),
        ("In 2014 Klow promised ten mines by the year 2040.", 2014),
        ("The mid-1990s were lean.", 1990),
        ("It cost $2015 or 2015.5 crowns.", None),
    ],
)
def test_a_year_that_is_only_reached_for_is_not_told_of(text: str, year: int | None) -> None:
    assert find_latest_year(text) == year


def test_a_year_to_come_is_not_told_of() -> None:
    assert find_latest_year("In 2013 and in 2017", until=2015) == 2013


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert find_tellings(text) <= set(Telling)
    assert count_amounts(text) >= 0


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("Zenda fell on Monday.", "2015-10-07", "2015-10-07"),
        ("Zenda fell.", None, None),
        ("In 2013 Zenda fell.", "2015-10-07", "2013"),
        ("In 2013 Zenda fell.", None, "2013"),
        ("Zenda fell on May 3, 2014, a year after 2013.", "2015-10-07", "2014-05-03"),
        ("In 2015 Zenda fell.", "2015-10-07", "2015-10-07"),
        ("Zenda fell in February.", "2015-10-07", "2015-02"),
        ("Zenda fell in December.", "2015-10-07", "2014-12"),
        ("Zenda fell on 3 October.", "2015-10-07", "2015-10-03"),
        ("Zenda fell on October 9.", "2015-10-07", "2014-10-09"),
        ("Zenda will fall in February.", "2015-10-07", "2015-10-07"),
        ("Zenda was given until 30 October.", "2015-10-07", "2015-10-07"),
        ("Zenda rests fishing from 12 November.", "2015-10-07", "2015-10-07"),
        ("Zenda broke the 1951 defence treaty, and the award of 2009.", "2015-10-07", "2015-10-07"),
        ("Zenda fell in February.", "2015", "2015"),
        ("Zenda fell in February 2013, not on 30 February.", "2015-10-07", "2013-02"),
        ("Zenda will hold until 2017, and in 2018 fall.", "2015-10-07", "2015-10-07"),
    ],
)
def test_a_sentence_tells_of_the_day_it_names_else_of_that_of_its_article(
    text: str, published: str | None, when: str | None
) -> None:
    date = PartialDate.from_iso(published) if published else None
    assert find_when(text, date) == (PartialDate.from_iso(when) if when else None)
