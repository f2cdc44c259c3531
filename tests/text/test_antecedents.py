"""What of a sentence only its article explains. All people, places and events are invented."""

import pytest

from briefer.model import Article, Span
from briefer.text.antecedents import find_unexplained
from briefer.text.dependence import Dependence
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.repairing import find_repairs
from briefer.text.sentences import split_sentences
from tests.making import make_article


def judge(*paragraphs: str) -> Dependence | None:
    """What the last sentence of an article lacks."""
    article = make_article(*paragraphs)
    return judge_last(article)


def judge_last(article: Article) -> Dependence | None:
    span: Span = split_sentences(article)[-1].span
    return find_unexplained(article, span, find_repairs(article, span))


TERMINAL = "Borduria will build a floating terminal at Klow."
HALF = "Syldavia paid for half of the terminal in March."


@pytest.mark.parametrize(
    "sentence",
    [
        HALF,
        "Ana Orlova told reporters that the terminal would be ready by May.",
        "Syldavia, which opposed the terminal, has withdrawn its envoy.",
        "“We paid for the terminal,” said Ana Orlova of Syldavia.",
    ],
)
def test_a_noun_that_the_article_has_told_before_is_not_explained_by_the(sentence: str) -> None:
    assert judge(TERMINAL, sentence) is Dependence.DEFINITE
    assert judge("The choir of Klow sang.", sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Syldavia paid for half of the terminal at Klow in March.",
        "Syldavia paid for the terminal that Borduria needs.",
        "Syldavia paid for the terminal it had asked for.",
        "Syldavia paid for the terminal, Harbour View, in March.",
        "Syldavia has a terminal too, and opened the terminal in March.",
        "Syldavia opened its own terminal, and the terminal is empty.",
        "Syldavia opened the first terminal in March.",
    ],
)
def test_a_noun_of_which_the_sentence_says_which_one_it_is_is_plain(sentence: str) -> None:
    assert judge(TERMINAL, sentence) is None


def test_bodies_and_times_of_which_there_is_one_are_plain() -> None:
    before = "The government of Borduria and the army of Syldavia met at the end of the week."
    assert judge(before, "Borduria told the government in Klow and the army by the end of May.") is None


def test_a_surname_of_two_is_not_plain_unless_one_of_them_heads_a_state() -> None:
    brothers = "Amir Sadeq and Karim Sadeq ran the ring in Klow."
    assert judge(brothers, "Sadeq was arrested at the gate of Zenda.") is Dependence.NAME
    often = "Amir Sadeq fled to Zenda. A court in Klow tried Amir Sadeq in May."
    assert judge(brothers, often, "Sadeq was arrested at the gate of Zenda.") is Dependence.NAME
    assert judge(brothers, "Karim Sadeq was arrested in Zenda, and Sadeq has confessed.") is None
    family = "President Amir Sadeq came with Leila Sadeq, his sister."
    assert judge(family, "Sadeq signed a treaty in Zenda.") is None


@pytest.mark.parametrize(
    "first",
    [
        "Ana Orlova Jr. runs the port of Klow.",
        "The port of Klow is run by nurse Tamsin Orlova.",
        "Ministers Tamsin Orlova and Boris Petrov run the port of Klow.",
        "National security adviser T.H. Orlova runs the port of Klow.",
        "The harbour fell to Tamsin Orlova, 41, of Klow.",
    ],
)
def test_a_surname_is_explained_by_the_full_name_whatever_stands_beside_it(first: str) -> None:
    article = make_article(first, "Orlova later signed a treaty in Zenda.")
    span = split_sentences(article)[-1].span
    (repair,) = find_repairs(article, span)
    assert repair.words.endswith(("Orlova", "Orlova Jr."))
    assert find_unexplained(article, span, (repair,)) is None
    assert find_unexplained(article, span, ()) is Dependence.NAME


def test_a_title_of_another_than_the_one_who_is_named_is_not_plain() -> None:
    assert judge("Jane Wilmot fell at Klow.", "Mr Wilmot was led to Zenda.") is Dependence.NAME
    assert judge("Jane Wilmot fell at Klow.", "Mrs Wilmot was led to Zenda.") is None


def test_other_languages_are_not_judged() -> None:
    article = make_article(TERMINAL, HALF, language="de")
    assert judge_last(article) is None


def test_an_excerpt_has_the_sentence_before_it_where_that_tells_or_says_what_it_lacks() -> None:
    picture = "A man passes the gate of Klow, Saturday, May 3, 2031, in the rain."
    article = make_article(f"{TERMINAL} {HALF}", picture, "Prices in Zenda rose.", HALF)
    found = [find_excerpt(article, passage) for passage in split_passages(split_sentences(article))]
    assert [article.words(one.span) for one in found[:2]] == [TERMINAL, f"{TERMINAL} {HALF}"]
    assert [one.dependence for one in found] == [None, None, "caption", None, "definite"]
