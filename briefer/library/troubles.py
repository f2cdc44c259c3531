"""What SQLite says went wrong, as what a person can do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.errors import LibraryDamaged, LibraryUnusable

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
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
        # What Python itself raises, such as on a misuse, has no code and is a fault of ours.
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise
        if code & 0xFF in _DAMAGED:
            raise LibraryDamaged(path, str(error)) from error
        reason, way_out = _TROUBLES.get(code & 0xFF, (str(error), "See: briefer doctor"))
        raise LibraryUnusable(path, reason, way_out) from error
