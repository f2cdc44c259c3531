"""All that is wrong with a theme file: each time a part is refused, the rest is looked at without it."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from briefer.errors import InvalidFile
from briefer.tables import join_place
from briefer.themes.reading import parse_theme, read_tables

_MOST = 100
_PLACEHOLDER = "x"
_TABLES = ("terms", "groups")


def find_problems(path: Path) -> tuple[InvalidFile, ...]:
    """What is wrong with a theme file, in the order in which it is met; nothing where it can be used.

    At most a hundred; what only follows from another problem is left out.
    """
    try:
        tables = read_tables(path)
    except InvalidFile as error:
        return (error,)
    return tuple(_iter_problems(path, tables))


def _iter_problems(path: Path, tables: Mapping[str, Any]) -> Iterator[InvalidFile]:
    rest = deepcopy(dict(tables))
    met: set[str] = set()
    is_whole = True
    for _ in range(_MOST):
        try:
            parse_theme(path, rest)
        except InvalidFile as error:
            if error.where in met:  # the part cannot be left out
                return
            met.add(error.where)
            # Of what a term that is left out alone refers to, nothing is wrong.
            if is_whole or not error.where.startswith("groups") or "no term uses" not in error.problem:
                yield error
            is_whole = is_whole and not error.where.startswith("terms.")
            _leave_out(rest, error.where, error.problem)
            if not is_whole and not rest.get("terms"):
                return
        else:
            return


def _leave_out(tables: dict[str, Any], where: str, problem: str) -> None:
    """Take the part at `where` out of the tables, or put in its place what nothing is wrong with."""
    for name in _TABLES:
        table = tables.get(name)
        if not isinstance(table, dict):
            continue
        for key in list(table):
            place = join_place(name, key)
            if where == place or where.startswith((f"{place}.", f"{place}[")):
                del table[key]
                if name == "groups" and not problem.startswith(("no term uses", "cannot be written")):
                    # Terms may name it.
                    table[key] = [_PLACEHOLDER]
                return
    excluded = tables.get("exclude")
    if where.startswith("exclude") and isinstance(excluded, list):
        kept = [
            entry
            for at, entry in enumerate(excluded, start=1)
            if where not in (f"exclude[{at}]", join_place("exclude", str(entry)))
        ]
        tables["exclude"] = kept if len(kept) < len(excluded) else []
    elif where in ("name", "title", "description"):
        tables[where] = _PLACEHOLDER
    elif where in tables:
        del tables[where]
