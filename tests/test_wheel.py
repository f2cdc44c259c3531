"""The wheel works where nothing of ours is but the wheel."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_an_installed_wheel_makes_a_brief_in_any_folder(tmp_path: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    wheels, environment, folder = tmp_path / "wheels", tmp_path / "venv", tmp_path / "anywhere"
    folder.mkdir()
    subprocess.run((*pip, "wheel", "--no-deps", "--wheel-dir", wheels, ROOT), check=True)
    (wheel,) = wheels.glob("*.whl")
    venv.create(environment, with_pip=True)
    install = (
        environment / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        wheel,
    )
    subprocess.run(install, check=True, cwd=folder)
    made = subprocess.run(
        (environment / "bin" / "briefer", "demo"), check=True, cwd=folder, capture_output=True, text=True
    )
    assert "Read 5 files: 5 articles." in made.stderr
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF-")
