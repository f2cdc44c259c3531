"""What a PDF needs: libraries of the operating system, and how to get them, and fonts of ours."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from pathlib import Path

# Soname on Linux and file name on macOS, then the name that a look-up takes.
_LIBRARIES = {
    "linux": (
        "libgobject-2.0.so.0",
        "libfontconfig.so.1",
        "libharfbuzz.so.0",
        "libpango-1.0.so.0",
        "libpangoft2-1.0.so.0",
    ),
    "darwin": (
        "libgobject-2.0.0.dylib",
        "libfontconfig.1.dylib",
        "libharfbuzz.0.dylib",
        "libpango-1.0.dylib",
        "libpangoft2-1.0.dylib",
    ),
}

_FONTS = Path(__file__).parent / "fonts"
_FAMILIES = ("source-serif", "source-sans", "amiri", "frank-ruhl-libre")

# Each package brings all five libraries. HarfBuzz's subsetter is not among them: uharfbuzz has it.
_COMMANDS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", "libpangoft2-1.0-0")),
    (("dnf", "install", "-y", "pango"),),
    (("pacman", "-Sy", "--noconfirm", "pango"),),
    (("apk", "add", "pango"),),
    (("zypper", "install", "-y", "libpango-1_0-0"),),
    (("brew", "install", "pango"),),
)


def find_missing_libraries() -> tuple[str, ...]:
    """The libraries that a PDF needs and that cannot be opened, in the order of need."""
    return tuple(name for name in _LIBRARIES.get(sys.platform, ()) if not _opens(name))


def find_missing_fonts() -> tuple[str, ...]:
    """The families that come with briefer and of which no font is there."""
    return tuple(name for name in _FAMILIES if not any((_FONTS / name).glob("*.ttf")))


def install_commands() -> tuple[tuple[str, ...], ...]:
    """What to run, in order, to have the libraries; empty where no known package manager is at hand."""
    for commands in _COMMANDS:
        tool = commands[0][0]
        if shutil.which(tool):
            # Homebrew refuses to run as root, the others need it.
            sudo = ("sudo",) if os.geteuid() != 0 and tool != "brew" and shutil.which("sudo") else ()
            return tuple((*sudo, *command) for command in commands)
    return ()


def _opens(name: str) -> bool:
    stem = name.removeprefix("lib").split(".so")[0].removesuffix(".dylib")
    for candidate in (name, ctypes.util.find_library(stem) if sys.platform == "darwin" else None):
        if candidate:
            try:
                ctypes.CDLL(candidate)
            except OSError:
                continue
            return True
    return False
