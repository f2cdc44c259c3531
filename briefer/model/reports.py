"""Briefs that recur: what is asked of them, and the dated issues that came of it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path

from briefer.errors import InvalidFile
from briefer.model.briefs import BriefSpec
from briefer.model.findings import Waiver

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST_DAY = 31
"""The day of the month that stands for the last one, however long the month is."""


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class CatchUp(StrEnum):
    """What becomes of several periods that are due at once, as after a holiday."""

    ONE_BY_ONE = "one-by-one"  # an edition for each
    MERGE = "merge"  # one edition on all of them
    LATEST = "latest"  # one edition on the last of them; the others are passed over


class Since(StrEnum):
    """Where the articles of an edition begin."""

    LAST = "last"  # where the edition before ended, and what came in late
    PERIOD = "period"  # with the period, whatever was reported before
    ALL = "all"  # nowhere: each edition draws on everything up to its period's end


class WhenEmpty(StrEnum):
    """What becomes of a period on which there is nothing to report."""

    SAY_SO = "say-so"  # an edition that says it
    SKIP = "skip"  # no edition


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a report recurs.

    `day` counts the days of the week from 1, Monday, or those of the month from 1; a month that has no
    such day has its last one instead. It is 1 where the report is daily. `at` is local time in `zone`, a
    name such as Europe/Berlin. An edition is about the days before the one that it is made on; where
    `same_day`, about that day too.
    """

    every: Every
    day: int = 1
    at: time = time(7)
    zone: str = "UTC"
    same_day: bool = False

    def __post_init__(self) -> None:
        last = {Every.DAY: 1, Every.WEEK: 7, Every.MONTH: LAST_DAY}[self.every]
        if not 1 <= self.day <= last:
            raise ValueError(f"day {self.day} of a {self.every} lies outside 1 to {last}")


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The local days from `first` until before `end` that one edition is about; `due` is when it is made.

    `key` names the period within its report: `2026-W47`, `2026-11` or `2026-11-20`, where its last day
    falls. `first` is None where everything before belongs to it.
    """

    key: str
    first: date | None
    end: date
    due: datetime


class MailSecurity(StrEnum):
    """How the way to a mail server is kept private."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who sends editions, and by which server.

    The password is what `password_command`, a program with its arguments, prints; without one it is the
    keyring's for `user`. It is never stored. No `user`, no password.
    """

    sender: str
    host: str
    port: int
    security: MailSecurity = MailSecurity.STARTTLS
    user: str | None = None
    password_command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A named brief that recurs.

    `spec` is what each edition is asked; its date and period are not meant, for each edition has its own.
    The inputs are `paths`; or `library` is what is searched for in the library, an empty text for all that
    it holds. `start` is the day that the articles of the
    first edition begin with, None for the first there are. `formats` are printed to `output_folder`,
    copied to `copy_to` and sent to the addresses `mail_to`.
    """

    name: str
    schedule: Schedule
    spec: BriefSpec
    output_folder: Path
    paths: tuple[Path, ...] = ()
    library: str | None = None
    formats: tuple[str, ...] = ("pdf",)
    since: Since = Since.LAST
    start: date | None = None
    catch_up: CatchUp = CatchUp.ONE_BY_ONE
    when_empty: WhenEmpty = WhenEmpty.SAY_SO
    waivers: tuple[Waiver, ...] = ()
    copy_to: Path | None = None
    mail_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated issue of a report. `number` counts from 1 and is never given twice.

    It is about the days from `first` (None: all before) until before `end`. `take` counts how often its
    period was made, from 1. `made_at` is in UTC. `template_sha256` is the digest of the template it was
    first printed with; `is_empty` says that there was nothing to report.
    """

    report: str
    number: int
    key: str
    take: int
    first: date | None
    end: date
    as_of: date
    made_at: datetime
    title: str
    template_sha256: str
    is_empty: bool


class DeliveryKind(StrEnum):
    """How an edition leaves briefer."""

    FILE = "file"  # printed to the report's output folder; the target is the format
    COPY = "copy"  # copied to another folder, with a link to the latest; the target is the format
    MAIL = "mail"  # the target is the address


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing that is owed of an edition; `done_at` is None as long as it is.

    `place` is where it was brought, `sha256` the digest of the file, where there is one. `problem` is why
    the last of the `attempts` failed, or empty.
    """

    report: str
    number: int
    kind: DeliveryKind
    target: str
    attempts: int = 0
    done_at: datetime | None = None
    place: str = ""
    sha256: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands: its latest edition, what is due and owed of it, and what comes next.

    `waiting` is the draft for the next edition, where an analyst wrote one.
    """

    report: Report
    latest: Edition | None
    due: tuple[str, ...]
    following: ReportPeriod
    owed: tuple[Delivery, ...]
    waiting: Path | None


@dataclass(frozen=True, slots=True)
class Broken:
    """A report whose file cannot be used as it stands."""

    name: str
    error: InvalidFile
