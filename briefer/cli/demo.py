"""`briefer demo`: a brief from the five articles that come with briefer."""

import click

from briefer.cli.brief import make_brief
from briefer.cli.options import debug_option, output_options, quiet_option, today
from briefer.model import BriefSpec, Draft
from briefer.paths import shipped

_THEMES = ("arms-sales", "airstrikes", "energy")


@click.command()
@output_options
@quiet_option
@debug_option
def demo(output: str, form: str | None, quiet: bool) -> int:
    """Make a brief from the five articles that come with briefer, on three themes."""
    draft = Draft(BriefSpec(themes=_THEMES, as_of=today()), (shipped("seeds"),))
    return make_brief(draft, output=output, form=form, quiet=quiet)
