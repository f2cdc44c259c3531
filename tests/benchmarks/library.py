"""What the library costs, as ratios to a named peer measured in the same run.

    python -m tests.benchmarks.library [NUMBER OF ARTICLES, 10000 where none is given]

- add: CPU seconds, those of child processes too, of `Workspace.library.add` on a folder of articles of 800
  words, to reading them and keeping nothing, plus a bare SQLite FTS5 insert of the same text (goal: at most
  1.5 times the sum)
- query: the candidates of a theme of 40 terms, in a period and of some outlets, to the same question put
  to a bare FTS5 table joined with one of dates and outlets (goal: at most 2 times, and 150 ms on 100,000)
- open: opening the library, more than opening an empty one (goal: at most 20 ms)
"""

import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefer.library.conditions import filter_conditions
from briefer.library.indexing import match_themes
from briefer.library.opening import Library, open_library
from briefer.library.reading import find_candidates
from briefer.model import Article, Lexicon, Period, Term, Theme
from briefer.model.library import Filter
from briefer.readers.files import list_files
from briefer.readers.reading import iter_articles
from briefer.readers.sidecar import Sidecars
from briefer.workspace import Workspace
from tests.benchmarks.speed import SEEDS, least_seconds

NOW = datetime(2026, 11, 20, tzinfo=UTC)
FIRST_DAY = date(2016, 1, 1)
TERMS = 40
OUTLETS = tuple(f"Example Times {number}" for number in range(20))
PERIOD = Period(date(2020, 1, 1), date(2022, 12, 31))


class Corpus(NamedTuple):
    """A folder of articles, and the words that stand in about one of a thousand places each."""

    folder: Path
    rare: tuple[str, ...]


def write_corpus(folder: Path, articles: int) -> Corpus:
    """Articles of 800 words drawn from those of the seeds, dated one after the other over ten years."""
    draw = random.Random(articles)  # noqa: S311 - a fixed shuffle, not a secret
    words = [
        word
        for seed in sorted(SEEDS.glob("*.txt"))
        for word in seed.read_text("utf-8").split()
        if word.isalpha() and word.islower()
    ]
    rare = tuple("".join(draw.choices("bdfgklmnprstvz", k=3)) + "ova" + str(at) for at in range(TERMS))
    for number in range(articles):
        day = FIRST_DAY + timedelta(days=number * 3650 // articles)
        sentences = [" ".join(draw.choices(words, k=20)).capitalize() + "." for _ in range(40)]
        for _ in range(draw.choice((0, 0, 0, 1, 2))):
            sentences[draw.randrange(40)] += f" The {draw.choice(rare)} came on day {number}."
        body = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, 40, 5))
        head = f"Headline of report number {number}\n\nPublished: {day:%d %B %Y}\n\n"
        part = folder / f"{number // 1000:03}"
        part.mkdir(exist_ok=True)
        (part / f"{number:06}.txt").write_text(head + body + "\n", encoding="utf-8")
    return Corpus(folder, rare)


def read_all(folder: Path) -> Iterator[Article]:
    """Read a folder as `add` does, and keep nothing."""
    for outcome in iter_articles(list_files([folder]).files, Sidecars()):
        assert isinstance(outcome, tuple)
        yield outcome[0]


def cpu_seconds() -> float:
    """CPU time of this process and of those of its children that have ended."""
    return sum(os.times()[:4])


def measure_add(corpus: Corpus, workspace: Workspace, bare: sqlite3.Connection) -> float:
    """CPU seconds of adding over those of reading and of bare inserts; fills both stores."""
    inserting = 0.0
    start = cpu_seconds()
    bare.execute("CREATE VIRTUAL TABLE bare USING fts5 (body, content='')")
    articles = read_all(corpus.folder)
    while True:
        batch = [(article.text,) for article in islice(articles, 200)]
        if not batch:
            break
        before = cpu_seconds()
        with bare:
            bare.executemany("INSERT INTO bare (body) VALUES (?)", batch)
        inserting += cpu_seconds() - before
    reading = cpu_seconds() - start - inserting
    start = cpu_seconds()
    added = workspace.library.add([corpus.folder], now=NOW)
    adding = cpu_seconds() - start
    print(
        f"       {added.total:,} articles: add {adding:.1f} s, read {reading:.1f} s, bare {inserting:.1f} s"
    )
    return adding / (reading + inserting)


def set_outlets(library: Library) -> None:
    """Give the articles an outlet each, in the place of a reader."""
    with library.writing() as connection:
        for at, outlet in enumerate(OUTLETS):
            connection.execute("UPDATE article SET outlet = ? WHERE key % ? = ?", (outlet, len(OUTLETS), at))


def measure_query(library: Library, bare: sqlite3.Connection, rare: Sequence[str]) -> tuple[float, float]:
    """Seconds of finding candidates, and how many times those of the bare tables that is."""
    theme = Theme("rare", "", "", Lexicon(tuple(Term(word, 1.0) for word in rare)))
    wanted = Filter(period=PERIOD, outlets=OUTLETS[:5])
    with library.reading() as connection:
        rows = connection.execute("SELECT key, earliest, outlet FROM article ORDER BY key").fetchall()
    with bare:
        bare.execute("CREATE TABLE known (key INTEGER PRIMARY KEY, day TEXT, outlet TEXT)")
        bare.executemany("INSERT INTO known VALUES (?, ?, ?)", rows)
        bare.execute("CREATE INDEX known_day ON known (day, outlet)")
    marks = ", ".join("?" * 5)
    asked = (match_themes([theme]), str(PERIOD.since), str(PERIOD.until), *OUTLETS[:5])

    def ask_library() -> list[int]:
        with library.reading() as connection:
            return find_candidates(connection, filter_conditions(connection, wanted), [theme])

    def ask_bare() -> list[int]:
        rows = bare.execute(
            "SELECT key FROM known WHERE key IN (SELECT rowid FROM bare WHERE bare MATCH ?)"  # noqa: S608
            f" AND day BETWEEN ? AND ? AND outlet IN ({marks})",
            asked,
        )
        return [key for (key,) in rows]

    assert sorted(ask_library()) == sorted(ask_bare())
    print(f"       {len(ask_library()):,} candidates")
    ours = least_seconds(ask_library, repeats=20)
    return ours, ours / least_seconds(ask_bare, repeats=20)


def measure_opening(path: Path, empty: Path) -> float:
    """Seconds that opening a library takes more than opening an empty one."""

    def open_at(place: Path) -> None:
        with open_library(place):
            pass

    more = least_seconds(lambda: open_at(path), repeats=20)
    return more - least_seconds(lambda: open_at(empty), repeats=20)


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        home, clips = Path(name) / "home", Path(name) / "clips"
        clips.mkdir()
        corpus = write_corpus(clips, articles)
        workspace = Workspace(home)
        bare = sqlite3.connect(Path(name) / "bare.db")
        bare.execute("PRAGMA journal_mode = WAL")
        ratio = measure_add(corpus, workspace, bare)
        print(f"add    {ratio:.2f} times reading and bare FTS5 (goal: at most 1.5)")
        with open_library(workspace.library.path) as library:
            set_outlets(library)
            seconds, ratio = measure_query(library, bare, corpus.rare)
        print(f"query  {ratio:.2f} times bare FTS5 (goal: at most 2), {seconds * 1000:.1f} ms")
        opening = measure_opening(workspace.library.path, Path(name) / "empty" / "library.db")
        print(f"open   {opening * 1000:.1f} ms more than an empty one (goal: at most 20)")
        bare.close()


if __name__ == "__main__":
    main()
