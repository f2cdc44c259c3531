"""Libraries of the operating system that WeasyPrint needs."""

import os
import sys
from pathlib import Path

import pytest

from briefer.errors import MissingSystemLibrary
from briefer.rendering.libraries import find_missing_libraries, install_commands
from briefer.rendering.pdf import PdfRenderer
from tests.rendering.making import TEMPLATE


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert find_missing_libraries() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="LD_LIBRARY_PATH is Linux's")
@pytest.mark.parametrize("library", ["libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libgobject-2.0.so.0"])
def test_a_library_that_cannot_be_opened_is_named(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / library).touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    with PdfRenderer() as renderer, pytest.raises(MissingSystemLibrary) as caught:
        renderer.render("<p>x", TEMPLATE)
    assert caught.value.library == library


@pytest.mark.parametrize(
    ("tools", "commands"),
    [
        ([], ()),
        (["brew"], (("brew", "install", "pango"),)),
        (["apk"], (("apk", "add", "pango"),)),
        (["dnf", "sudo"], (("sudo", "dnf", "install", "-y", "pango"),)),
        (
            ["apt-get", "brew"],
            (
                ("apt-get", "update"),
                ("apt-get", "install", "-y", "--no-install-recommends", "libpangoft2-1.0-0"),
            ),
        ),
    ],
)
def test_the_package_manager_at_hand_is_used(
    tools: list[str],
    commands: tuple[tuple[str, ...], ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for tool in tools:
        (tmp_path / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert install_commands() == commands


def test_the_superuser_needs_no_sudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in ("apk", "sudo"):
        (tmp_path / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert install_commands() == (("apk", "add", "pango"),)
