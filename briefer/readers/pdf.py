"""PDF papers with a text layer."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from briefer.model import LEDGER_NAME, Basis, Found, LineKind
from briefer.readers.base import OUR_NAME, OWN_BRIEF, Parsed
from briefer.text.bylines import line_names
from briefer.text.cleaning import Block, clean_blocks
from briefer.text.hygiene import clean_line, clean_text
from briefer.text.provenance import Provenance, find_provenance

_MOST_PAGES = 500
_EDGE_LINES = 3
"""Running heads and page numbers are among so many first and last lines of a page."""
# pdfium puts one of these in the place of a hyphen at which a line breaks, and joins the lines.
_BREAK_MARK = re.compile("([^\\W\\d_]*)[\x02\ufffe](\\w*)")
_LINE_HYPHENS = ("-", "\u2010", "\u00ad")
_SHORT_LINE = 0.8
"""A line ends its paragraph if it is shorter than this share of its column."""
_COLUMN_GAP = 20.0
"""Lines of one column start within so many points of each other."""
_WIDE_GAP = 1.35
"""So many times the usual distance between lines parts paragraphs."""
_INDENT = 6.0
_LARGE_TYPE = 1.15
"""So many times the usual size of letters makes a heading."""
_FILE_TITLE = re.compile(
    r"\.(?:docx?|indd|pdf|qxd|tex|rtf)$|^(?:microsoft word|untitled|slide)\b", re.IGNORECASE
)


class _Line(NamedTuple):
    """A line as pdfium gives it: one on paper, or two that a hyphen joins. Places are in points.

    `top` and `last_top` are those of its first and last letter, from the foot of the page; `column` is
    where the column of the line ends.
    """

    page: int
    text: str
    left: float
    right: float
    top: float
    last_top: float
    size: float
    column: float = 0.0

    @property
    def is_short(self) -> bool:
        return self.right - self.left < _SHORT_LINE * (self.column - self.left)


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
            if _is_brief(document):
                raise ValueError(OWN_BRIEF)
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


def _is_brief(document: Any) -> bool:
    names = (document.get_attachment(number).get_name() for number in range(document.count_attachments()))
    creator = document.get_metadata_value("Creator")
    return creator.startswith(OUR_NAME) or LEDGER_NAME in names


def _read_lines(page: Any, number: int) -> list[_Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        last = textpage.count_chars() - 1
        lines, start = [], 0
        for raw in text.split("\n"):
            own = raw.rstrip()
            if own.strip():
                first = min(start + len(own) - len(own.lstrip()), last)
                left, bottom, _, top = textpage.get_charbox(first, loose=True)
                _, _, right, last_top = textpage.get_charbox(min(start + len(own) - 1, last), loose=True)
                lines.append(_Line(number, own.strip(), left, right, top, last_top, top - bottom))
            start += len(raw) + 1
        return _with_columns(lines)
    finally:
        textpage.close()
        page.close()


def _with_columns(lines: Sequence[_Line]) -> list[_Line]:
    """The lines of one page, each with the right edge of the column that lines of its type make."""
    lefts = sorted({line.left for line in lines})
    starts = [left for before, left in pairwise([-_COLUMN_GAP * 2, *lefts]) if left - before > _COLUMN_GAP]
    places = [(max(start for start in starts if start <= line.left), round(line.size)) for line in lines]
    edges: dict[tuple[float, int], float] = {}
    for line, place in zip(lines, places, strict=True):
        edges[place] = max(edges.get(place, 0.0), line.right)
    return [line._replace(column=edges[place]) for line, place in zip(lines, places, strict=True)]


def _blocks(pages: Sequence[list[_Line]]) -> tuple[list[Block], dict[int, LineKind]]:
    """Paragraphs across pages, with headings, running heads and page numbers told apart."""
    running = _running_lines(pages)
    lines = [line for page in pages for line in page]
    body = [line for line in lines if _edge_key(line.text) not in running]
    size = median([line.size for line in body] or [0.0])
    gaps = [above.last_top - below.top for above, below in pairwise(body) if above.page == below.page]
    gap = median([value for value in gaps if value > 0] or [0.0])
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in body).casefold()))
    blocks: list[Block] = []
    known: dict[int, LineKind] = {}
    parts: list[list[_Line]] = []
    for line in body:
        if parts and _goes_on(parts[-1][-1], line, gap=gap, size=size):
            parts[-1].append(line)
        else:
            parts.append([line])
    for part in parts:
        if part[0].size > _LARGE_TYPE * size:
            known[len(blocks)] = LineKind.TITLE
        blocks.append(Block.of(None, [_join(part, words)]))
    for line in lines:
        if _edge_key(line.text) in running:
            known[len(blocks)] = LineKind.NAV
            blocks.append(Block.of(None, [clean_line(line.text)]))
    return blocks, known


def _running_lines(pages: Sequence[list[_Line]]) -> frozenset[str]:
    """Keys of lines that stand at the edge of most pages, and of bare page numbers there."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = page if len(page) <= 2 * _EDGE_LINES else [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]
        counts.update({_edge_key(line.text) for line in edge})
    least = max(2, len(pages) // 2)
    return frozenset(
        key for key, count in counts.items() if count >= least or key in ("#", "page #", "- # -")
    )


def _edge_key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _goes_on(line: _Line, after: _Line, *, gap: float, size: float) -> bool:
    """Whether `after` carries on the paragraph, or the heading, of `line`."""
    ends = bool(re.search(r"[.!?…][\"”’»)]*$", line.text))
    if abs(line.size - after.size) > (_LARGE_TYPE - 1) * size:
        return False
    is_lower_down = after.top < line.last_top
    if after.page != line.page or not is_lower_down:
        return not ends and (after.text[:1].islower() or not line.is_short)
    is_apart = gap > 0 and line.last_top - after.top > _WIDE_GAP * gap * max(1.0, line.size / size)
    if line.size > _LARGE_TYPE * size:
        return not is_apart
    return not (line.is_short or is_apart or after.left > line.left + _INDENT)


def _join(part: Sequence[_Line], words: Mapping[str, int]) -> str:
    """One paragraph, with words that a line end parted put together again."""
    text = ""
    for line in part:
        if text.endswith(_LINE_HYPHENS) and line.text[:1].isalpha() and text[-2:-1].isalpha():
            mark = "" if text.endswith("-") else text[-1]
            text = text[:-1] + ("\x02" if not mark else "") + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    return clean_text(_BREAK_MARK.sub(lambda match: _mend(match[1], match[2], words), text))


def _mend(before: str, after: str, words: Mapping[str, int]) -> str:
    """A word parted at a hyphen; how the document writes it elsewhere shows whether the hyphen is its own."""
    whole, hyphened = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
    both_are_words = before.casefold() in words and after.casefold() in words
    is_own = (
        not after[:1].islower()
        or words.get(hyphened, 0) > words.get(whole, 0)
        or (both_are_words and whole not in words)
    )
    return f"{before}-{after}" if is_own else f"{before}{after}"


def _provenance(info: dict[str, str]) -> Provenance:
    """Title and author as the document claims them; the date of the file is not that of publication."""
    title = clean_line(info.get("Title", ""))
    names = line_names(clean_line(info.get("Author", "")))
    return Provenance(
        title=Found(title, Basis.METADATA) if title and not _FILE_TITLE.search(title) else None,
        authors=Found(names, Basis.METADATA) if names else None,
    )
