"""Many files at once: each ends up as an article, a duplicate or a failure."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefer.errors import UnreadableFile
from briefer.model import Article, Failure, Reading
from briefer.model.verdicts import Shelf, Unreadable
from briefer.readers.base import Parsed
from briefer.readers.files import InputFile, list_files, read_bytes
from briefer.readers.parsing import is_fragile, parse
from briefer.readers.sidecar import Sidecars
from briefer.text.repeats import part_duplicates

OnProgress = Callable[[int, int], None]
_SHARED_FROM = 100
"""So many files are worth the start of several processes."""


class ParsedFile(NamedTuple):
    """A file, its bytes, and what its reader made of them."""

    file: InputFile
    content: bytes
    parsed: Parsed


def read_paths(
    paths: Sequence[Path], *, excluded: Path | None = None, on_progress: OnProgress | None = None
) -> Reading:
    """Read files, and folders with all that is in them, but not the file `excluded`, such as the output.

    A path that does not exist is a failure like any other bad file. `on_progress` is told after each
    file how many are done, and of how many. Article paths are those below the folder that was given.

    Raises:
        UnreadableFile: none of the paths exists.
        InvalidFile: a `sources.toml` cannot be used as it stands.
    """
    listing = list_files(paths, excluded=excluded)
    sidecars = Sidecars()
    articles: list[Article] = []
    failures = list(listing.failures)
    outcomes = zip(listing.files, parse_files(listing.files), strict=True)
    for done, (file, outcome) in enumerate(outcomes, start=1):
        if isinstance(outcome, UnreadableFile):
            failures.append(Failure(file.shown, outcome.reason))
        else:
            articles.append(make_article(outcome, sidecars))
        if on_progress:
            on_progress(done, len(listing.files))
    kept, duplicates = part_duplicates(articles)
    return Reading(
        articles=kept,
        duplicates=duplicates,
        failures=tuple(sorted(failures, key=lambda failure: failure.path.parts)),
        remarks=sidecars.find_remarks(listing.files),
    )


def read_article(path: Path) -> Article:
    """Read one file, with the `sources.toml` beside it.

    Raises:
        UnreadableFile: it is missing, no article, or of a kind that no reader knows.
        InvalidFile: the `sources.toml` cannot be used as it stands.
    """
    (outcome,) = parse_files([InputFile(path, Path(path.name), path.parent)])
    if isinstance(outcome, UnreadableFile):
        raise outcome
    return make_article(outcome, Sidecars())


def read_shelf(folder: Path, *, names: Collection[str] | None = None) -> Shelf:
    """Every article of a folder, those that repeat another too, or only those in files of these names.

    A link that leads out of the folder is passed over.

    Raises:
        UnreadableFile: there is no such folder.
        InvalidFile: a `sources.toml` cannot be used as it stands.
    """
    if not folder.is_dir():
        raise UnreadableFile(folder, "it is no folder")
    sidecars, inside = Sidecars(), folder.resolve()
    wanted = [
        file
        for file in list_files([folder]).files
        if (names is None or file.path.name in names) and file.path.resolve().is_relative_to(inside)
    ]
    articles, unreadable = [], []
    for file, outcome in zip(wanted, parse_files(wanted), strict=True):
        if isinstance(outcome, UnreadableFile):
            unreadable.append(Unreadable(file.shown, _find_digest(file.path), outcome.reason))
        else:
            articles.append(make_article(outcome, sidecars))
    return Shelf(tuple(articles), tuple(unreadable))


def _find_digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableFile:
        return None


def iter_articles(
    files: Sequence[InputFile], sidecars: Sidecars
) -> Iterator[tuple[Article, bytes] | UnreadableFile]:
    """The article of each file with the file's bytes, or why there is none, one by one in the order given.

    Raises:
        InvalidFile: a `sources.toml` cannot be used as it stands.
    """
    for outcome in parse_files(files):
        if isinstance(outcome, UnreadableFile):
            yield outcome
        else:
            yield make_article(outcome, sidecars), outcome.content


def read_contents(contents: Sequence[tuple[Path, bytes]]) -> Shelf:
    """The articles of files of which the names and the bytes are left."""
    # Of two files of one name each is a file of its own here.
    files = [InputFile(Path(str(at)) / path.name, path, path) for at, (path, _) in enumerate(contents)]
    kept = {file.path: content for file, (_, content) in zip(files, contents, strict=True)}
    articles, unreadable = [], []
    for file, outcome in zip(files, parse_files(files, read=kept.__getitem__), strict=True):
        if isinstance(outcome, UnreadableFile):
            digest = hashlib.sha256(kept[file.path]).hexdigest()
            unreadable.append(Unreadable(file.shown, digest, outcome.reason))
        else:
            articles.append(make_article(outcome, None))
    return Shelf(tuple(articles), tuple(unreadable))


def parse_files(
    files: Sequence[InputFile], *, read: Callable[[Path], bytes] = read_bytes
) -> Iterator[ParsedFile | UnreadableFile]:
    """What the reader of each file made of it, or why it made nothing, in the order given.

    `read` gives the bytes of a path. What may bring a reader down is read in child processes, and so is
    everything where there is much.
    """
    is_shared = len(files) >= _SHARED_FROM
    if not is_shared and not any(is_fragile(file.path) for file in files):
        yield from (_parse_file(file, read, parse) for file in files)
        return
    from briefer.readers.workers import Workers

    with Workers() as workers:
        yield from workers.map(
            lambda file: _parse_file(
                file, read, workers.parse if is_shared or is_fragile(file.path) else parse
            ),
            files,
        )


def _parse_file(
    file: InputFile, read: Callable[[Path], bytes], parse: Callable[[Path, bytes], Parsed]
) -> ParsedFile | UnreadableFile:
    try:
        content = read(file.path)
        return ParsedFile(file, content, parse(file.path, content))
    except UnreadableFile as error:
        return error


def make_article(read: ParsedFile, sidecars: Sidecars | None) -> Article:
    """The article that a file holds, with what a person noted of it in the `sources.toml` beside it.

    Raises:
        InvalidFile: that cannot be used as it stands.
    """
    file, content, parsed = read
    provenance = sidecars.correct(file, parsed.provenance) if sidecars else parsed.provenance
    digest = hashlib.sha256(content).hexdigest()
    text = parsed.cleaned.text()
    return Article(
        id=digest[:12],
        path=file.shown,
        sha256=digest,
        text=text,
        paragraphs=parsed.cleaned.paragraphs(),
        removed=parsed.cleaned.removed(),
        title=provenance.title,
        authors=provenance.authors,
        outlet=provenance.outlet,
        published=provenance.published,
        updated=provenance.updated,
        url=provenance.url,
        language=parsed.language,
        genre=provenance.genre,
        warnings=(*provenance.warnings, *_damage(text), *parsed.cleaned.warnings()),
    )


def _damage(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} {'character' if count == 1 else 'characters'} could not be read.",) if count else ()
