"""Our rankings against sumy's own, and what sumy's methods refuse."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefer.errors import BrieferError
from briefer.summary import get_summariser
from briefer.summary.candidates import TooManySentences
from briefer.summary.graph_ranks import rate_by_lexrank
from briefer.summary.languages import sumy_stop_words
from briefer.summary.sumy_methods import SUMY_METHODS, SumyMethod
from tests.summary.making import NEWS, make_candidates
from tests.summary.sumy_itself import rate_with_sumy

_WORDS = """ships the grain port leaves of closed Ministers ministry drones a Odessa storm bridges not Grain
    market prices rise The falling winter cargo""".split()

sentences = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join),
    min_size=1,
    max_size=9,
    unique=True,
)
news = [candidate.text for candidate in NEWS[:8]]


def rank(name: str, texts: Sequence[str]) -> list[int]:
    method = next(method for method in SUMY_METHODS if method.name == name)
    return list(method.rank(make_candidates(tuple(texts)), "en"))


def is_ranked_by(order: Sequence[int], ratings: Sequence[float]) -> bool:
    """Whether `order` goes down the ratings, those equal but for rounding in document order."""
    scale = max(map(abs, ratings)) or 1.0
    return all(
        ratings[a] > ratings[b] - 1e-9 * scale and (a < b or ratings[a] > ratings[b] + 1e-11 * scale)
        for a, b in pairwise(order)
    )


@pytest.mark.filterwarnings("ignore:Number of words")
@pytest.mark.parametrize("name", ["textrank", "reduction", "lsa", "luhn", "sum-basic"])
@settings(max_examples=80, deadline=None)
@given(texts=sentences)
def test_the_ranking_is_that_of_sumy(name: str, texts: list[str]) -> None:
    assume(any(word.lower() not in sumy_stop_words("en") for text in texts for word in text.split()))
    order = rank(name, texts)
    assert sorted(order) == list(range(len(texts)))
    assert is_ranked_by(order, rate_with_sumy(name, texts))


@settings(max_examples=80, deadline=None)
@given(texts=sentences)
def test_lexrank_is_that_of_sumy_wherever_sumy_can_rate(texts: list[str]) -> None:
    ratings = _sumy_lexrank_or_none(texts)
    assume(ratings is not None)
    assert ratings is not None
    assert is_ranked_by(rank("lexrank", texts), ratings)


def _sumy_lexrank_or_none(texts: list[str]) -> list[float] | None:
    """None where no sentence is like another, for which sumy divides by nothing."""
    import numpy as np

    with np.errstate(all="ignore"):
        ratings = rate_with_sumy("lexrank", texts)
    return None if any(map(math.isnan, ratings)) else ratings


def test_kl_picks_what_sumy_picks() -> None:
    ratings = rate_with_sumy("kl", news)
    assert rank("kl", news) == sorted(range(len(news)), key=lambda at: -ratings[at])


@pytest.mark.parametrize("name", ["lexrank", "textrank", "reduction", "lsa", "luhn", "sum-basic"])
def test_on_news_the_ranking_is_that_of_sumy(name: str) -> None:
    assert is_ranked_by(rank(name, news), rate_with_sumy(name, news))


def test_unlike_sentences_have_equal_ratings_instead_of_none() -> None:
    ratings = rate_by_lexrank([["grain"], [], []])
    assert not any(math.isnan(rating) for rating in ratings)


def test_the_first_and_the_last_of_each_article_stand_out_for_edmundson() -> None:
    article = ("Fog lay there.", "Dew lay there.", "Ice lay there.")
    chosen = get_summariser("edmundson").choose(
        make_candidates(article, ("Hail fell.", "Sun.", "Snow.")), words=8
    )
    assert set(chosen) <= {0, 2, 3, 5}


def test_chance_depends_on_the_texts_alone() -> None:
    first = get_summariser("random").choose(NEWS, words=60)
    assert first == get_summariser("random").choose(NEWS, words=60)
    assert first != get_summariser("random").choose(NEWS[::-1], words=60)


def test_too_many_sentences_are_refused_with_the_way_out() -> None:
    few = SumyMethod("kl", rank=lambda *_: [], limit=3)
    with pytest.raises(TooManySentences, match="at most 3 sentences, not 10") as raised:
        few.choose(NEWS, words=100)
    assert isinstance(raised.value, BrieferError)
    assert "the summariser coverage" in str(raised.value)
    assert "\n" not in str(raised.value)
