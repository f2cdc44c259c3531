"""What the checks leave on the page: "Unchecked", waivers, and how many sources make a key point."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from briefer.errors import RenderingFailed
from briefer.model import Brief, Waiver
from briefer.rendering import open_printer, wording
from briefer.rendering.html import render_html
from briefer.rendering.markdown import render_markdown
from tests.rendering.making import TEMPLATE, load_brief, make_long_brief

SMALL = load_brief("small")


def supported(origins: int, *, is_retold: bool = False) -> Brief:
    point = replace(SMALL.key_points[0], origins=origins, is_retold=is_retold)
    return replace(SMALL, key_points=(point,))


def test_unchecked_stands_at_the_head_of_every_page() -> None:
    brief = replace(make_long_brief(sections=3, sources=8), handling="RESTRICTED", unchecked=True)
    with open_printer("pdf", TEMPLATE) as print_brief:
        pages = pypdfium2.PdfDocument(BytesIO(print_brief(brief)))
    assert len(pages) > 2
    for page in pages:
        head = page.get_textpage().get_text_bounded(bottom=page.get_height() - 90)
        assert "Unchecked" in head
        assert "RESTRICTED" in head


def test_unchecked_stands_at_the_top_and_nowhere_in_a_brief_that_was_checked() -> None:
    brief = replace(SMALL, unchecked=True)
    body = render_html(brief, TEMPLATE).split("<body>")[1]
    assert body.index(">Unchecked<") < body.index("<h1")
    assert "**Unchecked**" in render_markdown(brief).split("\n\n")[1]
    assert "Unchecked" not in render_html(SMALL, TEMPLATE) + render_markdown(SMALL)


def test_a_template_that_hides_the_mark_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text("<title>{{ brief.title }}</title>")
    assert render_html(SMALL, tmp_path)
    with pytest.raises(RenderingFailed, match=re.escape("does not print {{ brief | mark }}")):
        render_html(replace(SMALL, unchecked=True), tmp_path)


def test_waivers_are_told_with_their_reasons_where_the_brief_says_how_it_was_made() -> None:
    waivers = (Waiver("placeholder", "TBC is a name."), Waiver("later-source", "an embargo"))
    told = " ".join(wording.spell_method(replace(SMALL, waivers=waivers)))
    assert (
        "Checks that the analyst waived: placeholder (TBC is a name) and later-source (an embargo)." in told
    )
    assert "waived" not in " ".join(wording.spell_method(SMALL))


def test_a_key_point_says_how_many_sources_make_it() -> None:
    for origins, is_retold, words in (
        (1, False, " · single source"),
        (1, True, " · one source in these words"),
        (2, True, " · said by 2 sources"),
    ):
        brief = supported(origins, is_retold=is_retold)
        assert words in render_html(brief, TEMPLATE)
        assert words in render_markdown(brief)
    assert " · single source" not in render_html(supported(0), TEMPLATE)
