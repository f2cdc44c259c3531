from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.library.opening import Library, open_library
from briefer.library.queries import parse_query
from briefer.library.removing import remove_articles
from briefer.library.searching import search_articles
from briefer.model import Lexicon, Term, Theme
from briefer.model.library import Hit, Phrase
from tests.library.making import NOW, kept, path_in, save

CHOIR = kept(
    "The choir of the cathedral sang on Sunday evening before a full house.",
    "Its air-strike drill had been cancelled in May.",
    name="choir.txt",
    title="Music returns",
    outlet="Valley Times",
    published="2026-03-02",
)
TREATY = kept(
    "Ruritania and Syldavia signed an arms deal on Monday, officials said.",
    "Airstrikes were not mentioned. The choir of hostages was freed.",
    name="treaty.txt",
    title="A treaty for two",
    outlet="The Daily Example",
    published="2026-04",
)
RUSSIAN = kept("Удары по складам нанесены ночью.", name="ru.txt", language="ru", outlet="Пример")
THEME = Theme("arms", "Arms", "", Lexicon((Term("arms deal", 2.0),)))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(path_in(tmp_path_factory.mktemp("searching"))) as library:
        save(library, CHOIR, TREATY, RUSSIAN)
        yield library


def search(library: Library, text: str) -> Sequence[Hit]:
    query = parse_query(text, themes=["arms"])
    return search_articles(library, query, themes=[THEME] if query.themes else [])


def found(library: Library, text: str) -> set[str]:
    return {hit.holding.path.name for hit in search(library, text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sang", {"choir.txt"}),
        ("singing", set()),
        ("signs officials", {"treaty.txt"}),
        ("choir", {"choir.txt", "treaty.txt"}),
        ("choir -hostage", {"choir.txt"}),
        ('"arms deals"', {"treaty.txt"}),
        ('"deal arms"', set()),
        ("air-strikes", {"choir.txt", "treaty.txt"}),
        ("title:music", {"choir.txt"}),
        ("title:choir", set()),
        ("outlet:daily", {"treaty.txt"}),
        ('outlet:"VALLEY TIMES"', {"choir.txt"}),
        ("outlet:valley outlet:daily", {"choir.txt", "treaty.txt"}),
        ("since:2026-04-15", {"treaty.txt"}),
        ("until:2026-03-31", {"choir.txt"}),
        ("theme:arms", {"treaty.txt"}),
        ("lang:ru", {"ru.txt"}),
        ("удар", {"ru.txt"}),
        ("-choir", {"ru.txt"}),
        ("AND", {"treaty.txt"}),
        ("", {"choir.txt", "treaty.txt", "ru.txt"}),
    ],
)
def test_a_query_finds_what_it_says(filled: Library, text: str, names: set[str]) -> None:
    assert found(filled, text) == names


@settings(deadline=None)
@given(text=st.text() | st.text(alphabet='ab"-:*()^~ \t\0', max_size=60))
@example('"')
@example("a:b")
@example("-x")
@example("*")
@example("NEAR(")
@example("\0")
@example("title:")
@example('since:"')
@example("until:0001-01-01 since:9999-12-31")
@example("x" * 10_000)
@example("a-" * 5_000)
@example('"' + "b-b " * 2_500)
@example(" ".join(f"w{number}" for number in range(5_000)))
def test_every_text_is_a_query(filled: Library, text: str) -> None:
    for hit in search(filled, text):
        assert all(hit.snippet[mark.start : mark.end].strip() for mark in hit.marks)


def test_what_is_no_value_of_a_field_is_searched_for_as_words_and_said() -> None:
    query = parse_query("since:yesterday lang:en", themes=[])
    assert query.phrases == (Phrase("yesterday"),)
    assert query.notes == ("since:yesterday: a day is written like 2026-11-20; its words are searched for.",)
    assert query.wanted.languages == ("en",)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("outlet: meridian", "outlet:: its value stands right behind the colon; the word is searched for."),
        (
            "flood OR strike",
            "OR: it is a word like others; all words must stand in an article, and none behind a minus.",
        ),
        ("flo*", "flo*: there are no wildcards; a word is found in all its forms."),
        ("lang:english", "lang:english: a language is written like en; its words are searched for."),
    ],
)
def test_what_means_something_elsewhere_is_said_to_mean_nothing_here(typed: str, note: str) -> None:
    assert parse_query(typed).notes == (note,)


def test_fields_and_themes_may_have_capitals() -> None:
    plain = parse_query("outlet:meridian theme:arms lang:en", themes=["arms"])
    assert parse_query("Outlet:meridian THEME:Arms lang:en", themes=["arms"]) == plain
    assert plain.notes == ()


def test_a_day_of_a_field_is_a_day_of_the_period() -> None:
    assert parse_query("since:2026-01-02").wanted.period.since == date(2026, 1, 2)


def test_the_snippet_is_the_sentence_with_most_of_the_words_and_marks_them(filled: Library) -> None:
    (hit,) = [hit for hit in search(filled, "choir hostages") if hit.holding.path.name == "treaty.txt"]
    assert hit.snippet == "The choir of hostages was freed."
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["choir", "hostages"]


def test_a_long_sentence_is_shown_around_its_mark(library: Library) -> None:
    save(library, kept(f"{'Something was said and ' * 30}then the drone {'flew over the hills ' * 30}again."))
    (hit,) = search(library, "drone")
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < 300
    (mark,) = hit.marks
    assert hit.snippet[mark.start : mark.end] == "drone"


def test_a_word_of_the_title_ranks_an_article_first(library: Library) -> None:
    body = "Drones were seen again over the harbour, and the drones left before the morning."
    save(library, kept(body, name="a.txt"), kept("The harbour is shut.", name="b.txt", title="Drones"))
    assert [hit.holding.path for hit in search(library, "drones")] == [Path("b.txt"), Path("a.txt")]


def test_neither_removed_articles_nor_earlier_revisions_are_found(library: Library) -> None:
    url = "https://example.com/choir"
    save(library, CHOIR, kept("An old word: xylophone.", url=url), kept("A new word: trombone.", url=url))
    remove_articles(library, [CHOIR[0].id], now=NOW)
    assert not search(library, "cathedral")
    assert not search(library, "xylophone")
    assert len(search(library, "trombone")) == 1


def test_a_title_that_is_corrected_is_found_by_its_new_words(library: Library) -> None:
    article, content = CHOIR
    save(library, CHOIR)
    assert article.title
    corrected = replace(article, title=replace(article.title, value="Trombones at last"))
    save(library, (corrected, content))
    assert not search(library, "title:music")
    assert len(search(library, "title:trombone")) == 1
