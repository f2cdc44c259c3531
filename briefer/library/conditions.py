"""What a filter asks, as conditions of SQL on the rows of articles."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from briefer.model.library import Filter


class Condition(NamedTuple):
    """A condition on a row of `article`, and the values for its question marks."""

    sql: str
    values: tuple[object, ...] = ()


def filter_conditions(connection: sqlite3.Connection, wanted: Filter) -> list[Condition]:
    """What a row of `article` must satisfy, all of it."""
    conditions = [Condition(f"removed_at IS {'NOT ' if wanted.is_removed else ''}NULL")]
    if not wanted.period.is_open:
        conditions.append(_in_period(wanted))
    if wanted.is_undated:
        conditions.append(Condition("published IS NULL"))
    if wanted.outlets:
        conditions.append(_among("outlet", _find_outlets(connection, wanted.outlets)))
    if wanted.languages:
        conditions.append(_among("language", [language.casefold() for language in wanted.languages]))
    if wanted.genres:
        conditions.append(_among("genre", [genre.value for genre in wanted.genres]))
    if wanted.authors:
        conditions.append(_among("authors", _find_authors(connection, wanted.authors)))
    return conditions


def join_conditions(conditions: Sequence[Condition]) -> Condition:
    """All of them as one."""
    return Condition(
        " AND ".join(condition.sql for condition in conditions),
        tuple(value for condition in conditions for value in condition.values),
    )


def _in_period(wanted: Filter) -> Condition:
    """As `Period.holds`: a date that is known to the month may be any day of it."""
    edges: list[Condition] = []
    if wanted.period.since:
        edges.append(Condition("latest >= ?", (wanted.period.since.isoformat(),)))
    if wanted.period.until:
        edges.append(Condition("earliest <= ?", (wanted.period.until.isoformat(),)))
    inside = join_conditions(edges)
    return Condition(f"(published IS NULL OR {inside.sql})", inside.values) if wanted.keep_undated else inside


def _among(column: str, values: list[str]) -> Condition:
    return Condition(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(values),))


def _find_outlets(connection: sqlite3.Connection, asked: tuple[str, ...]) -> list[str]:
    """The outlets of these names in any case; of a name that none has, those that it is part of."""
    # From one to the next by the index: SELECT DISTINCT would go through every article.
    rows = connection.execute(
        "WITH RECURSIVE known (name) AS (SELECT min(outlet) FROM article UNION ALL"
        " SELECT (SELECT min(outlet) FROM article WHERE outlet > name) FROM known WHERE name IS NOT NULL)"
        " SELECT name FROM known WHERE name IS NOT NULL"
    )
    known = [name for (name,) in rows]
    found: list[str] = []
    for name in map(str.casefold, asked):
        equal = [outlet for outlet in known if outlet.casefold() == name]
        found += equal or [outlet for outlet in known if name in outlet.casefold()]
    return found


def _find_authors(connection: sqlite3.Connection, asked: tuple[str, ...]) -> list[str]:
    """The lists of authors, as they are stored, in which any of these stands."""
    names = [name.casefold() for name in asked]
    known = [authors for (authors,) in connection.execute("SELECT DISTINCT authors FROM article")]
    return [authors for authors in known if any(name in authors.casefold() for name in names)]
