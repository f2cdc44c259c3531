"""Files on their way into the library."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from briefer.errors import UnreadableFile
from briefer.library.opening import Library
from briefer.library.saving import find_held, save_articles
from briefer.model import Article, Failure
from briefer.model.library import Arrival
from briefer.readers.files import InputFile, read_bytes
from briefer.readers.reading import iter_articles
from briefer.readers.sidecar import Sidecars

_BATCH_BYTES = 4 << 20
_BATCH_FILES = 200
_BATCH_SECONDS = 1.0
"""So much is kept in one transaction: at most this is read again after a crash."""


class Adding:
    """What became of the files so far; they are kept a batch at a time."""

    def __init__(
        self, library: Library, now: datetime, total: int, on_progress: Callable[[int, int], None] | None
    ) -> None:
        self.arrivals: list[tuple[Path, Arrival, str]] = []
        self.failures: list[Failure] = []
        self._library = library
        self._now = now
        self._total = total
        self._on_progress = on_progress
        self._batch: list[tuple[Article, bytes]] = []
        self._batch_bytes = 0
        self._saved_at = time.monotonic()

    def add(self, files: Sequence[InputFile]) -> None:
        """Read and keep files; what was read is kept, too, where anything is raised."""
        sidecars = Sidecars()
        unread = list(self._pass_held(files, sidecars))
        try:
            for file, outcome in zip(unread, iter_articles(unread, sidecars), strict=True):
                if isinstance(outcome, UnreadableFile):
                    self.failures.append(Failure(file.shown, outcome.reason))
                else:
                    self._take(*outcome)
        finally:
            self._save()

    def _pass_held(self, files: Sequence[InputFile], sidecars: Sidecars) -> Iterator[InputFile]:
        """The files that must be read: not those whose bytes are there and of which nobody noted anything."""
        digests: dict[InputFile, str] = {}
        for file in files:
            if not sidecars.speak_above(file):
                with suppress(UnreadableFile):
                    digests[file] = hashlib.sha256(read_bytes(file.path)).hexdigest()
        held = find_held(self._library, digests.values())
        for file in files:
            arrival = held.get(digests.get(file, ""))
            if arrival is None:
                yield file
            else:
                self.arrivals.append((file.shown, arrival, digests[file][:12]))

    def _take(self, article: Article, content: bytes) -> None:
        self._batch.append((article, content))
        self._batch_bytes += len(content)
        is_late = time.monotonic() - self._saved_at >= _BATCH_SECONDS
        if is_late or len(self._batch) >= _BATCH_FILES or self._batch_bytes >= _BATCH_BYTES:
            self._save()

    def _save(self) -> None:
        batch, self._batch, self._batch_bytes = self._batch, [], 0
        if batch:
            arrivals = save_articles(self._library, batch, now=self._now)
            self.arrivals += [
                (article.path, arrival, article.id)
                for (article, _), arrival in zip(batch, arrivals, strict=True)
            ]
        self._saved_at = time.monotonic()
        if self._on_progress:
            self._on_progress(len(self.arrivals) + len(self.failures), self._total)
