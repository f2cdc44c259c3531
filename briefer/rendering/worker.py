"""The child process that `briefer.rendering.pdf` starts: one page in, one PDF out.

It reads a line of JSON (`template`, `pages`, `timeout_s`, `ledger`) and then the page from standard input,
and writes a line of JSON (`warnings`, or `missing`, `unprintable` or `problem`) and then the PDF to
standard output.
"""

import ctypes.util
import gc
import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefer.children import limit, reserve_stdout
from briefer.errors import RenderingFailed, UnprintableLetters
from briefer.rendering.libraries import find_missing_libraries

_MEMORY = 2 << 30
_FILE_SIZE = 64 << 20


def main() -> None:
    answer = reserve_stdout()
    limit(resource.RLIMIT_AS, _MEMORY)
    limit(resource.RLIMIT_FSIZE, _FILE_SIZE)
    limit(resource.RLIMIT_CORE, 0)
    # A run is short and its objects live to its end: collecting costs a tenth of the time and frees nothing.
    gc.disable()
    report, pdf = _run()
    with suppress(BrokenPipeError):
        os.write(answer, json.dumps(report).encode() + b"\n")
        with os.fdopen(answer, "wb") as stream:
            stream.write(pdf)
    # Nothing is left to tidy up, and taking the modules down one by one costs time.
    os._exit(0)


def _run() -> tuple[dict[str, object], bytes]:
    try:
        with _quick_library_lookup():
            from briefer.rendering import layout
    except OSError as error:
        missing = find_missing_libraries()
        if missing:
            return {"missing": missing[0]}, b""
        return {"problem": f"WeasyPrint did not start ({_in_one_line(error)})"}, b""
    layout.warm_up()
    order = json.loads(sys.stdin.buffer.readline() or b"{}")
    if not order:
        return {}, b""
    limit(resource.RLIMIT_CPU, int(order["timeout_s"]) + 1)
    html = sys.stdin.buffer.read().decode()
    try:
        pdf, warnings = layout.render_pdf(
            html, Path(order["template"]), pages=order["pages"], ledger=order["ledger"]
        )
    except UnprintableLetters as error:
        return {"unprintable": error.letters}, b""
    except RenderingFailed as error:
        return {"problem": str(error)}, b""
    except MemoryError:
        return {"problem": "laying out the page took too much memory"}, b""
    except RecursionError:
        return {"problem": "the page's boxes are nested too deeply"}, b""
    except Exception as error:  # noqa: BLE001 - WeasyPrint raises whatever its page makes it stumble over
        return {"problem": f"WeasyPrint could not lay out the page ({_in_one_line(error)})"}, b""
    return {"warnings": warnings}, pdf


@contextmanager
def _quick_library_lookup() -> Iterator[None]:
    """Spare WeasyPrint's import the compiler runs by which `find_library` looks a name up.

    On Linux it then opens each library by its soname, which is what the look-up would answer.
    """
    look_up = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = look_up


def _in_one_line(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


if __name__ == "__main__":
    main()
