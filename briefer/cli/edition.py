"""`briefer edition`: the dated issues of reports."""

import sys
from pathlib import Path

import click

from briefer.cli.edition_words import spell_diff
from briefer.cli.main import OK
from briefer.cli.options import debug_option, json_option
from briefer.cli.printing import say, show, show_json
from briefer.cli.report_records import delivery_record, edition_record
from briefer.errors import UnknownName
from briefer.model.plain import to_plain
from briefer.rendering.wording import spell_day
from briefer.reporting.words import spell_delivery, spell_edition
from briefer.text.counted import spell_count
from briefer.workspace import Workspace

_report = click.argument("report")
_number = click.argument("number", required=False, type=click.IntRange(min=1))


@click.group()
@debug_option
def edition() -> None:
    """The dated issues of reports. They never change, and stay when a report is removed."""


@edition.command("list")
@click.argument("report", required=False)
@json_option
@debug_option
def list_editions(report: str | None, as_json: bool) -> int:
    """List the editions of a report, or of all of them.

    With --json one line for each: report, number, period, take, first and end (the days it is about, the
    last not included), as_of, made_at, title, empty.
    """
    reports = Workspace().reports
    editions = reports.editions(report)
    if report and not editions and report not in reports.names():
        raise UnknownName(
            "report", report, {*reports.names(), *(found.report for found in reports.editions())}
        )
    for found in editions:
        if as_json:
            show_json(edition_record(found))
        else:
            show(spell_edition(found))
    if not editions and not as_json:
        say("There are no editions yet. Make one with: briefer report run NAME")
    return OK


@edition.command("show")
@_report
@_number
@json_option
@debug_option
def show_edition(report: str, number: int | None, as_json: bool) -> int:
    """Show an edition, or the latest one.

    With --json: what `list` prints, and deliveries (way, target, attempts, done_at, place, problem),
    sections (theme, sentences printed) and sources.
    """
    found, brief, deliveries = Workspace().reports.edition(report, number)
    if as_json:
        show_json(
            {
                **edition_record(found),
                "deliveries": [delivery_record(delivery) for delivery in deliveries],
                "sections": [
                    {
                        "theme": section.theme,
                        "quotes": len(section.summary) + len(section.evidence) + len(section.commentary),
                    }
                    for section in brief.sections
                ],
                "sources": len(brief.sources),
            }
        )
        return OK
    show(spell_edition(found))
    since = spell_day(found.first) if found.first else "the first article"
    show(f"from {since} until before {spell_day(found.end)}; made {found.made_at:%Y-%m-%d %H:%M} UTC")
    show(f"{spell_count(len(brief.quotes()), 'sentence')} of {spell_count(len(brief.sources), 'source')}")
    for place, point in enumerate(brief.key_points, start=1):
        show(
            f"  {place}. {point.quote.text} [{point.quote.citation.source} ¶{point.quote.citation.paragraph}]"
        )
    for delivery in deliveries:
        show(f"  {spell_delivery(delivery)}")
    return OK


@edition.command()
@_report
@click.argument("before", type=click.IntRange(min=1))
@click.argument("now", type=click.IntRange(min=1))
@json_option
@debug_option
def diff(report: str, before: int, now: int, as_json: bool) -> int:
    """Show what an edition says that another one did not.

    With --json the changes as they stand in a brief's JSON, under `changes`.
    """
    later, changes, unsaid = Workspace().reports.compare(report, before, now)
    if as_json:
        show_json(to_plain(changes))
        return OK
    for line in spell_diff(later, changes, unsaid):
        show(line)
    return OK


@edition.command()
@_report
@_number
@click.option("-f", "--format", "form", metavar="FORMAT", help="pdf, html, md or json; else by the suffix.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; - is stdout. Else its own name, here.")
@debug_option
def render(report: str, number: int | None, form: str | None, output: str | None) -> int:
    """Print an edition, or the latest one, again.

    It is byte for byte what was printed, as long as its template is the same; or in another format.
    """
    workspace = Workspace()
    target = None if output in (None, "-") else Path(output or "")
    form = workspace.press.find_format(form, target)
    rendered = workspace.reports.render(report, number, form)
    if rendered.note:
        say(rendered.note)
    if output == "-":
        sys.stdout.buffer.write(rendered.content)
        sys.stdout.buffer.flush()
        return OK
    target = target or Path(rendered.name)
    workspace.press.write_brief(target, rendered.content, brief=rendered.brief, form=form)
    say(f"Wrote {target}.")
    return OK
