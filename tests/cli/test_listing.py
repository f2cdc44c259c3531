"""The commands that show what the pipe found: text for people, JSON Lines for programs."""

import hashlib
import json
import math
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Run


def records(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_read_prints_a_record_for_every_file(run: Run, seeds: Path) -> None:
    outcome = run("read", seeds, "--json")
    assert outcome.code == 0
    found = records(outcome)
    assert [record["path"] for record in found] == sorted(path.name for path in seeds.glob("*.txt"))
    for record in found:
        assert record["sha256"] == hashlib.sha256((seeds / record["path"]).read_bytes()).hexdigest()
        assert [paragraph["n"] for paragraph in record["paragraphs"]] == list(
            range(1, len(record["paragraphs"]) + 1)
        )
        assert set(record) == {
            "kind", "id", "path", "sha256", "title", "authors", "outlet", "published", "updated",
            "url",             "language", "genre", "paragraphs", "removed", "warnings",
        }  # fmt: skip


def test_every_paragraph_stands_at_the_lines_it_names(run: Run, seeds: Path) -> None:
    for record in records(run("read", seeds, "--json")):
        lines = (seeds / record["path"]).read_text("utf-8").splitlines()
        for paragraph in record["paragraphs"]:
            raw = " ".join(lines[paragraph["first_line"] - 1 : paragraph["last_line"]])
            assert " ".join(paragraph["text"].split()) in " ".join(raw.split())


def test_read_as_text_shows_what_was_set_aside(run: Run, seeds: Path) -> None:
    out = run("read", seeds / "004_d517682bdb855f50.txt").out
    assert "published  undated" in out
    assert "tags: Tags:" in out


def test_evidence_is_ranked_and_each_score_is_the_sum_of_its_terms(run: Run, seeds: Path) -> None:
    found = records(run("evidence", seeds, "--theme", "arms-sales", "--json"))
    evidence = [record for record in found if record["kind"] == "evidence"]
    assert [record["rank"] for record in evidence] == list(range(1, len(evidence) + 1))
    assert [record["score"] for record in evidence] == sorted(
        (record["score"] for record in evidence), reverse=True
    )
    for record in evidence:
        assert round(sum(term["share"] for term in record["terms"]), 2) == record["score"]


def test_notes_that_no_file_is_there_for_are_among_the_records(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Ruritania and Syldavia signed an arms deal on Monday in Strelsau.\n")
    (tmp_path / "sources.toml").write_text('[files."typo.txt"]\noutlet = "Valley Times"\n')
    _, remark = records(run("read", tmp_path, "--json"))
    assert (remark["kind"], remark["path"]) == ("remark", "sources.toml")
    assert "'typo.txt'" in remark["text"]


def test_evidence_says_of_every_other_article_why_it_is_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(
        "Ruritania and Syldavia signed an arms deal worth two billion on Monday in Strelsau.\n"
    )
    (tmp_path / "out.txt").write_text(
        "The choir sang in the old church on Sunday evening before a full house.\n"
    )
    found = records(run("evidence", tmp_path, "--theme", "arms-sales", "--json"))
    assert [(record["path"], record["kind"]) for record in found] == [
        ("in.txt", "evidence"),
        ("out.txt", "out"),
    ]
    assert found[1]["reason"] == "no term of the theme stands in it"


def test_summarise_keeps_to_its_words_and_to_the_sources(run: Run, seeds: Path) -> None:
    texts = {path.name: " ".join(path.read_text("utf-8").split()) for path in seeds.glob("*.txt")}
    for summariser in ("coverage", "lexrank", "lead", "random"):
        for theme in ([], ["--theme", "airstrikes"]):
            found = records(run("summarise", seeds, "--words", 80, "-s", summariser, "--json", *theme))
            assert 0 < sum(len(record["text"].split()) for record in found) <= 80
            for record in found:
                assert " ".join(record["text"].split()) in texts[record["path"]]


def test_themes_are_listed_shown_and_checked(run: Run, tmp_path: Path) -> None:
    names = [record["name"] for record in records(run("themes", "--json"))]
    assert len(names) >= 16
    assert {"arms-sales", "airstrikes", "energy"} <= set(names)
    shown = json.loads(run("themes", "show", "energy", "--json").out)
    assert shown["name"] == "energy"
    assert all(0 < term["weight"] <= 10 for term in shown["terms"])
    broken = tmp_path / "mine.toml"
    broken.write_text('name = "mine"\ntitle = "Mine"\ndescription = "My own"\n[terms]\n"ore" = 99\n')
    outcome = run("themes", "check", broken)
    assert outcome.code == 1
    assert "mine.toml" in outcome.err
    assert "ore" in outcome.err


def test_evidence_says_what_overtakes_it(run: Run, tmp_path: Path) -> None:
    first = "At least 12 people were killed in airstrikes on a depot at Klow in Borduria, the army said."
    later = (
        "The number of people killed in airstrikes on a depot at Klow rose to 27, the army of Borduria said."
    )
    for name, day, text in (("a", 2, first), ("b", 4, later)):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: 2031-05-0{day}\n---\n\n{text}\n")
    found = records(run("evidence", tmp_path, "--theme", "airstrikes", "--json"))
    assert {record["text"]: record["overtaken_by"] for record in found} == {first: later, later: None}
    assert (
        f"passed over: its amount is another in “{later}”"
        in run("evidence", tmp_path, "--theme", "airstrikes").out
    )


def test_a_variable_that_is_no_option_is_told(run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_SUMMARISE_WROSD", "20")
    outcome = run("summarise", seeds)
    assert outcome.code == 0
    note = "note: BRIEFER_SUMMARISE_WROSD sets nothing. Did you mean 'BRIEFER_SUMMARISE_WORDS'?"
    assert note in outcome.err
    monkeypatch.delenv("BRIEFER_SUMMARISE_WROSD")
    monkeypatch.setenv("BRIEFER_SUMMARISE_WORDS", "20")
    monkeypatch.setenv("BRIEFER_SUMMARISE_AS_JSON", "0")  # of --json, which is `as_json` to us
    assert "sets nothing" not in run("summarise", seeds).err


def test_no_file_name_steers_the_terminal(run: Run, seeds: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"a\x1b[2J\xc2\x9b31m\xe2\x80\xae\xff.txt")
    (tmp_path / name).write_bytes((seeds / "004_d517682bdb855f50.txt").read_bytes())
    for arguments in (["read"], ["read", "--json"], ["brief", "-f", "json", "-o", "-"]):
        outcome = run(*arguments, tmp_path)
        assert outcome.code == 0
        assert (outcome.out + outcome.err).replace("\n", "").isprintable()
    assert records(run("read", "--json", tmp_path))[0]["path"] == name


def test_summarise_explains_what_each_sentence_newly_brought(run: Run, seeds: Path) -> None:
    asked = ("summarise", seeds, "--words", 80, "--theme", "arms-sales", "--explain")
    found = records(run(*asked, "--json"))
    assert sorted(record["rank"] for record in found) == list(range(1, len(found) + 1))
    weights = [[gain["weight"] for gain in record["gains"]] for record in found]
    assert all(row and row == sorted(row, reverse=True) for row in weights)
    best = found[0]["gains"][0]
    assert f"{best['concept']} {best['weight']:.2f}" in run(*asked).out


def test_a_summariser_that_gives_no_reasons_says_so(run: Run, seeds: Path) -> None:
    outcome = run("summarise", seeds, "--words", 60, "-s", "lexrank", "--explain")
    assert "'lexrank' ranks whole sentences and gives no reasons" in outcome.err
    found = records(run("summarise", seeds, "--words", 60, "-s", "lexrank", "--explain", "--json"))
    assert [record["gains"] for record in found] == [None] * len(found)


def test_evidence_explains_how_well_it_would_stand_as_a_key_point(run: Run, seeds: Path) -> None:
    asked = ("evidence", seeds, "--theme", "arms-sales", "--explain")
    scores = [
        record["key_point"] for record in records(run(*asked, "--json")) if record["kind"] == "evidence"
    ]
    for score in scores:
        product = math.prod(reason["factor"] for reason in score["reasons"])
        assert score["score"] == pytest.approx(score["base"] * product, abs=0.02)
    names = {reason["name"] for score in scores for reason in score["reasons"]}
    assert {"tells of a deed", "background"} <= names
    assert "as a key point" in run(*asked).out
    assert "as a key point" not in run(*asked[:-1]).out


def test_a_few_typed_words_take_the_place_of_a_theme(run: Run, tmp_path: Path) -> None:
    spoken = [f"Rosmeft sold {n} barrels of oil through the Zenda refinery.\n\n" for n in range(8)]
    others = [f"Parliament debated bill {n} in Klow for hours on Monday.\n\n" for n in range(60)]
    (tmp_path / "a.txt").write_text("".join([*spoken, "Rosmeft closed the Zenda refinery.\n\n", *others]))
    asked = ("evidence", tmp_path, "--about", "oil")
    assert "Rosmeft closed the Zenda refinery." in run(*asked).out
    assert "Rosmeft closed the Zenda refinery." not in run(*asked, "--as-typed").out
    theme = records(run(*asked, "--explain", "--json"))[0]
    assert "Rosmeft" in {companion["term"] for companion in theme["companions"]}
    assert "keeps company with 'oil'" in run(*asked).err
    summary = run("summarise", tmp_path, "--about", "oil", "--explain").out
    assert "looked for: oil 2" in summary
    assert "Rosmeft 1: in 8 of its sentences" in summary


def test_a_theme_is_named_or_typed(run: Run, seeds: Path) -> None:
    assert run("evidence", seeds, "--theme", "energy", "--about", "oil").code == 2
    assert run("evidence", seeds).code == 2
    assert run("summarise", seeds, "--as-typed").code == 2
    assert run("summarise", seeds, "--about", "of the").code == 1
    nothing = run("summarise", seeds, "--about", "zyzzyvas", "-q")
    assert (nothing.code, nothing.err) == (4, "No sentence of any article speaks to it.\n")
    assert "there is a theme: arms-sales" in run("summarise", seeds, "--about", "Arms sales").err
