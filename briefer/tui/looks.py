"""Our own colour themes, beside those that Textual brings."""

from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="briefer-dark",
    primary="#7aa2c4",
    secondary="#9a8fb8",
    accent="#7fb4ca",
    foreground="#d5d8de",
    background="#15171b",
    surface="#1c1f25",
    panel="#242830",
    success="#94b07a",
    warning="#d9b36c",
    error="#d9737f",
    dark=True,
    variables={"footer-key-foreground": "#7fb4ca", "input-selection-background": "#7fb4ca 35%"},
)
LIGHT = Theme(
    name="briefer-light",
    primary="#2a5f86",
    secondary="#6a5a8c",
    accent="#18537a",
    foreground="#25282d",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3db",
    success="#3f6b2a",
    warning="#744a00",
    error="#a02433",
    dark=False,
    variables={"footer-key-foreground": "#18537a", "input-selection-background": "#18537a 25%"},
)
CONTRAST = Theme(
    name="briefer-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff66",
    warning="#ffcc00",
    error="#ff8080",
    dark=True,
    variables={"text-muted": "#e0e0e0", "footer-key-foreground": "#ffff00"},
)
SIXTEEN = Theme(
    name="briefer-sixteen",
    primary="#00ffff",
    secondary="#ffffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff00",
    warning="#ffff00",
    error="#ff5555",
    dark=True,
    variables={
        "text-muted": "#aaaaaa",
        "footer-key-foreground": "#00ffff",
        "line": "#555555",
        "row-cursor": "#555555",
        "row-focused": "#0000aa",
        "marked": "#0000aa",
    },
)
"""For terminals of sixteen colours: tints would all come out as the background there."""
OWN = (DARK, LIGHT, CONTRAST, SIXTEEN)


def spell_tints(look: Theme) -> dict[str, str]:
    """What a look need not say itself: its lines and backgrounds that lie between its colours."""
    behind, accent = Color.parse(look.background or "black"), Color.parse(look.accent or look.primary)
    return {
        "line": f"{look.foreground} 20%",
        "row-hovered": f"{look.foreground} 4%",
        "row-cursor": f"{look.foreground} 10%",
        "row-focused": f"{look.accent} 16%",
        # Behind text, a share of a colour would be taken for the whole of it.
        "marked": behind.blend(accent, 0.14).hex,
    }
