"""The file of a report: readable by a person, read strictly, written the same every time."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.errors import InvalidFile
from briefer.model import BriefSpec, Waiver
from briefer.model.reports import LAST_DAY, CatchUp, Every, Report, Schedule, Since, WhenEmpty
from briefer.reports import FORMAT, list_reports, parse_day, read_report, write_report
from briefer.text.hygiene import clean_text

GOOD = f"""\
format = "{FORMAT}"
paths = ["../in"]

[schedule]
every = "week"
day = "monday"

[brief]
themes = ["energy"]

[output]
folder = "~/briefs"
"""


def read(folder: Path, content: str, name: str = "weekly") -> Report:
    path = folder / f"{name}.toml"
    path.write_text(content, encoding="utf-8")
    return read_report(path)


def schedules() -> st.SearchStrategy[Schedule]:
    last = {Every.DAY: 1, Every.WEEK: 7, Every.MONTH: LAST_DAY}
    return st.sampled_from(Every).flatmap(
        lambda every: st.builds(
            Schedule,
            every=st.just(every),
            day=st.integers(1, last[every]),
            at=st.times().map(lambda found: found.replace(microsecond=0)),
            zone=st.sampled_from(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"]),
            same_day=st.booleans(),
        )
    )


def reports() -> st.SearchStrategy[Report]:
    words = st.text(max_size=12).map(clean_text)
    folders = st.text("abc é", min_size=1).map(lambda name: Path("/home/ana") / name.strip(" "))
    spec = st.builds(
        BriefSpec,
        themes=st.lists(words, max_size=3).map(tuple),
        as_of=st.just(date.min),
        keep_undated=st.booleans(),
        words=st.integers(1, 9999),
        title=st.none() | words,
        audience=st.none() | words,
        handling=st.none() | words,
    )
    report = st.builds(
        Report,
        name=st.just("weekly"),
        schedule=schedules(),
        spec=spec,
        output_folder=folders,
        formats=st.sampled_from([("pdf",), ("pdf", "md"), ("json", "html")]),
        since=st.sampled_from(Since),
        start=st.none() | st.dates(),
        catch_up=st.sampled_from(CatchUp),
        when_empty=st.sampled_from(WhenEmpty),
        waivers=st.sampled_from([(), (Waiver("likelihood-word", "the treaty’s word"),)]),
        copy_to=st.none() | folders,
        mail_to=st.sampled_from([(), ("ana@example.org",), ("a.b+c@example.org", "ben@example.org")]),
    )
    inputs = st.one_of(words, st.lists(folders, min_size=1, max_size=3).map(tuple))
    return st.builds(with_inputs, report, inputs)


def with_inputs(report: Report, inputs: str | tuple[Path, ...]) -> Report:
    if isinstance(inputs, str):
        return replace(report, library=inputs)
    return replace(report, paths=inputs)


@settings(deadline=None, max_examples=150)
@given(report=reports())
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, report: Report) -> None:
    folder = tmp_path_factory.mktemp("reports")
    content = write_report(report, folder)
    assert read(folder, content.decode()) == report
    assert write_report(report, folder) == content


def test_a_file_that_was_written_by_hand_needs_little(tmp_path: Path) -> None:
    report = read(tmp_path, GOOD)
    assert report.name == "weekly"
    assert report.schedule == Schedule(Every.WEEK, 1, time(7), "UTC")
    assert report.paths == (tmp_path / "../in",)
    assert report.output_folder == Path.home() / "briefs"
    assert (report.formats, report.since, report.library) == (("pdf",), Since.LAST, None)


@pytest.mark.parametrize(
    ("before", "after", "where", "said"),
    [
        (f'format = "{FORMAT}"', "", "format", "briefer.report/1"),
        ("[schedule]", "[shedule]", "shedule", "Did you mean 'schedule'?"),
        ('every = "week"', 'every = "weekly"', "schedule.every", "day, week, month"),
        ('every = "week"\n', "", "schedule.every", "missing"),
        ('day = "monday"', 'day = "mon day"', "schedule.day", "no day of the week"),
        ('day = "monday"', "day = true", "schedule.day", "not a day"),
        ('day = "monday"', "at = 7", "schedule.at", "at = 07:00:00"),
        ('day = "monday"', 'at = "25:00"', "schedule.at", "at = 07:00:00"),
        ('day = "monday"', 'zone = "Mars/Olympus"', "schedule.zone", "Europe/Berlin"),
        ('day = "monday"', 'zone = "../../etc/passwd"', "schedule.zone", "Europe/Berlin"),
        ('themes = ["energy"]', "as_of = 2026-11-20", "brief.as_of", "unknown key"),
        ('themes = ["energy"]', "length = 0", "brief.length", "length = 900"),
        ('paths = ["../in"]', "", "paths", "no inputs are named"),
        ('paths = ["../in"]', 'paths = ["a"]\nlibrary = ""', "paths", "both"),
        ('paths = ["../in"]', 'paths = ["a"]\nsince = "never"', "since", "last, period, all"),
        ('paths = ["../in"]', 'paths = ["a"]\nstart = "2026"', "start", "without quotes"),
        ('folder = "~/briefs"', "", "output.folder", "missing"),
        ('folder = "~/briefs"', 'folder = "a"\nmail_to = ["ana"]', "output.mail_to", "ana@example.org"),
        (
            'folder = "~/briefs"',
            'folder = "a"\nmail_to = ["a@b\\r\\nBcc: c@d"]',
            "output.mail_to",
            "no mail address",
        ),
        ('folder = "~/briefs"', 'folder = "a"\n[waivers]\nx = ""', "waivers.x", "no reason"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_place_and_the_way_out(
    tmp_path: Path, before: str, after: str, where: str, said: str
) -> None:
    assert before in GOOD
    with pytest.raises(InvalidFile) as caught:
        read(tmp_path, GOOD.replace(before, after))
    assert caught.value.where == where
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_only_files_with_the_name_of_a_report_are_reports(tmp_path: Path) -> None:
    for name in ("weekly", "a-1"):
        read(tmp_path, GOOD, name)
    for name in ("weekly.briefer", "weekly.rejected", "Weekly", ".hidden", "weekly~"):
        (tmp_path / f"{name}.toml").write_text(GOOD)
    assert [path.stem for path in list_reports(tmp_path)] == ["a-1", "weekly"]
    with pytest.raises(InvalidFile, match="its name is no report's"):
        read(tmp_path, GOOD, "Weekly")


@pytest.mark.parametrize(
    ("every", "text", "day"),
    [
        (Every.WEEK, "Monday", 1),
        (Every.WEEK, "sun", 7),
        (Every.WEEK, "th", 4),
        (Every.MONTH, "15", 15),
        (Every.MONTH, "last", LAST_DAY),
    ],
)
def test_a_day_is_a_weekday_a_number_or_the_last(every: Every, text: str, day: int) -> None:
    assert parse_day(every, text) == day


@pytest.mark.parametrize(
    ("every", "text"),
    [(Every.WEEK, "t"), (Every.WEEK, "1"), (Every.MONTH, "0"), (Every.MONTH, "32"), (Every.DAY, "1")],
)
def test_a_day_that_there_is_not_is_refused(every: Every, text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        parse_day(every, text)
