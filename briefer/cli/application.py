"""`briefer [PATH...]`: the terminal application on files and folders, or on the library.

The one place where the two faces meet: the command line hands over and does nothing more.
"""

import os
import sys
from pathlib import Path

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option, now, today
from briefer.errors import UnreadableFile


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@debug_option
def application(paths: tuple[Path, ...]) -> int:
    """Open the terminal application on files and folders, by default on the library, else on this folder."""
    for path in paths:
        if not os.path.lexists(path):
            raise UnreadableFile(path, "it does not exist")
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise click.UsageError("The application needs a terminal. Without one: briefer brief PATH...")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise click.UsageError(
            "This terminal (TERM=dumb) cannot place text on its screen. Without it: briefer brief PATH..."
        )
    from briefer.paths import LIBRARY_NAME, data_folder
    from briefer.tui import BrieferApp

    # The workspace could say this, too, but would have to be loaded before the first frame.
    if not paths and (data_folder() / LIBRARY_NAME).exists():
        app = BrieferApp((), as_of=today(), library="", clock=now)
    else:
        app = BrieferApp(paths or (Path(),), as_of=today(), clock=now)
    app.run()
    if app.failure is not None:
        raise app.failure
    return OK
