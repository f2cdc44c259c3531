"""Whole sittings at the application, on the sample articles."""

from pathlib import Path

from briefer.model import Mark
from tests.tui.sitting import Sitting, sit


def test_a_sitting_is_found_again_as_it_was_left(seeds: Path, tmp_path: Path) -> None:
    async def first(at: Sitting) -> None:
        for theme in ("arms-sales", "airstrikes", "energy"):
            await at.to_theme(theme)
            await at.press("space")
        await at.press("enter d down asterisk")

    async def second(at: Sitting) -> None:
        assert at.app.history is not None
        draft = at.app.history.now
        assert draft.spec.themes == ("arms-sales", "airstrikes", "energy")
        assert [choice.mark for choice in draft.choices] == [Mark.DROPPED, Mark.PINNED]

    sit([seeds], first, home=tmp_path)
    sit([seeds], second, home=tmp_path)


def test_every_change_can_be_undone_and_made_again(seeds: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("energy")
        await at.press("space enter k down d")
        assert at.app.history is not None
        shaped = at.app.history.now
        await at.press("u u u")
        assert at.app.history.now.spec.themes == ()
        assert at.app.history.now.choices == ()
        await at.press("ctrl+r ctrl+r ctrl+r")
        assert at.app.history.now == shaped

    sit([seeds], story, home=tmp_path)
