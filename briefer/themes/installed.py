"""The themes at hand: those that came with the product and the user's own."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefer.errors import InvalidFile, UnknownName
from briefer.model import Theme
from briefer.themes.reading import find_claimed_name, parse_theme, read_tables, read_theme

SHIPPED = Path(__file__).parent / "builtin"
"""One file for each theme that came with the product, called after the theme."""


@dataclass(frozen=True, slots=True)
class BrokenTheme:
    """A user's theme file that cannot be used, and the name that it claims."""

    name: str
    error: InvalidFile


@dataclass(frozen=True, slots=True)
class InstalledThemes:
    """The user's own themes, those of them that are broken, and the shipped ones behind them.

    A broken file hides the shipped theme that it was meant to replace, so that nobody gets the
    lexicon that they wanted to be rid of.
    """

    own: tuple[Theme, ...] = ()
    broken: tuple[BrokenTheme, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all themes that can be used, in order."""
        names = {path.stem for path in SHIPPED.glob("*.toml")} | {theme.name for theme in self.own}
        return tuple(sorted(names - {broken.name for broken in self.broken}))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """All themes that can be used, by name. Every shipped file is read for it."""
        return tuple(get_theme(name, self) for name in self.names)


def load_themes(user_folder: Path | None) -> InstalledThemes:
    """The shipped themes and those of `user_folder`, whose themes replace shipped ones by name.

    A folder that does not exist is empty. A broken file takes down nothing here: see `get_theme`.
    """
    own: dict[str, Theme] = {}
    broken: dict[str, BrokenTheme] = {}
    for path in _theme_files(user_folder):
        found = _read_own(path)
        if isinstance(found, Theme) and found.name in own:
            problem = f"another file of this folder has the name {found.name!r}, too"
            found = BrokenTheme(found.name, InvalidFile(path, "name", problem, "Rename one of the two."))
        if isinstance(found, Theme):
            own[found.name] = found
        else:
            broken.setdefault(found.name, found)
    return InstalledThemes(
        own=tuple(theme for name, theme in sorted(own.items()) if name not in broken),
        broken=tuple(found for _, found in sorted(broken.items())),
    )


def get_theme(name: str, installed: InstalledThemes) -> Theme:
    """The theme of this name. Of the shipped files only that theme's is read.

    Raises:
        InvalidFile: The user's own theme of this name is broken.
        UnknownName: No theme has this name.
    """
    for broken in installed.broken:
        if broken.name == name:
            raise broken.error
    for theme in installed.own:
        if theme.name == name:
            return theme
    if name not in installed.names:
        raise UnknownName("theme", name, installed.names)
    return _read_shipped(name)


@lru_cache
def _read_shipped(name: str) -> Theme:
    return read_theme(SHIPPED / f"{name}.toml")


def _theme_files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []


def _read_own(path: Path) -> Theme | BrokenTheme:
    try:
        tables = read_tables(path)
    except InvalidFile as error:
        return BrokenTheme(path.stem, error)
    try:
        return parse_theme(path, tables)
    except InvalidFile as error:
        return BrokenTheme(find_claimed_name(tables) or path.stem, error)
