"""LexRank, TextRank and Reduction as sumy defines them, computed for all sentences at once.

sumy compares every two sentences in Python; these give the same ratings, and so the same selection,
from sparse products. Each takes the stems of every sentence and returns one rating per sentence.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.summary.overlaps import Bags, add_up, iter_overlaps, read_bags

if TYPE_CHECKING:
    from briefer.summary.overlaps import Floats, Ints


def rate_by_lexrank(
    sentences: Sequence[Sequence[str]], *, threshold: float = 0.1, epsilon: float = 0.1
) -> "Floats":
    """How central sentences are among those whose tf-idf cosine with them exceeds `threshold`.

    Source: Erkan & Radev (2004), LexRank: graph-based lexical centrality as salience in text
    summarization; with sumy's idf, ln(n / (1 + n_w)), and its coarse `epsilon`.
    """
    import numpy as np

    bags = read_bags(sentences)
    if not bags.count:
        return np.zeros(0)
    holders = np.bincount(bags.words) if len(bags.words) else np.zeros(0)
    weights = bags.counts * np.log(bags.count / (1 + holders))[bags.words]
    lengths = np.sqrt(add_up(weights**2, bags.rows, bags.count))[bags.rows]
    weights = np.divide(weights, lengths, out=np.zeros_like(weights), where=lengths > 0)
    rows, columns, _ = _edges(bags, weights, above=threshold)
    degrees = np.maximum(np.bincount(rows, minlength=bags.count), 1)
    ratings = np.full(bags.count, 1 / bags.count)
    change = 1.0
    while change > epsilon:
        following = add_up((ratings / degrees)[rows], columns, bags.count)
        length = np.linalg.norm(following)
        if length == 0:  # no sentence is like any other, nor like itself
            break
        following /= length
        change = float(np.linalg.norm(following - ratings))
        ratings = following
    return ratings


def rate_by_textrank(
    sentences: Sequence[Sequence[str]], *, damping: float = 0.85, epsilon: float = 1e-4
) -> "Floats":
    """PageRank of sentences linked by shared words over the logarithms of their lengths.

    Source: Mihalcea & Tarau (2004), TextRank: bringing order into texts; as sumy has it, a sentence
    is linked to itself too.
    """
    import numpy as np

    bags = read_bags(sentences)
    if not bags.count:
        return np.zeros(0)
    rows, columns, shared = _edges(bags, bags.counts, above=0.0)
    norms = _log_lengths(bags, rows, columns)
    links = np.divide(shared, norms, out=shared.copy(), where=norms > 1e-8)
    links /= (add_up(links, rows, bags.count) + 1e-7)[rows]
    ratings = np.full(bags.count, 1 / bags.count)
    change = 1.0
    while change > epsilon:
        flow = add_up(links * ratings[rows], columns, bags.count)
        following = (1 - damping) / bags.count * ratings.sum() + damping * flow
        change = float(np.linalg.norm(following - ratings))
        ratings = following
    return ratings


def rate_by_reduction(sentences: Sequence[Sequence[str]]) -> "Floats":
    """Sum, over all other sentences, of shared words over the logarithms of both lengths.

    Source: Jagadeesh, Pingali & Varma's ranking as in github.com/adamfabish/Reduction, which sumy
    follows.
    """
    import numpy as np

    bags = read_bags(sentences)
    logs = np.log(np.maximum(bags.sizes, 1))
    ratings = np.zeros(bags.count)
    for top, shared in iter_overlaps(bags, bags.counts):
        mine = np.arange(len(shared))
        shared[mine, top + mine] = 0
        norms = logs[top + mine, None] + logs
        ratings[top + mine] = np.divide(shared, norms, out=np.zeros_like(shared), where=norms > 0).sum(axis=1)
    return ratings


def _edges(bags: Bags, weights: "Floats", *, above: float) -> tuple["Ints", "Ints", "Floats"]:
    """Rows, columns and values of the overlaps that exceed `above`."""
    import numpy as np

    parts = []
    for top, overlaps in iter_overlaps(bags, weights):
        # Rounded, so that what is equal in exact arithmetic falls on one side of the threshold.
        rows, columns = np.nonzero(np.round(overlaps, 12) > above)
        parts.append((rows + top, columns, overlaps[rows, columns]))
    rows, columns, values = (np.concatenate(part) for part in zip(*parts, strict=True))
    return rows, columns, values


def _log_lengths(bags: Bags, rows: "Ints", columns: "Ints") -> "Floats":
    import numpy as np

    logs = np.log(np.maximum(bags.sizes, 1))
    norms: Floats = logs[rows] + logs[columns]
    return norms
