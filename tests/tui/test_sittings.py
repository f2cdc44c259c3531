"""Whole sittings at the application, on the sample articles."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from briefer.model import Mark
from briefer.tui import BrieferApp
from briefer.workspace import Workspace
from tests.cli.conftest import Run
from tests.tui.sitting import AS_OF, Sitting, sit


def test_a_brief_is_picked_shaped_written_printed_and_found_again(
    seeds: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))

    async def first(at: Sitting) -> None:
        for theme in ("arms-sales", "airstrikes", "energy"):
            await at.to_theme(theme)
            await at.press("space")
        await at.press("enter d down asterisk e")
        await at.type("Prices will rise.")
        await at.press("escape p")
        assert "Printed" in at.notices()

    async def second(at: Sitting) -> None:
        draft = at.draft
        assert draft.spec.themes == ("arms-sales", "airstrikes", "energy")
        assert [choice.mark for choice in draft.choices] == [Mark.DROPPED, Mark.PINNED]
        assert draft.assessment_of("energy") == "Prices will rise."
        assert "Prices will rise." in at.shown()

    sit([seeds], first, home=tmp_path / "home")
    sit([seeds], second, home=tmp_path / "home", size=(160, 120))
    draft_path = Workspace(tmp_path / "home").drafts.place([seeds], None)
    assert run("brief", "--draft", draft_path, "-q", "-o", "headless.pdf").code == 0
    assert (tmp_path / "brief.pdf").read_bytes() == (tmp_path / "headless.pdf").read_bytes()


def test_every_change_can_be_undone_and_made_again(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("energy")
        await at.press("space enter space down d")
        shaped = at.draft
        await at.press("u u u")
        assert at.draft.spec.themes == ()
        assert at.draft.choices == ()
        await at.press("ctrl+r ctrl+r ctrl+r")
        assert at.draft == shaped

    sit([clips], story, home=tmp_path)


def test_counts_follow_the_period_and_the_sources_and_no_row_moves(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        themes = [theme.name for theme in at.app.desk.themes_pane.themes]
        before = at.shown()
        at.app.desk.action_set("period")
        await at.settle()
        await at.press("ctrl+a ctrl+k")
        await at.type("since 2030")
        await at.press("enter")
        assert "0 of 2" in at.shown()
        assert [theme.name for theme in at.app.desk.themes_pane.themes] == themes
        await at.press("u")
        assert at.shown().splitlines()[1:3] == before.splitlines()[1:3]
        at.app.desk.action_set("sources")
        await at.settle()
        await at.press("space enter")
        assert "all 2" not in at.shown()

    sit([clips], story, home=tmp_path)


def test_a_sentence_moved_to_another_theme_stands_there_first(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("energy")
        await at.press("enter m home enter")
        (choice,) = at.draft.choices
        assert choice.moved_to == at.app.themes[0].name
        await at.to_theme(choice.moved_to)
        assert at.app.desk.evidence_pane.find_row(choice.place) == 0

    sit([clips], story, home=tmp_path)


def test_a_kept_sentence_moves_in_the_list_and_the_cursor_goes_along(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("enter space down space")
        first, second = at.app.desk.evidence_pane.rows[:2]
        await at.press("K")
        assert at.app.desk.evidence_pane.rows[:2] == (second, first)
        assert at.app.desk.evidence_pane.current == second
        assert [choice.words for choice in at.draft.choices] == [
            at.app.overview.articles[found.excerpt.sentence.article_id].words(found.excerpt.sentence.span)  # type: ignore[union-attr]
            for found in (second, first)
        ]
        await at.press("u")
        assert at.app.desk.evidence_pane.rows[:2] == (first, second)

    sit([clips], story, home=tmp_path)


def test_the_evidence_is_sorted_by_strength_again_at_a_key(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("enter end space")
        ranked = at.app.desk.evidence_pane.rows
        await at.press("s")
        assert at.app.desk.evidence_pane.rows == (ranked[-1], *ranked[:-1])
        assert "as printed, 1 of" in at.shown()
        await at.press("s")
        assert at.app.desk.evidence_pane.rows == ranked

    sit([clips], story, home=tmp_path)


@pytest.mark.parametrize(
    ("name", "start"), [("brief.html", b"<!DOCTYPE html>"), ("notes.md", b"# "), ("brief.json", b"{")]
)
def test_the_suffix_of_the_output_says_what_is_printed(
    clips: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, start: bytes
) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))

    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space 2 end enter ctrl+a ctrl+k")
        await at.type(name)
        await at.press("enter")
        assert name in at.shown()
        await at.press("p c")
        assert "Printed" in at.notices(), at.notices()

    sit([clips], story, home=tmp_path / "home")
    printed = tmp_path / name
    assert printed.read_bytes().startswith(start)
    draft_path = Workspace(tmp_path / "home").drafts.place([clips], None)
    headless = tmp_path / "elsewhere" / name
    headless.parent.mkdir()
    assert run("brief", "--draft", draft_path, "-q", "-o", headless).code == 0
    for file in headless.parent.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_an_output_that_cannot_be_written_is_refused_when_it_is_typed(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        for typed, reason in (("brief.docx", "docx"), ("nowhere/brief.pdf", "does not exist")):
            at.app.desk.action_set("output")
            await at.settle()
            await at.press("ctrl+a ctrl+k")
            await at.type(typed)
            await at.press("enter")
            assert reason in at.shown()
            await at.press("escape")
        assert at.app.target == Path("brief.pdf")

    sit([clips], story, home=tmp_path)


def test_what_was_printed_into_the_folder_is_no_article_of_it(
    clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clips)

    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space p R")
        assert (clips / "brief.pdf").exists()
        assert "2 articles" in at.shown()
        assert "not read" not in at.shown()

    sit([clips], story, home=tmp_path / "home")


def test_an_article_that_has_the_name_of_the_output_is_read_and_never_printed_over(
    clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clips)
    article = (clips / "arms.txt").rename(clips / "article.md")
    before = article.read_bytes()

    async def story(at: Sitting) -> None:
        at.app.edit(replace(at.draft, output=Path("article.md")))
        await at.press("R")
        assert "2 articles" in at.shown()
        await at.to_theme("arms-sales")
        await at.press("space p")
        assert "would be lost" in " ".join(at.notices().split())

    sit([clips], story, home=tmp_path / "home")
    assert article.read_bytes() == before


def test_a_filter_narrows_the_themes_and_escape_shows_all_again(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        every = len(at.app.desk.themes_pane.themes)
        await at.press("slash")
        await at.type("arms")
        assert [theme.name for theme in at.app.desk.themes_pane.themes] == ["arms-sales"]
        await at.press("enter space")
        assert at.draft.spec.themes == ("arms-sales",)
        await at.press("escape")
        assert len(at.app.desk.themes_pane.themes) == every

    sit([clips], story, home=tmp_path)


def test_a_fact_set_by_hand_is_kept_beside_the_file_and_read_again(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("a o ctrl+a ctrl+k")
        await at.type("The Other Example")
        await at.press("enter")
        assert "The Other Example" in at.shown()

    sit([clips], story, home=tmp_path)
    assert 'outlet = "The Other Example"' in (clips / "sources.toml").read_text()


def test_a_theme_is_written_inside_and_its_sentences_are_found(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("n")
        await at.type("Fighter jets")
        await at.press("tab")
        await at.type("F-16")
        await at.press("ctrl+s")
        assert at.draft.spec.themes == ("fighter-jets",)
        assert at.app.desk.themes_pane.current.name == "fighter-jets"  # type: ignore[union-attr]
        assert at.app.desk.evidence_pane.count > 0

    sit([clips], story, home=tmp_path)
    assert '"F-16" = ' in (tmp_path / "themes" / "fighter-jets.toml").read_text()


def test_words_are_trimmed_and_what_changes_the_meaning_is_refused(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space enter")
        rows = [found.excerpt.sentence.position for found in at.app.desk.evidence_pane.rows]
        at.app.desk.evidence_pane.cursor = rows.index(0)
        await at.press("t right right shift+right shift+right shift+right space")
        assert "Cut" in at.shown()
        await at.press("right right space")
        assert "cannot be left out" in at.shown()
        await at.press("enter")
        (choice,) = at.draft.choices
        assert len(choice.cuts) == 1

    sit([clips], story, home=tmp_path)


def test_a_sentence_said_in_other_words_is_the_analysts_and_kept(
    clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)

    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space enter w")
        await at.press("ctrl+s")
        assert not at.draft.choices
        await at.press("w ctrl+end backspace question_mark ctrl+s")
        (choice,) = at.draft.choices
        assert choice.rewording == choice.words[:-1] + "?"
        assert choice.is_kept
        assert "reworded" in at.shown()
        await at.press("w")
        await at.press("f7 delete ctrl+s")
        assert not at.draft.choices

    sit([clips], story, home=tmp_path)


@pytest.mark.filterwarnings("ignore:Image.Image.getdata")  # of textual-image
def test_the_pages_are_drawn_and_turned(seeds: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space v")
        assert "Page 1 of" in at.shown(), at.notices()
        await at.press("pagedown")
        assert "Page 2 of" in at.shown()
        await at.press("escape")
        assert "Themes" in at.shown()

    sit([seeds], story, home=tmp_path)


def test_pages_that_cannot_be_drawn_are_told(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("water")
        await at.press("space v")
        assert "No pages: Nothing to report" in at.shown()

    sit([clips], story, home=tmp_path)


def test_keys_of_the_users_own_replace_ours_and_the_help_says_so(clips: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[keys]\n"themes.pick" = "y"\n[terminal]\ntheme = "briefer-light"\n'
    )

    async def story(at: Sitting) -> None:
        await at.press("y")
        assert len(at.draft.spec.themes) == 1
        assert at.app.theme == "briefer-light"
        await at.press("question_mark")
        assert "y               Pick" in at.app.screen.query_one("#keys").render().plain  # type: ignore[union-attr]

    sit([clips], story, home=tmp_path, size=(100, 60))


def test_a_key_that_is_given_away_no_longer_does_what_it_did(clips: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"evidence.keep" = "k"\n"rows.up" = "up"\n')

    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("enter down k space")
        assert at.app.desk.evidence_pane.cursor == 1
        assert [choice.mark for choice in at.draft.choices] == [Mark.KEPT]

    sit([clips], story, home=tmp_path)


def test_a_key_for_nothing_is_told_with_the_way_out(clips: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"evidence.kepe" = "y"\n')

    async def story(at: Sitting) -> None:
        assert "Did you mean 'evidence.keep'?" in at.notices()

    sit([clips], story, home=tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        assert "it does not exist" in at.notices()

    sit([tmp_path / "nowhere"], story, home=tmp_path)


def test_reading_stops_at_a_key_and_can_be_begun_again(clips: Path, tmp_path: Path) -> None:
    for number in range(400):
        (clips / f"{number:03}.txt").write_text(
            f"Report {number} says that an arms deal was signed on Monday.\n"
        )

    async def run() -> None:
        app = BrieferApp([clips], as_of=AS_OF, home=tmp_path)
        async with app.run_test() as pilot:
            # `pause` would wait until nothing runs, and the reading with it.
            while not any(worker.group == "read" for worker in app.workers):
                await asyncio.sleep(0)
            app.simulate_key("escape")
            at = Sitting(app, pilot)
            await at.wait_for("Reading was stopped")
            assert app.overview is None
            app.action_read_again()
            await at.settle()
            assert app.overview is not None

    asyncio.run(run())


def test_a_click_picks_a_theme_and_another_opens_a_sentence(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.pilot.click("#themes", offset=(2, 1))
        await at.settle()
        assert at.draft.spec.themes == (at.app.themes[0].name,)
        await at.to_theme("arms-sales")
        await at.pilot.click("#evidence", offset=(8, 5))
        await at.settle()
        assert at.app.desk.evidence_pane.cursor == 1
        assert at.app.desk.evidence_pane.has_focus

    sit([clips], story, home=tmp_path)


def test_the_text_area_serves_where_no_editor_can_have_the_terminal(
    clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")

    async def story(at: Sitting) -> None:
        await at.press("e")
        await at.type("Typed here.")
        await at.press("escape")
        assert at.draft.assessments == ((at.app.themes[0].name, "Typed here."),)

    sit([clips], story, home=tmp_path)


def test_a_broken_draft_is_told_and_never_written_over(clips: Path, tmp_path: Path) -> None:
    path = Workspace(tmp_path).drafts.place([clips], None)
    path.parent.mkdir()
    path.write_text("not = = toml")

    async def story(at: Sitting) -> None:
        assert "Opening the draft failed" in at.notices()
        await at.press("space")

    sit([clips], story, home=tmp_path)
    assert path.read_text() == "not = = toml"


def test_a_decision_on_a_file_that_changed_is_told(clips: Path, tmp_path: Path) -> None:
    async def decide(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space enter space")

    async def come_back(at: Sitting) -> None:
        assert "its file has changed" in at.notices()

    sit([clips], decide, home=tmp_path)
    (clips / "arms.txt").write_text("Quite another text about an arms deal stands here now, it was said.\n")
    sit([clips], come_back, home=tmp_path)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
def test_the_themes_never_fold_away_and_the_article_is_one_key_off(
    clips: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async def story(at: Sitting) -> None:
        assert at.app.desk.themes_pane.is_on_screen
        await at.press("5")
        assert at.app.desk.article_pane.is_on_screen
        assert at.app.desk.article_pane.has_focus

    sit([clips], story, home=tmp_path, size=size)


def test_a_key_that_is_typed_ahead_reaches_the_pane_that_was_gone_to(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        for key in ("3", "asterisk"):
            at.app.post_message(events.Key(key, None))
        await at.settle()
        assert [choice.mark for choice in at.draft.choices] == [Mark.PINNED]

    sit([clips], story, home=tmp_path)


def test_a_figure_is_typed_into_the_filter_like_any_letter(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.press("slash")
        await at.type("g7")
        await at.type("3")
        assert at.app.desk.query_one("#theme-filter", Input).value == "g73"

    sit([clips], story, home=tmp_path)
