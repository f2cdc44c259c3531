"""Nothing that was acknowledged is ever lost: whatever step of a write is the last one."""

import os
import sqlite3
import subprocess
import sys
import textwrap
import zlib
from pathlib import Path

import pytest

from briefer.errors import LibraryDamaged, LibraryUnusable
from briefer.library.health import check_health
from briefer.library.listing import count_articles, list_articles
from briefer.library.opening import open_library
from briefer.library.troubles import explaining
from tests.library.making import NOW, kept, path_in, save

ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534

PRELUDE = """
import os, resource, signal, sqlite3, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from briefer.errors import LibraryUnusable
from briefer.library.edits import save_edit
from briefer.library.opening import open_library
from briefer.library.removing import remove_articles
from tests.library.making import NOW, kept, save
path = Path(sys.argv[2])
"""


def start(script: str, *arguments: object, user: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(PRELUDE) + textwrap.dedent(script), str(ROOT)]
    return subprocess.Popen(
        [*command, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        user=user,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, list[str]]:
    out, err = process.communicate(timeout=60)
    assert process.returncode in (0, -9), err
    return process.returncode, out.split()


# Adds two batches, edits and removes, and notes after each what is done. Statements of SQLite are counted,
# and the process ends itself before the n-th, as by `kill -9`, for n = 0, 1, 2 ... until it gets through.
KILLED = """
left = 0
connect = sqlite3.connect
def count(statement):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
def traced(*given, **named):
    connection = connect(*given, **named)
    connection.set_trace_callback(count)
    return connection
sqlite3.connect = traced
def work(path, said):
    with open_library(path) as library:
        one, two, three = (kept(f"Article {name} speaks of {name}.", name=name) for name in "abc")
        save(library, one, two)
        os.write(said, b"a b ")
        save(library, three)
        os.write(said, b"c ")
        save_edit(library, one[0].id, {"outlet": "Valley Times"}, now=NOW)
        os.write(said, b"edited ")
        remove_articles(library, [two[0].id], now=NOW)
        os.write(said, b"removed ")
status, step = 1, 0
while status:
    left, folder = step, path / str(step)
    folder.mkdir()
    child = os.fork()
    if child == 0:
        work(folder / "library.db", os.open(folder / "said", os.O_WRONLY | os.O_CREAT))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    step += 1
print(step)
"""


def check_acknowledged(path: Path, said: list[str]) -> None:
    """The library is sound and holds all that was said to be done, and batches whole."""
    if not path.exists():
        assert not said
        return
    with open_library(path) as library:
        assert library.connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert library.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        shown = {holding.path.name: holding for holding in list_articles(library)}
    if "removed" in said:
        assert set(shown) == {"a", "c"}
    elif "edited" not in said:
        assert ("a" in shown) == ("b" in shown)
    assert set(said) & {"a", "c"} <= set(shown)
    assert "edited" not in said or shown["a"].outlet == "Valley Times"


def test_a_process_that_is_killed_before_any_statement_loses_nothing_that_it_acknowledged(
    tmp_path: Path,
) -> None:
    code, (steps,) = finish(start(KILLED, tmp_path))
    assert code == 0
    assert int(steps) > 100
    for step in range(int(steps)):
        folder = tmp_path / str(step)
        said = (folder / "said").read_text().split() if (folder / "said").exists() else []
        check_acknowledged(folder / "library.db", said)


# Restores a backup of two articles over a library of three, and ends itself before the n-th step on the disk.
RESTORED = """
import shutil
from briefer.library.backups import copy_library
from briefer.library.restoring import restore_library
left = 0
def counted(call):
    def count(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given, **named)
    return count
for name in ("fsync", "link", "replace", "rename", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
shutil.copyfile = counted(shutil.copyfile)
def work(folder):
    copy = folder / "copy.db"
    with open_library(folder / "library.db") as library:
        copy_library(library.connection, library.path, copy)
    restore_library(folder / "library.db", folder / "backup.db")
status, step = 1, 0
while status:
    folder = path / str(step)
    folder.mkdir()
    left = 1000
    with open_library(folder / "library.db") as library:
        save(library, kept("One.", name="one"), kept("Two.", name="two"))
        copy_library(library.connection, library.path, folder / "backup.db")
        save(library, kept("Three.", name="three"))
    child = os.fork()
    if child == 0:
        left = step
        work(folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    step += 1
print(step)
"""


def names_in(path: Path) -> set[str]:
    with open_library(path) as library:
        return {holding.path.name for holding in list_articles(library)}


def test_a_restore_that_is_killed_before_any_step_leaves_the_old_library_or_the_new(tmp_path: Path) -> None:
    code, (steps,) = finish(start(RESTORED, tmp_path))
    assert code == 0
    assert int(steps) > 6
    for step in range(int(steps)):
        folder = tmp_path / str(step)
        shown = names_in(folder / "library.db")
        aside = folder / "library-aside.db"
        assert shown == {"one", "two", "three"} or (
            shown == {"one", "two"} and names_in(aside) == {"one", "two", "three"}
        )
        assert names_in(folder / "backup.db") == {"one", "two"}
        copy = folder / "copy.db"
        assert not copy.exists() or names_in(copy) == {"one", "two", "three"}
    assert shown == {"one", "two"}


# The system refuses to let any file grow over a limit: the write that would is the one that fails.
LIMITED = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
number = 0
first = int(sys.argv[3])
with open_library(path) as library:
    for limit in range(first, first + 64 * 8192, 8192):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            text = f"Article {number} speaks of {number}. {os.urandom(4000).hex()}"
            save(library, kept(text, name=str(number)))
            print(number, flush=True)
            number += 1
        except LibraryUnusable as error:
            assert "kept" in str(error), error
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    save(library, kept("The disk has space again.", name="last"))
    print("last", flush=True)
"""


def test_a_disk_that_is_full_at_any_write_loses_nothing_and_the_next_write_goes_on(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    with open_library(path) as library:
        save(library, kept("It was here before.", name="before"))
    code, said = finish(start(LIMITED, path, path.stat().st_size))
    assert code == 0
    assert check_health(path, now=NOW).problems == ()
    with open_library(path) as library:
        assert {holding.path.name for holding in list_articles(library)} == {"before", *said}
    assert "last" in said
    assert 1 < len(said) < 64


WRITER = """
for number in range(150):
    with open_library(path) as library:
        save(library, kept(f"Writer {sys.argv[3]} says {number} times so.", name=f"{sys.argv[3]}-{number}"))
print("done")
"""


def test_three_writers_at_once_lose_no_write(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    for process in [start(WRITER, path, name) for name in "abc"]:
        assert finish(process) == (0, ["done"])
    with open_library(path) as library:
        assert count_articles(library) == 450
    assert check_health(path, now=NOW).problems == ()


READER = """
os.setuid(int(sys.argv[3]))
from briefer.library.listing import count_articles
with open_library(path) as library:
    print(count_articles(library))
    try:
        save(library, kept("One more."))
    except LibraryUnusable as error:
        print("refused")
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write")
def test_a_home_that_may_not_be_written_can_still_be_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = home / "library.db"
    with open_library(path) as library:
        save(library, kept())
    for folder in (home, *home.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o555)
    code, said = finish(start(READER, path, NOBODY))
    assert (code, said) == (0, ["1", "refused"])


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LibraryUnusable, match="folder"):
        open_library(tmp_path / "file" / "library.db")


def test_a_writer_that_waits_in_vain_says_that_another_one_writes(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    with (
        open_library(path) as first,
        open_library(path, timeout_s=0.1) as second,
        first.writing(),
        pytest.raises(LibraryUnusable, match="another program is writing"),
    ):
        save(second, kept())
    with open_library(path) as library:
        assert save(library, kept())


@pytest.mark.parametrize("error", [TypeError(), zlib.error(), sqlite3.OperationalError("Could not decode")])
def test_what_makes_no_sense_is_blamed_on_the_file_where_that_is_damaged(
    tmp_path: Path, error: Exception
) -> None:
    path = path_in(tmp_path)
    with open_library(path) as library:
        save(library, *(kept(f"The choir number {number} sang in Klow. " * 40) for number in range(60)))
    with pytest.raises(type(error)), explaining(path):
        raise error
    content = bytearray(path.read_bytes())
    for start in range(3 * 4096, len(content) - 2000, 3 * 4096):
        content[start : start + 2000] = b"\xff" * 2000
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match="briefer restore"), explaining(path):
        raise error
