"""Reports and the folders that they live in, made for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from briefer.library.opening import open_library
from briefer.model import BriefSpec
from briefer.model.reports import Every, Report, Schedule
from briefer.reporting.desk import Desk
from briefer.reporting.keeping import add_report
from briefer.reporting.running import Run, run_report

MONDAYS = Schedule(Every.WEEK, 1, time(7), "Europe/Berlin")

STORIES = (
    "Ruritania signed an arms deal worth two billion dollars with Syldavia in Strelsau on Monday.",
    "Borduria will deliver forty battle tanks under an arms sale to the northern province by March.",
    "The parliament of Syldavia approved the export of air-defence missiles after nine hours of debate.",
    "A Bordurian firm won a contract to supply fighter jets and weapons to the government of Ruritania.",
    "Syldavia cancelled its order of attack helicopters, the largest arms purchase in its history.",
)
DULL = "The choir sang in the old church on Sunday evening before a full house of listeners."


def monday(day: int, hour: int = 8) -> datetime:
    """A morning of November 2026; the 2nd, 9th, 16th, 23rd and 30th are Mondays."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def write_article(folder: Path, name: str, text: str, published: str | None = None) -> Path:
    """A clipping of one sentence in three paragraphs, with its date in `sources.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"{text}\n\nNobody in {name.partition('.')[0]} could be asked about it at once.\n")
    if published:
        with (folder / "sources.toml").open("a") as notes:
            notes.write(f'[files."{name}"]\npublished = "{published}"\noutlet = "The {name} Post"\n')
    return path


def make_report(home: Path, **rest: object) -> Report:
    """A weekly report on arms sales, over the folder `in` beside `home`."""
    spec = BriefSpec(("arms-sales",), date.min, words=300, title="Arms watch", keep_undated=True)
    report = Report(
        "weekly", MONDAYS, spec, home.parent / "out", paths=(home.parent / "in",), formats=("md", "json")
    )
    return replace(report, **rest)  # type: ignore[arg-type]


@contextmanager
def open_desk(home: Path) -> Iterator[Desk]:
    """The desk of a user whose everything lies in `home`."""
    with open_library(home / "library.db") as library:
        yield Desk(home, library)


def run(home: Path, report: Report, now: datetime, **rest: object) -> Run:
    """One run of a report, as one process makes it."""
    with open_desk(home) as desk:
        return run_report(desk, report, now=now, made_at=now, **rest)  # type: ignore[arg-type]


def add(home: Path, report: Report) -> Report:
    """Write the file of a report."""
    with open_desk(home) as desk:
        add_report(desk, report)
    return report
