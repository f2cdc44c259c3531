"""Subjects to follow and the weighted terms that signal them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that signals a theme.

    `weight` says how much one mention is worth: 3 is unmistakable, 2 strong, 1 suggestive,
    0.5 weak. A term matches on word stems, or as written when `exact`: in this case, unless it
    has no capital. When `near` is not empty, one of its words or pairs of words must stand in the
    same sentence, and when `within` is given, at most so many words before or after the mention.
    """

    phrase: str
    weight: float
    exact: bool = False
    near: tuple[str, ...] = ()
    within: int | None = None

    def __post_init__(self) -> None:
        if not self.phrase.strip():
            raise ValueError("a term needs at least one word")
        if not 0 < self.weight <= 10:
            raise ValueError(f"weight of {self.phrase!r} lies outside (0, 10]: {self.weight}")
        if self.within is not None and not (self.near and self.within > 0):
            raise ValueError(f"{self.phrase!r} has nothing to stand within {self.within} words of")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms that signal a theme, and phrases that only look like it.

    A mention that lies inside one of the `excluded` phrases does not count.
    """

    terms: tuple[Term, ...]
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject to follow. `name` is the slug that a user types, `title` is printed."""

    name: str
    title: str
    description: str
    lexicon: Lexicon
