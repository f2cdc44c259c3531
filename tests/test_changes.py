"""What is new between two briefs. Every country, person, outlet and event here is invented."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.changes import compare_briefs, list_unsaid
from briefer.drafting import draft_brief
from briefer.errors import NothingToReport
from briefer.model import (
    Article,
    Basis,
    Brief,
    Changes,
    ChangeState,
    Correction,
    Draft,
    Found,
    Mark,
    PartialDate,
    Reading,
)
from briefer.rendering.news import spell_news
from briefer.surveying import survey_articles
from tests.making import make_article
from tests.test_drafting import ARMS, ENERGY, SENTENCES, articles
from tests.test_shaping import COVERAGE, choose, make_draft, texts

NAVY = "The navy of Borduria ordered six missile boats from the yards of Klow in spring."
REWORDED = "In spring, the navy of Borduria ordered six missile boats from the Klow yards."
FURTHER = "The missile boats that the navy of Borduria ordered from Klow will cost 400 million crowns."
OTHER = "Grunewald asked its allies for tank spares after the winter manoeuvres."

FIRST_WEEK = (
    make_article(NAVY, SENTENCES[2], name="one.txt", outlet="Klow Courier", published="2031-05-02"),
    make_article(SENTENCES[3], name="two.txt", outlet="Zenda Post", published="2031-05-03"),
)


def draw_up(found: Sequence[Article], before: Brief | None = None, draft: Draft | None = None) -> Brief:
    reading = Reading(tuple(found), (), ())
    survey = survey_articles(found, [ARMS, ENERGY])
    return draft_brief(reading, survey, draft or make_draft(), summariser=COVERAGE, before=before)


def changes_of(brief: Brief) -> Changes:
    assert brief.changes is not None
    return brief.changes


def states(brief: Brief) -> dict[str, ChangeState]:
    """How each printed sentence stands to the brief before."""
    return {quote.text: changes_of(brief).of_quote(quote.number).state for quote in brief.quotes()}


def test_the_same_articles_twice_are_no_change_and_print_nothing_again() -> None:
    before = draw_up(FIRST_WEEK)
    again = draw_up(FIRST_WEEK, before)
    assert before.quotes()
    assert again.quotes() == ()
    assert changes_of(again).is_none
    standing = [theme.standing for theme in changes_of(again).themes]
    assert sum(standing) == len(before.quotes())


def test_what_the_brief_before_passed_over_is_not_news() -> None:
    before = draw_up(FIRST_WEEK, draft=make_draft(words=15))
    assert len(before.quotes()) == 1
    assert draw_up(FIRST_WEEK, before).quotes() == ()


def test_a_theme_that_was_not_asked_for_before_is_new_with_all_its_evidence() -> None:
    before = draw_up(
        FIRST_WEEK, draft=replace(make_draft(), spec=replace(make_draft().spec, themes=("arms",)))
    )
    now = draw_up(FIRST_WEEK, before)
    assert states(now) == {SENTENCES[2]: ChangeState.NEW, SENTENCES[3]: ChangeState.NEW}
    assert changes_of(now).of_theme("energy").state is ChangeState.NEW
    assert changes_of(draw_up(FIRST_WEEK[:1], now)).unasked == ()
    assert changes_of(now).of_theme("arms").state is ChangeState.UNCHANGED


def test_a_theme_that_is_not_asked_for_any_more_is_named() -> None:
    arms_only = replace(make_draft(), spec=replace(make_draft().spec, themes=("arms",)))
    assert changes_of(draw_up(FIRST_WEEK, draw_up(FIRST_WEEK), arms_only)).unasked == ("Energy",)


def test_a_new_article_is_new_where_it_tells_another_story_and_developing_where_it_goes_on_with_one() -> None:
    fresh = make_article(f"{FURTHER} {OTHER}", name="three.txt", outlet="Zenda Post", published="2031-05-09")
    now = draw_up([*FIRST_WEEK, fresh], draw_up(FIRST_WEEK))
    assert states(now) == {FURTHER: ChangeState.DEVELOPING, OTHER: ChangeState.NEW}
    arms, energy = changes_of(now).themes
    assert (arms.state, arms.new, arms.developing) == (ChangeState.DEVELOPING, 1, 1)
    assert energy.state is ChangeState.UNCHANGED


def test_a_reworded_repeat_is_not_printed_and_counts_as_said_again() -> None:
    reprint = make_article(REWORDED, name="three.txt", outlet="Zenda Post", published="2031-05-09")
    now = draw_up([*FIRST_WEEK, reprint], draw_up(FIRST_WEEK))
    assert now.quotes() == ()
    assert changes_of(now).said_again == 1
    assert not changes_of(now).is_none


def test_a_theme_falls_silent_when_no_source_speaks_to_it_any_more() -> None:
    before = draw_up(FIRST_WEEK)
    now = draw_up([make_article(OTHER, name="three.txt")], before)
    arms, energy = changes_of(now).themes
    assert (arms.state, energy.state) == (ChangeState.DEVELOPING, ChangeState.GONE)
    assert (energy.standing, energy.gone) == (0, 2)


def test_a_theme_whose_news_cannot_be_printed_has_not_fallen_silent() -> None:
    leaning = make_article("He said that forty tanks would come.", name="three.txt", outlet="Zenda Post")
    now = draw_up([*FIRST_WEEK, leaning], draw_up(FIRST_WEEK))
    assert now.quotes() == ()
    arms, energy = changes_of(now).themes
    assert (arms.state, energy.state) == (ChangeState.DEVELOPING, ChangeState.UNCHANGED)
    told = [spell_news(section, now) for section in now.sections]
    assert [line.split(";")[0] for line in told] == [
        "New reporting, in no sentence that can be printed",
        "No new reporting",
    ]


def test_of_other_articles_nobody_says_that_sentences_are_gone() -> None:
    first = draw_up(FIRST_WEEK)
    apart = draw_up([make_article(OTHER, name="three.txt")], first)
    beside = draw_up([FIRST_WEEK[1], make_article(OTHER, name="three.txt")], first)
    arms_apart, arms_beside = spell_news(apart.sections[0], apart), spell_news(beside.sections[0], beside)
    assert changes_of(apart).is_apart
    assert not changes_of(beside).is_apart
    assert "in no source any more" in arms_beside
    assert "in no source any more" not in arms_apart


def test_what_is_not_printed_again_of_articles_that_are_not_drawn_on_is_listed() -> None:
    first = draw_up(FIRST_WEEK)
    assert list_unsaid(first, first, compare_briefs(first, first)) == ()
    later = draw_up([FIRST_WEEK[1], make_article(REWORDED, OTHER, name="three.txt")], first)
    assert [quote.text for quote in list_unsaid(first, later, changes_of(later))] == [NAVY, SENTENCES[2]]


def test_all_themes_fallen_silent_are_worth_a_brief_but_no_article_at_all_is_not() -> None:
    before = draw_up(FIRST_WEEK)
    now = draw_up([make_article(SENTENCES[5], name="three.txt")], before)
    assert {theme.state for theme in changes_of(now).themes} == {ChangeState.GONE}
    with pytest.raises(NothingToReport):
        draw_up([], before)


def test_what_was_printed_before_is_printed_again_where_it_is_pinned_and_not_where_it_is_kept() -> None:
    before = draw_up(FIRST_WEEK)
    pinned = choose(make_draft(), FIRST_WEEK, NAVY, mark=Mark.PINNED)
    kept = choose(make_draft(), FIRST_WEEK, NAVY, mark=Mark.KEPT)
    assert states(draw_up(FIRST_WEEK, before, pinned)) == {NAVY: ChangeState.UNCHANGED}
    assert changes_of(draw_up(FIRST_WEEK, before, pinned)).of_theme("arms").carried == 1
    assert draw_up(FIRST_WEEK, before, kept).quotes() == ()


def test_a_kept_sentence_that_was_not_printed_before_is_printed() -> None:
    before = draw_up(FIRST_WEEK, draft=make_draft(words=15))
    (printed,) = texts(before.quotes())
    other = next(text for text in (NAVY, SENTENCES[2], SENTENCES[3]) if text != printed)
    theme = "arms" if other == NAVY else "energy"
    kept = choose(make_draft(), FIRST_WEEK, other, theme=theme, mark=Mark.KEPT)
    assert states(draw_up(FIRST_WEEK, before, kept)) == {other: ChangeState.NEW}


def change_source(article: Article, **known: Any) -> Article:
    found: dict[str, Any] = {name: Found(value, Basis.SIDECAR) for name, value in known.items()}
    return replace(article, **found)


@pytest.mark.parametrize(
    ("known", "correction", "then", "now"),
    [
        ({"published": PartialDate(2031, 5, 1)}, Correction.DATE, "2031-05-02", "2031-05-01"),
        ({"outlet": "Klow Evening Courier"}, Correction.OUTLET, "Klow Courier", "Klow Evening Courier"),
    ],
)
def test_a_source_that_was_corrected_is_named_with_what_it_said_before(
    known: dict[str, Any], correction: Correction, then: str, now: str
) -> None:
    corrected = change_source(FIRST_WEEK[0], **known)
    brief = draw_up([corrected, FIRST_WEEK[1]], draw_up(FIRST_WEEK))
    (found,) = changes_of(brief).corrected
    assert (found.correction, found.then, found.now) == (correction, then, now)
    assert brief.sources[found.source - 1].article_id == corrected.id


def title(article: Article, words: str, **known: Any) -> Article:
    return change_source(article, title=words, **known)


def test_another_text_of_the_same_article_is_a_correction() -> None:
    then = title(FIRST_WEEK[0], "Navy orders boats")
    now = title(make_article(NAVY, SENTENCES[2], OTHER, name="one.txt"), "Navy orders boats")
    (found,) = changes_of(draw_up([now], draw_up([then]))).corrected[:1]
    assert found.correction is Correction.TEXT


@pytest.mark.parametrize(
    "other",
    [
        title(make_article(OTHER, name="one.txt"), "Spares wanted"),
        title(
            make_article(OTHER, name="x.txt", outlet="Klow Courier", published="2031-05-09"),
            "Navy orders boats",
        ),
    ],
    ids=["another article of the same file name", "another day's article of the same title"],
)
def test_another_article_is_no_correction(other: Article) -> None:
    then = title(FIRST_WEEK[0], "Navy orders boats")
    assert changes_of(draw_up([other], draw_up([then]))).corrected == ()


def drafts(found: Sequence[Article], before: Brief | None = None, **rest: Any) -> Brief | None:
    with suppress(NothingToReport):
        return draw_up(found, before, **rest)
    return None


@settings(max_examples=40, deadline=None)
@given(articles())
def test_a_brief_compared_with_itself_has_no_change(found: list[Article]) -> None:
    brief = drafts(found)
    if brief:
        changes = compare_briefs(brief, brief)
        assert changes.is_none
        assert {change.state for change in changes.sentences} == {ChangeState.UNCHANGED}


@settings(max_examples=60, deadline=None)
@given(articles(), articles(), st.integers(50, 400))
def test_any_two_briefs_compare_and_each_sentence_has_one_state(
    first: list[Article], second: list[Article], words: int
) -> None:
    before, alone = drafts(first), drafts(second, draft=make_draft(words=words))
    if not before:
        return
    if alone:
        changes = compare_briefs(before, alone)
        assert [change.quote for change in changes.sentences] == [quote.number for quote in alone.quotes()]
    now = drafts(second, before, draft=make_draft(words=words))
    if now:
        changes = changes_of(now)
        assert [change.quote for change in changes.sentences] == [quote.number for quote in now.quotes()]
        assert not set(texts(now.quotes())) & set(texts(before.quotes()))
        assert {change.state for change in changes.sentences} <= {ChangeState.NEW, ChangeState.DEVELOPING}
        for theme in changes.themes:
            section = next(section for section in before.sections if section.theme == theme.theme)
            printed = len(section.key_points) + len(section.summary) + len(section.evidence)
            assert theme.standing + theme.gone == printed + len(section.commentary)


def test_the_day_of_the_brief_before_and_its_number_are_kept() -> None:
    before = replace(draw_up(FIRST_WEEK), edition=12)
    found = changes_of(draw_up(FIRST_WEEK, before)).before
    assert (found.edition, found.as_of, found.title) == (12, date(2026, 11, 20), "Arms, energy")


TOLL = "At least 12 people were killed when a missile depot exploded at Klow, the army of Borduria said."
RISEN = (
    "The explosion of a missile depot at Klow killed at least 27 people, Borduria's ministry of health said."
)


def make_report(*sentences: str, name: str = "three.txt", published: str | None = "2031-05-09") -> Article:
    return make_article(" ".join(sentences), name=name, outlet="Zenda Post", published=published)


def test_a_revised_figure_leads_the_key_points_with_both_amounts_and_the_earlier_sentence() -> None:
    then = make_report(TOLL, name="old.txt", published="2031-05-02")
    now = make_report(OTHER, NAVY, RISEN)
    brief = draw_up([then, now], draw_up([then]))
    (figure,) = changes_of(brief).revised
    point = brief.key_points[0].quote
    assert (point.text, figure.quote) == (RISEN, point.number)
    assert figure.amount == now.words(figure.span) == "at least 27 people"
    assert TOLL[figure.then.start : figure.then.end] == "At least 12 people"
    assert (figure.earlier.text, figure.earlier.file) == (TOLL, "old.txt")
    assert then.words(figure.earlier.span) == TOLL
    assert states(brief)[RISEN] is ChangeState.DEVELOPING


def test_of_two_revised_figures_the_later_one_is_printed() -> None:
    then = make_report(TOLL, name="old.txt", published="2031-05-02")
    middle = make_report(RISEN.replace("27", "19"), name="middle.txt", published="2031-05-07")
    brief = draw_up([then, middle, make_report(RISEN)], draw_up([then]))
    assert [quote.text for quote in brief.quotes()] == [RISEN]
    assert [figure.amount for figure in changes_of(brief).revised] == ["at least 27 people"]
    assert brief.method.overtaken == 1


def test_an_older_article_revises_nothing() -> None:
    then = make_report(TOLL, name="old.txt", published="2031-05-02")
    older = make_report(RISEN, published="2031-05-01")
    assert changes_of(draw_up([then, older], draw_up([then]))).revised == ()


def test_what_was_printed_two_briefs_ago_is_not_taken_for_new() -> None:
    first = draw_up(FIRST_WEEK)
    second = draw_up([make_report(OTHER, name="second.txt")], first)
    third = draw_up([make_report(REWORDED, FURTHER, name="third.txt")], second)
    assert states(third) == {FURTHER: ChangeState.DEVELOPING}
    assert changes_of(third).sentences[0].earlier is None


def test_a_corrected_article_stands_by_what_it_still_says_and_is_no_further_source() -> None:
    then = title(FIRST_WEEK[0], "Navy orders boats")
    now = title(
        make_article(NAVY, SENTENCES[2], OTHER, name="one.txt", outlet="Klow Courier"), "Navy orders boats"
    )
    changes = changes_of(draw_up([now], draw_up([then])))
    assert changes.said_again == 0
    assert [(theme.standing, theme.gone) for theme in changes.themes] == [(1, 0), (1, 0)]
