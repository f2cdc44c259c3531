"""How much of our key points stands in the summaries that people wrote of the same articles.

    python -m tests.benchmarks.key_points PATH... [--clusters N]

PATH is as for `tests.benchmarks.summaries`. Every N clusters (10 where nothing is said) are put into one
folder, as news of many events that an analyst keeps, and every sentence that can be read alone may become a
key point. Printed is the share of pairs of words in which a key point and a summary of its own cluster
agree: of our five for each folder, of five that open an article, and of five drawn by lot; then ours less
the openings, with p by bootstrap over the folders.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from briefer.analysis.key_points import select_key_points
from briefer.analysis.selection import Printed, words_of
from briefer.model import Article, Evidence, ThemeScore
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from tests.benchmarks.summaries import Cluster, p_value, porter_stems, read_clusters, resample
from tests.making import make_article

MOST = 5
WORDS = 200


@dataclass(frozen=True)
class Folder:
    """Articles by id, what may become a key point, and the references by article id."""

    articles: Mapping[str, Article]
    pool: tuple[Evidence, ...]
    references: Mapping[str, tuple[str, ...]]


def make_folder(clusters: Sequence[Cluster]) -> Folder:
    articles: dict[str, Article] = {}
    references: dict[str, tuple[str, ...]] = {}
    for cluster in clusters:
        for number in sorted({candidate.article for candidate in cluster.candidates}):
            texts = [candidate.text for candidate in cluster.candidates if candidate.article == number]
            article = make_article(*texts, name=f"{cluster.id}-{number}.txt")
            articles[article.id] = article
            references[article.id] = cluster.references
    return Folder(articles, tuple(_iter_pool(articles.values())), references)


def _iter_pool(articles: Iterable[Article]) -> Iterator[Evidence]:
    for article in articles:
        for passage in split_passages(split_sentences(article)):
            excerpt = find_excerpt(article, passage)
            if excerpt.dependence is None:
                yield Evidence(excerpt, ThemeScore("all", passage, 1.0, ()), 1.0)


def agreement(folder: Folder, chosen: Sequence[Evidence]) -> float:
    """Mean share, times 100, of the pairs of words of each that stand in a reference of its cluster."""
    shares = []
    for found in chosen:
        own = list(pairwise(porter_stems(words_of(found.excerpt, folder.articles))))
        references = folder.references[found.excerpt.sentence.article_id]
        known = {pair for reference in references for pair in pairwise(porter_stems(reference))}
        shares.append(sum(pair in known for pair in own) / max(1, len(own)))
    return 100 * float(np.mean(shares)) if shares else 0.0


def choices(folder: Folder) -> tuple[Sequence[Evidence], ...]:
    """Our key points, openings of articles, and some by lot."""
    draw = random.Random(7)  # noqa: S311
    ours = select_key_points([folder.pool], folder.articles, Printed(), limit=MOST, words=WORDS)
    openings = [found for found in folder.pool if found.excerpt.sentence.position == 0]
    return (
        ours,
        draw.sample(openings, min(MOST, len(openings))),
        draw.sample(folder.pool, min(MOST, len(folder.pool))),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Key points beside the summaries that people wrote.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--clusters", type=int, default=10)
    options = parser.parse_args()
    clusters = [cluster for path in options.paths for cluster in read_clusters(path)]
    size = options.clusters
    folders = [make_folder(clusters[at : at + size]) for at in range(0, len(clusters), size)]
    values = np.array([[agreement(folder, chosen) for chosen in choices(folder)] for folder in folders])
    for name, share in zip(("key points", "openings", "by lot"), values.mean(axis=0), strict=True):
        print(f"{name:12}{share:6.1f} %")
    difference = resample(values[:, 0] - values[:, 1])
    print(f"key points less openings {difference.mean():+.1f} p={p_value(difference):.4f}")


if __name__ == "__main__":
    main()
