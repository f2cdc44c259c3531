"""How much of what a sentence says other articles speak of, too."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.corroboration import rate_corroboration
from tests.making import make_article, make_evidence

SENTENCES = ("Ruritania bought tanks.", "Ruritania sold oil.", "A choir sang.")


def test_what_other_articles_speak_of_rates_higher() -> None:
    articles = [make_article(text, name=f"{place}.txt") for place, text in enumerate(SENTENCES)]
    excerpts = [make_evidence(article, article.text).excerpt for article in articles]
    rates = rate_corroboration(excerpts, {article.id: article for article in articles})
    # "Ruritania" stands in two of three articles, "bought" and "tanks" in one.
    shared, own = math.log(4 / 2), math.log(4)
    assert rates == pytest.approx((shared / (shared + 2 * own), shared / (shared + 2 * own), 0))


def test_many_articles_on_other_events_do_not_outweigh_one_on_the_same() -> None:
    others = [make_article(f"Klow said {place} tons left.", name=f"o{place}.txt") for place in range(20)]
    told = make_article("Klow said rebels shelled the port of Zenda.", name="a.txt")
    again = make_article("The port of Zenda was shelled by rebels.", name="b.txt")
    everyday = make_article("Klow said tons of paper left.", name="c.txt")
    articles = [told, again, everyday, *others]
    excerpts = [make_evidence(article, article.text).excerpt for article in articles]
    rates = rate_corroboration(excerpts, {article.id: article for article in articles})
    assert rates[0] > rates[2]


def test_a_reprint_corroborates_nothing() -> None:
    articles = [make_article(SENTENCES[0], name=f"{place}.txt") for place in range(3)]
    excerpts = [make_evidence(article, article.text).excerpt for article in articles]
    assert rate_corroboration(excerpts, {article.id: article for article in articles}) == (0, 0, 0)


def test_one_article_corroborates_nothing() -> None:
    article = make_article("Ruritania bought tanks. Ruritania bought jets.")
    excerpts = [
        make_evidence(article, words).excerpt
        for words in ("Ruritania bought tanks.", "Ruritania bought jets.")
    ]
    assert rate_corroboration(excerpts, {article.id: article}) == (0, 0)


@given(st.lists(st.sampled_from([*SENTENCES, "?"]), max_size=6))
def test_rates_lie_between_nothing_and_everything(texts: list[str]) -> None:
    articles = [make_article(text, name=f"{place}.txt") for place, text in enumerate(texts)]
    excerpts = [make_evidence(article, article.text).excerpt for article in articles]
    rates = rate_corroboration(excerpts, {article.id: article for article in articles})
    assert len(rates) == len(texts)
    assert all(0 <= rate <= 1 for rate in rates)
