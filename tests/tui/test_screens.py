"""What each screen looks like, at three sizes and in three looks (see `picture.py` for how to read it).

After a change that is meant: `pytest tests/tui/test_screens.py --regen-all`, then look at the difference.
"""

import warnings
from base64 import b64decode
from pathlib import Path
from typing import NamedTuple

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.themes import installed
from briefer.tui import facts
from tests.tui import picture
from tests.tui.conftest import lay_out_clips
from tests.tui.sitting import Sitting, sit

PICTURES = Path(__file__).parent / "screens"
LOOKS = {  # by size of the terminal
    (80, 24): ("dark", "light"),
    (120, 40): ("dark", "light", "contrast"),
    (200, 60): ("dark", "light"),
}
THEMES = {
    "tanks": (
        "Tanks and jets",
        '"arms deal" = 3\n"weapons contract" = 3\n"arms sale" = 3\n"fighter jets" = 2',
    ),
    "pipelines": ("Pipelines", '"crude oil" = 3\n"natural gas" = 2\n"pipeline" = 2\n"electricity" = 2'),
    "rivers": ("Rivers and whoever shares their water", '"river" = 2'),
}
WHITE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
"""A picture of one white dot, for a page."""

SCREENS = {  # by name, the keys that lead there from the themes
    "main": "3",
    "outline": "4 down",
    "article": "5 r",
    "help": "question_mark",
    "articles": "a",
    "failure": "a end",
    "findings": "f",
    "waiving": "f w",
    "writing": "e",
    "new_theme": "n",
    "trim": "3 t right shift+right",
    "why_out": "3 o",
    "title": "2 home enter",
    "sources": "2 home down down down enter",
    "palette": "ctrl+p",
}


LEAST_CONTRAST = 4.5
"""What text needs to be read by everybody (WCAG 2.2, level AA)."""


class Gallery(NamedTuple):
    """Pictures by the name of the screen, and by the name of the look what is hard to read in it."""

    pictures: dict[str, str]
    faint: dict[str, list[str]]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Every screen, drawn in one sitting.

    Three themes stand in the place of ours, whose lexicons may change without a picture changing.
    """
    folder = tmp_path_factory.mktemp("sitting")
    clips = lay_out_clips(folder)
    (clips / "notes.xyz").write_text("no reader for this")
    shipped = folder / "shipped"
    shipped.mkdir()
    for name, (title, terms) in THEMES.items():
        head = f'name = "{name}"\ntitle = "{title}"\ndescription = "For pictures"\n'
        (shipped / f"{name}.toml").write_text(f"{head}\n[terms]\n{terms}\n")
    drawn = Gallery({}, {})

    async def story(at: Sitting) -> None:
        await shape(at)
        for screen, keys in SCREENS.items():
            await at.press(keys)
            drawn.pictures[screen] = await draw(at, drawn.faint)
            while at.app.screen is not at.app.desk:
                await at.press("escape")
            await at.press("1")
        await at.press("v")
        at.app.screen.learn(facts.PagesDrawn((WHITE,) * 3))  # type: ignore[attr-defined]
        await at.press("pagedown")
        await at.app.screen.query("#page > *").remove()
        drawn.pictures["pages"] = await draw(at, drawn.faint)

    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Image.Image.getdata")  # of textual-image
        patch.setattr(installed, "SHIPPED", shipped)
        patch.delenv("EDITOR", raising=False)
        patch.delenv("VISUAL", raising=False)
        patch.chdir(folder)
        sit([clips], story, home=folder / "home")
    return drawn


async def shape(at: Sitting) -> None:
    """Pick two themes, decide on each sentence of one, and write what the checks refuse."""
    await at.to_theme("pipelines")
    await at.press("space e")
    await at.type("With high confidence, prices will likely rise. TODO")
    await at.press("escape")
    await at.to_theme("tanks")
    await at.press("space enter space down asterisk down d up 1")


async def draw(at: Sitting, faint: dict[str, list[str]]) -> str:
    """The screen as it is now, at each size and in its looks; what is hard to read is added to `faint`."""
    at.app.save_now()
    at.app.show_status("draft saved 14:02")
    at.app.clear_notifications()
    for widget in at.app.screen.query("Input, TextArea"):
        widget.cursor_blink = False  # type: ignore[attr-defined]
    parts = []
    for (columns, lines), names in LOOKS.items():
        await at.pilot.resize_terminal(columns, lines)
        await at.settle()
        looks = {}
        for name in names:
            at.app.theme = f"briefer-{name}"
            await at.pilot.pause()
            looks[name] = picture.look_at(at.app)
            if not at.app.screen.is_modal:  # behind a window, the screen is dimmed
                faint.setdefault(name, []).extend(picture.find_faint(looks[name], LEAST_CONTRAST))
        parts.append(f"{columns}x{lines}\n{picture.draw(looks)}")
    await at.pilot.resize_terminal(120, 40)
    return "\n".join(parts)


@pytest.mark.parametrize("screen", [*SCREENS, "pages"])
def test_it_looks_like_this(gallery: Gallery, screen: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(gallery.pictures[screen], encoding="utf-8", fullpath=PICTURES / f"{screen}.txt")


@pytest.mark.parametrize("look", ["dark", "light", "contrast"])
def test_every_word_stands_out_from_what_is_behind_it(gallery: Gallery, look: str) -> None:
    assert gallery.faint[look] == []
