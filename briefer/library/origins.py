"""Which article of the library another one is a revision or a repetition of."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefer.library.records import unpack_article
from briefer.model import Article
from briefer.text.repeats import MOST_HOLDERS, Body, rank_candidates, read_body

_LEAST_IN_COMMON = 0.25
"""Share of its shingles that an article has in common with another of its title before it is the same one."""
_LEAST_OF_FILE = 0.4
"""Share of the shingles of either that both have, for another file of one name."""
_MOST_NAMESAKES = 8
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|source|smid|cmpid|ocid", re.IGNORECASE)


def names_of(article: Article) -> tuple[str, ...]:
    """What another revision would be known by: its address, its title with its outlet, its file's name."""
    names = []
    address = _plain_address(article.url.value) if article.url else None
    if address:
        names.append(f"url {address}")
    if article.title and article.outlet:
        names.append(f"title {_plain(article.outlet.value)}\n{_plain(article.title.value)}")
    # A name may hold bytes that are no letters.
    return (*names, f"file {article.path.name.encode('utf-8', 'backslashreplace').decode()}")


def find_earlier(connection: sqlite3.Connection, article: Article, body: Body) -> int | None:
    """The key of the article that this is another revision of.

    That is one of the same address; or of the same title and outlet, where the words are partly the same:
    a column that appears under one title each week is an article each week. Or one whose file had the same
    name, where the words are mostly the same and neither address nor outlet is another.
    """
    for name in names_of(article):
        rows = connection.execute(
            "SELECT article FROM name WHERE name = ? ORDER BY article DESC LIMIT ?", (name, _MOST_NAMESAKES)
        )
        for (key,) in rows.fetchall():
            if name.startswith("url ") or _is_earlier(article, body, _load_newest(connection, key), name):
                return int(key)
    return None


def _is_earlier(article: Article, body: Body, other: Article, name: str) -> bool:
    """Whether `other`, which goes by the same name, is the same article."""
    earlier = read_body(other)
    shares = body.share_in(earlier), earlier.share_in(body)
    if not name.startswith("file "):
        return max(shares) >= _LEAST_IN_COMMON
    facts = ((article.url, other.url), (article.outlet, other.outlet))
    is_elsewhere = any(one and another and one.value != another.value for one, another in facts)
    return min(shares) >= _LEAST_OF_FILE and not is_elsewhere


def find_origin(connection: sqlite3.Connection, body: Body) -> int | None:
    """The key of the article that came first of those with nearly this body, or with an excerpt of it."""
    shared = Counter(key for digest in body.sketch for key in _iter_holders(connection, digest))
    for key in rank_candidates(shared, len(body.sketch)):
        others = map(read_body, _iter_revisions(connection, key))
        if any(
            body.repeats(other) or body.is_excerpt_of(other) or other.is_excerpt_of(body) for other in others
        ):
            (origin,) = connection.execute("SELECT origin FROM article WHERE key = ?", (key,)).fetchone()
            return int(origin)
    return None


def save_sketch(connection: sqlite3.Connection, key: int, body: Body) -> None:
    """Remember a body that repeats no other."""
    connection.executemany(
        "INSERT OR IGNORE INTO sketch VALUES (?, ?)", ((digest, key) for digest in body.sketch)
    )


def save_names(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Remember what another revision would be known by."""
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?)", ((name, key) for name in names_of(article))
    )


def _iter_holders(connection: sqlite3.Connection, digest: int) -> Iterator[int]:
    rows = connection.execute(
        "SELECT article FROM sketch WHERE digest = ? ORDER BY article LIMIT ?", (digest, MOST_HOLDERS)
    )
    return (key for (key,) in rows.fetchall())


def _load_newest(connection: sqlite3.Connection, key: int) -> Article:
    """The newest revision of an article, as it was read."""
    (record,) = connection.execute(
        "SELECT record FROM revision JOIN article ON revision.key = newest WHERE article.key = ?", (key,)
    ).fetchone()
    return unpack_article(record)


def _iter_revisions(connection: sqlite3.Connection, key: int) -> Iterator[Article]:
    """The revisions of an article, newest first: a newspaper may reprint any of them."""
    rows = connection.execute("SELECT record FROM revision WHERE article = ? ORDER BY place DESC", (key,))
    return (unpack_article(record) for (record,) in rows)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _plain_address(url: str) -> str | None:
    """An address without what changes from one visit to the next; None where it names no single page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    query = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
    if not path and not query:
        return None
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.")
    return f"{host}{path}" + (f"?{urlencode(sorted(query))}" if query else "")
