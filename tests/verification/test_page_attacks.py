"""Whatever is done to the rest of a page, or hidden in it, is caught and named."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from briefer.ledger import make_ledger, write_ledger
from briefer.model import Brief
from briefer.model.verdicts import Verdict, VerdictKind, Verification
from briefer.rendering.html import render_html
from briefer.rendering.json import render_json
from briefer.rendering.markdown import render_markdown
from briefer.rendering.page_text import read_html_blocks, read_markdown_blocks
from tests.rendering.making import TEMPLATE
from tests.verification.making import Made, make_written_brief, verify, write_page, write_pdf

EDITED, MISSING, UNLISTED = VerdictKind.EDITED, VerdictKind.MISSING, VerdictKind.UNLISTED
NORMALISED, MISATTRIBUTED = VerdictKind.NORMALISED, VerdictKind.MISATTRIBUTED


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return make_written_brief(Path(__file__).parents[2] / "seeds", tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def written(brief: Brief) -> Made:
    page = render_html(brief, TEMPLATE)
    return Made(brief, page, write_ledger(make_ledger(brief, page=read_html_blocks(page))))


@dataclass(frozen=True)
class Attack:
    """What is put in the place of what, and the verdict on what text of which place."""

    old: str
    new: str
    kind: VerdictKind
    said: str
    place: str | None = None


FAKE = "The minister was bribed by a trader of horses"
PAGE_ATTACKS = {
    "an outlet": Attack("Al-Monitor</span> · ", "Al-Jazeera</span> · ", EDITED, "Al-Jazeera", "source-"),
    "an outlet under a quote": Attack("Al-Monitor</cite>", "Al-Jazeera</cite>", EDITED, "Al-Jazeera"),
    "an author": Attack("Maria Dubovikova", "Mario Dubovikova", EDITED, "Mario"),
    "a title of a source": Attack("How Russia can sway", "How China can sway", EDITED, "China"),
    "a date": Attack("<td>undated</td>", "<td>7 May 2019</td>", EDITED, "7 May 2019", "source-"),
    "a file": Attack("002_6f7753bd7d2046f7.txt", "009_6f7753bd7d2046f7.txt", EDITED, "009", "source-"),
    "the title": Attack(">What arms</h1>", ">What peace</h1>", UNLISTED, "What peace"),
    "the handling": Attack(">For official use<", ">For everybody<", EDITED, "For everybody"),
    "a word of the analyst": Attack("We judge it likely", "We judge it unlikely", EDITED, "unlikely"),
    "a word more of the analyst": Attack("will slip", "will not slip", UNLISTED, "not"),
    "a word less of the analyst": Attack("We judge it likely that", "It is likely that", EDITED, "It is"),
    "another box of the analyst": Attack(
        "</main>", f'<div class="analyst"><p>{FAKE}.</p></div></main>', UNLISTED, FAKE
    ),
    "a plain line": Attack("</main>", f"<p>{FAKE}.</p></main>", UNLISTED, FAKE),
    "among the limits": Attack("<li>The sources", f"<li>{FAKE}.</li><li>The sources", UNLISTED, FAKE),
    "a heading": Attack("</main>", f"<h2>{FAKE}</h2></main>", UNLISTED, FAKE),
    "a source more": Attack("</tbody>", f'<tr id="source-99"><td>{FAKE}</td></tr></tbody>', UNLISTED, FAKE),
    "a limit less": Attack("The sources are the files that were given.", "", MISSING, "What they leave out"),
    "a count": Attack("5 articles", "500 articles", EDITED, "500 articles"),
    "a label": Attack("Commentary</h3>", "Evidence proper</h3>", MISSING, "Commentary"),
    "the support of a key point": Attack("single source", "said by 9 sources", EDITED, "single source"),
    "off the screen": Attack("</main>", f'<p style="left:-999px">{FAKE}</p></main>', UNLISTED, FAKE),
    "an SVG": Attack("</main>", f"<svg><text>{FAKE}</text></svg></main>", UNLISTED, FAKE),
}  # fmt: skip


def others(verification: Verification) -> list[Verdict]:
    return [*verification.others, *(found for found in verification.verdicts if found.kind.is_failure)]


def check(attack: Attack, verification: Verification) -> None:
    assert not verification.is_proved
    named = [
        found
        for found in others(verification)
        if found.kind is attack.kind and attack.said in " ".join([found.words, *found.reasons])
    ]
    assert named, [(found.kind, found.words, found.reasons) for found in others(verification)]
    assert attack.place is None or any((found.entry or "").startswith(attack.place) for found in named)


def attacked(made: Made, attack: Attack) -> str:
    page = unescape(made.page)
    assert attack.old in page
    if attack.place == "source-":  # the list of sources is the last part
        head, tail = page.rsplit(attack.old, 1)
        return head + attack.new + tail
    return page.replace(attack.old, attack.new, 1)


def test_what_is_written_and_printed_is_all_accounted_for(written: Made, seeds: Path, tmp_path: Path) -> None:
    for path in (
        write_page(tmp_path, written.page, written.ledger),
        write_pdf(tmp_path, written.page, written.ledger),
    ):
        verification = verify(path, seeds)
        assert (verification.is_proved, verification.others) == (True, ())
        assert verification.texts == len(json.loads(written.ledger)["page"])


@pytest.mark.parametrize("name", PAGE_ATTACKS)
def test_what_is_done_to_a_page_is_named(written: Made, seeds: Path, tmp_path: Path, name: str) -> None:
    attack = PAGE_ATTACKS[name]
    check(attack, verify(write_page(tmp_path, attacked(written, attack), written.ledger), seeds))


ON_PAPER = (
    "an outlet", "a word of the analyst", "another box of the analyst", "the title", "a date", "an author",
)  # fmt: skip


@pytest.mark.parametrize("name", ON_PAPER)
def test_the_same_is_named_on_paper(written: Made, seeds: Path, tmp_path: Path, name: str) -> None:
    attack = PAGE_ATTACKS[name]
    check(attack, verify(write_pdf(tmp_path, attacked(written, attack), written.ledger), seeds))


HIDING = {
    "white": ("color: white", "in white"),
    "without colour": ("color: rgba(0, 0, 0, 0)", "without colour"),
    "tiny": ("font-size: 1pt", "too small"),
    "off the page": ("position: absolute; left: -400mm", "outside the page"),
}


@pytest.mark.parametrize("how", HIDING)
def test_words_that_no_reader_sees_are_named(written: Made, seeds: Path, tmp_path: Path, how: str) -> None:
    style, said = HIDING[how]
    page = written.page_with("</main>", f'<p style="{style}">{FAKE}</p></main>')
    verification = verify(write_pdf(tmp_path, page, written.ledger), seeds)
    (found,) = others(verification)
    assert (found.kind, found.words) == (UNLISTED, FAKE)
    assert said in found.reasons[0]


def test_a_quotation_that_something_is_painted_over_is_not_on_the_page(
    written: Made, seeds: Path, tmp_path: Path
) -> None:
    quote = written.brief.quotes()[0]
    style = "position: absolute; left: 0; top: 0; width: 150mm; height: 200mm; background: #fff"
    page = written.page_with(quote.text, f'<span style="position: relative">{quote.text}</span>')
    page = page.replace("</body>", f'<div style="{style}"></div></body>')
    found = others(verify(write_pdf(tmp_path, page, written.ledger), seeds))
    assert any(verdict.entry == f"q{quote.number}" for verdict in found)
    assert any("painted over" in " ".join(verdict.reasons) for verdict in found)


def test_a_note_that_is_put_on_a_page_is_named(written: Made, seeds: Path, tmp_path: Path) -> None:
    path = write_pdf(tmp_path, written.page, written.ledger)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
    writer.add_annotation(0, FreeText(text=FAKE, rect=(50, 50, 300, 90)))
    writer.write(path)
    (found,) = others(verify(path, seeds))
    assert (found.kind, found.words, found.page) == (UNLISTED, FAKE, 1)
    assert "a note put on the page" in found.reasons[0]


LETTERS: dict[str, tuple[Callable[[str], str], VerdictKind]] = {
    "a Cyrillic letter": (lambda words: words.replace("a", "а", 1), EDITED),
    "a zero-width space": (lambda words: f"{words[:9]}\u200b{words[9:]}", NORMALISED),
    "a soft hyphen": (lambda words: f"{words[:9]}\u00ad{words[9:]}", NORMALISED),
    "a ligature": (lambda words: words.replace("fi", "ﬁ", 1), NORMALISED),
    "another number": (lambda words: words.replace("4.2", "4.3", 1), EDITED),
    "a negation": (lambda words: words.replace(" is ", " is not ", 1), EDITED),
    "a bidi override": (lambda words: f"\u202e{words}\u202c", NORMALISED),
}
NEEDED = {"a ligature": "fi", "another number": "4.2", "a negation": " is ", "a Cyrillic letter": "a"}


@pytest.mark.parametrize("what", LETTERS)
def test_what_is_done_to_letters_is_named(written: Made, seeds: Path, tmp_path: Path, what: str) -> None:
    change, kind = LETTERS[what]
    quote = next(found for found in written.brief.quotes() if NEEDED.get(what, "") in found.text)
    page = written.page_with(quote.text, change(quote.text))
    verification = verify(write_page(tmp_path, page, written.ledger), seeds)
    verdicts = {verdict.entry: verdict.kind for verdict in verification.verdicts}
    assert verdicts[f"q{quote.number}"] is kind


LEDGER_ATTACKS: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "an outlet": (lambda ledger: ledger["sources"][0].update(outlet="The Daily Fake"), "The Daily Fake"),
    "a title": (lambda ledger: ledger["sources"][0].update(title="A fake title"), "A fake title"),
    "a date": (lambda ledger: ledger["sources"][0].update(published="2019-05-07"), "2019-05-07"),
    "the brief's title": (lambda ledger: ledger.update(title="A fake title"), "A fake title"),
    "an assessment": (lambda ledger: ledger["analyst"][0].update(text="A fake text."), "A fake text."),
    "no analyst": (lambda ledger: ledger.update(analyst=[]), "set as the analyst"),
    "a block": (lambda ledger: ledger["page"][3].update(text="A fake heading"), "A fake heading"),
    "no page": (lambda ledger: ledger.update(page=ledger["page"][:5]), "the ledger does not have it"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEDGER_ATTACKS)
def test_what_is_done_to_the_ledger_is_named(written: Made, seeds: Path, tmp_path: Path, name: str) -> None:
    edit, said = LEDGER_ATTACKS[name]
    ledger = json.loads(written.ledger)
    edit(ledger)
    verification = verify(write_page(tmp_path, written.page, json.dumps(ledger)), seeds)
    assert not verification.is_proved
    assert any(said in " ".join([found.words, *found.reasons]) for found in others(verification))


MARKDOWN_ATTACKS = {
    "an outlet": ("Al-Monitor · ", "Al-Jazeera · ", "Al-Jazeera"),
    "a word of the analyst": ("We judge it likely", "We judge it unlikely", "unlikely"),
    "a line": ("## Sources", f"{FAKE}.\n\n## Sources", FAKE),
    "a quotation": ("## Sources", f"> {FAKE}. \\[1 ¶2\\]\n\n## Sources", FAKE),
    "a count": ("5 articles", "500 articles", "500 articles"),
}


@pytest.mark.parametrize("name", MARKDOWN_ATTACKS)
def test_what_is_done_to_markdown_is_named(brief: Brief, seeds: Path, tmp_path: Path, name: str) -> None:
    old, new, said = MARKDOWN_ATTACKS[name]
    text = render_markdown(brief)
    assert old in text
    path = tmp_path / "brief.md"
    ledger = write_ledger(make_ledger(brief, page=read_markdown_blocks(text)))
    path.with_name("brief.md.ledger.json").write_text(ledger, encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert verify(path, seeds).others == ()
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = others(verify(path, seeds))
    assert any(said in " ".join([verdict.words, *verdict.reasons]) for verdict in found)


JSON_ATTACKS: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "an outlet": (lambda brief: brief["sources"][0].update(outlet="The Daily Fake"), "sources[0].outlet"),
    "a title": (lambda brief: brief.update(title="A fake title"), "title"),
    "an assessment": (lambda brief: brief["sections"][0].update(assessment="A fake text."), "analyst"),
    "a count": (lambda brief: brief["method"].update(articles_read=500), "method.articles_read"),
    "a waiver": (lambda brief: brief["waivers"].append({"rule": "x", "reason": "y"}), "waivers"),
}


@pytest.mark.parametrize("name", JSON_ATTACKS)
def test_what_is_done_to_the_fields_is_named(brief: Brief, seeds: Path, tmp_path: Path, name: str) -> None:
    edit, place = JSON_ATTACKS[name]
    fields = json.loads(render_json(brief))
    path = tmp_path / "brief.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    assert verify(path, seeds).is_proved
    edit(fields)
    path.write_text(json.dumps(fields), encoding="utf-8")
    verification = verify(path, seeds)
    assert not verification.is_proved
    assert any((found.entry or "").startswith(place) for found in verification.others)


def test_a_source_that_cannot_be_read_is_not_called_missing(
    written: Made, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written.brief.sources[0]
    sources = tmp_path / "in"
    sources.mkdir()
    (sources / f"{source.file}.xyz").write_bytes((seeds / source.file).read_bytes())
    verification = verify(write_page(tmp_path, written.page, written.ledger), sources)
    of_source = [found for found in verification.verdicts if found.file == source.file]
    assert {found.kind for found in of_source} == {VerdictKind.UNREADABLE}
    assert "is the file that was quoted, but cannot be read: no reader for .xyz" in of_source[0].reasons[0]
