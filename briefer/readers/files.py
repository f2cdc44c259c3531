"""Files on disk: which there are, and their bytes, with nothing that could hang."""

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefer.errors import UnreadableFile
from briefer.model import DRAFT_SUFFIX, LEDGER_SUFFIX, Failure

LARGEST_FILE_BYTES = 20 << 20
SIDECAR_NAME = "sources.toml"
_OURS = (DRAFT_SUFFIX, LEDGER_SUFFIX)
_REASONS = {
    errno.ENOENT: "it does not exist",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "a link that leads back to itself",
    errno.ENXIO: "not a regular file, but a socket or device",
    errno.EISDIR: "a folder, not a file",
    errno.ENAMETOOLONG: "its name is too long for this system",
}


class InputFile(NamedTuple):
    """A file to read. `path` opens it; `shown` is its path below the folder that was given, or its name."""

    path: Path
    shown: Path
    folder: Path


class Listing(NamedTuple):
    """What a walk over the given paths came to."""

    files: tuple[InputFile, ...]
    failures: tuple[Failure, ...]


def list_files(paths: Sequence[Path], *, excluded: Path | None = None) -> Listing:
    """Every file in the given files and folders, once, by path, but hidden and sidecar files and our own.

    Left out is also `excluded`, whichever path leads to it.

    Shown paths are relative, so that output does not depend on where a folder lies; where those of two
    folders collide, the folder's own name (then the path as given) stands before them.

    Raises:
        UnreadableFile: none of the given paths exists.
    """
    files: list[InputFile] = []
    failures: list[Failure] = []
    for path in paths:
        if path.is_dir():
            found, failed = _walk(path)
            files += found
            failures += failed
        elif path.exists() or path.is_symlink():
            files.append(InputFile(path, Path(path.name), path.parent))
        else:
            failures.append(Failure(path, _REASONS[errno.ENOENT]))
    if paths and not files and all(not os.path.lexists(path) for path in paths):
        raise UnreadableFile(paths[0], _REASONS[errno.ENOENT])
    once = {_identity(file.path): file for file in reversed(files)}
    if excluded:
        once.pop(_identity(excluded), None)
    ordered = sorted(_tell_apart(list(once.values())), key=lambda file: (file.shown.parts, str(file.path)))
    return Listing(tuple(ordered), tuple(failures))


def _walk(root: Path) -> tuple[list[InputFile], list[Failure]]:
    files: list[InputFile] = []
    failures: list[Failure] = []
    entered = {_identity(root)}
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            failures.append(Failure(_below(folder, root), explain(error)))
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == SIDECAR_NAME or entry.name.endswith(_OURS):
                continue
            if not entry.is_dir():
                files.append(InputFile(entry, entry.relative_to(root), root))
            elif _identity(entry) in entered:
                failures.append(Failure(_below(entry, root), "a link to a folder that is read already"))
            else:
                entered.add(_identity(entry))
                folders.append(entry)
    return files, failures


def _below(path: Path, root: Path) -> Path:
    return Path(root.name) if path == root else path.relative_to(root)


def _identity(path: Path) -> str:
    """The same for two ways to one file or folder; a broken link is itself."""
    return os.path.realpath(path)


def _tell_apart(files: Sequence[InputFile]) -> Iterator[InputFile]:
    """The same files with shown paths that differ."""
    counts = Counter(file.shown for file in files)
    named = [
        file if counts[file.shown] == 1 else file._replace(shown=Path(file.folder.name) / file.shown)
        for file in files
    ]
    taken = Counter(file.shown for file in named)
    for file in named:
        yield file if taken[file.shown] == 1 else file._replace(shown=file.path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most `LARGEST_FILE_BYTES`.

    Raises:
        UnreadableFile: it is something else, larger, or the system refuses.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe waits for a writer that may never come.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableFile(path, explain(error)) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(path, f"not a regular file, but {_kind(status.st_mode)}")
        try:
            content = file.read(LARGEST_FILE_BYTES + 1)
        except OSError as error:
            raise UnreadableFile(path, explain(error)) from error
    if len(content) > LARGEST_FILE_BYTES:
        size = max(status.st_size, len(content)) / (1 << 20)
        limit = LARGEST_FILE_BYTES >> 20
        raise UnreadableFile(path, f"{size:.0f} MB is over the limit of {limit} MB for one article")
    return content


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a device"


def explain(error: OSError) -> str:
    """What the system said, in words of ours where we have them."""
    return _REASONS.get(error.errno or 0) or (error.strerror or "the system refuses to read it").lower()
