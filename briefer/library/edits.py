"""What the analyst knows better of an article: kept beside it, over whatever revision comes."""

import json
from collections.abc import Mapping
from datetime import datetime

from briefer.errors import InvalidFact, hint_at
from briefer.library.facts import make_edit
from briefer.library.keys import get_article_key
from briefer.library.opening import Library
from briefer.library.rows import write_row
from briefer.model import Genre, PartialDate
from briefer.model.library import Edit
from briefer.text.hygiene import clean_line

FIELDS = ("title", "authors", "outlet", "published", "genre")
"""What can be edited, each as one line of text; several authors are parted by semicolons."""


def check_fact(field: str, value: str) -> str:
    """The value as it is kept; an empty one takes an earlier edit back.

    Raises:
        InvalidFact: it has no meaning there; says what has.
    """
    line = clean_line(value, limit=2000)
    if line and field == "published":
        try:
            return str(PartialDate.from_iso(line))
        except ValueError:
            raise InvalidFact(field, line, "Write 2015-10-07, 2015-10 or 2015.") from None
    if line and field == "genre" and line not in list(Genre):
        hint = hint_at(line, list(Genre), otherwise=f"Write one of: {', '.join(Genre)}.")
        raise InvalidFact(field, line, hint)
    if field not in FIELDS:
        raise InvalidFact("field", field, f"Write one of: {', '.join(FIELDS)}.")
    return line


def save_edit(library: Library, article: str, facts: Mapping[str, str], *, now: datetime) -> str:
    """Keep what is known better of the article whose id begins so; says its whole id.

    Raises:
        InvalidFact: a value has no meaning there; says what has.
        UnknownArticle: no article has such an id, or several have.
    """
    checked = {field: check_fact(field, value) for field, value in facts.items()}
    with library.writing() as connection:
        key = get_article_key(connection, article)
        connection.execute(
            "INSERT INTO edit (article, at, facts) VALUES (?, ?, ?)",
            (key, now.isoformat(timespec="seconds"), json.dumps(checked, ensure_ascii=False)),
        )
        return write_row(connection, key)


def undo_edit(library: Library, article: str) -> Edit | None:
    """Take the last edit of an article back; says which that was, or None where there is none.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    with library.writing() as connection:
        key = get_article_key(connection, article)
        row = connection.execute(
            "SELECT key, at, facts FROM edit WHERE article = ? ORDER BY key DESC LIMIT 1", (key,)
        ).fetchone()
        if row is None:
            return None
        connection.execute("DELETE FROM edit WHERE key = ?", (row[0],))
        write_row(connection, key)
        return make_edit(row[1], row[2])
