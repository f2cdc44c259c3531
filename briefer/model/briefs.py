"""What was asked, and the finished document before it is rendered.

A `Brief` copies the words it prints: it stays whole when its articles are gone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefer.model.articles import Genre
from briefer.model.changes import Changes
from briefer.model.choices import Choice
from briefer.model.dates import PartialDate
from briefer.model.findings import Waiver
from briefer.model.repairs import Repair
from briefer.model.spans import LineRange, Span


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included; None leaves that end open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"the period ends ({self.until}) before it begins ({self.since})")

    @property
    def is_open(self) -> bool:
        """Whether every day falls in it."""
        return self.since is None and self.until is None

    def holds(self, published: PartialDate) -> bool:
        """Whether an article of this date may fall in the period."""
        return (self.since is None or published.latest >= self.since) and (
            self.until is None or published.earliest <= self.until
        )


@dataclass(frozen=True, slots=True)
class BriefSpec:
    """What was asked of a brief.

    `words` is the most source words it may print, and `annex_words` how many of each source its annex
    may print besides, around what is quoted; 0 leaves the annex out. `audience` and `handling` are the
    analyst's words on whom it is for and how it may be passed on, printed as they are. Where a period is
    asked, an undated article is left out unless `keep_undated`, for nobody can say that it belongs.
    `late` are the ids of articles that are used although they are not of the period, for they came in
    after it was reported on. `repairs` allows
    words of ours in brackets, without which a sentence could not be read alone.
    """

    themes: tuple[str, ...]
    as_of: date
    period: Period = Period()
    keep_undated: bool = False
    words: int = 900
    summariser: str = "coverage"
    template: str = "policy-brief"
    title: str | None = None
    audience: str | None = None
    handling: str | None = None
    paper: str = "A4"
    late: tuple[str, ...] = ()
    annex_words: int = 400
    repairs: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a reader finds a quote: `source` is the number in the brief's list of sources."""

    source: int
    paragraph: int
    article_id: str
    span: Span


OMISSION = "[…]"
"""What a reader sees where the analyst left words of a quote out."""


BLANK = "□"
"""What a reader sees where no font has the letter."""


class QuoteKind(StrEnum):
    VERBATIM = "verbatim"
    REPAIRED = "repaired"  # whole, with words of ours in square brackets
    TRIMMED = "trimmed"  # by the analyst, with an ellipsis wherever something is left out


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as printed in a source. `number` counts the quotes of a brief in printing order, from 1.

    `parts` are the spans of the article that are printed, in order, apart and within the citation's span:
    that one alone where the quote is verbatim. `text` has them with an ellipsis, `[…]`, for all that is
    left out, and the `repairs` in square brackets, which are ours. `sentence` is the span of the sentence
    that was chosen; the citation's begins before it where the sentence is carried by the one before.
    `lines` are those of its paragraph in the raw file, or None where that has no lines. `rewording` is what
    the analyst says in its place, printed above it in a box of the analyst's; its paragraphs are parted by
    blank lines; it may be empty.
    """

    number: int
    text: str
    citation: Citation
    kind: QuoteKind
    parts: tuple[Span, ...]
    sentence: Span
    lines: LineRange | None
    genre: Genre | None
    published: PartialDate | None
    repairs: tuple[Repair, ...] = ()
    rewording: str = ""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One of the few sentences that a hurried reader reads; `theme` is the title of its section.

    `origins` counts the articles that make the statement, those that print it word for word alike as one;
    0 where nobody counted. `is_retold` says that another article may say as much in other words, which nobody
    has counted.
    """

    theme: str
    quote: Quote
    origins: int = 0
    is_retold: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What the sources say on one theme.

    `summary` reads in order. `evidence` and `commentary` (sources that are opinion) open with what the
    analyst kept, in the analyst's order; the others stand strongest first, and of those about as strong the
    latest. `assessment` is the analyst's text, its paragraphs parted by blank lines, or empty. No quote
    stands twice in a brief: `key_points` numbers those of this theme, from 1. `sentence_count` and
    `source_count` count all that was found, printed or not. A section in which nothing was found is empty,
    and a template says so.
    `lexicon_sha256` is the digest of the words that the theme was looked for with.
    """

    theme: str
    title: str
    lexicon_sha256: str
    summary: tuple[Quote, ...]
    evidence: tuple[Quote, ...]
    commentary: tuple[Quote, ...]
    key_points: tuple[int, ...]
    sentence_count: int
    source_count: int
    assessment: str

    @property
    def is_empty(self) -> bool:
        return self.sentence_count == 0


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered entry of the list of sources. `quotes` numbers the quotes taken from it.

    `sha256` is the digest of the file's bytes, `text_sha256` that of the cleaned text in UTF-8.
    """

    number: int
    article_id: str
    file: str
    sha256: str
    text_sha256: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: PartialDate | None
    genre: Genre | None
    url: str | None
    language: str | None
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph in the annex. `span` is where the article has `text`.

    `quote` is the number of the quote that prints it, None for what stands around. An omission mark of
    ours, with white space beside it, has no span.
    """

    text: str
    span: Span | None
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class CitedParagraph:
    """A paragraph that is quoted, as the annex prints it: the quotes in it, and words around them.

    `citation` has the span of the whole paragraph; `pieces` are what is printed of it, in order.
    """

    citation: Citation
    pieces: tuple[Piece, ...]
    lines: LineRange | None

    @property
    def id(self) -> str:
        """The name of its place in the document: `a3-4` for paragraph 4 of source 3."""
        return f"a{self.citation.source}-{self.citation.paragraph}"

    @property
    def text(self) -> str:
        """As it is printed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def quotes(self) -> tuple[int, ...]:
        """The numbers of the quotes in it, each once, in the order of the paragraph."""
        return tuple(dict.fromkeys(piece.quote for piece in self.pieces if piece.quote is not None))

    @property
    def parts(self) -> tuple[Span, ...]:
        """The spans of the article that are printed, without white space at their ends."""
        runs: list[Span] = []
        for span in (piece.span for piece in self.pieces if piece.span):
            if runs and runs[-1].end == span.start:
                runs[-1] = Span(runs[-1].start, span.end)
            else:
                runs.append(span)
        return tuple(runs)


@dataclass(frozen=True, slots=True)
class Curation:
    """How many sentences the analyst pinned, kept and dropped, and how many articles were set aside."""

    pinned: int = 0
    kept: int = 0
    dropped: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Method:
    """How a brief was made: counts and names, printed at its end.

    `articles_read` counts what the brief could draw on after duplicates, articles outside the period
    and those that the analyst left out were set aside. `overtaken` counts sentences that were passed
    over, for another article gives their amount otherwise.
    """

    files_found: int
    files_skipped: int
    duplicates: int
    outside_period: int
    articles_read: int
    undated: int
    lines_removed: int
    sentences: int
    summariser: str
    template: str
    version: str
    curation: Curation
    overtaken: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The finished document, plain and complete, before it is rendered.

    `sources` lists every article that was read, cited ones first in order of first citation.
    `oldest` and `newest` are the dates of the articles, where any is dated. `bottom_line` is the
    analyst's text, as an assessment is; `audience` and `handling` are the analyst's words, or empty.
    `spec` is what was asked. `waivers` are the rules of the checks that the analyst set aside; a brief
    that is `unchecked` was printed although the checks found errors, and says so on every page.
    `edition` is its number in a series, None where it is of none; `changes` say what is new since the
    brief before, None where it has none. `annex` has the paragraphs that are quoted, by source and
    paragraph, or nothing where no annex was asked for. `unprintable` are letters that no font of the
    machine has: a page shows a `BLANK` for each. `choices` and `left_out` are those of its draft, by which
    it can be made again; what was dropped does not come along in words.
    """

    title: str
    audience: str
    handling: str
    language: str
    as_of: date
    period: Period
    oldest: PartialDate | None
    newest: PartialDate | None
    bottom_line: str
    key_points: tuple[KeyPoint, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    method: Method
    limits: tuple[str, ...]
    paper: str
    spec: BriefSpec
    waivers: tuple[Waiver, ...] = ()
    unchecked: bool = False
    edition: int | None = None
    changes: Changes | None = None
    annex: tuple[CitedParagraph, ...] = ()
    unprintable: str = ""
    choices: tuple[Choice, ...] = ()
    left_out: tuple[str, ...] = ()

    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, in printing order."""
        found = [point.quote for point in self.key_points]
        for section in self.sections:
            found += [*section.summary, *section.evidence, *section.commentary]
        return tuple(found)
