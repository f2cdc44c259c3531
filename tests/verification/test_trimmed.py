"""A sentence that the analyst trimmed is proved as such."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefer.errors import TrimRefused
from briefer.ledger import make_ledger, write_ledger
from briefer.model import BriefSpec, Draft, EntryKind, Reading, Span
from briefer.model.verdicts import VerdictKind
from briefer.rendering.html import render_html
from briefer.rendering.page_text import read_html_blocks
from briefer.surveying import Survey
from briefer.workspace import Workspace
from tests.rendering.making import TEMPLATE
from tests.verification.making import verify, write_pdf

_CLAUSE = re.compile(r", [^,]{5,60}(?=,)")


def trim_something(workspace: Workspace, reading: Reading, survey: Survey, draft: Draft) -> Draft:
    """The draft with the first clause left out that may be."""
    articles = {article.id: article for article in reading.articles}
    for found in (found for pool in survey.evidence.values() for found in pool):
        article, span = articles[found.excerpt.sentence.article_id], found.excerpt.span
        for clause in _CLAUSE.finditer(article.text, span.start, span.end):
            try:
                return workspace.drafts.trim(draft, found, article, Span(*clause.span()))
            except TrimRefused:
                continue
    raise AssertionError("nothing in the seeds can be trimmed")


def test_what_was_trimmed_is_proved_and_called_so(seeds: Path, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    reading = workspace.read([seeds])
    spec = BriefSpec(themes=("arms-sales", "airstrikes", "energy"), as_of=date(2026, 11, 20))
    survey = workspace.survey(reading.articles, spec)
    draft = trim_something(workspace, reading, survey, workspace.drafts.new([seeds], spec))
    brief = workspace.draft(reading, survey, draft)
    ledger = make_ledger(brief)
    (trimmed,) = (entry for entry in ledger.entries if entry.kind is EntryKind.TRIMMED)
    page = render_html(brief, TEMPLATE)
    path = write_pdf(tmp_path, page, write_ledger(replace(ledger, page=read_html_blocks(page))))
    verification = verify(path, seeds)
    assert verification.is_proved
    kinds = {verdict.entry: verdict.kind for verdict in verification.verdicts}
    assert kinds.pop(trimmed.id) is VerdictKind.TRIMMED
    assert set(kinds.values()) <= {VerdictKind.EXACT, VerdictKind.REPAIRED}
