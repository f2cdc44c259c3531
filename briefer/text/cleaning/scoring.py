"""How likely each block of a text dump is to be body text.

Two logistic regressions, one after the other. The first sees a block and its neighbours; the second
sees what the first made of the whole file: where the body begins, how dense it is, where it ends. The
weights are learned by `tests/benchmarks/cleaning.py` from pages whose body text is known.

Source: stacked sequential learning, Cohen & Carvalho (2005); shallow text features for boilerplate
detection, Kohlschütter, Fankhauser & Nejdl (2010).
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefer.text.cleaning.blocks import Block
from briefer.text.cleaning.features import FEATURES, measure_blocks

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).with_name("weights.toml")
VIEWS = ("own", "2 before", "1 before", "1 after", "2 after", "4 before", "4 after", "12 before", "12 after")
"""From where the first stage sees each feature: single neighbours, then means over as many of them."""
_REACHES = (3, 6, 12, 25)
_NEIGHBOURS = range(-3, 4)
SHAPES = (
    *(f"logit {offset:+}" for offset in _NEIGHBOURS),
    *(f"share {side} {reach}" for reach in _REACHES for side in ("before", "after")),
    "inside", "inside logit", "distance before", "distance after", "body before", "body after",
    "body in core", "inside to end", "inside from start", "body words", "inside controls", "inside label",
    "inside ends sentence", "inside words",
)  # fmt: skip
"""Names of what the second stage sees besides the features of the block itself."""
_WORDS_AT_MOST = 60
"""A longer block weighs no more than this many words: one huge block is not an article."""
_CORE = 0.4
"""Chance of being body above which a block pulls the core of the file towards it."""


class Stage(NamedTuple):
    """A logistic regression: chance = 1 / (1 + exp(-(columns @ weights + bias)))."""

    weights: "np.ndarray"
    bias: float

    def chances(self, *parts: "np.ndarray") -> "np.ndarray":
        """The chance of each row; `parts` are columns side by side, and are not joined to save memory."""
        import numpy as np

        odds = np.full(len(parts[0]), self.bias)
        start = 0
        for part in parts:
            odds += part @ self.weights[start : start + part.shape[1]]
            start += part.shape[1]
        odds = np.clip(odds, -30, 30)
        chances: np.ndarray = 1 / (1 + np.exp(-odds))
        return chances


def score_blocks(blocks: Sequence[Block]) -> tuple[float, ...]:
    """For each block, how likely it is to be body text, 0..1."""
    if not blocks:
        return ()
    first, second = _load_stages()
    features = measure_blocks(blocks)
    chances = first.chances(*iter_views(features))
    return tuple(second.chances(shape_chances(chances, features)).tolist())


@lru_cache(maxsize=1)
def _load_stages() -> tuple[Stage, Stage]:
    import numpy as np

    table = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = np.array([table["first"]["weights"][name] for name in FEATURES])
    second = np.array([table["second"]["weights"][name] for name in (*SHAPES, *FEATURES)])
    return Stage(rows.T.ravel(), table["first"]["bias"]), Stage(second, table["second"]["bias"])


def iter_views(features: "np.ndarray") -> "Iterator[np.ndarray]":
    """The columns of the first stage: all features, once for each of `VIEWS`."""
    import numpy as np

    count = len(features)
    padded = np.pad(features, ((2, 2), (0, 0)))
    yield features
    for offset in (-2, -1, 1, 2):
        yield padded[2 + offset : 2 + offset + count]
    sums = np.vstack([np.zeros((1, features.shape[1])), np.cumsum(features, axis=0)])
    for reach in (4, 12):
        for start, end in _windows(count, reach):
            yield (sums[end] - sums[start]) / reach


def shape_chances(chances: "np.ndarray", features: "np.ndarray") -> "np.ndarray":
    """The columns of the second stage: `SHAPES` of the first stage's chances, then the features."""
    import numpy as np

    count = len(chances)
    logits = np.clip(np.log(chances + 1e-4) - np.log(1 - chances + 1e-4), -5, 5)
    padded = np.pad(logits, 3, constant_values=-3)
    words = np.clip(np.expm1(features[:, FEATURES.index("words")]), 1, _WORDS_AT_MOST)
    body, all_words = (np.append(0.0, np.cumsum(column)) for column in (chances * words, words))
    start, end = _core((chances - _CORE) * words)
    places = np.arange(count)
    inside = ((places >= start) & (places < end)).astype(float)
    total = body[-1] + 1
    own = {
        name: features[:, FEATURES.index(name)] for name in ("controls", "label", "ends sentence", "words")
    }
    columns = [
        *(padded[3 + offset : 3 + offset + count] for offset in _NEIGHBOURS),
        *(
            (body[high] - body[low]) / (all_words[high] - all_words[low] + 10)
            for reach in _REACHES
            for low, high in _windows(count, reach)
        ),
        inside,
        inside * logits,
        np.log1p(np.maximum(0, start - places)),
        np.log1p(np.maximum(0, places - end + 1)),
        body[:-1] / total,
        1 - body[1:] / total,
        np.full(count, (body[end] - body[start]) / total),
        inside * np.log1p(np.maximum(0, end - places)),
        inside * np.log1p(np.maximum(0, places - start)),
        np.full(count, np.log(total)),
        *(inside * column for column in own.values()),
    ]
    return np.hstack([np.column_stack(columns), features])


def _windows(count: int, reach: int) -> "list[tuple[np.ndarray, np.ndarray]]":
    """First and last-but-one place of the `reach` blocks before, then after, each block."""
    import numpy as np

    places = np.arange(count)
    before = (np.maximum(0, places - reach), places)
    after = (np.minimum(count, places + 1), np.minimum(count, places + 1 + reach))
    return [before, after]


def _core(gains: "np.ndarray") -> tuple[int, int]:
    """The run of blocks with the largest sum (Kadane), as a half-open range; empty if none is positive."""
    best, best_range, running, start = 0.0, (0, 0), 0.0, 0
    for place, gain in enumerate(gains.tolist()):
        if running <= 0:
            running, start = 0.0, place
        running += gain
        if running > best:
            best, best_range = running, (start, place + 1)
    return best_range
