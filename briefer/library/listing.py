"""The articles of the library as rows of a list."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from briefer.library.conditions import Condition, filter_conditions, join_conditions
from briefer.library.indexing import match_themes
from briefer.library.opening import Library
from briefer.model import Genre, PartialDate, Theme
from briefer.model.library import Filter, Holding, Order

HOLDING_COLUMNS = (
    "article.id, article.path, article.title, article.authors, article.outlet, article.published, "
    "article.language, article.genre, article.added_at, "
    "(SELECT count(*) FROM revision WHERE article = article.key), "
    "(SELECT first.id FROM article AS first WHERE first.key = article.origin AND first.key <> article.key), "
    "article.removed_at"
)
_ORDERS = {
    Order.PUBLISHED: "latest IS NULL, latest DESC, earliest DESC, key DESC",
    Order.ADDED: "newest DESC",
    Order.OUTLET: "outlet IS NULL, outlet COLLATE NOCASE, latest DESC, key DESC",
    Order.TITLE: "title IS NULL, title COLLATE NOCASE, key",
}


def list_articles(
    library: Library,
    wanted: Filter = Filter(),  # noqa: B008 - a frozen value
    *,
    themes: Sequence[Theme] = (),
    order: Order = Order.PUBLISHED,
    limit: int | None = None,
) -> tuple[Holding, ...]:
    """The articles that a filter lets through; of `themes`, those in which a word of any of them stands."""
    with library.reading() as connection:
        conditions = filter_conditions(connection, wanted)
        if themes:
            query = match_themes(themes)
            conditions.append(
                Condition("indexed IN (SELECT rowid FROM words WHERE words MATCH ?)", (query,))
                if query
                else Condition("0")
            )
        all_of_it = join_conditions(conditions)
        rows = connection.execute(
            f"SELECT {HOLDING_COLUMNS} FROM article WHERE {all_of_it.sql} ORDER BY {_ORDERS[order]} LIMIT ?",
            (*all_of_it.values, -1 if limit is None else limit),
        )
        return tuple(make_holding(*row) for row in rows)


def count_articles(library: Library, wanted: Filter = Filter()) -> int:  # noqa: B008 - a frozen value
    """How many articles a filter lets through."""
    with library.reading() as connection:
        all_of_it = join_conditions(filter_conditions(connection, wanted))
        (number,) = connection.execute(
            f"SELECT count(*) FROM article WHERE {all_of_it.sql}",
            all_of_it.values,
        ).fetchone()
        return int(number)


def load_holding(connection: sqlite3.Connection, key: int) -> Holding:
    """The article of a key."""
    row = connection.execute(f"SELECT {HOLDING_COLUMNS} FROM article WHERE key = ?", (key,)).fetchone()
    return make_holding(*row)


def make_holding(*row: Any) -> Holding:
    """The holding of a row with `HOLDING_COLUMNS`."""
    identity, path, title, authors, outlet, published, *rest = row
    language, genre, added_at, revisions, repeats, removed_at = rest
    return Holding(
        id=identity,
        path=read_path(path),
        title=title,
        authors=tuple(json.loads(authors)),
        outlet=outlet,
        published=PartialDate.from_iso(published) if published else None,
        language=language,
        genre=Genre(genre) if genre else None,
        added_at=datetime.fromisoformat(added_at),
        revisions=revisions,
        repeats=repeats,
        removed_at=datetime.fromisoformat(removed_at) if removed_at else None,
    )


def read_path(stored: bytes) -> Path:
    """A path as it was when it was stored, whatever bytes a name is made of."""
    return Path(stored.decode("utf-8", "surrogateescape"))
