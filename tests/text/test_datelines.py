import pytest

from briefer.text.datelines import read_dateline
from briefer.text.openings import find_dependence

STORY = "Iraq has asked for ten helicopters."


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("BAGHDAD, Oct. 7 (Valley News) - ", "Valley News"),
        ("BAGHDAD, Oct 7, 2015 (Valley News) -- ", "Valley News"),
        ("BAGHDAD (VN) — ", "VN"),
        ("BAGHDAD/ERBIL, Iraq (VN) — ", "VN"),
        ("Baghdad (dpa) - ", "dpa"),
        ("Abu Dhabi, United Arab Emirates (VN) — ", "VN"),
        ("Baghdad, Iraq (VN) ", "VN"),
        ("Baghdad, Iraq VNN — ", None),
        ("Baghdad, Iraq | Valley News — ", "Valley News"),
        ("BAGHDAD, 7 October. /VALLEY/. ", "VALLEY"),
        ("BAGHDAD, October 7. /VALLEY/. ", "VALLEY"),
        ("ARLINGTON, Va., June 8, 2022 /Newswire/ -- ", "Newswire"),
        ("Baghdad. July 4. VALLEY - ", "VALLEY"),
        ("July 4 (Valley News) - ", "Valley News"),
        ("(Baghdad, February 18, 2020) – ", None),
        ("(Valley News) - ", "Valley News"),
        ("TEHRAN, Iran – ", None),
        ("WASHINGTON—", None),
        ("BAGHDAD, Iraq --", None),
        ("Dekalb, Ill. — ", None),
        ("Valley City, 7 October 2015 — ", None),
        ("Valley City, Ruritania | ", None),
    ],
)
def test_a_dateline_ends_where_the_report_begins(dateline: str, source: str | None) -> None:
    found = read_dateline(dateline + STORY)
    assert found == (len(dateline), source)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Iran — Iraq's neighbour — has asked for ten helicopters.",
        "Islamic State (IS) fighters have left the town of Ramadi.",
        "Islamic State (IS) has left the town of Ramadi.",
        "Baghdad, 7 October — ten helicopters arrived.",
        "FALSE: Russia sold ten helicopters to Iraq in 2015.",
        "ORLOV: The deal with Iran was the worst ever signed.",
        "On October 7 (a Wednesday) the first helicopters arrived.",
        "The U.S.-led coalition - a group of 60 countries - bombed Raqqa.",
        "ISIS-linked fighters left the town.",
        "F-16 jets bombed Raqqa.",
        "US-led forces and the S-400 (Triumf) system are far apart.",
        "May 21 was the day on which Putin met Abadi in Moscow.",
        "Baghdad, Iraq, is a city of eight million.",
    ],
)
def test_an_opening_that_resembles_a_dateline_is_none(text: str) -> None:
    assert read_dateline(text) is None


def test_a_dateline_alone_is_no_sentence() -> None:
    assert find_dependence("BAGHDAD, 7 October. /VALLEY/.") is not None
