"""What a screen looks like, as a text that a person can review: its words, its styles, their colours.

A picture has a part for each size of the terminal. First the screen as it is read; then, under `styles`,
the runs of each row, a letter for the style and the number of cells (rows that are alike share a line);
then, under `colours`, what each letter stands for in each look.
"""

from collections.abc import Sequence
from itertools import groupby
from string import ascii_letters
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from briefer.tui import BrieferApp

ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")


class Run(NamedTuple):
    """Neighbouring cells of one style; `colours` are foreground and background as `#rrggbb`."""

    text: str
    attributes: tuple[str, ...]
    colours: tuple[str, str]


Rows = list[list[Run]]
Key = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]
"""What a letter stands for: attributes, and the colours in each look."""


def look_at(app: BrieferApp) -> Rows:
    """The screen as it is shown now."""
    strips = app.screen._compositor.render_strips()
    return [
        _join([_make_run(segment.text, segment.style or Style()) for segment in strip if segment.text])
        for strip in strips
    ]


def _make_run(text: str, style: Style) -> Run:
    attributes = tuple(name for name in ATTRIBUTES if getattr(style, name))
    colours = [colour.get_truecolor().hex if colour else "none" for colour in (style.color, style.bgcolor)]
    if not text.strip() and not attributes:
        colours[0] = "any"  # nobody sees the colour of a blank
    return Run(text, attributes, (colours[0], colours[1]))


def _join(runs: Sequence[Run]) -> list[Run]:
    return [
        Run("".join(run.text for run in same), *style)
        for style, same in groupby(runs, key=lambda run: (run.attributes, run.colours))
    ]


def draw(looks: dict[str, Rows]) -> str:
    """One picture of a screen in several looks, which differ in nothing but their colours."""
    rows = [_lay_over([look[place] for look in looks.values()]) for place in range(len(_first(looks)))]
    letters: dict[Key, str] = {}
    lines = ["".join(run.text for run in row).rstrip() for row in _first(looks)]
    styles = []
    for row in rows:
        runs = [(letters.setdefault(key, ascii_letters[len(letters)]), cells) for key, cells in row]
        styles.append(" ".join(f"{letter}{cells}" for letter, cells in runs))
    lines.append("styles")
    place = 1
    for style, same in groupby(styles):
        last = place + len(list(same)) - 1
        lines.append(f"{place if place == last else f'{place}-{last}':<6} {style}")
        place = last + 1
    lines.append(f"colours {'':20}" + "  ".join(f"{name:<18}" for name in looks).rstrip())
    for (attributes, colours), letter in letters.items():
        shown = [f"{fore} on {back}" for fore, back in colours]
        lines.append(
            f"{letter} {' '.join(attributes):<26}" + "  ".join(f"{pair:<18}" for pair in shown).rstrip()
        )
    return "\n".join(lines) + "\n"


def _first(looks: dict[str, Rows]) -> Rows:
    return next(iter(looks.values()))


def _lay_over(rows: Sequence[Sequence[Run]]) -> list[tuple[Key, int]]:
    """The runs in which no look changes its style, each with its cells."""
    cells = [[(run.attributes, run.colours, letter) for run in row for letter in run.text] for row in rows]
    assert len({"".join(letter for *_, letter in row) for row in cells}) == 1, "looks differ in their words"
    keyed = [
        ((column[0][0], tuple(colours for _, colours, _ in column)), cell_len(column[0][2]))
        for column in zip(*cells, strict=True)
    ]
    return [(key, sum(width for _, width in same)) for key, same in groupby(keyed, key=lambda one: one[0])]


def find_faint(rows: Rows, least: float) -> list[str]:
    """The words whose colour stands out from what is behind them by less than `least`."""
    return [
        f"{run.text.strip()} ({run.colours[0]} on {run.colours[1]})"
        for row in rows
        for run in row
        if any(letter.isalnum() for letter in run.text) and contrast(*run.colours) < least
    ]


def contrast(fore: str, back: str) -> float:
    """How well two colours can be told apart, from 1 to 21.

    Source: WCAG 2.2, contrast ratio.
    """
    one, other = sorted((_luminance(fore), _luminance(back)))
    return (other + 0.05) / (one + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
