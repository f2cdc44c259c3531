"""The row of an article that lists and filters see, made anew whenever the article changes."""

import json
import sqlite3

from briefer.library.facts import apply_edits, load_edits
from briefer.library.indexing import index_article
from briefer.library.records import unpack_article
from briefer.model import Article


def write_row(
    connection: sqlite3.Connection, key: int, *, origin: int | None = None, read: Article | None = None
) -> str:
    """Write what is shown of an article: its newest revision, under the edits; says its id.

    `origin` is given for an article that is new. `read` is its newest revision, where that is at hand.
    """
    newest, added_at, record = connection.execute(
        "SELECT key, added_at, record FROM revision WHERE article = ? ORDER BY place DESC LIMIT 1", (key,)
    ).fetchone()
    article = apply_edits(read or unpack_article(record), load_edits(connection, key))
    indexed = index_article(article)
    # The index has no contents to delete by; the row of the article points past its earlier one.
    entry = connection.execute(
        "INSERT INTO words (title, body) VALUES (?, ?)", (indexed.title, indexed.body)
    ).lastrowid
    shown = (newest, entry, *_shown(article), indexed.sentences, len(article.removed), added_at)
    if origin is not None:
        connection.execute(
            f"INSERT INTO article (key, origin, {_COLUMNS}) VALUES (?, ?, {_MARKS})",
            (key, origin, *shown),
        )
    else:
        connection.execute(
            f"UPDATE article SET ({_COLUMNS}) = ({_MARKS}) WHERE key = ?",
            (*shown, key),
        )
    return article.id


_NAMES = (
    "newest", "indexed", "id", "path", "title", "authors", "outlet", "published", "earliest", "latest",
    "language", "genre", "sentences", "lines_removed", "added_at",
)  # fmt: skip
_COLUMNS = ", ".join(_NAMES)
_MARKS = ", ".join("?" * len(_NAMES))


def _shown(article: Article) -> tuple[object, ...]:
    published = article.published.value if article.published else None
    return (
        article.id,
        article.path.as_posix().encode("utf-8", "surrogateescape"),
        article.title.value if article.title else None,
        json.dumps(list(article.authors.value) if article.authors else [], ensure_ascii=False),
        article.outlet.value if article.outlet else None,
        str(published) if published else None,
        published.earliest.isoformat() if published else None,
        published.latest.isoformat() if published else None,
        article.language.value if article.language else None,
        article.genre.value.value if article.genre else None,
    )
