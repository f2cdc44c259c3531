"""From an older schema to ours: step by step, each whole, with a backup before."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from briefer.errors import LibraryUnusable
from briefer.library.backups import write_backup
from briefer.library.schema import APPLICATION_ID, Migration


def check_schema(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """The version of the library's schema; 0 of a file that is empty.

    Raises:
        LibraryUnusable: it is no library, or a newer briefer made it.
    """
    # One look: another program may take the file over between two.
    is_alone = not connection.in_transaction
    if is_alone:
        connection.execute("BEGIN")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        if is_alone and connection.in_transaction:
            connection.execute("ROLLBACK")
    if application != APPLICATION_ID and (application or version or tables):
        raise LibraryUnusable(
            path,
            "it is a database of another program",
            "Move it away, or set another BRIEFER_HOME.",
        )
    if version > len(migrations):
        raise LibraryUnusable(
            path,
            f"a newer briefer made it (schema {version}, this one knows {len(migrations)})",
            "Install that version.",
        )
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Take every step that is still missing, each in a transaction with its record; all in one of a new file.

    Raises:
        LibraryUnusable: another program took the file over meanwhile, or the backup cannot be written.
    """
    while (version := check_schema(connection, path, migrations)) < len(migrations):
        if version:
            write_backup(connection, path, label=f"schema-{version}")
        # A library that is only being made holds nothing to be backed up, and nobody sees it half made.
        last = version + 1 if version else len(migrations)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken the step while this one waited.
            if check_schema(connection, path, migrations) == version:
                for number in range(version, last):
                    _take_step(connection, number + 1, migrations[number])
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _take_step(connection: sqlite3.Connection, version: int, migration: Migration) -> None:
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
        (version, migration.name),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
