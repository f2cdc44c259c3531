"""What a finished brief says, read back from its file: the words on its pages, and its ledger."""

import ctypes
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from briefer.errors import UnreadableFile
from briefer.ledger import LARGEST_BYTES, parse_ledger
from briefer.model import LEDGER_NAME, LEDGER_SUFFIX, Ledger
from briefer.model.verdicts import Run
from briefer.rendering import find_format

_LARGEST_BRIEF_BYTES = 64 << 20
_MOST_PAGES = 2_000
_MOST_LETTERS = 3_000_000
_LARGEST_PAGE_BYTES = 16 << 20
_FONTS = {"Source-Serif": True, "Source-Sans": False}
"""Whether a typeface is that of the sources' words; others, which stand in for both, do not tell."""
_SILENT = frozenset("head script style template title".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTED_LINE = re.compile(r"\s*(?:\d{1,9}\. +)?> ?")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|\*{1,2}")
"""An escaped mark, or stars of ours: those of a source are escaped."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a brief, in order, and its ledger as it was found, if it was."""

    runs: tuple[Run, ...]
    ledger: bytes | None


def read_brief(path: Path) -> tuple[tuple[Run, ...], Ledger]:
    """What a finished brief says, and its ledger.

    Raises:
        UnreadableFile: it cannot be read, or has no ledger that can be used.
        UnknownName: its suffix is that of no format.
    """
    form = find_format(None, path)
    try:
        printed = read_printed(_read_file(path, _LARGEST_BRIEF_BYTES), form)
    except ValueError as error:
        raise UnreadableFile(path, str(error)) from error
    content, place = printed.ledger, path
    if content is None and form in ("html", "md"):
        place = path.with_name(path.stem + LEDGER_SUFFIX)
        if not place.exists():
            raise UnreadableFile(path, f"its ledger {place.name} is not beside it, so nothing can be proved")
        content = _read_file(place, LARGEST_BYTES)
    if content is None:
        raise UnreadableFile(path, "it has no ledger, so nothing in it can be proved")
    try:
        return printed.runs, parse_ledger(content)
    except ValueError as error:
        raise UnreadableFile(place, f"the ledger cannot be used: {error}") from error


def _read_file(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or "the system refuses to read it").lower()) from error
    if len(content) > limit:
        raise UnreadableFile(path, f"it is larger than {limit >> 20} MB, too large for a brief")
    return content


def read_printed(content: bytes, form: str) -> Printed:
    """Read a finished brief; HTML and Markdown have their ledger beside them, in a file of its own.

    Raises:
        ValueError: it is no such file, or too large to be a brief; says why in a few words.
    """
    if form == "pdf":
        return _read_pdf(content)
    if len(content) > _LARGEST_PAGE_BYTES:
        raise ValueError(f"it is larger than {_LARGEST_PAGE_BYTES >> 20} MB, too large for a brief")
    if form == "json":
        return _read_json(content)
    text = content.decode("utf-8", "replace")
    return Printed(_read_html(text) if form == "html" else tuple(_read_markdown(text)), None)


def _read_pdf(content: bytes) -> Printed:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ValueError("it is damaged, locked, or no PDF") from error
    try:
        if len(document) > _MOST_PAGES:
            raise ValueError(f"it has more than {_MOST_PAGES:,} pages, too many for a brief")
        ledger = _find_attachment(document)
        return Printed(tuple(_read_pages(document)), ledger)
    except pypdfium2.PdfiumError as error:
        raise ValueError("its pages or attachments are damaged") from error
    finally:
        document.close()


def _find_attachment(document: Any) -> bytes | None:
    attached = (document.get_attachment(number) for number in range(document.count_attachments()))
    found = [attachment for attachment in attached if attachment.get_name() == LEDGER_NAME]
    if len(found) > 1:
        raise ValueError("it has more than one ledger")
    return bytes(found[0].get_data()) if found else None


def _read_pages(document: Any) -> Iterator[Run]:
    left = _MOST_LETTERS
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        try:
            left -= textpage.count_chars()
            if left < 0:
                raise ValueError("it has too much text for a brief")
            yield from _read_page(textpage, number + 1)
        finally:
            textpage.close()
            page.close()


def _read_page(textpage: Any, number: int) -> Iterator[Run]:
    """The letters of a page in runs of one kind of type."""
    from pypdfium2 import raw

    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    letters: list[str] = []
    is_quoted: bool | None = None
    for index in range(textpage.count_chars()):
        length = raw.FPDFText_GetFontInfo(textpage.raw, index, name, 256, flags)
        # What pdfium itself puts between words and lines has no font.
        if length and (kind := _kind_of_type(name.value)) is not is_quoted:
            if letters:
                yield _run(letters, is_quoted, number)
            letters, is_quoted = [], kind
        letters.append(chr(raw.FPDFText_GetUnicode(textpage.raw, index)))
    if letters:
        yield _run(letters, is_quoted, number)


def _kind_of_type(name: bytes) -> bool | None:
    face = name.decode("latin-1").rpartition("+")[2]
    return next((is_quoted for known, is_quoted in _FONTS.items() if face.startswith(known)), None)


def _run(letters: list[str], is_quoted: bool | None, page: int | None) -> Run:
    # Letters beyond the first plane may come as halves.
    text = "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Run(text, is_quoted, page)


def _read_html(text: str) -> tuple[Run, ...]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    if any(run.is_quoted for run in reader.runs):
        return tuple(reader.runs)
    return tuple(Run(run.text, None, None) for run in reader.runs)


class _PageReader(HTMLParser):
    """Collects what a browser shows; block quotes, and what has the class `words`, are quoted."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self._open: list[tuple[str, bool, bool]] = []  # its name, whether it is quoted, whether it is shown

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = dict(attrs)
        is_quoted = tag == "blockquote" or "words" in (attributes.get("class") or "").split()
        is_hidden = (
            tag in _SILENT
            or "hidden" in attributes
            or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
        )
        _, above_is_quoted, above_is_shown = self._open[-1] if self._open else ("", False, True)
        self._open.append((tag, is_quoted or above_is_quoted, above_is_shown and not is_hidden))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, max(len(self._open) - 100, -1), -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        _, is_quoted, is_shown = self._open[-1] if self._open else ("", False, True)
        if is_shown:
            self.runs.append(Run(data, is_quoted, None))


def _read_markdown(text: str) -> Iterator[Run]:
    for line in text.split("\n"):
        opening = _QUOTED_LINE.match(line)
        rest = line[opening.end() :] if opening else line
        yield Run(_ESCAPE.sub(lambda match: match[1] or "", rest) + "\n", bool(opening), None)


def _read_json(content: bytes) -> Printed:
    try:
        brief = json.loads(content)
        runs = tuple(_read_quotes({name: part for name, part in brief.items() if name != "ledger"}))
        ledger = brief.get("ledger")
        return Printed(runs, None if ledger is None else json.dumps(ledger).encode())
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except (ValueError, AttributeError) as error:
        raise ValueError("it is not the JSON of a brief") from error


def _read_quotes(value: object) -> Iterator[Run]:
    """Every quote as a page would print it, in order."""
    if isinstance(value, list):
        for part in value:
            yield from _read_quotes(part)
    elif isinstance(value, dict):
        citation = value.get("citation")
        if isinstance(citation, dict):
            trimmed = ", trimmed" if value.get("kind") == "trimmed" else ""
            cited = f"{citation.get('source')} ¶{citation.get('paragraph')}{trimmed}"
            pieces = value.get("pieces")
            text = _join_pieces(pieces) if isinstance(pieces, list) else value.get("text")
            yield Run(f"{text} [{cited}]\n", True, None)
        else:
            for part in value.values():
                yield from _read_quotes(part)


def _join_pieces(pieces: list[Any]) -> str:
    return "".join(str(piece.get("text")) for piece in pieces if isinstance(piece, dict))
