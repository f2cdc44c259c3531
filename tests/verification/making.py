"""A brief of the seeds as files, and what somebody may do to it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from briefer.ledger import make_ledger, write_ledger
from briefer.model import Brief, BriefSpec
from briefer.model.verdicts import Verdict, Verification
from briefer.rendering.html import render_html
from briefer.rendering.page_text import read_html_blocks
from briefer.rendering.pdf import PdfRenderer
from briefer.workspace import Workspace
from tests.rendering.making import TEMPLATE

THEMES = ("arms-sales", "airstrikes", "energy")


@dataclass(frozen=True)
class Made:
    """A brief, its page and its ledger, before it is written to a file."""

    brief: Brief
    page: str
    ledger: str

    def entries(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.ledger)["entries"]
        return found

    def with_entries(self, entries: list[dict[str, Any]], **rest: Any) -> str:
        """The ledger with these entries in the place of its own."""
        return json.dumps(json.loads(self.ledger) | {"entries": entries} | rest)

    def page_with(self, old: str, new: str) -> str:
        """The page with `new` where its first `old` stands."""
        assert old in unescape(self.page)
        return unescape(self.page).replace(old, new, 1)


def make_seed_brief(seeds: Path, home: Path) -> Made:
    workspace = Workspace(home)
    reading = workspace.read([seeds])
    spec = BriefSpec(themes=THEMES, as_of=date(2026, 11, 20))
    survey = workspace.survey(reading.articles, spec)
    brief = workspace.draft(reading, survey, workspace.drafts.new([seeds], spec))
    page = render_html(brief, TEMPLATE)
    return Made(brief, page, write_ledger(make_ledger(brief, page=read_html_blocks(page))))


def make_written_brief(seeds: Path, home: Path) -> Brief:
    """A brief of the seeds in which the analyst has written something everywhere."""
    workspace = Workspace(home)
    reading = workspace.read([seeds])
    day = date(2026, 11, 20)
    spec = BriefSpec(
        themes=THEMES, as_of=day, title="What arms", audience="The desk", handling="For official use"
    )
    survey = workspace.survey(reading.articles, spec)
    draft = workspace.drafts.new([seeds], spec)
    draft = draft.assess("energy", "We judge it likely that deliveries will slip.")
    draft = replace(draft, bottom_line="Two things matter.\n\nThe second is the price [1 ¶2].")
    return workspace.draft(reading, survey, draft)


def write_pdf(folder: Path, page: str, ledger: str | None) -> Path:
    path = folder / "brief.pdf"
    with PdfRenderer() as renderer:
        path.write_bytes(renderer.render(page, TEMPLATE, ledger=ledger))
    return path


def write_page(folder: Path, page: str, ledger: str) -> Path:
    path = folder / "brief.html"
    path.write_text(page, encoding="utf-8")
    path.with_name("brief.html.ledger.json").write_text(ledger, encoding="utf-8")
    return path


def copy_sources(seeds: Path, folder: Path) -> Path:
    return Path(shutil.copytree(seeds, folder / "sources"))


def verify(path: Path, sources: Path) -> Verification:
    return Workspace().verify(path, sources=sources)


def failures(verification: Verification) -> Mapping[str | None, Verdict]:
    """The verdicts that are failures, by the id of their entry; None has what the ledger does not list."""
    return {verdict.entry: verdict for verdict in verification.verdicts if verdict.kind.is_failure}
