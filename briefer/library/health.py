"""How the library fares."""

import shutil
from datetime import datetime
from pathlib import Path

from briefer.errors import LibraryUnusable
from briefer.library.backups import find_backups
from briefer.library.opening import Library, open_library
from briefer.model.library import Health

_LEAST_FREE_SHARE = 0.1
"""A file system with less space than this share of the library is called full."""
_LEAST_FREE_BYTES = 100 << 20


def check_health(path: Path, *, now: datetime) -> Health:
    """What there is to know of the library at `path`, and what is wrong with it.

    Nothing is made where there is none.
    """
    free = shutil.disk_usage(next(folder for folder in path.absolute().parents if folder.exists())).free
    backups = len(find_backups(path))
    if not path.exists():
        return Health(path, None, 0, 0, free, backups, tuple(_find_scarcity(0, free)))
    try:
        with open_library(path) as library:
            problems = [*_find_damage(library), *_find_scarcity(path.stat().st_size, free)]
            schema, articles, last = _count(library)
    except LibraryUnusable as error:
        return Health(path, None, 0, path.stat().st_size, free, backups, (str(error),))
    if last and datetime.fromisoformat(last) > now:
        problems.append(
            f"The clock says {now:%Y-%m-%d %H:%M}, and something was added at {last}. Set the clock."
        )
    return Health(path, schema, articles, path.stat().st_size, free, backups, tuple(problems))


def _count(library: Library) -> tuple[int, int, str | None]:
    """The version of the schema, how many articles there are, and when one came last."""
    with library.reading() as connection:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        articles, last = connection.execute(
            "SELECT (SELECT count(*) FROM article WHERE removed_at IS NULL), max(added_at) FROM article"
        ).fetchone()
        return int(schema), int(articles), last


def _find_damage(library: Library) -> list[str]:
    with library.reading() as connection:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            return [f"The library is damaged ({answer}). Type: briefer restore"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return (
            ["The library is damaged (rows without their article). Type: briefer restore"] if broken else []
        )


def _find_scarcity(size: int, free: int) -> list[str]:
    if free < max(size * _LEAST_FREE_SHARE, _LEAST_FREE_BYTES):
        return [f"Only {free >> 20:,} MB are free where the library lies. Free some."]
    return []
