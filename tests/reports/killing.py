"""Processes that are killed at a chosen step, as by kill -9, and whole runs in processes of their own."""

import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefer.library.opening import Library

_STEPS = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "smtplib.connect", "smtplib.send"}


def run_apart(work: Callable[[], object]) -> int:
    """Do something in a process of its own; returns its exit code, negative where it was killed."""
    child = start_apart(work)
    return wait_for(child)


def start_apart(work: Callable[[], object]) -> int:
    """Begin something in a process of its own; returns its id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:  # noqa: BLE001 - said, and told by the exit code
        traceback.print_exc()
    finally:
        os._exit(code)


def wait_for(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, work: Callable[[], object]) -> Callable[[], object]:
    """The work, in a process that is killed at its n-th step that others can see.

    A step is a file that is opened to be written, named, linked or removed, a word to the mail server, and
    the beginning, the commit and the end of a transaction.
    """

    def doomed() -> object:
        left = step

        def take_step() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def listen(event: str, details: tuple[Any, ...]) -> None:
            if event in _STEPS or (event == "open" and _writes(details)):
                take_step()

        sys.addaudithook(listen)
        _watch_transactions(take_step)
        return work()

    return doomed


def _writes(details: tuple[Any, ...]) -> bool:
    path, _, flags = details
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) and str(path) != os.devnull and not _is_lock(path)


def _is_lock(path: object) -> bool:
    return isinstance(path, str | bytes | Path) and os.fsdecode(path).endswith(".lock")


def _watch_transactions(take_step: Callable[[], None]) -> None:
    """Take a step before and after each transaction that writes, and right before its commit."""
    real = Library.writing

    @contextmanager
    def watched(library: Library) -> Iterator[sqlite3.Connection]:
        take_step()
        with real(library) as connection:
            yield connection
            take_step()
        take_step()

    setattr(Library, "writing", watched)  # noqa: B010 - in the child alone
