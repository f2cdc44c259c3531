"""The child process that `briefer.readers.workers` starts: files in, what their readers made of them out.

It reads and writes frames, eight bytes of length and then a pickle: a path with the content of its file
comes in, a `Parsed` goes out, or the reason why there is none.
"""

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from briefer.children import limit, reserve_stdout
from briefer.errors import UnreadableFile
from briefer.readers.base import Parsed
from briefer.readers.parsing import parse

HEAD_BYTES = 8
_MEMORY = 3 << 30


def main() -> None:
    with os.fdopen(reserve_stdout(), "wb") as answers:
        # Whoever started us decides when we end.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        limit(resource.RLIMIT_AS, _MEMORY)
        limit(resource.RLIMIT_CORE, 0)
        with suppress(BrokenPipeError):
            while order := _read_frame(sys.stdin.buffer):
                path, content = pickle.loads(order)  # noqa: S301 - from the process that started us
                answer = pickle.dumps(_answer(Path(path), content))
                answers.write(len(answer).to_bytes(HEAD_BYTES) + answer)
                answers.flush()
    os._exit(0)


def _read_frame(stream: BinaryIO) -> bytes:
    return stream.read(int.from_bytes(stream.read(HEAD_BYTES)))


def _answer(path: Path, content: bytes) -> Parsed | str:
    try:
        return parse(path, content)
    except UnreadableFile as error:
        return error.reason
    except MemoryError:
        return "reading it takes too much memory"


if __name__ == "__main__":
    main()
