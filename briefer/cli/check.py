"""`briefer check`: hold a brief against the rules of the craft, before it is printed or afterwards."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from briefer.checks import RULES, Checked, get_rule
from briefer.cli.asked import asked_options, read_asked
from briefer.cli.inputs import inputs, read_library_query
from briefer.cli.main import FAILED, OK
from briefer.cli.options import debug_option, json_option, previous_option, quiet_option
from briefer.cli.printing import (
    reading_progress,
    report_reading,
    report_stale,
    say,
    show,
    show_json,
    spell_finding,
)
from briefer.cli.records import finding_record, rule_record
from briefer.model import Draft, Severity
from briefer.text.counted import spell_count
from briefer.workspace import Workspace

_PURPOSE = "Built to support the practice of ICD 203 and 206; it looks at form, not at truth."


@click.command(epilog=_PURPOSE)
@inputs
@asked_options
@previous_option
@click.option(
    "--likelihood-term",
    "likelihood",
    multiple=True,
    metavar="TERM",
    help="A word that may say how likely something is, instead of those of ICD 203; may be repeated.",
)
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="With one brief saved as JSON: hold its quotes against the articles of this folder.",
)
@click.option("--list", "list_rules", is_flag=True, help="List the rules and end.")
@click.option("--explain", metavar="RULE", help="Say what a rule finds, why, and the way out; and end.")
@json_option
@quiet_option
@debug_option
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    is_library: bool,
    query: str | None,
    draft_file: Path | None,
    previous: Path | None,
    likelihood: tuple[str, ...],
    sources: Path | None,
    list_rules: bool,
    explain: str | None,
    as_json: bool,
    quiet: bool,
    **asked: Any,
) -> int:
    """Draft the brief that `briefer brief` would print, and say what breaks a rule.

    PATH may also be one brief that was saved as JSON. The exit code is 1 where there is an error. With
    --json, a finding has the fields rule, severity, where, message and way_out.
    """
    if list_rules:
        return _list_rules(as_json=as_json)
    if explain is not None:
        return _explain(explain, as_json=as_json)
    library = read_library_query(paths, is_library, query)
    if draft_file is None and len(paths) == 1 and paths[0].suffix.lower() == ".json":
        workspace = Workspace()
        articles = workspace.find_sources(sources) if sources else ()
        checked = workspace.check(workspace.load_brief(paths[0]), articles, likelihood=likelihood)
    else:
        if sources:
            raise click.UsageError("--sources goes with one brief that was saved as JSON.")
        asked_draft = read_asked(ctx, paths, library, draft_file, asked)
        checked = _draft_and_check(asked_draft, previous, likelihood, quiet=quiet)
    for finding in checked.findings:
        if as_json:
            show_json(finding_record(finding))
        else:
            show(spell_finding(finding))
    if not quiet:
        say(_spell_outcome(checked))
    return FAILED if checked.is_refused else OK


def _draft_and_check(
    draft: Draft, previous: Path | None, likelihood: Sequence[str], *, quiet: bool
) -> Checked:
    workspace, spec = Workspace(), draft.spec
    before = workspace.load_previous(previous) if previous else None
    workspace.check_names(themes=spec.themes, summariser=spec.summariser, template=spec.template)
    with reading_progress(quiet=quiet) as on_progress:
        reading = workspace.read_inputs(draft, on_progress=on_progress)
    report_reading(reading, quiet=quiet, with_notes=draft.library is None)
    survey = workspace.survey(reading.articles, spec, left_out=draft.left_out, before=before)
    report_stale(workspace.drafts.find_stale(reading, survey, draft))
    brief = workspace.draft(reading, survey, draft, before=before)
    return workspace.check(brief, reading.articles, likelihood=likelihood)


def _spell_outcome(checked: Checked) -> str:
    found = [
        spell_count(number, severity.value)
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in checked.findings))
    ]
    waived = [f"waived: {waiver.rule} ({waiver.reason})" for waiver in checked.brief.waivers]
    outcome = "; ".join([", ".join(found) or f"None of {len(RULES)} rules is broken", *waived])
    return f"{outcome}. Rules are explained by: briefer check --explain RULE"


def _list_rules(*, as_json: bool) -> int:
    width = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        if as_json:
            show_json(rule_record(rule))
        else:
            show(f"{rule.id:{width}}  {rule.severity:7}  {rule.title}")
    return OK


def _explain(name: str, *, as_json: bool) -> int:
    rule = get_rule(name)
    if as_json:
        show_json(rule_record(rule))
        return OK
    show(f"{rule.id} ({rule.severity})")
    for paragraph in (rule.title, rule.reason, f"Way out: {rule.way_out}"):
        show()
        for line in textwrap.wrap(paragraph, 78, break_on_hyphens=False):
            show(line)
    if rule.severity is Severity.ERROR:
        show()
        show("An error keeps a brief from being printed, unless it is waived with a reason:")
        show(f'  briefer brief ... --waive {rule.id}="..."')
    return OK
