"""`sources.toml`: what the analyst knows about the files of a folder, and what outlets are called.

    [files."clip.txt"]            # all keys optional
    title = "..."
    authors = ["..."]
    outlet = "..."
    url = "https://..."
    published = 2015-10-07        # or "2015-10", "2015"
    genre = "opinion"             # reporting, analysis or opinion

    [outlets."Example Times"]     # the name to print
    aliases = ["The Example Times", "extimes"]
    domains = ["example.com"]

What stands here overrules what the file says. An outlet found under an alias, or only known by the
domain of the article's address, is given its proper name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefer.errors import InvalidFile, UnreadableFile, hint_at
from briefer.model import Basis, Found, Genre, PartialDate, Remark
from briefer.readers.files import SIDECAR_NAME, InputFile, read_bytes
from briefer.text.hygiene import clean_line
from briefer.text.provenance import Provenance
from briefer.toml import parse_toml

_FILE_KEYS = ("title", "authors", "outlet", "url", "published", "genre")
_OUTLET_KEYS = ("aliases", "domains")
_TABLES = ("files", "outlets")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One `sources.toml`. `files` is keyed by path below its folder; names and domains are lower case."""

    path: Path
    files: dict[str, Provenance] = field(default_factory=dict)
    outlet_names: dict[str, str] = field(default_factory=dict)
    outlet_domains: dict[str, str] = field(default_factory=dict)


class Sidecars:
    """The sidecars met so far; each is read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Sidecar | None] = {}

    def correct(self, file: InputFile, found: Provenance) -> Provenance:
        """What is known of a file: first by its own folder's sidecar, else by that of a folder above."""
        for sidecar, name in self._above(file):
            entry = sidecar.files.get(name)
            if entry:
                found = found.under(entry)
                break
        for sidecar, _ in self._above(file):
            found = replace(found, outlet=_proper_outlet(sidecar, found))
        return found

    def find_remarks(self, files: Sequence[InputFile]) -> tuple[Remark, ...]:
        """What is odd about the sidecars of some files: entries that no file answers to."""
        shown = {file.path.parent: file.shown.parent for file in files}
        return tuple(
            Remark(
                folder / SIDECAR_NAME,
                f"it has entries for files that do not exist: {', '.join(map(repr, missing))}.",
            )
            for parent, folder in sorted(shown.items())
            if (sidecar := self._read.get(parent))
            and (missing := [name for name in sidecar.files if not (parent / name).exists()])
        )

    def speak_above(self, file: InputFile) -> bool:
        """Whether a sidecar lies in the folder of a file, or above it."""
        return any(True for _ in self._above(file))

    def _above(self, file: InputFile) -> Iterator[tuple[Sidecar, str]]:
        folder = file.path.parent
        while True:
            sidecar = self._in(folder)
            if sidecar:
                yield sidecar, file.path.relative_to(folder).as_posix()
            if folder in (file.folder, folder.parent):
                return
            folder = folder.parent

    def _in(self, folder: Path) -> Sidecar | None:
        if folder not in self._read:
            path = folder / SIDECAR_NAME
            self._read[folder] = read_sidecar(path) if path.exists() else None
        return self._read[folder]


def _proper_outlet(sidecar: Sidecar, found: Provenance) -> Found[str] | None:
    if found.outlet:
        name = sidecar.outlet_names.get(found.outlet.value.casefold(), found.outlet.value)
        return Found(name, found.outlet.basis)
    host = urlsplit(found.url.value).netloc.lower() if found.url else ""
    for domain, name in sidecar.outlet_domains.items():
        if host == domain or host.endswith("." + domain):
            return Found(name, Basis.SIDECAR)
    return None


def read_sidecar(path: Path) -> Sidecar:
    """Read and check one `sources.toml`.

    Raises:
        InvalidFile: it is no TOML, or holds a key or value that has no meaning.
    """
    try:
        content = read_bytes(path)
    except UnreadableFile as error:
        raise InvalidFile(path, "", error.reason, "Make it readable, or remove it.") from error
    return parse_sidecar(path, parse_toml(path, content))


def parse_sidecar(path: Path, table: dict[str, Any]) -> Sidecar:
    """The sidecar that the tables of `path` describe.

    Raises:
        InvalidFile: a key or value has no meaning.
    """
    check = _Checker(path)
    check.keys("", table, _TABLES)
    files = {
        name: _read_entry(check, f'files."{name}"', entry)
        for name, entry in check.tables("files", table.get("files", {}))
    }
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for name, entry in check.tables("outlets", table.get("outlets", {})):
        where = f'outlets."{name}"'
        check.keys(where, entry, _OUTLET_KEYS)
        proper = check.text(where, name)
        names[proper.casefold()] = proper
        names |= {
            alias.casefold(): proper for alias in check.texts(f"{where}.aliases", entry.get("aliases", []))
        }
        domains |= {
            domain.lower(): proper for domain in check.texts(f"{where}.domains", entry.get("domains", []))
        }
    return Sidecar(path, files, names, domains)


def _read_entry(check: "_Checker", where: str, entry: dict[str, Any]) -> Provenance:
    check.keys(where, entry, _FILE_KEYS)

    def found(key: str) -> Found[str] | None:
        return Found(check.text(f"{where}.{key}", entry[key]), Basis.SIDECAR) if key in entry else None

    authors = check.texts(f"{where}.authors", entry["authors"]) if "authors" in entry else ()
    published = check.date(f"{where}.published", entry["published"]) if "published" in entry else None
    genre = check.genre(f"{where}.genre", entry["genre"]) if "genre" in entry else None
    if "url" in entry:
        check.url(f"{where}.url", entry["url"])
    return Provenance(
        title=found("title"),
        authors=Found(authors, Basis.SIDECAR) if authors else None,
        outlet=found("outlet"),
        published=Found(published, Basis.SIDECAR) if published else None,
        url=found("url"),
        genre=Found(genre, Basis.SIDECAR) if genre else None,
    )


@dataclass(frozen=True, slots=True)
class _Checker:
    """Turns TOML values into ours, or says which key of which file is wrong and what to write there."""

    path: Path

    def fail(self, where: str, problem: str, way_out: str) -> InvalidFile:
        return InvalidFile(self.path, where, problem, way_out)

    def keys(self, where: str, table: dict[str, Any], known: Sequence[str]) -> None:
        for key in table:
            if key not in known:
                hint = hint_at(key, known, otherwise=f"Known: {', '.join(known)}.")
                raise self.fail(f"{where}.{key}".lstrip("."), "unknown key", hint)

    def tables(self, where: str, table: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        if not isinstance(table, dict):
            raise self.fail(where, "not a table", f'Write [{where}."name"].')
        for name, entry in table.items():
            if not isinstance(entry, dict):
                raise self.fail(f'{where}."{name}"', "not a table", f'Write [{where}."{name}"].')
            yield name, entry

    def text(self, where: str, value: Any) -> str:
        line = clean_line(value, limit=2000) if isinstance(value, str) else ""
        if not line:
            raise self.fail(where, "not a text", 'Write a text in quotation marks, such as "...".')
        return line

    def texts(self, where: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.fail(where, "not a list", 'Write a list of texts, such as ["..."].')
        return tuple(self.text(where, item) for item in value)

    def date(self, where: str, value: Any) -> PartialDate:
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return PartialDate(value.year, value.month, value.day)
        try:
            return PartialDate.from_iso(value if isinstance(value, str) else "")
        except ValueError:
            way_out = 'Write 2015-10-07, "2015-10" or "2015".'
            raise self.fail(where, f"{value!r} is not a date", way_out) from None

    def genre(self, where: str, value: Any) -> Genre:
        try:
            return Genre(value)
        except ValueError:
            known = ", ".join(Genre)
            raise self.fail(where, f"{value!r} is not a genre", f"Write one of: {known}.") from None

    def url(self, where: str, value: Any) -> None:
        if not isinstance(value, str) or not value.startswith(("https://", "http://")):
            raise self.fail(where, "not a web address", 'Write it with "https://" in front.')
