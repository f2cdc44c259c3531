"""`briefer doctor`: what briefer needs of this machine."""

import shlex
import subprocess

import click

from briefer.cli.main import FAILED, OK
from briefer.cli.options import debug_option
from briefer.cli.printing import say, show
from briefer.errors import BrieferError
from briefer.workspace import Workspace


@click.command()
@click.option("--fix", is_flag=True, help="Install what is missing with the system's package manager.")
@debug_option
def doctor(fix: bool) -> int:
    """Check what briefer needs of this machine; with --fix, install what is missing."""
    workspace = Workspace()
    show(f"themes and templates of your own: {workspace.home}")
    for broken in workspace.installed_themes.broken:
        show(f"broken theme: {broken.error}")
    if workspace.missing_libraries() and fix:
        _install(workspace.install_commands())
    missing = workspace.missing_libraries()
    if not missing:
        show("libraries for PDF: all there")
        return OK
    commands = " && ".join(shlex.join(command) for command in workspace.install_commands())
    way_out = f"Type: {commands}" if commands else "Install Pango with your system's package manager."
    show(f"libraries for PDF: missing {', '.join(missing)}. {way_out}")
    return FAILED


def _install(commands: tuple[tuple[str, ...], ...]) -> None:
    """Run the package manager, showing what is run.

    Raises:
        BrieferError: it failed.
    """
    for command in commands:
        say(f"running: {shlex.join(command)}")
        try:
            # The command is one of a fixed table: nothing in it comes from outside.
            subprocess.run(command, check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError) as error:
            raise BrieferError(
                f"{shlex.join(command)} failed ({error}). Type it yourself to see more."
            ) from error
