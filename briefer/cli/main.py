"""The `briefer` command: which commands there are, and how an error leaves the program."""

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

OK, FAILED, USAGE, SOME_SKIPPED, NOTHING_TO_REPORT = range(5)
_INTERRUPTED = 130

_COMMANDS = {
    "brief": "Make a brief from files and folders of articles.",
    "check": "Hold a brief against the rules of the craft.",
    "demo": "Make a brief from the five articles that come with briefer.",
    "read": "Show what reading made of each file.",
    "add": "Put articles into the library.",
    "articles": "List the articles of the library.",
    "search": "Search the text of the articles in the library.",
    "show": "Show an article of the library.",
    "edit": "Correct what the library knows of an article.",
    "remove": "Remove articles from the library, or bring them back.",
    "export": "Write the whole library as JSON Lines.",
    "import": "Take over what another library wrote.",
    "backup": "Copy the library while it is in use.",
    "restore": "Put a backup in the place of the library.",
    "themes": "List, show and check themes.",
    "evidence": "Rank the sentences that speak to a theme.",
    "summarise": "Summarise articles in their own sentences.",
    "report": "Briefs that recur: make, list, run, schedule and deliver them.",
    "edition": "The dated issues of reports: list, show, compare and print them again.",
    "verify": "Hold every sentence of a finished brief against its sources.",
    "pack": "Put a finished brief into one file with all that it was made of.",
    "replay": "Make a packed brief again, and compare the two.",
    "schema": "Print the JSON Schema of the ledger that a brief carries.",
    "doctor": "Check what briefer needs of this machine, and install it.",
}

_APPLICATION = "application"
"""What runs where no command is named but a file or folder is; it cannot be typed."""

_NOTHING_TYPED = "\0"
"""The words of a command line without words; no other can hold it."""

_EPILOG = (
    "Without a command, the terminal application opens on the files and folders given, else on the library, "
    "else on this folder. "
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were skipped or a delivery failed, "
    "4 nothing to report or nothing due. "
    "Every option can also be set in config.toml or as an environment variable, "
    "such as BRIEFER_BRIEF_LENGTH=short."
)


class _LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is used."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and sys.stdin.isatty() and sys.stdout.isatty():
            args = [_NOTHING_TYPED]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name == _APPLICATION:
            command = import_module("briefer.cli.application").application
        elif cmd_name in _COMMANDS:
            name = "import_" if cmd_name == "import" else cmd_name  # no module can have that name
            command = getattr(import_module(f"briefer.cli.{name}"), name)
        else:
            return None
        assert isinstance(command, click.Command)  # noqa: S101 - narrows for the type checker
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args == [_NOTHING_TYPED]:
            return _APPLICATION, self.get_command(ctx, _APPLICATION), []
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            # A separator is in no command's name: what is not there either is a file or folder not found.
            if os.path.lexists(args[0]) or os.sep in args[0]:
                return _APPLICATION, self.get_command(ctx, _APPLICATION), args
            from briefer.errors import UnknownName

            raise click.UsageError(str(UnknownName("command", args[0], _COMMANDS)), ctx)
        return super().resolve_command(ctx, args)


_VARIABLES = "BRIEFER_"


def _help_width() -> int:
    """As many columns as click would take, without the import by which it looks."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        columns = 80
    return min(max(columns - 2, 50), 78)


@click.group(
    cls=_LazyGroup,
    subcommand_metavar="[COMMAND [ARGS]... | PATH...]",
    epilog=_EPILOG,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": "BRIEFER",
        "terminal_width": _help_width(),
    },
)
@click.version_option(package_name="briefer", message="%(prog)s %(version)s")
@click.pass_context
def briefer(ctx: click.Context) -> None:
    """Turn news articles into a cited policy brief."""
    from briefer.cli.settings import default_options, find_unknown_variables

    ctx.default_map = default_options(ctx.invoked_subcommand)
    if ctx.invoked_subcommand in _COMMANDS and any(name.startswith(_VARIABLES) for name in os.environ):
        from briefer.cli.printing import say

        for line in find_unknown_variables(ctx.invoked_subcommand):
            say(f"note: {line}")


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = OK
    # Everything is written and closed by now. Taking the modules down one by one would cost as much
    # time as starting Python does.
    os._exit(code)


def run() -> int:
    """Run the command line that `sys.argv` holds; returns the exit code."""
    debug = "--debug" in sys.argv
    try:
        return int(briefer.main(prog_name="briefer", standalone_mode=False) or OK)
    except click.exceptions.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        return OK  # whoever reads us, such as `head`, has seen enough
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback reaches a user
        return _explain(error, debug=debug)


def _explain(error: Exception, *, debug: bool) -> int:
    """Say in one line what went wrong; returns the exit code."""
    from briefer.cli.printing import say
    from briefer.errors import (
        BrieferError,
        NothingInPeriod,
        NothingReadable,
        NothingToReport,
        UnknownName,
    )

    if debug:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, BrieferError):
        hint = ""
        if isinstance(error, NothingInPeriod):
            hint = " --keep-undated keeps them."
        elif isinstance(error, NothingReadable):
            hint = " See them with: briefer evidence"
        say(f"briefer: {error}{hint}")
        if isinstance(error, NothingToReport):
            return NOTHING_TO_REPORT
        return USAGE if isinstance(error, UnknownName) else FAILED
    if isinstance(error, MemoryError):
        say("briefer: out of memory. Try fewer files at once.")
        return FAILED
    say(f"briefer: internal error: {type(error).__name__}: {error}. Try again with --debug to see where.")
    return FAILED
