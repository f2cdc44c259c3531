from pathlib import Path

import pytest

from briefer.model import Article, Basis, Found, Genre, LineKind, PartialDate
from briefer.readers import read_article
from tests.readers.files import PARAGRAPHS

FRONT = """---
title: "Ten aircraft"
author:
  - "[[Jane Roe]]"
  - John Doe
published: 2015-10-07
source: https://valley.example/1
site_name: Valley Times
tags: [air, defence]
---
"""


def read(folder: Path, text: str) -> Article:
    path = folder / "note.md"
    path.write_text(text)
    return read_article(path)


def test_front_matter_says_where_a_note_comes_from(tmp_path: Path) -> None:
    article = read(tmp_path, FRONT + "\n\n".join(PARAGRAPHS))
    assert article.title == Found("Ten aircraft", Basis.METADATA)
    assert article.authors == Found(("Jane Roe", "John Doe"), Basis.METADATA)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.METADATA)
    assert article.url == Found("https://valley.example/1", Basis.METADATA)
    assert article.outlet == Found("Valley Times", Basis.METADATA)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [p.lines.first for p in article.paragraphs if p.lines] == [11, 13, 15]


def test_a_source_that_is_no_address_is_the_outlet(tmp_path: Path) -> None:
    article = read(tmp_path, "---\nsource: The Valley Courier\n---\n\n" + "\n\n".join(PARAGRAPHS))
    assert article.outlet == Found("The Valley Courier", Basis.METADATA)
    assert article.url is None


@pytest.mark.parametrize("source", ["clipped from my phone, 3 May", "valley.example/news", "pdf", "email 4"])
def test_a_source_that_names_nobody_is_no_outlet(tmp_path: Path, source: str) -> None:
    front = f"---\nsource: {source}\n---\n\n"
    assert read(tmp_path, front + "\n\n".join(PARAGRAPHS)).outlet is None


@pytest.mark.parametrize(
    ("front", "genre"),
    [
        ("section: Opinion", Genre.OPINION),
        ("section: Europe\ncategory: Analysis", Genre.ANALYSIS),
        ("section: Opinion\ngenre: analysis", Genre.ANALYSIS),
        ("section: Europe", None),
    ],
)
def test_a_section_that_is_named_for_a_genre_tells_it(
    tmp_path: Path, front: str, genre: Genre | None
) -> None:
    found = read(tmp_path, f"---\n{front}\n---\n\n" + "\n\n".join(PARAGRAPHS)).genre
    assert found == (Found(genre, Basis.METADATA) if genre else None)


def test_markup_is_taken_off_and_words_stay(tmp_path: Path) -> None:
    marked = (
        "The **ministry** [said](https://x.example) on\nMonday that it would *buy* ten `transport` aircraft."
    )
    article = read(tmp_path, marked)
    assert article.text == "The ministry said on Monday that it would buy ten transport aircraft."
    assert article.paragraphs[0].lines is not None
    assert (article.paragraphs[0].lines.first, article.paragraphs[0].lines.last) == (1, 2)


def test_code_html_tables_pictures_and_bare_links_are_furniture(tmp_path: Path) -> None:
    parts = [
        "![a plane](plane.jpg)",
        "[Home](/) [World](/world)",
        "```\nprint('The minister said that it works.')\n```",
        "<div>The minister said that this is markup.</div>",
        "| a | b |\n|---|---|\n| The minister said so. | 2 |",
    ]
    article = read(tmp_path, "\n\n".join([*parts, *PARAGRAPHS]))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert {line.kind for line in article.removed} <= {LineKind.CAPTION, LineKind.NAV}


def test_entities_hide_nothing(tmp_path: Path) -> None:
    article = read(tmp_path, "\n\n".join(PARAGRAPHS).replace("said", "&#8238;said&#8203;&#x202c;"))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n\n" + "\n\n".join(PARAGRAPHS)).text == "\n\n".join(PARAGRAPHS)
