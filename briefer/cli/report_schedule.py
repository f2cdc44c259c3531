"""`briefer report schedule`: let the system's clock run a report."""

import os
import sys
from pathlib import Path
from shutil import which

import click

from briefer.cli.main import OK
from briefer.cli.options import debug_option
from briefer.cli.printing import say
from briefer.workspace import Workspace


@click.command()
@click.argument("name")
@click.option("--cron", is_flag=True, help="A line for cron, instead of a timer of systemd.")
@click.option("--install", is_flag=True, help="Put it where the system finds it; says what was done.")
@click.option("--remove", is_flag=True, help="Take it away again; says what was done.")
@debug_option
def schedule(name: str, cron: bool, install: bool, remove: bool) -> int:
    """Let the system run a report when it is due.

    Prints a user timer of systemd with its service, or a line of cron. Nothing is installed unless
    asked. Both run this very program, by its full path.
    """
    if install and remove:
        raise click.UsageError("--install and --remove: one of the two.")
    reports = Workspace().reports
    command = (*_find_program(), "report", "run", name, "--quiet")
    environment = {
        variable: os.path.abspath(os.environ[variable])  # noqa: PTH100 - a name that is not followed
        for variable in ("BRIEFER_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        if os.environ.get(variable)
    }
    if remove:
        said = reports.uninstall(name, cron=cron)
    elif install:
        said = reports.install(name, command, environment, cron=cron)
    else:
        spell = reports.spell_cron if cron else reports.spell_units
        click.echo(spell(name, command, environment).rstrip("\n"))
        return OK
    for line in said:
        say(line)
    return OK


def _find_program() -> tuple[str, ...]:
    """How this program is started, from any folder."""
    started = Path(sys.argv[0])
    if started.stem == "briefer":
        found = which(sys.argv[0]) if len(started.parts) == 1 else sys.argv[0]
        if found and os.access(found, os.X_OK):
            return (str(Path(found).absolute()),)
    return (sys.executable, "-m", "briefer")
