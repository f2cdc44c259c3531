"""Articles as the records of an export, and the records as articles again."""

import hashlib
import json
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from briefer.errors import InvalidFact
from briefer.library.edits import check_fact
from briefer.library.facts import load_edits
from briefer.library.origins import find_origin, save_names
from briefer.library.records import article_record, read_article_record, unpack_article
from briefer.library.rows import write_row
from briefer.library.saving import arrange_revisions, next_key, save_revision, write_new_row
from briefer.model import Article
from briefer.model.library import Edit
from briefer.text.hygiene import is_clean
from briefer.text.repeats import read_body


class _Revision(NamedTuple):
    article: Article
    content: bytes
    added_at: datetime
    cleaning: int


def iter_article_records(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Every article in the order in which they came, with all that is kept of it; removed ones too."""
    keys = connection.execute("SELECT key FROM article ORDER BY key").fetchall()
    for (key,) in keys:
        yield _read_article(connection, key)


def _read_article(connection: sqlite3.Connection, key: int) -> dict[str, Any]:
    removed_at, repeated = connection.execute(
        "SELECT removed_at, (SELECT sha256 FROM revision WHERE revision.article = origin AND place = 0"
        " AND origin <> article.key) FROM article WHERE key = ?",
        (key,),
    ).fetchone()
    revisions = connection.execute(
        "SELECT added_at, cleaning, record, content FROM revision JOIN original ON revision = key"
        " WHERE article = ? ORDER BY place",
        (key,),
    )
    return make_export_record(
        repeated, removed_at, load_edits(connection, key), [make_revision_record(*row) for row in revisions]
    )


def make_export_record(
    repeats: str | None, removed_at: str | None, edits: Sequence[Edit], revisions: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The record of an article; `repeats` is the digest of the first file of the article that it repeats."""
    return {
        "repeats": repeats,
        "removed_at": removed_at,
        "edits": [{"at": edit.at.isoformat(timespec="seconds"), "facts": dict(edit.facts)} for edit in edits],
        "revisions": list(revisions),
    }


def make_revision_record(added_at: str, cleaning: int, record: bytes, content: bytes) -> dict[str, Any]:
    """The record of a revision, from what is stored of it."""
    return {
        "added_at": added_at,
        "cleaning": cleaning,
        "article": article_record(unpack_article(record)),
        "content": b64encode(zlib.decompress(content)).decode("ascii"),
    }


def take_article_record(connection: sqlite3.Connection, record: Mapping[str, Any]) -> bool:
    """Keep the article of a record, or what is new of one that is there; says whether anything was.

    Raises:
        ValueError: the record is not sound; says where and why.
    """
    revisions = [_read_revision(entry) for entry in _entries(record, "revisions")]
    if not revisions:
        raise ValueError("revisions is empty")
    edits = [_read_edit(entry) for entry in _entries(record, "edits")]
    removed_at = _read_time(record, "removed_at") if record.get("removed_at") is not None else None
    key = next((held for one in revisions if (held := _find_article(connection, one.article.sha256))), None)
    if key is not None:
        return _merge(connection, key, revisions, edits)
    key = next_key(connection)
    _save_revisions(connection, key, revisions)
    _save_edits(connection, key, edits)
    body = read_body(revisions[0].article)
    repeats = record.get("repeats")
    origin = _find_article(connection, repeats) if isinstance(repeats, str) else None
    if origin is None and repeats is not None:
        origin = find_origin(connection, body)
    write_new_row(connection, key, body, origin)
    connection.execute(
        "UPDATE article SET removed_at = ? WHERE key = ?",
        (removed_at.isoformat(timespec="seconds") if removed_at else None, key),
    )
    return True


def _merge(
    connection: sqlite3.Connection,
    key: int,
    revisions: Sequence[_Revision],
    edits: Sequence[tuple[str, str]],
) -> bool:
    """Add revisions that an article lacks, by time among its own, and edits where it has none."""
    missing = [one for one in revisions if _find_article(connection, one.article.sha256) is None]
    known = load_edits(connection, key)
    if not missing and (known or not edits):
        return False
    _save_revisions(connection, key, missing)
    rows = connection.execute(
        "SELECT key, added_at FROM revision WHERE article = ? ORDER BY place", (key,)
    ).fetchall()
    in_time = sorted(rows, key=lambda row: datetime.fromisoformat(row[1]))
    connection.executemany(
        "UPDATE revision SET place = ? WHERE key = ?",
        ((place, revision) for place, (revision, _) in enumerate(in_time)),
    )
    arrange_revisions(connection, key)
    if not known:
        _save_edits(connection, key, edits)
    write_row(connection, key)
    return True


def _save_revisions(connection: sqlite3.Connection, key: int, revisions: Sequence[_Revision]) -> None:
    for article, content, added_at, cleaning in revisions:
        save_revision(connection, key, article, content, added_at=added_at, cleaning=cleaning)
        save_names(connection, key, article)


def _save_edits(connection: sqlite3.Connection, key: int, edits: Sequence[tuple[str, str]]) -> None:
    connection.executemany(
        "INSERT INTO edit (article, at, facts) VALUES (?, ?, ?)", ((key, at, facts) for at, facts in edits)
    )


def _find_article(connection: sqlite3.Connection, digest: str) -> int | None:
    row = connection.execute("SELECT article FROM revision WHERE sha256 = ?", (digest,)).fetchone()
    return int(row[0]) if row else None


def _read_revision(entry: Mapping[str, Any]) -> _Revision:
    record, content, cleaning = (entry.get(key) for key in ("article", "content", "cleaning"))
    if not isinstance(record, dict) or not isinstance(content, str) or type(cleaning) is not int:
        raise ValueError("a revision is no article, content and cleaning")
    if not 0 <= cleaning < 1 << 31:
        raise ValueError("cleaning is no version")
    article = read_article_record(record)
    original = b64decode(content, validate=True)
    if hashlib.sha256(original).hexdigest() != article.sha256:
        raise ValueError("the content of a revision is not what its digest says")
    if not all(map(is_clean, _texts(article))):
        raise ValueError("a text holds what hides, reorders or controls")
    return _Revision(article, original, _read_time(entry, "added_at"), cleaning)


def _texts(article: Article) -> Iterator[str]:
    yield article.text
    yield from article.warnings
    yield from (line.text for line in article.removed)
    yield from article.authors.value if article.authors else ()
    for found in (article.title, article.outlet, article.url, article.language):
        if found:
            yield found.value


def _read_edit(entry: Mapping[str, Any]) -> tuple[str, str]:
    """The time and the facts of an edit, as rows have them."""
    facts = entry.get("facts")
    if not isinstance(facts, dict) or not all(isinstance(value, str) for value in facts.values()):
        raise ValueError("the facts of an edit are no texts by field")
    try:
        checked = {field: check_fact(field, value) for field, value in facts.items()}
    except InvalidFact as error:
        raise ValueError(str(error)) from error
    at = _read_time(entry, "at").isoformat(timespec="seconds")
    return at, json.dumps(checked, ensure_ascii=False)


def _read_time(entry: Mapping[str, Any], key: str) -> datetime:
    value = entry.get(key)
    time = datetime.fromisoformat(value) if isinstance(value, str) else None
    if time is None or time.tzinfo is None:
        raise ValueError(f"{key} is no time with its zone")
    return time


def _entries(record: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    entries = record.get(key)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{key} is no list of objects")
    return entries
