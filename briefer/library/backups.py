"""Backups of the library: whole copies, made while it is in use."""

import errno
import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from briefer.errors import LibraryUnusable
from briefer.library.schema import APPLICATION_ID

_NOT_TO_BE_WRITTEN = frozenset((errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EISDIR))
FOLDER = "backups"
"""The folder beside the library in which backups are kept unless another place is named."""


def backup_name(now: datetime) -> str:
    """What a backup is called that was made at that time."""
    return f"{now:%Y%m%d-%H%M%S}"


def write_backup(connection: sqlite3.Connection, path: Path, *, label: str) -> Path:
    """Copy the library at `path` as it stands into the folder of backups; says where.

    Raises:
        LibraryUnusable: the copy cannot be written.
    """
    target = free_path(path.parent / FOLDER / f"{path.stem}-{label}{path.suffix}")
    copy_library(connection, path, target)
    return target


def find_backups(path: Path) -> tuple[Path, ...]:
    """The backups of the library at `path`, last one first."""
    folder = path.parent / FOLDER
    found = folder.glob(f"{path.stem}-*{path.suffix}") if folder.is_dir() else ()
    return tuple(sorted(found, key=lambda backup: (backup.stat().st_mtime_ns, backup.name), reverse=True))


def copy_library(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Write a copy of the library at `path`, whole or not at all; an older copy at `target` is replaced.

    Raises:
        LibraryUnusable: the copy cannot be written, or what lies at `target` is no copy of a library.
    """
    if target.exists() and not is_library(target):
        problem = f"its backup cannot be called {target}, where another file lies"
        raise LibraryUnusable(path, problem, "Name another file.")
    temporary = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(temporary),))
        sync(temporary)
        temporary.replace(target)
        sync(target.parent)
    except (OSError, sqlite3.OperationalError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        said = (getattr(error, "strerror", None) or str(error)).lower()
        way_out = (
            "Name another file."
            if isinstance(error, OSError) and error.errno in _NOT_TO_BE_WRITTEN
            else "Free some space; where there is enough, see: briefer doctor"
        )
        raise LibraryUnusable(path, f"its backup {target} cannot be written ({said})", way_out) from error


def is_library(path: Path) -> bool:
    """Whether a file has the marks of a library of ours at its head.

    Source: the SQLite file format, in which the application's number stands at byte 68.
    """
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:] == APPLICATION_ID.to_bytes(4, "big")


def sync(path: Path) -> None:
    """See that a file, or which files a folder holds, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_path(wanted: Path) -> Path:
    """The path, with a number where something is there: nothing is replaced, even if a clock was set back."""
    path, number = wanted, 2
    while path.exists():
        path, number = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}"), number + 1
    return path
