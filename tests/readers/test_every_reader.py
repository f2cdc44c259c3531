"""What holds for an article whatever file it came from."""

import unicodedata
from pathlib import Path

import pytest

from briefer.model import Article, LineKind
from briefer.readers import read_article
from tests.readers.files import PARAGRAPHS, TITLE, WRITERS

HOSTILE = (
    "The minister\x1b]0;owned\x07 said \x1b[2Jon Monday that \u202eit would\u202c buy\x00 ten "
    "<script>alert(1)</script> "
    "aircraft [@click=app.quit]from[/] the {{ company }} \u200bfor &lt;b&gt; 3 billion dollars\x9b31m in all."
)
HIDING = ("Cc", "Cs", "Co", "Cn")


@pytest.fixture(params=sorted(WRITERS))
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(folder: Path, suffix: str, *paragraphs: str, title: str = TITLE) -> Article:
    path = folder / f"article{suffix}"
    path.write_bytes(WRITERS[suffix](title, paragraphs))
    return read_article(path)


def assert_holds_together(article: Article) -> None:
    texts = [article.words(paragraph.span) for paragraph in article.paragraphs]
    assert "\n\n".join(texts) == article.text
    assert [paragraph.number for paragraph in article.paragraphs] == list(range(1, len(texts) + 1))
    for text in texts:
        assert text == " ".join(text.split())


def test_an_article_keeps_its_paragraphs_word_for_word(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, *PARAGRAPHS)
    assert_holds_together(article)
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_the_headline_is_the_title_and_no_body(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, *PARAGRAPHS)
    assert article.title is not None
    assert article.title.value == TITLE
    titles = [line.text.removeprefix("# ") for line in article.removed if line.kind is LineKind.TITLE]
    assert titles == [TITLE]


def test_ids_are_those_of_the_bytes(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = read(tmp_path / "a", suffix, *PARAGRAPHS)
    same = read(tmp_path / "b", suffix, *PARAGRAPHS)
    other = read(tmp_path / "b", suffix, *PARAGRAPHS[:2])
    assert one == same
    assert one.id != other.id


def test_hostile_text_becomes_plain_words(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, HOSTILE, *PARAGRAPHS)
    assert_holds_together(article)
    said = [article.text, *(line.text for line in article.removed), str(article.title)]
    for text in said:
        assert not [
            character for character in text if unicodedata.category(character) in HIDING and character != "\n"
        ]
        assert not {"\u202e", "\u202c", "\u200b", "\x1b"} & set(text)
    assert "ten" in article.text


def test_the_language_is_read_off_the_text(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, *PARAGRAPHS)
    assert article.language is not None
    assert article.language.value == "en"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_line_ranges_point_at_the_raw_file(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, *PARAGRAPHS)
    raw = (tmp_path / f"article{suffix}").read_text().split("\n")
    for paragraph in article.paragraphs:
        assert paragraph.lines is not None
        lines = raw[paragraph.lines.first - 1 : paragraph.lines.last]
        assert " ".join(" ".join(lines).split()) == article.words(paragraph.span)


def test_source_lines_of_a_web_page_are_found(tmp_path: Path) -> None:
    article = read(tmp_path, ".html", *PARAGRAPHS)
    raw = (tmp_path / "article.html").read_text().split("\n")
    for paragraph in article.paragraphs:
        assert paragraph.lines is not None
        assert article.words(paragraph.span)[:40] in raw[paragraph.lines.first - 1]


def test_a_pdf_has_no_lines_to_point_at(tmp_path: Path) -> None:
    article = read(tmp_path, ".pdf", *PARAGRAPHS)
    assert {paragraph.lines for paragraph in article.paragraphs} == {None}
