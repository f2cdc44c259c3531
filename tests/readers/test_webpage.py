import json
import time
from pathlib import Path

import pytest

from briefer.errors import UnreadableFile
from briefer.model import Article, Basis, Found, Genre, LineKind, PartialDate
from briefer.readers import read_article
from tests.readers.files import PARAGRAPHS, TITLE, write_html


def read(folder: Path, *, head: str = "", tail: str = "") -> Article:
    path = folder / "page.html"
    path.write_bytes(write_html(TITLE, PARAGRAPHS, head=head, tail=tail))
    return read_article(path)


def linked_data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_linked_data_says_where_a_page_comes_from(tmp_path: Path) -> None:
    head = linked_data(
        headline="Ten aircraft",
        author=[{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}],
        publisher={"@type": "Organization", "name": "Valley Times"},
        datePublished="2015-10-07T23:30:00+03:00",
        url="https://valley.example/1",
        inLanguage="en-GB",
    )
    article = read(tmp_path, head=head)
    assert article.title == Found("Ten aircraft", Basis.METADATA)
    assert article.authors == Found(("Jane Roe", "John Doe"), Basis.METADATA)
    assert article.outlet == Found("Valley Times", Basis.METADATA)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.METADATA)
    assert article.url == Found("https://valley.example/1", Basis.METADATA)
    assert article.language == Found("en", Basis.METADATA)


def test_what_the_page_shows_around_its_text_serves_where_it_has_no_metadata(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    path = tmp_path / "page.html"
    path.write_text(
        f"<html lang=en><head><title>Valley Times – {TITLE}</title></head><body><div>Valley Times</div>"
        "<ul><li><a href=/w>World</a><li><a href=/o>Opinion</a><li><a href=/s>Sport</a></ul>"
        f"<div class=head>{TITLE}</div><div>Wednesday 7 October 2015, 19:55 | By Jane Roe</div>"
        f"<div class=text>{paragraphs}</div><div>Ten more aircraft | 9 October 2015</div></body></html>",
        encoding="utf-8",
    )
    article = read_article(path)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == Found(TITLE, Basis.HEADLINE)
    assert article.outlet == Found("Valley Times", Basis.HEADLINE)
    assert article.authors == Found(("Jane Roe",), Basis.BYLINE)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.DATE_STAMP)
    assert article.genre is None


def test_the_only_heading_of_the_first_order_is_the_title(tmp_path: Path) -> None:
    assert read(tmp_path).title == Found(TITLE, Basis.HEADLINE)


@pytest.mark.parametrize("page_name", [f"Harbour Watch – {TITLE}", f"{TITLE} | Harbour Watch"])
def test_a_lone_heading_that_names_the_site_is_not_the_title(tmp_path: Path, page_name: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    path = tmp_path / "page.html"
    path.write_text(
        f"<html lang=en><head><title>{page_name}</title></head><body><h1>Harbour Watch</h1>"
        f"<article><h2>{TITLE}</h2>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    assert read_article(path).title == Found(TITLE, Basis.HEADLINE)


@pytest.mark.parametrize(
    ("page_name", "outlet"),
    [
        (f"{TITLE} | Anchor Review of Ships", "Anchor Review of Ships"),
        (f"{TITLE} - Aircraft - Sail & Steam", "Sail & Steam"),
        (f"Sail & Steam — {TITLE}", "Sail & Steam"),
        (f"{TITLE} | World News", None),
        (f"{TITLE} | Russia", None),
        ("Ten aircraft | Sail & Steam", None),
    ],
)
def test_the_site_that_the_page_name_sets_beside_the_only_heading_is_the_outlet(
    tmp_path: Path, page_name: str, outlet: str | None
) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, "Russia sells more than ten."))
    path = tmp_path / "page.html"
    path.write_text(
        f"<html lang=en><head><title>{page_name}</title></head><body><div>Join us on 22 April.</div>"
        f"<h1>{TITLE}</h1><article>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    found = read_article(path).outlet
    assert found == (Found(outlet, Basis.HEADLINE) if outlet else None)


def test_what_the_markup_calls_a_standfirst_is_no_paragraph(tmp_path: Path) -> None:
    deck = "Foreign audit of the aircraft is among the conditions; the dismissed minister goes to court."
    page = write_html(TITLE, (deck, *PARAGRAPHS))
    path = tmp_path / "page.html"
    path.write_bytes(page.replace(f"<p>{deck}".encode(), f'<p class="article-standfirst">{deck}'.encode()))
    article = read_article(path)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (LineKind.DECK, deck) in [(line.kind, line.text) for line in article.removed]


def test_a_dateline_counts_where_the_page_shows_its_paragraph_otherwise(tmp_path: Path) -> None:
    first, *rest = PARAGRAPHS
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    path = tmp_path / "page.html"
    path.write_text(
        f"<html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f"<p>ARMAVAN, 7 October 2015 - <button>Listen</button> {first}</p>{paragraphs}</article></body>",
        encoding="utf-8",
    )
    assert read_article(path).published == Found(PartialDate(2015, 10, 7), Basis.DATELINE)


@pytest.mark.parametrize(
    "head",
    [
        linked_data(datePublished="2015-10-07", dateModified="2015-10-09T08:00:00Z"),
        '<meta property="article:published_time" content="2015-10-07">'
        '<meta property="article:modified_time" content="2015-10-09">',
    ],
)
def test_a_page_says_when_it_was_last_changed(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, head=head)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.METADATA)
    assert article.updated == Found(PartialDate(2015, 10, 9), Basis.METADATA)


def test_meta_tags_serve_where_there_is_no_linked_data(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="Ten aircraft | Valley Times">'
        '<meta name="author" content="By Jane Roe and John Doe">'
        '<meta property="og:site_name" content="Valley Times">'
        '<meta property="article:published_time" content="2015-10-07">'
        '<link rel="canonical" href="https://valley.example/opinion/1">'
    )
    article = read(tmp_path, head=head)
    assert article.title == Found("Ten aircraft", Basis.METADATA)
    assert article.authors == Found(("Jane Roe", "John Doe"), Basis.METADATA)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.METADATA)
    assert article.genre == Found(Genre.OPINION, Basis.METADATA)


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{not json</script>',
        '<script type="application/ld+json">' + "[" * 5000 + "]" * 5000 + "</script>",
        linked_data(author=7, headline=None, datePublished=["soon"], publisher="", url="javascript:alert(1)"),
        linked_data(author={"name": "https://valley.example/jane"}, datePublished="2015-02-30"),
        '<meta name="author" content="admin"><link rel="canonical" href="file:///etc/passwd">',
    ],
)
def test_claims_without_sense_are_left_out(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, head=head)
    assert (article.authors, article.published, article.url, article.outlet) == (None, None, None, None)
    assert article.title == Found(TITLE, Basis.HEADLINE)


def test_an_organisation_is_no_author(tmp_path: Path) -> None:
    head = linked_data(
        author=[{"@type": "Organization", "name": "Newsroom"}, "Valley Times"],
        publisher={"name": "Valley Times"},
    )
    assert read(tmp_path, head=head).authors is None


def test_what_a_browser_hides_is_not_read(tmp_path: Path) -> None:
    hidden = "".join(
        f"<p {attribute}>A hidden sentence that nobody was ever meant to see on this page at all.</p>"
        for attribute in ("hidden", 'style="display: none"', 'aria-hidden="true"')
    )
    article = read(tmp_path, tail=hidden + "<script>var sentence = 'a hidden sentence';</script>")
    assert "hidden" not in article.text
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_letters_that_only_screen_readers_skip_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = write_html(TITLE, PARAGRAPHS).replace(b"<p>The", b'<p><span aria-hidden="true">T</span>he')
    path.write_bytes(page)
    assert read_article(path).text == "\n\n".join(PARAGRAPHS)


def test_entities_hide_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(write_html(TITLE, PARAGRAPHS).replace(b"said", b"&#8238;said&#27;[2J&#8203;&#7;"))
    article = read_article(path)
    assert not {"\u202e", "\x1b", "\u200b", "\x07"} & set(article.text)
    assert "The ministry of defence said on Monday" in article.text


@pytest.mark.parametrize("mark", [' a{}=">"', "/a{}", "a{}=''", " =a{}", "\na{} = x"])
def test_a_tag_with_endless_attributes_takes_no_time_and_loses_no_text(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "page.html"
    wide = b"<body " + "".join(map(mark.format, range(60_000))).encode() + b">"
    path.write_bytes(write_html(TITLE, PARAGRAPHS).replace(b"<body>", wide))
    start = time.process_time()
    article = read_article(path)
    assert time.process_time() - start < 3  # libxml2 alone takes that long
    assert article.text == "\n\n".join(PARAGRAPHS)
    line = 8 + wide.count(b"\n")
    assert [found.lines.first for found in article.paragraphs if found.lines] == [line, line + 1, line + 2]


def test_a_line_too_far_down_for_the_parser_to_count_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"\n" * 70_000 + write_html(TITLE, PARAGRAPHS))
    article = read_article(path)
    assert [found.lines for found in article.paragraphs] == [None] * len(PARAGRAPHS)


def test_unclosed_tags_do_not_lose_the_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><div><b><p>" + "<p>".join(PARAGRAPHS))
    assert read_article(path).text == "\n\n".join(PARAGRAPHS)


def test_a_page_on_one_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    filler = "<!-- " + "x" * 1_100_000 + " -->"
    path.write_bytes(write_html(TITLE, PARAGRAPHS, tail=filler).replace(b"\n", b""))
    assert read_article(path).text == "\n\n".join(PARAGRAPHS)


def test_a_brief_of_ours_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="a brief made by briefer, not a source"):
        read(tmp_path, head='<meta name="generator" content="briefer 0.1.0">')
    assert read(tmp_path, head='<meta name="generator" content="Debriefer 2">').text
