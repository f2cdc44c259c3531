"""Articles leave the library as they entered it, under the edits of the analyst."""

import sqlite3
import zlib
from collections.abc import Collection, Iterator
from datetime import datetime

from briefer.library.facts import apply_edits, load_edits
from briefer.library.keys import get_article_key
from briefer.library.listing import load_holding
from briefer.library.opening import Library
from briefer.library.records import unpack_article
from briefer.model import Article
from briefer.model.library import Edit, Holding, Revision


def load_article(library: Library, article: str) -> tuple[Holding, Article]:
    """The article whose id begins so, in its newest revision.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    with library.reading() as connection:
        key = get_article_key(connection, article)
        return load_holding(connection, key), load_newest(connection, key)


def load_newest(connection: sqlite3.Connection, key: int) -> Article:
    """The newest revision of the article of this key, under its edits."""
    (record,) = connection.execute(
        "SELECT record FROM article JOIN revision ON revision.key = newest WHERE article.key = ?", (key,)
    ).fetchone()
    return apply_edits(unpack_article(record), load_edits(connection, key))


def load_revisions(library: Library, article: str) -> tuple[Revision, ...]:
    """Every revision of an article, newest first, without edits.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    with library.reading() as connection:
        key = get_article_key(connection, article)
        rows = connection.execute(
            "SELECT record, added_at FROM revision WHERE article = ? ORDER BY place DESC", (key,)
        ).fetchall()
        return tuple(
            Revision(unpack_article(record), datetime.fromisoformat(added_at), is_newest=place == 0)
            for place, (record, added_at) in enumerate(rows)
        )


def load_article_edits(library: Library, article: str) -> tuple[Edit, ...]:
    """The edits of an article, first one first.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    with library.reading() as connection:
        return load_edits(connection, get_article_key(connection, article))


def find_digests(library: Library, path: str) -> tuple[str, ...]:
    """The digests of the newest files of the articles that came by this path."""
    with library.reading() as connection:
        rows = connection.execute(
            "SELECT sha256 FROM article JOIN revision ON revision.key = newest WHERE path = ?",
            (path.encode("utf-8", "surrogateescape"),),
        )
        return tuple(digest for (digest,) in rows)


def iter_originals(library: Library, digests: Collection[str]) -> Iterator[tuple[Article, bytes]]:
    """The articles whose files have these digests (SHA-256), each as it was read, with the bytes of its file.

    Those that the library does not have are passed over; removed ones and older revisions are there.
    """
    with library.reading() as connection:
        for digest in dict.fromkeys(digests):
            row = connection.execute(
                "SELECT record, content FROM revision JOIN original ON revision = key WHERE sha256 = ?",
                (digest,),
            ).fetchone()
            if row:
                yield unpack_article(row[0]), zlib.decompress(row[1])
