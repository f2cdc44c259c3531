"""Sentences about an amount that a later article gives otherwise. All countries and events are invented."""

import pytest

from briefer.analysis.overtaken import leave_out_overtaken
from briefer.model import Article
from tests.making import make_article, make_evidence

FIRST = "At least 41 people were killed when the Lidov burst its banks in southern Borduria, officials said."
LATER = "The death toll from floods in southern Borduria has risen to 96, the disaster agency said."
DEAL = "The contract covers 1.8bn cubic metres of gas a year from Syldavia."


def remaining(*told: tuple[str, str | None], beside: tuple[str, str | None] | None = None) -> list[str]:
    """What is left of the sentences, each an article of its day; `beside` speaks to no theme."""
    articles = [
        make_article(text, name=f"{place}.txt", published=published)
        for place, (text, published) in enumerate(told)
    ]
    others = [make_article(beside[0], name="other.txt", published=beside[1])] if beside else []
    pool = [make_evidence(article, article.text) for article in articles]
    left = leave_out_overtaken({"theme": pool}, {article.id: article for article in [*articles, *others]})
    return [words(articles, found.excerpt.sentence.article_id) for found in left["theme"]]


def words(articles: list[Article], article_id: str) -> str:
    return next(article.text for article in articles if article.id == article_id)


def test_an_earlier_toll_of_the_same_flood_is_left_out() -> None:
    assert remaining((FIRST, "2031-05-02"), (LATER, "2031-05-04")) == [LATER]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((FIRST, "2031-05-02"), (LATER, "2031-05-02")),
        ((FIRST, None), (LATER, "2031-05-04")),
        ((FIRST, "2031-05-02"), (LATER.replace("Borduria", "Syldavia"), "2031-05-04")),
        ((FIRST, "2031-05-02"), (LATER.replace("96", "12"), "2031-05-04")),
        (
            ("The minister resigned over floods in Borduria which have killed 41 people.", "2031-05-02"),
            (LATER, "2031-05-04"),
        ),
    ],
    ids=["same day", "undated", "elsewhere", "fewer", "aside"],
)
def test_in_doubt_both_stay(first: tuple[str, str | None], second: tuple[str, str | None]) -> None:
    assert remaining(first, second) == [first[0], second[0]]


@pytest.mark.parametrize(
    "correction",
    [
        "Correction: An earlier version misstated the contract. It is 0.8bn cubic metres of gas, not "
        "1.8bn cubic metres.",
        "Syldavia's gas contract was revised to 0.8bn cubic metres from 1.8bn cubic metres.",
    ],
)
@pytest.mark.parametrize("day", [None, "2031-05-01", "2031-05-04"])
def test_an_amount_that_is_corrected_is_left_out_wherever_the_correction_stands(
    correction: str, day: str | None
) -> None:
    assert remaining((DEAL, "2031-05-02"), beside=(correction, day)) == []


def test_a_toll_is_known_by_what_stands_before_it() -> None:
    count = "The rescue service put the number of dead at 23, including four children."
    strike = "At least 11 people were killed when missiles struck the city of Klow, the governor said."
    articles = [
        make_article(strike, name="a.txt", published="2031-05-02"),
        make_article(f"Klow, 2 May. {count}", name="b.txt", published="2031-05-04"),
    ]
    pool = [make_evidence(articles[0], strike), make_evidence(articles[1], count)]
    left = leave_out_overtaken({"theme": pool}, {article.id: article for article in articles})
    assert left["theme"] == (pool[1],)
