"""What an analyst decides on single sentences."""

from dataclasses import dataclass
from enum import StrEnum

from briefer.model.spans import Span


class Mark(StrEnum):
    """What is to become of a sentence, whatever its score."""

    KEPT = "kept"  # printed in its section
    PINNED = "pinned"  # printed as a key point
    DROPPED = "dropped"  # not quoted; it may still stand around a quote in the annex


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A sentence of an article, found again as long as the file is the same."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided on one sentence under one theme.

    `moved_to` names the theme it is printed under instead. `cuts` are the parts of the article's text
    that a trimmed sentence leaves out, in order, apart and inside what is shown; a reader sees an
    ellipsis for each. Without `repairs` nothing of ours is supplied in brackets. `rewording` is what the
    analyst writes instead, printed as the analyst's own with the sentence below it; a reworded sentence
    is kept. `words` repeats what is shown of the source, for the reader of a draft's file, and tells when
    the article has changed.
    """

    theme: str
    place: Place
    words: str
    mark: Mark | None = None
    moved_to: str | None = None
    cuts: tuple[Span, ...] = ()
    repairs: bool = True
    rewording: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is decided."""
        decided = self.cuts or self.rewording or not self.repairs
        return self.mark is None and self.moved_to is None and not decided

    @property
    def printed_under(self) -> str:
        """The name of the theme whose section it belongs to."""
        return self.moved_to or self.theme

    @property
    def is_printed(self) -> bool:
        """Whether it is printed whatever the budget, as a key point or in its section."""
        return self.mark is Mark.PINNED or self.is_kept

    @property
    def is_kept(self) -> bool:
        """Whether it is printed in its section whatever the budget.

        What is moved or reworded without a mark is, too.
        """
        is_worked_on = self.moved_to is not None or bool(self.rewording)
        return self.mark is Mark.KEPT or (self.mark is None and is_worked_on)
