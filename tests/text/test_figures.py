"""Amounts and what they count. All countries, people and events are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.figures import count_the_same, find_figures


def read(text: str) -> list[tuple[str, str, str]]:
    """For each amount its words, its value with its unit, and what it counts or what became of those."""
    return [
        (
            text[figure.span.start : figure.span.end],
            f"{figure.value.normalize():f}{figure.unit}",
            figure.fate or figure.noun,
        )
        for figure in find_figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 12 people were killed at Klow.", [("At least 12 people", "12", "dead")]),
        ("The blast killed twenty-seven civilians.", [("twenty-seven civilians", "27", "dead")]),
        ("The death toll at Klow rose to 27 on Friday.", [("27", "27", "dead")]),
        (
            "Some 12 people were killed and 30 injured.",
            [("Some 12 people", "12", "dead"), ("30 injured", "30", "hurt")],
        ),
        ("Borduria ordered forty main battle tanks.", [("forty main battle tanks", "40", "tank")]),
        ("Nearly 36,000 refugees reached Zenda.", [("Nearly 36,000 refugees", "36000", "refuge")]),
        ("It cost $4.2 billion in all.", [("$4.2 billion", "4200000000$", "")]),
        ("The yard asked for 640 million crowns.", [("640 million crowns", "640000000", "crown")]),
        ("Exports fell by 12 per cent.", [("12 per cent", "12%", "")]),
        ("Police arrested 14 suspects.", [("14 suspects", "14", "held")]),
        ("The ministry said that 12 people were dead.", [("12 people", "12", "dead")]),
        ("Some 180,000 had been driven from their homes.", [("Some 180,000", "180000", "displaced")]),
        ("In Klow the dead numbered at least 17 by night.", [("at least 17", "17", "dead")]),
        ("The number of those who perished has grown to 17 persons.", [("17 persons", "17", "dead")]),
        ("The number of people displaced rose to 62,000.", [("62,000", "62000", "displaced")]),
        ("Officials put the number of missing at 17.", [("17", "17", "missing")]),
        ("The number of evacuees is 4,000.", [("4,000", "4000", "fled")]),
        ("The number of wounded fell to 30.", [("30", "30", "hurt")]),
        ("Some 41,000 people have fled or been evacuated.", [("Some 41,000 people", "41000", "fled")]),
        ("The rebels took 14 villages before residents fled.", [("14 villages", "14", "villag")]),
        ("The number of injured, which reached 7 towns, is unknown.", [("7 towns", "7", "town")]),
        ("Some 300 soldiers saw how many fled.", [("Some 300 soldiers", "300", "soldier")]),
        ("In the attack 17 persons lost their lives.", [("17 persons", "17", "dead")]),
        ("The death toll of the worst flood in four decades rose to 96.", [("96", "96", "dead")]),
        ("At least 27 people drowned off Maresh.", [("At least 27 people", "27", "dead")]),
    ],
)
def test_an_amount_is_found_with_what_it_counts(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "now", "was"),
    [
        ("The number of people killed by floods at Klow has risen to 212 from the 139 of Friday.", 212, 139),
        ("The agency said that 139 people were dead, up from 118 on Thursday.", 139, 118),
        ("The toll of 118 compares with 96 given a day earlier.", 118, 96),
        ("Damage at Klow is now put at $3.1bn, up from the $1.8bn given a week ago.", 3100000000, 1800000000),
        ("The deal covers 0.8bn cubic metres a year, not 1.8bn cubic metres.", 800000000, 1800000000),
        ("The air force saw not 84 but 92 drones.", 92, 84),
        ("The death toll was raised on Wednesday from two to four.", 4, 2),
        ("Officials lowered the number of people killed there to 22 from 23.", 22, 23),
        ("Inflation slowed to 18.4 per cent in October from 19.1 per cent.", 18.4, 19.1),
    ],
)
def test_a_sentence_that_says_what_an_amount_was_is_read(text: str, now: float, was: float) -> None:
    (figure,) = find_figures(text)
    assert (float(figure.value), float(figure.was or 0)) == (now, was)


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 people from 3 villages fled to the hills.",
        "They sent 12 tanks but 3 guns.",
        "The blast killed 12 people and 3 horses.",
    ],
)
def test_two_amounts_of_two_things_say_nothing_of_each_other(text: str) -> None:
    assert [figure.was for figure in find_figures(text)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of 3 May 2031 was signed.",
        "On May 12 people went to the polls.",
        "In 1998 people left the valley.",
        "The 12th brigade and the 3rd fleet left.",
        "The general, aged 54, resigned, as did a 36-year-old aide.",
        "The 12-member council met.",
        "Flight 370 and Resolution 2231 were named.",
        "The sides exchanged F-16s and 9K37 launchers.",
        "It took three days and 12 hours.",
        "Between 10 and 15 tanks were seen, or 12 to 14 tanks.",
        "One in five tanks failed; 12 of the tanks burnt.",
        "Another 12 people and 14 more soldiers came.",
        "The vote was 5-3 at 10:30.",
        "Dozens of people and hundreds of cars were stuck.",
        "One man was killed.",
    ],
)
def test_what_is_no_plain_amount_is_passed_over(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("12 people were killed", "the toll: 27 dead", True),
        ("12 people were killed", "27 people were wounded", False),
        ("12 soldiers were killed", "27 civilians were killed", False),
        ("forty tanks", "fifty tanks", True),
        ("forty tanks", "fifty missiles", False),
        ("$4 billion", "€5 billion", False),
        ("$4 billion", "4 per cent", False),
    ],
)
def test_figures_are_held_together_only_where_they_count_the_same(
    one: str, other: str, is_same: bool
) -> None:
    (first,), (second,) = find_figures(one), find_figures(other)
    assert count_the_same(first, second) is is_same


WORDS = st.sampled_from(
    """12 12.5 1,204 2031 twenty seven - , . $ % people killed toll death rose to and between May Klow at
    least""".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_every_amount_stands_in_the_text_in_order_and_counts_something(text: str) -> None:
    figures = find_figures(text)
    starts = [figure.span.start for figure in figures]
    assert starts == sorted(starts)
    for figure in figures:
        assert figure.span.end <= len(text)
        assert figure.unit or figure.noun or figure.fate
        assert figure.value > 1
