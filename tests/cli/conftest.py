"""Run the command line as a user does, in this process."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from briefer.cli import run as run_command_line


class Outcome(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`run("read", "seeds", "--json")` gives the exit code, stdout and stderr."""

    def run_briefer(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["briefer", *map(str, arguments)])
        code = run_command_line()
        sys.stdout.flush()
        printed = capfd.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run_briefer
