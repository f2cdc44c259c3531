"""How chosen sentences are put in order."""

from hypothesis import given
from hypothesis import strategies as st

from briefer.summary import Candidate, order_for_reading
from tests.summary.making import candidate_lists, make_candidates


def test_articles_stay_in_order_and_sentences_as_their_author_had_them() -> None:
    candidates = make_candidates(("First.", "Second."), ("Third.", "Fourth."))
    assert order_for_reading(candidates, (3, 0, 2, 1)) == (0, 1, 2, 3)
    assert order_for_reading(candidates[::-1], (0, 3, 1)) == (3, 1, 0)


@given(st.data(), candidate_lists())
def test_no_sentence_is_lost_or_added(data: st.DataObject, candidates: list[Candidate]) -> None:
    positions = data.draw(st.permutations(range(len(candidates))))
    assert sorted(order_for_reading(candidates, positions)) == list(range(len(candidates)))
