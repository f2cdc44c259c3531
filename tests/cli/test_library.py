"""The library as a user meets it."""

import json
from pathlib import Path

import pytest

from briefer.rendering import libraries
from tests.cli.conftest import Run

ARTICLE = "Ruritania and Syldavia signed an arms deal worth two billion on Monday in Strelsau.\n"
CHOIR = "The choir sang in the old church on Sunday evening before a full house, and left.\n"


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "deal.txt").write_text(ARTICLE)
    (folder / "choir.txt").write_text(CHOIR)
    (folder / "empty.txt").write_text("")
    return folder


def only_id(run: Run, query: str) -> str:
    return str(json.loads(run("search", query, "--json").out)["id"])


def test_add_says_what_became_of_each_file_and_exits_3_when_one_was_skipped(run: Run, clips: Path) -> None:
    first = run("add", clips)
    assert first.code == 3
    assert [line.split()[1:] for line in first.out.splitlines()] == [
        ["new", "choir.txt"],
        ["new", "deal.txt"],
    ]
    assert "skipped empty.txt: it is empty" in first.err
    assert "Added 2 articles, 1 skipped. The library holds 2 articles." in first.err
    again = run("add", clips, "--json")
    arrivals = [json.loads(line) for line in again.out.splitlines()]
    assert [(record["kind"], record.get("arrival")) for record in arrivals] == [
        ("skipped", None),
        ("arrival", "held"),
        ("arrival", "held"),
    ]


def test_what_sources_toml_says_later_is_taken_over(run: Run, clips: Path) -> None:
    run("add", clips)
    (clips / "sources.toml").write_text(
        '[files."deal.txt"]\noutlet = "Valley Times"\npublished = "2026-03-02"\n'
    )
    assert "1 file corrected by sources.toml" in run("add", clips).err
    (record,) = map(json.loads, run("articles", "--outlet", "valley times", "--json").out.splitlines())
    assert (record["path"], record["published"]) == ("deal.txt", "2026-03-02")


def test_a_revision_is_told_whether_it_is_the_newer_or_the_earlier_one(run: Run, clips: Path) -> None:
    for day, amount in ((3, "40"), (2, "30")):
        said = f"Lorvik borrowed {amount} million crowns from Zenda, and will build a quay. " * 6
        text = f"Lorvik Signs Loan\n\n{day} March 2026\n\n{said}\n\n© 2026 Valley Times. All rights reserved."
        (clips / f"loan-{day}.txt").write_text(text)
    assert "new" in run("add", clips / "loan-3.txt").out
    added = run("add", clips / "loan-2.txt")
    assert "earlier" in added.out
    assert "loan-2.txt" in added.out
    assert "1 earlier revision of what was there already" in added.err


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    for command in (
        ["articles"],
        ["search", "deal"],
        ["show", "abcd"],
        ["export", "-"],
        ["read", "--library"],
    ):
        outcome = run(*command)
        assert outcome.code == 4
        assert "briefer add PATH" in outcome.err


def test_articles_are_listed_searched_shown_edited_and_removed(run: Run, clips: Path) -> None:
    run("add", clips)
    assert len(run("articles").out.splitlines()) == 2
    assert run("articles", "--theme", "arms-sales").out.count("\n") == 1
    found = run("search", "signs", "deal", "-choir")
    assert found.out.splitlines()[1].strip() == ARTICLE.strip()
    assert "\x1b" not in found.out
    article = only_id(run, "deal")
    assert run("edit", article[:6], "--date", "2026-03", "--outlet", "Valley Times").code == 0
    assert run("edit", article, "--date", "2026-13").code == 1
    assert run("edit", article).code == 2
    shown = json.loads(run("show", article, "--json").out)
    assert shown["published"] == {"date": "2026-03", "precision": "month", "basis": "edit"}
    assert [edit["facts"] for edit in shown["edits"]] == [{"published": "2026-03", "outlet": "Valley Times"}]
    assert "Valley Times (edit)" in run("show", article, "--revisions").out
    assert run("remove", article).code == 0
    assert run("search", "deal").code == 4
    assert "1 file of articles that you removed" in run("add", clips).err
    assert run("remove", "--undo", article).code == 0
    assert run("edit", article, "--undo").code == 0
    assert run("edit", article, "--undo").code == 4
    assert json.loads(run("show", article, "--json").out)["published"] is None


def test_a_query_may_begin_with_a_dash_and_odd_ones_are_said(run: Run, clips: Path) -> None:
    run("add", clips)
    assert run("search", "-choir").out.count("\n") == 2
    assert run("search", "choir", "--limit", "1", "-q", "--json").out.count("\n") == 1
    assert run("search", "--limt", "1", "choir").code == 2
    assert run("search", "--", "--choir").out.count("\n") == 2
    odd = run("search", "since:yesterday", "NEAR(")
    assert odd.code == 4
    assert "since:yesterday: a day is written like 2026-11-20" in odd.err


def test_a_brief_of_the_library_is_verified_without_its_files(run: Run, seeds: Path, tmp_path: Path) -> None:
    assert run("add", seeds, "--quiet").code == 0
    brief = tmp_path / "brief.html"
    assert run("brief", "--library", "--theme", "arms-sales", "--output", brief).code == 0
    assert run("verify", brief, "--library").code == 0
    assert run("verify", brief, "--library", "--sources", seeds).code == 2
    assert run("evidence", "--library", "--query", "outlet:monitor", "--theme", "arms-sales").code in (0, 4)
    assert run("brief", seeds, "--library", "--theme", "energy").code == 2
    assert run("brief", seeds, "--query", "x", "--theme", "energy").code == 2


def test_a_draft_of_the_library_is_kept_as_one(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("add", seeds, "--quiet")
    draft = tmp_path / "mine.briefer.toml"
    draft.write_text(
        'format = "briefer.draft/1"\nlibrary = "iraq"\npaths = []\nbottom_line = "Mine."\n\n'
        '[brief]\nas_of = 2026-11-20\nthemes = ["arms-sales"]\n'
    )
    outcome = run("brief", "--draft", draft, "--format", "md", "--output", "-")
    assert outcome.code == 0, outcome.err
    assert "Mine." in outcome.out


def test_export_import_backup_and_restore(
    run: Run, clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", clips)
    exported = tmp_path / "library.jsonl"
    assert run("export", exported).code == 0
    backup = Path(run("backup").out.strip())
    assert backup.is_file()
    assert str(backup) in run("restore", "--list").out
    run("remove", only_id(run, "deal"))
    restored = run("restore")
    assert restored.code == 0
    assert "is kept at" in restored.err
    assert len(run("articles").out.splitlines()) == 2
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "other"))
    assert run("restore").code == 4
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(exported.read_bytes() + b"not a record\n")
    imported = run("import", bad)
    assert imported.code == 3
    assert "skipped line 4: no JSON" in imported.err
    assert run("export", "-").out == exported.read_text("utf-8")


def test_doctor_looks_for_the_fonts(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "fonts: all there" in run("doctor").out
    (tmp_path / "amiri").mkdir()
    (tmp_path / "amiri" / "Amiri-Regular.ttf").touch()
    monkeypatch.setattr(libraries, "_FONTS", tmp_path)
    outcome = run("doctor")
    assert outcome.code == 1
    assert "fonts: missing source-serif, source-sans, frank-ruhl-libre. Install briefer again." in outcome.out


def test_doctor_looks_after_the_library(run: Run, clips: Path, tmp_path: Path) -> None:
    assert "library: none yet" in run("doctor").out
    run("add", clips)
    assert "2 articles" in run("doctor").out
    backup = Path(run("backup").out.strip())
    library = backup.parent.parent / "library.db"
    library.write_bytes(b"x" * 100_000)
    outcome = run("doctor")
    assert outcome.code == 1
    assert "briefer restore" in outcome.out
    assert run("restore").code == 0
    assert "2 articles" in run("doctor").out


def test_a_backup_says_how_it_is_put_back(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("add", seeds, "-q")
    assert run("backup").err == "Put it back with: briefer restore\n"
    named = tmp_path / "my own.db"
    assert run("backup", named).err == f"Put it back with: briefer restore '{named}'\n"
    assert run("restore", named).code == 0
