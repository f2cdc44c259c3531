"""`briefer export`: the whole library as JSON Lines."""

import sys
from pathlib import Path

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option, quiet_option
from briefer.cli.printing import say
from briefer.workspace import Workspace


@click.command()
@click.argument("target", metavar="FILE")
@quiet_option
@debug_option
def export(target: str, quiet: bool) -> int:
    """Write the whole library as JSON Lines to FILE, or to stdout (-).

    A line holds an article with all its revisions, the bytes of their files, and what was edited, also of
    one that was removed; or an edition of a report with its brief. `briefer import FILE` makes the same
    library of it; what is still to be delivered of an edition stays with the library that owes it.
    """
    library = Workspace().library
    if target == "-":
        for line in library.iter_export():
            sys.stdout.buffer.write(line)
        return OK
    library.export_to(Path(target))
    if not quiet:
        say(f"Wrote {target}.")
    return OK
