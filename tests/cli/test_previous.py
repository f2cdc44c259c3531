"""`--previous`, as a user meets it."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.two_weeks import FIRST, SECOND, write_week

THEMES = ("-t", "arms-sales", "-t", "airstrikes", "-t", "energy", "-q")


def test_a_brief_after_another_prints_what_is_new_and_is_proved(run: Run, tmp_path: Path) -> None:
    first = write_week(tmp_path / "first", FIRST)
    both = write_week(tmp_path / "both", FIRST, SECOND)
    last, now = tmp_path / "last.html", tmp_path / "now.md"
    assert run("brief", first, *THEMES, "-o", last, "--as-of", "2031-05-03").code == 0
    assert run("brief", both, *THEMES, "--previous", last, "-o", now, "--as-of", "2031-05-10").code == 0
    text = now.read_text("utf-8")
    assert "## Changes since the brief of 3 May 2031" in text
    assert "No new reporting:** Energy" in text
    assert run("verify", now, "--sources", both).code == 0


def test_without_a_theme_those_of_the_brief_before_are_taken(run: Run, tmp_path: Path) -> None:
    first = write_week(tmp_path / "first", FIRST)
    last = tmp_path / "last.html"
    assert run("brief", first, *THEMES, "-o", last, "--as-of", "2031-05-03").code == 0
    outcome = run("brief", first, "--previous", last, "-n", "--as-of", "2031-05-10")
    themes = [line.split(":")[0].strip() for line in outcome.err.splitlines() if line.startswith("  ")]
    assert "these are those of the brief before" in outcome.err
    assert themes[:3] == ["arms-sales", "airstrikes", "energy"]


def test_the_same_folder_twice_is_no_change(run: Run, tmp_path: Path) -> None:
    first = write_week(tmp_path / "first", FIRST)
    last = tmp_path / "last.json"
    run("brief", first, *THEMES, "-o", last, "--as-of", "2031-05-03")
    asked = ("brief", first, *THEMES[:-1], "--previous", last, "--as-of", "2031-05-10")
    outcome = run(*asked, "--dry-run")
    assert outcome.code == 0
    assert "No change since the brief of 3 May 2031" in outcome.err
    assert run("check", *asked[1:]).code == 0


def test_a_brief_before_that_is_none_is_refused_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    outcome = run("brief", tmp_path, "--previous", tmp_path / "gone.pdf")
    assert outcome.code == 1
    assert "gone.pdf" in outcome.err
    assert len(outcome.err.splitlines()) == 1
