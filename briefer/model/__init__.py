"""The values that go down the pipe: one word per thing."""

from briefer.model.articles import Article, Basis, Found, Genre, LineKind, Paragraph, RemovedLine
from briefer.model.briefs import (
    Brief,
    BriefSpec,
    Citation,
    KeyPoint,
    Method,
    Period,
    Quote,
    Section,
    Source,
)
from briefer.model.dates import PartialDate, Precision
from briefer.model.drafts import Choice, Draft, Mark, Place
from briefer.model.evidence import Evidence, Excerpt, TermShare, ThemeScore
from briefer.model.reading import Duplicate, Failure, Reading
from briefer.model.spans import LineRange, Passage, Sentence, Span
from briefer.model.themes import Lexicon, Term, Theme

__all__ = [
    "Article",
    "Basis",
    "Brief",
    "BriefSpec",
    "Choice",
    "Citation",
    "Draft",
    "Duplicate",
    "Evidence",
    "Excerpt",
    "Failure",
    "Found",
    "Genre",
    "KeyPoint",
    "Lexicon",
    "LineKind",
    "LineRange",
    "Mark",
    "Method",
    "Paragraph",
    "PartialDate",
    "Passage",
    "Period",
    "Place",
    "Precision",
    "Quote",
    "Reading",
    "RemovedLine",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Term",
    "TermShare",
    "Theme",
    "ThemeScore",
]
