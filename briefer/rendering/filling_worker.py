"""The child process that `briefer.rendering.filling` starts: one brief in, one page out.

It reads a line of JSON (`template`, `timeout_s`) and then a pickled brief from standard input, and writes a
line of JSON (`problem`, or null) and then the page to standard output. Only its parent speaks to it, and
nothing that it answers is unpickled.
"""

import gc
import json
import os
import pickle
import resource
import sys
from contextlib import suppress
from pathlib import Path

from briefer.children import limit, reserve_stdout
from briefer.errors import RenderingFailed

_MEMORY = 1 << 30
_LARGEST_PAGE_BYTES = 16 << 20


def main() -> None:
    answer = reserve_stdout()
    limit(resource.RLIMIT_AS, _MEMORY)
    limit(resource.RLIMIT_CORE, 0)
    # A run is short and its objects live to its end.
    gc.disable()
    problem, page = _run()
    with suppress(BrokenPipeError), os.fdopen(answer, "wb") as stream:
        stream.write(json.dumps({"problem": problem}).encode() + b"\n" + page)
    os._exit(0)


def _run() -> tuple[str | None, bytes]:
    from briefer.rendering.html import render_html, warm_up

    warm_up()
    limit(resource.RLIMIT_FSIZE, 0)
    order = json.loads(sys.stdin.buffer.readline() or b"{}")
    if not order:
        return None, b""
    limit(resource.RLIMIT_CPU, int(order["timeout_s"]) + 1)
    brief, template = pickle.load(sys.stdin.buffer), Path(order["template"])  # noqa: S301 - from our parent
    try:
        page = render_html(brief, template).encode("utf-8", "surrogatepass")
    except RenderingFailed as error:
        return str(error), b""
    except MemoryError:
        page = None
    if page is None or len(page) > _LARGEST_PAGE_BYTES:
        most = f"its page is larger than {_LARGEST_PAGE_BYTES >> 20} MB"
        return f"The template {template.name!r} cannot be used: {most}.", b""
    return None, page


if __name__ == "__main__":
    main()
