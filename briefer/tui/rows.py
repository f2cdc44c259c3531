"""A list that draws only the lines in sight, so that 100,000 rows cost what ten cost."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, wrap


class Rows(ScrollView, can_focus=True):
    """Rows of one height with a cursor. A subclass draws a line of a row when it comes in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="rows.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="rows.up"),
        Binding("pagedown,ctrl+f,ctrl+d", "page(1)", "Page down", show=False, id="rows.page-down"),
        Binding("pageup,ctrl+b,ctrl+u", "page(-1)", "Page up", show=False, id="rows.page-up"),
        Binding("home,g", "move_to(0)", "First row", show=False, id="rows.first"),
        Binding("end,G", "move_to(-1)", "Last row", show=False, id="rows.last"),
        Binding("enter", "choose", "Open", show=False, id="rows.open"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--hover"}
    DEFAULT_CSS = """
    Rows {
        text-wrap: nowrap;
        text-overflow: ellipsis;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .rows--hover { background: $row-hovered; }
        & > .rows--cursor { background: $row-cursor; }
        &:focus > .rows--cursor { background: $row-focused; }
    }
    """

    cursor: reactive[int] = reactive(0)
    hovered: reactive[int | None] = reactive(None)

    class CursorMoved(Message):
        """The cursor stands on another row, or on another thing in the same row."""

        def __init__(self, rows: "Rows", index: int) -> None:
            super().__init__()
            self.rows, self.index = rows, index

        @property
        def control(self) -> "Rows":
            return self.rows

    class Chosen(Message):
        """A row was opened, with enter or a second click."""

        def __init__(self, rows: "Rows", index: int) -> None:
            super().__init__()
            self.rows, self.index = rows, index

        @property
        def control(self) -> "Rows":
            return self.rows

    def __init__(self, *, row_height: int = 1, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.row_height = row_height
        self._count = 0
        self._notice = ""

    @property
    def count(self) -> int:
        return self._count

    def draw_line(self, index: int, line: int, width: int) -> Content:
        """Line `line` of row `index`, at most `width` cells."""
        raise NotImplementedError

    def set_count(self, count: int, *, cursor: int | None = None) -> None:
        """Show `count` rows; the cursor stays where it is unless it is told, or would leave the list."""
        self._count = count
        self.virtual_size = Size(0, count * self.row_height)
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, count - 1))
        self.refresh()

    def show_notice(self, notice: str) -> None:
        """What to say where there are no rows."""
        self._notice = clean_line(notice, limit=1000)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not self._count:
            return self._render_notice(y, width)
        index, line = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= self._count:
            return Strip.blank(width, self.rich_style)
        states = []
        if index == self.cursor:
            states.append("rows--cursor")
        elif index == self.hovered:
            states.append("rows--hover")
        style = self.get_visual_style(*states)
        room = width - self.show_vertical_scrollbar  # a gap before the scrollbar
        strips = Visual.to_strips(self, self.draw_line(index, line, room), room, 1, style, pad=True)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        return strip.extend_cell_length(width, style.rich_style)

    def _render_notice(self, y: int, width: int) -> Strip:
        lines = wrap(self._notice, 0, len(self._notice), max(width - 2, 1))
        if not 0 < y <= len(lines):
            return Strip.blank(width, self.rich_style)
        start, end = lines[y - 1]
        notice = Content.assemble(" ", (self._notice[start:end], MUTED))
        strips = Visual.to_strips(self, notice, width, 1, self.visual_style, pad=True)
        return strips[0].extend_cell_length(width, self.rich_style)

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        for index in (before, now):
            self.refresh_lines(index * self.row_height, self.row_height)
        self._show_cursor()
        self.post_message(self.CursorMoved(self, now))

    def watch_hovered(self, before: int | None, now: int | None) -> None:
        for index in (before, now):
            if index is not None:
                self.refresh_lines(index * self.row_height, self.row_height)

    def action_move(self, by: int) -> None:
        self.cursor += by

    def action_page(self, by: int) -> None:
        self.cursor += by * max(1, self.size.height // self.row_height - 1)

    def action_move_to(self, index: int) -> None:
        self.cursor = index if index >= 0 else self._count + index

    def action_choose(self) -> None:
        if self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        index = self._row_at(event.y)
        if index is None:
            return
        again = index == self.cursor and event.chain == 2
        self.cursor = index
        self.click_row(index, event.x)
        if again:
            self.action_choose()

    def click_row(self, index: int, x: int) -> None:
        """What a click at column `x` of a row does besides moving the cursor; nothing by default."""

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self.hovered = self._row_at(event.y)

    def on_leave(self) -> None:
        self.hovered = None

    def on_resize(self) -> None:
        self._show_cursor()

    def _row_at(self, y: int) -> int | None:
        index = (y - self.gutter.top + self.scroll_offset.y) // self.row_height
        return index if 0 <= index < self._count else None

    def _show_cursor(self) -> None:
        if self._count:
            region = Region(0, self.cursor * self.row_height, 1, self.row_height)
            self.scroll_to_region(region, animate=False, force=True)
