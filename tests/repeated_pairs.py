"""Pairs of sentences that are marked as saying the same or not."""

from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "text" / "cases"
HALVES = ("repeats_tuned.txt", "repeats_held_back.txt")


class Pair(NamedTuple):
    is_repeat: bool
    kind: str
    one: str
    other: str


def read_pairs(name: str) -> list[Pair]:
    """Pairs of sentences, each with whether it is marked as a repeat and how its sentences differ."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines]
    return [Pair(mark[0] == "+", mark[2:], one, other) for mark, one, other in rows]
