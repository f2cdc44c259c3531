"""Where things are. Paths are computed here; only a write creates a folder."""

import os
from pathlib import Path

import platformdirs

LIBRARY_NAME = "library.db"
"""The library in the user's data folder."""
_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `name` (`seeds` or `templates`) that came with the product.

    The wheel carries it inside the package; a checkout has it beside the package.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def systemd_folder() -> Path:
    """The folder of the user's own units of systemd."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def config_folder() -> Path:
    """The user's folder for `config.toml`, `themes/` and `templates/`."""
    home = os.environ.get("BRIEFER_HOME")
    return Path(home) if home else platformdirs.user_config_path("briefer", appauthor=False)


def data_folder() -> Path:
    """The user's folder for what briefer keeps: the library and `drafts/`."""
    home = os.environ.get("BRIEFER_HOME")
    return Path(home) if home else platformdirs.user_data_path("briefer", appauthor=False)
