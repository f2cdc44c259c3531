"""How many sentences of a summary cannot be read alone, ours against each method of sumy.

    python -m tests.benchmarks.readability PATH...

PATH holds clusters in the format of `tests.benchmarks.summaries`. Printed for each way to a summary: how
many pieces it printed, and the share of them, in percent, of which the project's own judge says that they
lean on words not printed. Ours choose as `briefer summarise` does, and a piece may be a sentence with the
one before it or with words in brackets; those of sumy are single sentences. The judge also steers our
choice, so that ours is low by construction: what the judge itself misses only reading can show.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.model import Article
from briefer.summarising import summarise_articles
from briefer.summary import get_summariser, summariser_names
from briefer.text.brackets import read_through, supply
from briefer.text.openings import find_dependence
from tests.benchmarks.summaries import read_clusters
from tests.making import make_article

OURS = ("coverage", "coverage-exact", "lead")


def read_articles(path: Path) -> Iterator[tuple[tuple[Article, ...], int]]:
    """The articles of each cluster of a file, with the words that a summary of them may have."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            cluster = json.loads(line)
            texts = [
                [part for part in found["text"].splitlines() if part.strip()] for found in cluster["docs"]
            ]
            yield (
                tuple(
                    make_article(*parts, name=f"{place}.txt") for place, parts in enumerate(texts) if parts
                ),
                cluster["limit_words"],
            )


def iter_ours(name: str, path: Path) -> Iterator[str]:
    """What `briefer summarise` prints, read with the words in brackets in the place of what they explain."""
    for articles, words in read_articles(path):
        by_id = {article.id: article for article in articles}
        for found in summarise_articles(articles, None, words=words, summariser=get_summariser(name)):
            excerpt = found.excerpt
            text = supply(by_id[excerpt.sentence.article_id].text, excerpt.span, excerpt.repairs)
            yield read_through(text, excerpt.repairs)


def iter_sumy(name: str, path: Path) -> Iterator[str]:
    """The sentences that a method chooses from all that the articles have."""
    for cluster in read_clusters(path):
        for at in get_summariser(name).choose(cluster.candidates, words=cluster.words):
            yield cluster.candidates[at].text


def print_share(name: str, pieces: Sequence[str]) -> None:
    unreadable = sum(find_dependence(piece) is not None for piece in pieces)
    print(f"{name:<14}{len(pieces):>8}{100 * unreadable / max(len(pieces), 1):>14.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    paths = parser.parse_args().paths
    files = [
        file
        for path in paths
        for file in (sorted([*path.glob("*.jsonl"), *path.glob("*.jsonl.gz")]) if path.is_dir() else [path])
    ]
    print(f"{'':<14}{'printed':>8}{'% unreadable':>14}")
    for name in summariser_names():
        pieces = iter_ours if name in OURS else iter_sumy
        print_share(name, [piece for file in files for piece in pieces(name, file)])


if __name__ == "__main__":
    main()
