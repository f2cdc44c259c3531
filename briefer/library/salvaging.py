"""What can still be read of a damaged file: row by row, and by no index, for any of them may be broken."""

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from briefer.library.articles import make_export_record, make_revision_record
from briefer.library.facts import make_edit
from briefer.model.library import Edit

_UNREADABLE = (sqlite3.DatabaseError, zlib.error, ValueError)


def iter_salvaged_articles(connection: sqlite3.Connection, lost: list[str]) -> Iterator[dict[str, Any]]:
    """The articles of which a revision can be read at least; `lost` is told of each that cannot."""
    revisions: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key in _find_keys(connection, "revision", lost):
        with suppress(*_UNREADABLE):
            row = connection.execute(
                "SELECT article, place FROM revision NOT INDEXED WHERE key = ?", (key,)
            ).fetchone()
            if row:
                revisions[row[0]].append((row[1], key))
    edits = _find_edits(connection)
    for article, places in sorted(revisions.items()):
        records = [record for _, key in sorted(places) if (record := _read_revision(connection, key, lost))]
        if records:
            yield make_export_record(None, _read_removal(connection, article), edits[article], records)


def _find_keys(connection: sqlite3.Connection, table: str, lost: list[str]) -> Iterator[int]:
    """Every key that a table may have: what is read from either end, and all between."""
    ends = []
    for order in ("ASC", "DESC"):
        seen = None
        try:
            for (key,) in connection.execute(f"SELECT key FROM {table} NOT INDEXED ORDER BY key {order}"):
                seen = key
        except sqlite3.DatabaseError as error:
            lost.append(f"a part of the table {table} ({error})")
        ends.append(seen)
    reached = [end for end in ends if end is not None]
    if reached:
        yield from range(1, max(reached) + 1)


def _read_revision(connection: sqlite3.Connection, key: int, lost: list[str]) -> dict[str, Any] | None:
    try:
        added_at, cleaning, record = connection.execute(
            "SELECT added_at, cleaning, record FROM revision NOT INDEXED WHERE key = ?", (key,)
        ).fetchone()
        (content,) = connection.execute("SELECT content FROM original WHERE revision = ?", (key,)).fetchone()
        return make_revision_record(added_at, cleaning, record, content)
    except (*_UNREADABLE, TypeError) as error:  # a row that is gone cannot be taken apart
        lost.append(f"revision {key} ({error})")
        return None


def _find_edits(connection: sqlite3.Connection) -> dict[int, list[Edit]]:
    edits: dict[int, list[Edit]] = defaultdict(list)
    with suppress(*_UNREADABLE):
        for article, at, facts in connection.execute(
            "SELECT article, at, facts FROM edit NOT INDEXED ORDER BY key"
        ):
            edits[article].append(make_edit(at, facts))
    return edits


def _read_removal(connection: sqlite3.Connection, article: int) -> str | None:
    with suppress(*_UNREADABLE):
        row = connection.execute("SELECT removed_at FROM article NOT INDEXED WHERE key = ?", (article,))
        found = row.fetchone()
        return found[0] if found else None
    return None
