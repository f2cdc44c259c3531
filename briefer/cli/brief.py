"""`briefer brief`: from a folder of articles to a brief."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefer.cli.main import OK, SOME_SKIPPED
from briefer.cli.options import (
    Day,
    Length,
    debug_option,
    output_options,
    paths_argument_beside_draft,
    period_options,
    quiet_option,
    read_period,
    today,
)
from briefer.cli.printing import count, reading_progress, report_reading, say
from briefer.errors import InvalidFile
from briefer.model import Brief, BriefSpec, Draft
from briefer.rendering.wording import shorten
from briefer.surveying import Survey
from briefer.workspace import Workspace


@click.command()
@paths_argument_beside_draft
@click.option(
    "-t", "--theme", "themes", multiple=True, metavar="NAME", help="A theme to report on; may be repeated."
)
@click.option(
    "--draft",
    "draft_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What an analyst decided and wrote; options that are typed win over it.",
)
@output_options
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
@click.option("--audience", metavar="TEXT", help="Whom the brief is for, printed as it is.")
@click.option("--handling", metavar="TEXT", help="How it may be passed on, printed on every page.")
@click.option("--as-of", type=Day(), help="Date printed on the brief; else today.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be printed; write nothing.")
@quiet_option
@debug_option
@click.pass_context
def brief(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    draft_file: Path | None,
    output: str,
    form: str | None,
    dry_run: bool,
    quiet: bool,
    **asked: Any,
) -> int:
    """Make a brief from files and folders of articles.

    Without --theme, the themes are taken that the articles speak to most.
    """
    if draft_file is None:
        if not paths:
            raise click.UsageError("Missing argument 'PATH...': name files or folders, or a --draft.")
        draft = Draft(_make_spec(asked), paths)
    else:
        typed = {
            name: value
            for name, value in asked.items()
            if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
        }
        draft = _override(Workspace().load_draft(draft_file), paths, typed)
        if not draft.paths:
            way_out = 'Write paths = ["..."] at its top, or name files and folders behind the options.'
            raise InvalidFile(draft_file, "paths", "no inputs are named", way_out)
    return make_brief(draft, output=output, form=form, dry_run=dry_run, quiet=quiet)


def _make_spec(asked: dict[str, Any]) -> BriefSpec:
    return BriefSpec(
        themes=asked["themes"],
        as_of=asked["as_of"] or today(),
        period=read_period(asked["since"], asked["until"]),
        keep_undated=asked["keep_undated"],
        words=asked["length"],
        summariser=asked["summariser"],
        template=asked["template"],
        title=asked["title"],
        audience=asked["audience"],
        handling=asked["handling"],
        paper=asked["paper"],
    )


def _override(draft: Draft, paths: tuple[Path, ...], typed: dict[str, Any]) -> Draft:
    """The draft with what was typed in the place of what it says."""
    period = read_period(
        typed.pop("since", draft.spec.period.since), typed.pop("until", draft.spec.period.until)
    )
    words = typed.pop("length", draft.spec.words)
    return replace(
        draft, paths=paths or draft.paths, spec=replace(draft.spec, period=period, words=words, **typed)
    )


def make_brief(
    draft: Draft, *, output: str, form: str | None, dry_run: bool = False, quiet: bool = False
) -> int:
    """Read, draft, render and write; returns the exit code."""
    workspace = Workspace()
    spec = draft.spec
    target = None if output == "-" else Path(output)
    form = workspace.find_format(form, target)
    workspace.check_names(themes=spec.themes, summariser=spec.summariser, template=spec.template)
    if target and not dry_run:
        workspace.check_output(target)
    with workspace.open_printer(form, spec.template) as print_brief:
        with reading_progress(quiet=quiet) as on_progress:
            reading = workspace.read(draft.paths, excluded=target, on_progress=on_progress)
        report_reading(reading, quiet=quiet)
        survey = workspace.survey(reading.articles, spec, left_out=draft.left_out)
        if not quiet:
            _report_themes(survey, chosen_by_us=not spec.themes)
        stale = workspace.find_stale(reading, survey, draft)
        for choice, reason in stale:
            say(f"not as in the draft: “{shorten(choice.words, 60)}”: {reason}")
        drafted = workspace.draft(reading, survey, draft)
        if dry_run:
            _show_plan(drafted, target, form)
        else:
            _write(workspace, print_brief(drafted), target, quiet=quiet)
    return SOME_SKIPPED if reading.failures or stale else OK


def _write(workspace: Workspace, content: bytes, target: Path | None, *, quiet: bool) -> None:
    if target is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    workspace.write(target, content)
    if not quiet:
        say(f"Wrote {target}.")


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
