"""Pages laid out as PDF: the one door for WeasyPrint, opened in the worker process only."""

import json
import logging
import mimetypes
import os
import re
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from uharfbuzz import Blob, Face
from weasyprint import HTML, Attachment, Document, Page
from weasyprint.pdf.fonts import Font
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefer.errors import RenderingFailed, UnprintableLetters
from briefer.ledger import format_ledger
from briefer.marks import MAKER
from briefer.model import LEDGER_NAME
from briefer.rendering.archival import VARIANT, declare_accessible
from briefer.rendering.subsetting import subset_font

_NO_GLYPH = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]+)\)", re.DOTALL)
_FONTS = Path(__file__).parent / "fonts"


def _subset(font: Font, to_unicode: dict[int, str], hinting: bool) -> None:
    if to_unicode:
        cut = subset_font(
            font.file_content, to_unicode, index=font.index, hinting=hinting, has_blanks=bool(font.missing)
        )
        font.file_content = cut or font.file_content


Font.subset = _subset


class FolderFetcher(URLFetcher):  # type: ignore[misc]
    """Opens files of one folder, and nothing else: no network, no `data:`, no way out by a link."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or not path.is_relative_to(self._folder):
            raise ValueError(f"a template may only use files of its own folder, not {url[:200]}")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(path.as_uri(), path.read_bytes(), {"Content-Type": kind})


def render_pdf(html: str, template: Path, *, pages: int, ledger: str | None) -> tuple[bytes, list[str]]:
    """The page as PDF/A-3a and PDF/UA-1 with the ledger attached, and what WeasyPrint complained of.

    Raises:
        RenderingFailed: more than `pages` pages.
        UnprintableLetters: no font, ours or the system's, has some letters of the page.
    """
    complaints = _listen()
    fonts, strangers = _fonts(), _find_uncovered(html)
    if strangers:
        complaints.append(f"fonts of the system stand in for {strangers[:40]}")
        fonts = _fonts_with_system()
    document = HTML(string=html, base_url=f"{template}/", url_fetcher=FolderFetcher(template)).render(
        font_config=fonts, pdf_variant=VARIANT
    )
    if len(document.pages) > pages:
        raise RenderingFailed(f"the brief would have {len(document.pages)} pages, more than {pages}")
    document.metadata.generator = MAKER
    if ledger:
        document.metadata.attachments = [_attach(ledger, document)]
    pdf = document.write_pdf(pdf_variant=VARIANT, finisher=declare_accessible)
    blanks = {chr(int(found[1], 16)) for found in map(_NO_GLYPH.fullmatch, complaints) if found}
    if blanks and strangers:
        raise UnprintableLetters(_find_letters(strangers, blanks))
    return pdf, complaints


def warm_up() -> None:
    """Load the fonts and what WeasyPrint imports late, by way of a tiny page."""
    _coverage()
    sample = (
        "<html lang=en><title>a</title>"
        "<p style='font-family: Source Serif 4'>a <span style='font-family: Source Sans 3'>b <b>c</b></span>"
    )
    HTML(string=sample, url_fetcher=FolderFetcher(_FONTS)).write_pdf(
        font_config=_fonts(), pdf_variant=VARIANT
    )


def _attach(ledger: str, document: Document) -> Attachment:
    """The ledger as an attachment, with the page of each entry that the paper has a place for."""
    content = json.loads(ledger)
    pages = {anchor: number for number, page in enumerate(document.pages, start=1) for anchor in page.anchors}
    for entry in content["entries"]:
        entry["page"] = pages.get(entry["id"])
    content["margins"] = [_read_margins(page) for page in document.pages]
    # A day without an hour would be read in the zone of the machine.
    day = datetime.fromisoformat(content["as_of"]).replace(tzinfo=UTC)
    return Attachment(
        string=format_ledger(content),
        name=LEDGER_NAME,
        description="Where each sentence of the brief stands in its source",
        relationship="Data",
        created=day,
        modified=day,
    )


def _read_margins(page: Page) -> str:
    """What stands around a page: its running head and number."""
    margins = [box for box in page._page_box.children if hasattr(box, "at_keyword")]
    texts = (inner.text for box in margins for inner in box.descendants() if hasattr(inner, "text"))
    return " ".join(" ".join(texts).split())


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def _fonts_with_system() -> FontConfiguration:
    os.environ["FONTCONFIG_FILE"] = str(_FONTS / "fonts-and-system.conf")
    return FontConfiguration()


def _find_uncovered(html: str) -> str:
    """The visible characters of the page that the fonts of briefer lack, in order."""
    strangers = set(html) - _coverage()
    return "".join(sorted(letter for letter in strangers if unicodedata.category(letter) not in ("Cc", "Cf")))


def _find_letters(strangers: str, blanks: set[str]) -> str:
    """Those of the strangers that were drawn as blanks: a letter may be drawn as the parts it is made of."""
    drawn = (letter for letter in strangers if blanks & set(letter + unicodedata.normalize("NFKD", letter)))
    return "".join(drawn) or strangers


@cache
def _coverage() -> frozenset[str]:
    letters: set[int] = set()
    for path in sorted(_FONTS.glob("*/*Regular.ttf")):
        letters.update(Face(Blob.from_file_path(str(path))).unicodes)
    return frozenset(map(chr, letters))


def _listen() -> list[str]:
    """A list that fills with what WeasyPrint logs from now on."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    logger.handlers[:] = [Listener(logging.WARNING)]
    return said
