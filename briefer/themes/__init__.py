"""Themes: the subjects to follow, each in a TOML file of its own.

    name = "arms-sales"                      # what is typed
    title = "Arms sales"                     # what is printed
    description = "Sale, purchase and delivery of weapons between states"
    exclude = ["open arms", "up in arms"]    # nothing inside one of these counts

    [groups]                                 # words that stand near several terms
    hardware = ["missile", "fighter jet"]

    [terms]
    "arms deal" = 3                          # 3 is unmistakable, 2 strong, 1 suggestive, 0.5 weak
    "air-strike" = 2                         # air strike, air-strike, airstrikes
    "F-16" = { weight = 1.5, exact = true }  # in this case: F-16s and F16, but not f-16
    "contract" = { weight = 1.5, near = ["air force", "navy"] }  # one of these in the sentence
    "buy" = { weight = 1.5, near = ["@hardware", "weapon"] }

Terms match in all their inflections, unless `exact`, and British and American spellings are one.
"""

from briefer.themes.installed import BrokenTheme, InstalledThemes, get_theme, load_themes
from briefer.themes.reading import read_theme

__all__ = ["BrokenTheme", "InstalledThemes", "get_theme", "load_themes", "read_theme"]
