"""The library as a resource: opened, locked against a restore, read and written in transactions."""

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from briefer.errors import LibraryUnusable
from briefer.library.migrating import check_schema, migrate
from briefer.library.schema import MIGRATIONS, Migration
from briefer.library.troubles import explaining

TIMEOUT_S = 30.0
"""How long a writer waits for another one."""
_PAUSE_S = 0.02
_PAGE_BYTES = 8192
_CACHE_KIB = 64 << 10


class Library:
    """The library's file, open in one thread. Close it when done, or use it as a context.

    `connection` is for what cannot run in a transaction.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: int | None) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays written."""
        with suppress(sqlite3.Error):
            self.connection.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """See one and the same state of the library inside, whatever others write meanwhile.

        Raises:
            LibraryDamaged, LibraryUnusable: say why, and the way out.
        """
        with explaining(self.path), self._transaction("BEGIN"):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write all that is written inside, or nothing of it where anything is raised.

        When it returns, what was written is on the disk. Other writers wait.

        Raises:
            LibraryDamaged, LibraryUnusable: say why, and the way out.
        """
        # Immediately: a transaction that reads first and writes then would lose to another writer.
        with explaining(self.path), self._transaction("BEGIN IMMEDIATE"):
            yield self.connection

    @contextmanager
    def _transaction(self, opening: str) -> Iterator[None]:
        self.connection.execute(opening)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # where the disk failed, SQLite has rolled back already
                self.connection.execute("ROLLBACK")
            raise


def open_library(
    path: Path,
    *,
    timeout_s: float = TIMEOUT_S,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Library:
    """Open the library at `path`, or make one; its schema is brought up to date, with a backup before.

    Where nothing may be written there, it is opened for reading alone.

    Raises:
        LibraryDamaged: the file is not sound.
        LibraryUnusable: the file is not a library, or a newer briefer made it, or the system refuses.
    """
    is_writable = _make_folder(path)
    with ExitStack() as undoing, explaining(path):
        lock = _share(path) if is_writable else None
        if lock is not None:
            undoing.callback(os.close, lock)
        connection = undoing.enter_context(closing(_connect(path, is_writable, timeout_s)))
        _bring_up_to_date(connection, path, migrations, is_writable, timeout_s)
        undoing.pop_all()
    return Library(path, connection, lock)


def _bring_up_to_date(
    connection: sqlite3.Connection,
    path: Path,
    migrations: Sequence[Migration],
    is_writable: bool,
    timeout_s: float,
) -> None:
    # A hostile file can only be what its bytes say, not what its schema would run.
    connection.execute("PRAGMA trusted_schema = OFF")
    version = check_schema(connection, path, migrations)
    if is_writable:
        _prepare(connection, timeout_s)
        migrate(connection, path, migrations)
    elif version < len(migrations):
        way_out = "Make its folder writable, so that it can be brought up to date."
        raise LibraryUnusable(path, "an older briefer made it", way_out)


def _make_folder(path: Path) -> bool:
    """Whether the library may be written; its folder is made where it may be."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() and not os.access(path.parent, os.W_OK | os.X_OK):
        raise LibraryUnusable(
            path, "its folder cannot be written", "Change that, or set BRIEFER_HOME to another folder."
        )
    return os.access(path.parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect(path: Path, is_writable: bool, timeout_s: float) -> sqlite3.Connection:
    if is_writable:
        return _open(path, "mode=rwc", timeout_s)
    # Without the right to make its two helper files, SQLite opens only what it may take as unchanging.
    log = Path(f"{path}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    return _open(path, "mode=ro" if has_log else "mode=ro&immutable=1", timeout_s)


def _prepare(connection: sqlite3.Connection, timeout_s: float) -> None:
    """Set how the file is written, now that it is known to be a library."""
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    _write_ahead(connection, timeout_s)
    # Every commit reaches the disk before it is acknowledged.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _write_ahead(connection: sqlite3.Connection, timeout_s: float) -> None:
    """Take up the write-ahead log; SQLite does not wait for another program that opens or closes one."""
    until = time.monotonic() + timeout_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = (error.sqlite_errorcode or 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _open(path: Path, mode: str, timeout_s: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=timeout_s, isolation_level=None
    )


def _share(path: Path) -> int | None:
    """A lock that many hold at once, and nobody while a restore puts another file in the place of this."""
    with suppress(OSError):
        handle = os.open(lock_path(path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise LibraryUnusable(path, "it is being restored", "Try again in a minute.") from None
        return handle
    return None


def lock_path(path: Path) -> Path:
    """The file that is locked while the library at `path` is open."""
    return path.with_name(f".{path.name}.lock")
