"""Counts and ranks that a person chooses by."""

from datetime import date

from briefer.browsing import Overview, make_overview
from briefer.model import BriefSpec, Choice, Draft, Lexicon, Mark, Period, Term, Theme
from briefer.model.edits import move_sentence, place_of, set_aside
from briefer.surveying import survey_articles
from tests.making import make_article

ARMS = Theme("arms", "Arms", "x", Lexicon((Term("arms deal", 3), Term("fighter jets", 2))))
OIL = Theme("oil", "Oil", "x", Lexicon((Term("crude oil", 3),)))
EARLY = make_article(
    "The ministry signed an arms deal for twelve fighter jets on Monday.",
    "Crude oil was sold to three neighbours.",
    name="early.txt",
    published="2015-02-01",
)
LATE = make_article(
    "Parliament approved an arms deal with two makers.", name="late.txt", published="2016-05-01"
)
EMPTY = Draft(BriefSpec(themes=(), as_of=date(2026, 1, 1)))


def overview() -> Overview:
    return make_overview(survey_articles([LATE, EARLY], [ARMS, OIL]))


def test_counts_are_of_the_articles_in_play() -> None:
    found = overview()
    everything = found.find_in_play(EMPTY)
    assert (found.count("arms", everything).sentences, found.count("arms", everything).articles) == (2, 2)
    early = found.find_in_play(
        Draft(BriefSpec(themes=(), as_of=date(2026, 1, 1), period=Period(until=date(2015, 12, 31))))
    )
    assert early == {EARLY.id}
    assert found.count("arms", early).sentences == 1
    assert found.find_in_play(set_aside(EMPTY, [EARLY.id])) == {LATE.id}


def test_the_strongest_sentence_stands_first() -> None:
    found = overview()
    ranked = found.rank("arms", found.find_in_play(EMPTY), ())
    assert [evidence.excerpt.sentence.article_id for evidence in ranked] == [EARLY.id, LATE.id]


def test_a_moved_sentence_stands_first_under_its_new_theme() -> None:
    found = overview()
    everything = found.find_in_play(EMPTY)
    (oil,) = found.rank("oil", everything, ())
    choice = EMPTY.choice_for(oil, EARLY)
    choices = move_sentence(EMPTY, choice, "arms").choices
    assert found.rank("arms", everything, choices)[0] == oil
    assert found.rank("arms", frozenset({LATE.id}), choices)[0] != oil


def test_moving_a_sentence_back_decides_nothing() -> None:
    found = overview()
    (oil,) = found.rank("oil", found.find_in_play(EMPTY), ())
    moved = move_sentence(EMPTY, EMPTY.choice_for(oil, EARLY), "arms")
    (choice,) = moved.choices
    assert move_sentence(moved, choice, "oil") == EMPTY


def test_terms_are_found_where_they_stand_in_the_article() -> None:
    found = overview()
    first = found.rank("arms", found.find_in_play(EMPTY), ())[0]
    assert [EARLY.words(span) for span in found.find_terms(first)] == ["arms deal", "fighter jets"]


def test_a_place_is_that_of_the_sentence() -> None:
    found = overview()
    first = found.rank("arms", found.find_in_play(EMPTY), ())[0]
    assert Choice("arms", place_of(first), "words", Mark.KEPT).place.span == first.excerpt.sentence.span
