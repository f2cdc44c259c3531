"""`briefer edit`: what an analyst knows better of an article of the library."""

from typing import TYPE_CHECKING

import click

from briefer.cli.articles import spell_holding
from briefer.cli.main import NOTHING_TO_REPORT, OK
from briefer.cli.options import debug_option, now
from briefer.cli.printing import say, show
from briefer.model import Genre
from briefer.workspace import Workspace

if TYPE_CHECKING:
    from briefer.workspace.librarian import Librarian


@click.command()
@click.argument("article", metavar="ID")
@click.option(
    "--date", "--published", "published", metavar="DATE", help="Published: 2015-10-07, 2015-10 or 2015."
)
@click.option("--outlet", metavar="NAME", help="Where it appeared.")
@click.option("--genre", type=click.Choice(["", *(genre.value for genre in Genre)]), help="What it is.")
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Who wrote it; may be repeated.")
@click.option("--title", metavar="TEXT", help="Its headline.")
@click.option("--undo", is_flag=True, help="Take the last edit of the article back.")
@debug_option
def edit(
    article: str,
    published: str | None,
    outlet: str | None,
    genre: str | None,
    authors: tuple[str, ...],
    title: str | None,
    undo: bool,
) -> int:
    """Correct what the library knows of an article.

    What you say wins over what the file and sources.toml say, also of revisions that come later. An empty
    text ("") takes back what you said of that fact; --undo the last edit as a whole.
    """
    named = {
        "published": published,
        "outlet": outlet,
        "genre": genre,
        "authors": "; ".join(authors) if authors else None,
        "title": title,
    }
    facts = {field: value for field, value in named.items() if value is not None}
    if undo and facts:
        raise click.UsageError("Type --undo alone.")
    library = Workspace().library
    if undo:
        return _undo(library, article)
    if not facts:
        raise click.UsageError("Say what is to be corrected: --date, --outlet, --genre, --author or --title.")
    show(spell_holding(library.edit(article, facts, now=now())))
    return OK


def _undo(library: "Librarian", article: str) -> int:
    undone = library.undo_edit(article)
    if undone is None:
        say("There is no edit of this article to take back.")
        return NOTHING_TO_REPORT
    facts = ", ".join(f"{field}: {value or 'as found'}" for field, value in undone.facts)
    say(f"Taken back: {facts}.")
    show(spell_holding(library.article(article)[0]))
    return OK
