"""`briefer show`: one article of the library."""

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option, json_option
from briefer.cli.printing import show as print_line
from briefer.cli.printing import show_json
from briefer.cli.read import show_article
from briefer.cli.records import article_record, edit_record, holding_record, revision_record
from briefer.model import Article
from briefer.model.library import Edit, Holding, Revision
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@click.argument("article", metavar="ID")
@click.option("--removed", "with_removed", is_flag=True, help="Show the lines that are no body text, too.")
@click.option("--revisions", "with_revisions", is_flag=True, help="List the revisions and what was edited.")
@json_option
@debug_option
def show(article: str, with_removed: bool, with_revisions: bool, as_json: bool) -> int:
    """Show an article of the library: what is known of it, and its paragraphs.

    ID is the id that `briefer articles` prints, or as much of its beginning as no other has. With --json
    one line as `briefer read --json` prints it, with "holding" (as `briefer articles --json`), "edits"
    (at, and facts by field) and "revisions" (id, sha256, added, path, newest).
    """
    library = Workspace().library
    holding, read = library.article(article)
    revisions, edits = library.revisions(holding.id), library.edits(holding.id)
    if as_json:
        show_json(
            {
                **article_record(read),
                "holding": holding_record(holding),
                "edits": list(map(edit_record, edits)),
                "revisions": list(map(revision_record, revisions)),
            }
        )
        return OK
    show_article(read, with_removed=with_removed)
    _show_state(holding, read, revisions, edits)
    if with_revisions:
        _show_revisions(revisions, edits)
    return OK


def _show_state(
    holding: Holding, article: Article, revisions: tuple[Revision, ...], edits: tuple[Edit, ...]
) -> None:
    parts = [f"added {holding.added_at:%Y-%m-%d}", spell_count(len(revisions), "revision")]
    if edits:
        parts.append(spell_count(len(edits), "edit"))
    if holding.repeats:
        parts.append(f"nearly the same body as {holding.repeats}")
    if holding.removed_at:
        parts.append(
            f"removed {holding.removed_at:%Y-%m-%d}; bring it back: briefer remove --undo {holding.id}"
        )
    for warning in article.warnings:
        print_line(f"Note: {warning}")
    print_line(f"In the library: {', '.join(parts)}.")


def _show_revisions(revisions: tuple[Revision, ...], edits: tuple[Edit, ...]) -> None:
    for place, revision in enumerate(revisions):
        earlier = revisions[place + 1] if place + 1 < len(revisions) else None
        same = "  the same words" if earlier and earlier.article.text == revision.article.text else ""
        print_line(f"  revision {revision.article.id}  added {revision.added_at:%Y-%m-%d %H:%M}{same}")
    for edit in edits:
        facts = ", ".join(f"{field}: {value or 'as found'}" for field, value in edit.facts)
        print_line(f"  edit  {edit.at:%Y-%m-%d %H:%M}  {facts}")
