"""Templates filled in by a child process with limits on time, memory and size.

A template is a program, and a user's own or a packed one may compute without end: that costs one line of
error. `briefer.rendering.html` is imported by the child only, while the articles are read.
"""

import json
import pickle
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from briefer.children import Worker
from briefer.errors import RenderingFailed
from briefer.model import Brief

_WAY_OUT = "Look for what it computes or repeats without end, or choose another template."


class PageFiller:
    """Makes the pages of briefs. The first worker starts on entering, so enter early."""

    def __init__(self, *, timeout_s: float = 60, on_wait: Callable[[], None] | None = None) -> None:
        """`timeout_s` is the most that one page may take; `on_wait` as in `PdfRenderer`."""
        self._timeout_s = timeout_s
        self.worker = Worker("briefer.rendering.filling_worker", timeout_s=timeout_s, on_wait=on_wait)

    def __enter__(self) -> Self:
        self.worker.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.worker.__exit__(kind, error, trace)

    def fill(self, brief: Brief, template: Path) -> str:
        """The page of a brief, as `render_html` makes it.

        Raises:
            RenderingFailed: the template is broken, took too long or made too much; names it and, where
                it is known, its file, the line and what is wrong there.
        """
        order = {"template": str(template), "timeout_s": self._timeout_s}
        try:
            answer, exit_code = self.worker.ask(json.dumps(order).encode() + b"\n" + pickle.dumps(brief))
        except subprocess.TimeoutExpired:
            raise _failure(template, f"it takes more than {self._timeout_s:g} seconds") from None
        head, _, page = answer.partition(b"\n")
        try:
            problem = json.loads(head)["problem"]
        except ValueError:
            raise _failure(template, f"its worker died (exit code {exit_code})") from None
        if problem:
            raise RenderingFailed(problem)
        return page.decode("utf-8", "surrogatepass")


def _failure(template: Path, problem: str) -> RenderingFailed:
    return RenderingFailed(f"The template {template.name!r} cannot be used: {problem}. {_WAY_OUT}")
