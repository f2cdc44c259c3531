"""Many files at once: each ends up as an article, a duplicate or a failure."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path

from briefer.errors import UnreadableFile
from briefer.model import Article, Basis, Duplicate, Failure, Found, Reading
from briefer.readers.base import Parsed, Reader
from briefer.readers.duplicates import DuplicateFinder
from briefer.readers.files import InputFile, list_files, read_bytes
from briefer.readers.language import find_language
from briefer.readers.markdown import MarkdownReader
from briefer.readers.pdf import PdfReader
from briefer.readers.plain import TextReader
from briefer.readers.sidecar import Sidecars
from briefer.readers.webpage import HtmlReader

READERS: tuple[Reader, ...] = (TextReader(), HtmlReader(), MarkdownReader(), PdfReader())

OnProgress = Callable[[int, int], None]


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
    duplicates: list[Duplicate] = []
    failures = list(listing.failures)
    finder = DuplicateFinder()
    for done, file in enumerate(listing.files, start=1):
        try:
            article = _read_file(file, sidecars)
        except UnreadableFile as error:
            failures.append(Failure(file.shown, error.reason))
        else:
            original = finder.find_original(article)
            if original is None:
                articles.append(article)
            else:
                duplicates.append(Duplicate(article.path, original))
        if on_progress:
            on_progress(done, len(listing.files))
    return Reading(
        articles=tuple(sidecars.warn(articles, listing.files)),
        duplicates=tuple(duplicates),
        failures=tuple(sorted(failures, key=lambda failure: failure.path.parts)),
    )


def read_article(path: Path) -> Article:
    """Read one file, with the `sources.toml` beside it.

    Raises:
        UnreadableFile: it is missing, no article, or of a kind that no reader knows.
        InvalidFile: the `sources.toml` cannot be used as it stands.
    """
    return _read_file(InputFile(path, Path(path.name), path.parent), Sidecars())


def read_folder(folder: Path, *, names: Collection[str] | None = None) -> tuple[Article, ...]:
    """Every article of a folder, those that repeat another too, or only those in files of these names.

    What cannot be read is passed over, and so is a link that leads out of the folder.

    Raises:
        UnreadableFile: there is no such folder.
        InvalidFile: a `sources.toml` cannot be used as it stands.
    """
    if not folder.is_dir():
        raise UnreadableFile(folder, "it is no folder")
    sidecars, inside = Sidecars(), folder.resolve()
    articles = []
    for file in list_files([folder]).files:
        wanted = names is None or file.path.name in names
        if wanted and file.path.resolve().is_relative_to(inside):
            with suppress(UnreadableFile):
                articles.append(_read_file(file, sidecars))
    return tuple(articles)


def _read_file(file: InputFile, sidecars: Sidecars) -> Article:
    reader = _get_reader(file.path)
    content = read_bytes(file.path)
    if not content.strip():
        raise UnreadableFile(file.path, "it is empty")
    try:
        parsed = reader.read(content)
    except ValueError as error:
        raise UnreadableFile(file.path, str(error)) from error
    except RecursionError as error:
        raise UnreadableFile(file.path, "it is nested too deeply") from error
    if not parsed.cleaned.body():
        raise UnreadableFile(file.path, "no body text was found in it")
    return _make_article(file, content, parsed, sidecars)


def _get_reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    raise UnreadableFile(
        path, f"no reader for {suffix} files" if suffix else "no reader for files without a suffix"
    )


def _make_article(file: InputFile, content: bytes, parsed: Parsed, sidecars: Sidecars) -> Article:
    provenance = sidecars.correct(file, parsed.provenance)
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
        url=provenance.url,
        language=parsed.language or _language_of(text),
        genre=provenance.genre,
        warnings=(*provenance.warnings, *_damage(text), *parsed.cleaned.warnings()),
    )


def _damage(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} {'character' if count == 1 else 'characters'} could not be read.",) if count else ()


def _language_of(text: str) -> Found[str] | None:
    language = find_language(text)
    return Found(language, Basis.TEXT) if language else None
