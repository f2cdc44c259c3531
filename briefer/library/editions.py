"""Editions of reports: each stored once, never changed, with what is still owed of it."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from briefer.errors import EditionExists, UnknownEdition
from briefer.library.opening import Library
from briefer.model.reports import Delivery, DeliveryKind, Edition

_EDITION = "report, number, period, take, first, until, as_of, made_at, title, template_sha256, is_empty"
_DELIVERY = "report, number, kind, target, attempts, done_at, place, delivery.sha256, problem"


class StoredEdition(NamedTuple):
    """An edition with its brief as JSON and the draft that an analyst wrote for it, as TOML."""

    edition: Edition
    content: bytes
    draft: bytes | None


def save_edition(
    library: Library,
    stored: StoredEdition,
    *,
    seen: Iterable[str] | None,
    owed: Sequence[tuple[DeliveryKind, str]],
) -> None:
    """Store an edition, the ids of the articles that its report has seen, and what is owed of it.

    Where `seen` is None, it has seen all that the library holds.

    All of it or nothing: when this returns, the edition is on the disk.

    Raises:
        EditionExists: its period was made, or its number given, by another process meanwhile.
    """
    edition = stored.edition
    with library.writing() as connection:
        try:
            key = connection.execute(
                f"INSERT INTO edition ({_EDITION}, sha256, brief, draft) VALUES ({_marks(14)})",
                (
                    *_edition_values(edition),
                    hashlib.sha256(stored.content).hexdigest(),
                    zlib.compress(stored.content),
                    zlib.compress(stored.draft) if stored.draft is not None else None,
                ),
            ).lastrowid
        except sqlite3.IntegrityError as error:
            raise EditionExists(edition.report, edition.number, edition.key) from error
        if seen is None:
            connection.execute(
                "INSERT OR IGNORE INTO seen (report, article, number) SELECT ?, id, ? FROM article",
                (edition.report, edition.number),
            )
        else:
            connection.executemany(
                "INSERT OR IGNORE INTO seen (report, article, number) VALUES (?, ?, ?)",
                [(edition.report, article_id, edition.number) for article_id in seen],
            )
        connection.executemany(
            "INSERT INTO delivery (edition, kind, target) VALUES (?, ?, ?)",
            [(key, kind, target) for kind, target in owed],
        )


def pass_over(library: Library, report: str, period: str) -> None:
    """Note that there was nothing to report on a period, so that it is not tried again."""
    with library.writing() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO passed_over (report, period) VALUES (?, ?)", (report, period)
        )


def list_editions(library: Library, report: str | None = None) -> tuple[Edition, ...]:
    """The editions of a report, or of all of them, by report and number."""
    with library.reading() as connection:
        rows = connection.execute(
            f"SELECT {_EDITION} FROM edition WHERE ? IN (report, '') ORDER BY report, number",
            (report or "",),
        )
        return tuple(_make_edition(row) for row in rows)


def load_edition(library: Library, report: str, number: int | None = None) -> StoredEdition:
    """The edition of a number, or the latest one.

    Raises:
        UnknownEdition: there is none.
    """
    with library.reading() as connection:
        row = connection.execute(
            f"SELECT {_EDITION}, brief, draft FROM edition WHERE report = ? AND ? IN (number, 0) "
            "ORDER BY number DESC LIMIT 1",
            (report, number or 0),
        ).fetchone()
        if row is None:
            (count,) = connection.execute(
                "SELECT count(*) FROM edition WHERE report = ?", (report,)
            ).fetchone()
            raise UnknownEdition(report, number, count)
    *fields, brief, draft = row
    return StoredEdition(
        _make_edition(fields), zlib.decompress(brief), zlib.decompress(draft) if draft is not None else None
    )


def list_passed_over(library: Library, report: str) -> frozenset[str]:
    """The keys of the periods of a report on which there was nothing to report."""
    with library.reading() as connection:
        rows = connection.execute("SELECT period FROM passed_over WHERE report = ?", (report,))
        return frozenset(period for (period,) in rows)


def list_seen(library: Library, report: str, *, before: int) -> frozenset[str]:
    """The ids of the articles that lay before any edition with a number below `before`, used or not."""
    with library.reading() as connection:
        rows = connection.execute(
            "SELECT article FROM seen WHERE report = ? AND number < ?", (report, before)
        )
        return frozenset(article_id for (article_id,) in rows)


def list_deliveries(
    library: Library, report: str, *, number: int | None = None, owed: bool = False
) -> tuple[Delivery, ...]:
    """What was to be delivered of the editions of a report, or of one; where `owed`, what still is."""
    with library.reading() as connection:
        rows = connection.execute(
            f"SELECT {_DELIVERY} FROM delivery JOIN edition ON edition.key = delivery.edition "
            "WHERE report = ? AND ? IN (number, 0) AND (done_at IS NULL OR NOT ?) "
            "ORDER BY number, position",
            (report, number or 0, owed),
        )
        return tuple(_make_delivery(row) for row in rows)


def note_attempt(library: Library, delivery: Delivery, *, problem: str) -> None:
    """Note that a delivery is being tried, and what is wrong unless something else is said later."""
    _update(library, delivery, "attempts = attempts + 1, problem = ?", (problem,))


def note_problem(library: Library, delivery: Delivery, problem: str) -> None:
    """Note why a delivery failed."""
    _update(library, delivery, "problem = ?", (problem,))


def note_delivered(
    library: Library, delivery: Delivery, *, at: datetime, place: str = "", sha256: str = ""
) -> None:
    """Note that a delivery is done, where it was brought and what the digest of the file is."""
    values = (at.isoformat(), place, sha256)
    _update(library, delivery, "done_at = ?, place = ?, sha256 = ?, problem = ''", values)


def _update(library: Library, delivery: Delivery, change: str, values: Sequence[object]) -> None:
    with library.writing() as connection:
        connection.execute(
            f"UPDATE delivery SET {change} WHERE kind = ? AND target = ? AND edition = "
            "(SELECT key FROM edition WHERE report = ? AND number = ?)",
            (*values, delivery.kind, delivery.target, delivery.report, delivery.number),
        )


def _edition_values(edition: Edition) -> tuple[object, ...]:
    return (
        edition.report,
        edition.number,
        edition.key,
        edition.take,
        str(edition.first) if edition.first else None,
        str(edition.end),
        str(edition.as_of),
        edition.made_at.isoformat(),
        edition.title,
        edition.template_sha256,
        edition.is_empty,
    )


def _make_edition(row: Sequence[Any]) -> Edition:
    report, number, key, take, first, end, as_of, made_at, title, template_sha256, is_empty = row
    return Edition(
        report=report,
        number=number,
        key=key,
        take=take,
        first=date.fromisoformat(first) if first else None,
        end=date.fromisoformat(end),
        as_of=date.fromisoformat(as_of),
        made_at=datetime.fromisoformat(made_at),
        title=title,
        template_sha256=template_sha256,
        is_empty=bool(is_empty),
    )


def _make_delivery(row: Sequence[Any]) -> Delivery:
    report, number, kind, target, attempts, done_at, place, sha256, problem = row
    return Delivery(
        report=report,
        number=number,
        kind=DeliveryKind(kind),
        target=target,
        attempts=attempts,
        done_at=datetime.fromisoformat(done_at) if done_at else None,
        place=place,
        sha256=sha256,
        problem=problem,
    )


def _marks(count: int) -> str:
    return ", ".join("?" * count)
