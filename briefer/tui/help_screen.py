"""All keys, by the place where they work."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefer.tui.keys import Action
from briefer.tui.plain import MUTED

_KEYS, _TITLE = 16, 36


class HelpScreen(ModalScreen[None]):
    """A page to scroll; any of ?, q and escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "Back", show=False),
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__(classes="prompt")
        self._actions = actions

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="window help") as window:
            window.border_title = "All keys"
            window.border_subtitle = "esc back"
            yield Static(Content("\n").join(self._lines()), id="keys")

    def _lines(self) -> list[Content]:
        lines = []
        for place, actions in groupby(self._actions, key=lambda action: action.place):
            lines += [Content.styled(place, "bold $accent")]
            for action in actions:
                keys = " ".join(action.keys)
                title = f"{action.title:<{_TITLE}}"
                lines.append(Content.assemble((f"  {keys:<{_KEYS}}", "bold"), title, (action.id, MUTED)))
            lines.append(Content())
        lines.append(Content("ctrl+p is a palette of all that can be done, and ctrl+c leaves."))
        lines.append(Content("The names at the right stand for the actions in [keys] of config.toml."))
        return lines

    def action_scroll_down(self) -> None:
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        self.query_one(VerticalScroll).scroll_up(animate=False)
