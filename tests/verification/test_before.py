"""What a brief prints of the one before is proved by its sources, or by that brief, or not at all."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.ledger import digest_printed, make_ledger, write_ledger
from briefer.model import Brief
from briefer.model.verdicts import VerdictKind, Verification
from briefer.recalling import recall_brief
from briefer.rendering.html import render_html
from briefer.rendering.json import render_json
from briefer.rendering.markdown import render_markdown
from briefer.rendering.page_text import read_html_blocks, read_markdown_blocks
from briefer.workspace import Workspace
from tests.rendering.making import TEMPLATE
from tests.two_weeks import FIRST, SECOND, brief_weeks, write_week
from tests.verification.making import write_pdf


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("weeks")


@pytest.fixture(scope="module")
def before(folder: Path) -> Brief:
    return brief_weeks(folder / "first", FIRST)


@pytest.fixture(scope="module")
def now(folder: Path, before: Brief) -> Brief:
    return brief_weeks(folder / "both", FIRST, SECOND, before=before)


@pytest.fixture(scope="module")
def second(folder: Path) -> Path:
    """The second week's articles alone."""
    return write_week(folder / "second", SECOND)


def save(path: Path, brief: Brief) -> Path:
    path.write_text(render_json(brief), encoding="utf-8")
    return path


def print_brief(folder: Path, brief: Brief, form: str) -> Path:
    """The brief in a file of the form, with its ledger."""
    page = render_html(brief, TEMPLATE)
    if form == "json":
        return save(folder / "now.json", brief)
    if form == "pdf":
        return write_pdf(folder, page, write_ledger(make_ledger(brief, page=read_html_blocks(page))))
    text = page if form == "html" else render_markdown(brief)
    blocks = read_html_blocks(text) if form == "html" else read_markdown_blocks(text)
    path = folder / f"now.{form}"
    path.write_text(text, encoding="utf-8")
    ledger = write_ledger(make_ledger(brief, page=blocks))
    path.with_name(f"{path.name}.ledger.json").write_text(ledger, encoding="utf-8")
    return path


def kinds(verification: Verification) -> dict[str | None, VerdictKind]:
    return {verdict.entry: verdict.kind for verdict in verification.verdicts}


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_with_all_sources_every_form_is_proved(folder: Path, now: Brief, form: str, tmp_path: Path) -> None:
    found = Workspace().verify(print_brief(tmp_path, now, form), sources=folder / "both")
    assert found.is_proved
    assert kinds(found)["earlier-1"] is VerdictKind.EXACT
    assert kinds(found)["amount-1"] is VerdictKind.EXACT


def test_without_the_old_source_the_brief_before_proves_its_sentence(
    now: Brief, before: Brief, second: Path, tmp_path: Path
) -> None:
    path = print_brief(tmp_path, now, "json")
    alone = Workspace().verify(path, sources=second)
    assert kinds(alone)["earlier-1"] is VerdictKind.UNPROVED
    assert not alone.is_proved
    with_before = Workspace().verify(path, sources=second, previous=save(tmp_path / "12.json", before))
    assert kinds(with_before)["earlier-1"] is VerdictKind.EARLIER
    assert with_before.is_proved


def test_another_brief_than_the_one_before_proves_nothing(now: Brief, second: Path, tmp_path: Path) -> None:
    path = print_brief(tmp_path, now, "json")
    found = Workspace().verify(path, sources=second, previous=save(tmp_path / "other.json", now))
    assert kinds(found)["earlier-1"] is VerdictKind.UNPROVED


def forge(brief: Brief, **change: str) -> Brief:
    """The brief with its earlier sentence or its amount made up."""
    assert brief.changes is not None
    (figure,) = brief.changes.revised
    if "text" in change:
        figure = replace(figure, earlier=replace(figure.earlier, text=change["text"]))
    else:
        figure = replace(figure, amount=change["amount"])
    return replace(brief, changes=replace(brief.changes, revised=(figure,)))


@pytest.mark.parametrize("with_sources", [True, False])
def test_an_earlier_sentence_that_is_made_up_is_found_out(
    now: Brief, before: Brief, second: Path, folder: Path, tmp_path: Path, with_sources: bool
) -> None:
    forged = forge(now, text="At least 2 people were killed in airstrikes on a missile depot at Klow.")
    path = print_brief(tmp_path, forged, "json")
    previous = save(tmp_path / "12.json", before)
    found = Workspace().verify(path, sources=folder / "both" if with_sources else second, previous=previous)
    assert kinds(found)["earlier-1"] is VerdictKind.EDITED


def test_an_amount_that_is_made_up_is_found_out(now: Brief, folder: Path, tmp_path: Path) -> None:
    path = print_brief(tmp_path, forge(now, amount="at least 72 people"), "json")
    assert kinds(Workspace().verify(path, sources=folder / "both"))["amount-1"] is VerdictKind.EDITED


def test_an_amount_without_its_sentence_is_found_out(now: Brief, folder: Path, tmp_path: Path) -> None:
    path = print_brief(tmp_path, now, "html")
    ledger_path = path.with_name(f"{path.name}.ledger.json")
    ledger = json.loads(ledger_path.read_text("utf-8"))
    amount = next(entry for entry in ledger["entries"] if entry["id"] == "amount-1")
    ledger["entries"] = [
        entry
        for entry in ledger["entries"]
        if entry is amount or entry["kind"] == "earlier" or entry["sentence"] != amount["sentence"]
    ]
    ledger_path.write_text(json.dumps(ledger), encoding="utf-8")
    found = kinds(Workspace().verify(path, sources=folder / "both"))
    assert found["amount-1"] is VerdictKind.MISATTRIBUTED


def test_an_earlier_citation_is_not_one_of_this_brief(now: Brief, folder: Path, tmp_path: Path) -> None:
    path = print_brief(tmp_path, now, "html")
    page = path.read_text("utf-8")
    assert "[earlier&nbsp;1" in page
    path.write_text(page.replace("[earlier&nbsp;1", "[1"), encoding="utf-8")
    found = kinds(Workspace().verify(path, sources=folder / "both"))
    assert found["earlier-1"].is_failure


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_any_form_of_the_brief_before_tells_the_same_news(
    now: Brief, before: Brief, form: str, folder: Path, tmp_path: Path
) -> None:
    recalled = Workspace().load_previous(print_brief(tmp_path, before, form))
    assert recalled.edition == 12
    again = brief_weeks(tmp_path / "both", FIRST, SECOND, before=recalled)
    assert again == now


def test_a_brief_that_is_recalled_from_its_ledger_printed_the_same(now: Brief) -> None:
    ledger = make_ledger(now)
    assert digest_printed(make_ledger(recall_brief(ledger))) == digest_printed(ledger)
