"""What a run works with, and one run of a report at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefer.library.opening import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder of what the user writes, and the library that is open."""

    home: Path
    library: Library

    @property
    def reports(self) -> Path:
        """The folder of the reports' files."""
        return self.home / "reports"

    @property
    def templates(self) -> Path:
        """The folder of the user's own templates."""
        return self.home / "templates"


@contextmanager
def claim(desk: Desk, report: str) -> Iterator[None]:
    """Wait until no other process of this machine runs the report; a killed one lets go of it."""
    path = desk.library.path.with_name(f".report-{report}.lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError:
        # Where nothing can be written, storing the edition says so, in words.
        yield
        return
    try:
        with suppress(OSError):  # some network folders know no locks: there, the library's own must do
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
