"""The brief on paper."""

import logging
import re
import signal
import sys
import time
from collections import Counter
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from briefer.errors import RenderingFailed, UnprintableLetters
from briefer.ledger import make_ledger, parse_ledger, write_ledger
from briefer.model import Brief
from briefer.rendering import open_printer
from briefer.rendering.html import render_html
from briefer.rendering.pdf import PdfRenderer
from tests.rendering.making import HOSTILE, TEMPLATE, load_brief, make_hostile_brief, make_long_brief
from tests.two_weeks import FIRST, SECOND, brief_weeks


def make_pdf(brief: Brief) -> bytes:
    with PdfRenderer() as renderer:
        return renderer.render(render_html(brief, TEMPLATE), TEMPLATE)


def printed_with_ledger(brief: Brief) -> bytes:
    with PdfRenderer() as renderer:
        return renderer.render(
            render_html(brief, TEMPLATE), TEMPLATE, ledger=write_ledger(make_ledger(brief))
        )


def print_page(body: str, template: Path = TEMPLATE, *, timeout_s: float = 30, pages: int = 500) -> bytes:
    with PdfRenderer(timeout_s=timeout_s, pages=pages) as renderer:
        return renderer.render(f'<!DOCTYPE html><html lang="en"><title>A page</title>{body}', template)


@pytest.fixture(scope="module")
def small() -> bytes:
    return make_pdf(load_brief("small"))


@pytest.fixture(scope="module")
def scripts() -> bytes:
    return make_pdf(load_brief("scripts"))


def read_text(content: bytes) -> str:
    """The text of every page, its lines joined."""
    pages = pypdfium2.PdfDocument(BytesIO(content))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def links(reader: PdfReader) -> list[DictionaryObject]:
    found = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    return [note for note in found if note["/Subtype"] == "/Link"]


def test_every_quote_can_be_searched_for_and_copied(small: bytes) -> None:
    text = read_text(small)
    for quote in load_brief("small").quotes():
        cited = f"{quote.text} [{quote.citation.source} ¶{quote.citation.paragraph}"
        assert cited.replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_nothing_is_printed_twice_or_lost_wherever_a_page_ends(tmp_path: Path) -> None:
    before = brief_weeks(tmp_path / "first", FIRST)
    brief = brief_weeks(tmp_path / "both", FIRST, SECOND, before=before)
    html = render_html(brief, TEMPLATE)
    # A table repeats its head on every page, and a page the title.
    html = html[: html.index('<section class="sources"')] + "</main></body></html>"
    html = html.replace("</head>", "<style>.aside { width: 8mm }</style></head>")  # many lines
    repeated = {"page", "of", *re.findall(r"\w+", brief.title)}
    printed = []
    with PdfRenderer() as renderer:
        for shift in range(0, 240, 15):
            shifted = html.replace("<main>", f'<main style="margin-top: {shift}mm">')
            words = re.findall(r"\b[A-Za-z]+\b", read_text(renderer.render(shifted, TEMPLATE)))
            printed.append(Counter(word for word in words if word not in repeated))
    assert printed == printed[:1] * len(printed)


def test_words_of_other_scripts_stay_whole(scripts: bytes) -> None:
    text = read_text(scripts)
    for word in ("السفن", "الميناء", "הנמלים", "перерыва", "συνεργασία", "قرارداد"):
        assert word in text


def test_the_document_says_what_it_is(small: bytes) -> None:
    document = pypdfium2.PdfDocument(BytesIO(small)).get_metadata_dict(skip_empty=True)
    assert document == {
        "Title": "Arvenia and the strait: radar, shipping, winter power",
        "Creator": "briefer 0.1.0",
        "Producer": "WeasyPrint 70.0",
        "CreationDate": "D:20261120",
        "ModDate": "D:20261120",
    }
    root: Any = PdfReader(BytesIO(small)).root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert b"pdfaid:part" in metadata


def test_the_ledger_is_attached_with_the_page_of_every_entry() -> None:
    brief = load_brief("small")
    reader = PdfReader(BytesIO(printed_with_ledger(brief)))
    ((name, contents),) = reader.attachments.items()
    assert name == "ledger.json"
    attached, made = parse_ledger(contents[0]), make_ledger(brief)
    assert [replace(entry, page=None) for entry in attached.entries] == list(made.entries)
    assert replace(attached, entries=(), margins=()) == replace(made, entries=())
    assert [margin[-11:] for margin in attached.margins] == ["", "page 2 of 3", "page 3 of 3"]
    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    for entry in attached.entries:
        assert entry.page
        assert "".join(entry.words.split())[:12] in texts[entry.page - 1]


def test_the_bookmarks_are_the_headings(small: bytes) -> None:
    outline = pypdfium2.PdfDocument(BytesIO(small)).get_toc()
    assert [(mark.level, mark.get_title()) for mark in outline] == [
        (0, "Arvenia and the strait: radar, shipping, winter power"),
        (1, "Key points"),
        (1, "1 Arms sales"),
        (1, "2 Shipping"),
        (1, "3 Energy"),
        (1, "4 Nuclear and missile programmes"),
        (1, "Sources"),
        (1, "How this brief was made"),
        (1, "Limits"),
    ]


def test_citations_and_sources_lead_to_each_other(small: bytes) -> None:
    reader = PdfReader(BytesIO(small))
    names = [str(link["/Dest"]) for link in links(reader) if "/Dest" in link]
    assert set(names) <= set(reader.named_destinations)
    quotes = load_brief("small").quotes()
    for quote in quotes:
        assert names.count(f"q{quote.number}") == 1
    for source in load_brief("small").sources:
        assert names.count(f"source-{source.number}") == len(source.quotes)


def test_the_only_way_out_of_the_document_is_to_the_web(small: bytes) -> None:
    actions: list[Any] = [link["/A"] for link in links(PdfReader(BytesIO(small))) if "/A" in link]
    assert {action["/URI"] for action in actions} == {"https://coast.example/2031/harbour-deal"}


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_page_has_the_size_that_was_asked_for(paper: str, size: tuple[int, int]) -> None:
    reader = PdfReader(BytesIO(make_pdf(load_brief("small", paper=paper))))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}


def test_every_font_is_ours_and_embedded_in_part(scripts: bytes) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(BytesIO(scripts)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    families = {name.split("+")[1].rstrip(",").removesuffix("-Semi-Bold") for name in fonts}
    assert families == {"Source-Serif-4", "Source-Sans-3", "Amiri", "Amiri-Bold", "Frank-Ruhl-Libre"}
    assert len(scripts) < 200_000


def test_fonts_of_the_system_stand_in_where_ours_lack_a_character(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    print_page("<p>mixed: ⚐⚑, \u200eЖ\u00ad\u202c, Ω, پ, א, ₽")
    assert "fonts of the system stand in for ⚐⚑" in caplog.text


def test_letters_that_no_font_has_are_named_before_they_break_the_document() -> None:
    with pytest.raises(UnprintableLetters, match=r"No font of this machine has U\+10F123\. ") as raised:
        print_page("<p>mixed: Ж\U0010f123Ω\U0010f123")
    assert raised.value.letters == "\U0010f123"


def test_the_running_head_spares_the_first_page() -> None:
    pages = pypdfium2.PdfDocument(BytesIO(make_pdf(make_long_brief(sections=3, sources=8))))
    heads = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 70) for page in pages]
    assert "page" not in heads[0]
    for number, head in enumerate(heads[1:], start=2):
        assert f"page {number} of {len(heads)}" in head
        assert "A title as long as an analyst in a hurry would write it, with a colon…" in head


def test_the_handling_mark_stands_at_the_head_of_every_page() -> None:
    brief = replace(make_long_brief(sections=3, sources=8), handling="RESTRICTED")
    pages = pypdfium2.PdfDocument(BytesIO(make_pdf(brief)))
    assert len(pages) > 2
    for page in pages:
        head = page.get_textpage().get_text_bounded(bottom=page.get_height() - 90)
        assert "RESTRICTED" in head


def test_what_the_analyst_wrote_can_be_searched_for_and_found_by_bookmark() -> None:
    content = make_pdf(load_brief("analyst"))
    text = read_text(content)
    for words in ("BOTTOM LINE (ANALYST)", "not to close it.", "ASSESSMENT (ANALYST)", "which is odd."):
        assert words in text
    outline = [mark.get_title() for mark in pypdfium2.PdfDocument(BytesIO(content)).get_toc()]
    assert outline[1:3] == ["Bottom line (analyst)", "Key points"]


@pytest.fixture(scope="module", params=[26, 28, 31])
def broken_elsewhere(request: pytest.FixtureRequest) -> tuple[Brief, bytes]:
    """A brief whose first key point is so long that the pages break at another place."""
    brief = load_brief("small")
    first, *others = brief.key_points
    text = first.quote.text + " More words follow here so that it is long." * request.param
    longer = replace(first, quote=replace(first.quote, text=text))
    brief = replace(brief, key_points=(longer, *others))
    return brief, make_pdf(brief)


def test_no_heading_stands_alone_at_the_foot_of_a_page(broken_elsewhere: tuple[Brief, bytes]) -> None:
    brief, content = broken_elsewhere
    reader = PdfReader(BytesIO(content))
    page_of = {
        name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()
    }
    for number, section in enumerate(brief.sections, start=1):
        for quote in section.summary[:1]:
            assert page_of[f"section-{number}"] == page_of[f"q{quote.number}"]


def test_nothing_is_lost_where_pages_break(broken_elsewhere: tuple[Brief, bytes]) -> None:
    brief, content = broken_elsewhere
    html = render_html(brief, TEMPLATE)
    said = re.sub("<[^>]+>", " ", html[html.index("<body>") :])
    assert not count_words(said) - count_words(read_text(content))


def count_words(text: str) -> Counter[str]:
    """Letters only: page numbers and list marks are not in the text of the page."""
    return Counter(re.findall(r"[^\W\d_]+", unescape(text).lower()))


def test_the_same_page_gives_the_same_bytes_anywhere(
    small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar",
        "PANGO_LANGUAGE": "ar",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('a module of the working folder ran')")
    assert make_pdf(load_brief("small")) == small


@pytest.mark.parametrize("text", [HOSTILE[0], HOSTILE[6], HOSTILE[9]])
def test_hostile_text_stays_inert(text: str) -> None:
    with open_printer("pdf", TEMPLATE) as print_brief:
        content = print_brief(make_hostile_brief(text))
    reader = PdfReader(BytesIO(content))
    assert not [link for link in links(reader) if "/A" in link]
    assert "/JavaScript" not in reader.root_object.get("/Names", {})
    if text == HOSTILE[0]:
        assert text in read_text(content)


DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def test_a_picture_of_the_template_is_used(tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text(DOT)
    assert "a dot" not in read_text(print_page("<p>Text<img src='dot.svg' alt='a dot'>", tmp_path))


@pytest.mark.parametrize(
    "url",
    [
        "none.svg",
        "../dot.svg",
        "link.svg",
        "FOLDER/dot.svg",
        "file://localhost/FOLDER/dot.svg",
        "data:image/svg+xml," + DOT.replace('"', "%22"),
        "http://localhost/dot.svg",
        "//localhost/dot.svg",
    ],
)
def test_no_other_picture_is_opened(tmp_path: Path, caplog: pytest.LogCaptureFixture, url: str) -> None:
    caplog.set_level(logging.INFO)
    (tmp_path / "dot.svg").write_text(DOT)
    template = tmp_path / "template"
    template.mkdir()
    (template / "link.svg").symlink_to(tmp_path / "dot.svg")
    url = url.replace("FOLDER", str(tmp_path))
    assert "a dot" in read_text(print_page(f"<p>Text<img src='{url}' alt='a dot'>", template))
    assert "WeasyPrint: Failed to load image" in caplog.text


def test_no_file_can_be_smuggled_into_the_document() -> None:
    content = print_page(
        "<link rel=attachment href=file:///etc/passwd><a rel=attachment href=file:///etc/passwd>x</a>"
        "<link rel=stylesheet href=file:///etc/passwd><style>@import 'file:///etc/passwd';"
        "@font-face { font-family: x; src: url(file:///etc/passwd) }</style><p>Text"
    )
    assert not PdfReader(BytesIO(content)).attachments


def test_a_page_that_takes_too_long_is_given_up() -> None:
    started = time.monotonic()
    with pytest.raises(
        RenderingFailed, match=r"^No PDF was made: .* more than 1\.5 seconds\. Ask for a shorter"
    ):
        print_page("<p>x" * 40_000, timeout_s=1.5)
    assert time.monotonic() - started < 10


def test_whoever_waits_for_a_pdf_can_end_it() -> None:
    def lose_patience() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError), PdfRenderer(on_wait=lose_patience) as renderer:
        renderer.render("<!DOCTYPE html><title>A page</title>" + "<p>x" * 40_000, TEMPLATE)


def test_a_long_page_is_made_while_somebody_waits_for_it() -> None:
    page = f"<!DOCTYPE html><html lang=en><title>A page</title><!-- {'x' * 1_000_000} --><p>Text"
    with PdfRenderer(on_wait=lambda: None) as renderer:
        assert renderer.render(page, TEMPLATE).startswith(b"%PDF")


def test_a_brief_of_too_many_pages_is_given_up() -> None:
    with pytest.raises(RenderingFailed, match=r"^No PDF was made: .* 30 pages, more than 20"):
        print_page("<p style='break-before: page'>x" * 30, pages=20)


def test_boxes_nested_too_deeply_are_told() -> None:
    with pytest.raises(RenderingFailed, match="No PDF was made: the page's boxes are nested too deeply"):
        print_page("<div>" * 2000)


def test_a_page_that_breaks_the_renderer_is_told_in_one_line() -> None:
    with pytest.raises(RenderingFailed) as caught:
        print_page("<p style='font-size: 1e9px'>x")
    assert str(caught.value) == (
        "No PDF was made: WeasyPrint could not lay out the page (ZeroDivisionError: float division by zero). "
        "Ask for a shorter brief, or for another format."
    )


def test_a_worker_that_dies_is_told() -> None:
    with PdfRenderer() as renderer:
        worker = renderer.worker.child
        assert worker is not None
        worker.send_signal(signal.SIGKILL)
        with pytest.raises(RenderingFailed, match=r"the renderer died \(exit code -9\)"):
            renderer.render("<p>x", TEMPLATE)


def test_leaving_ends_the_worker() -> None:
    with PdfRenderer() as renderer:
        worker = renderer.worker.child
        assert worker is not None
    assert worker.returncode == -signal.SIGKILL


def test_one_renderer_prints_one_brief_after_the_other(small: bytes) -> None:
    html = render_html(load_brief("small"), TEMPLATE)
    with PdfRenderer() as renderer:
        assert renderer.render(html, TEMPLATE) == renderer.render(html, TEMPLATE) == small


def test_the_worker_sees_nothing_private(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with PdfRenderer() as renderer:
        assert renderer.worker.child is not None
        environment = Path(f"/proc/{renderer.worker.child.pid}/environ")
        if sys.platform == "linux":
            assert b"SECRET_TOKEN" not in environment.read_bytes()
