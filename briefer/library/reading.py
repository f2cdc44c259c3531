"""Articles for the pipe: those of the library that a brief may draw on, and a count of the others."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from briefer.library.conditions import Condition, join_conditions
from briefer.library.facts import apply_edits, load_edits
from briefer.library.indexing import match_themes, quote
from briefer.library.opening import Library
from briefer.library.records import unpack_article
from briefer.library.searching import match_query, query_conditions
from briefer.model import Article, Period, Reading, Theme, Unloaded
from briefer.model.library import Query
from briefer.text.repeats import part_duplicates


def load_reading(
    library: Library,
    query: Query,
    *,
    narrowed_to: Sequence[Theme] = (),
    query_themes: Sequence[Theme] = (),
    unseen_by: tuple[str, int] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """The articles that a query asks for, as if their newest revisions lay in one folder, in path order.

    Where `narrowed_to` names themes, an article in which no term of any of them stands is counted and not
    loaded. `query_themes` are those that the query itself asks for. `unseen_by`, a report and a number, asks
    for articles that lay before no edition of it with a lower number. `on_progress` is told after each
    article how many are loaded, and of how many.
    """
    with library.reading() as connection:
        conditions = query_conditions(connection, query)
        asked = match_query(query.phrases, query_themes)
        if asked:
            conditions.append(_matching(asked))
        if unseen_by:
            unseen = "id NOT IN (SELECT article FROM seen WHERE report = ? AND number < ?)"
            conditions.append(Condition(unseen, unseen_by))
        inside = join_conditions(conditions)
        keys = find_candidates(connection, conditions, narrowed_to)
        articles = _load_articles(connection, keys, on_progress)
        unloaded = _count_unloaded(connection, keys, inside)
        if not query.wanted.period.is_open:
            unloaded = replace(unloaded, outside_period=_count_outside(connection, query, asked, inside))
    kept, duplicates = part_duplicates(_tell_apart(articles))
    return Reading(kept, duplicates, (), unloaded)


def find_candidates(
    connection: sqlite3.Connection, conditions: Sequence[Condition], themes: Sequence[Theme]
) -> list[int]:
    """The keys of the articles that satisfy conditions, and in which terms of the themes may stand."""
    narrowing = [_matching(match_themes(themes) or quote(""))] if themes else []
    wanted = join_conditions([*conditions, *narrowing])
    rows = connection.execute(f"SELECT key FROM article WHERE {wanted.sql}", wanted.values)
    return [key for (key,) in rows]


def _matching(match: str) -> Condition:
    return Condition("indexed IN (SELECT rowid FROM words WHERE words MATCH ?)", (match,))


def _load_articles(
    connection: sqlite3.Connection, keys: Sequence[int], on_progress: Callable[[int, int], None] | None
) -> list[Article]:
    edited = {key for (key,) in connection.execute("SELECT DISTINCT article FROM edit")}
    articles = []
    for done, key in enumerate(keys, start=1):
        (record,) = connection.execute(
            "SELECT record FROM article JOIN revision ON revision.key = newest WHERE article.key = ?", (key,)
        ).fetchone()
        article = unpack_article(record)
        articles.append(apply_edits(article, load_edits(connection, key)) if key in edited else article)
        if on_progress:
            on_progress(done, len(keys))
    return articles


def _count_unloaded(connection: sqlite3.Connection, loaded: Sequence[int], inside: Condition) -> Unloaded:
    """What a filter lets through and is not loaded; of articles that repeat each other the first counts."""
    row = connection.execute(
        "SELECT count(*), total(undated), total(sentences), total(lines_removed), total(copies) - count(*)"
        " FROM (SELECT min(key), published IS NULL AS undated, sentences, lines_removed, count(*) AS copies"
        f" FROM article WHERE {inside.sql} AND key NOT IN (SELECT value FROM json_each(?)) GROUP BY origin)",
        (*inside.values, json.dumps(list(loaded))),
    ).fetchone()
    articles, undated, sentences, lines_removed, duplicates = map(int, row)
    return Unloaded(articles, undated, sentences, lines_removed, duplicates=duplicates)


def _count_outside(connection: sqlite3.Connection, query: Query, asked: str, inside: Condition) -> int:
    """How many articles all but the period lets through."""
    whenever = replace(query, wanted=replace(query.wanted, period=Period()))
    conditions = query_conditions(connection, whenever)
    anywhere = join_conditions([*conditions, _matching(asked)] if asked else conditions)
    count = "SELECT count(*) FROM article WHERE"
    (everywhere,) = connection.execute(f"{count} {anywhere.sql}", anywhere.values).fetchone()
    (within,) = connection.execute(f"{count} {inside.sql}", inside.values).fetchone()
    return int(everywhere) - int(within)


def _tell_apart(articles: Sequence[Article]) -> list[Article]:
    """The articles by path; those that came from several folders by one path have their ids before it."""
    counts = Counter(article.path for article in articles)
    return sorted(
        (
            article if counts[article.path] == 1 else replace(article, path=Path(article.id) / article.path)
            for article in articles
        ),
        key=lambda article: article.path.parts,
    )
