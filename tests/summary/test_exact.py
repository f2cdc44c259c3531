"""The best summary by the weights of our default."""

import sys
from itertools import combinations

import pytest
from hypothesis import given, settings

from briefer.errors import BrieferError
from briefer.summary import Candidate, get_summariser
from briefer.summary.coverage import (
    CandidateWords,
    is_well_formed,
    rate_sentences,
    read_sentences,
    weigh_concepts,
)
from briefer.summary.exact import ExactNotInstalled, ExactSummariser, leave_out_repeats
from tests.summary.making import NEWS, candidate_lists


def weigh(candidates: list[Candidate]) -> tuple[tuple[CandidateWords, ...], tuple[float, ...]]:
    sentences, shares = read_sentences(candidates, "en")
    return sentences, weigh_concepts(sentences, rate_sentences(sentences), shares)


def covered(candidates: list[Candidate], chosen: tuple[int, ...]) -> float:
    sentences, weights = weigh(candidates)
    return sum(weights[concept] for concept in {c for at in chosen for c in sentences[at].concepts})


@settings(max_examples=40, deadline=None)
@given(candidate_lists(max_size=8))
def test_no_other_choice_that_fits_covers_more(candidates: list[Candidate]) -> None:
    chosen = ExactSummariser().choose(candidates, words=30)
    sentences, _ = weigh(candidates)
    short = [at for at in range(len(candidates)) if 0 < sentences[at].length <= 30]
    different = leave_out_repeats([candidate.text for candidate in candidates], short)
    fit = [at for at in different if is_well_formed(candidates[at].text)]
    for size in range(1, len(fit) + 1):
        for other in combinations(fit, size):
            if sum(sentences[at].length for at in other) <= 30:
                assert covered(candidates, other) <= covered(candidates, chosen) * 1.001 + 1e-9


def test_it_covers_at_least_what_the_greedy_choice_does() -> None:
    for words in (20, 40, 60, 90):
        greedy = get_summariser("coverage").choose(NEWS, words=words)
        exact = get_summariser("coverage-exact").choose(NEWS, words=words)
        assert covered(NEWS, exact) >= covered(NEWS, greedy) * 0.999


def test_of_many_sentences_the_most_promising_are_chosen_from() -> None:
    greedy = get_summariser("coverage").choose(NEWS, words=25)
    assert ExactSummariser(limit=1).choose(NEWS, words=25) == greedy[:1]
    assert set(ExactSummariser(limit=4).choose(NEWS, words=1000)) < set(range(len(NEWS)))


def test_without_its_package_it_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(ExactNotInstalled, match=r'pip install "briefer\[exact\]"') as raised:
        ExactSummariser().choose(NEWS, words=50)
    assert isinstance(raised.value, BrieferError)
