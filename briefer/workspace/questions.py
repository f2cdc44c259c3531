"""What a few typed words ask for."""

from briefer.errors import NoSubject
from briefer.expanding import make_theme
from briefer.model import Theme
from briefer.themes import InstalledThemes, get_theme
from briefer.themes.writing import make_name


def find_asked_theme(words: str, installed: InstalledThemes) -> tuple[Theme, bool]:
    """The theme that has such a name or title, or else one made of the words; and whether it is the former.

    Raises:
        NoSubject: none of the words says what to look for.
        InvalidFile: the user's own theme of this name is broken.
    """
    name = make_name(words)
    if name in installed.names:
        return get_theme(name, installed), True
    titled = (theme for theme in installed.themes if make_name(theme.title) == name and name)
    if theme := next(titled, None):
        return theme, True
    made = make_theme(name or "typed", words)
    if made is None:
        raise NoSubject(words)
    return made, False
