"""The themes at hand: those that came with the product and the user's own."""

from dataclasses import dataclass
from pathlib import Path

from briefer.errors import InvalidFile, UnknownName
from briefer.model import Theme
from briefer.themes.reading import find_claimed_name, parse_theme, parse_toml, read_theme

BUILTIN = Path(__file__).parent / "builtin"


@dataclass(frozen=True, slots=True)
class BrokenTheme:
    """A user's theme file that cannot be used, and the name that it claims."""

    name: str
    error: InvalidFile


@dataclass(frozen=True, slots=True)
class InstalledThemes:
    """The themes that can be used, and those that cannot, each by name.

    No name stands in both: a broken file of the user's hides the shipped theme that it was meant to
    replace, so that nobody gets the lexicon that they wanted to be rid of.
    """

    themes: tuple[Theme, ...]
    broken: tuple[BrokenTheme, ...] = ()


def load_themes(user_folder: Path | None) -> InstalledThemes:
    """The shipped themes and those of `user_folder`, whose themes replace shipped ones by name.

    A folder that does not exist is empty. A broken file takes down nothing here: see `get_theme`.
    """
    usable = {theme.name: theme for theme in map(read_theme, sorted(BUILTIN.glob("*.toml")))}
    broken: dict[str, BrokenTheme] = {}
    own: dict[str, Path] = {}
    for path in _theme_files(user_folder):
        found = _read_own(path)
        if isinstance(found, Theme) and found.name in own:
            problem = f"{found.name!r} is already the name of {own[found.name].name}"
            found = BrokenTheme(found.name, InvalidFile(path, "name", problem, "Rename one of the two."))
        if isinstance(found, BrokenTheme):
            broken.setdefault(found.name, found)
        else:
            usable[found.name] = found
            own[found.name] = path
    return InstalledThemes(
        themes=tuple(theme for name, theme in sorted(usable.items()) if name not in broken),
        broken=tuple(found for _, found in sorted(broken.items())),
    )


def get_theme(name: str, installed: InstalledThemes) -> Theme:
    """The theme of this name.

    Raises:
        InvalidFile: The user's own theme of this name is broken.
        UnknownName: No theme has this name.
    """
    for broken in installed.broken:
        if broken.name == name:
            raise broken.error
    for theme in installed.themes:
        if theme.name == name:
            return theme
    raise UnknownName("theme", name, [theme.name for theme in installed.themes])


def _theme_files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []


def _read_own(path: Path) -> Theme | BrokenTheme:
    try:
        tables = parse_toml(path)
    except InvalidFile as error:
        return BrokenTheme(path.stem, error)
    try:
        return parse_theme(path, tables)
    except InvalidFile as error:
        return BrokenTheme(find_claimed_name(tables) or path.stem, error)
