"""Every action and its key, for the help, the palette and the user's own keymap."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key

from briefer.errors import UnknownName
from briefer.tui.article_pane import ArticlePane
from briefer.tui.desk import Desk
from briefer.tui.evidence_pane import EvidencePane
from briefer.tui.outline_pane import OutlinePane
from briefer.tui.rows import Rows
from briefer.tui.settings_pane import FIELDS, SettingsPane
from briefer.tui.side_screen import SIDE_SCREENS, find_side_screen
from briefer.tui.themes_pane import ThemesPane

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp

_PLACES: dict[str, type[DOMNode]] = {
    "Everywhere": Desk,
    "Themes": ThemesPane,
    "Brief": SettingsPane,
    "Evidence": EvidencePane,
    "Outline": OutlinePane,
    "Article": ArticlePane,
    "Lists": Rows,
}


class Action(NamedTuple):
    """Something that a key does. `id` is what the user's keymap calls it."""

    place: str
    id: str
    title: str
    action: str
    keys: tuple[str, ...]

    @property
    def is_movement(self) -> bool:
        """Whether it only moves the cursor or the focus."""
        return self.action.startswith(("screen.go", "go(", "move", "page_", "scroll_", "escape"))


def list_actions(keymap: Mapping[str, str]) -> Iterator[Action]:
    """Every action by place, with its keys after `keymap` is applied."""
    others = [find_side_screen(name) for name in SIDE_SCREENS]
    for place, cls in {**_PLACES, **{cls.PLACE: cls for cls in others}}.items():
        for binding in cls.BINDINGS:
            assert isinstance(binding, Binding)  # noqa: S101 - we write no other form
            assert binding.id is not None  # noqa: S101 - each has one, so that it can be changed
            keys = keymap.get(binding.id, binding.key).split(",")
            yield Action(place, binding.id, binding.description, binding.action, tuple(map(spell_key, keys)))


def list_commands(app: "BrieferApp") -> Iterator[SystemCommand]:
    """Everything that can be done on the main screen, but for moving about."""
    places = {
        "Everywhere": app.desk,
        "Themes": app.desk.themes_pane,
        "Evidence": app.desk.evidence_pane,
        "Article": app.desk.article_pane,
    }
    for action in list_actions(app.keys):
        if action.place in places and not action.is_movement:
            run = partial(app.run_action, action.action, places[action.place])
            yield SystemCommand(action.title, f"{action.place}, key {' '.join(action.keys)}", run)
    for name in FIELDS:
        yield SystemCommand(f"Set {name}", "A field of the brief", partial(app.desk.action_set, name))
    yield SystemCommand("Colours", "Choose a colour theme", app.action_change_theme)


def check_keymap(table: Mapping[str, object]) -> dict[str, str]:
    """The `[keys]` table of `config.toml`: keys by action, such as `"evidence.keep" = "y"`.

    Raises:
        UnknownName: no action has one of the names.
        ValueError: a value is not a text.
    """
    known = [action.id for action in list_actions({})]
    for name, keys in table.items():
        if name not in known:
            raise UnknownName("action", name, known)
        if not isinstance(keys, str) or not keys.strip():
            raise ValueError(
                f'keys.{name}: not a key. Write one in quotation marks, such as "y" or "ctrl+k".'
            )
    return {name: str(keys) for name, keys in table.items()}


def spell_key(key: str) -> str:
    """A key as it is printed on keyboards, such as `*`, `^r`, `space`."""
    return format_key(key.strip())
