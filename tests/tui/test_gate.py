"""The application prints nothing that the checks refuse, and says why."""

from pathlib import Path

from tests.tui.sitting import Sitting, sit


def test_a_refused_brief_is_told_and_printed_once_it_is_put_right(clips: Path, tmp_path: Path) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("arms-sales")
        await at.press("space e")
        await at.type("With high confidence, prices will likely rise.")
        await at.press("escape p")
        assert "The checks refuse this brief" in at.notices()
        assert not list(tmp_path.glob("*.pdf"))
        at.app.clear_notifications()
        await at.press("u p")
        assert "The checks refuse" not in at.notices()
        assert list(tmp_path.glob("*.pdf"))

    sit([clips], story, home=tmp_path / "home")
