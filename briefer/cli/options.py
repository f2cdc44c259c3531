"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from briefer.model import Period

Command = TypeVar("Command", bound=Callable[..., Any])

LENGTHS = {"short": 450, "standard": 900, "long": 1800}
_FEWEST_WORDS, _MOST_WORDS = 50, 100_000


class Day(click.ParamType[date]):
    """A calendar day, as 2026-11-20."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-20.", param, ctx)


class Length(click.ParamType[int]):
    """short, standard, long or a number of words; gives the number of words."""

    name = "LENGTH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value) in LENGTHS:
            return LENGTHS[str(value)]
        is_number = str(value).isascii() and str(value).isdigit()
        if not is_number or not _FEWEST_WORDS <= int(value) <= _MOST_WORDS:
            span = f"{_FEWEST_WORDS} to {_MOST_WORDS}"
            self.fail(f"{value!r} is not {', '.join(LENGTHS)} or a number of words from {span}.", param, ctx)
        return int(value)


def paths_argument(command: Command) -> Command:
    return click.argument(
        "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
    )(command)


def debug_option(command: Command) -> Command:
    # The value is read in main, which must know it even when the options themselves cannot be parsed.
    return click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")(
        command
    )


def quiet_option(command: Command) -> Command:
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and skipped files.")(
        command
    )


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def output_options(command: Command) -> Command:
    for option in (
        click.option(
            "-f",
            "--format",
            "form",
            metavar="FORMAT",
            help="pdf, html, md or json; else by the output's suffix.",
        ),
        click.option(
            "-o",
            "--output",
            default="brief.pdf",
            show_default=True,
            metavar="FILE",
            help="Where to write, else where the draft says; - is stdout.",
        ),
    ):
        command = option(command)
    return command


def period_options(command: Command) -> Command:
    for option in (
        click.option(
            "--keep-undated", is_flag=True, help="Where a period is given, keep undated articles too."
        ),
        click.option("--until", type=Day(), help="Last day of publication."),
        click.option("--since", type=Day(), help="First day of publication."),
    ):
        command = option(command)
    return command


def previous_option(command: Command) -> Command:
    return click.option(
        "--previous",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The brief before (pdf, html, md or json): print what is new since, and nothing again.",
    )(command)


def read_period(since: date | None, until: date | None) -> "Period":
    """The period asked for; ends the command with a usage error where it ends before it begins."""
    from briefer.model import Period

    try:
        return Period(since, until)
    except ValueError as error:
        raise click.UsageError(f"--since and --until: {error}.") from error


def now() -> datetime:
    """The time, with its zone, or the time that SOURCE_DATE_EPOCH names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    return datetime.now(tz=UTC)


def today() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH names, for output that can be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()  # noqa: DTZ011 - the analyst's own calendar is meant
