"""The same articles give the same bytes, wherever and by whomever they are read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PRINT_ALL = """
import sys
from briefer.cli import run

seeds, output = sys.argv[1:]
for form in ("pdf", "html", "md", "json"):
    sys.argv = ["briefer", "brief", seeds, "-q", "-o", f"{output}/brief.{form}"]
    assert run() == 0
sys.argv = ["briefer", "pack", f"{output}/brief.pdf", "-q", "--with-sources", seeds]
assert run() == 0
for command in ("read --json", "evidence -t energy --json", "summarise -s random"):
    sys.argv = ["briefer", *command.split(), seeds]
    assert run() == 0
"""
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40"},
)
DAY = {"SOURCE_DATE_EPOCH": "1795219199"}  # the last second of 20 November 2026 in UTC


def start(place: dict[str, str], seeds: Path, output: Path, home: Path) -> subprocess.Popen[bytes]:
    """Print everything there is of a folder, from another working folder than that."""
    output.mkdir()
    ours = DAY | {"BRIEFER_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    with (output / "printed.jsonl").open("wb") as printed:
        return subprocess.Popen(
            [sys.executable, "-c", PRINT_ALL, str(seeds), str(output)],
            stdout=printed,
            stderr=subprocess.DEVNULL,
            cwd=output,
            env=os.environ | place | ours,
        )


def copy_backwards(seeds: Path, folder: Path) -> Path:
    """The same files elsewhere, made in the opposite order, as a file system may list them, and newer."""
    folder.mkdir(parents=True)
    for path in sorted(seeds.iterdir(), reverse=True):
        shutil.copyfile(path, folder / path.name)
    return folder


def test_no_hash_zone_locale_or_place_changes_a_byte(seeds: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / "one", tmp_path / "two"]
    folders = [seeds, copy_backwards(seeds, tmp_path / "elsewhere" / "clippings")]
    runs = [
        start(place, folder, output, tmp_path)
        for place, folder, output in zip(PLACES, folders, outputs, strict=True)
    ]
    assert [run.wait(timeout=240) for run in runs] == [0, 0]
    one, two = ({path.name: path.read_bytes() for path in output.iterdir()} for output in outputs)
    ledgers = ["brief.html.ledger.json", "brief.md.ledger.json"]
    made = ["brief.html", "brief.json", "brief.md", "brief.pdf", "brief.zip", "printed.jsonl"]
    assert sorted(one) == sorted([*made, *ledgers])
    assert one == two
    assert all(one.values())
    assert b"20 November 2026" in one["brief.md"]
