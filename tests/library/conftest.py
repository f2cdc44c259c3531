"""An empty library for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.library.opening import Library, open_library
from tests.library.making import path_in


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(path_in(tmp_path)) as opened:
        yield opened
