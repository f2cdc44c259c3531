"""What a person types into a search, as what it asks. Every text is a query; none is an error.

    ceasefire "arms deal" -hostages outlet:reuters since:2026-01-01 title:drones

Words and phrases in quotation marks must all stand in the article, in any of their forms; one behind a
minus must not. Fields narrow the search, with quotation marks around a value of several words. A field
that is named twice lets either value through. What is no field, or no value of one, is words.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from briefer.analysis.matching import find_stems
from briefer.model import Genre
from briefer.model.library import Filter, Phrase, Query
from briefer.text.hygiene import clean_text

FIELDS = ("outlet", "author", "lang", "genre", "theme", "since", "until", "title")
_MOST_CHARACTERS = 10_000
_MOST_PHRASES = 64
_MOST_WORDS = 64
_MOST_HYPHENS = 3
"""A hyphen leaves two spellings open, and each further one doubles them."""
_PART = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")


class _Part(NamedTuple):
    """One part of a query as it was typed, and taken apart; `field` is None where it is words alone."""

    typed: str
    is_excluded: bool
    field: str | None
    value: str


def parse_query(text: str, *, themes: Collection[str] = ()) -> Query:
    """What `text` asks for; `themes` are the names of those that may be asked for."""
    reading = _Reading(frozenset(themes))
    cleaned = clean_text(text[:_MOST_CHARACTERS])
    if len(text) > _MOST_CHARACTERS:
        reading.notes.append(f"Only the first {_MOST_CHARACTERS} characters are searched for.")
    for part in _iter_parts(cleaned):
        reading.take(part)
    return reading.query()


def _iter_parts(text: str) -> Iterator[_Part]:
    for match in _PART.finditer(text):
        value = match["quoted"] if match["plain"] is None else match["plain"]
        field = match["field"].lower() if match["field"] else None
        named = field in FIELDS and bool(value.strip())
        words = value if field is None or named else f"{match['field']} {value}"
        yield _Part(match[0], bool(match["minus"]), field if named else None, words)


def _find_misreading(part: _Part) -> str | None:
    """What of a part means something elsewhere and nothing here."""
    if part.field or part.value != part.typed:
        return None
    if part.typed.endswith(":") and part.typed[:-1].lower() in FIELDS:
        return "its value stands right behind the colon; the word is searched for."
    if part.typed in ("AND", "OR", "NOT"):
        return "it is a word like others; all words must stand in an article, and none behind a minus."
    return "there are no wildcards; a word is found in all its forms." if "*" in part.typed else None


class _Reading:
    """A query that is being read, part by part."""

    def __init__(self, themes: frozenset[str]) -> None:
        self.notes: list[str] = []
        self._known_themes = themes
        self._phrases: dict[Phrase, None] = {}
        self._wanted = Filter()
        self._themes: dict[str, None] = {}
        self._takers: dict[str, Callable[[str], str | None]] = {
            "outlet": lambda value: self._widen("outlets", value),
            "author": lambda value: self._widen("authors", value),
            "lang": self._take_language,
            "genre": self._take_genre,
            "theme": self._take_theme,
            "since": lambda value: self._take_day("since", value),
            "until": lambda value: self._take_day("until", value),
        }

    def query(self) -> Query:
        phrases = tuple(self._phrases)
        if len(phrases) > _MOST_PHRASES:
            self.notes.append(f"Only the first {_MOST_PHRASES} words and phrases are searched for.")
        return Query(phrases[:_MOST_PHRASES], self._wanted, tuple(self._themes), tuple(self.notes))

    def take(self, part: _Part) -> None:
        if note := _find_misreading(part):
            self.notes.append(f"{part.typed}: {note}")
        if part.field in self._takers:
            problem = (
                "a field cannot be excluded" if part.is_excluded else self._takers[part.field](part.value)
            )
            if problem is None:
                return
            self.notes.append(f"{part.typed}: {problem}; its words are searched for.")
        self._take_words(part)

    def _take_words(self, part: _Part) -> None:
        words = " ".join(part.value.split()[:_MOST_WORDS])
        if words.count("-") > _MOST_HYPHENS:
            words = words.replace("-", " ")
        if find_stems(words):
            self._phrases[Phrase(words, part.field == "title", part.is_excluded)] = None

    def _widen(self, name: str, value: str) -> str | None:
        widened: dict[str, Any] = {name: (*getattr(self._wanted, name), value.strip())}
        self._wanted = replace(self._wanted, **widened)
        return None

    def _take_genre(self, value: str) -> str | None:
        if value.casefold() not in list(Genre):
            return f"a genre is one of {', '.join(Genre)}"
        self._wanted = replace(self._wanted, genres=(*self._wanted.genres, Genre(value.casefold())))
        return None

    def _take_language(self, value: str) -> str | None:
        if not _LANGUAGE.fullmatch(value.strip()):
            return "a language is written like en"
        return self._widen("languages", value)

    def _take_theme(self, value: str) -> str | None:
        value = value.casefold()
        if value not in self._known_themes:
            return "no theme has this name"
        self._themes[value] = None
        return None

    def _take_day(self, name: str, value: str) -> str | None:
        try:
            edge = {name: date.fromisoformat(value)}
        except ValueError:
            return "a day is written like 2026-11-20"
        try:
            period = replace(self._wanted.period, **edge)
        except ValueError as error:
            return str(error)
        self._wanted = replace(self._wanted, period=period)
        return None
