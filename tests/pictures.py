"""Make the README's pictures anew: `python -m tests.pictures`."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parent.parent
DOTS_PER_POINT = 1.5
THEMES = ("--theme", "arms-sales", "--theme", "airstrikes", "--theme", "energy")


def main() -> None:
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


if __name__ == "__main__":
    main()
