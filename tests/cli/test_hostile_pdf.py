"""A PDF that is made to hang, swell or crash its reader costs one line."""

import zlib
from pathlib import Path

import pytest

from briefer.rendering.printed import read_printed
from tests.cli.conftest import Run


def make_pdf(
    content: bytes, *, compressed: bool = False, box: str = "0 0 595 842", kids: str = "3 0 R"
) -> bytes:
    """A PDF of one page with this content."""
    stream = zlib.compress(content, 9) if compressed else content
    filters = "/Filter /FlateDecode " if compressed else ""
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Kids [{kids}] /Count 1>>".encode(),
        f"<</Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
        "/Resources <</Font <</F 5 0 R>>>>>>".encode(),
        f"<<{filters}/Length {len(stream)}>>\nstream\n".encode() + stream + b"\nendstream",
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    body = b"%PDF-1.7\n"
    for number, content_of in enumerate(objects, start=1):
        body += f"{number} 0 obj\n".encode() + content_of + b"\nendobj\n"
    return body + b"trailer <</Root 1 0 R /Size 6>>\n%%EOF\n"


WORDS = b"BT /F 12 Tf 50 50 Td (word ) Tj ET\n"


def test_a_page_that_is_no_brief_is_read_in_the_same_way() -> None:
    read = read_printed(make_pdf(WORDS), "pdf")
    assert "".join(run.text for run in read.runs).strip() == "word"
    assert read.ledger is None


HOSTILE = {
    "the same word again and again": (make_pdf(WORDS * 300_000, compressed=True), ""),
    "pages in a circle": (make_pdf(WORDS, kids="2 0 R 2 0 R"), ""),
    "a page without end": (make_pdf(WORDS, box="0 0 1e30 1e30"), ""),
    "nested states": (make_pdf(b"q " * 3_000_000, compressed=True), ""),
    "half a file": (make_pdf(WORDS)[:200], ""),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_costs_one_line(run: Run, seeds: Path, tmp_path: Path, case: str) -> None:
    content, said = HOSTILE[case]
    path = tmp_path / "brief.pdf"
    path.write_bytes(content)
    outcome = run("verify", path, "--sources", seeds)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert said in outcome.err


def test_reading_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ValueError, match=r"^reading it takes more than 0\.05 seconds$"):
        read_printed(make_pdf(WORDS), "pdf", timeout_s=0.05)
