"""What must be shown with a sentence so that a reader can understand it."""

import pytest

from briefer.model import Excerpt
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from tests.making import make_article

DEAL = "Ruritania signed an arms deal with Syldavia in 2013."


def excerpts(paragraph: str) -> list[tuple[str, Excerpt]]:
    article = make_article(paragraph)
    found = [find_excerpt(article, passage) for passage in split_passages(split_sentences(article))]
    return [(article.words(excerpt.span), excerpt) for excerpt in found]


def test_a_sentence_that_reads_alone_is_shown_alone() -> None:
    ((words, excerpt),) = excerpts(DEAL)
    assert (words, excerpt.dependence, excerpt.is_carried) == (DEAL, None, False)


def test_a_sentence_that_leans_on_the_one_before_is_shown_with_it() -> None:
    both = f"{DEAL} The deal was worth two billion dollars."
    words, excerpt = excerpts(both)[1]
    assert (words, excerpt.dependence, excerpt.is_carried) == (both, None, True)


def test_a_sentence_that_nothing_before_explains_says_why_it_is_not_shown() -> None:
    words, excerpt = excerpts("He added that the talks would go on.")[0]
    assert (words, excerpt.dependence) == ("He added that the talks would go on.", "pronoun")


def test_the_mark_of_a_footnote_is_not_what_a_sentence_says() -> None:
    (first, excerpt), (second, _) = excerpts(f"{DEAL}[2] Borduria was named in article [3].")
    assert (first, excerpt.dependence) == (DEAL, None)
    assert second == "Borduria was named in article [3]."


def test_capitals_before_a_colon_are_a_dateline_only_where_an_article_opens_with_them() -> None:
    article = make_article(f"LANDI KLOW: {DEAL}", "Its army will train pilots in Zenda.")
    excerpt = find_excerpt(article, split_passages(split_sentences(article))[0])
    assert (article.words(excerpt.span), excerpt.dependence) == (DEAL, None)
    talk = make_article(f"OSVIK: {DEAL}", "DREE: Ruritania paid in wheat and tin.")
    assert {find_excerpt(talk, passage).dependence for passage in split_passages(split_sentences(talk))} == {
        "speaker"
    }


@pytest.mark.parametrize("dateline", ["STRELSAU, Oct. 7 (Newswire) - ", "STRELSAU (AP) — "])
def test_a_lead_is_shown_without_its_dateline(dateline: str) -> None:
    words, excerpt = excerpts(dateline + DEAL)[0]
    assert (words, excerpt.dependence, excerpt.is_carried) == (DEAL, None, False)


@pytest.mark.parametrize("mark", ["• ", "1. ", "(a) ", "– ", "iv) "])
def test_an_item_is_shown_without_the_mark_of_its_list(mark: str) -> None:
    words, excerpt = excerpts(mark + DEAL)[0]
    assert (words, excerpt.dependence, excerpt.is_carried) == (DEAL, None, False)


def test_a_year_or_an_initial_is_no_mark_of_a_list() -> None:
    for sentence in ("2013 was the year of the pact between Ruritania and Syldavia.", f"J. Roe: {DEAL}"):
        assert excerpts(sentence)[0][0] == sentence
