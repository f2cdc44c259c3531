"""A finished brief on paper, on screen and for programs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.errors import UnknownName, UnprintableLetters
from briefer.ledger import make_ledger, write_ledger
from briefer.marks import CLOSING_LINE
from briefer.model import Brief
from briefer.rendering.page_text import read_html_blocks

if TYPE_CHECKING:
    from briefer.rendering.filling import PageFiller
    from briefer.rendering.pdf import PdfRenderer

FORMATS = ("pdf", "html", "md", "json")
"""Every form of a brief, named as its file's suffix is."""

Printer = Callable[[Brief], bytes]
"""Makes the whole file of a brief."""


def find_format(name: str | None, target: Path | None) -> str:
    """The format called `name`, else the one that the suffix of `target` names, else `pdf`.

    Raises:
        UnknownName: there is no format of the name, or of the suffix.
    """
    wanted = (name or (target.suffix.removeprefix(".") if target else "") or "pdf").lower()
    wanted = {"htm": "html", "markdown": "md"}.get(wanted, wanted)
    if wanted not in FORMATS:
        raise UnknownName("format", wanted, FORMATS)
    return wanted


@contextmanager
def open_printer(
    form: str, template: Path, *, on_wait: Callable[[], None] | None = None
) -> Iterator[Printer]:
    """A printer of briefs in the format `form`; `template` is the folder that pdf and html are made with.

    Open it before the articles are read: making a PDF needs a second or so to get ready, which then
    passes meanwhile. The printer raises `RenderingFailed`, and for pdf `MissingSystemLibrary`. While it
    is at a page it calls `on_wait` again and again, and ends with what that raises.
    """
    if form == "pdf":
        from briefer.rendering.filling import PageFiller
        from briefer.rendering.pdf import PdfRenderer

        with PdfRenderer(on_wait=on_wait) as renderer, PageFiller(on_wait=on_wait) as filler:
            yield lambda brief: _print_pdf(brief, template, filler, renderer)
    elif form == "html":
        from briefer.rendering.filling import PageFiller

        with PageFiller(on_wait=on_wait) as filler:
            yield lambda brief: _encode(filler.fill(brief, template) + CLOSING_LINE)
    elif form == "md":
        from briefer.rendering.markdown import render_markdown

        yield lambda brief: _encode(f"{render_markdown(brief)}\n{CLOSING_LINE}")
    else:
        from briefer.rendering.json import render_json

        yield lambda brief: _encode(render_json(brief))


def _print_pdf(brief: Brief, template: Path, filler: "PageFiller", renderer: "PdfRenderer") -> bytes:
    """A PDF in which letters that no font has are marked."""
    from briefer.rendering.wording import mark_unprintable

    def render(brief: Brief) -> bytes:
        html = filler.fill(brief, template)
        ledger = make_ledger(brief, page=read_html_blocks(html))
        return renderer.render(html, template, ledger=write_ledger(ledger))

    letters = ""
    while True:
        try:
            return render(mark_unprintable(brief, letters) if letters else brief)
        except UnprintableLetters as error:
            # Without some letters, others may be drawn that a font lacks; none is named twice.
            letters += error.letters


def _encode(text: str) -> bytes:
    # A file name that is not UTF-8 carries lone surrogates, which no encoding has.
    return text.encode("utf-8", "replace")
