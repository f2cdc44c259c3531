"""Themes: the subjects to follow, each in a TOML file of its own. See `builtin/` for examples."""

from briefer.themes.installed import BrokenTheme, InstalledThemes, get_theme, load_themes
from briefer.themes.reading import read_theme

__all__ = ["BrokenTheme", "InstalledThemes", "get_theme", "load_themes", "read_theme"]
