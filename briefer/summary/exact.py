"""The best summary there is by the weights of our default, found by an integer programme.

The greedy choice of `coverage` can miss the sentences that together cover most. Here the coverage
itself is maximised: with x_s for "sentence s is chosen", z_c for "concept c is covered",

    maximise    sum of w_c z_c
    subject to  z_c <= sum of x_s over the sentences that hold c,   sum of length_s x_s <= words

A concept that one sentence alone holds needs no z_c: its weight is that sentence's own.

Of many sentences only the most promising enter, those that alone would cover most for their length:
beyond a few hundred the solver takes minutes.

Source: Gillick & Favre (2009), A scalable global model for summarization. Solved by HiGHS through scipy,
which is an optional part: `pip install "briefer[exact]"`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefer.errors import BrieferError
from briefer.summary.candidates import Candidate, Gain
from briefer.summary.coverage import (
    LENGTH_POWER,
    CandidateWords,
    CoverageSummariser,
    is_well_formed,
    pick_sentences,
    rate_sentences,
    read_sentences,
    weigh_concepts,
)
from briefer.text.similarity import SeenTexts

_MOST_SENTENCES = 250
_MOST_NODES = 300
"""Branches tried before the best found so far is taken: a count, for a limit of time is never the same."""

_CLOSE_ENOUGH = 1e-4
"""Share of the best possible coverage that may be missing."""


class ExactNotInstalled(BrieferError):
    """The package that solves integer programmes is not there."""

    def __init__(self) -> None:
        super().__init__(
            "Summariser 'coverage-exact' needs scipy, which is not installed. "
            "Type pip install \"briefer[exact]\", or choose the summariser 'coverage'."
        )


@dataclass(frozen=True, slots=True)
class ExactSummariser:
    """Coverage of concepts at its maximum."""

    name: str = "coverage-exact"
    limit: int = _MOST_SENTENCES

    def choose(self, candidates: Sequence[Candidate], *, words: int, language: str = "en") -> tuple[int, ...]:
        """As `Summariser.choose`, from the `limit` most promising of the candidates.

        Raises:
            ExactNotInstalled: there is no scipy.
        """
        sentences, shares = read_sentences(candidates, language)
        weights = weigh_concepts(sentences, rate_sentences(sentences), shares)
        texts = [candidate.text for candidate in candidates]
        fit = leave_out_repeats(texts, [at for at in range(len(texts)) if 0 < sentences[at].length <= words])
        for among in ([at for at in fit if is_well_formed(texts[at])], fit):
            promising = _most_promising(sentences, weights, among, self.limit)
            if chosen := _maximise(sentences, weights, promising, words=words):
                best_first = pick_sentences(texts, sentences, weights, among=chosen, words=words)
                return (*best_first, *(at for at in chosen if at not in best_first))
        return ()

    def explain(
        self, candidates: Sequence[Candidate], chosen: Sequence[int], *, language: str = "en"
    ) -> tuple[tuple[Gain, ...], ...]:
        """As `Explainer.explain`."""
        return CoverageSummariser().explain(candidates, chosen, language=language)


def leave_out_repeats(texts: Sequence[str], places: Sequence[int]) -> list[int]:
    """Of places whose texts say the same the first."""
    seen = SeenTexts()
    kept = []
    for at in places:
        if seen.find(texts[at]) is None:
            seen.add(texts[at])
            kept.append(at)
    return kept


def _most_promising(
    sentences: Sequence[CandidateWords], weights: Sequence[float], among: Sequence[int], most: int
) -> list[int]:
    """At most `most` of `among`, in order: those that alone cover most for their length."""

    def gain(at: int) -> float:
        covered = sum(weights[concept] for concept in sentences[at].concepts)
        return float(covered / sentences[at].length ** LENGTH_POWER)

    return sorted(sorted(among, key=lambda at: (-gain(at), at))[:most])


def _maximise(
    sentences: Sequence[CandidateWords], weights: Sequence[float], among: Sequence[int], *, words: int
) -> list[int]:
    """Of the sentences `among` those that together cover most, in order; empty where nothing fits."""
    if not among:
        return []
    try:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    except ImportError as error:
        raise ExactNotInstalled from error
    holders = Counter(concept for at in among for concept in sentences[at].concepts)
    columns = {concept: len(among) + n for n, concept in enumerate(c for c in holders if holders[c] > 1)}
    own = [
        sum(weights[concept] for concept in sentences[at].concepts if holders[concept] == 1) for at in among
    ]
    size = len(among) + len(columns)
    rows = _links(sentences, among, columns)
    covering = csr_array((rows.values, (rows.rows, rows.columns)), shape=(max(1, len(columns)), size))
    lengths = np.zeros((1, size))
    lengths[0, : len(among)] = [sentences[at].length for at in among]
    found = milp(
        c=-np.array([*own, *(weights[concept] for concept in columns)]),
        integrality=np.array([1] * len(among) + [0] * len(columns)),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(covering, -np.inf, 0), LinearConstraint(lengths, -np.inf, words)],
        options={"node_limit": _MOST_NODES, "mip_rel_gap": _CLOSE_ENOUGH},
    )
    if found.x is None:
        return []
    return [at for at, share in zip(among, found.x, strict=False) if share > 0.5]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a sparse matrix."""

    rows: list[int]
    columns: list[int]
    values: list[float]


def _links(sentences: Sequence[CandidateWords], among: Sequence[int], columns: Mapping[int, int]) -> _Cells:
    """A row for each concept that several hold: its column less those of the sentences that hold it."""
    cells = _Cells([], [], [])
    for row, column in enumerate(columns.values()):
        cells.rows.append(row)
        cells.columns.append(column)
        cells.values.append(1.0)
    for place, at in enumerate(among):
        for concept in sentences[at].concepts:
            if concept in columns:
                cells.rows.append(columns[concept] - len(among))
                cells.columns.append(place)
                cells.values.append(-1.0)
    return cells
