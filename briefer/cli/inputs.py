"""Where articles come from: files and folders, or the library."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from briefer.cli.options import Command
from briefer.model import Reading, Theme
from briefer.workspace import Workspace

_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path)),
    click.option("--library", "is_library", is_flag=True, help="Read the articles of the library instead."),
    click.option("--query", metavar="TEXT", help="With --library: only what `briefer search` finds."),
)


def inputs(command: Command) -> Command:
    """Paths, or the library and what is searched for in it."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_library_query(paths: tuple[Path, ...], is_library: bool, query: str | None) -> str | None:
    """What is searched for in the library; None where files are meant.

    Ends the command with a usage error where the two are mixed up.
    """
    if is_library and paths:
        raise click.UsageError("Name files and folders, or --library: not both.")
    if query is not None and not is_library:
        raise click.UsageError("--query searches the library: type --library, too.")
    return (query or "") if is_library else None


def require_inputs(paths: tuple[Path, ...], library: str | None, *, others: str = "--library") -> None:
    """End the command with a usage error where nothing is named to be read; `others` are the other ways."""
    if not paths and library is None:
        raise click.UsageError(f"Missing argument 'PATH...': name files or folders, or {others}.")


def read_named(
    workspace: Workspace,
    paths: tuple[Path, ...],
    library: str | None,
    *,
    themes: Sequence[Theme] = (),
    on_progress: Callable[[int, int], None] | None,
) -> Reading:
    """Read the paths, or what is searched for in the library, narrowed to articles with terms of themes."""
    require_inputs(paths, library)
    if library is None:
        return workspace.read(paths, on_progress=on_progress)
    return workspace.library.read(query=library, themes=themes, on_progress=on_progress)
