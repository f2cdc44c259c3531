"""What SQLite says went wrong, as what a person can do about it."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefer.errors import LibraryDamaged, LibraryUnusable

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SENSELESS = (TypeError, ValueError, LookupError, zlib.error)
"""What is raised by rows that are not there, or hold what nobody wrote."""
_TROUBLES = {
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "Try again when it has finished."),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "Try again when it has finished."),
    sqlite3.SQLITE_FULL: ("there is not enough space", "Free some; what was kept before is kept."),
    sqlite3.SQLITE_READONLY: ("writing there is not permitted", "Change that, or set BRIEFER_HOME."),
    sqlite3.SQLITE_PERM: ("the system does not permit it", "Change that, or set BRIEFER_HOME."),
    sqlite3.SQLITE_CANTOPEN: ("the system does not let us open it", "See that its folder may be written."),
    sqlite3.SQLITE_IOERR: (
        "the disk failed, or it is full",
        "See that it has space; what was kept before is kept.",
    ),
    sqlite3.SQLITE_NOMEM: ("out of memory", "Close other programs."),
    sqlite3.SQLITE_TOOBIG: ("a text is larger than a library holds", "Leave that file out."),
}


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into an error of ours that names the library's file.

    Raises:
        LibraryDamaged: the file is not sound.
        LibraryUnusable: anything else.
    """
    try:
        yield
    except sqlite3.Error as error:
        # What Python itself raises, such as on a misuse, has no code and is a fault of ours, or of the file.
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            _blame_file(path, error)
            raise
        if code & 0xFF in _DAMAGED:
            raise LibraryDamaged(path, str(error)) from error
        reason, way_out = _TROUBLES.get(code & 0xFF, (str(error), "See: briefer doctor"))
        raise LibraryUnusable(path, reason, way_out) from error
    except _SENSELESS as error:
        _blame_file(path, error)
        raise


def _blame_file(path: Path, error: Exception) -> None:
    """Tell that the file is damaged, where it is, after what it holds made no sense.

    Raises:
        LibraryDamaged: it is.
    """
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError as unreadable:
            found = str(unreadable)
        finally:
            connection.close()
        if found != "ok":
            raise LibraryDamaged(path, " ".join(str(found).split())) from error
