"""PDF papers with a text layer."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any, NamedTuple

from briefer.model import Basis, Found, LineKind
from briefer.readers.base import Parsed
from briefer.text.bylines import line_names
from briefer.text.cleaning import Block, clean_blocks
from briefer.text.hygiene import clean_line, clean_text
from briefer.text.provenance import Provenance, find_provenance

_MOST_PAGES = 500
_EDGE_LINES = 3
"""Running heads and page numbers are among so many first and last lines of a page."""
_PDFIUM_HYPHEN = "\x02"
_SHORT_LINE = 0.8
"""A line ends its paragraph if it is shorter than this share of the usual width."""
_WIDE_GAP = 1.35
"""So many times the usual distance between lines parts paragraphs."""
_INDENT = 6.0
_FILE_TITLE = re.compile(
    r"\.(?:docx?|indd|pdf|qxd|tex|rtf)$|^(?:microsoft word|untitled|slide)\b", re.IGNORECASE
)


class _Line(NamedTuple):
    """One printed line; places in points, `top` from the foot of the page."""

    page: int
    text: str
    left: float
    right: float
    top: float


class PdfReader:
    """Reads `.pdf`."""

    suffixes = frozenset({".pdf"})

    def read(self, content: bytes) -> Parsed:
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower()
            raise ValueError(
                "it is locked with a password" if locked else "it is damaged, or no PDF"
            ) from error
        try:
            pages = [
                _read_lines(document[number], number) for number in range(min(len(document), _MOST_PAGES))
            ]
            claimed = _provenance(document.get_metadata_dict())
        finally:
            document.close()
        if not any(pages):
            raise ValueError("it holds pictures of pages only, no text")
        blocks, known = _blocks(pages)
        cleaned = clean_blocks(blocks, known=known)
        return Parsed(cleaned, find_provenance(cleaned).under(claimed))


def _read_lines(page: Any, number: int) -> list[_Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        lines, start = [], 0
        for raw in text.split("\n"):
            own = raw.rstrip("\r")
            if own.strip():
                at = start + len(own) - len(own.lstrip())
                end = start + len(own.rstrip()) - 1
                left, _, _, top = textpage.get_charbox(min(at, textpage.count_chars() - 1))
                _, _, right, _ = textpage.get_charbox(min(end, textpage.count_chars() - 1))
                lines.append(_Line(number, own.strip(), left, right, top))
            start += len(raw) + 1
        return lines
    finally:
        textpage.close()
        page.close()


def _blocks(pages: Sequence[list[_Line]]) -> tuple[list[Block], dict[int, LineKind]]:
    """Paragraphs across pages, with running heads and page numbers as furniture."""
    running = _running_lines(pages)
    lines = [line for page in pages for line in page]
    body = [line for line in lines if _edge_key(line.text) not in running]
    width = median(line.right for line in body) if body else 0.0
    gaps = [above.top - below.top for above, below in itertools.pairwise(body) if above.page == below.page]
    gap = median([value for value in gaps if value > 0] or [0.0])
    blocks: list[Block] = []
    known: dict[int, LineKind] = {}
    part: list[_Line] = []
    for line in lines:
        if _edge_key(line.text) in running:
            known[len(blocks) + bool(part)] = LineKind.NAV
            if part:
                blocks.append(_join(part))
            blocks.append(Block.of(None, [clean_line(line.text)]))
            part = []
        elif part and not _goes_on(part[-1], line, width=width, gap=gap):
            blocks.append(_join(part))
            part = [line]
        else:
            part.append(line)
    return [*blocks, *([_join(part)] if part else [])], known


def _running_lines(pages: Sequence[list[_Line]]) -> frozenset[str]:
    """Keys of lines that stand at the edge of most pages, and of bare page numbers there."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = page if len(page) <= 2 * _EDGE_LINES else [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]
        counts.update(dict.fromkeys(_edge_key(line.text) for line in edge))
    least = max(2, len(pages) // 2)
    return frozenset(
        key for key, count in counts.items() if count >= least or key in ("#", "page #", "- # -")
    )


def _edge_key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _goes_on(line: _Line, after: _Line, *, width: float, gap: float) -> bool:
    """Whether `after` carries on the paragraph of `line`."""
    if line.text.endswith(_PDFIUM_HYPHEN):
        return True
    is_short = line.right - line.left < _SHORT_LINE * (width - min(line.left, width))
    if after.page != line.page:
        return not is_short and not re.search(r"[.!?…][\"”’»)]*$", line.text)
    is_apart = gap > 0 and line.top - after.top > _WIDE_GAP * gap
    is_indented = after.left > line.left + _INDENT
    return not (is_short or is_apart or is_indented)


def _join(part: Sequence[_Line]) -> Block:
    """One paragraph, with words that a line end parted put together again."""
    text = ""
    for line in part:
        if text.endswith(_PDFIUM_HYPHEN) or (re.search(r"[^\W\d_]-$", text) and line.text[:1].islower()):
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return Block.of(None, [clean_text(text.replace(_PDFIUM_HYPHEN, ""))])


def _provenance(info: dict[str, str]) -> Provenance:
    """Title and author as the document claims them; the date of the file is not that of publication."""
    title = clean_line(info.get("Title", ""))
    names = line_names(clean_line(info.get("Author", "")))
    return Provenance(
        title=Found(title, Basis.METADATA) if title and not _FILE_TITLE.search(title) else None,
        authors=Found(names, Basis.METADATA) if names else None,
    )
