"""`briefer backup`: a copy of the library."""

import shlex
from pathlib import Path

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option, now, quiet_option
from briefer.cli.printing import say, show
from briefer.workspace import Workspace


@click.command()
@click.argument("target", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@quiet_option
@debug_option
def backup(target: Path | None, quiet: bool) -> int:
    """Copy the library while it is in use; prints where to.

    Without FILE the copy goes into the folder of backups beside the library, where `briefer restore` finds
    it. One is made there before each change of the library's form, too.
    """
    show(str(Workspace().library.backup(target, now=now())))
    if not quiet:
        say(f"Put it back with: {shlex.join(('briefer', 'restore', *([str(target)] if target else [])))}")
    return OK
