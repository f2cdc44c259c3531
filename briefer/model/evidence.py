"""How strongly passages speak to themes, and which words were chosen."""

from dataclasses import dataclass

from briefer.model.repairs import Repair
from briefer.model.spans import Passage, Sentence, Span


@dataclass(frozen=True, slots=True)
class TermShare:
    """What one term gave to a score. `own` is False when only neighbours or the headline have it."""

    phrase: str
    share: float
    own: bool


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """How strongly a passage speaks to a theme.

    `score` is the exact sum of the shares, which stand strongest first. Sentences of every
    article and theme are on one scale. `lone` is set where one mention is all that the sentence has,
    and no other term of the theme stands in an article long enough to have had one.
    """

    theme: str
    passage: Passage
    score: float
    shares: tuple[TermShare, ...]
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a reader must be shown to understand a sentence.

    `span` is the sentence, or reaches back over the one before where the sentence leans on it. `repairs`
    are supplied in brackets, in order. `dependence` says why the words at `span` still cannot be read
    alone, and is None where they can: only those are printed.
    """

    sentence: Sentence
    span: Span
    dependence: str | None
    repairs: tuple[Repair, ...] = ()

    @property
    def is_carried(self) -> bool:
        """Whether the sentence before is shown with it."""
        return self.span.start < self.sentence.span.start


@dataclass(frozen=True, slots=True)
class Evidence:
    """An excerpt that speaks to a theme.

    `focus` in (0, 1] is 1 where no other theme in question scores higher on the same sentence.
    """

    excerpt: Excerpt
    score: ThemeScore
    focus: float

    @property
    def strength(self) -> float:
        """How much it says on this theme and on no other: the score, lowered by a stronger theme."""
        return self.score.score * self.focus
