"""Whether a sentence says where."""

import pytest

from briefer.text.places import names_place
from tests.making import make_article


@pytest.mark.parametrize(
    "sentence",
    [
        "Parliament in Klow voted.",
        "Klow voted.",
        "The Bordurian army left.",
        "U.S. troops left.",
        "Iraq voted.",
    ],
)
def test_a_place_a_nation_or_what_the_article_is_in_says_where(sentence: str) -> None:
    article = make_article(f"{sentence} Rain fell in Klow.")
    assert names_place(article, article.paragraphs[0].span)


@pytest.mark.parametrize(
    "sentence",
    ["The parliament voted.", "Parliament voted in March.", "Ana Orlova left.", "The army left at dawn."],
)
def test_an_office_a_person_or_a_body_does_not_say_where(sentence: str) -> None:
    article = make_article(sentence)
    assert not names_place(article, article.paragraphs[0].span)
