"""`briefer themes`: the themes at hand."""

from pathlib import Path

import click

from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option
from briefer.cli.printing import say, show, show_json
from briefer.cli.records import theme_record
from briefer.model import Term
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.group(invoke_without_command=True)
@json_option
@debug_option
@click.pass_context
def themes(ctx: click.Context, as_json: bool) -> int:
    """List the themes; with a command, show or check one.

    With --json one line for each theme: name, title, description.
    """
    if ctx.invoked_subcommand:
        return OK
    installed = Workspace().themes.installed
    for theme in installed.themes:
        if as_json:
            show_json(theme_record(theme, terms=False))
        else:
            show(f"{theme.name:<22} {theme.description}")
    for broken in installed.broken:
        say(f"broken: {broken.error}")
    return SOME_SKIPPED if installed.broken else OK


@themes.command("show")
@click.argument("name")
@json_option
@debug_option
def show_theme(name: str, as_json: bool) -> int:
    """Show a theme's terms and their weights.

    With --json: name, title, description, terms (phrase, weight, exact, near) and excluded.
    """
    (theme,) = Workspace().themes.get([name])
    if as_json:
        show_json(theme_record(theme, terms=True))
        return OK
    show(f"{theme.title} ({theme.name})")
    show(theme.description)
    show()
    for term in sorted(theme.lexicon.terms, key=lambda term: (-term.weight, term.phrase)):
        show(f"  {term.weight:<4g} {term.phrase}{_conditions(term)}")
    if theme.lexicon.excluded:
        show()
        show(f"Never counted: {', '.join(theme.lexicon.excluded)}")
    return OK


@themes.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@debug_option
def check(files: tuple[Path, ...]) -> int:
    """Check theme files that you wrote; names file, key and the way out for each error."""
    workspace, code = Workspace(), OK
    for file in files:
        problems = workspace.themes.find_problems(file)
        for problem in problems:
            say(f"briefer: {problem}")
            code = FAILED
        if not problems:
            theme = workspace.themes.read(file)
            show(f"{file}: fine: {theme.name}, {spell_count(len(theme.lexicon.terms), 'term')}")
    return code


def _distance(term: Term) -> str:
    return "near" if term.within is None else f"within {spell_count(term.within, 'word')} of"


def _conditions(term: Term) -> str:
    parts = [
        *(["as written"] if term.exact else []),
        *([f"{_distance(term)} {', '.join(term.near)}"] if term.near else []),
    ]
    return f" ({'; '.join(parts)})" if parts else ""
