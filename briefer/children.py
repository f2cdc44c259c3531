"""Child processes for what is foreign: how one is started, limited and ended.

What a page or a file may hang or crash runs in one, and costs one line of error.
"""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self

# What a child may see of our environment: where programs, libraries and caches are, nothing private.
_INHERITED = ("PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")

_LOOK_AFTER_S = 0.1


class Worker:
    """A child process that gets ready ahead of its order and answers one; the next order has a new one.

    The first starts on entering, so enter early; leaving ends it.
    """

    def __init__(
        self,
        module: str,
        *,
        timeout_s: float,
        environment: Mapping[str, str] | None = None,
        on_wait: Callable[[], None] | None = None,
    ) -> None:
        """`timeout_s` is the most that one answer may take.

        `on_wait` is called again and again while the child is at it; what it raises ends the work.
        """
        self._module, self._environment = module, environment
        self._timeout_s, self._on_wait = timeout_s, on_wait
        self.child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.child = start_child(self._module, self._environment)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.child:
            end_child(self.child)

    def ask(self, order: bytes) -> tuple[bytes, int]:
        """What the child answers, and its exit code.

        Raises:
            subprocess.TimeoutExpired: it took too long, and was ended.
        """
        child, self.child = self.child or start_child(self._module, self._environment), None
        try:
            answer = self._wait(child, order)
        finally:
            end_child(child)
        return answer, child.returncode

    def _wait(self, child: "subprocess.Popen[bytes]", order: bytes) -> bytes:
        if self._on_wait is None:
            return child.communicate(order, timeout=self._timeout_s)[0]
        with ThreadPoolExecutor(1) as pool:
            answer = pool.submit(child.communicate, order, self._timeout_s)
            try:
                while not wait([answer], timeout=_LOOK_AFTER_S).done:
                    self._on_wait()
            except BaseException:
                child.kill()  # or the thread would wait for its answer
                raise
            return answer.result()[0]


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
            with contextlib.suppress(OSError):
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
