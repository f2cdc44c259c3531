"""A real pseudo-terminal with the application in it, and every byte that it writes."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_NOT_OURS = ("COLUMNS", "LINES", "EDITOR", "VISUAL", "NO_COLOR", "COLORTERM", "TEXTUAL_COLOR_SYSTEM")
_BETWEEN_KEYS_S = 0.03  # of a quick typist
_PATIENCE_S = 60.0  # for machines that have much else to do


Answers = Sequence[tuple[re.Pattern[bytes], bytes]]
"""What a terminal is asked, and what it says then."""


class Terminal:
    """What stands at the other end of the application's terminal."""

    def __init__(self, process: subprocess.Popen[bytes], descriptor: int, answers: Answers) -> None:
        self.process, self._descriptor, self._answers = process, descriptor, answers
        self.written = b""

    def send(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def press(self, keys: str, then: str) -> None:
        """Send keys and wait for the text that they bring to the screen."""
        before = len(self.written)
        self.send(keys)
        self.wait_for(then, start=before)

    def type_steadily(self, text: str) -> Iterator[str]:
        """Type without a pause, each key once the one before is answered; yields what is typed so far."""
        for count, key in enumerate(text, start=1):
            before = len(self.written)
            self.send(key)
            self.wait_for_more(before)
            yield text[:count]
            time.sleep(_BETWEEN_KEYS_S)

    def wait_for(self, text: str, *, start: int = 0, timeout_s: float = _PATIENCE_S) -> None:
        """Read on until `text` has been written, after the first `start` bytes."""
        self._read_until(
            lambda: text.encode() in self.written[start:], timeout_s, f"{text!r} was never shown"
        )

    def wait_for_more(self, before: int) -> None:
        """Read on until more than the first `before` bytes have been written."""
        self._read_until(lambda: len(self.written) > before, _PATIENCE_S, "nothing more was shown")

    def read_for(self, duration_s: float) -> None:
        """Read whatever is written meanwhile."""
        end = time.monotonic() + duration_s
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def wait_for_file(self, path: Path, text: str, *, timeout_s: float = _PATIENCE_S) -> None:
        """Read on until the file at `path` holds `text`."""
        self._read_until(
            lambda: path.exists() and text in path.read_text("utf-8"), timeout_s, f"{text!r} is not in {path}"
        )

    def _read_until(self, is_done: Callable[[], bool], timeout_s: float, complaint: str) -> None:
        end = time.monotonic() + timeout_s
        while not is_done():
            assert time.monotonic() < end, f"{complaint}: {self.written[-2000:]!r}"
            self._read(0.05)

    def _read(self, timeout_s: float) -> None:
        ready, _, _ = select.select([self._descriptor], [], [], timeout_s)
        if ready:
            try:
                chunk = os.read(self._descriptor, 1 << 16)
            except OSError:
                time.sleep(timeout_s)  # the other end is closed
                return
            self.written += chunk
            for question, answer in self._answers:
                for asked in question.finditer(chunk):
                    os.write(self._descriptor, asked.expand(answer))


@contextmanager
def open_terminal(
    *arguments: str,
    home: Path,
    columns: int = 120,
    lines: int = 40,
    editor: str = "",
    term: str = "xterm-256color",
    answers: Answers = (),
    **environment: str,
) -> Iterator[Terminal]:
    """Run `briefer` in a terminal; whatever is still running at the end is killed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 8 * columns, 16 * lines))
    variables = {
        **{key: value for key, value in os.environ.items() if key not in _NOT_OURS},
        "TERM": term,
        "BRIEFER_HOME": str(home),
        "EDITOR": editor,
        **environment,
    }
    process = subprocess.Popen(
        (sys.executable, "-m", "briefer", *arguments),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=variables,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours, answers)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
