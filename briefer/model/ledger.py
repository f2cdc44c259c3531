"""The evidence of a brief, for programs: every source sentence with the place where it stands.

`briefer schema ledger` prints what these fields look like as JSON; the two say the same.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefer.model.articles import Genre
from briefer.model.briefs import BriefSpec, Method
from briefer.model.choices import Choice
from briefer.model.dates import PartialDate
from briefer.model.findings import Waiver
from briefer.model.repairs import Repair
from briefer.model.spans import LineRange, Span

LEDGER_NAME = "ledger.json"
"""What it is called among the attachments of a PDF."""
LEDGER_SUFFIX = ".ledger.json"
"""How the name of a ledger's file ends where it lies beside its brief."""


REPEATED = "thead"
"""The place of text that stands on every page that its table goes on to."""


class EntryKind(StrEnum):
    """How the words stand on the page."""

    VERBATIM = "verbatim"  # one sentence, whole
    CARRIED = "carried"  # with the sentence before it, without which it could not be read
    REPAIRED = "repaired"  # with words of ours in square brackets
    TRIMMED = "trimmed"  # by the analyst, with an ellipsis wherever something is left out
    CONTEXT = "context"  # a paragraph of the annex: what is quoted from it, and words around
    AMOUNT = "amount"  # a revised amount out of a sentence that the brief prints elsewhere
    EARLIER = "earlier"  # a sentence of the brief before, whose amount is revised


class Part(StrEnum):
    """The part of a brief that a sentence is printed in."""

    CHANGES = "changes"
    KEY_POINTS = "key-points"
    SUMMARY = "summary"
    EVIDENCE = "evidence"
    COMMENTARY = "commentary"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Entry:
    """One source sentence as it is printed, or one paragraph of the annex.

    `id` is also the name of its place in the document. `theme` is the title of its section, None in the
    annex, `page` where the paper has it, or None off paper. `source` is a `LedgerSource.number`, for
    an earlier sentence one of the brief before. `span` and `spans` (what is printed of it) count
    characters of the cleaned text; `sentence` is the one that was chosen, in the annex what is quoted
    first. `lines` are those of the paragraph in the file. `repairs` are in brackets in `words`, whatever
    the kind.
    """

    id: str
    part: Part
    theme: str | None
    page: int | None
    kind: EntryKind
    source: int
    paragraph: int
    span: Span
    spans: tuple[Span, ...]
    sentence: Span
    lines: LineRange | None
    words: str
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerSource:
    """One article that the brief could draw on. `file` is its path below the folder that was read.

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


@dataclass(frozen=True, slots=True)
class LedgerBefore:
    """The brief before, and those of its sources, by its own numbers, that earlier sentences are from.

    `edition` is its number in a series; `sha256` the digest of what it printed.
    """

    title: str
    as_of: date
    edition: int | None
    sha256: str
    sources: tuple[LedgerSource, ...]


@dataclass(frozen=True, slots=True)
class LedgerTheme:
    """A section's theme, the digest of the words that it was looked for with, and how much was found."""

    name: str
    title: str
    lexicon_sha256: str
    sentence_count: int
    source_count: int


@dataclass(frozen=True, slots=True)
class AnalystText:
    """What the analyst wrote; `theme` is the title of the section it stands in, None the bottom line.

    `entry` is the id of the sentence that it rewords, None where it rewords none.
    """

    theme: str | None
    entry: str | None
    text: str


@dataclass(frozen=True, slots=True)
class PageText:
    """A block of a page that is not a source's words, such as a heading, a note or a row of a table.

    `place` is the id of the element that it is in, or of the nearest around it, such as `source-3` for
    the third of the sources; None where there is none. The head of a table has the place `thead`: each
    page that the table goes on to repeats it. `is_written` says that it is the analyst's own.
    """

    place: str | None
    is_written: bool
    text: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a brief rests on, in printing order. `cleaning` is the version that cleaned the texts.

    `page` has all that is printed but the sources' words, and `margins` what stands around each page of
    paper; both are empty where the form of a brief has neither. `waivers` are the rules that the analyst
    set aside; `unchecked` says that the checks found errors; `unprintable` are letters for which the pages
    have a mark, for no font has them. `edition` is its number in a series. `before` is the brief whose
    readers are told what is new, None where there is none. `choices` and `left_out` (ids of articles) are
    what was decided, without the words of what was dropped.
    """

    format: str
    title: str
    as_of: date
    cleaning: str
    spec: BriefSpec
    themes: tuple[LedgerTheme, ...]
    sources: tuple[LedgerSource, ...]
    entries: tuple[Entry, ...]
    analyst: tuple[AnalystText, ...]
    waivers: tuple[Waiver, ...]
    unchecked: bool
    unprintable: str
    method: Method
    edition: int | None = None
    before: LedgerBefore | None = None
    choices: tuple[Choice, ...] = ()
    left_out: tuple[str, ...] = ()
    page: tuple[PageText, ...] = ()
    margins: tuple[str, ...] = ()
