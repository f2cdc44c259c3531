"""Reports as TOML files that a person can read and write: same report, same bytes.

The name of a report is that of its file. Relative paths are taken from the folder of the file.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefer.errors import InvalidFile, UnknownName
from briefer.model.reports import (
    LAST_DAY,
    WEEKDAYS,
    CatchUp,
    Every,
    Report,
    Schedule,
    Since,
    WhenEmpty,
)
from briefer.specs import read_spec, read_waivers, spell_spec, spell_waivers
from briefer.tables import (
    Refused,
    check_keys,
    check_one_of,
    get_day,
    get_string,
    get_strings,
    get_value,
    read_tables,
    spell_path,
    spell_string,
    spell_strings,
)

FORMAT = "briefer.report/1"
MAX_BYTES = 1_000_000
SUFFIX = ".toml"

_HEAD = """\
# A report that recurs. It may be edited by hand: what it says counts from the next edition on.
# See when that is due with: briefer report show NAME
"""
_KEYS = (
    "format", "paths", "library", "since", "start", "catch_up", "when_empty", "schedule", "brief", "output",
    "waivers",
)  # fmt: skip
_SCHEDULE_KEYS = ("every", "day", "at", "zone", "same_day")
_OUTPUT_KEYS = ("folder", "formats", "copy_to", "mail_to")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


def check_report_name(name: str) -> str:
    """A name that may be typed and be a file's.

    Raises:
        ValueError: says what a name is made of.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name: it is made of a-z, 0-9 and dashes, such as weekly-energy")
    return name


def check_address(address: str) -> str:
    """A mail address that can stand in a header and in an envelope.

    Raises:
        ValueError: it is none.
    """
    if not _ADDRESS.fullmatch(address) or not (address.isascii() and address.isprintable()):
        raise ValueError(f"{address!r} is no mail address such as ana@example.org")
    return address


def check_zone(name: str) -> str:
    """The name of a time zone.

    Raises:
        ValueError: there is none of this name.
    """
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone such as Europe/Berlin") from error
    return name


def parse_day(every: Every, text: str) -> int:
    """The number of a day that was written as a weekday, as a number, or as `last`.

    Raises:
        ValueError: a week or month has no such day; says which it has.
    """
    word = text.strip().lower()
    if every is Every.DAY:
        raise ValueError("a daily report has no day to be named")
    if every is Every.WEEK:
        near = [
            number for number, name in enumerate(WEEKDAYS, start=1) if len(word) > 1 and name.startswith(word)
        ]
        if len(near) != 1:
            raise ValueError(f"{text!r} is no day of the week such as monday")
        return near[0]
    if word == "last":
        return LAST_DAY
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= LAST_DAY):
        raise ValueError(f"{text!r} is no day of the month: write 1 to {LAST_DAY}, or last")
    return int(word)


def spell_weekday(schedule: Schedule) -> str | None:
    """The day as it is written: a weekday, a number, `last`, or None where the report is daily."""
    match schedule.every:
        case Every.DAY:
            return None
        case Every.WEEK:
            return WEEKDAYS[schedule.day - 1]
        case Every.MONTH:
            return "last" if schedule.day == LAST_DAY else str(schedule.day)


def list_reports(folder: Path) -> tuple[Path, ...]:
    """The files of the reports in `folder`, by name; none where there is no such folder."""
    return tuple(sorted(path for path in folder.glob(f"*{SUFFIX}") if _NAME.fullmatch(path.stem)))


def find_report(name: str, folder: Path) -> Path:
    """The file of the report `name`.

    Raises:
        UnknownName: there is none.
    """
    known = {path.stem: path for path in list_reports(folder)}
    if name not in known:
        raise UnknownName("report", name, known)
    return known[name]


def write_report(report: Report, folder: Path) -> bytes:
    """The file of a report that will lie in `folder`.

    Raises:
        UnicodeEncodeError: a path is not text, so that no TOML file can hold it.
    """
    return "\n".join(_lines(report, folder)).encode("utf-8")


def read_report(path: Path) -> Report:
    """Read the file of a report.

    Raises:
        InvalidFile: it cannot be read, is not TOML, or says something that a report cannot mean.
    """
    tables = read_tables(path, max_bytes=MAX_BYTES, kind="report")
    try:
        return _read_tables(tables, path)
    except Refused as refused:
        raise InvalidFile(path, refused.where, refused.problem, refused.way_out) from None


def _lines(report: Report, folder: Path) -> Iterator[str]:
    yield _HEAD.replace("NAME", report.name)
    yield f"format = {spell_string(FORMAT)}"
    if report.library is None:
        yield f"paths = {spell_strings(spell_path(path, folder) for path in report.paths)}"
    else:
        yield f"library = {spell_string(report.library)}  # what is searched for in it; empty for all"
    yield f"since = {spell_string(report.since)}  # last, period or all"
    if report.start:
        yield f"start = {report.start}  # where the first edition begins"
    yield f"catch_up = {spell_string(report.catch_up)}  # one-by-one, merge or latest"
    yield f"when_empty = {spell_string(report.when_empty)}  # say-so or skip"
    yield from _schedule_lines(report.schedule)
    yield from spell_spec(report.spec, dated=False)
    yield "\n[output]"
    yield f"folder = {spell_string(spell_path(report.output_folder, folder))}"
    yield f"formats = {spell_strings(report.formats)}"
    if report.copy_to:
        yield f"copy_to = {spell_string(spell_path(report.copy_to, folder))}"
    if report.mail_to:
        yield f"mail_to = {spell_strings(report.mail_to)}  # by the server under [mail] in config.toml"
    yield from spell_waivers(report.waivers)
    yield ""


def _schedule_lines(schedule: Schedule) -> Iterator[str]:
    yield "\n[schedule]"
    yield f"every = {spell_string(schedule.every)}"
    day = spell_weekday(schedule)
    if day:
        yield f"day = {day if day.isdigit() else spell_string(day)}"
    yield f"at = {schedule.at.isoformat('seconds')}"
    yield f"zone = {spell_string(schedule.zone)}"
    if schedule.same_day:
        yield "same_day = true  # an edition is about the day that it is made on, too"


def _read_tables(tables: Mapping[str, Any], path: Path) -> Report:
    folder = path.parent
    check_keys("", tables, _KEYS)
    if tables.get("format") != FORMAT:
        raise Refused("format", f"not {FORMAT!r}", f'Write format = "{FORMAT}" at the top of a report.')
    if not _NAME.fullmatch(path.stem):
        raise Refused("", "its name is no report's", "Name it with a-z, 0-9 and dashes, such as weekly.toml.")
    output = _get_table(tables, "output")
    check_keys("output", output, _OUTPUT_KEYS)
    copy_to = get_string(output, "output", "copy_to")
    return Report(
        name=path.stem,
        schedule=_read_schedule(_get_table(tables, "schedule")),
        spec=read_spec(_get_table(tables, "brief"), as_of=date.min),
        output_folder=_read_folder(output, folder),
        paths=_read_inputs(tables, folder),
        library=get_string(tables, "", "library"),
        formats=tuple(dict.fromkeys(get_strings(output, "output", "formats"))) or ("pdf",),
        since=Since(_get_word(tables, "since", tuple(Since))),
        start=get_day(tables, "", "start"),
        catch_up=CatchUp(_get_word(tables, "catch_up", tuple(CatchUp))),
        when_empty=WhenEmpty(_get_word(tables, "when_empty", tuple(WhenEmpty))),
        waivers=read_waivers(tables),
        copy_to=folder / Path(copy_to).expanduser() if copy_to else None,
        mail_to=_read_addresses(output),
    )


def _get_table(tables: Mapping[str, Any], key: str) -> dict[str, Any]:
    return get_value(tables, "", key, dict, {}, "a table", f"Write its keys under [{key}].")


def _get_word(table: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str:
    """One of the words `known`; the first where none is written."""
    return check_one_of(key, get_string(table, "", key) or known[0], known)


def _read_inputs(tables: Mapping[str, Any], folder: Path) -> tuple[Path, ...]:
    paths = get_strings(tables, "", "paths")
    if bool(paths) is ("library" in tables):
        problem = "both the library and paths are named" if paths else "no inputs are named"
        raise Refused("paths", problem, 'Write paths = ["..."], or library = "" for all that it holds.')
    return tuple(folder / Path(path).expanduser() for path in paths)


def _read_schedule(table: Mapping[str, Any]) -> Schedule:
    check_keys("schedule", table, _SCHEDULE_KEYS)
    if "every" not in table:
        raise Refused("schedule.every", "missing", "Write day, week or month.")
    every = Every(check_one_of("schedule.every", get_string(table, "schedule", "every") or "", tuple(Every)))
    zone = get_string(table, "schedule", "zone") or "UTC"
    same_day = get_value(
        table, "schedule", "same_day", bool, False, "true or false", "Write same_day = true."
    )
    try:
        check_zone(zone)
    except ValueError as error:
        raise Refused("schedule.zone", str(error), 'Write it like zone = "Europe/Berlin".') from None
    return Schedule(every, _read_day(table, every), _read_hour(table), zone, same_day)


def _read_day(table: Mapping[str, Any], every: Every) -> int:
    if "day" not in table:
        return 1
    day = table["day"]
    if not isinstance(day, str | int) or isinstance(day, bool):
        raise Refused("schedule.day", "not a day", 'Write day = "monday", day = 15 or day = "last".')
    try:
        return parse_day(every, str(day))
    except ValueError as error:
        raise Refused("schedule.day", str(error), "Correct day or every.") from None


def _read_hour(table: Mapping[str, Any]) -> time:
    hour = table.get("at", time(7))
    if isinstance(hour, time):
        return hour.replace(microsecond=0)
    try:
        return time.fromisoformat(hour).replace(microsecond=0, tzinfo=None)
    except (TypeError, ValueError):
        raise Refused("schedule.at", "not an hour", "Write it like at = 07:00:00.") from None


def _read_folder(output: Mapping[str, Any], folder: Path) -> Path:
    named = get_string(output, "output", "folder")
    if not named:
        raise Refused("output.folder", "missing", "Write where editions are printed to.")
    return folder / Path(named).expanduser()


def _read_addresses(output: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(map(check_address, get_strings(output, "output", "mail_to"))))
    except ValueError as error:
        raise Refused("output.mail_to", str(error), "Write one address in each pair of quotes.") from None
