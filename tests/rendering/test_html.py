"""The page as HTML."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.errors import RenderingFailed
from briefer.model import Brief
from briefer.rendering.html import render_html
from tests.rendering.making import HOSTILE, TEMPLATE, load_brief, make_hostile_brief

_VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """What a browser would make of a page: its elements, links, ids and the text of each element id."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text_by_id: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        for _, name in self._open:
            if name:
                self.text_by_id[name] = self.text_by_id.get(name, "") + data

    def hrefs(self) -> list[str]:
        return [value or "" for name, value in self.attributes if name == "href"]


@pytest.mark.parametrize("name", ["small", "scripts", "analyst"])
def test_the_page_is_as_it_was_looked_at(name: str, file_regression: FileRegressionFixture) -> None:
    html = render_html(load_brief(name), TEMPLATE)
    file_regression.check(html[html.index("<body>") :], extension=".html")


def test_every_quote_stands_on_the_page_word_for_word() -> None:
    for name in ("small", "scripts"):
        brief = load_brief(name)
        page = Page(render_html(brief, TEMPLATE))
        for quote in brief.quotes():
            cited = f"{quote.text}\u00a0[{quote.citation.source}\u00a0¶{quote.citation.paragraph}"
            assert page.text_by_id[f"q{quote.number}"].startswith((cited + "]", cited + ", "))


def test_a_summary_of_sources_that_lie_apart_dates_each_of_them() -> None:
    brief = load_brief("small")
    assert "¶5, February 2031]" in render_html(brief, TEMPLATE)
    one_story = replace(brief, oldest=brief.newest)
    assert "¶5, February 2031]" not in render_html(one_story, TEMPLATE)


def test_a_trimmed_quote_says_so_and_its_omission_marks_are_set_apart() -> None:
    html = render_html(load_brief("analyst"), TEMPLATE)
    assert Page(html).text_by_id["q1"].endswith("\u00a0[1\u00a0¶4, trimmed]")
    assert html.count('<span class="omission">[…]</span>') == 5
    assert "[…] marks words that the analyst left out." in html
    assert "omission" not in render_html(load_brief("scripts"), TEMPLATE).split("<body>")[1]


def test_what_the_analyst_wrote_stands_in_a_labelled_box_and_nowhere_when_empty() -> None:
    html = render_html(load_brief("analyst"), TEMPLATE)
    assert html.count('<div class="analyst">') == 3
    assert html.count("Assessment <span>(analyst)</span>") == 2
    assert html.count("Bottom line <span>(analyst)</span>") == 1
    assert "(analyst)" not in render_html(load_brief("small"), TEMPLATE)


def test_a_section_that_found_sentences_but_prints_none_says_so() -> None:
    assert '<p class="plain">None is printed.</p>' in render_html(load_brief("analyst"), TEMPLATE)


def test_every_link_inside_the_page_leads_somewhere() -> None:
    page = Page(render_html(load_brief("small"), TEMPLATE))
    inside = [href.removeprefix("#") for href in page.hrefs() if href.startswith("#")]
    assert len(inside) > 30
    assert set(inside) <= set(page.text_by_id)


def test_every_source_leads_back_to_each_of_its_quotes() -> None:
    brief = load_brief("small")
    hrefs = Page(render_html(brief, TEMPLATE)).hrefs()
    assert sorted(href for href in hrefs if href.startswith("#q")) == sorted(
        f"#q{quote.number}" for quote in brief.quotes()
    )


def test_citations_lead_to_the_annex_and_what_is_marked_there_leads_back() -> None:
    brief = load_brief("analyst")
    html = render_html(brief, TEMPLATE)
    page = Page(html)
    assert page.text_by_id["a1-4"].startswith("[…] The Arvenian defence ministry, with some pride, signed")
    assert page.text_by_id["a1-4"].endswith("\u00a0[1\u00a0¶4]")
    marked = '<mark><a href="#q1">signed a contract for eleven coastal radar stations.</a></mark>'
    assert marked in html
    assert "<mark>" not in html[: html.index('id="annex"')]
    for cited, target in (("[1\u00a0¶4, trimmed]", "#a1-4"), ("[2\u00a0¶1, trimmed]", "#a2-1")):
        assert f'dir="ltr" href="{target}">&nbsp;{cited}</a>' in html.replace("\u00a0[", "&nbsp;[")
    assert '<strong>¶4</strong> <a href="#q1">key point 1</a></p>' in html
    assert '<strong>¶1</strong> <a href="#q5">section 1</a></p>' in html
    inside = {href.removeprefix("#") for href in page.hrefs() if href.startswith("#")}
    assert inside <= set(page.text_by_id)
    assert 'id="annex"' not in render_html(load_brief("small"), TEMPLATE)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = Page(render_html(load_brief("small"), TEMPLATE))
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert ("content", _policy()) in page.attributes
    outside = [href for href in page.hrefs() if not href.startswith("#")]
    assert outside == ["https://coast.example/2031/harbour-deal"]


def _policy() -> str:
    return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    plain, hostile = (
        Page(render_html(make_hostile_brief(words), TEMPLATE)) for words in ("plain words", text)
    )
    assert hostile.tags == plain.tags
    assert hostile.text_by_id["q1"].startswith(text)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_text_stays_text(text: str) -> None:
    page = Page(render_html(make_hostile_brief(text), TEMPLATE))
    assert page.text_by_id["q1"] == f"{text}\u00a0[1\u00a0¶1]"
    assert "script" not in page.tags


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//evil.example"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    brief = load_brief("small")
    sources = tuple(replace(source, url=url) for source in brief.sources)
    page = Page(render_html(replace(brief, sources=sources), TEMPLATE))
    assert all(href.startswith("#") for href in page.hrefs())


def test_right_to_left_quotes_say_so() -> None:
    html = render_html(load_brief("scripts"), TEMPLATE)
    assert '<p lang="ar" dir="rtl">دخلت' in html
    assert '<p lang="he" dir="rtl">הנמל' in html
    assert '<p lang="ru" dir="ltr">По' in html


def test_an_empty_section_says_so_and_nothing_else() -> None:
    html = render_html(load_brief("small"), TEMPLATE)
    section = html[html.index('id="section-4"') : html.index("</main>")]
    assert "No reporting found." in section
    assert "<blockquote" not in section


def test_a_brief_of_nothing_is_still_a_page() -> None:
    brief = replace(
        load_brief("small"), key_points=(), sections=(), sources=(), limits=(), oldest=None, newest=None
    )
    assert "0 articles · none to draw on" in render_html(brief, TEMPLATE)


def _template(folder: Path, page: str) -> Path:
    (folder / "brief.html").write_text(page, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("page", "line", "said"),
    [
        ("<p>\n{{ brief.titel }}", 2, "'titel'"),
        ("<p>\n\n{{ author }}", 3, "'author'"),
        ("\n{% if brief %}", 2, "Unexpected end of template"),
        ("\n{{ brief.title | capitalise }}", 2, "'capitalise'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{% include '../secret' %}", 2, "'../secret'"),
        ("\n{% include '/etc/passwd' %}", 2, "'/etc/passwd'"),
        ("\n{{ brief.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ lipsum() }}", 2, "'lipsum'"),
        ("\n{{ brief.sections | random }}", 2, "'random'"),
    ],
)
def test_a_broken_template_is_named_with_line_and_reason(
    tmp_path: Path, page: str, line: int, said: str
) -> None:
    template = _template(tmp_path, page)
    with pytest.raises(RenderingFailed) as caught:
        render_html(load_brief("small"), template)
    message = str(caught.value)
    assert f"{template / 'brief.html'}, line {line}: " in message
    assert said in message
    assert "\n" not in message


def test_a_broken_include_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_text("\n\n{{ nothing }}", "utf-8")
    with pytest.raises(RenderingFailed, match=r"part\.html, line 3: 'nothing' is undefined"):
        render_html(load_brief("small"), _template(tmp_path, "{% include 'part.html' %}"))


def test_a_template_cannot_change_the_brief(tmp_path: Path) -> None:
    brief: Brief = load_brief("small")
    page = "{% set _ = brief.__setattr__('title', 'x') %}"
    with pytest.raises(RenderingFailed):
        render_html(brief, _template(tmp_path, page))
