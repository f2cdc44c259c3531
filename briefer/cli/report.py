"""`briefer report`: briefs that recur."""

import sys
from pathlib import Path

import click

from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option, now
from briefer.cli.printing import say, show, show_json
from briefer.cli.report_new import new
from briefer.cli.report_records import report_record, standing_record
from briefer.cli.report_run import deliver, run
from briefer.cli.report_schedule import schedule
from briefer.errors import InvalidFile
from briefer.model.reports import Broken, Standing
from briefer.reporting.words import spell_delivery, spell_instant, spell_schedule
from briefer.workspace import Workspace

_name = click.argument("name")


@click.group()
@debug_option
def report() -> None:
    """Briefs that recur: each is a readable file, and each issue of it an edition that never changes."""


for _command in (new, run, deliver, schedule):
    report.add_command(_command)


@report.command("list")
@json_option
@debug_option
def list_reports(as_json: bool) -> int:
    """List the reports and how they stand.

    With --json one line for each: name, every, day, at, zone, latest (number), due (keys of periods),
    next (instant), owed (deliveries).
    """
    code = OK
    standings = Workspace().reports.standings(now=now())
    for standing in standings:
        if isinstance(standing, Broken):
            say(f"broken: {standing.error}")
            code = SOME_SKIPPED
        elif as_json:
            show_json(standing_record(standing))
        else:
            show(_spell_line(standing))
    if not standings and not as_json:
        say("There are no reports yet. Make one with: briefer report new NAME PATH...")
    return code


@report.command("show")
@_name
@json_option
@debug_option
def show_report(name: str, as_json: bool) -> int:
    """Show a report and how it stands.

    With --json: what `list` prints, and file, paths, library, themes, formats, output_folder, copy_to,
    mail_to, since, start, catch_up and when_empty.
    """
    reports = Workspace().reports
    standing = reports.standing(name, now=now())
    if as_json:
        show_json(report_record(standing, reports.path(name)))
        return OK
    for line in reports.path(name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            show(line)
    show()
    for line in _spell_standing(standing, reports.path(name)):
        show(line)
    return OK


@report.command()
@_name
@click.option(
    "--from", "source", type=click.Path(path_type=Path), metavar="FILE", help="Take this text; no editor."
)
@debug_option
def edit(name: str, source: Path | None) -> int:
    """Edit a report's file with $EDITOR.

    What is no report never takes its place. The file as it was is kept: `briefer report restore NAME`
    takes the edit back.
    """
    reports = Workspace().reports
    path = reports.path(name)
    before = path.read_text("utf-8")
    text = source.read_text("utf-8") if source else click.edit(before, extension=".toml", require_save=False)
    while text is not None and text != before:
        try:
            kept = reports.replace(name, text)
        except InvalidFile as error:
            say(f"briefer: {error}")
            if (
                source
                or not sys.stdin.isatty()
                or not click.confirm("Edit it again?", default=True, err=True)
            ):
                return _keep_edit(path, text)
            text = click.edit(text, extension=".toml", require_save=False)
        else:
            say(f"Changed {path}. As it was: {kept}. Take it back with: briefer report restore {name}")
            return OK
    say("Nothing was changed.")
    return OK


@report.command()
@_name
@debug_option
def remove(name: str) -> int:
    """Take a report away. Its editions stay; `briefer report restore NAME` brings it back."""
    kept = Workspace().reports.remove(name)
    say(f"Removed {name}; its editions stay, and its file: {kept}.")
    say(f"Take it back with: briefer report restore {name}")
    return OK


@report.command()
@_name
@debug_option
def restore(name: str) -> int:
    """Take back the last edit or removal of a report."""
    say(f"Restored {Workspace().reports.restore(name)}.")
    return OK


@report.command()
@_name
@debug_option
def draft(name: str) -> int:
    """Begin a draft for the next edition.

    Write a bottom line and assessments into it, or which sentences to keep and drop. It waits beside
    the report's file and is used, and put aside, when that edition is made.
    """
    show(str(Workspace().reports.start_draft(name, now=now())))
    return OK


def _keep_edit(path: Path, text: str) -> int:
    """Nothing that was typed is lost: the text is put beside the report's file."""
    rejected = path.with_name(f"{path.stem}.rejected.toml")
    rejected.write_text(text, encoding="utf-8")
    say(f"{path} is as it was. Your text is kept: {rejected}")
    say(f"Try it again with: briefer report edit {path.stem} --from {rejected}")
    return FAILED


def _spell_line(standing: Standing) -> str:
    report, latest = standing.report, standing.latest
    parts = [
        f"{report.name:<16} {spell_schedule(report.schedule)}",
        f"No. {latest.number} of {latest.key}" if latest else "no edition yet",
        f"due: {', '.join(standing.due)}"
        if standing.due
        else f"next {spell_instant(standing.following.due, report)}",
        *([f"{len(standing.owed)} not delivered"] if standing.owed else []),
    ]
    return "  ".join(parts)


def _spell_standing(standing: Standing, path: Path) -> list[str]:
    report, latest = standing.report, standing.latest
    lines = [f"file     {path}", f"recurs   {spell_schedule(report.schedule)}"]
    if latest:
        lines.append(f"latest   No. {latest.number} of {latest.key}, as of {latest.as_of}: {latest.title}")
    if standing.due:
        lines.append(f"due      {', '.join(standing.due)}: make it with: briefer report run {report.name}")
    lines.append(f"next     {spell_instant(standing.following.due, report)}, of {standing.following.key}")
    if standing.waiting:
        lines.append(f"draft    {standing.waiting}")
    lines += [f"owed     {spell_delivery(delivery)}" for delivery in standing.owed]
    return lines
