"""The library, reports and their editions, as an analyst meets them in the application."""

from datetime import date
from pathlib import Path

import pytest

from briefer.workspace import Workspace
from tests.reports.making import STORIES, make_report, monday, write_article
from tests.tui.sitting import NOW, Sitting, Story, sit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a user with a weekly report of two editions, the second of which has more to tell."""
    home, folder = tmp_path / "home", tmp_path / "in"
    workspace = Workspace(home)
    write_article(folder, "one.txt", STORIES[0], "2026-10-28")
    workspace.reports.add(make_report(home))
    workspace.reports.run("weekly", now=monday(2))
    write_article(folder, "two.txt", STORIES[1], "2026-11-05")
    workspace.reports.run("weekly", now=monday(9))
    return home


def sit_on(home: Path, story: Story) -> None:
    sit([home.parent / "in"], story, home=home)


def test_a_report_is_shown_with_what_is_due_and_what_was_last(home: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("b")
        assert "every week on monday at 07:00 Europe/Berlin" in at.shown()
        assert "due: 2026-W46 · last: No. 2 of 2026-W45" in at.shown()

    sit_on(home, story)


def test_the_keys_of_the_reports_fit_and_are_listed_at_a_key(home: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("b")
        *_, foot = at.shown().rstrip().splitlines()
        assert all(name in foot for name in ("Make due", "Deliver owed", "Draft next", "Editions", "Back"))
        await at.press("?")
        assert "All keys" in at.shown()
        await at.press("escape")
        assert "due: 2026-W46" in at.shown()

    sit([home.parent / "in"], story, home=home, size=(80, 24))


def test_what_is_due_is_made_at_a_key_and_once(home: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("b r")
        assert "Made weekly No. 3 of 2026-W46" in at.shown()
        assert "next: 2026-11-23 07:00 · last: No. 3 of 2026-W46" in at.shown()
        await at.press("r")
        assert "Nothing is due" in at.shown()

    sit_on(home, story)
    assert [edition.number for edition in Workspace(home).reports.editions("weekly")] == [1, 2, 3]


def test_a_report_that_cannot_be_read_is_told_beside_the_others(home: Path) -> None:
    (home / "reports" / "broken.toml").write_text("every = [")

    async def story(at: Sitting) -> None:
        await at.press("b")
        assert "✗ broken" in at.shown()
        assert "last: No. 2" in at.shown()

    sit_on(home, story)


def test_two_editions_are_compared_side_by_side(home: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("b enter")
        assert "No. 2" in at.shown()
        await at.press("c")
        shown = at.shown()
        assert "No. 1 · 2 November 2026" in shown
        assert "No. 2 · 9 November 2026" in shown
        assert "+ Borduria will deliver" in shown
        assert "+ Ruritania" not in shown

    sit_on(home, story)


def test_the_first_edition_has_none_to_be_compared_with(home: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("b enter end c")
        assert "There is no edition before this one" in at.notices()

    sit_on(home, story)


def test_an_edition_is_printed_again_to_the_same_bytes(home: Path) -> None:
    again = home.parent / "again.md"

    async def story(at: Sitting) -> None:
        await at.press("b enter p")
        await at.press("ctrl+u")
        await at.type(str(again))
        await at.press("enter")
        assert f"Wrote {again}" in at.shown().replace("\n", "")

    sit_on(home, story)
    (first,) = (home.parent / "out").glob("weekly-002-*.md")
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.filterwarnings("ignore:Image.Image.getdata")  # of textual-image
def test_the_pages_of_an_edition_are_drawn_from_what_was_stored(home: Path) -> None:
    (home.parent / "in" / "two.txt").unlink()

    async def story(at: Sitting) -> None:
        await at.press("b enter enter")
        assert "Page 1 of" in at.shown()
        assert "Print" not in at.shown().splitlines()[-1]

    sit_on(home, story)


def test_without_reports_the_way_to_one_is_said(tmp_path: Path) -> None:
    write_article(tmp_path / "in", "one.txt", STORIES[0])

    async def story(at: Sitting) -> None:
        await at.press("b")
        assert "There are no reports yet. Make one with: briefer report new" in at.shown()

    sit_on(tmp_path / "home", story)


def test_the_library_is_picked_from_and_put_right_like_a_folder(tmp_path: Path) -> None:
    write_article(tmp_path / "in", "one.txt", STORIES[0])
    home = tmp_path / "home"
    workspace = Workspace(home)
    workspace.library.add([tmp_path / "in"], now=NOW)

    async def story(at: Sitting) -> None:
        assert "library · 1 article" in at.shown()
        await at.press("a d")
        await at.type("2026-11-02")
        await at.press("enter")
        assert "2026-11-02" in at.shown()

    sit((), story, home=home, library="")
    (holding,) = workspace.library.articles()
    assert str(holding.published) == str(date(2026, 11, 2))
