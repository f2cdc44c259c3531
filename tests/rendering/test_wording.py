"""What a page says in its own words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import PartialDate, Period
from briefer.rendering import wording
from briefer.text.counted import spell_count, spell_list
from tests.rendering.making import load_brief, make_method, make_source


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2015, 10, 7), "7 October 2015"),
        (PartialDate(2015, 10), "October 2015"),
        (PartialDate(2015), "2015"),
        (date(2026, 1, 1), "1 January 2026"),
        (None, "undated"),
    ],
)
def test_a_day_is_as_precise_as_it_is_known(day: PartialDate | date | None, words: str) -> None:
    assert wording.spell_day(day) == words


def test_counts_agree_with_their_nouns() -> None:
    assert [spell_count(n, "article") for n in (0, 1, 1204)] == [
        "0 articles",
        "1 article",
        "1,204 articles",
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_lists_end_in_and(names: tuple[str, ...], words: str) -> None:
    assert spell_list(names) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "Outlet not determined"),
        ({"outlet": "Lowland Wire"}, "Lowland Wire"),
        ({"authors": ("A", "B")}, "A and B"),
        ({"authors": tuple("ABCDE"), "outlet": "Lowland Wire"}, "A and 4 others, Lowland Wire"),
    ],
)
def test_who_speaks_is_told_as_far_as_it_is_known(known: dict[str, object], words: str) -> None:
    assert wording.spell_origin(make_source(1, **known)) == words


def test_the_facts_name_what_is_not_known() -> None:
    assert wording.spell_facts(load_brief("small")) == (
        "5 articles",
        "4 outlets",
        "1 of undetermined outlet",
        "1 opinion piece",
        "1 undated",
    )
    brief = load_brief("small")
    shouted = tuple(
        replace(source, outlet=source.outlet.upper() if source.outlet else None) for source in brief.sources
    )
    both = replace(brief, sources=(*brief.sources, *shouted))
    assert "4 outlets" in wording.spell_facts(both)


@pytest.mark.parametrize(
    ("oldest", "newest", "words"),
    [
        (None, None, "no article is dated"),
        (PartialDate(2015), PartialDate(2015), "articles of 2015"),
        (PartialDate(2015), PartialDate(2018, 5, 12), "articles from 2015 to 12 May 2018"),
    ],
)
def test_the_coverage_names_the_first_and_the_last_date(
    oldest: PartialDate | None, newest: PartialDate | None, words: str
) -> None:
    brief = replace(load_brief("small"), oldest=oldest, newest=newest)
    assert wording.spell_coverage(brief) == words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        (date(2015, 1, 1), None, "Period asked for: since 1 January 2015"),
        (None, date(2016, 1, 1), "Period asked for: until 1 January 2016"),
        (date(2015, 1, 1), date(2016, 1, 1), "Period asked for: 1 January 2015 to 1 January 2016"),
    ],
)
def test_the_period_is_told_only_when_one_was_asked_for(
    since: date | None, until: date | None, words: str
) -> None:
    assert wording.spell_period(replace(load_brief("small"), period=Period(since, until))) == words


def test_the_method_leaves_out_what_did_not_happen() -> None:
    method = replace(make_method(1), files_found=1, files_skipped=0, duplicates=0, lines_removed=1)
    sentences = wording.spell_method(replace(load_brief("small"), method=method))
    assert sentences[:2] == (
        "Of 1 file, 1 was used.",
        "1 line of page furniture was set aside and 412 sentences weighed.",
    )


def test_the_method_says_how_many_sentences_were_overtaken() -> None:
    method = replace(make_method(1), overtaken=2)
    sentences = wording.spell_method(replace(load_brief("small"), method=method))
    assert "2 sentences were passed over, for another article gives their amount otherwise." in sentences


def test_a_file_is_named_without_its_folders_and_without_what_cannot_be_printed() -> None:
    assert wording.spell_file(make_source(1, file="/home/me/a\x1b[2J\nb.txt")) == "a\ufffd[2J\ufffdb.txt"


@given(st.text(), st.integers(2, 80))
def test_shortened_text_fits_and_begins_as_the_text_does(text: str, length: int) -> None:
    short = wording.shorten(text, length)
    assert len(short) <= length
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_text_is_shortened_between_words() -> None:
    assert wording.shorten("radar, shipping, power", 17) == "radar, shipping…"
    assert wording.shorten("radar, shipping, power", 15) == "radar…"


def test_the_method_tells_what_the_analyst_decided() -> None:
    told = " ".join(wording.spell_method(load_brief("analyst")))
    assert "the analyst left out 1" in told
    assert "Of the sentences, the analyst pinned 1, kept 2, dropped 3, trimmed 5 and reworded 1." in told
    assert "analyst" not in " ".join(wording.spell_method(load_brief("small")))


def test_only_our_omission_marks_are_told_apart() -> None:
    trimmed, verbatim = load_brief("analyst").quotes()[2], load_brief("small").quotes()[0]
    assert wording.part_ours(trimmed) == (
        ("The stations “[sic] ", ""),
        ("[…]", "omission"),
        (" cover the strait”.", ""),
    )
    own = replace(verbatim, text="Said the source […] itself.")
    assert wording.part_ours(own) == (("Said the source […] itself.", ""),)
