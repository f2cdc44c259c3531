"""Which pairs of sentences say the same: a corpus marked by hand, over the decision that briefs use.

In the case files "+" marks a pair of which a reader needs only one, "-" a pair of which either says
something that the other does not; the word behind it tells how the two differ. Half of the pairs were
put aside before the rules were tuned. On the first run over that half, before any change for these
pairs, precision was .884 and recall .576; the first run after tuning over the other half had .963 and
.788. What is missed says the same in other words throughout.
"""

import pytest

from briefer.text.similarity import says_the_same
from tests.repeated_pairs import HALVES, read_pairs


@pytest.mark.parametrize(("name", "recall"), list(zip(HALVES, (0.89, 0.77), strict=True)))
def test_repeats_are_told_from_what_only_looks_alike(name: str, recall: float) -> None:
    pairs = read_pairs(name)
    found = [pair for pair in pairs if says_the_same(pair.one, pair.other)]
    right = sum(pair.is_repeat for pair in found)
    assert right / len(found) >= 0.96
    assert right / sum(pair.is_repeat for pair in pairs) >= recall


def test_the_corpus_has_three_hundred_pairs_of_either_mark_and_none_twice() -> None:
    pairs = [pair for name in HALVES for pair in read_pairs(name)]
    assert len(pairs) >= 300
    assert min(sum(pair.is_repeat for pair in pairs), sum(not pair.is_repeat for pair in pairs)) > 130
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)


@pytest.mark.parametrize("name", HALVES)
def test_the_decision_is_the_same_from_either_side(name: str) -> None:
    pairs = read_pairs(name)
    forth = [says_the_same(pair.one, pair.other) for pair in pairs]
    assert forth == [says_the_same(pair.other, pair.one) for pair in pairs]
