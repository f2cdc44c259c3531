"""Output files: the whole content or nothing."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefer.errors import OutputFailed

_ELSEWHERE = "Choose another place to write to."


def check_output(path: Path) -> None:
    """See that a file can be written at `path` before the work for it begins; writes nothing.

    Raises:
        OutputFailed: it could not be written.
    """
    try:
        mode = _existing_mode(path)
    except OSError as error:
        raise _failure(path, error) from error
    if not _is_stream(path, mode) and not _may(_real_place(path).parent, os.W_OK | os.X_OK):
        raise _failure(path, PermissionError(errno.EACCES, ""))


def make_folder_for(path: Path) -> None:
    """Make the folder of a file of the user's that we are about to write.

    Raises:
        OutputFailed: it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"its folder cannot be made ({error.strerror})"
        raise OutputFailed(path, reason, "See that the folder above it may be written to.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, as `write_pieces` does.

    Raises:
        OutputFailed: it cannot be written; what was there before is as it was.
    """
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Put pieces at `path` in one step: a reader finds the old file or the new one, never a part.

    A link is followed and stays a link; a file that is replaced keeps its mode. A device or a pipe
    is written to as it is.

    Raises:
        OutputFailed: it cannot be written; what was there before is as it was.
    """
    try:
        mode = _existing_mode(path)
        if _is_stream(path, mode):
            with path.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(_real_place(path), pieces, mode)
    except OSError as error:
        raise _failure(path, error) from error


def is_stream(path: Path) -> bool:
    """Whether there is a device, a pipe or the like, which has no place beside it."""
    try:
        return _is_stream(path, path.stat().st_mode)
    except OSError:
        return False


def _existing_mode(path: Path) -> int | None:
    """The mode of what is at `path`, links followed; None when there is nothing yet.

    Raises:
        OSError: there is a folder, or something that may not be written, or no folder to write in.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not _real_place(path).parent.is_dir():
            raise
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not _may(path, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    return mode


def _is_stream(path: Path, mode: int | None) -> bool:
    """Whether the file cannot be replaced: a device, a pipe, or /dev/stdout wherever it leads."""
    folder = path.absolute().parent.resolve()
    named_by_system = folder in (Path("/dev"), Path("/dev/fd")) or folder.is_relative_to("/proc")
    return mode is not None and (named_by_system or not stat.S_ISREG(mode))


def _may(path: Path, do: int) -> bool:
    return os.access(path, do, effective_ids=os.access in os.supports_effective_ids)


def _real_place(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _replace(place: Path, pieces: Iterable[bytes], mode: int | None) -> None:
    temporary = place.with_name(f".briefer-{secrets.token_hex(8)}")
    allowed = 0o666 if mode is None else stat.S_IMODE(mode) & 0o777
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, allowed)
    try:
        with os.fdopen(handle, "wb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), stat.S_IMODE(mode))
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _failure(path: Path, error: OSError) -> OutputFailed:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return _folder_failure(path)
        case errno.EISDIR:
            return OutputFailed(path, "it is a folder", f"Name a file in it, such as {path / 'brief.pdf'}")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return OutputFailed(path, "writing there is not permitted", _ELSEWHERE)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return OutputFailed(path, "there is not enough space", f"Free some. {_ELSEWHERE}")
        case errno.ELOOP:
            return OutputFailed(path, "the links there lead in a circle", _ELSEWHERE)
        case errno.ENAMETOOLONG:
            return OutputFailed(path, "the name is too long", _ELSEWHERE)
        case _:
            return OutputFailed(path, error.strerror or type(error).__name__, _ELSEWHERE)


def _folder_failure(path: Path) -> OutputFailed:
    for parent in reversed(path.parents):
        if parent.exists() and not parent.is_dir():
            return OutputFailed(path, f"{parent} is not a folder", _ELSEWHERE)
    return OutputFailed(path, f"the folder {path.parent} does not exist", f"Type: mkdir -p {path.parent}")
