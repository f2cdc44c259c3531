"""One edition, from the articles to what is stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefer import drafting, surveying
from briefer.analysis.choices import StaleChoice
from briefer.checks import ICD_203_TERMS, check_brief
from briefer.config import read_likelihood_terms
from briefer.drafts import read_draft
from briefer.errors import BriefRefused, NothingToReport
from briefer.library.editions import StoredEdition
from briefer.model import Article, Brief, BriefSpec, Draft, Mark, Period, Reading
from briefer.model.reports import DeliveryKind, Edition, Report, Since, WhenEmpty
from briefer.rendering.json import render_json
from briefer.rendering.templates import digest_template, find_template
from briefer.reporting.desk import Desk
from briefer.reporting.planning import Plan
from briefer.summary import get_summariser
from briefer.surveying import Survey
from briefer.themes import get_theme, load_themes

_OF_THE_EDITION = ("as_of", "period", "keep_undated", "late")
"""What a draft cannot ask of an edition."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edition that was made and is not stored yet, and the choices of its draft that were not followed."""

    stored: StoredEdition
    stale: tuple[StaleChoice, ...]


def make_edition(
    desk: Desk,
    report: Report,
    plan: Plan,
    reading: Reading,
    *,
    seen: Collection[str],
    before: Brief | None,
    draft_file: Path | None,
    now: datetime,
) -> Made:
    """The edition of one period; `seen` are the ids of articles that lay before an earlier edition.

    Raises:
        NothingToReport: there is nothing, and the report wants no edition that says so.
        BriefRefused: the checks found errors; says which.
        UnknownName, InvalidFile: the report or its draft names what there is not.
    """
    spec = make_spec(report, plan, reading.articles, seen)
    draft = (
        _read_waiting(report, draft_file, spec, reading.articles)
        if draft_file
        else Draft(spec, report.paths, library=report.library)
    )
    # Of two reasons for one rule, the one written for this edition is printed.
    waivers = {waiver.rule: waiver for waiver in (*report.waivers, *draft.waivers)}
    draft = replace(draft, waivers=tuple(waivers.values()))
    survey = _survey(desk, reading, draft)
    brief = _release(desk, _draft_brief(report, reading, survey, draft, before), reading.articles)
    brief = replace(brief, edition=plan.number)
    is_empty = _is_empty(brief)
    if is_empty and report.when_empty is WhenEmpty.SKIP:
        raise NothingToReport(f"{report.name}: nothing to report of {plan.period.key}.")
    edition = Edition(
        report=report.name,
        number=plan.number,
        key=plan.period.key,
        take=plan.take,
        first=spec.period.since,
        end=plan.period.end,
        as_of=spec.as_of,
        made_at=now,
        title=brief.title,
        template_sha256=digest_template(find_template(spec.template, desk.templates)),
        is_empty=is_empty,
    )
    content = draft_file.read_bytes() if draft_file else None
    stale = drafting.find_stale(reading, survey, draft)
    return Made(StoredEdition(edition, render_json(brief).encode("utf-8"), content), stale)


def make_spec(
    report: Report, plan: Plan, articles: Sequence[Article] = (), seen: Collection[str] = ()
) -> BriefSpec:
    """What is asked of the edition of a period, with the articles that came in late.

    Those are the ones that no earlier edition could have had, although they are of its days or older, or
    undated where the report keeps such; an undated article is reported on once.
    """
    period = plan.period
    as_of = period.due.astimezone(ZoneInfo(report.schedule.zone)).date()
    since = None if report.since is Since.ALL else period.first
    asked = replace(report.spec, as_of=as_of, period=Period(since, period.end - timedelta(days=1)))
    if report.since is not Since.LAST or plan.reached is None:
        return asked
    late = tuple(
        article.id
        for article in articles
        if article.id not in seen
        and (article.published.value.latest < plan.reached if article.published else report.spec.keep_undated)
    )
    return replace(asked, late=late, keep_undated=False)


def owed_deliveries(report: Report) -> tuple[tuple[DeliveryKind, str], ...]:
    """What is owed of an edition of the report, in the order in which it is done."""
    copies = report.formats if report.copy_to else ()
    return (
        *((DeliveryKind.FILE, form) for form in report.formats),
        *((DeliveryKind.COPY, form) for form in copies),
        *((DeliveryKind.MAIL, address) for address in report.mail_to),
    )


def _read_waiting(report: Report, draft_file: Path, spec: BriefSpec, articles: Sequence[Article]) -> Draft:
    """What an analyst wrote for this edition. It is asked what the report asks, but for what the draft says.

    Inputs, date and period are the edition's own; an article of which a sentence is pinned is used though
    it was reported on before.
    """
    draft = read_draft(draft_file)
    unsaid = BriefSpec(themes=(), as_of=draft.spec.as_of)
    said = {
        field.name: getattr(draft.spec, field.name)
        for field in fields(BriefSpec)
        if field.name not in _OF_THE_EDITION
        and getattr(draft.spec, field.name) != getattr(unsaid, field.name)
    }
    pinned = {choice.place.article_id for choice in draft.choices if choice.mark is Mark.PINNED}
    since = spec.period.since
    older = (
        article.id
        for article in articles
        if article.id in pinned and since and article.published and article.published.value.latest < since
    )
    said["late"] = tuple(dict.fromkeys((*spec.late, *older)))
    return replace(draft, spec=replace(spec, **said), paths=report.paths, library=report.library, output=None)


def _survey(desk: Desk, reading: Reading, draft: Draft) -> Survey:
    installed = load_themes(desk.home / "themes")
    names = dict.fromkeys(draft.spec.themes)
    themes = tuple(get_theme(name, installed) for name in names) or installed.themes
    in_play = surveying.articles_in_play(reading.articles, draft.spec, draft.left_out)
    survey = surveying.survey_articles(in_play, themes)
    return survey if names else surveying.narrow_survey(survey, surveying.rank_themes(survey))


def _draft_brief(
    report: Report, reading: Reading, survey: Survey, draft: Draft, before: Brief | None
) -> Brief:
    return drafting.draft_brief(
        reading,
        survey,
        draft,
        summariser=get_summariser(draft.spec.summariser),
        before=before,
        allow_silence=report.when_empty is WhenEmpty.SAY_SO,
    )


def _release(desk: Desk, brief: Brief, articles: Sequence[Article]) -> Brief:
    """The brief with the waivers that it needs.

    Raises:
        BriefRefused: the checks found errors; says which.
    """
    texts = {article.id: article.text for article in articles}
    terms = read_likelihood_terms(desk.home / "config.toml") or ICD_203_TERMS
    checked = check_brief(brief, texts=texts, likelihood=terms)
    if checked.is_refused:
        raise BriefRefused([f"{found.where}: {found.message} {found.way_out}" for found in checked.errors])
    return checked.brief


def _is_empty(brief: Brief) -> bool:
    """Whether no word of a source or of an analyst stands in it."""
    return not (brief.quotes() or brief.bottom_line or any(section.assessment for section in brief.sections))
