"""What a run of a report makes, week after week."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefer.errors import NothingDue
from briefer.library.editions import list_deliveries, list_editions, load_edition
from briefer.model.reports import CatchUp, Since, WhenEmpty
from briefer.rendering.json import render_json
from briefer.reporting.delivering import read_brief_of
from tests.reports.making import DULL, STORIES, make_report, monday, open_desk, run, write_article


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_article(tmp_path / "in", "a.txt", STORIES[0], "2026-10-28")
    write_article(tmp_path / "in", "b.txt", STORIES[1], "2026-11-01")
    return tmp_path / "home"


def printed(home: Path, number: int) -> dict[str, Any]:
    """An edition as its JSON says."""
    with open_desk(home) as desk:
        content: dict[str, Any] = json.loads(load_edition(desk.library, "weekly", number).content)
    return content


def files_used(home: Path, number: int) -> list[str]:
    return sorted(source["file"] for source in printed(home, number)["sources"])


def test_each_week_prints_what_came_since_the_last_one(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    (first,) = run(home, report, monday(2)).made
    write_article(tmp_path / "in", "c.txt", STORIES[2], "2026-11-04")
    write_article(tmp_path / "in", "tomorrow.txt", STORIES[3], "2026-11-09")
    (second,) = run(home, report, monday(9)).made
    assert [(made.number, made.key, str(made.as_of)) for made in (first, second)] == [
        (1, "2026-W44", "2026-11-02"),
        (2, "2026-W45", "2026-11-09"),
    ]
    assert files_used(home, 1) == ["a.txt", "b.txt"]
    assert files_used(home, 2) == ["c.txt"]
    run(home, report, monday(16))
    assert files_used(home, 3) == ["tomorrow.txt"]


def test_what_came_in_late_is_reported_once_and_said_to_be_late(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    run(home, report, monday(2))
    write_article(tmp_path / "in", "late.txt", STORIES[2], "2026-10-20")
    write_article(tmp_path / "in", "undated.txt", STORIES[3])
    run(home, report, monday(9))
    run(home, report, monday(16))
    assert files_used(home, 2) == ["late.txt", "undated.txt"]
    assert any("1 of 2 articles is older than the period" in limit for limit in printed(home, 2)["limits"])
    assert files_used(home, 3) == []


def test_undated_articles_are_left_out_where_the_report_says_so(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    report = replace(report, spec=replace(report.spec, keep_undated=False))
    write_article(tmp_path / "in", "undated.txt", STORIES[3])
    run(home, report, monday(2))
    run(home, report, monday(9))
    assert "undated.txt" not in files_used(home, 1) + files_used(home, 2)


def test_a_period_is_made_once(home: Path) -> None:
    report = make_report(home)
    assert len(run(home, report, monday(2)).made) == 1
    for now in (monday(2), monday(5), monday(1)):
        assert run(home, report, now).is_idle
    with open_desk(home) as desk:
        assert len(list_editions(desk.library)) == 1


def test_the_same_folder_twice_repeats_no_sentence(home: Path) -> None:
    for since in Since:
        report = make_report(home, name=f"since-{since}", since=since)
        for now in (monday(2), monday(9)):
            run(home, report, now)
        with open_desk(home) as desk:
            (_, first), (_, second) = (read_brief_of(desk, report.name, number) for number in (1, 2))
        assert first.quotes()
        assert second.quotes() == ()
        assert second.edition == 2
        assert second.changes is not None


def test_again_makes_a_new_edition_of_the_same_articles_and_keeps_the_old(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    run(home, report, monday(2))
    write_article(tmp_path / "in", "late.txt", STORIES[2], "2026-10-20")
    run(home, report, monday(9))
    before = printed(home, 2)
    (again,) = run(home, report, monday(9), again=True).made
    assert (again.number, again.key, again.take) == (3, "2026-W45", 2)
    assert files_used(home, 3) == files_used(home, 2) == ["late.txt"]
    assert printed(home, 3)["key_points"] == before["key_points"] != []
    assert printed(home, 2) == before
    with pytest.raises(NothingDue, match="2026-W46 was not made yet"):
        run(home, report, monday(16), again=True)


@pytest.mark.parametrize(
    ("catch_up", "expected"),
    [
        (CatchUp.ONE_BY_ONE, {2: ["c.txt"], 3: ["d.txt"], 4: ["e.txt"]}),
        (CatchUp.MERGE, {2: ["c.txt", "d.txt", "e.txt"]}),
        (CatchUp.LATEST, {2: ["e.txt"]}),
    ],
)
def test_after_three_weeks_asleep(
    home: Path, tmp_path: Path, catch_up: CatchUp, expected: dict[int, list[str]]
) -> None:
    report = make_report(home, catch_up=catch_up)
    run(home, report, monday(2))
    for name, text, day in zip("cde", STORIES[2:], ("2026-11-03", "2026-11-10", "2026-11-17"), strict=True):
        write_article(tmp_path / "in", f"{name}.txt", text, day)
    made = run(home, report, monday(23)).made
    assert {edition.number: files_used(home, edition.number) for edition in made} == expected
    assert run(home, report, monday(23)).is_idle


def test_nothing_to_report_is_an_edition_or_none_as_asked(home: Path, tmp_path: Path) -> None:
    saying = make_report(home)
    skipping = make_report(home, name="quiet", when_empty=WhenEmpty.SKIP)
    for report in (saying, skipping):
        run(home, report, monday(2))
    write_article(tmp_path / "in", "dull.txt", DULL, "2026-11-04")
    (edition,) = run(home, saying, monday(9)).made
    assert edition.is_empty
    skipped = run(home, skipping, monday(9))
    assert (skipped.made, skipped.passed_over, skipped.is_idle) == ((), ("2026-W45",), True)
    assert run(home, skipping, monday(9)).passed_over == ()
    write_article(tmp_path / "in", "c.txt", STORIES[2], "2026-11-05")
    (later,) = run(home, skipping, monday(16)).made
    assert (later.number, str(later.first)) == (2, "2026-11-02")


def test_editions_among_the_articles_are_no_articles(home: Path, tmp_path: Path) -> None:
    report = make_report(home, output_folder=tmp_path / "in" / "editions", copy_to=tmp_path / "in")
    for now in (monday(2), monday(9), monday(16)):
        outcome = run(home, report, now)
        assert outcome.failures == ()
    assert files_used(home, 1) == ["a.txt", "b.txt"]
    assert files_used(home, 3) == []


def test_a_stored_edition_is_the_very_brief(home: Path) -> None:
    run(home, make_report(home), monday(2))
    run(home, make_report(home), monday(9))
    with open_desk(home) as desk:
        for number in (1, 2):
            stored = load_edition(desk.library, "weekly", number)
            brief = read_brief_of(desk, "weekly", number)[1]
            assert render_json(brief).encode() == stored.content


def test_a_file_with_a_name_that_is_no_text_is_reported_on(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "in" / os.fsdecode(b"c\xff\x1b[2J.txt")
    path.write_text(f"{STORIES[2]}\n\nNobody could be asked about it at once.\n")
    run(home, make_report(home), monday(2))
    with open_desk(home) as desk:
        stored = load_edition(desk.library, "weekly", 1)
        brief = read_brief_of(desk, "weekly", 1)[1]
    assert os.fsencode(path.name) in [os.fsencode(source.file) for source in brief.sources]
    assert render_json(brief).encode() == stored.content


def test_a_file_that_is_gone_is_printed_again_and_a_foreign_one_stays(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    run(home, report, monday(2))
    path = tmp_path / "out" / "weekly-001-2026-11-02.md"
    before = path.read_bytes()
    path.write_bytes(b"somebody edited it")
    assert run(home, report, monday(2)).is_idle
    assert path.read_bytes() == b"somebody edited it"
    path.unlink()
    (outcome,) = run(home, report, monday(2)).outcomes
    assert outcome.place == str(path)
    assert path.read_bytes() == before
    path.with_name("weekly-002-2026-11-09.md").write_bytes(b"foreign")
    run(home, report, monday(9))
    assert path.with_name("weekly-002-2026-11-09.md").read_bytes() == b"foreign"
    assert path.with_name("weekly-002-2026-11-09-2.md").exists()


def test_a_folder_that_cannot_be_written_costs_no_edition(home: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    report = make_report(home)
    outcome = run(home, report, monday(2))
    assert len(outcome.made) == 1
    assert all("a file stands where a folder should" in found.problem for found in outcome.outcomes)
    (tmp_path / "out").unlink()
    later = run(home, report, monday(2))
    assert [found.problem for found in later.outcomes] == ["", ""]
    with open_desk(home) as desk:
        assert list_deliveries(desk.library, "weekly", owed=True) == ()
        assert [found.attempts for found in list_deliveries(desk.library, "weekly")] == [2, 2]


def test_a_late_copy_of_an_old_edition_does_not_become_the_latest(home: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.write_text("in the way")
    report = make_report(home, formats=("md",), copy_to=copies)
    run(home, report, monday(2))
    copies.unlink()
    run(home, report, monday(9))
    assert (copies / "weekly-latest.md").readlink() == Path("weekly-002-2026-11-09.md")
    assert (copies / "weekly-001-2026-11-02.md").exists()


def test_the_page_says_its_number_and_what_has_changed(home: Path, tmp_path: Path) -> None:
    report = make_report(home)
    for now in (monday(2), monday(9)):
        run(home, report, now)
    pages = [path.read_text() for path in sorted((tmp_path / "out").glob("*.md"))]
    assert "Policy brief · No.\N{NO-BREAK SPACE}1 · 2 November 2026" in pages[0]
    assert "Changes" not in pages[0]
    assert "No change since No.\N{NO-BREAK SPACE}1 (2 November 2026)." in pages[1]
    assert "0 articles · none to draw on" in pages[1]
    write_article(tmp_path / "in", "c.txt", STORIES[2], "2026-11-10")
    run(home, report, monday(16))
    page = (tmp_path / "out" / "weekly-003-2026-11-16.md").read_text()
    # No. 2 told nothing that it could be compared with.
    assert "## Changes since No.\N{NO-BREAK SPACE}1 (2 November 2026)" in page
    assert "key point 1" in page
    write_article(tmp_path / "in", "d.txt", STORIES[3], "2026-11-17")
    run(home, report, monday(23))
    page = (tmp_path / "out" / "weekly-004-2026-11-23.md").read_text()
    # The articles of the week before still say what they said: nobody looked whether they do.
    assert "in no source any more" not in page


@pytest.mark.parametrize("when_empty", WhenEmpty)
def test_an_edition_that_told_nothing_makes_nobody_forget_what_was_told_before(
    home: Path, tmp_path: Path, when_empty: WhenEmpty
) -> None:
    later = "Ruritania said its arms deal with Syldavia is worth three billion dollars, up from two billion."
    report = make_report(home, when_empty=when_empty)
    for now in (monday(2), monday(9)):
        run(home, report, now)
    write_article(tmp_path / "in", "later.txt", later, "2026-11-10")
    (made,) = run(home, report, monday(16)).made
    page = printed(home, made.number)
    (revised,) = page["changes"]["revised"]
    assert (revised["amount"], revised["earlier"]["text"]) == ("three billion dollars", STORIES[0])
    assert [point["quote"]["text"] for point in page["key_points"]] == [later]
