"""Make the README's pictures anew: `python -m tests.pictures`."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from tests.tui.sitting import Sitting, sit

ROOT = Path(__file__).parent.parent
DOTS_PER_POINT = 1.5
THEMES = ("--theme", "arms-sales", "--theme", "airstrikes", "--theme", "energy")


def main() -> None:
    draw_page()
    draw_terminal()


def draw_page() -> None:
    """Page one of the brief that the README's first command makes."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "brief.pdf"
        command = (
            sys.executable,
            "-m",
            "briefer",
            "brief",
            str(ROOT / "seeds"),
            *THEMES,
            "-q",
            "-o",
            str(pdf),
        )
        subprocess.run(command, check=True)
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=DOTS_PER_POINT)
        page.to_pil().quantize(64).save(ROOT / ".pictures" / "page-1.png", optimize=True)


def draw_terminal() -> None:
    """The terminal application in the middle of a sitting over the same articles."""

    async def story(at: Sitting) -> None:
        for theme in ("arms-sales", "airstrikes", "energy"):
            await at.to_theme(theme)
            await at.press("space")
        await at.to_theme("arms-sales")
        await at.press("enter asterisk down space down d up")
        at.app.save_now()
        at.app.show_status("draft saved 14:02")
        await at.settle()
        (ROOT / ".pictures" / "terminal.svg").write_text(at.app.export_screenshot(), encoding="utf-8")

    with tempfile.TemporaryDirectory() as folder:
        sit([ROOT / "seeds"], story, size=(132, 40), home=Path(folder))


if __name__ == "__main__":
    main()
