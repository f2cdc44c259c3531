"""The shipped weights and the code that uses them belong together."""

import tomllib

import numpy as np

from briefer.text.cleaning.blocks import split_blocks
from briefer.text.cleaning.features import FEATURES, measure_blocks
from briefer.text.cleaning.scoring import SHAPES, VIEWS, WEIGHTS, score_blocks

SENTENCE = "The minister said on Monday that the ministry would buy ten aircraft from a foreign company."


def test_every_feature_has_a_weight_for_each_view() -> None:
    weights = tomllib.loads(WEIGHTS.read_text())
    assert tuple(weights["first"]["weights"]) == FEATURES
    assert {len(row) for row in weights["first"]["weights"].values()} == {len(VIEWS)}
    assert tuple(weights["second"]["weights"]) == (*SHAPES, *FEATURES)


def test_prose_scores_above_a_menu() -> None:
    blocks = split_blocks("\n".join(["Home", "World", "Sport"]) + "\n\n" + "\n\n".join([SENTENCE] * 3))
    scores = score_blocks(blocks)
    assert max(scores[:3]) < 0.5 < min(scores[3:])


def test_measures_stay_in_their_range_for_any_shape_of_text() -> None:
    texts = ["", "x", "1", "。", "…", "A" * 5000, "a " * 5000, "#" * 300, "。！" * 400, SENTENCE]
    for text in texts:
        measured = measure_blocks(split_blocks(f"{text}\n\n{SENTENCE}"))
        assert np.isfinite(measured).all()
        assert measured.min() >= -1
        assert measured.max() <= 12


def test_no_blocks_have_no_scores() -> None:
    assert score_blocks(()) == ()
