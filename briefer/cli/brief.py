"""`briefer brief`: from a folder of articles to a brief."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from briefer.cli.main import OK, SOME_SKIPPED
from briefer.cli.options import (
    Day,
    Length,
    debug_option,
    paths_argument,
    period_options,
    quiet_option,
    read_period,
    today,
)
from briefer.cli.printing import count, reading_progress, report_reading, say
from briefer.drafting import Survey
from briefer.model import Brief, BriefSpec, Draft
from briefer.workspace import Workspace


@click.command()
@paths_argument
@click.option(
    "-t", "--theme", "themes", multiple=True, metavar="NAME", help="A theme to report on; may be repeated."
)
@click.option(
    "-o",
    "--output",
    default="brief.pdf",
    show_default=True,
    metavar="FILE",
    help="Where to write; - is stdout.",
)
@click.option(
    "-f", "--format", "form", metavar="FORMAT", help="pdf, html, md or json; else by the output's suffix."
)
@period_options
@click.option(
    "-l",
    "--length",
    type=Length(),
    default="standard",
    show_default=True,
    help="short, standard, long, or a number of words.",
)
@click.option(
    "-s",
    "--summariser",
    default="coverage",
    show_default=True,
    metavar="NAME",
    help="How summaries are chosen.",
)
@click.option(
    "--template", default="policy-brief", show_default=True, metavar="NAME", help="How the page looks."
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"], case_sensitive=False),
    default="A4",
    show_default=True,
    help="Size of the page.",
)
@click.option("--title", help="Title of the brief; else the names of its themes.")
@click.option("--as-of", type=Day(), help="Date printed on the brief; else today.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be printed; write nothing.")
@quiet_option
@debug_option
def brief(
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    output: str,
    form: str | None,
    since: date | None,
    until: date | None,
    keep_undated: bool,
    length: int,
    summariser: str,
    template: str,
    paper: str,
    title: str | None,
    as_of: date | None,
    dry_run: bool,
    quiet: bool,
) -> int:
    """Make a brief from files and folders of articles.

    Without --theme, the themes are taken that the articles speak to most.
    """
    spec = BriefSpec(
        themes=themes,
        as_of=as_of or today(),
        period=read_period(since, until),
        keep_undated=keep_undated,
        words=length,
        summariser=summariser,
        template=template,
        title=title,
        paper=paper,
    )
    return make_brief(paths, spec, output=output, form=form, dry_run=dry_run, quiet=quiet)


def make_brief(
    paths: Sequence[Path],
    spec: BriefSpec,
    *,
    output: str,
    form: str | None,
    dry_run: bool = False,
    quiet: bool = False,
) -> int:
    """Read, draft, render and write; returns the exit code."""
    workspace = Workspace()
    target = None if output == "-" else Path(output)
    form = workspace.find_format(form, target)
    workspace.check_names(themes=spec.themes, summariser=spec.summariser, template=spec.template)
    if target and not dry_run:
        workspace.check_output(target)
    with workspace.open_printer(form, spec.template) as print_brief:
        with reading_progress(quiet=quiet) as on_progress:
            reading = workspace.read(paths, excluded=target, on_progress=on_progress)
        report_reading(reading, quiet=quiet)
        survey = workspace.survey(reading.articles, spec)
        if not quiet:
            _report_themes(survey, chosen_by_us=not spec.themes)
        drafted = workspace.draft(reading, survey, Draft(spec, tuple(paths)))
        if dry_run:
            _show_plan(drafted, target, form)
        else:
            content = print_brief(drafted)
            if target is None:
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()
            else:
                workspace.write(target, content)
                if not quiet:
                    say(f"Wrote {target}.")
    return SOME_SKIPPED if reading.failures else OK


def _report_themes(survey: Survey, *, chosen_by_us: bool) -> None:
    if chosen_by_us and survey.themes:
        say("No --theme was given; these are the ones that the articles speak to most:")
    for theme in survey.themes:
        pool = survey.evidence[theme.name]
        sources = len({found.excerpt.sentence.article_id for found in pool})
        found = (
            f"{count(len(pool), 'sentence')} in {count(sources, 'article')}" if pool else "no reporting found"
        )
        say(f"  {theme.name}: {found}")


def _show_plan(drafted: Brief, target: Path | None, form: str) -> None:
    say(f"Would write {target or 'to stdout'} as {form}: {drafted.title}")
    say(f"  key points: {len(drafted.key_points)}")
    for section in drafted.sections:
        say(
            f"  {section.title}: summary of {count(len(section.summary), 'quote')}, "
            f"{len(section.evidence)} as evidence, {len(section.commentary)} as commentary"
        )
