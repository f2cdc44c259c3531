"""What the system's clock is told, read back by the system's own programs where they are there."""

import os
import shlex
import stat
import subprocess
from datetime import date, time
from pathlib import Path
from shutil import which

import pytest

from briefer.delivery.timers import (
    install_cron_line,
    install_units,
    make_cron_line,
    make_units,
    remove_cron_line,
    remove_units,
    spell_calendar,
)
from briefer.errors import SchedulingFailed
from briefer.model import BriefSpec
from briefer.model.reports import Every, Report, Schedule

AWKWARD = ('/opt/my tools/100%/$HOME/it\'s "b\\riefer"', "report", "run", "weekly")
HOME = {"BRIEFER_HOME": '/home/ana/50% of "it"'}


def make_report(schedule: Schedule) -> Report:
    return Report("weekly", schedule, BriefSpec((), date.min), Path("/out"), (Path("/in"),))


MONDAYS = make_report(Schedule(Every.WEEK, 1, time(7), "Europe/Berlin"))


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole search path but for the shell's own programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def add_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize(
    ("schedule", "spelled"),
    [
        (Schedule(Every.DAY, at=time(18, 30), zone="UTC"), ("*-*-* 18:30:00 UTC",)),
        (Schedule(Every.WEEK, 7, time(7), "Asia/Tokyo"), ("Sun *-*-* 07:00:00 Asia/Tokyo",)),
        (Schedule(Every.MONTH, 5, time(7), "UTC"), ("*-*-05 07:00:00 UTC",)),
        (Schedule(Every.MONTH, 31, time(7), "UTC"), ("*-*-28..31 07:00:00 UTC",)),
        (
            Schedule(Every.DAY, at=time(2, 30), zone="America/New_York"),
            ("*-*-* 02:30:00 America/New_York", "*-*-* 03:30:00 America/New_York"),
        ),
    ],
)
def test_the_timer_asks_whenever_an_edition_may_be_due(schedule: Schedule, spelled: tuple[str, ...]) -> None:
    assert spell_calendar(schedule) == spelled
    if which("systemd-analyze"):
        subprocess.run(("systemd-analyze", "calendar", *spelled), check=True, capture_output=True)


def test_the_units_say_what_is_run_and_catch_up_after_sleep() -> None:
    service, timer = make_units(MONDAYS, ("/usr/bin/briefer", "report", "run", "weekly"), {})
    assert 'ExecStart="/usr/bin/briefer" "report" "run" "weekly"\n' in service.content
    assert "SuccessExitStatus=4\n" in service.content
    assert "Persistent=true\n" in timer.content
    assert (service.name, timer.name) == ("briefer-weekly.service", "briefer-weekly.timer")


@pytest.mark.skipif(which("systemd-analyze") is None, reason="this machine has no systemd")
def test_systemd_reads_awkward_names_as_they_are(tmp_path: Path) -> None:
    program = tmp_path / "my 100% $tools'\"" / "briefer"
    program.parent.mkdir()
    add_program(program.parent, "briefer", "exit 0")
    units = make_units(MONDAYS, (str(program), "report", "run", "weekly"), HOME)
    for unit in units:
        (tmp_path / unit.name).write_text(unit.content)
    paths = [str(tmp_path / unit.name) for unit in units]
    # It complains of a program that is not there, and so tells whether it read its name right.
    done = subprocess.run(
        ("systemd-analyze", "--user", "verify", "--man=no", *paths),
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert "briefer-weekly" not in done.stderr


def test_the_line_of_cron_runs_the_very_words(programs: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    add_program(programs, "briefer", f'printf "%s\\n" "$BRIEFER_HOME" "$@" > {told}')
    line = make_cron_line(MONDAYS, ("briefer", "report", "run", "a'b $c %d"), HOME)
    assert line.startswith("0 * * * * ")
    # cron takes the backslash away and gives the rest to the shell.
    subprocess.run(("sh", "-c", line.split(" ", 5)[5].replace(r"\%", "%")), check=True)
    assert told.read_text().splitlines() == [HOME["BRIEFER_HOME"], "report", "run", "a'b $c %d"]


def test_units_are_installed_once_shown_and_removed(programs: Path, tmp_path: Path) -> None:
    log, folder = tmp_path / "log", tmp_path / "units"
    add_program(programs, "systemctl", f'echo "$@" >> {log}')
    units = make_units(MONDAYS, AWKWARD, HOME)
    first, again = [*install_units(units, folder)], [*install_units(units, folder)]
    assert [line.split()[0] for line in first] == ["wrote", "wrote", "started"]
    assert [line.split()[0] for line in again] == ["as", "as", "started"]
    assert {path.name for path in folder.iterdir()} == {"briefer-weekly.service", "briefer-weekly.timer"}
    assert "--user enable --now briefer-weekly.timer" in log.read_text()
    assert len([*remove_units(units, folder)]) == 2
    assert [*remove_units(units, folder)] == ["nothing was installed"]
    assert list(folder.iterdir()) == []


def test_the_crontab_keeps_every_other_line(programs: Path, tmp_path: Path) -> None:
    tab = tmp_path / "tab"
    script = f'if [ "$1" = -l ]; then cat {tab} 2>/dev/null || {{ echo no crontab for ana >&2; exit 1; }}\n'
    add_program(programs, "crontab", script + f"else cat > {tab}; fi")
    line = make_cron_line(MONDAYS, ("/usr/bin/briefer", "report", "run", "weekly"), {})
    assert next(install_cron_line(MONDAYS, line)).startswith("wrote")
    assert next(install_cron_line(MONDAYS, line)).startswith("as it was")
    tab.write_text("# mine\n5 5 * * * backup\n" + tab.read_text())
    other = make_cron_line(MONDAYS, ("/other/briefer", "report", "run", "weekly"), {})
    assert len([*install_cron_line(MONDAYS, other)]) == 1
    assert tab.read_text() == f"# mine\n5 5 * * * backup\n{other}\n"
    assert len([*remove_cron_line(MONDAYS)]) == 1
    assert tab.read_text() == "# mine\n5 5 * * * backup\n"
    assert [*remove_cron_line(MONDAYS)] == ["nothing was installed"]


def test_a_machine_without_the_program_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SchedulingFailed, match="no such program"):
        next(install_cron_line(MONDAYS, "line"))


def test_what_the_program_refuses_is_said_with_what_to_type(programs: Path, tmp_path: Path) -> None:
    add_program(programs, "systemctl", "echo Failed to connect to bus >&2; exit 1")
    units, folder = make_units(MONDAYS, AWKWARD, {}), tmp_path / "units"
    with pytest.raises(SchedulingFailed, match="Failed to connect to bus") as caught:
        list(install_units(units, folder))
    assert shlex.join(("systemctl", "--user", "daemon-reload")) in str(caught.value)
    with pytest.raises(SchedulingFailed, match="Failed to connect to bus"):
        list(remove_units(units, folder))
    assert list(folder.iterdir()) == []
