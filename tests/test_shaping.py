"""What the analyst decides and writes shapes the brief."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.analysis.choices import trim
from briefer.drafting import draft_brief, find_stale
from briefer.errors import NothingToReport, TrimRefused
from briefer.model import (
    Article,
    Basis,
    Brief,
    BriefSpec,
    Choice,
    Draft,
    Evidence,
    Found,
    Genre,
    Mark,
    Period,
    Place,
    Quote,
    QuoteKind,
    Reading,
    Span,
)
from briefer.summary import get_summariser
from briefer.surveying import survey_articles
from briefer.text.trimming import join_parts
from briefer.text.words import count_words
from tests.making import make_article
from tests.test_drafting import ARMS, ENERGY, SENTENCES, articles

COVERAGE = get_summariser("coverage")
CLAUSE = "Ruritania bought forty tanks from Syldavia in March, and missiles from Borduria, a gift to nobody."


def make_draft(*, words: int = 300, **rest: Any) -> Draft:
    return Draft(BriefSpec(themes=("arms", "energy"), as_of=date(2026, 11, 20), words=words, **rest))


def draw_up(found: Sequence[Article], draft: Draft) -> Brief:
    reading = Reading(tuple(found), (), ())
    return draft_brief(reading, survey_articles(found, [ARMS, ENERGY]), draft, summariser=COVERAGE)


def find(found: Sequence[Article], words: str, theme: str = "arms") -> tuple[Evidence, Article]:
    """The evidence whose sentence has `words`, with its article."""
    for evidence in survey_articles(found, [ARMS, ENERGY]).evidence[theme]:
        article = next(one for one in found if one.id == evidence.excerpt.sentence.article_id)
        if words in article.words(evidence.excerpt.sentence.span):
            return evidence, article
    raise AssertionError(f"no evidence has {words!r}")


def choose(draft: Draft, found: Sequence[Article], words: str, **change: Any) -> Draft:
    theme = change.pop("theme", "arms")
    return draft.decide(replace(draft.choice_for(*find(found, words, theme)), **change))


def texts(quotes: Sequence[Quote]) -> list[str]:
    return [quote.text for quote in quotes]


ARTICLE = make_article(*SENTENCES, name="all.txt")
REPRINT = make_article(SENTENCES[0], SENTENCES[6], name="reprint.txt")
FOUND = (ARTICLE, REPRINT)


def test_pinned_sentences_are_the_first_key_points_in_the_drafts_order_under_any_budget() -> None:
    draft = make_draft(words=50)
    for words in (SENTENCES[4], SENTENCES[1], SENTENCES[0]):
        draft = choose(draft, FOUND, words, mark=Mark.PINNED)
    assert texts([point.quote for point in draw_up(FOUND, draft).key_points])[:3] == [
        SENTENCES[4],
        SENTENCES[1],
        SENTENCES[0],
    ]


def test_key_points_are_filled_up_first_for_themes_that_have_none_pinned() -> None:
    draft = choose(make_draft(), FOUND, SENTENCES[4], mark=Mark.PINNED)
    points = draw_up(FOUND, draft).key_points
    assert [point.theme for point in points[:2]] == ["Arms", "Energy"]
    assert len(points) == len(draw_up(FOUND, make_draft()).key_points)


def test_kept_sentences_open_their_section_in_the_drafts_order_under_any_budget() -> None:
    draft = make_draft(words=50)
    for words in (SENTENCES[4], SENTENCES[1]):
        draft = choose(draft, FOUND, words, mark=Mark.KEPT)
    arms = draw_up(FOUND, draft).sections[0]
    assert texts(arms.evidence)[:2] == [SENTENCES[4], SENTENCES[1]]
    (choice, other) = draft.choices
    assert texts(draw_up(FOUND, draft.reorder(other, -1)).sections[0].evidence)[:2] == [
        SENTENCES[1],
        SENTENCES[4],
    ]
    assert draft.reorder(choice, -1) == draft


def test_a_dropped_sentence_is_printed_nowhere_and_neither_is_its_reprint() -> None:
    assert SENTENCES[0] in texts(draw_up(FOUND, make_draft(words=2000)).quotes())
    draft = choose(make_draft(words=2000), FOUND, SENTENCES[0], mark=Mark.DROPPED)
    brief = draw_up(FOUND, draft)
    assert SENTENCES[0] not in texts(brief.quotes())
    assert brief.sections[0].sentence_count == draw_up(FOUND, make_draft()).sections[0].sentence_count


def test_a_dropped_sentence_is_printed_where_it_is_asked_for_under_another_theme() -> None:
    shared = SENTENCES[7]
    draft = choose(make_draft(), FOUND, shared, mark=Mark.DROPPED)
    assert shared not in texts(draw_up(FOUND, draft).quotes())
    draft = choose(draft, FOUND, shared, theme="energy", mark=Mark.KEPT)
    assert shared in texts(draw_up(FOUND, draft).sections[1].evidence)


def test_a_moved_sentence_is_printed_under_the_other_theme_even_if_that_found_nothing() -> None:
    found = [make_article(SENTENCES[0], SENTENCES[1])]
    draft = choose(make_draft(), found, SENTENCES[1], moved_to="energy")
    arms, energy = draw_up(found, draft).sections
    assert (arms.sentence_count, energy.sentence_count) == (1, 1)
    assert texts(energy.evidence) == [SENTENCES[1]]


def test_a_moved_and_pinned_sentence_is_a_key_point_of_its_new_theme() -> None:
    draft = choose(make_draft(), FOUND, SENTENCES[1], moved_to="energy", mark=Mark.PINNED)
    point = draw_up(FOUND, draft).key_points[0]
    assert (point.theme, point.quote.text) == ("Energy", SENTENCES[1])


def test_kept_opinion_stays_fenced_as_commentary() -> None:
    column = make_article(SENTENCES[0], name="column.txt", genre=Found(Genre.OPINION, Basis.DISCLAIMER))
    found = [column, make_article(SENTENCES[1])]
    arms = draw_up(found, choose(make_draft(), found, SENTENCES[0], mark=Mark.KEPT)).sections[0]
    assert texts(arms.commentary) == [SENTENCES[0]]


def test_a_sentence_without_any_term_can_be_kept() -> None:
    start = ARTICLE.text.index(SENTENCES[5])
    place = Place(ARTICLE.id, Span(start, start + len(SENTENCES[5])))
    draft = make_draft().decide(Choice("arms", place, SENTENCES[5], Mark.KEPT))
    assert SENTENCES[5] in texts(draw_up(FOUND, draft).sections[0].evidence)


def test_an_article_left_out_gives_nothing_and_is_counted() -> None:
    draft = replace(make_draft(), left_out=(ARTICLE.id,))
    brief = draw_up(FOUND, draft)
    assert {quote.citation.article_id for quote in brief.quotes()} == {REPRINT.id}
    assert [source.article_id for source in brief.sources] == [REPRINT.id]
    assert (brief.method.articles_read, brief.method.curation.left_out) == (1, 1)


def test_leaving_an_article_out_is_as_good_as_not_having_it() -> None:
    without, alone = (
        draw_up(FOUND, replace(make_draft(), left_out=(ARTICLE.id,))),
        draw_up([REPRINT], make_draft()),
    )
    assert replace(without, method=alone.method, left_out=()) == alone
    assert without.method.sentences == alone.method.sentences


def test_a_survey_of_more_than_is_asked_for_gives_the_same_brief() -> None:
    spec = BriefSpec(("energy",), date(2026, 11, 20), Period(since=date(2015, 1, 1)))
    old = make_article(SENTENCES[2], name="old.txt", published="2014")
    new = make_article(SENTENCES[3], name="new.txt", published="2016")
    reading = Reading((old, new), (), ())
    wide, narrow = survey_articles([old, new], [ARMS, ENERGY]), survey_articles([new], [ENERGY])
    assert draft_brief(reading, wide, Draft(spec), summariser=COVERAGE) == draft_brief(
        reading, narrow, Draft(spec), summariser=COVERAGE
    )


def test_a_trimmed_sentence_is_printed_in_parts_wherever_it_stands() -> None:
    found = [make_article(CLAUSE)]
    evidence, article = find(found, CLAUSE)
    start = article.text.index("a gift")
    with pytest.raises(TrimRefused, match="“nobody” is a negation"):
        trim(make_draft().choice_for(evidence, article), evidence, article, Span(start, start + 17))
    start = article.text.index(" in March")
    choice = trim(make_draft().choice_for(evidence, article), evidence, article, Span(start, start + 9))
    quote = draw_up(found, make_draft().decide(choice)).quotes()[0]
    assert quote.kind is QuoteKind.TRIMMED
    assert quote.text == CLAUSE.replace("in March", "[…]")
    assert [article.words(part) for part in quote.parts] == CLAUSE.split(" in March")


def test_a_cut_that_a_hand_edited_file_may_not_make_is_not_made() -> None:
    found = [make_article("Ruritania did not sign the arms deal with Syldavia on Monday.")]
    start = found[0].text.index("not ")
    draft = choose(make_draft(), found, "Ruritania", cuts=(Span(start, start + 4),))
    assert texts(draw_up(found, draft).quotes()) == [found[0].text]
    (stale,) = find_stale(Reading(tuple(found), (), ()), survey_articles(found, [ARMS, ENERGY]), draft)
    assert stale.reason == "printed whole: “not” is a negation"


def test_choices_whose_words_are_gone_are_told_and_do_no_harm() -> None:
    draft = choose(make_draft(), FOUND, SENTENCES[1], mark=Mark.PINNED)
    changed = replace(draft.choices[0], words="Something else.")
    gone = replace(draft.choices[0], place=Place("0" * 12, Span(0, 10)))
    idle = replace(draft.choices[0], theme="sanctions")
    draft = replace(draft, choices=(changed, gone, idle))
    stale = find_stale(Reading(FOUND, (), ()), survey_articles(FOUND, [ARMS, ENERGY]), draft)
    assert [(choice, reason) for choice, reason in stale] == [
        (changed, "other words stand at its place now"),
        (gone, "its file has changed or is not there any more"),
    ]
    brief = draw_up(FOUND, draft)
    assert brief.quotes() == draw_up(FOUND, make_draft()).quotes()


def test_what_falls_outside_the_period_is_told() -> None:
    old = make_article(SENTENCES[0], name="old.txt", published="2014")
    draft = choose(make_draft(period=Period(since=date(2015, 1, 1))), [old], SENTENCES[0], mark=Mark.KEPT)
    (stale,) = find_stale(Reading((old,), (), ()), survey_articles([old], [ARMS, ENERGY]), draft)
    assert stale.reason == "its article is outside the period"


def test_a_kept_sentence_makes_a_brief_where_there_was_nothing_to_report() -> None:
    found = [make_article("He bought forty tanks.")]
    with pytest.raises(NothingToReport):
        draw_up(found, make_draft())
    draft = choose(make_draft(), found, "He bought", mark=Mark.KEPT)
    assert texts(draw_up(found, draft).quotes()) == [found[0].text]


def test_the_analysts_words_are_printed_as_plain_paragraphs() -> None:
    draft = replace(
        make_draft(title="A\x1b[2J title", audience="\u202ethe minister", handling="RESTRICTED\n"),
        bottom_line="One\x00 line,\nbroken.\r\n\r\n  Another.  \n\n\n",
    ).assess("arms", "We judge.")
    brief = draw_up(FOUND, draft)
    assert (brief.title, brief.audience, brief.handling) == ("A title", "the minister", "RESTRICTED")
    assert brief.bottom_line == "One line, broken.\n\nAnother."
    assert [section.assessment for section in brief.sections] == ["We judge.", ""]


Edit = tuple[str, int, int, int]
MARKS = (None, *Mark)
_PHRASES = re.compile(r"in the capital|on Monday|in the second quarter|in June|off the southern coast")
_PAIRS = re.compile(r"\S+ \S+")


def edits() -> st.SearchStrategy[list[Edit]]:
    kinds = st.sampled_from(["mark", "move", "reorder", "trim", "leave out"])
    return st.lists(st.tuples(kinds, st.integers(0, 40), st.integers(0, 30), st.integers(1, 12)), max_size=12)


def apply(draft: Draft, edit: Edit, found: Sequence[Article], pool: Sequence[Evidence]) -> Draft:
    kind, which, first, count = edit
    evidence = pool[which % len(pool)]
    article = next(one for one in found if one.id == evidence.excerpt.sentence.article_id)
    choice = draft.choice_for(evidence, article)
    if kind == "mark":
        return draft.decide(replace(choice, mark=MARKS[count % len(MARKS)]))
    if kind == "move":
        return draft.decide(replace(choice, moved_to=("arms", "energy", None)[count % 3]))
    if kind == "reorder" and draft.choices:
        return draft.reorder(draft.choices[which % len(draft.choices)], count - 6)
    if kind == "leave out" and count == 1:
        return replace(draft, left_out=(article.id,))
    if kind == "trim":
        shown = article.words(evidence.excerpt.span)
        cuts = [match.span() for match in (_PHRASES if count % 3 else _PAIRS).finditer(shown)]
        for start, end in cuts[first % 3 :][:1]:
            with suppress(TrimRefused):
                cut = Span(evidence.excerpt.span.start + start, evidence.excerpt.span.start + end)
                return draft.decide(trim(choice, evidence, article, cut))
    return draft


@settings(max_examples=150, deadline=None)
@given(articles(), edits(), st.integers(50, 300))
def test_any_edits_give_a_brief_of_verbatim_parts_with_pins_first_and_no_drops(
    found: list[Article], steps: list[Edit], words: int
) -> None:
    pool = [one for evidence in survey_articles(found, [ARMS, ENERGY]).evidence.values() for one in evidence]
    draft = make_draft(words=words)
    for step in steps if pool else ():
        draft = apply(draft, step, found, pool)
    try:
        brief = draw_up(found, draft)
    except NothingToReport:
        return
    by_id = {article.id: article for article in found}
    for quote in brief.quotes():
        article, span = by_id[quote.citation.article_id], quote.citation.span
        assert quote.text == join_parts(article.text, span, quote.parts)
        assert (quote.kind is QuoteKind.VERBATIM) == (quote.parts == (span,))
        assert article.id not in draft.left_out
    for one, other in combinations(brief.quotes(), 2):
        assert not _overlap(one, Place(other.citation.article_id, other.citation.span))
    _check_marks(brief, draft)
    if not draft.choices:
        assert sum(count_words(quote.text) for quote in brief.quotes()) <= words


def _check_marks(brief: Brief, draft: Draft) -> None:
    in_play = [choice for choice in draft.choices if choice.place.article_id not in draft.left_out]
    pinned = list(dict.fromkeys(choice.place for choice in in_play if choice.mark is Mark.PINNED))
    points = [point.quote for point in brief.key_points]
    for place, quote in zip(pinned, points, strict=False):
        assert _overlap(quote, place)
    kept = {choice.place for choice in in_play if choice.is_kept}
    for place in kept:
        assert any(_overlap(quote, place) for quote in brief.quotes())
    for choice in in_play:
        if choice.mark is Mark.DROPPED and choice.place not in {*pinned, *kept}:
            assert not any(_overlap(quote, choice.place) for quote in brief.quotes())


def _overlap(quote: Quote, place: Place) -> bool:
    span = quote.citation.span
    same = quote.citation.article_id == place.article_id
    return same and span.start < place.span.end and place.span.start < span.end
