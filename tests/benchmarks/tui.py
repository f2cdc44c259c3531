"""The terminal under load, as an analyst feels it.

    python -m tests.benchmarks.tui [ARTICLES]

20,000 articles (about 500,000 sentences) that recombine the paragraphs of the seeds are read from files,
twice: by the application without a terminal, and by one in a real pseudo-terminal. Reading so many takes
minutes; fewer can be asked for. A brief is drafted in the back after every change, as always.

Goals: a key is answered in 50 ms and a theme toggled in 200 ms; the first frame takes at most 1.3 times
that of a bare Textual application.
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

from briefer.tui import BrieferApp
from tests.benchmarks.speed import write_articles
from tests.tui.sitting import AS_OF
from tests.tui.terminal import Terminal, open_terminal

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES, PARAGRAPHS = 20_000, 7
THINKING_S = 0.2
"""How long a person takes at least from one decision to the next."""
GESTURES: tuple[tuple[str, Sequence[tuple[str, str]], int], ...] = (  # each key with its bytes
    ("move among themes", [("down", "j"), ("up", "k")] * 10, 50),
    ("toggle a theme", [("space", " "), ("down", "j")] * 6, 200),
    ("move among sentences", [("3", "3"), *[("down", "j")] * 20], 50),
    ("page of sentences", [("pagedown", "\x1b[6~")] * 10, 50),
    (
        "keep, drop, pin",
        [("space", " "), ("down", "j"), ("d", "d"), ("down", "j"), ("asterisk", "*")] * 3,
        50,
    ),
    ("undo", [("u", "u")] * 9, 50),
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


async def measure_keys(folder: Path, home: Path) -> None:
    """Milliseconds from a key to the end of all that it changes on the screen, without a terminal."""
    app = BrieferApp([folder], as_of=AS_OF, home=home)
    async with app.run_test(size=(120, 40)) as pilot:
        start = time.perf_counter()
        while app.overview is None:
            await pilot.pause(0.05)
        read_s = time.perf_counter() - start
        survey = app.overview.survey
        print(
            f"{len(survey.articles):,} articles, {survey.sentence_count:,} sentences, read in {read_s:.0f} s"
        )
        for title, keys, goal_ms in GESTURES:
            taken_s = []
            for key, _ in keys:
                taken_s.append(await answer(app, pilot, key))
                await pilot.pause(THINKING_S)
            report(title, taken_s, goal_ms)


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


def measure_terminal(folder: Path, home: Path) -> None:
    """Milliseconds from the bytes of a key to the first change that it makes on a real terminal."""
    with open_terminal(str(folder), home=home) as terminal:
        terminal.wait_for("Pick themes with space", timeout_s=3600)
        for title, keys, goal_ms in GESTURES:
            report(title, [answer_terminal(terminal, key) for _, key in keys], goal_ms)


def answer_terminal(terminal: Terminal, key: str) -> float:
    """Seconds from a key to what the application writes next."""
    terminal.read_for(THINKING_S)
    before = len(terminal.written)
    start = time.perf_counter()
    terminal.send(key)
    terminal.wait_for_more(before)
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
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        write_articles(folder, articles, length=PARAGRAPHS)
        print(
            f"first frame {measure_first_frame(Path(name)):.2f} times a bare application (goal: at most 1.3)"
        )
        print("without a terminal")
        asyncio.run(measure_keys(folder, Path(name) / "home"))
        print("in a terminal")
        measure_terminal(folder, Path(name) / "other home")


if __name__ == "__main__":
    main()
