"""The articles that a query asks for, best first, each with the sentence that says most of it."""

import sqlite3
from collections.abc import Iterable, Sequence

from briefer.analysis.matching import Matcher, build_matcher, phrase_forms
from briefer.library.conditions import Condition, filter_conditions, join_conditions
from briefer.library.indexing import match_themes, quote
from briefer.library.listing import HOLDING_COLUMNS, make_holding
from briefer.library.opening import Library
from briefer.library.records import unpack_article
from briefer.model import Article, Lexicon, Span, Term, Theme
from briefer.model.library import Hit, Phrase, Query
from briefer.text.sentences import split_sentences

_TITLE_WORTH = 5.0
_LONGEST_SNIPPET = 280
_BEFORE_MARK = 90
"""Characters that are shown before the first mark of a sentence that is too long."""


def search_articles(
    library: Library, query: Query, *, themes: Sequence[Theme] = (), limit: int | None = None
) -> tuple[Hit, ...]:
    """The articles that a query asks for; of `themes`, those in which a word of any of them stands too.

    They are ranked by BM25, a word in the title worth five in the body; newest first where nothing but
    fields is asked for.
    """
    matcher = _build_matcher(query.phrases)
    with library.reading() as connection:
        match = match_query(query.phrases, themes)
        all_of_it = join_conditions(query_conditions(connection, query))
        found = (
            f"FROM words JOIN article ON indexed = words.rowid WHERE words MATCH ? AND {all_of_it.sql} "
            f"ORDER BY bm25(words, {_TITLE_WORTH}, 1.0), latest DESC, article.key"
            if match
            else f"FROM article WHERE {all_of_it.sql} ORDER BY latest IS NULL, latest DESC, article.key DESC"
        )
        rows = connection.execute(
            f"SELECT article.key, {HOLDING_COLUMNS} {found} LIMIT ?",
            (*([match] if match else []), *all_of_it.values, -1 if limit is None else limit),
        ).fetchall()
        return tuple(_make_hit(connection, row, matcher) for row in rows)


def match_query(phrases: Iterable[Phrase], themes: Sequence[Theme]) -> str:
    """What FTS5 is to match; empty where neither words nor themes are asked for."""
    parts = [_match_phrase(phrase) for phrase in phrases if not phrase.is_excluded]
    if themes:
        parts.append(match_themes(themes) or quote(""))
    return " AND ".join(f"({part})" for part in parts)


def query_conditions(connection: sqlite3.Connection, query: Query) -> list[Condition]:
    """What else the row of an article must satisfy."""
    conditions = filter_conditions(connection, query.wanted)
    excluded = [_match_phrase(phrase) for phrase in query.phrases if phrase.is_excluded]
    if excluded:
        conditions.append(
            Condition(
                "indexed NOT IN (SELECT rowid FROM words WHERE words MATCH ?)", (" OR ".join(excluded),)
            )
        )
    return conditions


def _match_phrase(phrase: Phrase) -> str:
    forms = " OR ".join(quote(" ".join(stems)) for stems in phrase_forms(phrase.words))
    return f"title : ({forms})" if phrase.in_title else f"({forms})"


def _build_matcher(phrases: Iterable[Phrase]) -> Matcher:
    """What finds the words of a query in a text, as the pipe finds the terms of a theme."""
    terms = tuple(Term(phrase.words, 1.0) for phrase in phrases if not phrase.is_excluded)
    return build_matcher([Theme("query", "", "", Lexicon(terms))])


def _make_hit(connection: sqlite3.Connection, row: Sequence[object], matcher: Matcher) -> Hit:
    key, *holding = row
    (record,) = connection.execute(
        "SELECT record FROM article JOIN revision ON revision.key = newest WHERE article.key = ?", (key,)
    ).fetchone()
    article = unpack_article(record)
    return Hit(make_holding(*holding), *make_snippet(article, matcher))


def make_snippet(article: Article, matcher: Matcher) -> tuple[str, tuple[Span, ...]]:
    """The sentence in which most of the words asked for stand, and where; the first one if none does."""
    best: tuple[int, str, list[Span]] | None = None
    for sentence in split_sentences(article):
        text = article.words(sentence.span)
        mentions = matcher.find_mentions(text)
        different = len({mention.term for mention in mentions})
        if best is None or different > best[0]:
            best = different, text, [mention.span for mention in mentions]
    _, text, places = best or (0, "", [])
    return _fit(text, _join_overlapping(places))


def _fit(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The part of a long sentence around its first mark, and the marks in it."""
    text = " ".join(text.split("\n"))
    if len(text) <= _LONGEST_SNIPPET:
        return text, tuple(marks)
    start = max(marks[0].start - _BEFORE_MARK, 0) if marks else 0
    start = text.find(" ", start) + 1 if start else 0
    end = min(start + _LONGEST_SNIPPET, len(text))
    end = end if end == len(text) else max(text.rfind(" ", start, end), start + 1)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    moved = tuple(mark.shifted(shift) for mark in inside)
    return f"{before}{text[start:end]}{after}", moved


def _join_overlapping(places: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for place in sorted(places):
        if joined and place.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return joined
