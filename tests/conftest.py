"""Every test runs without a network and with an empty home of its own."""

import socket
from pathlib import Path
from typing import NoReturn

import pytest


@pytest.fixture(autouse=True)
def _fenced(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setattr(socket.socket, "connect", _refuse)


def _refuse(*_: object) -> NoReturn:
    raise AssertionError("a test tried to reach the network")


@pytest.fixture
def seeds() -> Path:
    return Path(__file__).parent.parent / "seeds"
