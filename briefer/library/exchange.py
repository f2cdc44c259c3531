"""The whole library as JSON Lines, and back: a line for each article, with its revisions, edits and bytes.

    {"kind": "library", "format": "briefer.library/1"}
    {"kind": "article", "repeats": ..., "removed_at": ..., "edits": [...], "revisions": [...]}
    {"kind": "edition", "report": ..., "number": ..., "brief": ..., "seen": [...], "delivered": [...], ...}
    {"kind": "passed-over", "report": ..., "period": ...}

What is exported, imported into an empty library and exported again is the same, byte for byte. A line that
is not sound is left out with the reason, and no other with it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from briefer.errors import NoExport
from briefer.library.articles import iter_article_records, take_article_record
from briefer.library.edition_records import (
    iter_edition_records,
    iter_passed_over,
    iter_salvaged_editions,
    iter_salvaged_periods,
    take_edition_record,
    take_passed_over,
)
from briefer.library.opening import Library
from briefer.library.salvaging import iter_salvaged_articles
from briefer.model.library import Imported
from briefer.text.hygiene import escape_hidden

FORMAT = "briefer.library/1"
LONGEST_LINE_BYTES = 256 << 20
_BATCH_LINES = 200


class Kind(NamedTuple):
    """What the library keeps of one kind: how it leaves, and how it is taken in.

    `take` says whether a record brought anything new, and raises ValueError for one that is not sound.
    `salvage` gives the records that can still be read of a damaged file, and adds a line to a list for
    each that cannot.
    """

    iter_records: Callable[[sqlite3.Connection], Iterator[dict[str, Any]]]
    take: Callable[[sqlite3.Connection, dict[str, Any]], bool]
    salvage: Callable[[sqlite3.Connection, list[str]], Iterator[dict[str, Any]]]


KINDS = {
    "article": Kind(iter_article_records, take_article_record, iter_salvaged_articles),
    "edition": Kind(iter_edition_records, take_edition_record, iter_salvaged_editions),
    "passed-over": Kind(iter_passed_over, take_passed_over, iter_salvaged_periods),
}
"""In the order in which they are written; what refers to another kind comes behind it."""


def iter_export(library: Library) -> Iterator[bytes]:
    """The lines of an export, of one and the same state of the library."""
    yield export_line("library", {"format": FORMAT})
    with library.reading() as connection:
        for name, kind in KINDS.items():
            for record in kind.iter_records(connection):
                yield export_line(name, record)


def import_lines(
    library: Library, lines: Iterable[bytes], *, on_progress: Callable[[int], None] | None = None
) -> Imported:
    """Take over the lines of an export; what the library has already stays as it is.

    `on_progress` is told how many lines are done for good.

    Raises:
        NoExport: none of the first lines is of an export; nothing is taken.
    """
    taking = _Taking(library, on_progress)
    batch: list[tuple[int, bytes]] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            batch.append((number, line))
        if len(batch) >= _BATCH_LINES:
            taking.take(batch)
            batch = []
    taking.take(batch)
    return Imported(taking.new, taking.held, tuple(taking.failures))


class _Taking:
    """An import that goes on."""

    def __init__(self, library: Library, on_progress: Callable[[int], None] | None) -> None:
        self.new = self.held = 0
        self._has_begun = False
        self.failures: list[tuple[int, str]] = []
        self._library = library
        self._on_progress = on_progress

    def take(self, batch: list[tuple[int, bytes]]) -> None:
        """Take a batch of lines in one transaction, each in one of its own within."""
        if batch and not self._has_begun and not any(_is_ours(line) for _, line in batch):
            raise NoExport(batch[0][0])
        self._has_begun = True
        new, held, failures = 0, 0, []
        with self._library.writing() as connection:
            for number, line in batch:
                connection.execute("SAVEPOINT line")
                try:
                    is_new = _take_line(connection, line)
                except (ValueError, RecursionError, sqlite3.IntegrityError) as error:
                    connection.execute("ROLLBACK TO line")
                    failures.append((number, _explain(error)))
                else:
                    new, held = new + (is_new is True), held + (is_new is False)
                connection.execute("RELEASE line")
        # Only what is committed counts.
        self.new += new
        self.held += held
        self.failures += failures
        if self._on_progress and batch:
            self._on_progress(batch[-1][0])


def _is_ours(line: bytes) -> bool:
    """Whether a line is an object of some kind, as all of an export are, whatever else is wrong with it."""
    try:
        record = json.loads(line[:LONGEST_LINE_BYTES])
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and isinstance(record.get("kind"), str)


def _take_line(connection: sqlite3.Connection, line: bytes) -> bool | None:
    """Whether a line brought something new; None where it is the head of an export."""
    if len(line) > LONGEST_LINE_BYTES:
        raise ValueError(f"longer than {LONGEST_LINE_BYTES >> 20} MB")
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError("not an object")  # noqa: TRY004 - whatever is wrong with a line is a ValueError
    kind = record.get("kind")
    if kind == "library":
        if record.get("format") != FORMAT:
            raise ValueError(f"an export of another format than {FORMAT}")
        return None
    if kind not in KINDS:
        raise ValueError(f"kind is not one of: {', '.join(KINDS)}")
    return KINDS[kind].take(connection, record)


def export_line(kind: str, record: dict[str, Any]) -> bytes:
    """One line of an export."""
    line = json.dumps({"kind": kind, **record}, ensure_ascii=False, separators=(",", ":"))
    return (line if line.isprintable() else escape_hidden(line)).encode("utf-8") + b"\n"


def _explain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON ({error.msg} at character {error.pos + 1})"
    if isinstance(error, UnicodeError):
        return "not UTF-8"
    return str(error)
