import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.errors import UnreadableFile
from briefer.readers import read_paths
from briefer.readers.files import list_files
from briefer.readers.parsing import parse
from briefer.readers.reading import ParsedFile, parse_files
from briefer.readers.workers import Workers
from tests.readers.files import PARAGRAPHS, TITLE, write_html, write_text

PAGE, TEXT = write_html(TITLE, PARAGRAPHS), write_text(TITLE, PARAGRAPHS)


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers() as running:
        yield running


def children() -> list[int]:
    tasks = Path("/proc/self/task").glob("*/children")
    return [int(pid) for task in tasks for pid in task.read_text().split()]


def test_a_child_makes_of_a_file_what_we_would(workers: Workers) -> None:
    for path, content in ((Path("a.html"), PAGE), (Path("b.txt"), TEXT)):
        assert workers.parse(path, content) == parse(path, content)


def test_why_a_file_cannot_be_read_comes_back_from_the_child(workers: Workers) -> None:
    for path, content in ((Path("a.html"), b" "), (Path("b.pdf"), b"%PDF-broken"), (Path("c.xyz"), b"x")):
        with pytest.raises(UnreadableFile) as ours:
            parse(path, content)
        with pytest.raises(UnreadableFile) as theirs:
            workers.parse(path, content)
        assert theirs.value.reason == ours.value.reason


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with (
        Workers(timeout_s=0.001) as hurried,
        pytest.raises(UnreadableFile, match=r"more than 0\.001 seconds"),
    ):
        hurried.parse(Path("a.html"), PAGE)


def test_a_child_that_dies_costs_one_file(workers: Workers) -> None:
    before = set(children())
    workers.parse(Path("a.html"), PAGE)
    (child,) = set(children()) - before
    os.kill(child, signal.SIGKILL)
    reasons = set()
    for _ in range(20):  # every child's turn comes
        try:
            workers.parse(Path("a.html"), PAGE)
        except UnreadableFile as error:
            reasons.add(error.reason)
    assert reasons == {"it brings down the program that reads such files"}
    assert workers.parse(Path("a.html"), PAGE) == parse(Path("a.html"), PAGE)


def test_work_done_at_once_comes_back_in_order(workers: Workers) -> None:
    def wait(turn: int) -> int:
        time.sleep(0.01 * (turn % 3))
        return turn

    assert list(workers.map(wait, range(40))) == list(range(40))


def test_no_child_outlives_a_reading_that_is_given_up(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.html").write_bytes(PAGE)
    before = set(children())

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_paths([tmp_path], on_progress=stop)
    assert set(children()) <= before


def test_many_files_read_at_once_are_read_as_one_by_one(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"{number:03}.txt").write_bytes(write_text(f"{TITLE} {number}", PARAGRAPHS))
    for file, outcome in zip(files := list_files([tmp_path]).files, parse_files(files), strict=True):
        assert outcome == ParsedFile(file, file.path.read_bytes(), parse(file.path, file.path.read_bytes()))
