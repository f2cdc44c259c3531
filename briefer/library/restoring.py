"""Another file takes the place of the library; the one that was there is kept aside."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from briefer.errors import LibraryDamaged, LibraryUnusable, UnreadableFile
from briefer.library.backups import free_path, sync
from briefer.library.exchange import KINDS, export_line, import_lines
from briefer.library.migrating import check_schema
from briefer.library.opening import Library, lock_path, open_library
from briefer.library.schema import MIGRATIONS
from briefer.library.troubles import explaining
from briefer.model.library import Imported


def restore_library(path: Path, backup: Path) -> Path | None:
    """Put a copy of a backup at `path`; says where the library that was there is kept.

    Raises:
        UnreadableFile: there is no such backup, or it is not sound.
        LibraryUnusable: the backup is no library, or somebody uses the library; all is as it was.
    """
    if not backup.is_file():
        raise UnreadableFile(backup, "there is no such file")
    try:
        with explaining(backup), closing(_open_unchanging(backup)) as connection:
            check_schema(connection, backup, MIGRATIONS)
            _check_soundness(connection, backup)
    except LibraryDamaged as error:
        # Its own way out is that of the library, which may be as sound as can be.
        raise UnreadableFile(backup, f"it is no sound backup ({error.problem})") from error
    with _alone(path):
        fresh = path.with_name(f".{path.name}.restored")
        try:
            shutil.copyfile(backup, fresh)
            return _take_place(path, fresh)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise LibraryUnusable(
                path, f"the backup cannot be copied ({error})", "Free some space."
            ) from error


def salvage_library(path: Path) -> tuple[Imported, Path | None]:
    """Make a new library of what can still be read of a damaged one; says what, and where that is kept.

    Raises:
        LibraryUnusable: somebody uses the library.
    """
    with _alone(path):
        fresh = path.with_name(f".{path.name}.salvaged")
        for left in (fresh, *_helpers(fresh), lock_path(fresh)):
            left.unlink(missing_ok=True)
        with open_library(fresh) as library:
            saved = _salvage(path, library)
        lock_path(fresh).unlink(missing_ok=True)
        _fold_log(fresh)
        return saved, _take_place(path, fresh)


def _check_soundness(connection: sqlite3.Connection, path: Path) -> None:
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise LibraryDamaged(path, str(answer))


def _open_unchanging(path: Path) -> sqlite3.Connection:
    """A file that nobody writes to, open for reading; nothing is made beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody else has the library open inside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock_path(path).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LibraryUnusable(path, "another briefer has it open", "End that one first.") from None
        yield


def _take_place(path: Path, fresh: Path) -> Path | None:
    """Put the file `fresh` at `path` in one step; says where the one that was there is kept."""
    sync(fresh)
    aside = None
    if path.exists():
        aside = free_path(path.with_name(f"{path.stem}-aside{path.suffix}"))
        # What the log holds belongs to the old file: it is folded in, or goes aside with it.
        if not _fold_log(path):
            for helper in _helpers(path):
                if helper.exists():
                    helper.replace(f"{aside}{helper.name.removeprefix(path.name)}")
        try:
            os.link(path, aside)
        except OSError:  # no links there
            shutil.copyfile(path, aside)
            sync(aside)
    fresh.replace(path)
    sync(path.parent)
    return aside


def _fold_log(path: Path) -> bool:
    """Whether the log of the file at `path` is folded into it and gone."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        return bool(mode == "delete")
    return False


def _helpers(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))


def _salvage(path: Path, library: Library) -> Imported:
    """Take into `library` what can still be read of the file at `path`, record by record."""
    lost: list[str] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        saved = import_lines(
            library,
            (
                export_line(name, record)
                for name, kind in KINDS.items()
                for record in kind.salvage(connection, lost)
            ),
        )
    return replace(saved, failures=(*saved.failures, *((0, reason) for reason in lost)))
