"""`briefer pack`: a finished brief and all that it was made of, in one file."""

from pathlib import Path

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option, quiet_option
from briefer.cli.printing import say
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@click.argument("brief", metavar="BRIEF", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write; else BRIEF.zip."
)
@click.option(
    "--with-sources",
    "sources",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Put in the files of this folder too; mind who may have them.",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The brief before, where the brief tells what is new since it.",
)
@quiet_option
@debug_option
def pack(brief: Path, output: Path | None, sources: Path | None, previous: Path | None, quiet: bool) -> int:
    """Put a finished brief (pdf, html, md or json) into a ZIP file with all that it was made of.

    That is its ledger, the draft with every decision, its themes and its template, and with
    --with-sources its articles. `briefer replay` makes the brief again from it.
    """
    target = output or brief.with_suffix(".zip")
    packed = Workspace().packer.pack(brief, target, sources=sources, previous=previous)
    if not quiet:
        say(
            f"Packed {brief.name} and {spell_count(len(packed.members) - 1, 'file')} into {target}, "
            f"{'with its sources' if packed.manifest.has_sources else 'without its sources'}."
        )
    return OK
