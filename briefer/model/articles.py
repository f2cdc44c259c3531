"""One published text and what is known of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from briefer.model.dates import PartialDate
from briefer.model.spans import LineRange, Span

T_co = TypeVar("T_co", covariant=True)


class Basis(StrEnum):
    """On what ground a fact about an article is held, strongest first."""

    EDIT = "edit"  # the analyst, in the library
    SIDECAR = "sidecar"  # the analyst's own sources.toml
    METADATA = "metadata"  # JSON-LD, meta tags, document properties, front matter
    HEADLINE = "headline"  # a headline line above the body
    BYLINE = "byline"  # a byline or author line
    DATE_STAMP = "date-stamp"  # a line such as "Published: 7 October 2015"
    DATELINE = "dateline"  # the opening of the body, such as "BAGHDAD, Oct. 7 (Reuters) -"
    NOTICE = "notice"  # "First published in ..."
    BIO = "bio"
    DISCLAIMER = "disclaimer"
    TEXT = "text"  # read off the body text itself, such as its language


class Genre(StrEnum):
    REPORTING = "reporting"
    ANALYSIS = "analysis"
    OPINION = "opinion"


class LineKind(StrEnum):
    """What a removed line was."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    NAV = "nav"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BIO = "bio"
    DISCLAIMER = "disclaimer"
    TAGS = "tags"
    DATE_STAMP = "date-stamp"
    DUPLICATE = "duplicate"
    RELATED = "related"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A fact about an article, and on what ground it is held."""

    value: T_co
    basis: Basis


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the cleaned text; `number` counts from 1.

    `lines` is None where the raw file has no lines to point at, as in a PDF.
    """

    number: int
    span: Span
    lines: LineRange | None


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of the raw file that is not body text. `line` counts from 1."""

    line: int | None
    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published text and its source.

    `text` is the cleaned body: its paragraphs in reading order, joined by a blank line. It holds
    no control, invisible or bidi characters, and is the text that every `Span` points into.
    `id` is made of the file's bytes, so the same file has the same id everywhere.
    """

    id: str
    path: Path
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[RemovedLine, ...] = ()
    title: Found[str] | None = None
    authors: Found[tuple[str, ...]] | None = None
    outlet: Found[str] | None = None
    published: Found[PartialDate] | None = None
    updated: Found[PartialDate] | None = None
    url: Found[str] | None = None
    language: Found[str] | None = None
    genre: Found[Genre] | None = None
    warnings: tuple[str, ...] = field(default=())

    def words(self, span: Span) -> str:
        """The article's own words at `span`."""
        return self.text[span.start : span.end]
