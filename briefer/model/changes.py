"""What a brief says that the one before did not, and what it leaves as it was.

Numbers of quotes and sources are those of this brief; what has `earlier` in its name counts in the one
before, whose words and sources are copied here, so that this brief stays whole without it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefer.model.dates import PartialDate
from briefer.model.spans import LineRange, Span


class ChangeState(StrEnum):
    """How a sentence or a theme stands to the brief before."""

    NEW = "new"
    DEVELOPING = "developing"  # the same story, with more to tell
    UNCHANGED = "unchanged"  # nothing that was not printed before
    GONE = "gone"  # printed before, and no longer reported


class Correction(StrEnum):
    """What of an article is not as it was when the brief before was made."""

    TEXT = "text"
    DATE = "date"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class EarlierBrief:
    """The brief before. `edition` is its number in a series, `sha256` the digest of what it printed."""

    title: str
    as_of: date
    edition: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class EarlierSentence:
    """A sentence that the brief before printed, with all that its citation stands for.

    `number` is that of the quote there, `theme` the name of the theme, `text` the source's words; the
    rest is as in `Quote`, `Citation` and `Source`.
    """

    number: int
    theme: str
    text: str
    source: int
    paragraph: int
    article_id: str
    span: Span
    parts: tuple[Span, ...]
    sentence: Span
    lines: LineRange | None
    file: str
    sha256: str
    text_sha256: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: PartialDate | None


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """How one printed sentence stands to the brief before.

    `earlier` is the number of the quote there that it says again or goes on from; None where it is new, or
    where that was printed in a brief before that one.
    """

    quote: int
    state: ChangeState
    earlier: int | None = None

    def __post_init__(self) -> None:
        if self.state is ChangeState.GONE or (self.state is ChangeState.NEW and self.earlier is not None):
            raise ValueError(f"quote {self.quote}: {self.state}, and goes on from {self.earlier}")


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """Another amount of the same thing in the same story.

    `amount` is the one that quote number `quote` has, with what qualifies it and what it counts; `span` is
    its place in the article. `then` is the place of the other one in the text of the earlier sentence.
    """

    quote: int
    amount: str
    span: Span
    earlier: EarlierSentence
    then: Span


@dataclass(frozen=True, slots=True)
class CorrectedSource:
    """An article that both briefs drew on, and that has changed in one respect.

    `source` and `earlier` are its numbers; `now` and `then` the dates in ISO 8601 or the outlets, empty
    where none was known; of a text they are the beginnings of the two digests of its file.
    """

    source: int
    earlier: int
    correction: Correction
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """How a theme stands to the brief before, by the name and title of its section.

    `new`, `developing` and `carried` count the sentences that are printed now; a theme is developing, too,
    where what is new on it cannot be printed. Of the sentences that were printed before, `standing` are
    still in the sources or said again by others, and `gone` are not.
    """

    theme: str
    title: str
    state: ChangeState
    new: int
    developing: int
    carried: int
    standing: int
    gone: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the brief before.

    `sentences` has each quote of this brief once, in printing order; `themes` its sections, in order.
    `said_again` counts the sentences printed before that further articles say now. `unasked` are the
    titles of themes that were asked for before and are not now. `remembered` is what all briefs before
    this one printed, latest first, as far as they remember it. `is_apart` says that this brief had none of
    the articles that the one before drew on, so that it cannot know what of them still holds.
    """

    before: EarlierBrief
    sentences: tuple[SentenceChange, ...]
    revised: tuple[RevisedFigure, ...]
    corrected: tuple[CorrectedSource, ...]
    themes: tuple[ThemeChange, ...]
    said_again: int
    unasked: tuple[str, ...]
    remembered: tuple[str, ...]
    is_apart: bool

    @property
    def is_none(self) -> bool:
        """Whether nothing has changed that a reader of the brief before would want to know."""
        states = {
            *(change.state for change in self.sentences),
            *(change.state for change in self.themes),
        }
        return states <= {ChangeState.UNCHANGED} and not (self.corrected or self.said_again or self.unasked)

    def of_quote(self, number: int) -> SentenceChange:
        """How the quote of this number stands to the brief before."""
        return next(change for change in self.sentences if change.quote == number)

    def of_theme(self, name: str) -> ThemeChange:
        """How the theme of this name stands to the brief before."""
        return next(change for change in self.themes if change.theme == name)
