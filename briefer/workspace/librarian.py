"""What can be done with the library. It is open only as long as one call takes, in the caller's thread."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from briefer.errors import LibraryEmpty
from briefer.library.backups import backup_name, copy_library, find_backups, write_backup
from briefer.library.edits import save_edit, undo_edit
from briefer.library.exchange import LONGEST_LINE_BYTES, import_lines, iter_export
from briefer.library.health import check_health
from briefer.library.listing import count_articles, list_articles
from briefer.library.loading import (
    find_digests,
    iter_originals,
    load_article,
    load_article_edits,
    load_revisions,
)
from briefer.library.opening import Library, open_library
from briefer.library.queries import parse_query
from briefer.library.reading import load_reading
from briefer.library.removing import bring_back, remove_articles
from briefer.library.restoring import restore_library, salvage_library
from briefer.library.saving import find_held
from briefer.library.searching import search_articles
from briefer.model import Article, LedgerSource, Period, Reading, Theme
from briefer.model.library import (
    Added,
    Edit,
    Filter,
    Health,
    Hits,
    Holding,
    Imported,
    Order,
    Revision,
)
from briefer.model.verdicts import Shelf
from briefer.readers.files import list_files
from briefer.readers.reading import read_contents
from briefer.rendering.files import check_output, write_pieces
from briefer.themes import InstalledThemes, get_theme
from briefer.workspace.adding import Adding


class Librarian:
    """Keeps articles in the library at `path` and finds them again.

    `installed` gives the themes that there are, when one is asked for.
    """

    def __init__(self, path: Path, installed: Callable[[], InstalledThemes]) -> None:
        self.path = path
        self._installed = installed

    def add(
        self,
        paths: Sequence[Path],
        *,
        now: datetime,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Added:
        """Read files, and folders with all that is in them, and keep their articles.

        `on_progress` is told how many files are done for good, and of how many. Whatever is raised, an
        interruption too, what was read before is kept.

        Raises:
            UnreadableFile: none of the paths exists.
            InvalidFile: a `sources.toml` cannot be used as it stands.
            LibraryDamaged, LibraryUnusable: say why, and the way out.
        """
        listing = list_files(paths)
        with open_library(self.path) as library:
            adding = Adding(library, now, len(listing.files), on_progress)
            adding.add(listing.files)
            adding.failures += listing.failures
            return Added(
                tuple(adding.arrivals),
                tuple(sorted(adding.failures, key=lambda failure: failure.path.parts)),
                count_articles(library),
            )

    def articles(
        self,
        wanted: Filter = Filter(),  # noqa: B008 - a frozen value
        *,
        themes: Sequence[str] = (),
        order: Order = Order.PUBLISHED,
        limit: int | None = None,
    ) -> tuple[Holding, ...]:
        """The articles that a filter lets through; of `themes`, those in which a word of any of them stands.

        Raises:
            UnknownName, InvalidFile: there is no such theme, or it is broken.
            LibraryEmpty: nothing was ever added.
            LibraryDamaged, LibraryUnusable: as everywhere; say why, and the way out.
        """
        with self._open() as library:
            return list_articles(library, wanted, themes=self._get_themes(themes), order=order, limit=limit)

    def search(self, text: str, *, limit: int | None = None) -> Hits:
        """The articles that a query asks for, best first. Every text is a query.

        Raises:
            LibraryEmpty: nothing was ever added.
        """
        query = parse_query(text, themes=self._installed().names)
        with self._open() as library:
            hits = search_articles(library, query, themes=self._get_themes(query.themes), limit=limit)
        return Hits(hits, query.notes)

    def read(
        self,
        *,
        query: str = "",
        period: Period = Period(),  # noqa: B008 - a frozen value
        keep_undated: bool = False,
        outlets: Sequence[str] = (),
        themes: Sequence[Theme] = (),
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        """The articles that a brief may draw on, as if their newest revisions lay in one folder.

        They are those that `query` asks for, in the way of `search`, in the period and of the outlets. Where
        `themes` are given, an article in which no term of any of them stands is counted and not loaded:
        nothing of it could be printed. `on_progress` is told how many are loaded, and of how many.

        Raises:
            LibraryEmpty: nothing was ever added.
        """
        asked = parse_query(query, themes=self._installed().names)
        wanted = replace(
            asked.wanted,
            period=asked.wanted.period if period.is_open else period,
            keep_undated=keep_undated,
            outlets=(*asked.wanted.outlets, *outlets),
        )
        with self._open() as library:
            return load_reading(
                library,
                replace(asked, wanted=wanted),
                narrowed_to=themes,
                query_themes=self._get_themes(asked.themes),
                on_progress=on_progress,
            )

    def article(self, article: str) -> tuple[Holding, Article]:
        """The article whose id begins so, in its newest revision, under the analyst's edits.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return load_article(library, article)

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """Every revision of an article, newest first, as it was read.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return load_revisions(library, article)

    def edits(self, article: str) -> tuple[Edit, ...]:
        """What the analyst corrected of an article, first edit first.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return load_article_edits(library, article)

    def _get_themes(self, names: Sequence[str]) -> tuple[Theme, ...]:
        return tuple(get_theme(name, self._installed()) for name in dict.fromkeys(names))

    def edit(self, article: str, facts: Mapping[str, str], *, now: datetime) -> Holding:
        """Keep what is known better of an article, over every revision of it; says how it stands then.

        `facts` are one line each by field: title, authors (parted by semicolons), outlet, published and
        genre. An empty one takes what was said before back.

        Raises:
            UnknownArticle: no article has such an id, or several have.
            InvalidFact: a value has no meaning there; says what has.
        """
        with self._open() as library:
            return load_article(library, save_edit(library, article, facts, now=now))[0]

    def undo_edit(self, article: str) -> Edit | None:
        """Take the last edit of an article back; says which that was, or None where there is none.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return undo_edit(library, article)

    def remove(self, articles: Sequence[str], *, now: datetime) -> tuple[Holding, ...]:
        """Remove articles from sight, all of them or none; says which. Editions that quote them stay.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return remove_articles(library, articles, now=now)

    def bring_back(self, articles: Sequence[str]) -> tuple[Holding, ...]:
        """Undo the removal of articles, all of them or none; says which.

        Raises:
            UnknownArticle: no article has such an id, or several have.
        """
        with self._open() as library:
            return bring_back(library, articles)

    def read_sources(self, sources: Sequence[LedgerSource]) -> Shelf:
        """The articles that a ledger names, read anew from the bytes that the library keeps.

        For a source whose bytes it never had, those of the articles that came by its path.

        Raises:
            LibraryEmpty: nothing was ever added.
        """
        with self._open() as library:
            held = find_held(library, [source.sha256 for source in sources])
            digests: list[str] = []
            for source in sources:
                is_held = source.sha256 in held
                digests += [source.sha256] if is_held else find_digests(library, source.file)
            return read_contents([(kept.path, content) for kept, content in iter_originals(library, digests)])

    def iter_export(self) -> Iterator[bytes]:
        """The lines of an export of the whole library, articles with their bytes, edits and revisions.

        Raises:
            LibraryEmpty: nothing was ever added.
        """
        with self._open() as library:
            yield from iter_export(library)

    def export_to(self, target: Path) -> None:
        """Write an export to a file, whole or not at all.

        Raises:
            LibraryEmpty: nothing was ever added.
            OutputFailed: says why, and the way out.
        """
        check_output(target)
        write_pieces(target, self.iter_export())

    def import_from(self, stream: BinaryIO, *, on_progress: Callable[[int], None] | None = None) -> Imported:
        """Take over what another library exported; what is there already stays as it is.

        `on_progress` is told how many lines are done for good.
        """
        with open_library(self.path) as library:
            return import_lines(library, _iter_lines(stream), on_progress=on_progress)

    def backup(self, target: Path | None = None, *, now: datetime) -> Path:
        """Copy the library while it is in use, among its backups unless `target` is named; says where.

        Raises:
            LibraryEmpty: nothing was ever added.
            LibraryUnusable: the copy cannot be written.
        """
        with self._open() as library:
            if target is None:
                return write_backup(library.connection, self.path, label=backup_name(now))
            copy_library(library.connection, self.path, target)
            return target

    def backups(self) -> tuple[Path, ...]:
        """The backups beside the library, last one first."""
        return find_backups(self.path)

    def restore(self, backup: Path) -> Path | None:
        """Put a copy of a backup in the place of the library; says where that is kept.

        Raises:
            LibraryDamaged, LibraryUnusable: the backup is not sound, or somebody uses the library.
        """
        return restore_library(self.path, backup)

    def salvage(self) -> tuple[Imported, Path | None]:
        """Make a new library of what can be read of a damaged one; says what, and where that is kept.

        Raises:
            LibraryUnusable: somebody uses the library.
        """
        return salvage_library(self.path)

    def health(self, *, now: datetime) -> Health:
        """How the library fares, and what is wrong with it."""
        return check_health(self.path, now=now)

    @contextmanager
    def _open(self) -> Iterator[Library]:
        """The library, where there is one."""
        if not self.path.exists():
            raise LibraryEmpty
        with open_library(self.path) as library:
            yield library


def _iter_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long no more than tells that it is."""
    while line := stream.readline(LONGEST_LINE_BYTES + 1):
        yield line
        while len(line) > LONGEST_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE_BYTES + 1)
