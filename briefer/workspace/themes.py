"""The user's themes: those that can be used, one that is typed, and the files that keep them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from briefer.browsing import try_theme
from briefer.errors import InvalidFile
from briefer.model import Article, Evidence, Theme
from briefer.rendering.files import make_folder_for, write_whole
from briefer.themes import InstalledThemes, get_theme, load_themes, read_theme
from briefer.themes.problems import find_problems
from briefer.themes.writing import parse_typed_theme


class Themes:
    """The shipped themes and the user's own in `folder`, which replace shipped ones by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def installed(self) -> InstalledThemes:
        """All that there are, those that cannot be used with the reason."""
        return load_themes(self._folder)

    def get(self, names: Sequence[str]) -> tuple[Theme, ...]:
        """The themes of these names, each once; all that can be used where no name is given.

        Raises:
            UnknownName: no theme has one of the names.
            InvalidFile: the user's own theme of one of the names is broken.
        """
        if not names:
            return self.installed.themes
        return tuple(get_theme(name, self.installed) for name in dict.fromkeys(names))

    def read(self, path: Path) -> Theme:
        """Read a theme file that a person wrote.

        Raises:
            InvalidFile: it cannot be used; says where, why and the way out.
        """
        return read_theme(path)

    def find_problems(self, path: Path) -> tuple[InvalidFile, ...]:
        """All that is wrong with a theme file that a person wrote; nothing where it can be used."""
        return find_problems(path)

    def try_out(
        self, articles: Sequence[Article], title: str, terms: str, *, on_progress: Callable[[int, int], None]
    ) -> tuple[Evidence, ...]:
        """What a theme that is typed, a term in each line, would find, strongest first.

        Raises:
            InvalidFile: it says something that a theme cannot mean.
        """
        theme, _, _ = parse_typed_theme(self._folder, title, terms)
        return try_theme(articles, theme, on_progress=on_progress)

    def save(self, title: str, terms: str) -> Theme:
        """Keep a theme that was typed among the user's own, as the TOML file that one writes by hand.

        Raises:
            InvalidFile: it says something that a theme cannot mean, or its name is taken.
            OutputFailed: the file cannot be written.
        """
        theme, path, content = parse_typed_theme(self._folder, title, terms)
        if path.exists() or theme.name in self.installed.names:
            raise InvalidFile(path, "name", f"there is a theme named {theme.name!r}", "Choose another title.")
        make_folder_for(path)
        write_whole(path, content)
        del self.installed
        return theme
