"""What a page of HTML or Markdown shows: its text in runs, and in blocks all that is no source's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby

from briefer.model import PageText
from briefer.model.ledger import REPEATED
from briefer.model.verdicts import Run

_SILENT = frozenset("head script style template title".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code em i mark q s small span strong sub sup time u var wbr".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTED_LINE = re.compile(r"\s*(?:\d{1,9}\. +)?> ?")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|\*{1,2}")
"""An escaped mark, or stars of ours: those of a source are escaped."""
_HEADING = re.compile(r"#{1,6} (?P<title>.+)")
_NUMBERED = re.compile(r"(?P<number>\d{1,9})\. ")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one element of a page; `block` numbers the blocks of the page."""

    run: Run
    block: int
    place: str | None
    is_written: bool


def read_html_runs(text: str) -> tuple[Run, ...]:
    """What a browser shows of a page; which of it is quoted is not known where nothing is marked so."""
    runs = tuple(piece.run for piece in _read_pieces(text))
    return runs if any(run.is_quoted for run in runs) else tuple(Run(run.text, None, None) for run in runs)


def read_html_blocks(text: str) -> tuple[PageText, ...]:
    """The blocks of a page but for its quotations, in order; those of one element with an id are one."""
    blocks = []
    pieces = (piece for piece in _read_pieces(text) if not piece.run.is_quoted)
    for _, group in groupby(pieces, key=lambda piece: piece.block):
        first, *rest = group
        words = " ".join("".join(piece.run.text for piece in (first, *rest)).split())
        if words:
            blocks.append(PageText(first.place, first.is_written, words))
    return tuple(_join_rows(blocks))


def read_markdown_runs(text: str) -> Iterator[Run]:
    """The lines of a brief in Markdown."""
    for line in text.split("\n"):
        opening = _QUOTED_LINE.match(line)
        rest = line[opening.end() :] if opening else line
        yield Run(_ESCAPE.sub(lambda match: match[1] or "", rest) + "\n", bool(opening), None)


def read_markdown_blocks(text: str) -> tuple[PageText, ...]:
    """The lines of a brief of ours in Markdown but for its quotations, in order."""
    title, blocks = "", []
    for line, run in zip(text.split("\n"), read_markdown_runs(text), strict=True):
        words = " ".join(run.text.split())
        if run.is_quoted or not words:
            continue
        heading, number = _HEADING.match(line), _NUMBERED.match(line)
        title = heading["title"] if heading else title
        place = f"source-{number['number']}" if number and title == "Sources" else None
        is_written = heading is None and title.endswith("(analyst)")
        blocks.append(PageText(place, is_written, words))
    return tuple(blocks)


def _join_rows(blocks: list[PageText]) -> Iterator[PageText]:
    for (place, is_written), group in groupby(blocks, key=lambda block: (block.place, block.is_written)):
        if place is None:
            yield from group
        else:
            yield PageText(place, is_written, " ".join(block.text for block in group))


def _read_pieces(text: str) -> list[_Piece]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    return reader.pieces


@dataclass(frozen=True, slots=True)
class _Element:
    """An element that is open, with what it is by itself or by those around it."""

    tag: str
    is_quoted: bool = False
    is_written: bool = False
    is_shown: bool = True
    place: str | None = None


class _PageReader(HTMLParser):
    """Collects what a browser shows; block quotes, and what has the class `words`, are quoted.

    What has the class `analyst` is the analyst's own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[_Piece] = []
        self._block = 0
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._block += tag not in _INLINE
        if tag in _VOID:
            return
        attributes, above = dict(attrs), self._around()
        classes = (attributes.get("class") or "").split()
        is_hidden = (
            tag in _SILENT
            or "hidden" in attributes
            or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
        )
        self._open.append(
            _Element(
                tag,
                is_quoted=above.is_quoted or tag == "blockquote" or "words" in classes,
                is_written=above.is_written or "analyst" in classes,
                is_shown=above.is_shown and not is_hidden,
                place=REPEATED if tag == REPEATED else attributes.get("id") or above.place,
            )
        )

    def handle_endtag(self, tag: str) -> None:
        self._block += tag not in _INLINE
        for place in range(len(self._open) - 1, max(len(self._open) - 100, -1), -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        around = self._around()
        if around.is_shown:
            run = Run(data, around.is_quoted, None)
            self.pieces.append(_Piece(run, self._block, around.place, around.is_written))

    def _around(self) -> _Element:
        return self._open[-1] if self._open else _Element("")
