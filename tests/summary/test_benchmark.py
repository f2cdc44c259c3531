"""The yardstick itself: ROUGE on examples counted by hand."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.summaries import p_value, read_clusters, resample, rouge, score_summariser


def test_rouge_counts_shared_stems_and_pairs_of_stems() -> None:
    # Shared: ships, left, port (of 4 and 5 words); pairs: left-port of 3 and 4.
    r1, f1, r2, f2 = rouge("Ships left port early", ["The ship quietly left port"])
    assert [r1, r2] == pytest.approx([3 / 5, 1 / 4])
    assert [f1, f2] == pytest.approx([2 * 0.6 * 0.75 / (0.6 + 0.75), 2 * (1 / 4) * (1 / 3) / (1 / 4 + 1 / 3)])


def test_a_repeated_word_counts_as_often_as_the_reference_has_it_and_references_are_averaged() -> None:
    assert rouge("port port port", ["port port gate"])[0] == pytest.approx(2 / 3)
    assert rouge("port", ["port", "gate"])[0] == pytest.approx(1 / 2)
    assert rouge("", ["port"]) == (0, 0, 0, 0)


def test_a_difference_that_no_sample_reverses_is_certain() -> None:
    assert p_value(resample(np.full(20, 0.3))) == 0
    assert p_value(resample(np.array([1.0, -1.0] * 10))) > 0.5


def test_clusters_are_read_with_their_theme_and_scored(tmp_path: Path) -> None:
    cluster = {
        "id": "d1",
        "limit_words": 12,
        "docs": [
            {"id": "a", "text": "Grain ships left the port of Odessa.\nDrones crossed the border of Poland."}
        ],
        "refs": ["Drones crossed the border."],
        "theme": "drones",
    }
    (tmp_path / "one.jsonl").write_text(json.dumps(cluster) + "\n")
    (read,) = read_clusters(tmp_path)
    assert [candidate.position for candidate in read.candidates] == [0, 1]
    assert read.candidates[1].relevance > read.candidates[0].relevance == 0
    ((r1, *_),) = score_summariser("coverage", [read])
    assert r1 == pytest.approx(100)
