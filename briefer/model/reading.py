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
class Remark:
    """Something odd about a file that is no input, such as notes on inputs that are not there."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file that holds the same article as `original`, which was kept."""

    path: Path
    original: Path


@dataclass(frozen=True, slots=True)
class Unloaded:
    """Articles of the library that were counted and not loaded, for nothing of them could be printed.

    `articles` fall in the period, and no term of a theme that is asked for stands in them; `undated`,
    `sentences` and `lines_removed` are theirs. `duplicates` repeat another article.
    """

    articles: int = 0
    undated: int = 0
    sentences: int = 0
    lines_removed: int = 0
    outside_period: int = 0
    duplicates: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of every file found: each stands in exactly one of the three, in path order.

    Of articles from the library, those in `unloaded` are counted alone.
    """

    articles: tuple[Article, ...]
    duplicates: tuple[Duplicate, ...]
    failures: tuple[Failure, ...]
    unloaded: Unloaded = Unloaded()
    remarks: tuple[Remark, ...] = ()

    @property
    def files_found(self) -> int:
        unloaded = self.unloaded.articles + self.unloaded.outside_period + self.unloaded.duplicates
        return len(self.articles) + len(self.duplicates) + len(self.failures) + unloaded
