"""`briefer replay`: is a packed brief what its parts make?"""

from pathlib import Path

import click

from briefer.cli.main import FAILED, OK
from briefer.cli.options import debug_option
from briefer.cli.printing import show
from briefer.workspace import Workspace


@click.command()
@click.argument("pack", metavar="PACK", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the articles; else those in the pack.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Keep what was made here."
)
@debug_option
def replay(pack: Path, sources: Path | None, output: Path | None) -> int:
    """Make a packed brief again from what `briefer pack` put beside it, and compare byte for byte.

    The exit code is 1 where the two differ; what differs is said. A template is a program that lays out
    pages: one from a pack runs shut in, without files, network or more time than any other.
    """
    replayed = Workspace().packer.replay(pack, sources=sources, output=output)
    if replayed.is_same:
        show("The same, byte for byte.")
    else:
        show("Not the same.")
        for difference in replayed.differences:
            show(f"  {difference}")
    return OK if replayed.is_same else FAILED
