"""TOML that a person wrote: read in one way, and complained of in one way."""

import re
import tomllib
from pathlib import Path
from typing import Any

from briefer.errors import InvalidFile


def parse_toml(path: Path, content: bytes, *, way_out: str = "Correct that line.") -> dict[str, Any]:
    """The tables in `content`, the bytes of the file `path`; a byte order mark is passed over.

    Raises:
        InvalidFile: it is not UTF-8, or not TOML, for which `way_out` is offered; says in which line.
    """
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidFile(path, f"line {line}", "not UTF-8 text", "Save the file as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = re.search(r" \(at line (\d+), column \d+\)", said)
        line = int(place[1]) if place else content.count(b"\n") + 1
        problem = re.sub(r" \(at [^)]*\)", "", said).rstrip(".")
        raise InvalidFile(path, f"line {line}", f"not valid TOML: {problem}", way_out) from error
    except RecursionError as error:
        raise InvalidFile(path, "", "brackets nested too deeply", "One or two levels will do.") from error
