"""What the screens beside the desk have in common, and the list of them.

To add one: write a `SideScreen`, name it in `SIDE_SCREENS`, and give the desk a key for
`app.show('name')`. The help, the palette and the user's keymap then know its keys, too.
"""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from briefer.tui.plain import plain

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp

SIDE_SCREENS = {
    "articles": "briefer.tui.articles_screen:ArticlesScreen",
    "comparison": "briefer.tui.comparison_screen:ComparisonScreen",
    "editions": "briefer.tui.editions_screen:EditionsScreen",
    "findings": "briefer.tui.findings_screen:FindingsScreen",
    "pages": "briefer.tui.pages_screen:PagesScreen",
    "reports": "briefer.tui.reports_screen:ReportsScreen",
}
"""Where the class of each screen lives; it is imported when it is first shown."""


class SideScreen(Screen[None]):
    """A screen with a line at its head, its keys at its foot, and the application behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", "All keys", show=False, id="help.beside")
    ]
    PLACE: ClassVar[str]
    """What the help calls it."""

    @classmethod
    def refuse(cls, app: "BrieferApp") -> str:
        """Why it cannot be shown now, and the way out; empty where it can."""
        return "" if app.material else "The articles are not read yet."

    @property
    def briefer(self) -> "BrieferApp":
        return cast("BrieferApp", self.app)

    def compose(self) -> ComposeResult:
        yield Static(classes="head")
        yield self.make_body()
        yield Footer(show_command_palette=False)

    def make_body(self) -> Widget:
        """What stands between head and foot."""
        raise NotImplementedError

    def show_head(self, text: object) -> None:
        self.query_one(".head", Static).update(plain(text, limit=1000))

    def learn(self, fact: Message) -> None:
        """Show what a worker learnt, if it is what the screen waits for."""


def find_side_screen(name: str) -> type[SideScreen]:
    """The class of a screen of the list."""
    module, _, cls = SIDE_SCREENS[name].partition(":")
    found = getattr(import_module(module), cls)
    assert isinstance(found, type)  # noqa: S101 - narrows for the type checker
    assert issubclass(found, SideScreen)  # noqa: S101 - as above
    return found
