"""The README's commands do what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.config import read_mail_server
from briefer.themes import read_theme

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def block(label: str, language: str = "sh") -> str:
    """The code block that follows the comment `<!-- label -->`."""
    found = re.search(rf"<!-- {label} -->\n```{language}\n(.*?)\n```", README, re.DOTALL)
    assert found, f"README has no block {label}"
    return found[1]


def as_user(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell with this environment's programs first on the path."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": programs, "BRIEFER_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    # The tour looks at the brief of its first line, its pack and the library; each line may run alone.
    first, *others = block("tour").splitlines()
    for line in (first, *(line for line in others if line.startswith(("briefer add", "briefer pack")))):
        made = as_user(line, folder)
        assert made.returncode == 0, made.stderr
    return folder


@pytest.mark.parametrize("line", block("tour").splitlines())
def test_every_line_of_the_tour_runs(line: str, checkout: Path) -> None:
    result = as_user(line, checkout)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr


def test_the_last_step_of_the_first_command_makes_the_brief(checkout: Path) -> None:
    *_, last = block("brief").split(" && ")
    result = as_user(last.replace(".venv/bin/", ""), checkout)
    assert result.returncode == 0, result.stderr
    assert (checkout / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_a_report_can_be_followed_as_it_is_told(checkout: Path) -> None:
    result = as_user(f"set -e\n{block('weekly')}", checkout)
    assert result.returncode == 0, result.stderr
    assert "weekly No. 1 of" in result.stdout
    assert (checkout / "again.html").exists()
    assert list((checkout / "editions").glob("weekly-001-*.md"))


def test_the_theme_shown_is_a_theme(tmp_path: Path) -> None:
    path = tmp_path / "water.toml"
    path.write_text(block("theme", "toml"), encoding="utf-8")
    assert read_theme(path).name == "water"


def test_the_mail_server_shown_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(block("mail", "toml"), encoding="utf-8")
    server = read_mail_server(path)
    assert (server.host, server.port, server.user) == ("mail.example.org", 587, "desk")
    assert server.password_command == ("pass", "show", "desk")


def test_the_sidecar_shown_is_read(checkout: Path, tmp_path: Path) -> None:
    shutil.copy(checkout / "seeds" / "004_d517682bdb855f50.txt", tmp_path / "0412-clipping.txt")
    (tmp_path / "sources.toml").write_text(block("sidecar", "toml"), encoding="utf-8")
    result = as_user("briefer read . --json", tmp_path)
    assert '"outlet": {"value": "The Daily Example", "basis": "sidecar"}' in result.stdout


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
