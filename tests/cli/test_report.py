"""`briefer report` and `briefer edition`, as a user meets them."""

import json
import os
import shlex
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Run
from tests.reports.making import DULL, STORIES, write_article

NEW = (
    "--theme",
    "arms-sales",
    "--every",
    "week",
    "--day",
    "monday",
    "--zone",
    "Europe/Berlin",
    "--title",
    "Arms watch",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two clippings in `in`; it is Friday, 20 November 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795168800")
    write_article(tmp_path / "in", "a.txt", STORIES[0], "2026-10-28")
    write_article(tmp_path / "in", "b.txt", STORIES[1], "2026-11-01")
    return tmp_path


@pytest.fixture
def weekly(run: Run, folder: Path) -> Path:
    """The file of the report `weekly`."""
    outcome = run("report", "new", "weekly", "in", *NEW, "--output-folder", "out", "-f", "md", "-f", "json")
    assert outcome.code == 0, outcome.err
    return home() / "reports" / "weekly.toml"


def home() -> Path:
    return Path(os.environ["BRIEFER_HOME"])


def records(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_a_report_is_named_run_week_after_week_and_looked_back_on(
    run: Run, folder: Path, weekly: Path
) -> None:
    first = run("report", "run", "weekly", "--date", "2026-11-02")
    assert (first.code, first.out) == (0, "weekly No. 1 of 2026-W44, as of 2026-11-02: Arms watch\n")
    assert run("report", "run", "weekly", "--date", "2026-11-08").code == 4
    write_article(folder / "in", "c.txt", STORIES[2], "2026-11-04")
    assert run("report", "run", "weekly", "--date", "2026-11-09", "-q").code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "weekly-001-2026-11-02.json",
        "weekly-001-2026-11-02.md",
        "weekly-001-2026-11-02.md.ledger.json",
        "weekly-002-2026-11-09.json",
        "weekly-002-2026-11-09.md",
        "weekly-002-2026-11-09.md.ledger.json",
    ]
    assert STORIES[2] in " ".join((folder / "out" / "weekly-002-2026-11-09.md").read_text().split())
    assert [record["number"] for record in records(run("edition", "list", "--json"))] == [1, 2]
    shown = run("edition", "show", "weekly")
    assert "No. 2 of 2026-W45" in shown.out
    assert STORIES[2] in shown.out
    diff = run("edition", "diff", "weekly", "1", "2")
    assert f"new: {STORIES[2]}" in diff.out
    assert f"not printed again: {STORIES[1]}" in diff.out


def test_the_editions_printed_are_proved_against_the_articles(run: Run, folder: Path, weekly: Path) -> None:
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    for path in (folder / "out").glob("weekly-001-2026-11-02.md"):
        assert run("verify", path, "--sources", folder / "in").code == 0


def test_an_edition_is_rendered_byte_for_byte_and_in_another_format(
    run: Run, folder: Path, weekly: Path
) -> None:
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    write_article(folder / "in", "c.txt", STORIES[2], "2026-11-01")
    (folder / "in" / "a.txt").unlink()
    for form in ("md", "json"):
        outcome = run("edition", "render", "weekly", "1", "-f", form, "-o", folder / f"again.{form}")
        assert (outcome.code, outcome.err.count("\n")) == (0, 1)
        printed = folder / "out" / f"weekly-001-2026-11-02.{form}"
        assert (folder / f"again.{form}").read_bytes() == printed.read_bytes()
    assert STORIES[0] in run("edition", "render", "weekly", "-f", "html", "-o", "-").out


def test_a_template_that_changed_since_is_said(run: Run, folder: Path, weekly: Path) -> None:
    own = home() / "templates" / "plain"
    own.mkdir(parents=True)
    (own / "brief.html").write_text("<p>{{ brief.title }}{{ brief | mark }}</p>")
    text = weekly.read_text().replace('"policy-brief"', '"plain"')
    (folder / "edited.toml").write_text(text)
    assert run("report", "edit", "weekly", "--from", folder / "edited.toml").code == 0
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    assert "has changed" not in run("edition", "render", "weekly", "-f", "html", "-o", "-").err
    (own / "brief.html").write_text("<h1>{{ brief.title }}{{ brief | mark }}</h1>")
    outcome = run("edition", "render", "weekly", "-f", "html", "-o", "-")
    assert outcome.code == 0
    assert "The template 'plain' has changed since No. 1 was made" in outcome.err
    assert "has changed" not in run("edition", "render", "weekly", "-f", "md", "-o", "-").err


def test_all_that_is_due_is_made_and_then_nothing_is(run: Run, folder: Path, weekly: Path) -> None:
    monthly = ("--theme", "energy", "--every", "month", "--day", "last", "--zone", "UTC")
    run("report", "new", "monthly", "in", *monthly, "--output-folder", "out", "-f", "md")
    outcome = run("report", "run", "--due", "--date", "2026-11-02")
    assert outcome.code == 0
    assert [line.split(",")[0] for line in outcome.out.splitlines()] == [
        "monthly No. 1 of 2026-10",
        "weekly No. 1 of 2026-W44",
    ]
    outcome = run("report", "run", "--due", "--date", "2026-11-02")
    assert (outcome.code, outcome.out, outcome.err) == (4, "", "Nothing is due.\n")


def test_a_report_that_is_broken_keeps_no_other_from_being_made(run: Run, folder: Path, weekly: Path) -> None:
    weekly.with_name("broken.toml").write_text("format = 1\n")
    outcome = run("report", "run", "--due", "--date", "2026-11-02")
    assert outcome.code == 1
    assert "broken.toml: format: not 'briefer.report/1'" in outcome.err
    assert "weekly No. 1" in outcome.out
    listed = run("report", "list")
    assert (listed.code, "broken: " in listed.err, "weekly" in listed.out) == (3, True, True)


def test_a_report_is_listed_and_shown(run: Run, folder: Path, weekly: Path) -> None:
    (listed,) = records(run("report", "list", "--json"))
    assert (listed["name"], listed["day"], listed["latest"], listed["due"]) == (
        "weekly",
        "monday",
        None,
        ["2026-W46"],
    )
    assert listed["next"] == "2026-11-23T06:00:00+00:00"
    assert "every week on monday at 07:00 Europe/Berlin" in run("report", "list").out
    shown = run("report", "show", "weekly")
    assert 'themes = ["arms-sales"]' in shown.out
    assert "make it with: briefer report run weekly" in shown.out
    assert json.loads(run("report", "show", "weekly", "--json").out)["paths"] == [str(folder / "in")]


def test_an_edit_takes_its_place_only_where_it_is_a_report(
    run: Run, folder: Path, weekly: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = weekly.read_text()
    editor = folder / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/monday/friday/' \"$1\"\n")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", shlex.quote(str(editor)))
    assert run("report", "edit", "weekly").code == 0
    assert weekly.read_text() == before.replace("monday", "friday")
    editor.write_text("#!/bin/sh\nsed -i 's/friday/freitag/' \"$1\"\n")
    outcome = run("report", "edit", "weekly")
    assert outcome.code == 1
    assert "schedule.day: 'freitag' is no day of the week" in outcome.err
    assert weekly.read_text() == before.replace("monday", "friday")
    assert "freitag" in weekly.with_name("weekly.rejected.toml").read_text()
    assert run("report", "restore", "weekly").code == 0
    assert weekly.read_text() == before
    assert run("report", "restore", "weekly").code == 0
    assert weekly.read_text() == before.replace("monday", "friday")


def test_a_removed_report_keeps_its_editions_and_comes_back(run: Run, folder: Path, weekly: Path) -> None:
    before = weekly.read_text()
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    assert run("report", "remove", "weekly").code == 0
    assert not weekly.exists()
    assert run("report", "run", "weekly").code == 2
    assert "No. 1" in run("edition", "list", "weekly").out
    assert run("edition", "render", "weekly", "-f", "md", "-o", "-").code == 0
    assert run("report", "restore", "weekly").code == 0
    assert weekly.read_text() == before
    run("report", "run", "weekly", "--date", "2026-11-09", "-q")
    assert "No. 2" in run("edition", "list", "weekly").out


def test_a_draft_that_waits_is_used_once_and_kept(run: Run, folder: Path, weekly: Path) -> None:
    waiting = Path(run("report", "draft", "weekly").out.strip())
    text = waiting.read_text()
    waiting.write_text(text.replace("[brief]", 'bottom_line = "We expect more."\n\n[brief]', 1))
    assert run("report", "draft", "weekly").out.strip() == str(waiting)
    assert "draft" in run("report", "show", "weekly").out
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    assert "We expect more." in (folder / "out" / "weekly-001-2026-11-02.md").read_text()
    assert not waiting.exists()
    assert "We expect more." in (weekly.parent / ".kept" / "weekly-001.briefer.toml").read_text()
    run("report", "run", "weekly", "--date", "2026-11-09", "-q")
    assert "We expect more." not in (folder / "out" / "weekly-002-2026-11-09.md").read_text()


def test_a_sentence_that_was_printed_before_is_carried_over_where_it_is_pinned(
    run: Run, folder: Path, weekly: Path
) -> None:
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    before = json.loads((folder / "out" / "weekly-001-2026-11-02.json").read_text())
    (point, *_) = before["key_points"]
    article, at = point["quote"]["citation"]["article_id"], point["quote"]["sentence"]
    waiting = Path(run("report", "draft", "weekly").out.strip())
    choice = (
        '\n[[choices]]\ntheme = "arms-sales"\n'
        f'article = "{article}"\nat = [{at["start"]}, {at["end"]}]\nmark = "pinned"\n'
        f'words = "{STORIES[0]}"\n'
    )
    waiting.write_text(waiting.read_text() + choice)
    outcome = run("report", "run", "weekly", "--date", "2026-11-09")
    assert outcome.code == 0, outcome.err
    page = (folder / "out" / "weekly-002-2026-11-09.md").read_text()
    assert STORIES[0].partition(" on Monday")[0] in page
    assert "carried over" in page


def test_an_address_that_a_report_has_no_more_is_owed_nothing(run: Run, weekly: Path) -> None:
    weekly.write_text(weekly.read_text().replace("[output]", '[output]\nmail_to = ["ana@example.org"]', 1))
    assert run("report", "run", "weekly", "--date", "2026-11-02").code == 3
    assert "ana@example.org" in run("report", "show", "weekly").out
    assert "not delivered" in run("report", "list").out
    weekly.write_text(weekly.read_text().replace('\nmail_to = ["ana@example.org"]', "", 1))
    assert "ana@example.org" not in run("report", "show", "weekly").out
    assert "not delivered" not in run("report", "list").out
    assert "Everything is delivered." in run("report", "deliver", "weekly").err


def test_where_the_clock_was_set_back_the_next_edition_is_the_one_behind_the_last(
    run: Run, weekly: Path
) -> None:
    run("report", "run", "weekly", "--date", "2026-11-16", "-q")
    outcome = run("report", "run", "weekly", "--date", "2026-11-01")
    assert outcome.code == 4
    assert "The next is due 2026-11-23" in outcome.err


def test_a_draft_that_is_named_is_used_and_stays(run: Run, folder: Path, weekly: Path) -> None:
    draft = folder / "mine.briefer.toml"
    draft.write_text(
        'format = "briefer.draft/1"\nbottom_line = "Mine."\n[brief]\nas_of = 2020-01-01\nthemes=["energy"]\n'
    )
    write_article(
        folder / "in", "oil.txt", "Syldavia raised its oil exports by a tenth on Friday.", "2026-10-30"
    )
    assert run("report", "run", "weekly", "--date", "2026-11-02", "--draft", draft, "-q").code == 0
    printed = json.loads((folder / "out" / "weekly-001-2026-11-02.json").read_text())
    assert (printed["bottom_line"], printed["as_of"]) == ("Mine.", "2026-11-02")
    assert printed["title"] == "Arms watch"
    assert [section["theme"] for section in printed["sections"]] == ["energy"]
    assert draft.exists()


def test_the_library_can_be_reported_on(run: Run, folder: Path) -> None:
    run("add", folder / "in", "-q")
    outcome = run("report", "new", "weekly", "--library", *NEW, "--output-folder", "out", "-f", "json")
    assert outcome.code == 0, outcome.err
    assert run("report", "run", "weekly", "--date", "2026-11-02", "-q").code == 0
    write_article(folder / "more", "late.txt", STORIES[2], "2026-10-20")
    write_article(folder / "more", "new.txt", STORIES[3], "2026-11-05")
    write_article(folder / "more", "dull.txt", DULL, "2026-11-05")
    run("add", folder / "more", "-q")
    for day in ("2026-11-09", "2026-11-16"):
        assert run("report", "run", "weekly", "--date", day, "-q").code == 0
    used = [
        sorted(source["file"] for source in json.loads(path.read_text())["sources"])
        for path in sorted((folder / "out").glob("*.json"))
    ]
    assert used == [["a.txt", "b.txt"], ["late.txt", "new.txt"], []]


def test_a_delivery_that_fails_is_one_line_and_code_3_and_is_tried_again(
    run: Run, folder: Path, weekly: Path
) -> None:
    (folder / "out").write_text("in the way")
    outcome = run("report", "run", "weekly", "--date", "2026-11-02")
    assert outcome.code == 3
    assert [line for line in outcome.err.splitlines() if line.startswith("not delivered: weekly No. 1")]
    assert "not tried" not in run("report", "show", "weekly").out
    assert run("report", "deliver", "weekly").code == 3
    (folder / "out").unlink()
    assert run("report", "deliver", "weekly").code == 0
    assert "Everything is delivered." in run("report", "deliver", "weekly").err
    assert (folder / "out" / "weekly-001-2026-11-02.md").exists()


def test_mail_without_a_server_says_what_to_write(run: Run, folder: Path) -> None:
    mail = ("--mail-to", "ana@example.org", "--output-folder", "out", "-f", "md")
    run("report", "new", "weekly", "in", *NEW, *mail)
    outcome = run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    assert outcome.code == 3
    assert 'mail.from: missing. Write from = "desk@example.org" under [mail]' in outcome.err
    (home() / "config.toml").write_text('[mail]\nserver = "a"\nfrom = "b@c.org"\npassword = "secret"\n')
    assert "No password is kept here" in run("report", "deliver", "weekly").err


def test_what_makes_the_system_run_it_is_printed_with_full_paths(
    run: Run, folder: Path, weekly: Path
) -> None:
    units = run("report", "schedule", "weekly").out
    assert "OnCalendar=Mon *-*-* 07:00:00 Europe/Berlin" in units
    assert '"report" "run" "weekly"' in units
    assert f'Environment="BRIEFER_HOME={home()}"' in units
    line = run("report", "schedule", "weekly", "--cron").out
    assert line.startswith("0 * * * * BRIEFER_HOME=")
    # As cron does it: from another folder, with next to nothing in the environment.
    environment = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795168800"}
    command = ("sh", "-c", line.split(" ", 5)[5])
    done = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "weekly No. 1 of 2026-W46, as of 2026-11-16: Arms watch\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["new", "Weekly", "in", *NEW, "--output-folder", "out"], 2, "a-z, 0-9 and dashes"),
        (["new", "weekly", *NEW, "--output-folder", "out"], 2, "--library"),
        (["new", "weekly", "nowhere", *NEW, "--output-folder", "out"], 1, "does not exist"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "--day", "noday"], 2, "no day of the week"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "--zone", "Nowhere"], 2, "no time zone"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "-f", "docx"], 2, "docx"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "-t", "enrgy"], 2, "'energy'"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "--mail-to", "ana"], 2, "ana@example.org"),
        (["new", "weekly", "in", *NEW, "--output-folder", "out", "--since", "ever"], 2, "2026-11-20"),
        (["run"], 2, "--due"),
        (["run", "weekly", "--due"], 2, "--due"),
        (["run", "nothing"], 2, "There is none yet"),
        (["run", "--due", "--date", "0001-01-01"], 2, "lies outside"),
        (["run", "--due", "--date", "9999-12-31"], 2, "lies outside"),
        (["show", "nothing"], 2, "There is none yet"),
        (["restore", "nothing"], 2, "There is none yet"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    run: Run, folder: Path, arguments: list[str], code: int, said: str
) -> None:
    outcome = run("report", *arguments)
    assert outcome.code == code
    assert said in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err
    assert not (home() / "reports" / "weekly.toml").exists()


def test_an_edition_that_is_not_there_is_said(run: Run, folder: Path, weekly: Path) -> None:
    assert "Make one with: briefer report run weekly" in run("edition", "show", "weekly").err
    run("report", "run", "weekly", "--date", "2026-11-02", "-q")
    outcome = run("edition", "diff", "weekly", "1", "9")
    assert outcome.code == 1
    assert "No. 9" in outcome.err


def test_looking_for_editions_makes_nothing(run: Run, folder: Path) -> None:
    assert run("edition", "list").code == 0
    assert run("edition", "show", "weekly").code == 1
    assert run("report", "list").code == 0
    assert list(home().iterdir()) == []


def test_a_revised_figure_is_shown_by_the_diff_with_both_amounts(
    run: Run, folder: Path, weekly: Path
) -> None:
    first = "The sale of the fighter jets to Klow will cost 400 million dollars, the army of Borduria said."
    later = "The sale of the fighter jets to Klow will cost 900 million dollars, the army of Borduria said."
    for text, day, until in ((first, "2026-10-30", "2026-11-02"), (later, "2026-11-03", "2026-11-09")):
        write_article(folder / "in", f"{day}.txt", text, day)
        run("report", "run", "weekly", "--date", until, "-q")
    diff = run("edition", "diff", "weekly", "1", "2").out
    assert later in diff
    assert "revised: 900 million dollars, earlier 400 million dollars" in diff
