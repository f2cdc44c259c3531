"""HTML to PDF in a child process with limits on time, memory and size.

WeasyPrint lives in the child only (`briefer.rendering.worker`): a page that would hang or crash it
costs one line of error, and the seconds that its import takes pass while the articles are read.
"""

import json
import logging
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from briefer.children import Worker
from briefer.errors import MissingSystemLibrary, RenderingFailed, UnprintableLetters

log = logging.getLogger(__name__)

_WAY_OUT = "Ask for a shorter brief, or for another format."


class PdfRenderer:
    """Makes PDFs. The first worker starts on entering, so enter early; leaving ends every worker."""

    def __init__(
        self, *, timeout_s: float = 120, pages: int = 500, on_wait: Callable[[], None] | None = None
    ) -> None:
        """`timeout_s` and `pages` are the most that one PDF may take and have.

        `on_wait` is called again and again while a worker is at it; what it raises ends the work.
        """
        self._timeout_s, self._pages = timeout_s, pages
        fonts = Path(__file__).parent / "fonts" / "fonts.conf"
        self.worker = Worker(
            "briefer.rendering.worker",
            timeout_s=timeout_s,
            environment={"FONTCONFIG_FILE": str(fonts)},
            on_wait=on_wait,
        )

    def __enter__(self) -> Self:
        self.worker.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.worker.__exit__(kind, error, trace)

    def render(self, html: str, template: Path, *, ledger: str | None = None) -> bytes:
        """The page as PDF/A-3a and PDF/UA-1; it may use pictures and stylesheets of the folder `template`.

        The ledger is attached, with the page of each entry filled in.

        Title, author, language and dates of the document are those in the head of the page. The
        same page gives the same bytes, whatever the hour, the locale and the working folder.

        Raises:
            MissingSystemLibrary: WeasyPrint lacks a library of the operating system.
            RenderingFailed: the page took too long, grew too large or broke the renderer.
            UnprintableLetters: the page has letters that no font has; such a PDF would not be valid.
        """
        order = {
            "template": str(template.resolve()),
            "pages": self._pages,
            "timeout_s": self._timeout_s,
            "ledger": ledger,
        }
        try:
            answer, exit_code = self.worker.ask(
                json.dumps(order).encode() + b"\n" + html.encode("utf-8", "replace")
            )
        except subprocess.TimeoutExpired:
            raise RenderingFailed(
                f"No PDF was made: laying out the page took more than {self._timeout_s:g} seconds. {_WAY_OUT}"
            ) from None
        return _read_answer(answer, exit_code)


def _read_answer(answer: bytes, exit_code: int) -> bytes:
    """The PDF out of a worker's answer: a line of JSON, then the file."""
    head, _, pdf = answer.partition(b"\n")
    try:
        report = json.loads(head)
    except ValueError:
        raise RenderingFailed(
            f"No PDF was made: the renderer died (exit code {exit_code}). {_WAY_OUT}"
        ) from None
    for warning in report.get("warnings", ()):
        log.info("WeasyPrint: %s", warning)
    if "missing" in report:
        raise MissingSystemLibrary(report["missing"])
    if "unprintable" in report:
        raise UnprintableLetters(report["unprintable"])
    if "problem" in report:
        raise RenderingFailed(f"No PDF was made: {report['problem']}. {_WAY_OUT}")
    return pdf
