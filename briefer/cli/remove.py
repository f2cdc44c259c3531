"""`briefer remove`: articles leave the library's lists, and come back."""

import click

from briefer.cli.articles import spell_holding
from briefer.cli.main import OK
from briefer.cli.options import debug_option, now, quiet_option
from briefer.cli.printing import say, show
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@click.argument("articles", metavar="ID...", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Bring them back.")
@quiet_option
@debug_option
def remove(articles: tuple[str, ...], undo: bool, quiet: bool) -> int:
    """Remove articles from the library; --undo brings them back.

    All of them are removed or none. A removed article is in no list, search or brief, and stays removed
    when its file is added again. `briefer articles --removed` lists them. Editions that quote them stay.
    """
    library = Workspace().library
    holdings = library.bring_back(articles) if undo else library.remove(articles, now=now())
    for holding in holdings:
        show(spell_holding(holding))
    if not quiet:
        what = "Brought back" if undo else "Removed"
        way_back = "" if undo else " Bring them back with: briefer remove --undo ID..."
        say(f"{what} {spell_count(len(holdings), 'article')}.{way_back}")
    return OK
