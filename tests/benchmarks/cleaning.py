"""How well text dumps are cleaned, and where the weights of the line scorer come from.

    python -m tests.benchmarks.cleaning PATH [--write]

PATH is a `.jsonl` or `.jsonl.gz` file, or a folder of them, with one page per line:

    {"url": "https://...", "gold_body": ["first paragraph", ...], "dump_main": "text", "dump_full": "text"}

`dump_main` holds the text around the article, `dump_full` that of the whole page; either may be absent.
Printed is the mean token-F1 against `gold_body`: of keeping every line, and of the cleaner with weights
learned from the pages of other sites (five folds). `--write` then learns from all pages and writes
`briefer/text/cleaning/weights.toml`, which holds numbers only.
"""

import argparse
import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

import numpy as np

from briefer.text.cleaning import classify_blocks
from briefer.text.cleaning.blocks import Block, split_blocks
from briefer.text.cleaning.features import FEATURES, measure_blocks
from briefer.text.cleaning.scoring import (
    SHAPES,
    VIEWS,
    WEIGHTS,
    Stage,
    iter_views,
    shape_chances,
)

FOLDS = 5
RIDGE = 100.0
"""Strength of the penalty on squared weights, of standardised columns."""
IS_BODY_SHARE = 0.5
"""A longer block is body if at least this share of its word four-grams is found in the gold text."""
KINDS = ("dump_main", "dump_full")

Chances = list[np.ndarray]


@dataclass(frozen=True)
class Page:
    """One dump: its blocks, what was measured of them, and which of them are body text."""

    kind: str
    fold: int
    gold: str
    blocks: tuple[Block, ...]
    features: np.ndarray
    is_body: np.ndarray
    weights: np.ndarray


def read_pages(path: Path) -> Iterator[Page]:
    files = sorted([*path.glob("*.jsonl"), *path.glob("*.jsonl.gz")]) if path.is_dir() else [path]
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open() as lines:
            for line in lines:
                yield from _pages(json.loads(line))


def _pages(row: dict[str, object]) -> Iterator[Page]:
    site = ".".join(urlsplit(str(row["url"])).netloc.split(".")[-2:])
    gold = row["gold_body"]
    assert isinstance(gold, list)
    for kind in KINDS:
        if kind in row:
            blocks = split_blocks(str(row[kind]))
            lengths = np.array([max(1, len(tokens(block.text))) for block in blocks], dtype=float)
            yield Page(
                kind,
                zlib.crc32(site.encode()) % FOLDS,
                "\n".join(gold),
                blocks,
                measure_blocks(blocks),
                label_blocks([block.text for block in blocks], gold),
                lengths**0.7,
            )


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def token_f1(found: str, gold: str) -> float:
    found_counts, gold_counts = Counter(tokens(found)), Counter(tokens(gold))
    both = (found_counts & gold_counts).total()
    return 2 * both / max(1, found_counts.total() + gold_counts.total())


def label_blocks(texts: Sequence[str], gold: Sequence[str]) -> np.ndarray:
    """1 for each block that is body text. A short one that gold holds in passing goes with its neighbours."""
    paragraphs = [tokens(paragraph) for paragraph in gold]
    words = [word for paragraph in paragraphs for word in paragraph]
    whole = {tuple(paragraph) for paragraph in paragraphs}
    grams = {size: set(zip(*(words[at:] for at in range(size)), strict=False)) for size in (2, 3, 4)}
    labels: list[int | None] = []
    for text in texts:
        own = tokens(text)
        if len(own) > 5:
            found = [gram in grams[4] for gram in zip(*(own[at:] for at in range(4)), strict=False)]
            labels.append(int(sum(found) >= IS_BODY_SHARE * len(found)))
        elif own and tuple(own) in whole:
            labels.append(1)
        else:
            labels.append(None if not own or tuple(own) in grams.get(len(own), ()) else 0)
    before = _fill(labels)
    after = _fill(labels[::-1])[::-1]
    return np.array([a & b for a, b in zip(before, after, strict=True)], dtype=float)


def _fill(labels: Sequence[int | None]) -> list[int]:
    filled, last = [], 0
    for label in labels:
        last = last if label is None else label
        filled.append(last)
    return filled


def fit(columns: Sequence[np.ndarray], pages: Sequence[Page]) -> Stage:
    """Ridge logistic regression by Newton's method; the weights are those of unscaled columns."""
    x, y = np.vstack(columns), np.concatenate([page.is_body for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    weights /= weights.mean()
    centre, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    design = np.hstack([(x - centre) / scale, np.ones((len(x), 1))])
    penalty = np.diag([RIDGE] * x.shape[1] + [1e-6])
    solution = np.zeros(design.shape[1])
    for _ in range(12):
        chances = 1 / (1 + np.exp(-np.clip(design @ solution, -30, 30)))
        gradient = design.T @ (weights * (y - chances)) - penalty @ solution
        curvature = (design * (weights * chances * (1 - chances) + 1e-9)[:, None]).T @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        solution += step
        if abs(step).max() < 1e-4:
            break
    slopes = solution[:-1] / scale
    return Stage(slopes, float(solution[-1] - centre @ slopes))


def learn(pages: Sequence[Page]) -> tuple[Stage, Stage]:
    """Both stages; the second learns from chances that the first gave to sites it had not seen."""
    views = [np.hstack(list(iter_views(page.features))) for page in pages]
    chances: Chances = [np.empty(0)] * len(pages)
    for fold in sorted({page.fold for page in pages}):
        kept = [index for index, page in enumerate(pages) if page.fold != fold]
        stage = fit([views[index] for index in kept], [pages[index] for index in kept])
        for index, page in enumerate(pages):
            if page.fold == fold:
                chances[index] = stage.chances(views[index])
    shapes = [shape_chances(chance, page.features) for chance, page in zip(chances, pages, strict=True)]
    return fit(views, pages), fit(shapes, pages)


def cross_validate(pages: Sequence[Page]) -> Chances:
    """For each page, the chances of its blocks as learned from the other sites."""
    chances: Chances = [np.empty(0)] * len(pages)
    for fold in range(FOLDS):
        first, second = learn([page for page in pages if page.fold != fold])
        for index, page in enumerate(pages):
            if page.fold == fold:
                early = first.chances(*iter_views(page.features))
                chances[index] = second.chances(shape_chances(early, page.features))
    return chances


def write_weights(path: Path, first: Stage, second: Stage) -> None:
    rows = first.weights.reshape(len(VIEWS), len(FEATURES)).T
    lines = [
        "# Weights of the line scorer, learned by tests/benchmarks/cleaning.py. Numbers, not texts.",
        "# Each row of the first stage is one feature; its columns are: " + ", ".join(VIEWS) + ".",
        "",
        "[first]",
        f"bias = {first.bias:.4g}",
        "",
        "[first.weights]",
        *(
            f"{json.dumps(name)} = [{', '.join(_number(value) for value in row)}]"
            for name, row in zip(FEATURES, rows, strict=True)
        ),
        "",
        "[second]",
        f"bias = {second.bias:.4g}",
        "",
        "[second.weights]",
        *(
            f"{json.dumps(name)} = {_number(value)}"
            for name, value in zip((*SHAPES, *FEATURES), second.weights, strict=True)
        ),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _number(value: float) -> str:
    return f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--write", action="store_true", help="learn from all pages and write weights.toml")
    options = parser.parse_args()
    pages = tuple(read_pages(options.path))
    chances = cross_validate(pages)
    for kind in KINDS:
        chosen = [(page, chance) for page, chance in zip(pages, chances, strict=True) if page.kind == kind]
        everything = mean(token_f1("\n".join(b.text for b in page.blocks), page.gold) for page, _ in chosen)
        cleaned = mean(token_f1(_clean(page, chance), page.gold) for page, chance in chosen)
        print(f"{kind}: {len(chosen)} pages, everything kept {everything:.3f}, cleaned {cleaned:.3f}")
    if options.write:
        write_weights(WEIGHTS, *learn(pages))


def _clean(page: Page, chances: np.ndarray) -> str:
    kinds = classify_blocks(page.blocks, chances.tolist())
    return "\n".join(block.text for block, kind in zip(page.blocks, kinds, strict=True) if kind is None)


if __name__ == "__main__":
    main()
