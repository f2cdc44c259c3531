"""Editions in folders: files that replace nothing of anybody else's, and a link to the latest."""

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from briefer.errors import DeliveryFailed


def put_file(folder: Path, name: str, content: bytes, *, known_sha256: str = "") -> Path:
    """Put a file into a folder, in one step; says where it is.

    A file of the name that has other content is kept, unless its digest is `known_sha256`, for then it is
    what we put there before: the new one has a number in its name. The folder is made where it is missing.

    Raises:
        DeliveryFailed: says why, and the way out; nothing half written is left behind.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _names(folder / name):
            found = _digest(path)
            if found == hashlib.sha256(content).hexdigest():
                _temporary(path).unlink(missing_ok=True)
                return path
            if found and found == known_sha256:
                _write(path, content, replacing=True)
                return path
            if found is None and _write(path, content, replacing=False):
                return path
    except OSError as error:
        raise _failure(folder, error) from error
    raise DeliveryFailed(str(folder / name), "every name for it is taken", "Move those files away.")


def write_text(path: Path, text: str) -> None:
    """Put a text file of ours in its place, in one step, whatever was there.

    Raises:
        DeliveryFailed: says why, and the way out.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, text.encode("utf-8", "surrogateescape"), replacing=True)
    except OSError as error:
        raise _failure(path, error) from error


def point_latest(path: Path, name: str) -> Path:
    """Let the link `name` beside `path` lead to it, in one step; says where the link is.

    Raises:
        DeliveryFailed: a file of that name is in the way, or the system refuses.
    """
    link = path.with_name(name)
    if os.path.lexists(link) and not link.is_symlink():
        raise DeliveryFailed(str(link), "a file that is no link has this name", "Move it away.")
    temporary = _temporary(link)
    try:
        temporary.unlink(missing_ok=True)
        if link.is_symlink() and str(link.readlink()) == path.name:
            return link
        temporary.symlink_to(path.name)
        temporary.replace(link)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _failure(link, error) from error
    return link


def _names(path: Path) -> list[Path]:
    return [path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 100))]


def _temporary(path: Path) -> Path:
    """Where a file lies until it is whole: the same place, so that a run clears up after a killed one."""
    return path.with_name(f".{path.name}.briefer")


def _digest(path: Path) -> str | None:
    """The digest of what is there; empty of what is no file, None where there is nothing."""
    if not os.path.lexists(path):
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _write(path: Path, content: bytes, *, replacing: bool) -> bool:
    """Whether the file is written; it is not where another came first and is not to be replaced."""
    temporary = _temporary(path)
    # What a killed run left there is no link that could lead elsewhere.
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replacing:
            temporary.replace(path)
            return True
        return _link(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _link(temporary: Path, path: Path) -> bool:
    """Give the file its name unless that is taken: renaming would replace what came meanwhile."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK):
            raise
        # Some file systems have no hard links.
        temporary.replace(path)
    return True


def _failure(path: Path, error: OSError) -> DeliveryFailed:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return DeliveryFailed(str(path), "writing there is not permitted", "Change that, or the report.")
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return DeliveryFailed(str(path), "there is not enough space", "Free some.")
        case errno.ENOTDIR | errno.EEXIST:
            return DeliveryFailed(str(path), "a file stands where a folder should", "Move it away.")
        case _:
            reason = error.strerror or type(error).__name__
            return DeliveryFailed(str(path), reason, "See that the folder can be written.")
