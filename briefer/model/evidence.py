"""How strongly passages speak to themes, and which were chosen."""

from dataclasses import dataclass

from briefer.model.spans import Passage, Span


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
    article and theme are on one scale.
    """

    theme: str
    passage: Passage
    score: float
    shares: tuple[TermShare, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words chosen for a theme: a sentence, or with the sentence before that it leans on.

    `span` is what a reader must be shown to understand the sentence.
    """

    theme: str
    article_id: str
    paragraph: int
    span: Span
    score: ThemeScore
