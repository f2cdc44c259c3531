"""What makes the system's clock run a report: a systemd user timer, or a line of cron.

Both only ask; `briefer report run` knows itself what is due, so that asking too often makes nothing twice.
"""

import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which
from typing import NamedTuple

from briefer.delivery.folder import write_text
from briefer.errors import DeliveryFailed, SchedulingFailed
from briefer.model.reports import WEEKDAYS, Every, Report, Schedule

_MARK = "# briefer report"
_JUMPED = 4
"""Before this hour clocks are put forward."""
_NO_CRONTAB = "no crontab for"


class Unit(NamedTuple):
    """A file for systemd."""

    name: str
    content: str


def make_units(report: Report, command: Sequence[str], environment: Mapping[str, str]) -> tuple[Unit, Unit]:
    """The service that runs a report and the timer that starts it.

    `command` begins with the full path of a program; `environment` is what it needs to be told.
    """
    service = "\n".join(
        [
            "[Unit]",
            f"Description=briefer: the report {report.name}",
            "StartLimitIntervalSec=1d",
            "StartLimitBurst=24",
            "",
            "[Service]",
            "Type=oneshot",
            *(f"Environment={_quote(f'{name}={value}')}" for name, value in sorted(environment.items())),
            f"ExecStart={_spell_command(command)}",
            "# 4: nothing was due.",
            "SuccessExitStatus=4",
            "# 3: something could not be delivered; it is tried again.",
            "Restart=on-failure",
            "RestartPreventExitStatus=1 2",
            "RestartSec=15min",
            "",
        ]
    )
    timer = "\n".join(
        [
            "[Unit]",
            f"Description=briefer: when the report {report.name} is due",
            "",
            "[Timer]",
            *(f"OnCalendar={hours}" for hours in spell_calendar(report.schedule)),
            "# What was slept through is made on waking.",
            "Persistent=true",
            f"Unit={_unit_name(report)}.service",
            "",
            "[Install]",
            "WantedBy=timers.target",
            "",
        ]
    )
    return Unit(f"{_unit_name(report)}.service", service), Unit(f"{_unit_name(report)}.timer", timer)


def spell_calendar(schedule: Schedule) -> tuple[str, ...]:
    """The hours at which an edition may be due, as systemd writes them.

    An hour that a clock may jump over in spring has the next one beside it, for systemd leaves out that day.
    """
    match schedule.every:
        case Every.DAY:
            days = "*-*-*"
        case Every.WEEK:
            days = f"{WEEKDAYS[schedule.day - 1][:3].title()} *-*-*"
        case Every.MONTH:
            # Short months have their last day instead of a later one.
            days = f"*-*-{schedule.day:02}" if schedule.day <= 28 else "*-*-28..31"
    hours = [schedule.at]
    if schedule.at.hour < _JUMPED:
        hours.append(schedule.at.replace(hour=schedule.at.hour + 1))
    return tuple(f"{days} {hour:%H:%M:%S} {schedule.zone}" for hour in hours)


def make_cron_line(report: Report, command: Sequence[str], environment: Mapping[str, str]) -> str:
    """A line for a crontab. It asks every hour, for cron does not run what was slept through."""
    told = [f"{name}={shlex.quote(value)}" for name, value in sorted(environment.items())]
    # To cron, a percent sign ends the command, even in quotes.
    words = " ".join([*told, shlex.join(command)]).replace("%", r"\%")
    return f"{report.schedule.at.minute} * * * * {words} {_MARK} {report.name}"


def install_units(units: Sequence[Unit], folder: Path) -> Iterator[str]:
    """Put the units into systemd's folder of the user and start the timer; says what is done, a line each.

    Raises:
        DeliveryFailed: a file cannot be written.
        SchedulingFailed: systemd refuses; the files stay.
    """
    for unit in units:
        path = folder / unit.name
        is_new = not path.is_file() or path.read_text("utf-8", "replace") != unit.content
        if is_new:
            write_text(path, unit.content)
        yield f"{'wrote' if is_new else 'as it was:'} {path}"
    _run(("systemctl", "--user", "daemon-reload"))
    _run(("systemctl", "--user", "enable", "--now", units[-1].name))
    yield f"started {units[-1].name}"


def remove_units(units: Sequence[Unit], folder: Path) -> Iterator[str]:
    """Stop the timer and take the units away again; says what is done.

    Raises:
        DeliveryFailed: a file cannot be removed.
        SchedulingFailed: systemd refuses; the files are gone all the same.
    """
    found = [folder / unit.name for unit in units if (folder / unit.name).is_file()]
    if not found:
        yield "nothing was installed"
        return
    stop = ("systemctl", "--user", "disable", "--now", units[-1].name)
    stopped = _run(stop, may_fail=True)
    for path in found:
        try:
            path.unlink()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise DeliveryFailed(str(path), reason, "Remove it by hand.") from error
        yield f"removed {path}"
    if stopped.returncode:
        raise _refused(stop, stopped.stderr)
    _run(("systemctl", "--user", "daemon-reload"))


def install_cron_line(report: Report, line: str) -> Iterator[str]:
    """Put the line into the user's crontab in the place of an older one; says what is done.

    Raises:
        SchedulingFailed: there is no cron, or it refuses.
    """
    before = _read_crontab()
    after = [*_without(before, report), line]
    if line in before:
        yield f"as it was: {line}"
        return
    _write_crontab(after)
    yield f"wrote into the crontab: {line}"


def remove_cron_line(report: Report) -> Iterator[str]:
    """Take the report's line out of the user's crontab; says what is done.

    Raises:
        SchedulingFailed: there is no cron, or it refuses.
    """
    before = _read_crontab()
    after = _without(before, report)
    if before == after:
        yield "nothing was installed"
        return
    _write_crontab(after)
    yield f"removed the line of {report.name} from the crontab"


def _unit_name(report: Report) -> str:
    return f"briefer-{report.name}"


def _spell_command(command: Sequence[str]) -> str:
    program, *words = command
    if set(program) & set("'\"\\"):
        # systemd wants no such name of a program, but any argument.
        program, words = "/usr/bin/env", [program, *words]
    return " ".join([_quote(program), *(_quote(word).replace("$", "$$") for word in words)])


def _quote(word: str) -> str:
    """A word of a unit file: percent signs and quotation marks mean themselves."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _without(lines: Sequence[str], report: Report) -> list[str]:
    return [line for line in lines if not line.endswith(f" {_MARK} {report.name}")]


def _read_crontab() -> list[str]:
    done = _run(("crontab", "-l"), may_fail=True)
    if done.returncode and _NO_CRONTAB not in done.stderr:
        raise _refused(("crontab", "-l"), done.stderr)
    return done.stdout.splitlines() if not done.returncode else []


def _write_crontab(lines: Sequence[str]) -> None:
    _run(("crontab", "-"), told="".join(f"{line}\n" for line in lines))


def _run(
    command: tuple[str, ...], *, told: str | None = None, may_fail: bool = False
) -> "subprocess.CompletedProcess[str]":
    program = which(command[0])
    if program is None:
        way_out = "Install it, or ask for the other of systemd and cron."
        raise SchedulingFailed(command[0], "there is no such program", way_out)
    # The command is one of those above: nothing in it comes from outside.
    done = subprocess.run(  # noqa: S603
        (program, *command[1:]),
        input=told,
        stdin=None if told is not None else subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not may_fail:
        raise _refused(command, done.stderr)
    return done


def _refused(command: Sequence[str], said: str) -> SchedulingFailed:
    reason = " ".join(said.split())[:200] or "it failed"
    return SchedulingFailed(command[0], reason, f"Type it yourself to see more: {shlex.join(command)}")
