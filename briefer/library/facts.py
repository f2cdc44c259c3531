"""An article under the edits of the analyst."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from briefer.model import Article, Basis, Found, Genre, PartialDate
from briefer.model.library import Edit

BETWEEN_AUTHORS = ";"


def load_edits(connection: sqlite3.Connection, key: int) -> tuple[Edit, ...]:
    """The edits of an article, first one first."""
    rows = connection.execute("SELECT at, facts FROM edit WHERE article = ? ORDER BY key", (key,))
    return tuple(make_edit(at, facts) for at, facts in rows.fetchall())


def make_edit(at: str, facts: str) -> Edit:
    """The edit of a row."""
    return Edit(datetime.fromisoformat(at), tuple(json.loads(facts).items()))


def apply_edits(article: Article, edits: Iterable[Edit]) -> Article:
    """The article as the analyst knows it; what an edit took back is as it was found."""
    known = {field: value for edit in edits for field, value in edit.facts}
    found: dict[str, Any] = {
        field: Found(_read(field, value), Basis.EDIT) for field, value in known.items() if value
    }
    return replace(article, **found) if found else article


def _read(field: str, value: str) -> str | tuple[str, ...] | PartialDate | Genre:
    match field:
        case "published":
            return PartialDate.from_iso(value)
        case "genre":
            return Genre(value)
        case "authors":
            return tuple(name.strip() for name in value.split(BETWEEN_AUTHORS) if name.strip())
        case _:
            return value
