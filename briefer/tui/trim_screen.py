"""Leave words out of a sentence; what would change its meaning is refused with the reason."""

import re
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefer.errors import TrimRefused
from briefer.model import Span
from briefer.text.hygiene import blank_controls
from briefer.tui.plain import MUTED, plain

_WORD = re.compile(r"\S+")


class TrimScreen(ModalScreen[tuple[Span, ...] | None]):
    """Mark words from one to another and cut them. Gives the cuts, or None where it was left.

    `try_cut` gives the cuts with one more, and raises TrimRefused where that would do harm.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1)", "Next word", show=False),
        Binding("left,h", "step(-1)", "Word before", show=False),
        Binding("shift+right,L", "stretch(1)", "Mark one more", show=False),
        Binding("shift+left,H", "stretch(-1)", "Mark one less", show=False),
        Binding("space,x", "cut", "Cut", show=False),
        Binding("backspace", "restore", "Put all words back", show=False),
        Binding("enter", "done", "Done", show=False),
        Binding("escape,q", "cancel", "Cancel", show=False),
    ]

    def __init__(
        self,
        text: str,
        shown: Span,
        cuts: tuple[Span, ...],
        try_cut: Callable[[tuple[Span, ...], Span], tuple[Span, ...]],
    ) -> None:
        super().__init__(classes="prompt")
        self._text, self._shown, self._cuts, self._try_cut = text, shown, cuts, try_cut
        self._words = [Span(*word.span()) for word in _WORD.finditer(text, shown.start, shown.end)]
        self._first = self._last = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="window") as window:
            window.border_title = "Trim"
            yield Static(id="trimmed")
            yield Static(
                "arrows move · shift+arrows mark · space cut · backspace all back · enter done · esc cancel",
                classes="hint",
            )

    def on_mount(self) -> None:
        self._show()

    def action_step(self, by: int) -> None:
        self._first = self._last = max(0, min(self._last + by, len(self._words) - 1))
        self._show()

    def action_stretch(self, by: int) -> None:
        self._last = max(self._first, min(self._last + by, len(self._words) - 1))
        self._show()

    def action_cut(self) -> None:
        marked = Span(self._words[self._first].start, self._words[self._last].end)
        try:
            self._cuts = self._try_cut(self._cuts, marked)
        except TrimRefused as error:
            self._say(str(error), refused=True)
        else:
            self._say("Cut; a reader sees […] there.", refused=False)
        self._show()

    def action_restore(self) -> None:
        self._cuts = ()
        self._say("All words are back.", refused=False)
        self._show()

    def action_done(self) -> None:
        self.dismiss(self._cuts)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _say(self, message: str, *, refused: bool) -> None:
        hint = self.query_one(".hint", Static)
        hint.update(plain(message, limit=600))
        hint.set_class(refused, "refused")

    def _show(self) -> None:
        start = self._shown.start
        shown = Content(blank_controls(self._text[start : self._shown.end]))
        for cut in self._cuts:
            shown = shown.stylize(f"{MUTED} strike", cut.start - start, cut.end - start)
        first, last = self._words[self._first].start, self._words[self._last].end
        shown = shown.stylize("reverse", first - start, last - start)
        self.query_one("#trimmed", Static).update(shown)
