"""What a reader has read before, and which number is another than it was. All that it tells is invented."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.revisions import find_revision
from briefer.text.stories import Told

TANKS = (
    "Ruritania offered to sell Borduria forty main battle tanks for 640 million crowns, its ministry said."
)
TOLL = "At least 12 people were killed in airstrikes on a missile depot at Klow, the army of Borduria said."
INQUIRY = "Borduria's parliament suspended all arms purchases from Grunewald until an inquiry ends."
PIPELINE = "Syldavia and Ruritania agreed on a gas pipeline under the Lidov strait after two years of talks."
SPEECH = "“We will not send a single rifle to Borduria before the inquiry has ended,” Anna Kestrel said."
READ = (TANKS, TOLL, INQUIRY, PIPELINE, SPEECH)
TOLD = Told(READ)

REPEATS = (
    ("The trade ministry said that Ruritania offered to sell Borduria forty main battle tanks.", TANKS),
    ("Ruritania has offered Borduria 40 main battle tanks for 640 million crowns.", TANKS),
    ("The army of Borduria said airstrikes on a missile depot at Klow killed at least 12 people.", TOLL),
    ("Twelve people were killed in airstrikes on a missile depot at Klow.", TOLL),
    (
        "All arms purchases from Grunewald were suspended by Borduria's parliament until the inquiry ends.",
        INQUIRY,
    ),
    ("Ruritania and Syldavia agreed on a gas pipeline under the Lidov strait.", PIPELINE),
    (
        "“We will not send a single rifle to Borduria before the inquiry has ended,” Kestrel said.",
        SPEECH,
    ),
)
"""Reprints, and paraphrases by another outlet."""

DEVELOPMENTS = (
    (
        "Airstrikes on a missile depot at Klow killed at least 27 people, Borduria's health ministry said.",
        TOLL,
    ),
    ("Ruritania withdrew its offer to sell Borduria forty main battle tanks.", TANKS),
    ("Borduria's parliament resumed arms purchases from Grunewald before the inquiry ended.", INQUIRY),
    (
        "Syldavia and Ruritania agreed on a gas pipeline under the Lidov strait, to be built by Zenda Works.",
        PIPELINE,
    ),
    ("Ruritania did not offer to sell Borduria forty main battle tanks.", TANKS),
)
"""The same stories, with more to tell or the contrary."""

OTHERS = (
    "Grunewald's navy launched its first submarine in the harbour of Maresh on Sunday.",
    "The oil price in Zenda rose by a tenth after the storms.",
    "Borduria's football union moved its cup final to Strelsau.",
    "Three ministers of Syldavia resigned over the price of bread.",
)


@pytest.mark.parametrize(("text", "earlier"), REPEATS)
def test_a_repeat_is_known_in_other_words(text: str, earlier: str) -> None:
    place = TOLD.find_repeated(text)
    assert place is not None
    assert READ[place] == earlier


@pytest.mark.parametrize(("text", "earlier"), DEVELOPMENTS)
def test_a_development_is_no_repeat_and_goes_on_with_its_story(text: str, earlier: str) -> None:
    assert TOLD.find_repeated(text) is None
    place = TOLD.find_continued(text)
    assert place is not None
    assert READ[place] == earlier


@pytest.mark.parametrize("text", OTHERS)
def test_another_story_is_new(text: str) -> None:
    assert TOLD.find_repeated(text) is None
    assert TOLD.find_continued(text) is None


def test_who_speaks_and_where_is_no_story() -> None:
    told = Told(
        [*READ, "Water Minister Anton Vesc said on Monday that Borduria would keep its share of the Lidov."]
    )
    assert (
        told.find_continued("Water Minister Anton Vesc of Borduria praised the choir of Klow by the Lidov.")
        is None
    )
    assert (
        told.find_continued("Water Minister Anton Vesc sold the share of Borduria, which it would keep.")
        is not None
    )


@given(st.lists(st.sampled_from([*READ, *OTHERS]) | st.text(max_size=40), max_size=8))
def test_every_sentence_repeats_itself(texts: list[str]) -> None:
    told = Told(texts)
    for text in texts:
        place = told.find_repeated(text)
        assert place is not None
        assert all(0.0 <= kinship <= 1.0 + 1e-9 for kinship in told.rate_kinship(text))


def revise(now: str, then: str) -> tuple[str, str] | None:
    """The two amounts, where `now` revises `then` for somebody who read that among other things."""
    told = Told([then, *OTHERS])
    found = find_revision(now, then, kinship=told.rate_kinship(now)[0])
    if found is None:
        return None
    (one, other) = (found.now.span, found.then.span)
    return now[one.start : one.end], then[other.start : other.end]


@pytest.mark.parametrize(
    ("now", "then", "amounts"),
    [
        (DEVELOPMENTS[0][0], TOLL, ("at least 27 people", "At least 12 people")),
        (
            "The death toll from the airstrikes on a missile depot at Klow has risen to 27.",
            TOLL,
            ("27", "At least 12 people"),
        ),
        (
            "Ruritania now offers to sell Borduria sixty main battle tanks, the prime minister said.",
            TANKS,
            ("sixty main battle tanks", "forty main battle tanks"),
        ),
        (
            "The ferry fire off Maresh killed 14 sailors, the coast guard said on Friday.",
            "A ferry fire off Maresh killed nine sailors, the coast guard said on Monday.",
            ("14 sailors", "nine sailors"),
        ),
        (
            "The number of people killed by floods in southern Borduria has risen to 212 from the 139 "
            "reported on Friday, the government said, after a second storm broke an embankment at Klow.",
            "The disaster agency reported on Friday that 139 people had been confirmed dead, up from 118.",
            ("212", "139 people"),
        ),
        (
            "The death toll from the worst flooding to hit southern Borduria in four decades rose to 96 on "
            "Wednesday as rescuers reached cut-off towns, Allied Wire reported.",
            "At least 41 people were killed and dozens were missing after the Lidov burst its banks in "
            "southern Borduria at the weekend, washing away bridges, officials in Strelsau said.",
            ("96", "At least 41 people"),
        ),
        (
            "At least 213 people died in the earthquake that shook the coast of Borduria on September 15.",
            "At least 17 people died when a quake shook the coast of Borduria on Tuesday, officials said.",
            ("At least 213 people", "At least 17 people"),
        ),
    ],
)
def test_another_number_of_the_same_thing_revises_it(now: str, then: str, amounts: tuple[str, str]) -> None:
    assert revise(now, then) == amounts


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Airstrikes on a missile depot at Zenda killed at least 27 people.", TOLL),
        ("Airstrikes on a missile depot at Klow wounded at least 27 people.", TOLL),
        ("Airstrikes on a missile depot at Klow may have killed 27 people.", TOLL),
        ("About 12 people were killed in airstrikes on a missile depot at Klow.", TOLL),
        (
            "Airstrikes on a missile depot at Klow on Friday killed 27 people.",
            "Airstrikes on a missile depot at Klow on Monday killed 12 people.",
        ),
        (
            "Airstrikes on a missile depot at Klow killed 27 people and, later, 14 people.",
            "Airstrikes on a missile depot at Klow killed 12 people.",
        ),
        (
            "Nearly 260,000 people fled Klow after the flood of the Lidov.",
            "Some 258,000 people fled Klow after the flood of the Lidov.",
        ),
        (
            "Floods in Borduria have killed 64 people in Klow alone.",
            "Floods in Borduria have killed 41 people.",
        ),
        (
            "At least 19 people died in an air strike on a market at Zenda in Borduria.",
            "At least 11 people died in an air strike on a house at Klow in Borduria.",
        ),
        ("Borduria counted 27 people among the guests of the Klow festival.", TOLL),
        (
            "Exports of Syldavian oil through Zenda rose by 4 per cent.",
            "Exports of Syldavian gas through Zenda rose by 3 per cent.",
        ),
    ],
    ids=[
        "place",
        "fate",
        "hedge",
        "same",
        "day",
        "two",
        "rounding",
        "alone",
        "another place",
        "story",
        "percent",
    ],
)
def test_better_no_revision_than_a_wrong_one(now: str, then: str) -> None:
    assert revise(now, then) is None


@given(st.data())
def test_a_sentence_revises_neither_itself_nor_nonsense(data: st.DataObject) -> None:
    texts = st.sampled_from([*READ, *OTHERS]) | st.text(max_size=60)
    now, then = data.draw(texts), data.draw(texts)
    assert revise(now, now) is None
    revise(now, then)


def test_no_two_of_these_stories_are_taken_for_one() -> None:
    sentences = [*READ, *(text for text, _ in DEVELOPMENTS), *OTHERS]
    mixed = {
        (now, then)
        for now, then in product(sentences, READ)
        if revise(now, then) and (now, then) not in DEVELOPMENTS
    }
    assert mixed == set()
