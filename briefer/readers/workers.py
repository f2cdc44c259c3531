"""Readers in child processes: a file that hangs, crashes or swells costs one line, and the work is shared.

Web pages and PDFs are read by large libraries in C, which a file may bring down with the process that
they run in. Plain text is read by our own code; it goes to the children where there is much of it.
"""

import os
import pickle
import queue
import select
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from briefer.children import end_child, start_child
from briefer.errors import UnreadableFile
from briefer.readers.base import Parsed
from briefer.readers.worker import HEAD_BYTES

TIMEOUT_S = 60.0
"""The most that reading one file may take."""
_MOST_WORKERS = 8
_READ_AHEAD = 4
"""Files that are begun for each worker before their turn comes."""
_CHUNK = 1 << 20

Given = TypeVar("Given")
Made = TypeVar("Made")


class Workers:
    """As many child processes as there are cores for; each starts when it is first needed."""

    def __init__(self, *, timeout_s: float = TIMEOUT_S) -> None:
        """`timeout_s` is the most that one file may take."""
        self._timeout_s = timeout_s
        self._count = min(_count_cores(), _MOST_WORKERS)
        self._idle: queue.SimpleQueue[_Worker | None] = queue.SimpleQueue()
        for _ in range(self._count):
            self._idle.put(None)
        self._threads = ThreadPoolExecutor(self._count)
        self._running: set[_Worker] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in tuple(self._running):
            worker.kill()  # and so the thread that waits for it
        self._threads.shutdown()
        for worker in self._running:
            worker.end()

    def map(self, make: Callable[[Given], Made], given: Iterable[Given]) -> Iterator[Made]:
        """What `make` makes of each, in the order given, several at a time and a few ahead.

        `make` runs in a thread of its own, and calls `parse`.
        """
        begun: deque[Future[Made]] = deque()
        for one in given:
            begun.append(self._threads.submit(make, one))
            if len(begun) > self._count * _READ_AHEAD:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()

    def parse(self, path: Path, content: bytes) -> Parsed:
        """As `parsing.parse` does, in a child process that is idle.

        Raises:
            UnreadableFile: there is no reader for it, or it holds no article, or reading it takes too
                much time or memory, or crashes; says which.
        """
        worker = self._idle.get()
        try:
            if worker is None:
                worker = _Worker()
                self._running.add(worker)
            answer = worker.ask(pickle.dumps((str(path), content)), timeout_s=self._timeout_s)
            parsed = pickle.loads(answer)  # noqa: S301 - our own process
        except TimeoutError:
            self._drop(worker)
            worker = None
            raise UnreadableFile(path, f"reading it takes more than {self._timeout_s:g} seconds") from None
        except (OSError, EOFError):
            self._drop(worker)
            worker = None
            raise UnreadableFile(path, "it brings down the program that reads such files") from None
        finally:
            self._idle.put(worker)
        if isinstance(parsed, str):
            raise UnreadableFile(path, parsed)
        assert isinstance(parsed, Parsed)  # noqa: S101 - narrows for the type checker
        return parsed

    def _drop(self, worker: "_Worker | None") -> None:
        if worker:
            self._running.discard(worker)
            worker.end()


def _count_cores() -> int:
    """The cores that we may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class _Worker:
    """A child process that reads one file after the other."""

    def __init__(self) -> None:
        # The cores are shared by files already.
        self._process = start_child("briefer.readers.worker", {"OPENBLAS_NUM_THREADS": "1"})

    def ask(self, order: bytes, *, timeout_s: float) -> bytes:
        """The child's answer.

        Raises:
            TimeoutError: it takes longer than that.
            OSError, EOFError: it died.
        """
        assert self._process.stdin  # noqa: S101 - narrows for the type checker
        self._process.stdin.write(len(order).to_bytes(HEAD_BYTES) + order)
        self._process.stdin.flush()
        deadline = time.monotonic() + timeout_s
        head = self._read(HEAD_BYTES, deadline)
        return self._read(int.from_bytes(head), deadline)

    def _read(self, length: int, deadline: float) -> bytes:
        assert self._process.stdout  # noqa: S101 - narrows for the type checker
        answers = self._process.stdout.fileno()
        received = bytearray()
        while len(received) < length:
            if not select.select([answers], [], [], max(deadline - time.monotonic(), 0))[0]:
                raise TimeoutError
            part = os.read(answers, min(length - len(received), _CHUNK))
            if not part:
                raise EOFError
            received += part
        return bytes(received)

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        end_child(self._process)
