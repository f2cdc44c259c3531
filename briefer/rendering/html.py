"""A finished brief as one HTML page: the one door for Jinja2.

A template sees the `Brief` and the pure filters listed here, nothing else. Everything that it
prints is escaped, an undefined name is an error, and it can include only files of its own folder.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.errors import RenderingFailed
from briefer.model import Brief, Citation, Source
from briefer.model.briefs import BLANK
from briefer.rendering import news, wording
from briefer.rendering.links import safe_url
from briefer.rendering.templates import PAGE
from briefer.text.counted import spell_count

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(brief: Brief, template: Path) -> str:
    """One self-contained page: same brief and template folder, same text.

    Letters that are unprintable are replaced by a mark.

    Raises:
        RenderingFailed: the template is broken; names its file, the line and what is wrong there.
    """
    import jinja2

    try:
        page = _environment(template).get_template(PAGE).render(brief=brief)
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or error.name or PAGE}, line {error.lineno}"
        raise _failure(template, place, error) from error
    except jinja2.TemplateNotFound as error:
        raise _failure(template, _place(error, template), f"there is no file {error.name!r}") from error
    except Exception as error:  # a template runs expressions, which can raise anything
        raise _failure(template, _place(error, template), error) from error
    mark = wording.spell_mark(brief)
    if mark and mark not in page:
        problem = f"it does not print {{{{ brief | mark }}}}, which says that a brief is {mark.lower()}"
        raise _failure(template, PAGE, problem)
    return page.translate(dict.fromkeys(map(ord, brief.unprintable), BLANK))


def warm_up() -> None:
    """Load Jinja2, all of which is not imported before its first template."""
    _environment(Path()).from_string("{{ 1 }}").render()


def _environment(template: Path) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # These two say something else in every run.
    del environment.globals["lipsum"], environment.filters["random"]
    environment.filters |= {
        "annex": wording.spell_annex,
        "authors": wording.spell_authors,
        "before": news.spell_before,
        "changes": news.spell_changes,
        "citation": wording.spell_citation,
        "cited": wording.spell_cited,
        "cited_with_date": wording.spell_cited_with_date,
        "count": spell_count,
        "coverage": wording.spell_coverage,
        "day": wording.spell_day,
        "direction": wording.find_direction,
        "earlier": news.part_earlier,
        "facts": wording.spell_facts,
        "file": wording.spell_file,
        "found": wording.spell_found,
        "key": wording.spell_key,
        "kind": wording.spell_kind,
        "mark": wording.spell_mark,
        "method": wording.spell_method,
        "news": news.spell_news,
        "no_change": news.spell_no_change,
        "origin": wording.spell_origin,
        "ours": wording.part_ours,
        "paragraphs": wording.split_paragraphs,
        "paragraph": wording.find_paragraph,
        "period": wording.spell_period,
        "place": news.spell_place,
        "quoting": wording.find_quoting,
        "revised": news.get_revised,
        "safe_url": safe_url,
        "shorten": wording.shorten,
        "since": news.spell_since,
        "source": _get_source,
        "state": news.spell_state,
        "support": wording.spell_support,
    }
    return environment


def _get_source(citation: Citation, brief: Brief) -> Source:
    return next(source for source in brief.sources if source.number == citation.source)


def _place(error: Exception, template: Path) -> str:
    """The line of the template at which `error` was raised; Jinja2 writes it into the traceback."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if template in Path(frame.filename).parents
    ]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else str(template / PAGE)


def _failure(template: Path, place: str, problem: object) -> RenderingFailed:
    if isinstance(problem, MemoryError):
        problem = "it takes too much memory"
    said = " ".join(str(problem).split()).rstrip(".") or type(problem).__name__
    return RenderingFailed(f"The template {template.name!r} cannot be used: {place}: {said}.")
