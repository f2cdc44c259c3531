"""What a page says of the changes since the brief before."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.model import Brief, CorrectedSource, Correction
from briefer.rendering.html import render_html
from briefer.rendering.json import render_json
from briefer.rendering.markdown import render_markdown
from briefer.rendering.news import spell_changes, spell_no_change, spell_since
from briefer.rendering.saved import read_saved_brief
from tests.rendering.making import HOSTILE, TEMPLATE
from tests.two_weeks import AMOUNT, FIRST, OLD, SECOND, brief_weeks


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_weeks(tmp_path_factory.mktemp("first") / "week", FIRST)


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory, before: Brief) -> Brief:
    return brief_weeks(tmp_path_factory.mktemp("second") / "week", FIRST, SECOND, before=before)


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory, before: Brief) -> Brief:
    return brief_weeks(tmp_path_factory.mktemp("again") / "week", FIRST, before=before)


def test_the_page_is_as_it_was_looked_at(now: Brief, file_regression: FileRegressionFixture) -> None:
    html = render_html(now, TEMPLATE)
    start = html.index('<section class="changes"')
    file_regression.check(html[start : html.index("</section>", start)], extension=".html")


def test_the_file_is_as_it_was_looked_at(now: Brief, file_regression: FileRegressionFixture) -> None:
    text = render_markdown(now)
    file_regression.check(text[text.index("## Changes") : text.index("## Sources")], extension=".md")


def test_a_brief_without_news_says_so_and_how_each_theme_stands(
    again: Brief, file_regression: FileRegressionFixture
) -> None:
    text = render_markdown(again)
    file_regression.check(text[text.index("## Changes") : text.index("## Sources")], extension=".md")
    assert spell_no_change(again) in render_html(again, TEMPLATE)


def test_both_amounts_stand_first_on_the_page_with_their_citations(now: Brief) -> None:
    html = render_html(now, TEMPLATE)
    opening = html[html.index("<main>") : html.index('class="key-points"')]
    assert f'id="amount-1">{AMOUNT}' in opening
    assert "[earlier&nbsp;1&nbsp;¶1]" in opening
    assert opening.index("At least 12 people") > opening.index(AMOUNT)
    assert OLD not in html[html.index("<main>") + len(opening) :].split("<footer>")[0]


def test_a_brief_of_no_series_names_the_day_of_the_one_before(now: Brief) -> None:
    assert now.changes is not None
    assert spell_since(now.changes) == "since No.\u00a012 (3 May 2031)"
    unnumbered = replace(now.changes, before=replace(now.changes.before, edition=None))
    assert spell_since(unnumbered) == "since the brief of 3 May 2031"


def test_a_correction_is_told_with_what_was_said_before(now: Brief) -> None:
    assert now.changes is not None
    corrected = (
        CorrectedSource(1, 1, Correction.TEXT, "b" * 64, "a" * 64),
        CorrectedSource(1, 1, Correction.DATE, "2031-05-04", ""),
        CorrectedSource(1, 1, Correction.OUTLET, "Harbour Watch", "Harbour Post"),
    )
    told = dict(spell_changes(replace(now, changes=replace(now.changes, corrected=corrected))))
    name = "source\u00a01 (Harbour Watch)"
    assert told["Corrected sources"] == (
        f"{name} has another text; {name} is dated 4 May 2031, was undated; {name} was taken for Harbour Post"
    )


def test_a_brief_with_changes_is_read_back_as_it_was(now: Brief, tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_text(render_json(now), encoding="utf-8")
    assert read_saved_brief(path) == now


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_copied_from_the_brief_before_cannot_become_markup(now: Brief, text: str) -> None:
    assert now.changes is not None
    (figure,) = now.changes.revised
    earlier = replace(figure.earlier, outlet=text, authors=(text,))
    hostile = replace(
        now,
        changes=replace(
            now.changes,
            revised=(replace(figure, earlier=earlier),),
            corrected=(CorrectedSource(1, 1, Correction.OUTLET, text, text),),
            unasked=(text,),
        ),
    )
    plain = render_html(now, TEMPLATE)
    assert render_html(hostile, TEMPLATE).count("<script") == plain.count("<script")
    assert "\n# heading" not in render_markdown(hostile)
    assert re.search(r"(?<!\\)<script", render_markdown(hostile)) is None
