"""A new theme: its title, its terms, and the sentences that it would find, while they are typed."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from briefer.errors import BrieferError
from briefer.text.counted import spell_count
from briefer.tui import facts
from briefer.tui.plain import plain
from briefer.tui.prompts import OptionRows

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp

_TRY_AFTER_S = 0.2
_HINT = "ctrl+s save · esc cancel. A weight may follow: arms deal = 3 (unmistakable), 2 strong, 1 suggestive."


class ThemeScreen(ModalScreen[str | None]):
    """Gives the name of the theme that was saved, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("escape", "cancel", "Cancel", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="prompt")
        self._timer: Timer | None = None

    @property
    def briefer(self) -> "BrieferApp":
        return cast("BrieferApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(classes="window theme") as window:
            window.border_title = "New theme"
            yield Input(placeholder="Title, such as Water sharing")
            yield TextArea(
                placeholder="A term in each line, such as\ndam\nwater treaty = 3", tab_behavior="focus"
            )
            yield OptionRows([])
            yield Static(_HINT, classes="hint")

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _try_soon(self) -> None:
        if self._timer is None:
            self._timer = self.set_timer(_TRY_AFTER_S, self._try)

    def _try(self) -> None:
        self._timer = None
        title, terms = self._typed()
        if terms.strip() and self.briefer.workspace and self.briefer.reading:
            self.briefer.try_theme(self.briefer.workspace, self.briefer.reading, title or "Untitled", terms)

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.ThemeTried):
            rows = self.query_one(OptionRows)
            rows.options = fact.matches
            rows.set_count(len(fact.matches), cursor=0)
            found = f"{spell_count(fact.count, 'sentence')} found. {_HINT}"
            self._say(fact.refusal or found, refused=bool(fact.refusal))

    def action_save(self) -> None:
        assert self.briefer.workspace is not None  # noqa: S101 - the screen opens when there is one
        try:
            theme = self.briefer.workspace.themes.save(*self._typed())
        except BrieferError as error:
            self._say(str(error), refused=True)
        else:
            self.dismiss(theme.name)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _typed(self) -> tuple[str, str]:
        return self.query_one(Input).value, self.query_one(TextArea).text

    def _say(self, message: str, *, refused: bool) -> None:
        hint = self.query_one(".hint", Static)
        hint.update(plain(message, limit=600))
        hint.set_class(refused, "refused")
