"""Articles enter the library: once for each set of bytes, with the bytes themselves."""

import re
import sqlite3
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from briefer.library.opening import Library
from briefer.library.origins import find_earlier, find_origin, save_names, save_sketch
from briefer.library.records import pack_article, unpack_article
from briefer.library.rows import write_row
from briefer.model import Article
from briefer.model.library import Arrival
from briefer.text.cleaning import CLEANING_VERSION
from briefer.text.repeats import Body, read_body

_MOST_VARIABLES = 500
_CORRECTION = re.compile(
    r"^(?:Correction|Corrected|Clarification|Editor[’']s note)\b", re.IGNORECASE | re.MULTILINE
)
"""Opens a paragraph in which an outlet says what it had wrong."""


def find_held(library: Library, digests: Collection[str]) -> Mapping[str, Arrival]:
    """Those of the digests (SHA-256 of a file, in hexadecimal) whose bytes the library has, and how."""
    wanted = list(digests)
    held: dict[str, Arrival] = {}
    with library.reading() as connection:
        for start in range(0, len(wanted), _MOST_VARIABLES):
            part = wanted[start : start + _MOST_VARIABLES]
            marks = ", ".join("?" * len(part))
            rows = connection.execute(
                "SELECT sha256, removed_at FROM revision JOIN article ON article.key = article"
                f" WHERE sha256 IN ({marks})",
                part,
            )
            held |= {digest: Arrival.REMOVED if removed else Arrival.HELD for digest, removed in rows}
    return held


def save_articles(
    library: Library, articles: Sequence[tuple[Article, bytes]], *, now: datetime
) -> tuple[Arrival, ...]:
    """Keep articles with the bytes of their files, all of them or none; says what became of each.

    `now`, with its zone, is noted as the time at which they entered.

    Raises:
        LibraryDamaged, LibraryUnusable: nothing is kept; says why, and the way out.
    """
    with library.writing() as connection:
        return tuple(_save(connection, article, content, now) for article, content in articles)


def _save(connection: sqlite3.Connection, article: Article, content: bytes, now: datetime) -> Arrival:
    held = connection.execute(
        "SELECT revision.key, article, record, newest, removed_at"
        " FROM revision JOIN article ON article.key = article WHERE sha256 = ?",
        (article.sha256,),
    ).fetchone()
    if held:
        return _correct(connection, article, *held)
    body = read_body(article)
    earlier = find_earlier(connection, article, body)
    if earlier is not None:
        return _revise(connection, earlier, article, content, now)
    key = next_key(connection)
    save_revision(connection, key, article, content, added_at=now, cleaning=CLEANING_VERSION)
    write_new_row(connection, key, body, find_origin(connection, body), read=article)
    save_names(connection, key, article)
    return Arrival.NEW


def next_key(connection: sqlite3.Connection) -> int:
    """The key of an article that is to come."""
    (key,) = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM article").fetchone()
    return int(key)


def write_new_row(
    connection: sqlite3.Connection,
    key: int,
    body: Body,
    origin: int | None,
    *,
    read: Article | None = None,
) -> None:
    """Write the row of an article whose revisions are there; `origin` is the one that it repeats, if any."""
    write_row(connection, key, origin=key if origin is None else origin, read=read)
    if origin is None:
        save_sketch(connection, key, body)


def _correct(
    connection: sqlite3.Connection,
    article: Article,
    revision: int,
    key: int,
    record: bytes,
    newest: int,
    removed_at: str | None,
) -> Arrival:
    """Take over what is known otherwise now of bytes that the library has."""
    if removed_at:
        return Arrival.REMOVED
    before = unpack_article(record)
    after = replace(article, path=before.path)
    if after == before:
        return Arrival.HELD
    connection.execute(
        "UPDATE revision SET record = ?, cleaning = ? WHERE key = ?",
        (pack_article(after), CLEANING_VERSION, revision),
    )
    save_names(connection, key, after)
    if revision == newest:
        write_row(connection, key)
    return Arrival.CORRECTED


def _revise(
    connection: sqlite3.Connection, key: int, article: Article, content: bytes, now: datetime
) -> Arrival:
    record, removed_at = connection.execute(
        "SELECT record, removed_at FROM article JOIN revision ON revision.key = newest WHERE article.key = ?",
        (key,),
    ).fetchone()
    newest = unpack_article(record)
    save_revision(connection, key, article, content, added_at=now, cleaning=CLEANING_VERSION)
    save_names(connection, key, article)
    arrange_revisions(connection, key)
    shown = write_row(connection, key)
    if removed_at:
        return Arrival.REMOVED
    if newest.text == article.text:
        return Arrival.SAVED_AGAIN
    return Arrival.REVISED if shown == article.id else Arrival.EARLIER


def arrange_revisions(connection: sqlite3.Connection, key: int) -> None:
    """Put the revisions of an article that are dated to the day in the order of their days.

    They change places among themselves, and so do those of no known day, of which one that says that it
    corrects something stands behind those that do not.
    """
    rows = connection.execute(
        "SELECT key, record FROM revision WHERE article = ? ORDER BY place", (key,)
    ).fetchall()
    articles = [unpack_article(record) for _, record in rows]
    days = [_day_of(article) for article in articles]
    corrects = [_CORRECTION.search(article.text) is not None for article in articles]
    ordered = list(range(len(rows)))
    for is_dated in (True, False):
        places = [place for place in range(len(rows)) if (days[place] is not None) is is_dated]
        in_time = sorted(places, key=lambda place: (days[place] or date.min, corrects[place]))
        for place, revision in zip(places, in_time, strict=True):
            ordered[place] = revision
    connection.executemany(
        "UPDATE revision SET place = ? WHERE key = ?",
        ((place, rows[revision][0]) for place, revision in enumerate(ordered)),
    )


def _day_of(article: Article) -> date | None:
    """The day of a revision, where it is dated to the day."""
    found = article.updated or article.published
    return found.value.latest if found and found.value.earliest == found.value.latest else None


def save_revision(
    connection: sqlite3.Connection,
    key: int,
    article: Article,
    content: bytes,
    *,
    added_at: datetime,
    cleaning: int,
) -> None:
    """Keep one set of bytes of the article of this key, with what was read from it, as the last to come."""
    revision = connection.execute(
        "INSERT INTO revision (article, place, id, sha256, added_at, cleaning, record) VALUES"
        " (?, (SELECT coalesce(max(place), -1) + 1 FROM revision WHERE article = ?), ?, ?, ?, ?, ?)",
        (
            key,
            key,
            article.id,
            article.sha256,
            added_at.isoformat(timespec="seconds"),
            cleaning,
            pack_article(article),
        ),
    ).lastrowid
    connection.execute("INSERT INTO original VALUES (?, ?)", (revision, zlib.compress(content)))
