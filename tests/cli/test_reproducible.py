"""The same articles give the same bytes, wherever and by whomever they are read."""

import os
import subprocess
import sys
from pathlib import Path

PRINT_ALL = """
import sys
from briefer.cli import run

output = sys.argv[1]
for form in ("pdf", "html", "md", "json"):
    sys.argv = ["briefer", "brief", "seeds", "-q", "--as-of", "2026-11-20", "-o", f"{output}/brief.{form}"]
    assert run() == 0
for command in ("read --json seeds", "evidence -t energy --json seeds", "summarise -s random seeds"):
    sys.argv = ["briefer", *command.split()]
    assert run() == 0
"""
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40"},
)


def start(place: dict[str, str], output: Path, home: Path) -> subprocess.Popen[bytes]:
    output.mkdir()
    with (output / "printed.jsonl").open("wb") as printed:
        return subprocess.Popen(
            [sys.executable, "-c", PRINT_ALL, str(output)],
            stdout=printed,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
            env=os.environ | place | {"BRIEFER_HOME": str(home)},
        )


def test_no_hash_zone_or_locale_changes_a_byte(tmp_path: Path) -> None:
    outputs = [tmp_path / "one", tmp_path / "two"]
    runs = [start(place, output, tmp_path) for place, output in zip(PLACES, outputs, strict=True)]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    one, two = ({path.name: path.read_bytes() for path in output.iterdir()} for output in outputs)
    ledgers = ["brief.html.ledger.json", "brief.md.ledger.json"]
    made = ["brief.html", "brief.json", "brief.md", "brief.pdf", "printed.jsonl"]
    assert sorted(one) == sorted([*made, *ledgers])
    assert one == two
    assert all(one.values())
