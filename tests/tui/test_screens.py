"""What each screen looks like.

After a change that is meant: `pytest tests/tui/test_screens.py --regen-all`.
"""

from base64 import b64decode
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.themes import installed
from briefer.tui import facts
from briefer.tui.pages_screen import PagesScreen
from tests.tui.sitting import Sitting, sit

THEMES = {
    "tanks": (
        "Tanks and jets",
        '"arms deal" = 3\n"weapons contract" = 3\n"arms sale" = 3\n"fighter jets" = 2',
    ),
    "pipelines": ("Pipelines", '"crude oil" = 3\n"natural gas" = 2\n"pipeline" = 2\n"electricity" = 2'),
    "rivers": ("Rivers", '"river" = 2'),
}
WHITE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
"""A picture of one white dot, for a page."""


@pytest.fixture(autouse=True)
def _three_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three themes in the place of ours, whose lexicons may change without a picture changing."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name, (title, terms) in THEMES.items():
        head = f'name = "{name}"\ntitle = "{title}"\ndescription = "For pictures"\n'
        (folder / f"{name}.toml").write_text(f"{head}\n[terms]\n{terms}\n")
    monkeypatch.setattr(installed, "SHIPPED", folder)


@pytest.mark.parametrize("look", ["dark", "light"])
def test_the_main_screen(
    clips: Path, tmp_path: Path, look: str, file_regression: FileRegressionFixture
) -> None:
    async def story(at: Sitting) -> None:
        at.app.theme = f"briefer-{look}"
        await at.to_theme("pipelines")
        await at.press("space")
        await at.to_theme("tanks")
        await at.press("space enter k down asterisk down d up")
        for columns, lines in ((80, 24), (120, 40), (200, 60)):
            await at.pilot.resize_terminal(columns, lines)
            await check(at, file_regression, f"main_{look}_{columns}x{lines}")

    sit([clips], story, home=tmp_path / "home")


def test_the_other_screens(clips: Path, tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    async def story(at: Sitting) -> None:
        await at.to_theme("tanks")
        await at.press("space")
        for screen, keys in (
            ("articles", "a"),
            ("help", "question_mark"),
            ("writing", "e"),
            ("new_theme", "n"),
            ("trim", "3 t right shift+right"),
            ("why_out", "3 o"),
            ("article", "5 r"),
        ):
            await at.press(keys)
            await check(at, file_regression, screen)
            await at.press("escape 1")

    sit([clips], story, home=tmp_path / "home", size=(80, 24))


def test_the_other_screens_on_a_wide_terminal_in_light(
    clips: Path, tmp_path: Path, file_regression: FileRegressionFixture
) -> None:
    async def story(at: Sitting) -> None:
        at.app.theme = "briefer-light"
        await at.to_theme("tanks")
        await at.press("space")
        for screen, keys in (("articles", "a"), ("help", "question_mark"), ("writing", "e")):
            await at.press(keys)
            await check(at, file_regression, f"{screen}_light_200x60")
            await at.press("escape 1")

    sit([clips], story, home=tmp_path / "home", size=(200, 60))


@pytest.mark.filterwarnings("ignore:Image.Image.getdata")  # of textual-image
@pytest.mark.parametrize(("look", "columns", "lines"), [("dark", 80, 24), ("light", 200, 60)])
def test_the_frame_of_the_pages(
    clips: Path, tmp_path: Path, look: str, columns: int, lines: int, file_regression: FileRegressionFixture
) -> None:
    async def story(at: Sitting) -> None:
        at.app.theme = f"briefer-{look}"
        screen = PagesScreen()
        await at.app.push_screen(screen)
        screen.learn(facts.PagesDrawn((WHITE,) * 3))
        await at.press("pagedown")
        await screen.query("#page > *").remove()
        await check(at, file_regression, f"pages_{look}_{columns}x{lines}")

    sit([clips], story, home=tmp_path / "home", size=(columns, lines))


async def check(at: Sitting, file_regression: FileRegressionFixture, name: str) -> None:
    at.app.save_now()
    at.app.show_status("draft saved 14:02")
    for widget in at.app.screen.query("Input, TextArea"):
        widget.cursor_blink = False  # type: ignore[attr-defined]
    await at.settle()
    file_regression.check(at.app.export_screenshot(), extension=".svg", encoding="utf-8", basename=name)
