"""A disk that is full at a chosen step, and what lies in a folder."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_STEPS = (
    (os, "open"),
    (os, "fsync"),
    (Path, "hardlink_to"),
    (Path, "symlink_to"),
    (Path, "replace"),
    (Path, "mkdir"),
)


def fail_the_nth(monkeypatch: pytest.MonkeyPatch, step: int) -> list[str]:
    """Let the n-th step that writes find the disk full; the list then names it, and is empty till then."""
    failed: list[str] = []
    count = 0

    def wrap(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def tried(*args: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == step:
                failed.append(name)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **options)

        return tried

    for owner, name in _STEPS:
        monkeypatch.setattr(owner, name, wrap(name, getattr(owner, name)))
    return failed


def names_in(folder: Path) -> dict[str, bytes]:
    """The files in a folder with what they hold."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
