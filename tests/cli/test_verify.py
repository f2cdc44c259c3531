"""`briefer verify` and `briefer schema`, as a user meets them."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.cli.conftest import Run

THEMES = ("--theme", "arms-sales", "--theme", "airstrikes", "--as-of", "2026-11-20", "-q")


@pytest.fixture
def page(run: Run, seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / "brief.html"
    assert run("brief", seeds, *THEMES, "-o", path).code == 0
    return path


def ledger_of(page: Path) -> Path:
    return page.with_name("brief.html.ledger.json")


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_a_brief_of_every_form_is_proved(run: Run, seeds: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"brief.{form}"
    run("brief", seeds, *THEMES, "-o", path)
    outcome = run("verify", path, "--sources", seeds)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].startswith("exact          q1")
    assert " exact, 1 repaired." in outcome.out
    assert "Proved: the words" in outcome.out
    assert "\nLooked at: " in outcome.out
    assert "Not proved by this: that what the sources say is true" in outcome.out


def test_without_sources_those_below_the_brief_are_taken(run: Run, seeds: Path, page: Path) -> None:
    shutil.copytree(seeds, page.parent / "clippings" / "seeds")
    assert run("verify", page).code == 0


def test_a_failure_is_named_and_gives_code_1(run: Run, seeds: Path, page: Path) -> None:
    ledger = json.loads(ledger_of(page).read_text("utf-8"))
    ledger["entries"][0]["words"] = "Nobody ever said this."
    ledger_of(page).write_text(json.dumps(ledger), encoding="utf-8")
    outcome = run("verify", page, "--sources", seeds)
    assert outcome.code == 1
    assert outcome.out.splitlines()[0].startswith("edited         q1")
    assert "Not proved: what is marked above" in outcome.out
    assert "Proved: the words" not in outcome.out


def test_json_says_the_same(run: Run, seeds: Path, page: Path) -> None:
    outcome = run("verify", page, "--sources", seeds, "--json")
    record = json.loads(outcome.out)
    assert outcome.code == 0
    assert record["proved"]
    assert record["counts"]["exact"] + record["counts"].get("repaired", 0) == len(record["verdicts"]) > 5
    assert list(record["verdicts"][0]) == ["verdict", "id", "page", "cited", "file", "words", "reasons"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_ledger_lies_beside_a_brief_that_cannot_hold_it(
    run: Run, seeds: Path, tmp_path: Path, form: str
) -> None:
    run("brief", seeds, *THEMES, "-o", tmp_path / f"weekly.{form}")
    assert {path.name for path in tmp_path.iterdir()} == {f"weekly.{form}", f"weekly.{form}.ledger.json"}
    assert json.loads((tmp_path / f"weekly.{form}.ledger.json").read_text("utf-8"))["entries"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_stdout_and_devices_have_no_ledger_beside_them(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("brief", seeds, *THEMES, "-f", form, "-o", "-").code == 0
    assert run("brief", seeds, *THEMES, "-f", form, "-o", "/dev/null").code == 0
    assert list(tmp_path.iterdir()) == []
    assert not Path("/dev/null.ledger.json").exists()


def test_a_brief_in_the_folder_that_it_is_made_of_is_not_read_again(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    sources = Path(shutil.copytree(seeds, tmp_path / "in"))
    assert run("brief", sources, *THEMES, "-o", sources / "one.html").code == 0
    outcome = run("brief", sources, *THEMES, "-o", sources / "two.html")
    assert outcome.code == 3
    assert outcome.err.strip() == "skipped one.html: a brief made by briefer, not a source"


def with_ledger(content: bytes, ledger: bytes | None) -> bytes:
    document = PdfWriter()
    document.append(PdfReader(BytesIO(content)))
    if ledger is not None:
        document.add_attachment("ledger.json", ledger)
    file = BytesIO()
    document.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("ledger", "said"),
    [
        (None, "it has no ledger, so nothing in it can be proved"),
        (b"", "its pages or attachments are damaged"),
        (b"\x00" * 100, "the ledger cannot be used: it is no JSON"),
        (b"[" * 1_000_000, "the ledger cannot be used: it is nested too deeply"),
        (b'{"format": "briefer.ledger/1", "title": []}', "the ledger cannot be used: title is not a text"),
        (b" " * (33 << 20), "the ledger cannot be used: it is larger than 32 MB"),
    ],
    ids=["none", "empty", "binary", "deep", "wrong type", "huge"],
)
def test_a_hostile_ledger_costs_one_line(
    run: Run, seeds: Path, tmp_path: Path, ledger: bytes | None, said: str
) -> None:
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    file = BytesIO()
    blank.write(file)
    path = tmp_path / "brief.pdf"
    path.write_bytes(with_ledger(file.getvalue(), ledger))
    outcome = run("verify", path, "--sources", seeds)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"briefer: {path}: {said}\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("brief.pdf", b"%PDF-1.7 nothing more", "it is damaged, locked, or no PDF"),
        ("brief.pdf", b"", "it is damaged, locked, or no PDF"),
        ("brief.json", b"[" * 100_000, "it is nested too deeply"),
        ("brief.json", b"[1]", "it is not the JSON of a brief"),
        ("brief.json", b"{}", "it has no ledger, so nothing in it can be proved"),
        ("brief.html", b"<p>" * 100_000, "ledger.json is not beside it"),
        ("brief.md", b"\xff\xfe", "ledger.json is not beside it"),
    ],
)
def test_what_is_no_brief_costs_one_line(
    run: Run, seeds: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = run("verify", path, "--sources", seeds)
    assert (outcome.code, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert said in line


def test_a_missing_file_or_folder_costs_one_line(run: Run, page: Path, tmp_path: Path) -> None:
    for arguments in ((tmp_path / "none.pdf",), (page, "--sources", tmp_path / "none"), (tmp_path,)):
        outcome = run("verify", *arguments)
        assert (outcome.code, outcome.out, outcome.err.count("\n")) in ((1, "", 1), (2, "", 1))


@pytest.mark.parametrize("climb", ["../secret.txt", "/etc/../{outside}/secret.txt", "in/../../secret.txt"])
def test_a_ledger_cannot_make_it_read_outside_the_sources(
    run: Run, seeds: Path, tmp_path: Path, page: Path, climb: str
) -> None:
    sources = tmp_path / "in"
    sources.mkdir()
    ledger = json.loads(ledger_of(page).read_text("utf-8"))
    source = ledger["sources"][0]
    outside = tmp_path / "secret.txt"
    shutil.copy(seeds / source["file"], outside)
    (sources / "secret.txt").symlink_to(outside)
    source["file"] = climb.format(outside=tmp_path)
    ledger_of(page).write_text(json.dumps(ledger), encoding="utf-8")
    outcome = run("verify", page, "--sources", sources, "--json")
    verdicts = json.loads(outcome.out)["verdicts"]
    assert outcome.code == 1
    assert {verdict["verdict"] for verdict in verdicts} == {"missing"}


def test_nothing_of_a_ledger_steers_the_terminal(run: Run, seeds: Path, page: Path) -> None:
    ledger = json.loads(ledger_of(page).read_text("utf-8"))
    ledger["entries"][0]["words"] = "\x1b]0;owned\x07\x1b[2J\u202e\ud800 gone"
    ledger["sources"][0]["file"] = "\x1b[2Jfile\n.txt"
    ledger_of(page).write_text(json.dumps(ledger), encoding="utf-8")
    for form in ((), ("--json",)):
        outcome = run("verify", page, "--sources", seeds, *form)
        assert outcome.code == 1
        assert not set("\x1b\x07\u202e") & set(outcome.out + outcome.err)


def test_a_ledger_of_many_entries_is_judged_in_seconds(run: Run, seeds: Path, page: Path) -> None:
    ledger = json.loads(ledger_of(page).read_text("utf-8"))
    entry = ledger["entries"][0] | {"words": "aaaa " * 300}
    ledger["entries"] = [entry | {"id": f"q{number}"} for number in range(1, 1_001)]
    ledger_of(page).write_text(json.dumps(ledger), encoding="utf-8")
    assert run("verify", page, "--sources", seeds, "--json").code == 1


def test_the_schema_is_printed_as_json(run: Run) -> None:
    outcome = run("schema", "ledger")
    assert outcome.code == 0
    assert json.loads(outcome.out)["title"] == "Ledger of a brief"
    assert run("schema", "brief").code == 2
