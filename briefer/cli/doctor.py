"""`briefer doctor`: what briefer needs of this machine."""

import shlex
import subprocess

import click

from briefer.cli.main import FAILED, OK
from briefer.cli.options import debug_option, now
from briefer.cli.printing import say, show
from briefer.errors import BrieferError
from briefer.model.library import Health
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@click.option("--fix", is_flag=True, help="Install what is missing with the system's package manager.")
@debug_option
def doctor(fix: bool) -> int:
    """Check what briefer needs of this machine; with --fix, install what is missing."""
    workspace = Workspace()
    show(f"themes and templates of your own: {workspace.home}")
    for broken in workspace.themes.installed.broken:
        show(f"broken theme: {broken.error}")
    is_well = _show_library(workspace.library.health(now=now()))
    lost = workspace.press.missing_fonts()
    show(f"fonts: missing {', '.join(lost)}. Install briefer again." if lost else "fonts: all there")
    is_well = is_well and not lost
    if workspace.press.missing_libraries() and fix:
        _install(workspace.press.install_commands())
    missing = workspace.press.missing_libraries()
    if not missing:
        show("libraries for PDF: all there")
        return OK if is_well else FAILED
    commands = " && ".join(shlex.join(command) for command in workspace.press.install_commands())
    way_out = f"Type: {commands}" if commands else "Install Pango with your system's package manager."
    show(f"libraries for PDF: missing {', '.join(missing)}. {way_out}")
    return FAILED


def _show_library(health: Health) -> bool:
    """Show how the library fares; says whether all is well."""
    free = f"{health.free_bytes >> 20:,} MB free"
    if health.schema is None and not health.problems:
        show(f"library: none yet at {health.path} ({free})")
    elif health.schema is not None:
        parts = [
            spell_count(health.articles, "article"),
            f"{health.size_bytes / (1 << 20):,.1f} MB",
            free,
            f"schema {health.schema}",
            spell_count(health.backups, "backup"),
        ]
        show(f"library: {health.path} ({', '.join(parts)})")
    for problem in health.problems:
        show(f"library: {problem}")
    return not health.problems


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
