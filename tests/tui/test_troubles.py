"""What an analyst sees where something is missing, broken or too small."""

from pathlib import Path

import pytest

from briefer.tui import BrieferApp
from tests.cli.conftest import Run
from tests.tui.sitting import AS_OF, Sitting, sit
from tests.tui.terminal import open_terminal


def test_an_empty_folder_says_so_and_is_read_again_at_a_key(clips: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    async def story(at: Sitting) -> None:
        assert "There is no article in empty." in at.shown()
        (clips / "arms.txt").rename(folder / "arms.txt")
        await at.press("R")
        assert "1 article" in at.shown()
        assert "no article" not in at.shown()

    sit([folder], story, home=tmp_path)


def test_notes_that_no_file_is_there_for_stand_among_the_articles(clips: Path, tmp_path: Path) -> None:
    (clips / "sources.toml").write_text('[files."typo.txt"]\noutlet = "Valley Times"\n')

    async def story(at: Sitting) -> None:
        await at.press("a")
        assert "! sources.toml  it has entries for files that do not exist: 'typo" in at.shown()

    sit([clips], story, home=tmp_path)


@pytest.mark.parametrize("others", [(), ("seeds",)])
def test_a_path_that_is_not_there_is_one_line_and_not_a_mistyped_command(
    run: Run, tmp_path: Path, seeds: Path, others: tuple[str, ...]
) -> None:
    missing = tmp_path / "nowhere"
    outcome = run(*(seeds for _ in others), missing)
    assert outcome.code == 1
    assert outcome.err == f"briefer: {missing}: it does not exist\n"


def test_what_nobody_foresaw_ends_without_a_traceback_and_keeps_the_draft(
    clips: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(app: BrieferApp) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(BrieferApp, "action_read_again", break_down)
    app = BrieferApp([clips], as_of=AS_OF, home=tmp_path)
    app.run(headless=True)
    assert isinstance(app.failure, ZeroDivisionError)
    assert app.draft_path.exists()
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err


def test_an_editor_that_cannot_be_started_is_told_and_the_screen_lives_on(
    clips: Path, tmp_path: Path
) -> None:
    with open_terminal(str(clips), home=tmp_path / "home", editor="/nowhere/vi") as terminal:
        terminal.wait_for("2 articles")
        terminal.press(" e", "Opening your")
        terminal.press("?", "esc back")


def test_on_the_smallest_screen_the_evidence_is_one_key_off(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("enter")
        assert at.app.desk.evidence_pane.is_on_screen
        assert at.app.desk.evidence_pane.has_focus
        await at.press("escape")
        assert at.app.desk.themes_pane.is_on_screen

    sit([clips], story, home=tmp_path, size=(50, 16))


def test_a_sentence_names_its_source_on_a_small_screen(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("energy")
        await at.press("space enter space")
        source_lines = [line for line in at.shown().splitlines() if " · ¶" in line and "· opinion" in line]
        assert source_lines
        assert all("Exam" in line for line in source_lines)

    sit([clips], story, home=tmp_path, size=(80, 24))


def test_what_is_written_on_a_theme_that_is_not_picked_is_seen_in_the_outline(
    clips: Path, tmp_path: Path
) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("e")
        await at.type("Prices will rise.")
        await at.press("escape")
        assert "Prices will rise." in at.shown()
        await at.press("u")
        assert at.draft.spec.themes == ()

    sit([clips], story, home=tmp_path, size=(120, 80))


def test_a_draft_that_cannot_be_saved_is_told_once_and_stays_in_sight(clips: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "drafts").write_text("in the way of a folder")

    async def story(at: Sitting) -> None:
        for _ in range(3):
            await at.press("space")
            at.app.save_now()
        assert at.notices().count("Saving the draft failed") == 1
        at.app.save_now()
        assert "draft NOT saved" in at.app.status

    sit([clips], story, home=home)


def test_a_terminal_that_cannot_place_text_is_refused_with_the_way_out(clips: Path, tmp_path: Path) -> None:
    with open_terminal(str(clips), home=tmp_path / "home", term="dumb") as terminal:
        terminal.wait_for("briefer brief PATH...")
        assert b"\x1b" not in terminal.written


def test_the_file_to_print_to_is_kept_with_the_draft(clips: Path, tmp_path: Path) -> None:
    async def name_it(at: Sitting) -> None:
        at.app.desk.action_set("output")
        await at.settle()
        await at.press("ctrl+a ctrl+k")
        await at.type("weekly.md")
        await at.press("enter")

    async def come_back(at: Sitting) -> None:
        assert at.app.target == tmp_path / "weekly.md"
        assert "weekly.md" in at.shown()

    sit([clips], name_it, home=tmp_path / "home")
    sit([clips], come_back, home=tmp_path / "home")
