"""Backups of the library: whole copies, made while it is in use, and put back in its place."""

import os
import sqlite3
from pathlib import Path

from briefer.errors import LibraryUnusable

FOLDER = "backups"
"""The folder beside the library in which backups are kept unless another place is named."""


def write_backup(connection: sqlite3.Connection, path: Path, *, label: str) -> Path:
    """Copy the library at `path` as it stands into the folder of backups; says where.

    Raises:
        LibraryUnusable: the copy cannot be written.
    """
    target = _free_name(path.parent / FOLDER, f"{path.stem}-{label}", path.suffix)
    copy_library(connection, path, target)
    return target


def copy_library(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Write a copy of the library at `path`, whole or not at all.

    Raises:
        LibraryUnusable: the copy cannot be written.
    """
    temporary = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(temporary),))
        sync(temporary)
        temporary.replace(target)
        sync(target.parent)
    except (OSError, sqlite3.OperationalError) as error:
        temporary.unlink(missing_ok=True)
        raise LibraryUnusable(
            path,
            f"its backup {target} cannot be written ({error})",
            "Free some space.",
        ) from error


def sync(path: Path) -> None:
    """See that a file, or which files a folder holds, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A path in `folder` at which nothing is: no backup is replaced, even where a clock was set back."""
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{suffix}", number + 1
    return path
