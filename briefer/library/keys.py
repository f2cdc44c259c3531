"""From what a person types to the article that is meant."""

import sqlite3

from briefer.errors import UnknownArticle


def get_article_key(connection: sqlite3.Connection, prefix: str) -> int:
    """The key of the one article of which a revision has an id that begins so.

    Raises:
        UnknownArticle: there is none, or there are several; says which.
    """
    prefix = prefix.strip().lower()
    # A range rather than LIKE: what is typed holds no pattern, and the index serves it.
    rows = connection.execute(
        "SELECT DISTINCT article FROM revision WHERE id >= ? AND id < ? LIMIT 20", (prefix, prefix + "g")
    ).fetchall()
    if len(rows) == 1 and prefix:
        return int(rows[0][0])
    keys = [key for (key,) in rows]
    marks = ", ".join("?" * len(keys))
    ids = connection.execute(f"SELECT id FROM article WHERE key IN ({marks}) ORDER BY id", keys)
    raise UnknownArticle(prefix, [identity for (identity,) in ids.fetchall()])
