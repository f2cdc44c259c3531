"""Text from files on its way to the screen: never markup, never a terminal sequence."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.content import Content, Span
from textual.filter import LineFilter

from briefer.text.hygiene import blank_controls, clean_line

if TYPE_CHECKING:
    from briefer.model import Span as Place

MUTED = "$foreground 72%"
"""The style of what is read second."""


def plain(text: object, *, limit: int = 300) -> Content:
    """One line of foreign text as content that nothing parses."""
    return Content(clean_line(str(text), limit=limit))


class ControlFilter(LineFilter):
    """The last guard: no cell of any widget, toast or title carries a control or bidi character."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else segment._replace(text=blank_controls(segment.text))
            for segment in segments
        ]


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Break `text[start:end]` between words into lines of at most `width` cells, or 2.

    Returns the bounds of each line in `text`, without the space at a break. A word that is too long
    for a line is broken inside.
    """
    lines: list[tuple[int, int]] = []
    width = max(width, 2)  # the widest character has two cells
    first, last, used, place = start, start, 0, start
    while place < end:
        stop = text.find(" ", place, end)
        stop = end if stop < 0 else stop
        cells = cell_len(text[place:stop])
        gap = place - last
        if last == first:
            first, used, gap = place, 0, 0
        if last > first and used + gap + cells > width:
            lines.append((first, last))
            first, used, gap = place, 0, 0
        while cells > width:
            cut = _cut(text, place, stop, width - used - gap)
            lines.append((first, cut))
            first = place = cut
            used = gap = 0
            cells = cell_len(text[place:stop])
        used += gap + cells
        last = stop
        place = stop + 1
    if last > first:
        lines.append((first, last))
    return lines


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Where the part of `text[start:end]` ends that fits into `width` cells; at least one character."""
    cut, cells = start + 1, cell_len(text[start])
    while cut < end and cells + cell_len(text[cut]) <= width:
        cells += cell_len(text[cut])
        cut += 1
    return cut


def cut_out(text: str, start: int, end: int, styled: list[tuple["Place", str]]) -> Content:
    """`text[start:end]`, with those of the styles that fall on it."""
    spans = [
        Span(max(place.start, start) - start, min(place.end, end) - start, style)
        for place, style in styled
        if place.start < end and start < place.end
    ]
    return Content(blank_controls(text[start:end]), spans)


def bar(share: float, width: int) -> str:
    """A bar of `width` cells filled to `share` in [0, 1], in eighths of a cell."""
    eighths = max(round(share * width * 8), 1) if share > 0 else 0
    full, rest = divmod(eighths, 8)
    return ("█" * full + (" ▏▎▍▌▋▊▉"[rest] if rest else "")).ljust(width)


def clip(text: str, width: int) -> str:
    """At most `width` cells of a line, broken between words where possible, with an ellipsis."""
    if cell_len(text) <= width:
        return text
    bounds = wrap(text, 0, len(text), max(width - 1, 1))
    first, last = bounds[0]
    return text[first:last].rstrip(" ,;:.-–—") + "…"
