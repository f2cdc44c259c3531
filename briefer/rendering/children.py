"""Child processes of the rendering: how one is started, limited and ended.

What a page or a file may hang or crash runs in one, and costs one line of error.
"""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Mapping

# What a child may see of our environment: where programs, libraries and caches are, nothing private.
_INHERITED = ("PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")


def start_child(module: str, environment: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """Run a module as a program that reads standard input and answers on standard output."""
    # The child imports from where we do; -P keeps modules that lie in the working folder out.
    known = {name: os.environ[name] for name in _INHERITED if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**known, **(environment or {})},
    )


def end_child(child: "subprocess.Popen[bytes]") -> None:
    """End a child process, whatever it is doing."""
    child.kill()
    for stream in (child.stdin, child.stdout):
        if stream:
            with contextlib.suppress(BrokenPipeError):
                stream.close()
    child.wait()


def reserve_stdout() -> int:
    """Keep standard output for the answer: whatever else prints there goes to standard error."""
    answer = os.dup(1)
    os.dup2(2, 1)
    return answer


def limit(what: int, most: int) -> None:
    """Bound what this process may take, such as `resource.RLIMIT_AS`."""
    # Some systems know a limit by name and refuse to set it.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))
