"""The terminal under load, as an analyst feels it: `python -m tests.benchmarks.tui`.

The survey is made up, so that nothing but the screen is measured: 20,000 articles of 25 sentences on 22
themes, a third of which speak to some theme. Goals: a key is answered in 50 ms and a theme toggled in
200 ms; the first frame takes at most 1.3 times that of a bare Textual application.
"""

import asyncio
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from briefer.browsing import make_overview
from briefer.model import (
    Article,
    Evidence,
    Excerpt,
    Passage,
    Reading,
    Sentence,
    Span,
    TermShare,
    Theme,
    ThemeScore,
)
from briefer.surveying import Survey
from briefer.tui import BrieferApp, facts
from briefer.workspace import Workspace
from tests.making import make_article
from tests.tui.sitting import AS_OF

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES, SENTENCES = 20_000, 25
GESTURES: tuple[tuple[str, list[str], int], ...] = (
    ("move among themes", ["down", "up"] * 10, 50),
    ("toggle a theme", ["space", "down"] * 5, 200),
    ("move among sentences", ["3", *["down"] * 20], 50),
    ("page of sentences", ["pagedown"] * 10, 50),
    ("keep, drop, pin", ["space", "down", "d", "down", "asterisk", "down"] * 3, 50),
    ("undo", ["u"] * 9, 50),
)
BARE = """
from textual.app import App
from textual.widgets import Footer, Static

class Bare(App):
    def compose(self):
        yield Static("briefer")
        yield Footer()

Bare().run()
"""


def make_survey(themes: Sequence[Theme]) -> Survey:
    """Half a million sentences; every third speaks to one of the themes."""
    articles, scores, evidence = [], {}, {theme.name: [] for theme in themes}  # type: ignore[var-annotated]
    for number in range(ARTICLES):
        paragraph = " ".join(
            f"The ministry signed contract {number}-{place} for aircraft." for place in range(SENTENCES)
        )
        article = make_article(paragraph, name=f"{number:05}.txt", title=f"Report {number}")
        articles.append(article)
        scores[article.id] = ()
        for position in range(0, SENTENCES, 3):
            found = make_found(article, position, themes[(number + position) % len(themes)])
            evidence[found.score.theme].append(found)
    counts = {article.id: SENTENCES for article in articles}
    return Survey(
        tuple(articles), tuple(themes), counts, scores, {name: tuple(pool) for name, pool in evidence.items()}
    )


def make_found(article: Article, position: int, theme: Theme) -> Evidence:
    start = 0
    for _ in range(position):
        start = article.text.index(". ", start) + 2
    span = Span(start, article.text.index(".", start) + 1)
    sentence = Sentence(article.id, position, 1, span)
    score = ThemeScore(
        theme.name,
        Passage(sentence, None, None),
        1.0 + position,
        (TermShare("contract", 1.0 + position, own=True),),
    )
    return Evidence(Excerpt(sentence, span, None), score, 1.0)


async def measure_keys(home: Path) -> None:
    """Milliseconds from a key to the end of all that it changes on the screen, drafting in the back."""
    workspace = Workspace(home)
    survey = make_survey(workspace.themes.installed.themes)
    start = time.perf_counter()
    overview = make_overview(survey)
    taken_s = time.perf_counter() - start
    print(f"overview of {ARTICLES * SENTENCES:,} sentences {taken_s:.2f} s, once, in a worker")
    app = BrieferApp([home / "empty"], as_of=AS_OF, home=home)
    async with app.run_test(size=(120, 40)) as pilot:
        while app.history is None or any(not worker.is_finished for worker in app.workers):
            await pilot.pause(0.05)
        app.post_message(facts.ArticlesSurveyed(Reading(survey.articles, (), ()), overview))
        await pilot.pause()
        for title, keys, goal_ms in GESTURES:
            report(title, [await answer(app, pilot, key) for key in keys], goal_ms)


def report(title: str, taken_s: Sequence[float], goal_ms: int) -> None:
    median, worst = 1000 * statistics.median(taken_s), 1000 * max(taken_s)
    print(f"{title:<22} median {median:4.0f} ms, worst {worst:4.0f} ms (goal: at most {goal_ms})")


async def answer(app: BrieferApp, pilot: Pilot[None], key: str) -> float:
    """Seconds from a key to the screen that it leads to. (`press` would wait for the workers, too.)"""
    start = time.perf_counter()
    app.simulate_key(key)
    for _ in range(3):  # the key, what the pane says of it, what the screen shows of that
        await pilot.pause(0)
    return time.perf_counter() - start


def time_first_frame(command: Sequence[str], home: Path) -> float:
    """Seconds from the start of a program to the word `briefer` on its terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "BRIEFER_HOME": str(home)}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    written = b""
    try:
        while b"briefer" not in written and select.select([ours], [], [], 20)[0]:
            written += os.read(ours, 1 << 16)
        return time.perf_counter() - start
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def measure_first_frame(home: Path) -> float:
    """The first frame over that of an application with nothing in it; the best of ten each, by turns."""
    pairs = [
        (
            time_first_frame((sys.executable, "-m", "briefer", str(SEEDS)), home),
            time_first_frame((sys.executable, "-c", BARE), home),
        )
        for _ in range(10)
    ]
    return min(ours for ours, _ in pairs) / min(bare for _, bare in pairs)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "empty").mkdir()
        print(f"first frame {measure_first_frame(home):.2f} times a bare application (goal: at most 1.3)")
        asyncio.run(measure_keys(home))


if __name__ == "__main__":
    main()
