"""A raw text taken apart into blocks: one paragraph, headline or menu entry each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from briefer.model import LineRange

_BULLET = re.compile(r"(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+\S")
_CLOSES = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_FAR_WIDER = 1.15
_WRAPPED_WIDTH = range(40, 121)
"""Widths in characters to which mail programs, e-readers and typists wrap paragraphs."""


@dataclass(frozen=True, slots=True)
class Block:
    """Raw lines that make one paragraph; `text` is all of them with single spaces.

    `first` is the number of the first line, counted from 1; None where the raw file has no lines.
    `is_spaced` says that a blank line, or the start of the file, stands before it.
    """

    first: int | None
    lines: tuple[str, ...]
    text: str
    is_spaced: bool = True

    @classmethod
    def of(cls, first: int | None, lines: Sequence[str], *, is_spaced: bool = True) -> "Block":
        return cls(first, tuple(lines), " ".join(" ".join(lines).split()), is_spaced)

    @property
    def line_range(self) -> LineRange | None:
        return None if self.first is None else LineRange(self.first, self.first + len(self.lines) - 1)


def split_blocks(text: str) -> tuple[Block, ...]:
    """Every block of a raw text that has `\\n` line ends, in order.

    A line is a block, unless the file is wrapped by hand, at a width: then the lines of a paragraph are.
    """
    groups = tuple(_groups(text.split("\n")))
    width = _usual_width(groups) if _is_wrapped(groups) else None
    blocks: list[Block] = []
    for group in groups:
        for index, part in enumerate(_paragraphs(group, width) if width else ([line] for line in group)):
            blocks.append(Block.of(part[0][0], [line for _, line in part], is_spaced=index == 0))
    return tuple(blocks)


_NumberedLine = tuple[int, str]


def _groups(lines: Sequence[str]) -> Iterable[list[_NumberedLine]]:
    """Runs of lines without a blank line between."""
    group: list[_NumberedLine] = []
    for number, line in enumerate(lines, start=1):
        if line and not line.isspace():
            group.append((number, line.rstrip()))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(groups: Sequence[list[_NumberedLine]]) -> bool:
    """Whether most of the longer groups are paragraphs broken at one width."""
    widths = [(max(len(line) for _, line in group), group) for group in groups if len(group) > 2]
    widths = [(width, group) for width, group in widths if width >= _WRAPPED_WIDTH.start]
    if not widths or max(width for width, _ in widths) not in _WRAPPED_WIDTH:
        return False
    broken = sum(len(group) for _, group in widths if len(_paragraphs(group)) * 3 <= len(group))
    return broken * 2 > sum(len(group) for _, group in widths)


def _usual_width(groups: Sequence[list[_NumberedLine]]) -> float:
    """The width of the middle one of the longer groups."""
    return median(max(len(line) for _, line in group) for group in groups if len(group) > 2)


def _paragraphs(group: list[_NumberedLine], usual: float = inf) -> list[list[_NumberedLine]]:
    """A group parted where a line ends early, or the next one is indented or an item of a list.

    A line that was changed after the file was wrapped may be far wider than the `usual` one.
    """
    widest = max(len(line) for _, line in group)
    inner = usual if widest > _FAR_WIDER * usual else widest
    parts = [[group[0]]]
    for (_, line), (number, after) in pairwise(group):
        is_closed = bool(_CLOSES.search(line))
        # The first word of the next line would have fitted: the writer, not the width, ended this one.
        width = widest if is_closed else inner
        ends_early = len(line) + 1 + len(after.split(maxsplit=1)[0]) <= width
        # In mid-sentence no writer begins a new line.
        ends_early = ends_early and (is_closed or not after[:1].islower())
        is_indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
        if ends_early or is_indented or _BULLET.match(after.lstrip()):
            parts.append([])
        parts[-1].append((number, after))
    return parts
