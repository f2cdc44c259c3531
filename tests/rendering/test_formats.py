"""Which format is meant, and that each prints."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefer.errors import UnknownName
from briefer.rendering import FORMATS, find_format, open_printer
from briefer.rendering.links import safe_url
from tests.rendering.making import TEMPLATE, load_brief, make_source


@pytest.mark.parametrize(
    ("name", "target", "form"),
    [
        (None, None, "pdf"),
        (None, Path("brief"), "pdf"),
        (None, Path("brief.HTML"), "html"),
        (None, Path("out.d/brief.md"), "md"),
        (None, Path("brief.htm"), "html"),
        (None, Path("brief.markdown"), "md"),
        ("json", Path("brief.pdf"), "json"),
        ("PDF", None, "pdf"),
    ],
)
def test_the_name_decides_then_the_suffix_then_pdf(name: str | None, target: Path | None, form: str) -> None:
    assert find_format(name, target) == form


@pytest.mark.parametrize(("name", "target"), [("docx", None), (None, Path("brief.docx"))])
def test_an_unknown_format_is_told_with_the_known_ones(name: str | None, target: Path | None) -> None:
    with pytest.raises(UnknownName, match=r"No format named 'docx'\. Known: html, json, md, pdf"):
        find_format(name, target)


OPENINGS = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "md": b"# Arvenia", "json": b"{"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_prints(form: str) -> None:
    with open_printer(form, TEMPLATE) as print_brief:
        assert print_brief(load_brief("small")).startswith(OPENINGS[form])


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_a_file_name_that_is_not_utf_8_does_no_harm(form: str) -> None:
    sources = (make_source(1, file="caf\udce9.txt"),)
    with open_printer(form, TEMPLATE) as print_brief:
        content = print_brief(replace(load_brief("small"), sources=sources, sections=(), key_points=()))
    assert b"caf" in content
    content.decode("utf-8")


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT://x/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "smb://host/x",
        "//evil.example",
        "/etc/passwd",
        "https://",
        "https:evil",
        "mailto:",
        "http://[::1",
        "\x00https://a.example",
    ],
)
def test_an_address_that_does_not_lead_to_the_web_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/b?c=d&e=%20f#g", "https://a.example/b?c=d&e=%20f#g"),
        ("http://a.example/ж", "http://a.example/%D0%B6"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/<b>\"'", "https://a.example/%3Cb%3E%22'"),
        ("https://a.example/b\nc d", "https://a.example/b%0Ac%20d"),
    ],
)
def test_an_address_of_the_web_is_a_link_in_ascii(url: str, link: str) -> None:
    assert safe_url(url) == link
