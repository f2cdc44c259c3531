"""How far the order of our summaries agrees with that of summaries that people wrote.

    python -m tests.benchmarks.reading_order PATH... [--words N]

PATH is as for `tests.benchmarks.summaries`. Every sentence that our default chooses is laid beside the
sentence of the first reference that it shares most words and pairs of words with, where one stands out;
of those that have a partner, Kendall's tau compares the two orders, from -1 (reversed) to 1 (the same).
Printed: its mean for our order, for articles one after another, and for the order of choice; then ours
less the second, with its interval and p by bootstrap over the clusters.

Source: Lapata (2006), Automatic evaluation of information ordering: Kendall's tau.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from briefer.summary import get_summariser, order_for_reading
from briefer.text.sentences import split_sentences
from tests.benchmarks.summaries import Cluster, p_value, porter_stems, read_clusters, resample
from tests.making import make_article

SURELY = 4.0
"""Shared words and pairs, by their rarity in the reference, from which on two sentences are partners."""

CLEARLY = 1.2
"""How many times the next best a partner must share."""

Features = frozenset[object]


def find_partners(cluster: Cluster, chosen: Sequence[int]) -> dict[int, int]:
    """For chosen candidates the number of the reference sentence that tells the same, where one does."""
    article = make_article(*(line for line in cluster.references[0].splitlines() if line.strip()))
    reference = [_features(article.words(sentence.span)) for sentence in split_sentences(article)]
    holders = Counter(feature for features in reference for feature in features)
    partners = {}
    for at in chosen:
        own = _features(cluster.candidates[at].text)
        shared = [
            sum((3 if isinstance(feature, tuple) else 1) / holders[feature] for feature in own & features)
            for features in reference
        ]
        best, *rest = sorted(shared, reverse=True)
        if best >= SURELY and best > CLEARLY * max(rest, default=0.0):
            partners[at] = shared.index(best)
    return partners


def find_tau(order: Sequence[int], partners: Mapping[int, int]) -> float | None:
    """Kendall's tau over the pairs whose partners stand apart; None where there is no pair."""
    places = [partners[at] for at in order if at in partners]
    signs = [1 if first < second else -1 for first, second in combinations(places, 2) if first != second]
    return sum(signs) / len(signs) if signs else None


def _features(text: str) -> Features:
    stems = porter_stems(text)
    return frozenset([*stems, *pairwise(stems)])


def main() -> None:
    parser = argparse.ArgumentParser(description="Order of our summaries beside that of people's.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--words", type=int)
    options = parser.parse_args()
    rows = []
    for path in options.paths:
        for cluster in read_clusters(path, words=options.words):
            chosen = get_summariser("coverage").choose(cluster.candidates, words=cluster.words)
            partners = find_partners(cluster, chosen)
            orders = (order_for_reading(cluster.candidates, chosen), sorted(chosen), chosen)
            taus = [find_tau(order, partners) for order in orders]
            if None not in taus:
                rows.append(taus)
    values = np.array(rows, dtype=float)
    for name, tau in zip(("ours", "by article", "as chosen"), values.mean(axis=0), strict=True):
        print(f"{name:12}{tau:8.3f}")
    difference = resample(values[:, 0] - values[:, 1])
    low, high = np.quantile(difference, (0.025, 0.975))
    print(
        f"ours less by article {difference.mean():+.3f} [{low:+.3f}, {high:+.3f}] p={p_value(difference):.4f}"
    )


if __name__ == "__main__":
    main()
