"""The values that go down the pipe: one word per thing."""

from briefer.model.articles import Article, Basis, Found, Genre, LineKind, Paragraph, RemovedLine
from briefer.model.briefs import (
    Brief,
    BriefSpec,
    Citation,
    Curation,
    KeyPoint,
    Method,
    Period,
    Quote,
    QuoteKind,
    Section,
    Source,
)
from briefer.model.dates import PartialDate, Precision
from briefer.model.drafts import DRAFT_SUFFIX, Choice, Draft, Mark, Place
from briefer.model.evidence import Evidence, Excerpt, TermShare, ThemeScore
from briefer.model.findings import Finding, Severity, Waiver
from briefer.model.history import History
from briefer.model.ledger import (
    LEDGER_NAME,
    LEDGER_SUFFIX,
    AnalystText,
    Entry,
    EntryKind,
    Ledger,
    LedgerSource,
    LedgerTheme,
    Part,
)
from briefer.model.reading import Duplicate, Failure, Reading
from briefer.model.spans import LineRange, Passage, Sentence, Span
from briefer.model.themes import Lexicon, Term, Theme

__all__ = [
    "DRAFT_SUFFIX",
    "LEDGER_NAME",
    "LEDGER_SUFFIX",
    "AnalystText",
    "Article",
    "Basis",
    "Brief",
    "BriefSpec",
    "Choice",
    "Citation",
    "Curation",
    "Draft",
    "Duplicate",
    "Entry",
    "EntryKind",
    "Evidence",
    "Excerpt",
    "Failure",
    "Finding",
    "Found",
    "Genre",
    "History",
    "KeyPoint",
    "Ledger",
    "LedgerSource",
    "LedgerTheme",
    "Lexicon",
    "LineKind",
    "LineRange",
    "Mark",
    "Method",
    "Paragraph",
    "Part",
    "PartialDate",
    "Passage",
    "Period",
    "Place",
    "Precision",
    "Quote",
    "QuoteKind",
    "Reading",
    "RemovedLine",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Term",
    "TermShare",
    "Theme",
    "ThemeScore",
    "Waiver",
]
