"""What a summariser chooses from, and what every summariser promises."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from briefer.errors import BrieferError
from briefer.model import PartialDate


class TooManySentences(BrieferError):
    """A method that compares sentences was given more of them than it can."""

    def __init__(self, name: str, count: int, limit: int) -> None:
        self.name, self.count, self.limit = name, count, limit
        super().__init__(
            f"Summariser {name!r} takes at most {limit:,} sentences, not {count:,}. "
            "Use the summariser coverage, or fewer articles."
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a summary may hold: a sentence, or a sentence with the one before that it leans on.

    `article` numbers its article in the brief's order and `position` its sentence in the article, both
    from 0. `relevance` says how strongly it speaks to the theme, from 0; 1.0 for all where there is no
    theme. `when` is the date of what it tells, as far as known.
    """

    text: str
    article: int
    position: int
    relevance: float = 1.0
    when: PartialDate | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.relevance < math.inf:
            raise ValueError(f"relevance lies outside [0, inf): {self.relevance}")


class Summariser(Protocol):
    """A method that chooses sentences; the same candidates always give the same choice."""

    @property
    def name(self) -> str:
        """What a user types after `--summariser`."""
        ...

    def choose(self, candidates: Sequence[Candidate], *, words: int, language: str = "en") -> tuple[int, ...]:
        """Positions in `candidates`, best first, whose texts together hold at most `words` words.

        No two of the texts say the same. `language` is the ISO 639-1 code of the candidates' language.
        """
        ...


@dataclass(frozen=True, slots=True)
class Gain:
    """One concept, in the words of the sentence that brought it to a summary, and what it weighs."""

    concept: str
    weight: float


@runtime_checkable
class Explainer(Protocol):
    """A summariser that can say what each sentence of a summary is there for."""

    def explain(
        self, candidates: Sequence[Candidate], chosen: Sequence[int], *, language: str = "en"
    ) -> tuple[tuple[Gain, ...], ...]:
        """For each of `chosen`, in the order of choice, what it newly brings, weightiest first."""
        ...
