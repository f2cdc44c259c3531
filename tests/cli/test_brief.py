"""`briefer brief`: the product's main job, as a user meets it."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

THEMES = ("--theme", "arms-sales", "--theme", "airstrikes", "--theme", "energy")


def test_a_folder_becomes_a_pdf(run: Run, seeds: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"
    outcome = run("brief", seeds, *THEMES, "--output", output)
    assert outcome.code == 0
    assert output.read_bytes().startswith(b"%PDF-")
    assert "Read 5 files: 5 articles." in outcome.err
    assert outcome.out == ""


def source_words(quote: dict[str, Any]) -> str:
    """The words of a quote without the brackets that are ours."""
    words: str = quote["text"]
    for repair in quote["repairs"]:
        words = words.replace(f" [{repair['words']}]", "", 1)
    return words


def test_every_quote_of_the_brief_stands_in_its_file(run: Run, seeds: Path) -> None:
    brief = json.loads(run("brief", seeds, *THEMES, "--format", "json", "--output", "-").out)
    files = {source["number"]: seeds / source["file"] for source in brief["sources"]}
    quotes = [point["quote"] for point in brief["key_points"]]
    for section in brief["sections"]:
        quotes += [*section["summary"], *section["evidence"], *section["commentary"]]
    assert len(quotes) > 10
    for quote in quotes:
        raw = files[quote["citation"]["source"]].read_text("utf-8")
        assert " ".join(source_words(quote).split()) in " ".join(raw.split())


def test_no_more_source_words_are_printed_than_were_asked_for(run: Run, seeds: Path) -> None:
    for words in (60, 200, 450):
        brief = json.loads(run("brief", seeds, *THEMES, "-l", words, "-f", "json", "-o", "-").out)
        quotes = [point["quote"] for point in brief["key_points"]]
        for section in brief["sections"]:
            quotes += [*section["summary"], *section["evidence"], *section["commentary"]]
        assert 0 < sum(len(source_words(quote).split()) for quote in quotes) <= words


def test_without_repairs_nothing_of_ours_stands_in_a_quote(run: Run, seeds: Path) -> None:
    asked = ("brief", seeds, *THEMES, "-l", "long", "-f", "json", "-o", "-")
    assert '"kind": "repaired"' in run(*asked).out
    assert '"kind": "repaired"' not in run(*asked, "--no-repairs").out


def test_without_a_theme_it_says_which_ones_it_took(run: Run, seeds: Path) -> None:
    outcome = run("brief", seeds, "--format", "md", "--output", "-")
    assert outcome.code == 0
    assert "No --theme was given" in outcome.err
    assert "sentences in" in outcome.err


def test_a_dry_run_writes_nothing(run: Run, seeds: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"
    outcome = run("brief", seeds, *THEMES, "--dry-run", "--output", output)
    assert (outcome.code, outcome.out) == (0, "")
    assert "Would write" in outcome.err
    assert not output.exists()


def test_skipped_files_give_code_3_and_a_line_each(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "image.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "good.txt").write_text(
        (seeds / "004_d517682bdb855f50.txt").read_text("utf-8"), encoding="utf-8"
    )
    outcome = run("brief", tmp_path, "--theme", "airstrikes", "-q", "-o", tmp_path / "brief.md")
    assert outcome.code == 3
    assert [line for line in outcome.err.splitlines() if "image.jpg" in line]
    assert (tmp_path / "brief.md").exists()


def test_a_theme_that_nobody_speaks_to_prints_nothing_and_gives_code_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The choir sang in the old church on Sunday evening. " * 5)
    output = tmp_path / "brief.pdf"
    outcome = run("brief", tmp_path / "in", "--theme", "energy", "-o", output)
    assert outcome.code == 4
    assert not output.exists()


def test_a_section_without_evidence_says_so(run: Run, seeds: Path) -> None:
    outcome = run("brief", seeds, "-t", "airstrikes", "-t", "cyber-disinformation", "-f", "md", "-o", "-")
    assert outcome.code == 0
    assert "No reporting found" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nowhere"], 1, "nowhere"),
        (["SEEDS", "--theme", "enrgy"], 2, "Did you mean 'energy'?"),
        (["SEEDS", "--summariser", "lexrnk"], 2, "Did you mean 'lexrank'?"),
        (["SEEDS", "--template", "policy"], 2, "policy-brief"),
        (["SEEDS", "--format", "docx"], 2, "docx"),
        (["SEEDS", "--since", "2040-01-01"], 4, "--keep-undated"),
        (["SEEDS", "--output", "missing/brief.pdf"], 1, "missing"),
        (["SEEDS", "--output", "brief.docx"], 2, "docx"),
        (["SEEDS", "--since", "2026-02-30"], 2, "2026-02-30"),
        (["SEEDS", "--since", "2026-02-02", "--until", "2026-02-01"], 2, "before it begins"),
        (["SEEDS", "--length", "endless"], 2, "endless"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    run: Run,
    seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("brief", *[seeds if argument == "SEEDS" else argument for argument in arguments])
    assert outcome.code == code
    assert message in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_nothing_to_report(run: Run, tmp_path: Path) -> None:
    outcome = run("brief", tmp_path, "--output", tmp_path / "brief.pdf")
    assert outcome.code == 4
    assert len(outcome.err.splitlines()) <= 2


def test_the_last_brief_is_not_an_article_of_the_next(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text((seeds / "004_d517682bdb855f50.txt").read_text("utf-8"), encoding="utf-8")
    output = tmp_path / "brief.pdf"
    for _ in range(2):
        outcome = run("brief", tmp_path, "--theme", "airstrikes", "--output", output)
        assert "Read 1 file: 1 article." in outcome.err


def test_a_period_leaves_undated_articles_out_unless_asked(run: Run, tmp_path: Path) -> None:
    text = "Syldavian jets carried out two airstrikes near Klow on Monday, officials said. " * 3
    (tmp_path / "undated.txt").write_text(text)
    command = ("brief", tmp_path, "-t", "airstrikes", "--since", "2020-01-01", "-f", "md", "-o", "-")
    assert run(*command).code == 4
    assert run(*command, "--keep-undated").code == 0


def test_options_can_stand_in_the_config_file_and_the_environment(
    run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(os.environ["BRIEFER_HOME"])
    (home / "config.toml").write_text('[brief]\ntitle = "From the file"\nformat = "md"\noutput = "-"\n')
    assert "From the file" in run("brief", seeds, "-t", "energy").out
    monkeypatch.setenv("BRIEFER_BRIEF_TITLE", "From the environment")
    assert "From the environment" in run("brief", seeds, "-t", "energy").out
    assert "Typed" in run("brief", seeds, "-t", "energy", "--title", "Typed").out


def test_an_unknown_key_in_the_config_file_is_named_with_the_way_out(run: Run, seeds: Path) -> None:
    path = Path(os.environ["BRIEFER_HOME"]) / "config.toml"
    path.write_text('[brief]\nlenght = "short"\n')
    outcome = run("brief", seeds)
    assert outcome.code == 1
    assert "brief.lenght" in outcome.err
    assert "Did you mean 'length'?" in outcome.err


def test_no_title_or_file_name_reaches_the_terminal_as_a_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b]52;c;aGk=\x07.jpg").write_bytes(b"\xff\xd8")
    text = (
        "\x1b[2JAir raid\n\n"
        + "Syldavian jets carried out two airstrikes near Klow on Monday, officials said. " * 3
    )
    (tmp_path / "b.txt").write_text(text)
    for command in (["read"], ["read", "--json"], ["evidence", "-t", "airstrikes"], ["summarise"]):
        outcome = run(command[0], tmp_path, *command[1:])
        assert "\x1b" not in outcome.out + outcome.err
        assert "\x07" not in outcome.out + outcome.err


def test_demo_works_in_any_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("demo").code == 0
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", [("brief",), ("brief", "--dry-run"), ("brief", "--force")])
def test_an_article_is_never_replaced_by_a_brief(
    run: Run, seeds: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    clipping = tmp_path / "clipping.md"
    clipping.write_bytes((seeds / "000_9438afabf4e912ca.txt").read_bytes())
    before = clipping.read_bytes()
    outcome = run(*command, tmp_path, "-t", "arms-sales", "-o", clipping)
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "would be lost" in outcome.err
    assert clipping.read_bytes() == before


def test_the_demo_replaces_no_article(run: Run, tmp_path: Path) -> None:
    clipping = tmp_path / "clipping.html"
    clipping.write_text("<p>A ship sailed.</p>", encoding="utf-8")
    assert run("demo", "-o", clipping).code == 1
    assert clipping.read_text("utf-8") == "<p>A ship sailed.</p>"


@pytest.mark.parametrize("name", ["brief.pdf", "brief.html", "brief.md", "brief.txt"])
def test_an_earlier_brief_in_the_folder_is_no_article(
    run: Run, seeds: Path, tmp_path: Path, name: str
) -> None:
    folder = Path(shutil.copytree(seeds, tmp_path / "in"))
    form = name.replace("txt", "md").rpartition(".")[2]
    assert run("brief", folder, *THEMES, "-q", "-f", form, "-o", folder / name).code == 0
    outcome = run("brief", folder, *THEMES, "-o", folder / "other.pdf")
    assert f"skipped {name}: a brief made by briefer, not a source" in outcome.err
    assert "Read 6 files: 5 articles, 1 skipped." in outcome.err
    assert run("brief", folder, *THEMES, "-q", "-f", form, "-o", folder / name).code == 3
