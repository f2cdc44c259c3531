"""A brief never takes the place of somebody else's file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.errors import OutputFailed
from briefer.rendering import open_printer
from briefer.rendering.outputs import check_brief_output, write_brief
from tests.rendering.making import TEMPLATE, load_brief

FORMS = ("pdf", "html", "md", "json")
SOMEBODYS = {
    "clipping.md": b"# A ship sailed\n\nIt sailed on Monday.\n",
    "page.html": b"<!DOCTYPE html><title>A ship sailed</title><p>It sailed.",
    "paper.pdf": b"%PDF-1.7\n% made by briefer, it says\n",
    "notes.json": b'{"format": "notes/1", "made by": "briefer.brief/1"}',
    "about.txt": b"Briefs close with <!-- Made by briefer 0.1.0 -->, which no reader sees.\n",
    "none.pdf": b"\xff\xfe\x00",
}


def make(form: str, target: Path) -> None:
    brief = load_brief("small")
    with open_printer(form, TEMPLATE) as print_brief:
        write_brief(target, print_brief(brief), brief=brief, form=form)


@pytest.mark.parametrize("form", FORMS)
def test_a_brief_of_ours_is_replaced_whatever_its_form_and_template(form: str, tmp_path: Path) -> None:
    target = tmp_path / "brief.any"
    make(form, target)
    for other in FORMS:
        check_brief_output(target, other)


@pytest.mark.parametrize("name", SOMEBODYS)
@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_no_brief_of_ours_is_refused_and_kept(name: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / name
    target.write_bytes(SOMEBODYS[name])
    with pytest.raises(OutputFailed, match=r"no brief of briefer’s and would be lost\. Choose another place"):
        check_brief_output(target, form)
    with pytest.raises(OutputFailed):
        write_brief(target, b"new", brief=load_brief("small"), form=form)
    assert target.read_bytes() == SOMEBODYS[name]
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_no_link_to_an_article_leads_around_it(link: Callable[[Path, Path], None], tmp_path: Path) -> None:
    article, target = tmp_path / "clipping.md", tmp_path / "brief.md"
    article.write_bytes(SOMEBODYS["clipping.md"])
    link(article, target)
    with pytest.raises(OutputFailed):
        check_brief_output(target, "md")


def test_an_empty_file_has_nothing_to_lose(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.touch()
    check_brief_output(target, "pdf")


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_lies_where_the_ledger_belongs_is_not_replaced_either(form: str, tmp_path: Path) -> None:
    other = tmp_path / f"brief.{form}.ledger.json"
    other.write_text('{"accounts": []}', encoding="utf-8")
    with pytest.raises(OutputFailed, match=r"ledger\.json: the file there is no ledger of briefer’s"):
        check_brief_output(tmp_path / f"brief.{form}", form)
    make("pdf", tmp_path / "brief.pdf")  # this one carries its own
    assert other.read_text("utf-8") == '{"accounts": []}'


@pytest.mark.parametrize("name", ["sources.toml", "weekly.briefer.toml", "weekly.ledger.json"])
def test_a_name_that_means_something_else_here_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="keeps such names"):
        check_brief_output(tmp_path / name, "json")


def test_a_device_is_written_to_and_has_nothing_beside_it() -> None:
    make("html", Path("/dev/null"))
