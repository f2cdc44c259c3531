"""`briefer brief`: from a folder of articles to a brief."""

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefer.checks import Checked
from briefer.cli.asked import asked_options, read_asked
from briefer.cli.inputs import inputs, read_library_query
from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, output_options, previous_option, quiet_option
from briefer.cli.printing import reading_progress, report_reading, report_stale, say, spell_finding
from briefer.model import Brief, Draft, Severity
from briefer.rendering.news import spell_changes, spell_no_change
from briefer.surveying import Survey
from briefer.text.counted import spell_count
from briefer.workspace import Workspace


@click.command()
@inputs
@asked_options
@previous_option
@output_options
@click.option("--force", is_flag=True, help="Print what the checks refuse, with “Unchecked” on every page.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be printed; write nothing.")
@quiet_option
@debug_option
@click.pass_context
def brief(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    is_library: bool,
    query: str | None,
    draft_file: Path | None,
    previous: Path | None,
    output: str,
    form: str | None,
    force: bool,
    dry_run: bool,
    quiet: bool,
    **asked: Any,
) -> int:
    """Make a brief from files and folders of articles, or from the library.

    Without --theme, the themes are those of the brief before, else those that the articles speak to most;
    articles of which they would tell little bring theirs. A brief that breaks a rule of `briefer check`
    gravely is not printed.
    """
    library = read_library_query(paths, is_library, query)
    draft = read_asked(ctx, paths, library, draft_file, asked)
    if draft.output and ctx.get_parameter_source("output") is not ParameterSource.COMMANDLINE:
        output = str(draft.output)
    return make_brief(
        draft, output=output, form=form, previous=previous, force=force, dry_run=dry_run, quiet=quiet
    )


def make_brief(
    draft: Draft,
    *,
    output: str,
    form: str | None,
    previous: Path | None = None,
    force: bool = False,
    dry_run: bool = False,
    quiet: bool = False,
) -> int:
    """Read, draft, check, render and write; returns the exit code."""
    workspace = Workspace()
    spec = draft.spec
    target = None if output == "-" else Path(output)
    form = workspace.press.find_format(form, target)
    workspace.check_names(themes=spec.themes, summariser=spec.summariser, template=spec.template)
    if target:
        workspace.press.check_output(target, form)
    before = workspace.load_previous(previous) if previous else None
    with workspace.press.open_printer(form, spec.template) as print_brief:
        with reading_progress(quiet=quiet) as on_progress:
            reading = workspace.read_inputs(draft, excluded=target, on_progress=on_progress)
        report_reading(reading, quiet=quiet, with_notes=draft.library is None)
        survey = workspace.survey(reading.articles, spec, left_out=draft.left_out, before=before)
        if not quiet:
            _report_themes(survey, chosen_by_us=not spec.themes, before=before)
        stale = workspace.drafts.find_stale(reading, survey, draft)
        report_stale(stale)
        checked = workspace.check(workspace.draft(reading, survey, draft, before=before), reading.articles)
        _report_findings(checked, quiet=quiet)
        if checked.is_refused and not force:
            say("Not printed. Put it right, --waive RULE=REASON, or --force it with a mark on every page.")
            return FAILED
        if dry_run:
            _show_plan(checked.brief, target, form)
        else:
            content = print_brief(checked.brief)
            if target is None:
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()
            else:
                workspace.press.write_brief(target, content, brief=checked.brief, form=form)
                if not quiet:
                    say(f"Wrote {target}.")
    return SOME_SKIPPED if reading.failures or stale else OK


def _report_findings(checked: Checked, *, quiet: bool) -> None:
    """Say what the checks found, a line each: errors always, warnings unless `quiet`, notes never."""
    told = (Severity.ERROR,) if quiet else (Severity.ERROR, Severity.WARNING)
    for finding in checked.findings:
        if finding.severity in told:
            say(spell_finding(finding))


def _report_themes(survey: Survey, *, chosen_by_us: bool, before: Brief | None) -> None:
    if chosen_by_us and survey.themes:
        are = (
            "those of the brief before, and of articles that they pass over"
            if before
            else "the ones that the articles speak to most"
        )
        say(f"No --theme was given; these are {are}:")
    for theme in survey.themes:
        pool = survey.evidence[theme.name]
        articles = spell_count(len({found.excerpt.sentence.article_id for found in pool}), "article")
        found = f"{spell_count(len(pool), 'sentence')} in {articles}" if pool else "no reporting found"
        say(f"  {theme.name}: {found}")


def _show_plan(drafted: Brief, target: Path | None, form: str) -> None:
    say(f"Would write {target or 'to stdout'} as {form}: {drafted.title}")
    say(f"  key points: {len(drafted.key_points)}")
    for label, said in spell_changes(drafted):
        say(f"  {label.lower()}: {said}")
    if no_change := spell_no_change(drafted):
        say(f"  {no_change}")
    for section in drafted.sections:
        say(
            f"  {section.title}: summary of {spell_count(len(section.summary), 'quote')}, "
            f"{len(section.evidence)} as evidence, {len(section.commentary)} as commentary"
        )
