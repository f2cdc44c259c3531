"""`briefer report new`: name a brief that recurs."""

import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import click

from briefer.cli.asked import make_spec, recurring_options
from briefer.cli.inputs import inputs, read_library_query, require_inputs
from briefer.cli.main import OK
from briefer.cli.options import Command, debug_option, now
from briefer.cli.printing import say
from briefer.errors import UnreadableFile
from briefer.model.reports import CatchUp, Every, Report, Schedule, Since, WhenEmpty
from briefer.reporting.words import spell_instant, spell_schedule
from briefer.reports import check_address, check_report_name, check_zone, parse_day
from briefer.workspace import Workspace


class Hour(click.ParamType[time]):
    """A time of day, as 07:00."""

    name = "HH:MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        if isinstance(value, time):
            return value
        try:
            return time.fromisoformat(str(value)).replace(tzinfo=None, microsecond=0)
        except ValueError:
            self.fail(f"{value!r} is not a time such as 07:00.", param, ctx)


class Reach(click.ParamType[tuple[Since, date | None]]):
    """last, period, all, or the day that the first edition begins with."""

    name = "last|period|all|YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Since, date | None]:
        if isinstance(value, tuple):
            return value
        if str(value) in tuple(Since):
            return Since(str(value)), None
        try:
            return Since.LAST, date.fromisoformat(str(value))
        except ValueError:
            self.fail(
                f"{value!r} is none of last, period and all, and no day such as 2026-11-20.", param, ctx
            )


_OPTIONS = (
    click.option(
        "--every", type=click.Choice([every.value for every in Every]), required=True, help="How often."
    ),
    click.option("--day", metavar="DAY", help="monday, ... of a week; 1 to 31 or last of a month."),
    click.option("--at", type=Hour(), default="07:00", show_default=True, help="When, in local time."),
    click.option("--zone", metavar="ZONE", help="Time zone, such as Europe/Berlin; else this machine's."),
    click.option("--same-day", is_flag=True, help="The day an edition is made on belongs to it, too."),
    click.option(
        "--since",
        "reach",
        type=Reach(),
        metavar="last|period|all|DAY",
        default="last",
        show_default=True,
        help="Where an edition begins: where the last one ended, and what came in late; with its period; or "
        "nowhere. A day: as last, and the first edition begins there.",
    ),
    click.option(
        "--leave-undated",
        is_flag=True,
        help="Leave out articles without a date; else each is used once, when it comes in.",
    ),
    click.option(
        "--output-folder",
        type=click.Path(path_type=Path),
        required=True,
        metavar="DIR",
        help="Where editions are printed to.",
    ),
    click.option(
        "-f",
        "--format",
        "formats",
        multiple=True,
        default=("pdf",),
        show_default=True,
        metavar="FORMAT",
        help="pdf, html, md or json; may be repeated.",
    ),
    click.option(
        "--copy-to",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Copy each edition to this folder too, with a link NAME-latest to it.",
    ),
    click.option("--mail-to", multiple=True, metavar="ADDRESS", help="Send it there; may be repeated."),
    click.option(
        "--catch-up",
        type=click.Choice([way.value for way in CatchUp]),
        default=CatchUp.ONE_BY_ONE.value,
        show_default=True,
        help="What becomes of several periods that are due at once.",
    ),
    click.option(
        "--when-empty",
        type=click.Choice([way.value for way in WhenEmpty]),
        default=WhenEmpty.SAY_SO.value,
        show_default=True,
        help="What becomes of a period with nothing to report.",
    ),
)


def _options(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@click.argument("name")
@inputs
@_options
@recurring_options
@debug_option
def new(name: str, paths: tuple[Path, ...], is_library: bool, query: str | None, **asked: Any) -> int:
    """Name a brief that recurs.

    Say its themes, its inputs, when it is due and where it goes. Prints nothing yet: `briefer report
    run NAME` makes what is due, `briefer report schedule NAME` lets the system do it.
    """
    library = read_library_query(paths, is_library, query)
    require_inputs(paths, library)
    for path in paths:
        if not path.exists():
            raise UnreadableFile(path, "it does not exist")
    report = _read_report(name, paths, library, asked)
    reports = Workspace().reports
    path = reports.add(report)
    standing = reports.standing(name, now=now())
    say(f"Wrote {path}: {spell_schedule(report.schedule)}.")
    if standing.due:
        say(f"Its first edition is due, of {standing.due[0]}: briefer report run {name}")
    else:
        say(f"Its first edition is due {spell_instant(standing.following.due, report)}.")
    say(f"To let the system make it: briefer report schedule {name} --install")
    return OK


def _read_report(name: str, paths: tuple[Path, ...], library: str | None, asked: dict[str, Any]) -> Report:
    since, start = asked["reach"]
    copy_to = asked["copy_to"]
    try:
        return Report(
            name=check_report_name(name),
            schedule=_read_schedule(asked),
            spec=replace(make_spec(asked, as_of=date.min), keep_undated=not asked["leave_undated"]),
            output_folder=asked["output_folder"].absolute(),
            paths=tuple(path.absolute() for path in paths),
            library=library,
            formats=tuple(dict.fromkeys(asked["formats"])),
            since=since,
            start=start,
            catch_up=CatchUp(asked["catch_up"]),
            when_empty=WhenEmpty(asked["when_empty"]),
            waivers=asked["waivers"],
            copy_to=copy_to.absolute() if copy_to else None,
            mail_to=tuple(map(check_address, asked["mail_to"])),
        )
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


def _read_schedule(asked: dict[str, Any]) -> Schedule:
    every = Every(asked["every"])
    day = parse_day(every, asked["day"]) if asked["day"] else 1
    zone = check_zone(asked["zone"] or _find_zone())
    return Schedule(every, day, asked["at"], zone, asked["same_day"])


def _find_zone() -> str:
    """The zone of this machine, by its name; UTC where it has none."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named:
        return named
    _, found, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
    return name if found else "UTC"
