from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from briefer.errors import UnreadableFile
from briefer.model import Article, LineKind
from briefer.readers import read_article
from tests.readers.files import PARAGRAPHS, TITLE, write_pdf


def read(folder: Path, content: bytes) -> Article:
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return read_article(path)


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    article = read(tmp_path, write_pdf(TITLE, PARAGRAPHS, head="Journal of Air Power, No. 5"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    removed = [line.text for line in article.removed if line.kind is LineKind.NAV]
    assert removed.count("Journal of Air Power, No. 5") == 3
    assert {"1", "2", "3"} <= set(removed)


def test_a_hyphen_stays_where_the_document_writes_it(tmp_path: Path) -> None:
    paragraph = (
        "The so-called transport aircraft of the ministry are well-known to all of the long-standing "
        "members of the committee. The so-called aircraft are well-known and long-standing in the "
        "so-called force as well."
    )
    for width in range(40, 70, 3):
        article = read(tmp_path, write_pdf(TITLE, [paragraph], line_width=width))
        assert article.text == paragraph


def test_a_paragraph_goes_on_over_a_page(tmp_path: Path) -> None:
    first, second = PARAGRAPHS[0].split(" from ", 1)
    article = read(tmp_path, write_pdf(TITLE, [first, "from " + second]))
    assert article.text == PARAGRAPHS[0]


def test_a_paper_without_a_text_layer_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it holds pictures of pages only, no text"):
        read(tmp_path, write_pdf(" ", [" "]).replace(b"( )", b"()").replace(b"(1)", b"()"))


def test_a_brief_of_ours_is_no_source(tmp_path: Path) -> None:
    brief = PdfWriter(clone_from=PdfReader(BytesIO(write_pdf(TITLE, PARAGRAPHS))))
    brief.add_metadata({"/Creator": "briefer 0.1.0"})
    with pytest.raises(UnreadableFile, match="a brief made by briefer, not a source"):
        read(tmp_path, written(brief))


def test_a_brief_of_ours_is_known_by_its_ledger_too(tmp_path: Path) -> None:
    brief = PdfWriter(clone_from=PdfReader(BytesIO(write_pdf(TITLE, PARAGRAPHS))))
    brief.add_attachment("ledger.json", b"{}")
    with pytest.raises(UnreadableFile, match="a brief made by briefer, not a source"):
        read(tmp_path, written(brief))


def test_a_paper_with_another_attachment_is_read(tmp_path: Path) -> None:
    paper = PdfWriter(clone_from=PdfReader(BytesIO(write_pdf(TITLE, PARAGRAPHS))))
    paper.add_attachment("table.json", b"{}")
    paper.add_metadata({"/Creator": "Some writer"})
    assert read(tmp_path, written(paper)).text == "\n\n".join(PARAGRAPHS)


def written(document: PdfWriter) -> bytes:
    file = BytesIO()
    document.write(file)
    return file.getvalue()
