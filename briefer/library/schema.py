"""The tables of the library, as the steps that made them.

A step that was ever released is not changed: a new one follows it.
"""

from typing import NamedTuple

APPLICATION_ID = 0x42524652
"""What marks a SQLite file as a library of ours: "BRFR"."""


class Migration(NamedTuple):
    """One step from a schema to the next; its version is its place in `MIGRATIONS`, from 1."""

    name: str
    statements: tuple[str, ...]


_ARTICLES = (
    "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)",
    # What a list shows and a filter asks, of the newest revision under the analyst's edits. `origin` is the
    # article that came first of those with nearly the same body, `indexed` its row in `words`.
    """CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        newest INTEGER NOT NULL,
        indexed INTEGER NOT NULL,
        origin INTEGER NOT NULL,
        id TEXT NOT NULL,
        path BLOB NOT NULL,
        title TEXT,
        authors TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        earliest TEXT,
        latest TEXT,
        language TEXT,
        genre TEXT,
        sentences INTEGER NOT NULL,
        lines_removed INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        removed_at TEXT
    )""",
    # From what a search found to what a filter asks of it, without a look at the rows.
    "CREATE INDEX article_indexed ON article (indexed, latest, earliest, outlet, removed_at)",
    "CREATE INDEX article_outlet ON article (outlet)",
    "CREATE INDEX article_published ON article (latest, earliest, outlet, indexed)",
    "CREATE INDEX article_origin ON article (origin)",
    # One for each set of bytes. `place` orders those of an article by their own days, the newest last.
    # `record` is the article as it was read, `cleaning` the version of the rules.
    """CREATE TABLE revision (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (key) DEFERRABLE INITIALLY DEFERRED,
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        added_at TEXT NOT NULL,
        cleaning INTEGER NOT NULL,
        record BLOB NOT NULL
    )""",
    "CREATE INDEX revision_article ON revision (article, place)",
    "CREATE INDEX revision_id ON revision (id)",
    """CREATE TABLE original (
        revision INTEGER PRIMARY KEY REFERENCES revision (key),
        content BLOB NOT NULL
    )""",
    # Addresses, and titles with their outlets, by which another revision is known as one. These two refer to
    # articles without saying so: SQLite would look through all of them for each article that is new.
    """CREATE TABLE name (
        name TEXT NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (name, article)
    ) WITHOUT ROWID""",
    # The sketches of bodies that repeat no other.
    """CREATE TABLE sketch (
        digest INTEGER NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (digest, article)
    ) WITHOUT ROWID""",
    """CREATE TABLE edit (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (key) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        facts TEXT NOT NULL
    )""",
    "CREATE INDEX edit_article ON edit (article)",
    # Stems, as the pipe finds them: its own matching and this index cannot part. Rows are only ever added.
    "CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize='ascii')",
)

_EDITIONS = (
    """CREATE TABLE edition (
        key INTEGER PRIMARY KEY,
        report TEXT NOT NULL,
        number INTEGER NOT NULL,
        period TEXT NOT NULL,
        take INTEGER NOT NULL,
        first TEXT,
        until TEXT NOT NULL,
        as_of TEXT NOT NULL,
        made_at TEXT NOT NULL,
        title TEXT NOT NULL,
        template_sha256 TEXT NOT NULL,
        is_empty INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        brief BLOB NOT NULL,
        draft BLOB,
        UNIQUE (report, number),
        UNIQUE (report, period, take)
    )""",
    """CREATE TRIGGER edition_stays BEFORE UPDATE ON edition
        BEGIN SELECT RAISE (ABORT, 'an edition never changes'); END""",
    """CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition
        BEGIN SELECT RAISE (ABORT, 'an edition is never taken back'); END""",
    # The periods on which there was nothing to report and that have no edition for it.
    """CREATE TABLE passed_over (
        report TEXT NOT NULL,
        period TEXT NOT NULL,
        PRIMARY KEY (report, period)
    ) WITHOUT ROWID""",
    # The ids of the articles that lay before an edition, by which a later one knows what came in since;
    # `number` is that of the first one.
    """CREATE TABLE seen (
        report TEXT NOT NULL,
        article TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (report, article)
    ) WITHOUT ROWID""",
    """CREATE TABLE delivery (
        position INTEGER PRIMARY KEY,
        edition INTEGER NOT NULL REFERENCES edition (key),
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        done_at TEXT,
        place TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT '',
        problem TEXT NOT NULL DEFAULT '',
        UNIQUE (edition, kind, target)
    )""",
)

MIGRATIONS: tuple[Migration, ...] = (Migration("articles", _ARTICLES), Migration("editions", _EDITIONS))
