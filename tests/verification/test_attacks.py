"""Whatever is done to a brief of the seeds, or to its sources, is caught and named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.model.verdicts import VerdictKind
from tests.verification.making import (
    Made,
    copy_sources,
    failures,
    verify,
    write_page,
    write_pdf,
)

Write = Callable[[Path, str, str], Path]


def test_a_brief_to_which_nothing_was_done_is_exact(pdf: Path, made: Made, seeds: Path) -> None:
    verification = verify(pdf, seeds)
    assert {verdict.kind for verdict in verification.verdicts} <= {VerdictKind.EXACT, VerdictKind.REPAIRED}
    assert [verdict.entry for verdict in verification.verdicts] == [entry["id"] for entry in made.entries()]
    assert all(verdict.page for verdict in verification.verdicts)


def test_one_flipped_character_changes_its_source_and_no_other(
    pdf: Path, made: Made, seeds: Path, tmp_path: Path
) -> None:
    sources = copy_sources(seeds, tmp_path)
    cited = made.brief.quotes()[0].citation.source
    file = sources / made.brief.sources[cited - 1].file
    file.write_text(file.read_text("utf-8").replace("Russia", "Russla", 1), encoding="utf-8")
    found = failures(verify(pdf, sources))
    assert set(found) == {entry["id"] for entry in made.entries() if entry["source"] == cited}
    assert {verdict.kind for verdict in found.values()} == {VerdictKind.SOURCE_CHANGED}
    reasons = " ".join(reason for verdict in found.values() for reason in verdict.reasons)
    assert f"{file.name} is not the file that was quoted" in reasons


def test_two_citations_that_change_places_are_misattributed(made: Made, seeds: Path, tmp_path: Path) -> None:
    entries = made.entries()
    one = entries[0]
    other = next(entry for entry in entries if entry["source"] != one["source"])
    for field in ("source", "paragraph", "span", "spans", "sentence", "lines"):
        one[field], other[field] = other[field], one[field]
    found = failures(verify(write_pdf(tmp_path, made.page, made.with_entries(entries)), seeds))
    assert set(found) == {one["id"], other["id"]}
    for entry, true in ((one, other), (other, one)):
        verdict = found[entry["id"]]
        assert verdict.kind is VerdictKind.MISATTRIBUTED
        file = made.brief.sources[true["source"] - 1].file
        assert f"its words stand in {file} ¶{true['paragraph']}" in " ".join(verdict.reasons)


@pytest.mark.parametrize("write", [write_pdf, write_page])
def test_a_word_around_a_quote_is_proved_as_the_quote_is(
    write: Write, made: Made, seeds: Path, tmp_path: Path
) -> None:
    paragraph, around = next(
        (paragraph, piece.text)
        for paragraph in made.brief.annex
        for piece in paragraph.pieces
        if piece.quote is None and len(piece.text) > 60
    )
    page = made.page_with(around, around[:30] + " never " + around[30:])
    found = failures(verify(write(tmp_path, page, made.ledger), seeds))
    assert {name: verdict.kind for name, verdict in found.items()} == {paragraph.id: VerdictKind.EDITED}


def test_a_source_that_is_gone_is_missing(pdf: Path, made: Made, seeds: Path, tmp_path: Path) -> None:
    sources = copy_sources(seeds, tmp_path)
    gone = made.brief.sources[0]
    (sources / gone.file).unlink()
    found = failures(verify(pdf, sources))
    assert set(found) == {entry["id"] for entry in made.entries() if entry["source"] == gone.number}
    for verdict in found.values():
        assert verdict.kind is VerdictKind.MISSING
        assert verdict.reasons == (f"{gone.file} is not among the sources",)


@pytest.mark.parametrize("form", [write_pdf, write_page])
def test_a_sentence_edited_on_the_page_is_edited(
    form: Write, made: Made, seeds: Path, tmp_path: Path
) -> None:
    quote = next(quote for quote in made.brief.quotes() if " Russian " in quote.text)
    edited = quote.text.replace(" Russian ", " Persian ", 1)
    path = form(tmp_path, made.page_with(quote.text, edited), made.ledger)
    ((entry, verdict),) = failures(verify(path, seeds)).items()
    assert (entry, verdict.kind) == (f"q{quote.number}", VerdictKind.EDITED)
    assert verdict.reasons[0].startswith("the page has “")


def test_one_letter_on_the_page_is_enough(made: Made, seeds: Path, tmp_path: Path) -> None:
    quote = made.brief.quotes()[-1]
    page = made.page_with(quote.text, quote.text[:-3] + "x" + quote.text[-2:])
    found = failures(verify(write_pdf(tmp_path, page, made.ledger), seeds))
    assert [(entry, verdict.kind) for entry, verdict in found.items()] == [
        (f"q{quote.number}", VerdictKind.EDITED)
    ]


def test_a_sentence_edited_in_the_ledger_is_edited(made: Made, seeds: Path, tmp_path: Path) -> None:
    entries = made.entries()
    entries[3]["words"] = entries[3]["words"].replace(" ", " not ", 1)
    found = failures(verify(write_page(tmp_path, made.page, made.with_entries(entries)), seeds))
    verdict = found[entries[3]["id"]]
    assert verdict.kind is VerdictKind.EDITED
    assert any(reason.startswith("the source ") for reason in verdict.reasons)
    assert any(reason.startswith("the page has ") for reason in verdict.reasons)
    assert set(found) == {entries[3]["id"]}


def test_a_sentence_edited_in_ledger_and_page_alike_is_edited(
    made: Made, seeds: Path, tmp_path: Path
) -> None:
    entries = made.entries()
    words = entries[3]["words"]
    entries[3]["words"] = words.replace(" ", " not ", 1)
    page = made.page_with(words, entries[3]["words"])
    found = failures(verify(write_page(tmp_path, page, made.with_entries(entries)), seeds))
    assert [(entry, verdict.kind) for entry, verdict in found.items()] == [
        (entries[3]["id"], VerdictKind.EDITED)
    ]


FAKE = "The minister was bribed by a trader of horses."
CITED = '<a class="citation" href="#source-1">&nbsp;[1&nbsp;¶2]</a>'


@pytest.mark.parametrize("form", [write_pdf, write_page])
@pytest.mark.parametrize(
    "inserted",
    [f"<blockquote><p>{FAKE}{CITED}</p></blockquote>", f"<blockquote><p>{FAKE}</p></blockquote>"],
    ids=["cited", "bare"],
)
def test_a_sentence_inserted_as_a_quotation_is_unlisted(
    form: Write, inserted: str, made: Made, seeds: Path, tmp_path: Path
) -> None:
    page = made.page_with("<ol>\n", f"<ol>\n<li>{inserted}</li>\n")
    (verdict,) = failures(verify(form(tmp_path, page, made.ledger), seeds)).values()
    assert (verdict.kind, verdict.words) == (VerdictKind.UNLISTED, FAKE)


@pytest.mark.parametrize("form", [write_pdf, write_page])
def test_a_sentence_put_before_a_true_one_is_unlisted(
    form: Write, made: Made, seeds: Path, tmp_path: Path
) -> None:
    words = made.brief.quotes()[0].text
    page = made.page_with(words, f"{FAKE} {words}")
    (verdict,) = failures(verify(form(tmp_path, page, made.ledger), seeds)).values()
    assert (verdict.kind, verdict.words) == (VerdictKind.UNLISTED, FAKE)


def test_a_citation_changed_on_the_page_is_misattributed(made: Made, seeds: Path, tmp_path: Path) -> None:
    quote = made.brief.quotes()[0]
    true = f"[{quote.citation.source}\u00a0¶{quote.citation.paragraph}"
    page = made.page_with(f">\u00a0{true}", ">\u00a0[5\u00a0¶99")
    ((entry, verdict),) = failures(verify(write_page(tmp_path, page, made.ledger), seeds)).items()
    assert (entry, verdict.kind) == ("q1", VerdictKind.MISATTRIBUTED)
    assert "the page cites [5 ¶99]" in verdict.reasons[0]


def test_a_sentence_taken_off_the_page_is_missing(made: Made, seeds: Path, tmp_path: Path) -> None:
    quote = made.brief.quotes()[0]
    start = made.page.index('<li id="key-1">')
    page = made.page[:start] + made.page[made.page.index('<li id="key-2">') :]
    ((entry, verdict),) = failures(verify(write_page(tmp_path, page, made.ledger), seeds)).items()
    assert (entry, verdict.kind) == (f"q{quote.number}", VerdictKind.MISSING)


def test_a_wrong_paragraph_is_misattributed(made: Made, seeds: Path, tmp_path: Path) -> None:
    entries = made.entries()
    true = entries[0]["paragraph"]
    entries[0]["paragraph"] = true + 7
    page = made.page.replace(f"¶{true}]</a></p></blockquote>", f"¶{true + 7}]</a></p></blockquote>", 1)
    found = failures(verify(write_page(tmp_path, page, made.with_entries(entries)), seeds))
    assert found["q1"].kind is VerdictKind.MISATTRIBUTED
    assert f"it stands in ¶{true}, not in ¶{true + 7}" in found["q1"].reasons


def test_turned_quotation_marks_are_normalised(made: Made, seeds: Path, tmp_path: Path) -> None:
    quote = next(quote for quote in made.brief.quotes() if "“" in quote.text)
    page = made.page_with(quote.text, quote.text.replace("“", '"').replace("”", '"'))
    verification = verify(write_page(tmp_path, page, made.ledger), seeds)
    assert verification.is_proved
    kinds = {verdict.entry: verdict.kind for verdict in verification.verdicts}
    assert kinds[f"q{quote.number}"] is VerdictKind.NORMALISED


def test_sources_under_other_names_and_in_other_folders_still_prove(
    pdf: Path, seeds: Path, tmp_path: Path
) -> None:
    sources = copy_sources(seeds, tmp_path)
    (sources / "old").mkdir()
    for number, file in enumerate(sorted(sources.glob("*.txt"))):
        file.rename(sources / "old" / f"clipping {number}.txt")
    assert verify(pdf, tmp_path).is_proved


def test_the_ledger_of_another_brief_proves_nothing(made: Made, seeds: Path, tmp_path: Path) -> None:
    verification = verify(write_page(tmp_path, made.page, made.with_entries([], sources=[])), seeds)
    assert len(verification.verdicts) >= len(made.brief.quotes())
    assert {verdict.kind for verdict in verification.verdicts} == {VerdictKind.UNLISTED}
