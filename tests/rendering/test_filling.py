"""Templates in a child process: what they may take, and what is told of those that take more."""

from pathlib import Path

import pytest

from briefer.errors import RenderingFailed
from briefer.rendering import open_printer
from briefer.rendering.filling import PageFiller
from briefer.rendering.html import render_html
from tests.rendering.making import TEMPLATE, load_brief


def _fill(page: str, folder: Path, *, timeout_s: float = 30) -> str:
    (folder / "brief.html").write_text(page, encoding="utf-8")
    with PageFiller(timeout_s=timeout_s) as filler:
        return filler.fill(load_brief("small"), folder)


@pytest.mark.parametrize("name", ["small", "analyst", "scripts"])
def test_the_page_is_the_one_that_the_template_makes(name: str) -> None:
    brief = load_brief(name)
    with PageFiller() as filler:
        first, second = filler.fill(brief, TEMPLATE), filler.fill(brief, TEMPLATE)
    assert first == second == render_html(brief, TEMPLATE)


@pytest.mark.parametrize("page", ["{{ 9 ** (9 ** 9) }}", "{% set n = 9 %}{{ n ** (n ** n) }}"])
def test_a_template_that_computes_without_end_is_ended(page: str, tmp_path: Path) -> None:
    with pytest.raises(RenderingFailed) as caught:
        _fill(page, tmp_path, timeout_s=1)
    assert str(caught.value) == (
        f"The template {tmp_path.name!r} cannot be used: it takes more than 1 seconds. "
        "Look for what it computes or repeats without end, or choose another template."
    )


def test_a_template_that_takes_too_much_memory_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RenderingFailed, match=r"brief\.html, line 2: it takes too much memory\.$"):
        _fill("{% set n = 9 %}\n{{ 'x' * 10 ** n * 2 }}", tmp_path)


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderingFailed, match=r"its page is larger than 16 MB\.$"):
        _fill("{{ 'x' * 2 ** 25 }}", tmp_path)


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_file_line_and_variable_are_told_in_every_form(form: str, tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text("<p>\n\n{{ brief.titel }}", encoding="utf-8")
    with (
        open_printer(form, tmp_path) as print_brief,
        pytest.raises(RenderingFailed, match=r"brief\.html, line 3: .* has no attribute 'titel'"),
    ):
        print_brief(load_brief("small"))
