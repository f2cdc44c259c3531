"""What reading a set of files came to."""

from dataclasses import dataclass
from pathlib import Path

from briefer.model.articles import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was left out, and why, in a few words that a person can act on."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file that holds the same article as `original`, which was kept."""

    path: Path
    original: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of every file found: each stands in exactly one of the three, in path order."""

    articles: tuple[Article, ...]
    duplicates: tuple[Duplicate, ...]
    failures: tuple[Failure, ...]

    @property
    def files_found(self) -> int:
        return len(self.articles) + len(self.duplicates) + len(self.failures)
