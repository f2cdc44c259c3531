"""`briefer schema`: the shape of what programs may read."""

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option
from briefer.workspace import Workspace


@click.command()
@click.argument("name", type=click.Choice(["ledger"]))
@debug_option
def schema(name: str) -> int:  # noqa: ARG001 - there is one so far
    """Print the JSON Schema of the ledger that a brief carries."""
    click.echo(Workspace().press.ledger_schema(), nl=False)
    return OK
