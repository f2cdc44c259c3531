"""`briefer demo`: a brief from the five articles that come with briefer."""

import click

from briefer.cli.brief import make_brief
from briefer.cli.options import debug_option, quiet_option, today
from briefer.model import BriefSpec, Draft
from briefer.paths import shipped

_THEMES = ("arms-sales", "airstrikes", "energy")


@click.command()
@click.option(
    "-o",
    "--output",
    default="brief.pdf",
    show_default=True,
    metavar="FILE",
    help="Where to write; - is stdout.",
)
@click.option(
    "-f", "--format", "form", metavar="FORMAT", help="pdf, html, md or json; else by the output's suffix."
)
@quiet_option
@debug_option
def demo(output: str, form: str | None, quiet: bool) -> int:
    """Make a brief from the five articles that come with briefer, on three themes."""
    draft = Draft(BriefSpec(themes=_THEMES, as_of=today()), (shipped("seeds"),))
    return make_brief(draft, output=output, form=form, quiet=quiet)
