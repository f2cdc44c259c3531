"""A theme that is typed in a few words instead of named."""

from collections.abc import Sequence

import click

from briefer.cli.options import Command
from briefer.cli.printing import say, show, show_json
from briefer.expanding import Expansion
from briefer.model import Article
from briefer.workspace import Workspace

_OPTIONS = (
    click.option("--about", metavar="WORDS", help="Look for these words instead of a theme."),
    click.option("--as-typed", is_flag=True, help="With --about: look for nothing else."),
)


def about_options(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def check_about(themes: Sequence[str], about: str | None, *, as_typed: bool) -> None:
    """End the command with a usage error where themes are named and typed, or nothing is typed."""
    if themes and about is not None:
        raise click.UsageError("Name a --theme, or type what it is --about: not both.")
    if as_typed and about is None:
        raise click.UsageError("--as-typed goes with --about.")


def expand_about(
    workspace: Workspace, about: str, articles: Sequence[Article], *, as_typed: bool, quiet: bool
) -> Expansion:
    """What the words ask for in these articles; says on stderr what was made of them."""
    theme, is_installed = workspace.questions.find_theme(about)
    expansion = (
        Expansion(theme, ()) if is_installed or as_typed else workspace.questions.expand(theme, articles)
    )
    if is_installed and not quiet:
        say(f"About {about!r} there is a theme: {theme.name}.")
    if expansion.companions and not quiet:
        words = ", ".join(companion.term.phrase for companion in expansion.companions)
        say(f"What keeps company with {about!r} here is looked for, too: {words} (not with --as-typed).")
    return expansion


def show_expansion(expansion: Expansion, *, as_json: bool) -> None:
    """Print the terms of a theme that was typed, and why each companion is one."""
    terms = expansion.asked.lexicon.terms
    if as_json:
        show_json(
            {
                "kind": "theme",
                "theme": expansion.asked.name,
                "terms": [{"term": term.phrase, "weight": term.weight} for term in terms],
                "companions": [
                    {
                        "term": companion.term.phrase,
                        "weight": companion.term.weight,
                        "likelihood": companion.likelihood,
                        "sentences": companion.sentences,
                    }
                    for companion in expansion.companions
                ],
            }
        )
        return
    show("looked for: " + "  ".join(f"{term.phrase} {term.weight:g}" for term in terms))
    for companion in expansion.companions:
        where = f"in {companion.sentences} of its sentences, log-likelihood {companion.likelihood:.1f}"
        show(f"    {companion.term.phrase} {companion.term.weight:g}: {where}")
    show()
