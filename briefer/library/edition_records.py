"""Editions as the records of an export, and the records as editions again.

What is still to be delivered of an edition is not exported: the library that owes it delivers it.
"""

import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from briefer.model.reports import DeliveryKind
from briefer.text.hygiene import is_clean

_REPORT_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_TEXTS = ("report", "period", "until", "as_of", "made_at", "title", "template_sha256")
_NUMBERS = ("number", "take", "is_empty")
_DELIVERY = ("kind", "target", "attempts", "done_at", "place", "sha256", "problem")
_COLUMNS = (*_TEXTS, *_NUMBERS, "first", "sha256", "brief", "draft")


def iter_edition_records(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Every edition in the order in which they were made, with what its report had seen anew by then."""
    keys = connection.execute("SELECT key FROM edition ORDER BY key").fetchall()
    for (key,) in keys:
        yield _read_edition(connection, key)


def iter_salvaged_editions(connection: sqlite3.Connection, lost: list[str]) -> Iterator[dict[str, Any]]:
    """The editions of a damaged file that can be read; `lost` is told of the others."""
    try:
        keys = connection.execute("SELECT key FROM edition NOT INDEXED ORDER BY key").fetchall()
    except sqlite3.DatabaseError as error:
        lost.append(f"the editions of reports ({error})")
        return
    for (key,) in keys:
        try:
            yield _read_edition(connection, key)
        except (sqlite3.DatabaseError, zlib.error, ValueError) as error:
            lost.append(f"edition {key} ({error})")


def _read_edition(connection: sqlite3.Connection, key: int) -> dict[str, Any]:
    row = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM edition NOT INDEXED WHERE key = ?", (key,)
    ).fetchone()
    record = dict(zip(_COLUMNS, row, strict=True))
    for name in ("brief", "draft"):
        record[name] = zlib.decompress(record[name]).decode("utf-8") if record[name] is not None else None
    seen = connection.execute(
        "SELECT article FROM seen WHERE report = ? AND number = ? ORDER BY article",
        (record["report"], record["number"]),
    )
    delivered = connection.execute(
        f"SELECT {', '.join(_DELIVERY)} FROM delivery WHERE edition = ? AND done_at IS NOT NULL"
        " ORDER BY position",
        (key,),
    )
    return {
        **record,
        "seen": [article for (article,) in seen],
        "delivered": [dict(zip(_DELIVERY, found, strict=True)) for found in delivered],
    }


def take_edition_record(connection: sqlite3.Connection, record: Mapping[str, Any]) -> bool:
    """Keep the edition of a record; says whether it is new.

    Raises:
        ValueError: the record is not sound, or another edition has its number; says where and why.
    """
    values = _check_edition(record)
    held = connection.execute(
        "SELECT sha256 FROM edition WHERE report = ? AND number = ?", (record["report"], record["number"])
    ).fetchone()
    if held:
        if held[0] != record["sha256"]:
            raise ValueError(f"there is another edition {record['number']} of the report {record['report']}")
        return False
    marks = ", ".join("?" * len(_COLUMNS))
    key = connection.execute(
        f"INSERT INTO edition ({', '.join(_COLUMNS)}) VALUES ({marks})", values
    ).lastrowid
    connection.executemany(
        "INSERT OR IGNORE INTO seen (report, article, number) VALUES (?, ?, ?)",
        [(record["report"], article, record["number"]) for article in _check_seen(record)],
    )
    connection.executemany(
        f"INSERT INTO delivery (edition, {', '.join(_DELIVERY)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(key, *(delivery[name] for name in _DELIVERY)) for delivery in _check_delivered(record)],
    )
    return True


def iter_passed_over(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """The periods of reports on which there was nothing to report."""
    rows = connection.execute("SELECT report, period FROM passed_over ORDER BY report, period").fetchall()
    for report, period in rows:
        yield {"report": report, "period": period}


def iter_salvaged_periods(connection: sqlite3.Connection, lost: list[str]) -> Iterator[dict[str, Any]]:
    """The same of a damaged file, as far as it can be read."""
    try:
        yield from iter_passed_over(connection)
    except sqlite3.DatabaseError as error:
        lost.append(f"periods without an edition ({error})")


def take_passed_over(connection: sqlite3.Connection, record: Mapping[str, Any]) -> bool:
    """Keep the period of a record; says whether it is new.

    Raises:
        ValueError: the record is not sound.
    """
    values = [_check_text(record, name) for name in ("report", "period")]
    if not _REPORT_NAME.fullmatch(values[0]):
        raise ValueError("report is no name of a report")
    return bool(connection.execute("INSERT OR IGNORE INTO passed_over VALUES (?, ?)", values).rowcount)


def _check_edition(record: Mapping[str, Any]) -> list[object]:
    """The values of the row of an edition."""
    texts = {name: _check_text(record, name) for name in (*_TEXTS, "sha256", "brief")}
    if not _REPORT_NAME.fullmatch(texts["report"]):
        raise ValueError("report is no name of a report")
    for name in ("until", "as_of", *(("first",) if record.get("first") is not None else ())):
        date.fromisoformat(_check_text(record, name))
    datetime.fromisoformat(texts["made_at"])
    for name in _NUMBERS:
        if type(record.get(name)) is not int or not 0 <= record[name] < 1 << 31:
            raise ValueError(f"{name} is no number")
    brief = texts["brief"].encode("utf-8")
    if hashlib.sha256(brief).hexdigest() != texts["sha256"] or not isinstance(json.loads(brief), dict):
        raise ValueError("the brief of an edition is not what its digest says")
    draft = _check_text(record, "draft") if record.get("draft") is not None else None
    packed = {
        "brief": zlib.compress(brief),
        "draft": zlib.compress(draft.encode("utf-8")) if draft is not None else None,
    }
    return [packed[name] if name in packed else record.get(name) for name in _COLUMNS]


def _check_seen(record: Mapping[str, Any]) -> list[str]:
    seen = record.get("seen")
    if not isinstance(seen, list) or not all(isinstance(article, str) for article in seen):
        raise ValueError("seen is no list of ids")
    return seen


def _check_delivered(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    delivered = record.get("delivered")
    if not isinstance(delivered, list) or not all(isinstance(entry, dict) for entry in delivered):
        raise ValueError("delivered is no list of objects")
    for entry in delivered:
        for name in _DELIVERY:
            if name == "attempts":
                if type(entry.get(name)) is not int or not 0 <= entry[name] < 1 << 31:
                    raise ValueError("attempts is no number")
            else:
                _check_text(entry, name)
        datetime.fromisoformat(entry["done_at"])
        DeliveryKind(entry["kind"])
    return delivered


def _check_text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not is_clean(value):
        raise ValueError(f"{name} is no clean text")
    return value
