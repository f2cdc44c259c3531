"""`briefer evidence`: the sentences that speak to a theme, and why the rest does not."""

from datetime import date
from pathlib import Path

import click

from briefer.analysis.key_points import KeyPointScore
from briefer.cli.about import about_options, check_about, expand_about, show_expansion
from briefer.cli.inputs import inputs, read_library_query, require_inputs
from briefer.cli.main import NOTHING_TO_REPORT, OK, SOME_SKIPPED
from briefer.cli.options import (
    debug_option,
    json_option,
    period_options,
    quiet_option,
    read_period,
    today,
)
from briefer.cli.printing import reading_progress, report_reading, show, show_json
from briefer.cli.records import absence_record, evidence_record
from briefer.model import Article, BriefSpec, Draft, Evidence
from briefer.rendering.wording import shorten
from briefer.text.brackets import supply
from briefer.workspace import Workspace

_SHOWN = 120
"""Characters of the words by which others are overtaken."""


@click.command()
@inputs
@click.option(
    "-t",
    "--theme",
    "themes",
    multiple=True,
    metavar="NAME",
    help="A theme to look for; may be repeated.",
)
@about_options
@period_options
@click.option("--explain", is_flag=True, help="Show how well each would stand as a key point, and why.")
@json_option
@quiet_option
@debug_option
def evidence(
    paths: tuple[Path, ...],
    is_library: bool,
    query: str | None,
    themes: tuple[str, ...],
    about: str | None,
    as_typed: bool,
    since: date | None,
    until: date | None,
    keep_undated: bool,
    explain: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Rank the sentences that speak to a theme, strongest first, with the terms that earned each score.

    A term in (brackets) stands only in a neighbouring sentence or the headline. Articles that give
    nothing follow, with the reason. With --json one line for each: "kind" is "evidence" (theme, rank,
    score, terms, text, repairs: what is supplied in square brackets, article, path, paragraph, start, end,
    first_line, last_line, dependence: why the words cannot be read alone, or null, overtaken_by: other
    words that give the amount otherwise, or null) or "out" (theme, article, path, reason).

    --explain adds to each what it would be worth as a key point: a base times the factor of each reason
    that lifts or lowers it; in JSON "key_point" (score, base, reasons: name, factor).

    --about takes a few words in the place of a theme. To them are added, with a low weight, words that keep
    company with them in the articles at hand; --explain shows these, in JSON as "kind": "theme" (theme,
    terms, companions: term, weight, likelihood, sentences).
    """
    library = read_library_query(paths, is_library, query)
    require_inputs(paths, library)
    workspace = Workspace()
    check_about(themes, about, as_typed=as_typed)
    if not themes and about is None:
        raise click.UsageError("Missing option '--theme' (or '--about').")
    workspace.check_names(themes=themes)
    spec = BriefSpec(themes, today(), read_period(since, until), keep_undated=keep_undated)
    with reading_progress(quiet=quiet) as on_progress:
        reading = workspace.read_inputs(Draft(spec, paths, library=library), on_progress=on_progress)
    report_reading(reading, quiet=quiet, with_notes=library is None)
    typed = None
    if about is not None:
        expansion = expand_about(workspace, about, reading.articles, as_typed=as_typed, quiet=quiet)
        typed = expansion.theme
        if explain:
            show_expansion(expansion, as_json=as_json)
    survey = workspace.survey(reading.articles, spec, typed=typed)
    articles = {article.id: article for article in survey.articles}
    overtaken = workspace.questions.find_overtaken(survey)
    for theme in survey.themes:
        pool = survey.evidence[theme.name]
        key_points = dict(zip(pool, workspace.questions.score_key_points(survey, theme.name), strict=True))
        ranked = sorted(pool, key=lambda found: -found.score.score)
        for rank, found in enumerate(ranked, start=1):
            article = articles[found.excerpt.sentence.article_id]
            key_point = key_points[found] if explain else None
            if as_json:
                show_json(
                    evidence_record(
                        article, found, rank=rank, key_point=key_point, overtaken_by=overtaken.get(found)
                    )
                )
            else:
                _show_evidence(article, found, rank=rank, key_point=key_point, by=overtaken.get(found))
        for absence in workspace.absences(reading.articles, survey, theme.name):
            if as_json:
                show_json(absence_record(absence.article, theme, absence.reason))
            else:
                show(f"out  {absence.article.path}: {absence.reason}")
    if not any(survey.evidence.values()):
        return NOTHING_TO_REPORT
    return SOME_SKIPPED if reading.failures else OK


def _show_evidence(
    article: Article, found: Evidence, *, rank: int, key_point: KeyPointScore | None, by: str | None
) -> None:
    terms = "  ".join(
        f"{share.phrase} {share.share:.2f}" if share.own else f"({share.phrase} {share.share:.2f})"
        for share in found.score.shares
    )
    where = f"{article.path} ¶{found.excerpt.sentence.paragraph}"
    show(f"{rank:>3}  {found.score.score:.2f}  {found.score.theme}  {where}")
    show(f"     {supply(article.text, found.excerpt.span, found.excerpt.repairs)}")
    show(f"     {terms}")
    if found.excerpt.dependence:
        show(f"     not printed: cannot be read alone ({found.excerpt.dependence})")
    if by:
        show(f"     passed over: its amount is another in “{shorten(by, _SHOWN)}”")
    if key_point:
        reasons = ", ".join(f"{reason.name} ×{reason.factor:.2f}" for reason in key_point.reasons)
        show(f"     as a key point {key_point.score:.2f} = {key_point.base:.2f}: {reasons or 'nothing else'}")
    show()
