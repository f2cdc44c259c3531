"""`briefer articles`: what is in the library."""

from datetime import date

import click

from briefer.cli.main import NOTHING_TO_REPORT, OK
from briefer.cli.options import debug_option, json_option, period_options, read_period
from briefer.cli.printing import say, show, show_json
from briefer.cli.records import holding_record
from briefer.model import Genre
from briefer.model.library import Filter, Holding, Order
from briefer.rendering.wording import shorten
from briefer.workspace import Workspace

_TITLE_WIDTH = 70
_GENRES = [genre.value for genre in Genre]


@click.command()
@period_options
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Published there; may be repeated.")
@click.option("--lang", "languages", multiple=True, metavar="CODE", help="In this language, such as en.")
@click.option(
    "-t", "--theme", "themes", multiple=True, metavar="NAME", help="In which a word of this theme stands."
)
@click.option(
    "--genre",
    "genres",
    multiple=True,
    type=click.Choice([genre.value for genre in Genre]),
    help="Of this genre.",
)
@click.option("--author", "authors", multiple=True, metavar="NAME", help="By an author of this name.")
@click.option("--undated", "is_undated", is_flag=True, help="Without a date.")
@click.option("--removed", "is_removed", is_flag=True, help="Removed ones, which can be brought back.")
@click.option(
    "--sort",
    "order",
    type=click.Choice([order.value for order in Order]),
    default=Order.PUBLISHED.value,
    show_default=True,
    help="Newest or last added first, or by name.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@json_option
@debug_option
def articles(
    since: date | None,
    until: date | None,
    keep_undated: bool,
    outlets: tuple[str, ...],
    languages: tuple[str, ...],
    themes: tuple[str, ...],
    genres: tuple[str, ...],
    authors: tuple[str, ...],
    is_undated: bool,
    is_removed: bool,
    order: str,
    limit: int | None,
    as_json: bool,
) -> int:
    """List the articles of the library: id, date, outlet and title of each.

    An outlet is its name in any case or, where none has that name, a part of it. With --json one line for
    each: "kind" ("holding"), id, path, title, authors, outlet, published, language, genre, added, revisions,
    repeats (the id of the first article with nearly the same body), removed.
    """
    wanted = Filter(
        read_period(since, until),
        keep_undated,
        is_undated,
        outlets,
        languages,
        tuple(map(Genre, genres)),
        authors,
        is_removed,
    )
    found = Workspace().library.articles(wanted, themes=themes, order=Order(order), limit=limit)
    for holding in found:
        if as_json:
            show_json(holding_record(holding))
        else:
            show(spell_holding(holding))
    if not found:
        say("No article of the library is like that.")
        return NOTHING_TO_REPORT
    return OK


def spell_holding(holding: Holding) -> str:
    """An article of the library on one line."""
    published = str(holding.published or "undated")
    title = shorten(holding.title or holding.path.name, _TITLE_WIDTH)
    notes = [f"{holding.revisions} revisions"] if holding.revisions > 1 else []
    if holding.repeats:
        notes.append(f"same body as {holding.repeats}")
    return f"{holding.id}  {published:<10}  {holding.outlet or 'outlet unknown'}: {title}" + (
        f"  ({', '.join(notes)})" if notes else ""
    )
