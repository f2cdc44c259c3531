"""What the library says of what it keeps."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from briefer.model.articles import Article, Genre
from briefer.model.briefs import Period
from briefer.model.dates import PartialDate
from briefer.model.reading import Failure
from briefer.model.spans import Span


class Arrival(StrEnum):
    """What became of a file that was brought to the library."""

    NEW = "new"  # an article that was not there
    REVISED = "revised"  # other words of an article that was there; both are kept
    EARLIER = "earlier"  # what an article that was there had said before; both are kept
    SAVED_AGAIN = "saved again"  # the same words in other bytes, which are kept too
    CORRECTED = "corrected"  # the same bytes, of which `sources.toml` says something else now
    HELD = "held"  # the same bytes: nothing to do
    REMOVED = "removed"  # an article that the analyst removed; it stays removed


@dataclass(frozen=True, slots=True)
class Holding:
    """An article of the library as a list shows it: its newest revision, with the analyst's edits.

    `repeats` is the id of the article that came first of those with nearly the same body, or None where
    that is this one. `removed_at` is None unless it is removed.
    """

    id: str
    path: Path
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: PartialDate | None
    language: str | None
    genre: Genre | None
    added_at: datetime
    revisions: int
    repeats: str | None
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One set of bytes that an article of the library came in, as it was read, without edits."""

    article: Article
    added_at: datetime
    is_newest: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """What an analyst corrected of an article in one go: facts by field, an empty one taken back."""

    at: datetime
    facts: tuple[tuple[str, str], ...]


class Order(StrEnum):
    """How a list of articles is sorted; what has no such fact comes last."""

    PUBLISHED = "published"  # newest first
    ADDED = "added"  # last one first
    OUTLET = "outlet"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles of the library are meant: those for which all of this holds.

    An empty tuple asks nothing. Outlets, languages and authors are compared without regard to case;
    an author is any part of a name. `is_undated` asks for articles without a date alone. Where a period is
    given, undated articles are left out unless `keep_undated`.
    """

    period: Period = field(default_factory=Period)
    keep_undated: bool = False
    is_undated: bool = False
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[Genre, ...] = ()
    authors: tuple[str, ...] = ()
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found. `marks` are the places in `snippet` where the words asked for stand."""

    holding: Holding
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, best first; `notes` are those of its query."""

    hits: tuple[Hit, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files that were brought: each stands in exactly one of the two.

    `arrivals` hold the file, what became of it and the id of its bytes, known ones first; `total` is how
    many articles the library shows now.
    """

    arrivals: tuple[tuple[Path, Arrival, str], ...]
    failures: tuple[Failure, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are searched for as they follow each other, in any of their forms."""

    words: str
    in_title: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a search asks for: every phrase, and all that the filter and one of the themes ask.

    `notes` say, a line each, what of the text was understood otherwise than it may have been meant.
    """

    phrases: tuple[Phrase, ...] = ()
    wanted: Filter = field(default_factory=Filter)
    themes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the lines of an export: new ones, ones that were there, and bad ones with the reason."""

    new: int
    held: int
    failures: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Health:
    """How the library fares. `schema` is None where there is no library, or none that can be opened.

    `problems` are lines that a person can act on; without any, all is well.
    """

    path: Path
    schema: int | None
    articles: int
    size_bytes: int
    free_bytes: int
    backups: int
    problems: tuple[str, ...]
