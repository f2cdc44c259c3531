"""`briefer import`: what another library exported."""

from typing import BinaryIO

import click

from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, quiet_option
from briefer.cli.printing import say
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command("import")
@click.argument("source", metavar="FILE", type=click.File("rb", lazy=False))
@quiet_option
@debug_option
def import_(source: BinaryIO, quiet: bool) -> int:
    """Take over what `briefer export` wrote, from FILE or stdin (-).

    A record is an article or an edition of a report. What the library has already stays as it is; of an
    article that both have, revisions that are missing are added. A line that is not sound is left out,
    with a line that says why, and no other with it.
    """
    imported = Workspace().library.import_from(source)
    for number, reason in imported.failures:
        say(f"skipped line {number}: {reason}")
    if not quiet:
        parts = [f"Imported {spell_count(imported.new, 'record')}", f"{imported.held} already there"]
        if imported.failures:
            parts.append(f"{len(imported.failures)} skipped")
        say(f"{', '.join(parts)}.")
    if imported.failures:
        return SOME_SKIPPED if imported.new or imported.held else FAILED
    return OK
