"""Every test runs without a network and with an empty home of its own."""

import socket
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _fenced(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setattr(socket.socket, "connect", _connect)


_real_connect = socket.socket.connect


def _connect(self: socket.socket, address: Any) -> None:
    """A server that the test itself runs on this machine may be reached, and nothing else."""
    if isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1"):
        return _real_connect(self, address)
    raise AssertionError("a test tried to reach the network")


@pytest.fixture
def seeds() -> Path:
    return Path(__file__).parent.parent / "seeds"
