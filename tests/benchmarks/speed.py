"""How long the command line takes, as ratios to a named peer measured in the same run.

    python -m tests.benchmarks.speed

- whole: `briefer brief seeds ... -o x.pdf` to WeasyPrint's own command on the same HTML (goal: at most 1.25)
- help: `briefer --help` to `python -c pass` (goal: at most 4)
- pipe: sentences a second through steps 1 to 8 on 250, 500 and 1,000 articles that recombine the
  paragraphs of the seeds and of this project's own test sentences (goal: the rate does not fall)

Each time is the least of several runs: the others measure the machine.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from briefer.model import BriefSpec, Draft
from briefer.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"
THEMES = ("arms-sales", "airstrikes", "energy")
BRIEFER = (sys.executable, "-m", "briefer")


def least_seconds(run: Callable[[], object], *, repeats: int) -> float:
    """The shortest of `repeats` runs, after one that warms the caches."""
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def least_command(command: Sequence[str], *, repeats: int) -> float:
    return least_seconds(lambda: subprocess.run(command, check=True, capture_output=True), repeats=repeats)


def measure_whole(folder: Path) -> float:
    """Seconds of the whole brief over those of WeasyPrint alone on the same page."""
    themes = [argument for name in THEMES for argument in ("--theme", name)]
    html, pdf = folder / "brief.html", folder / "brief.pdf"
    brief = (*BRIEFER, "brief", str(SEEDS), *themes, "--quiet", "--output")
    subprocess.run((*brief, str(html)), check=True)
    peer = (sys.executable, "-m", "weasyprint", str(html), str(folder / "peer.pdf"))
    return least_command((*brief, str(pdf)), repeats=5) / least_command(peer, repeats=5)


def measure_help() -> float:
    """Seconds of `briefer --help` over those of an interpreter that does nothing."""
    return least_command((*BRIEFER, "--help"), repeats=20) / least_command(
        (sys.executable, "-c", "pass"), repeats=20
    )


def measure_pipe(folder: Path, *, articles: int) -> float:
    """Sentences a second through reading, scoring, selection, summary and composition."""
    write_articles(folder, articles)
    workspace = Workspace(folder / "home")
    spec = BriefSpec(themes=THEMES, as_of=date(2026, 1, 1))
    start = time.perf_counter()
    reading = workspace.read([folder])
    survey = workspace.survey(reading.articles, spec)
    workspace.draft(reading, survey, Draft(spec))
    return survey.sentence_count / (time.perf_counter() - start)


def write_articles(folder: Path, articles: int, *, length: int = 12) -> None:
    """Articles of `length` paragraphs drawn from the seeds, each sentence marked so that none repeats."""
    draw = random.Random(articles)  # noqa: S311 - a fixed shuffle, not a secret
    paragraphs = [
        line
        for seed in sorted(SEEDS.glob("*.txt"))
        for line in seed.read_text("utf-8").splitlines()
        if len(line) > 200
    ]
    for number in range(articles):
        body = [f"{draw.choice(paragraphs)} Report {number}-{place} says so." for place in range(length)]
        text = "\n\n".join([f"Headline of report {number}", *body])
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        print(f"whole  {measure_whole(Path(name)):.2f} times WeasyPrint alone (goal: at most 1.25)")
    print(f"help   {measure_help():.2f} times python -c pass (goal: at most 4)")
    for articles in (250, 500, 1000):
        with tempfile.TemporaryDirectory() as name:
            rate = measure_pipe(Path(name), articles=articles)
            print(f"pipe   {rate:,.0f} sentences/s on {articles} articles")


if __name__ == "__main__":
    main()
