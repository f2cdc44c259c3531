"""Output files: the whole content or nothing."""

import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import OutputFailed
from briefer.rendering.files import check_output, write_whole


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@given(st.binary())
def test_what_was_written_is_what_is_read(content: bytes) -> None:
    path = Path(os.environ["BRIEFER_HOME"]) / "brief.pdf"
    write_whole(path, content)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_has_the_mode_that_the_user_lets_new_files_have(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "brief.pdf", b"new")
    finally:
        os.umask(before)
    assert _mode(tmp_path / "brief.pdf") == 0o640


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old and longer")
    path.chmod(0o606)
    write_whole(path, b"new")
    assert (path.read_bytes(), _mode(path)) == (b"new", 0o606)


def test_who_reads_the_old_file_goes_on_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert reader.read() == b"old"


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "archive").mkdir()
    target, link = tmp_path / "archive" / "brief.pdf", tmp_path / "latest.pdf"
    link.symlink_to(target)
    if exists:
        target.write_bytes(b"old")
    check_output(link)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list((tmp_path / "archive").iterdir()) == [target]


def test_a_device_is_written_to_and_stays_a_device() -> None:
    check_output(Path("/dev/null"))
    write_whole(Path("/dev/null"), b"new")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"new")
    reader.join(timeout=5)
    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_standard_output_is_written_to_wherever_it_leads(tmp_path: Path) -> None:
    program = "from briefer.rendering.files import *; write_whole(Path('/dev/stdout'), b'new')"
    with (tmp_path / "redirected").open("wb") as redirected:
        inode = os.fstat(redirected.fileno()).st_ino
        subprocess.run([sys.executable, "-c", program], stdout=redirected, check=True)
    assert (tmp_path / "redirected").read_bytes() == b"new"
    assert (tmp_path / "redirected").stat().st_ino == inode
    piped = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True)
    assert piped.stdout == b"new"


def _file(path: Path) -> Path:
    path.write_bytes(b"old")
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


HOPELESS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no folder": (lambda folder: folder / "none" / "brief.pdf", "does not exist. Type: mkdir -p "),
    "a folder": (lambda folder: folder, "it is a folder. Name a file in it, such as "),
    "a file as folder": (lambda folder: _file(folder / "f") / "brief.pdf", "f is not a folder. "),
    "a circle of links": (lambda folder: _loop(folder / "loop"), "lead in a circle. Choose another"),
    "a long name": (lambda folder: folder / ("x" * 300), "the name is too long. Choose another"),
}

ATTEMPTS: tuple[Callable[[Path], None], ...] = (check_output, lambda path: write_whole(path, b"new"))


@pytest.mark.parametrize("case", HOPELESS)
def test_a_hopeless_place_is_told_before_and_when_writing(tmp_path: Path, case: str) -> None:
    make, said = HOPELESS[case]
    path = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    for attempt in ATTEMPTS:
        with pytest.raises(OutputFailed) as caught:
            attempt(path)
        assert said in str(caught.value)
        assert str(caught.value).startswith(f"Cannot write {path}: ")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone can reach, unlike those of pytest; permissions bind the superuser, too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        superuser = os.geteuid() == 0
        os.seteuid(65534 if superuser else os.geteuid())
        yield Path(name)
        os.seteuid(0 if superuser else os.geteuid())


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_stays_as_it_was(open_folder: Path, locked: str) -> None:
    folder = open_folder / "archive"
    folder.mkdir()
    path = folder / "brief.pdf"
    path.write_bytes(b"old")
    if locked == "file":
        path.chmod(0o444)
    else:
        folder.chmod(0o555)
    for attempt in ATTEMPTS:
        with pytest.raises(OutputFailed, match=r"writing there is not permitted\. Choose another place"):
            attempt(path)
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]
    folder.chmod(0o777)


def test_a_full_device_is_told() -> None:
    with pytest.raises(OutputFailed, match=r"not enough space\. Free some"):
        write_whole(Path("/dev/full"), b"new")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputFailed, match="not enough space"):
            write_whole(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
