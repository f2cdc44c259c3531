"""The themes, how much there is on each, and which are picked."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from briefer.model import Theme
from briefer.tui.plain import MUTED, bar, clip
from briefer.tui.rows import Rows

if TYPE_CHECKING:
    from briefer.browsing import Tally

_BAR, _MARK = 4, 2
_GAP = 1  # before each number


class ThemesPane(Rows):
    """One row for each theme: picked or not, title, strength, sentences and articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.pick", "Pick", id="themes.pick"),
        Binding("slash", "screen.filter_themes", "Filter", key_display="/", id="themes.filter"),
        Binding("s", "screen.sort_themes", "Sort by strength or name", show=False, id="themes.sort"),
        Binding("n", "app.new_theme", "New theme", id="themes.new"),
        Binding("right,l", "screen.go('evidence')", "To the evidence", show=False, id="themes.right"),
    ]

    def __init__(self) -> None:
        super().__init__(id="themes")
        self.border_title = "Themes"
        self.themes: tuple[Theme, ...] = ()
        self._picked: tuple[str, ...] = ()
        self._tallies: Mapping[str, Tally] = {}
        self._strongest = 0.0
        self._widths = (0, 0)

    @property
    def current(self) -> Theme | None:
        return self.themes[self.cursor] if self.themes else None

    def show_themes(self, themes: Sequence[Theme]) -> None:
        """Show these themes; the cursor stays on its theme where that is still there."""
        before = self.current
        self.themes = tuple(themes)
        here = next((place for place, theme in enumerate(themes) if theme == before), 0)
        self.set_count(len(themes), cursor=here)
        if self.current != before:
            self.post_message(self.CursorMoved(self, self.cursor))

    def show_picked(self, picked: Sequence[str], known: int) -> None:
        self._picked = tuple(picked)
        self.border_title = Content(f"Themes {len(picked)} of {known}" if known else "Themes")
        self.refresh()

    def show_tallies(self, tallies: "Mapping[str, Tally]") -> None:
        """Show how much there is on each theme; a theme that is not counted yet shows nothing."""
        self._tallies = tallies
        self._strongest = max((tally.strength for tally in tallies.values()), default=0.0)
        shown = [(_spell_short(tally.sentences), _spell_short(tally.articles)) for tally in tallies.values()]
        self._widths = (
            max((len(sentences) + _GAP for sentences, _ in shown), default=0),
            max((len(articles) + _GAP for _, articles in shown), default=0),
        )
        self.border_subtitle = "sentences, articles"
        self.refresh()

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        theme = self.themes[index]
        picked = theme.name in self._picked
        tally = self._tallies.get(theme.name)
        has_bar = width >= 30
        room = width - _MARK - 1 - sum(self._widths) - (_BAR if has_bar else 0)
        title = clip(theme.title, room)
        parts: list[str | tuple[str, str]] = [
            ("▣ ", "$accent") if picked else ("▢ ", MUTED),
            (title, "bold" if picked else "") if tally is None or tally.sentences else (title, MUTED),
            " " * (room - Content(title).cell_length + 1),
        ]
        if tally is None:
            return Content.assemble(*parts)
        share = tally.strength / self._strongest if self._strongest else 0.0
        if has_bar:
            parts.append((bar(share, _BAR) if tally.sentences else "–".ljust(_BAR), "$accent 60%"))
        for number, cells, style in zip(
            (tally.sentences, tally.articles),
            self._widths,
            ("" if tally.sentences else MUTED, MUTED),
            strict=True,
        ):
            parts.append((_spell_short(number).rjust(cells), style))
        return Content.assemble(*parts)

    def click_row(self, index: int, x: int) -> None:  # noqa: ARG002 - the cursor is there already
        if x - self.gutter.left < _MARK:
            self.call_later(self.app.run_action, "screen.pick", self)


def _spell_short(number: int) -> str:
    """At most five cells: `9,999`, `123k`."""
    return f"{number:,}" if number < 10_000 else f"{number // 1000}k"
