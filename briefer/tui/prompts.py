"""Small windows that ask for one thing and give it back."""

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.rows import Rows


class LinePrompt(ModalScreen[str | None]):
    """One line of text; enter gives it, escape None. `check` raises ValueError for what cannot be used."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Cancel", show=False)]

    def __init__(
        self, title: str, value: str, *, hint: str, check: Callable[[str], object] = lambda typed: typed
    ) -> None:
        super().__init__(classes="prompt")
        self._title, self._value, self._hint, self._check = title, value, hint, check

    def compose(self) -> ComposeResult:
        with Vertical(classes="window") as window:
            window.border_title = plain(self._title)
            yield Input(self._value, select_on_focus=False)
            yield Static(plain(self._hint), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        typed = clean_line(event.value, limit=2000)
        try:
            self._check(typed)
        except ValueError as error:
            hint = self.query_one(".hint", Static)
            hint.update(plain(error))
            hint.add_class("refused")
        else:
            self.dismiss(typed)

    def action_dismiss(self, result: object = None) -> None:  # type: ignore[override] # noqa: ARG002
        self.dismiss(None)


class TextPrompt(ModalScreen[str | None]):
    """Some paragraphs of the analyst's text. `on_change` hears of every keystroke, so nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "Done", show=False),
        Binding("ctrl+s", "done", "Done", show=False),
    ]

    def __init__(self, title: str, value: str, *, on_change: Callable[[str], None]) -> None:
        super().__init__(classes="prompt")
        self._title, self._value, self._on_change = title, value, on_change

    def compose(self) -> ComposeResult:
        with Vertical(classes="window text") as window:
            window.border_title = plain(self._title)
            yield TextArea(self._value, soft_wrap=True, tab_behavior="focus")
            yield Static("esc done; saved while you type", classes="hint")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _tell(self, event: TextArea.Changed) -> None:
        if event.text_area.text != self._value:
            self._value = event.text_area.text
            self._on_change(self._value)

    def action_done(self) -> None:
        self.dismiss(self.query_one(TextArea).text)


class OptionRows(Rows):
    """Options to choose from, a line each; with `ticked`, any number of them."""

    def __init__(self, options: Sequence[tuple[str, str]], *, ticked: Collection[int] | None = None) -> None:
        super().__init__()
        self.options = options
        self.ticked = None if ticked is None else set(ticked)

    def on_mount(self) -> None:
        self.set_count(len(self.options))

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        name, note = (clean_line(text) for text in self.options[index])
        tick = "" if self.ticked is None else "▣ " if index in self.ticked else "▢ "
        note = clip(note, width // 2)
        room = width - len(tick) - Content(note).cell_length - 2
        shown = clip(name, room)
        gap = " " * (room - Content(shown).cell_length + 1)
        return Content.assemble((tick, "$accent"), shown, gap, (note, MUTED))

    def toggle(self, index: int) -> None:
        if self.ticked is not None:
            self.ticked ^= {index}
            self.refresh()

    def click_row(self, index: int, x: int) -> None:  # noqa: ARG002 - a click anywhere in the row counts
        if self.ticked is None:
            self.action_choose()
        else:
            self.toggle(index)


class ChoicePrompt(ModalScreen[int | None]):
    """One of some options, each with a note; gives its position, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "cancel", "Cancel", show=False)]

    def __init__(self, title: str, options: Sequence[tuple[str, str]], *, chosen: int = 0) -> None:
        super().__init__(classes="prompt")
        self._title, self._options, self._chosen = title, options, chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="window list") as window:
            window.border_title = plain(self._title)
            yield OptionRows(self._options)
            yield Static("enter choose · esc cancel", classes="hint")

    def on_mount(self) -> None:
        rows = self.query_one(OptionRows)
        rows.styles.height = min(max(len(self._options), 1), 16)
        self.call_after_refresh(setattr, rows, "cursor", self._chosen)

    @on(Rows.Chosen)
    def _choose(self, event: Rows.Chosen) -> None:
        self.dismiss(event.index)

    def action_cancel(self) -> None:
        self.dismiss(None)


class ChecklistPrompt(ModalScreen[frozenset[int] | None]):
    """Any of some options; gives the positions of the ticked ones, or None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel", show=False),
        Binding("space", "tick", "Tick", show=False),
    ]

    def __init__(self, title: str, options: Sequence[tuple[str, str]], *, ticked: Collection[int]) -> None:
        super().__init__(classes="prompt")
        self._title, self._options, self._ticked = title, options, ticked

    def compose(self) -> ComposeResult:
        with Vertical(classes="window list") as window:
            window.border_title = plain(self._title)
            yield OptionRows(self._options, ticked=self._ticked)
            yield Static("space toggle · enter done · esc cancel", classes="hint")

    def on_mount(self) -> None:
        self.query_one(OptionRows).styles.height = min(max(len(self._options), 1), 16)

    @on(Rows.Chosen)
    def _done(self) -> None:
        self.dismiss(frozenset(self.query_one(OptionRows).ticked or ()))

    def action_tick(self) -> None:
        rows = self.query_one(OptionRows)
        rows.toggle(rows.cursor)

    def action_cancel(self) -> None:
        self.dismiss(None)
