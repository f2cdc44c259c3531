"""The user's `config.toml`: options that need not be typed."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from briefer.errors import InvalidFile


def read_config(path: Path) -> Mapping[str, Mapping[str, object]]:
    """Options by command, such as `{"brief": {"length": "short"}}`; empty where there is no file.

    Raises:
        InvalidFile: it is not TOML, or holds something else than one table for each command.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidFile(
            path, "", f"not readable as TOML ({error})", "Correct it, or move it away."
        ) from error
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise InvalidFile(
                path,
                name,
                "an option outside of a table",
                f"Put it under a command, as in [brief] {name} = ...",
            )
    return tables
