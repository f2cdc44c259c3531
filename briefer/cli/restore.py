"""`briefer restore`: a backup takes the place of the library."""

from pathlib import Path

import click

from briefer.cli.main import FAILED, NOTHING_TO_REPORT, OK, SOME_SKIPPED
from briefer.cli.options import debug_option
from briefer.cli.printing import say, show
from briefer.errors import NothingToReport
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@click.argument("backup", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--list", "list_backups", is_flag=True, help="List the backups, last one first, and end.")
@click.option("--salvage", is_flag=True, help="Take what can still be read of a damaged library instead.")
@debug_option
def restore(backup: Path | None, list_backups: bool, salvage: bool) -> int:
    """Put a backup in the place of the library: FILE, or else the last one.

    The library that was there is kept aside and never deleted. Where there is no backup, --salvage makes a
    new library of all that can still be read of the old one, and says what could not.
    """
    library = Workspace().library
    backups = library.backups()
    if list_backups:
        for found in backups:
            show(str(found))
        return OK if backups else NOTHING_TO_REPORT
    if salvage:
        if backup:
            raise click.UsageError("--salvage takes no FILE.")
        return _salvage()
    chosen = backup or next(iter(backups), None)
    if chosen is None:
        raise NothingToReport("There is no backup. Of a damaged library, type: briefer restore --salvage")
    _say_aside(library.restore(chosen))
    say(f"Restored {chosen}.")
    return OK


def _salvage() -> int:
    saved, aside = Workspace().library.salvage()
    for _, reason in saved.failures:
        say(f"lost: {reason}")
    _say_aside(aside)
    say(f"Saved {spell_count(saved.new, 'record')}.")
    if saved.failures:
        return SOME_SKIPPED if saved.new else FAILED
    return OK


def _say_aside(aside: Path | None) -> None:
    if aside:
        say(f"The library that was there is kept at {aside}.")
