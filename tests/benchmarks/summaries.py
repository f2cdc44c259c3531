"""How good the summaries of every summariser are, against summaries that people wrote.

    python -m tests.benchmarks.summaries PATH... [--words N] [--summariser NAME]...

PATH is a `.jsonl` or `.jsonl.gz` file, or a folder of them, with one cluster of articles per line:

    {"id": "d01", "limit_words": 100, "docs": [{"id": "a1", "text": "..."}, ...], "refs": ["...", ...],
     "theme": "what is known of the arms sales"}

`docs` stand in order of date, paragraphs on lines of their own. `theme` may be absent; with it, a
candidate is as relevant as its tf-idf cosine with the theme's words. `--words` replaces the limits.

Printed for each summariser: ROUGE-1 and ROUGE-2, recall and F1 times 100, of at most `limit_words`
words, on Porter stems with stop words kept and averaged over the references, as by ROUGE-1.5.5 with
`-n 2 -m -f A`. Beside recall stand 95 % intervals by bootstrap over the clusters; below, our default
less each other summariser, with its interval and the share of bootstrap samples on the far side of
zero, doubled (p).

Source: Lin (2004), ROUGE: a package for automatic evaluation of summaries; Koehn (2004), Statistical
significance tests for machine translation evaluation, for the paired bootstrap.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import Stemmer

from briefer.summary import Candidate, get_summariser, order_for_reading, summariser_names
from briefer.summary.languages import find_stems, stop_stems
from briefer.text.sentences import split_sentences
from tests.making import make_article

SAMPLES = 5000
MEASURES = ("R1 recall", "R1 F1", "R2 recall", "R2 F1")

_WORD = re.compile(r"[a-z0-9]+")
_PORTER = Stemmer.Stemmer("porter")

Floats = np.ndarray


@dataclass(frozen=True)
class Cluster:
    """Articles on one event, as candidates, and the summaries that people wrote of them."""

    id: str
    words: int
    candidates: tuple[Candidate, ...]
    references: tuple[str, ...]


def read_clusters(path: Path, *, words: int | None = None) -> Iterator[Cluster]:
    """The clusters of a file, or of all files of a folder by name."""
    files = sorted([*path.glob("*.jsonl"), *path.glob("*.jsonl.gz")]) if path.is_dir() else [path]
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open() as lines:
            for line in lines:
                cluster = json.loads(line)
                yield Cluster(
                    id=cluster["id"],
                    words=words or cluster["limit_words"],
                    candidates=_read_candidates(cluster),
                    references=tuple(cluster["refs"]),
                )


def rouge(summary: str, references: Sequence[str]) -> tuple[float, float, float, float]:
    """The four `MEASURES` of a summary, each in [0, 1], averaged over the references."""
    scores = [_overlap(porter_stems(summary), porter_stems(reference)) for reference in references]
    first, second, third, fourth = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return first, second, third, fourth


def score_summariser(name: str, clusters: Sequence[Cluster]) -> Floats:
    """ROUGE times 100 of a summariser, shaped (clusters, `MEASURES`)."""
    summariser = get_summariser(name)
    rows = []
    for cluster in clusters:
        chosen = summariser.choose(cluster.candidates, words=cluster.words)
        ordered = order_for_reading(cluster.candidates, chosen)
        rows.append(rouge(" ".join(cluster.candidates[at].text for at in ordered), cluster.references))
    return 100 * np.array(rows)


def resample(values: Floats) -> Floats:
    """Means of `values` over bootstrap samples of its first axis, the same samples at every call."""
    draws = np.random.default_rng(0).integers(0, len(values), (SAMPLES, len(values)))
    means: Floats = values[draws].mean(axis=1)
    return means


def p_value(means: Floats) -> float:
    """Chance of a difference this far from zero, two-sided, from bootstrap means of the difference."""
    return float(min(1.0, 2 * min((means <= 0).mean(), (means >= 0).mean())))


def _overlap(summary: Sequence[str], reference: Sequence[str]) -> list[float]:
    scores = []
    for size in (1, 2):
        ours, theirs = (
            Counter(tuple(stems[at : at + size]) for at in range(len(stems) - size + 1))
            for stems in (summary, reference)
        )
        shared = sum(min(count, theirs[gram]) for gram, count in ours.items())
        recall, precision = shared / max(1, theirs.total()), shared / max(1, ours.total())
        scores += [recall, 2 * recall * precision / (recall + precision) if shared else 0.0]
    return scores


@lru_cache(maxsize=4096)
def porter_stems(text: str) -> tuple[str, ...]:
    # ROUGE-1.5.5 leaves words of three letters and fewer alone.
    return tuple(_porter_stem(word) if len(word) > 3 else word for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=1 << 17)
def _porter_stem(word: str) -> str:
    return str(_PORTER.stemWord(word))


def _read_candidates(cluster: dict[str, object]) -> tuple[Candidate, ...]:
    docs = cluster["docs"]
    assert isinstance(docs, list)
    placed = []
    for number, doc in enumerate(docs):
        paragraphs = [line.strip() for line in doc["text"].splitlines() if line.strip()]
        article = make_article(*paragraphs)
        placed += [
            (article.words(sentence.span), number, sentence.position) for sentence in split_sentences(article)
        ]
    relevances = _relevances([text for text, *_ in placed], str(cluster.get("theme") or ""))
    return tuple(Candidate(*place, relevance) for place, relevance in zip(placed, relevances, strict=True))


def _relevances(texts: Sequence[str], theme: str) -> list[float]:
    """Cosine of each text with the theme by tf-idf; 1.0 for all without a theme."""
    if not theme:
        return [1.0] * len(texts)
    bags = [Counter(find_stems(text, "en")) for text in texts]
    holders = Counter(stem for bag in bags for stem in bag)
    asked = [stem for stem in find_stems(theme, "en") if stem not in stop_stems("en")]

    def value(stem: str) -> float:
        return math.log((len(texts) + 1) / (holders[stem] + 0.5))

    return [
        sum(bag[stem] * value(stem) ** 2 for stem in asked)
        / (math.sqrt(sum((count * value(stem)) ** 2 for stem, count in bag.items())) or 1.0)
        for bag in bags
    ]


def _print_scores(scores: dict[str, Floats]) -> None:
    print(f"{'':12}", *(f"{measure:>10}" for measure in MEASURES), "   95 % of R1 recall, R2 recall")
    for name, rows in scores.items():
        low, high = np.quantile(resample(rows), (0.025, 0.975), axis=0)
        intervals = (f"[{low[at]:.1f}, {high[at]:.1f}]" for at in (0, 2))
        print(f"{name:12}", *(f"{mean:10.2f}" for mean in rows.mean(axis=0)), "  ", *intervals)


def _print_differences(ours: str, scores: dict[str, Floats]) -> None:
    print(f"\n{ours} less ...", "R1 recall", "R2 recall", sep="\t")
    for name, rows in scores.items():
        if name == ours:
            continue
        difference = scores[ours] - rows
        means = resample(difference)
        low, high = np.quantile(means, (0.025, 0.975), axis=0)
        parts = (
            f"{difference[:, at].mean():+.2f} [{low[at]:+.2f}, {high[at]:+.2f}] p={p_value(means[:, at]):.4f}"
            for at in (0, 2)
        )
        print(f"{name:12}", *parts, sep="\t")


def main() -> None:
    parser = argparse.ArgumentParser(description="ROUGE of every summariser on clusters of articles.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--words", type=int)
    parser.add_argument("--summariser", action="append", choices=summariser_names(), metavar="NAME")
    options = parser.parse_args()
    clusters = [cluster for path in options.paths for cluster in read_clusters(path, words=options.words)]
    names = options.summariser or summariser_names()
    print(f"{len(clusters)} clusters, {sum(len(cluster.candidates) for cluster in clusters)} sentences\n")
    scores = {name: score_summariser(name, clusters) for name in names}
    _print_scores(scores)
    if len(names) > 1:
        _print_differences(names[0], scores)


if __name__ == "__main__":
    main()
