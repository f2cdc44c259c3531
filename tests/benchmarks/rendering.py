"""How long our renderer takes on a page, as ratios to WeasyPrint's own command in the same run.

    python -m tests.benchmarks.rendering

- cold: from starting the worker to the finished PDF (goal: below 1)
- warm: from handing the page to a worker that had a second to get ready (goal: below 0.5 for a short brief)
"""

import sys
import tempfile
import time
from pathlib import Path

from briefer.model import Brief
from briefer.rendering.html import render_html
from briefer.rendering.pdf import PdfRenderer
from tests.benchmarks.speed import least_command
from tests.rendering.making import TEMPLATE, load_brief, make_long_brief

REPEATS = 7


def measure(brief: Brief, folder: Path) -> tuple[float, float, float]:
    """Seconds that WeasyPrint alone takes on the page of `brief`, and ours, cold and warm, over those."""
    html = render_html(brief, TEMPLATE)
    page = folder / "brief.html"
    page.write_text(html, "utf-8")
    command = (sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(page))
    peer = least_command((*command, str(folder / "peer.pdf")), repeats=REPEATS)
    cold, warm = (
        min(time_renderer(html, head_start_s=seconds) for _ in range(REPEATS)) for seconds in (0.0, 1.0)
    )
    return peer, cold / peer, warm / peer


def time_renderer(html: str, *, head_start_s: float) -> float:
    """Seconds that our renderer takes, without the head start that it gets."""
    start = time.perf_counter()
    with PdfRenderer() as renderer:
        time.sleep(head_start_s)
        renderer.render(html, TEMPLATE)
    return time.perf_counter() - start - head_start_s


def main() -> None:
    briefs = {
        "small, 3 pages": load_brief("small"),
        "five scripts, 2 pages": load_brief("scripts"),
        "long, 15 pages": make_long_brief(sections=25, sources=60),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, brief in briefs.items():
            peer, cold, warm = measure(brief, Path(folder))
            print(f"{name:22}  WeasyPrint alone {peer:.2f} s  cold {cold:.2f}  warm {warm:.2f}")


if __name__ == "__main__":
    main()
