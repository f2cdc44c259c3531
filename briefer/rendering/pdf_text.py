"""The child process that `briefer.rendering.printed` starts: a PDF in, the text of its pages out.

It reads a PDF from standard input and writes one line of JSON: `runs` (text, is_quoted, page, hidden) and
`ledger`, or `problem`. Streams that swell, pages without end and whatever else brings a reader down end
this process alone.
"""

import ctypes
import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from briefer.children import limit, reserve_stdout
from briefer.model import LEDGER_NAME

MEMORY = 1 << 30
CPU_S = 60
_MOST_PAGES = 2_000
_MOST_LETTERS = 3_000_000
_MOST_OBJECTS = 200_000
_FONTS = {"Source-Serif": True, "Source-Sans": False}
"""Whether a typeface is that of the sources' words; others, which stand in for both, do not tell."""
_SMALLEST = 3.0
"""Letters of fewer points cannot be read."""
_WHITE = 0xF0
_LINK, _POPUP, _WIDGET = 2, 16, 20


class _Cover(NamedTuple):
    """What is painted over letters: its place in the order of painting, and its edges in points."""

    order: int
    left: float
    bottom: float
    right: float
    top: float


def main() -> None:
    answer = reserve_stdout()
    limit(resource.RLIMIT_AS, MEMORY)
    limit(resource.RLIMIT_CPU, CPU_S)
    limit(resource.RLIMIT_CORE, 0)
    try:
        read = read_pdf(sys.stdin.buffer.read())
    except ValueError as error:
        read = {"problem": str(error)}
    except MemoryError:
        read = {"problem": "reading it takes too much memory"}
    with suppress(BrokenPipeError), os.fdopen(answer, "wb") as stream:
        stream.write(json.dumps(read).encode())
    os._exit(0)


def read_pdf(content: bytes) -> dict[str, Any]:
    """The runs of a PDF and its ledger, as plain values.

    Raises:
        ValueError: it is no such file, or too large to be a brief; says why in a few words.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ValueError("it is damaged, locked, or no PDF") from error
    try:
        if len(document) > _MOST_PAGES:
            raise ValueError(f"it has more than {_MOST_PAGES:,} pages, too many for a brief")
        ledger = _find_attachment(document)
        return {
            "runs": list(_read_pages(document)),
            "ledger": None if ledger is None else ledger.decode("utf-8", "replace"),
        }
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


def _read_pages(document: Any) -> Iterator[tuple[str, bool | None, int, str]]:
    left = _MOST_LETTERS
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        try:
            left -= textpage.count_chars()
            if left < 0:
                raise ValueError("it has too much text for a brief")
            yield from _read_notes(page, number + 1)
            yield from _read_page(page, textpage, number + 1)
        finally:
            textpage.close()
            page.close()


def _read_notes(page: Any, number: int) -> Iterator[tuple[str, bool | None, int, str]]:
    """What was put on a page after it was made: notes, stamps, boxes with text."""
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if raw.FPDFAnnot_GetSubtype(note) != _LINK:
            length = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAnnot_GetStringValue(
                note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length
            )
            said = buffer.raw.decode("utf-16-le", "replace").rstrip("\0")[:1_000]
            yield said or "a mark without words", None, number, "as a note put on the page"
        raw.FPDFPage_CloseAnnot(note)


def _read_page(page: Any, textpage: Any, number: int) -> Iterator[tuple[str, bool | None, int, str]]:
    """The letters of a page in runs of one kind of type that are seen or hidden in one way."""
    from pypdfium2 import raw

    eye = _Eye(page, textpage)
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    letters: list[str] = []
    is_quoted: bool | None = None
    hidden = ""
    for index in range(textpage.count_chars()):
        length = raw.FPDFText_GetFontInfo(textpage.raw, index, name, 256, flags)
        # What pdfium itself puts between words and lines has no font.
        if length:
            kind, lack = _kind_of_type(name.value), eye.find_lack(index)
            if (kind, lack) != (is_quoted, hidden):
                if letters:
                    yield _join(letters), is_quoted, number, hidden
                letters, is_quoted, hidden = [], kind, lack
        letters.append(chr(raw.FPDFText_GetUnicode(textpage.raw, index)))
    if letters:
        yield _join(letters), is_quoted, number, hidden


class _Eye:
    """What a reader of a page sees of its letters."""

    def __init__(self, page: Any, textpage: Any) -> None:
        from pypdfium2 import raw

        self._raw, self._text = raw, textpage.raw
        self._left, self._bottom, self._right, self._top = page.get_mediabox()
        self._orders: dict[int, int] = {}
        self._covers: list[_Cover] = []
        for order in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
            painted = raw.FPDFPage_GetObject(page.raw, order)
            kind = raw.FPDFPageObj_GetType(painted)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._orders[_address(painted)] = order
            elif kind == raw.FPDF_PAGEOBJ_IMAGE or (
                kind == raw.FPDF_PAGEOBJ_PATH and self._is_filled(painted)
            ):
                edges = [ctypes.c_float() for _ in range(4)]
                if raw.FPDFPageObj_GetBounds(painted, *edges):
                    self._covers.append(_Cover(order, *(edge.value for edge in edges)))
        self._boxes = [ctypes.c_double() for _ in range(4)]
        self._inks = [ctypes.c_uint() for _ in range(4)]
        self._last: tuple[int, str, int] = (0, "", -1)

    def find_lack(self, index: int) -> str:
        """Why a letter is not seen; empty where it is."""
        raw = self._raw
        if not raw.FPDFText_GetCharBox(self._text, index, *self._boxes):
            return ""
        left, right, bottom, top = (edge.value for edge in self._boxes)
        across, up = (left + right) / 2, (bottom + top) / 2
        if not (self._left <= across <= self._right and self._bottom <= up <= self._top):
            return "outside the page"
        if right == left or top == bottom:
            return ""  # a space, which nobody sees
        painted = raw.FPDFText_GetTextObject(self._text, index)
        address = _address(painted) if painted else 0
        if address != self._last[0] or not address:
            self._last = address, self._find_fault(index, painted), self._orders.get(address, -1)
        _, fault, order = self._last
        if fault or order < 0:
            return fault
        is_covered = any(
            cover.order > order and cover.left <= across <= cover.right and cover.bottom <= up <= cover.top
            for cover in self._covers
        )
        return "under something that is painted over it" if is_covered else ""

    def _find_fault(self, index: int, painted: Any) -> str:
        """Why nothing that is set as this letter is can be read."""
        raw = self._raw
        box_height = self._boxes[3].value - self._boxes[2].value
        if raw.FPDFText_GetFontSize(self._text, index) < _SMALLEST and box_height < _SMALLEST:
            return "in letters too small to read"
        if painted and raw.FPDFTextObj_GetTextRenderMode(painted) in (3, 7):
            return "in letters that are not painted"
        if raw.FPDFText_GetFillColor(self._text, index, *self._inks):
            red, green, blue, alpha = (ink.value for ink in self._inks)
            if alpha < 16 or min(red, green, blue) >= _WHITE:
                return "in white or without colour"
        return ""

    def _is_filled(self, painted: Any) -> bool:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(painted, mode, stroke)
        inks = [ctypes.c_uint() for _ in range(4)]
        has_ink = self._raw.FPDFPageObj_GetFillColor(painted, *inks)
        return bool(mode.value and has_ink and inks[3].value > 64)


def _address(painted: Any) -> int:
    return ctypes.cast(painted, ctypes.c_void_p).value or 0


def _kind_of_type(name: bytes) -> bool | None:
    face = name.decode("latin-1").rpartition("+")[2]
    return next((is_quoted for known, is_quoted in _FONTS.items() if face.startswith(known)), None)


def _join(letters: list[str]) -> str:
    # Letters beyond the first plane may come as halves.
    return "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


if __name__ == "__main__":
    main()
