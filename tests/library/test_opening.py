import sqlite3
import threading
from pathlib import Path

import pytest

from briefer.errors import LibraryDamaged, LibraryUnusable
from briefer.library.listing import count_articles
from briefer.library.opening import open_library
from briefer.library.schema import APPLICATION_ID, MIGRATIONS, Migration
from tests.library.making import kept, path_in, save

NEXT = Migration("a table more", ("CREATE TABLE more (key INTEGER PRIMARY KEY)",))
BROKEN = Migration("half a table", ("CREATE TABLE half (key INTEGER)", "CREATE TABLE half (key INTEGER)"))


def fill(path: Path) -> None:
    with open_library(path) as library:
        save(library, kept())


def versions(path: Path) -> list[int]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT version FROM migration ORDER BY version").fetchall()
    connection.close()
    return [version for (version,) in rows]


def test_a_new_library_is_marked_as_ours_and_lies_in_a_folder_made_for_it(tmp_path: Path) -> None:
    fill(path_in(tmp_path))
    connection = sqlite3.connect(path_in(tmp_path))
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (key INTEGER)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryUnusable, match="another program"):
        open_library(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir() if not found.name.endswith(".lock")] == ["library.db"]


def test_a_library_of_a_newer_briefer_is_refused(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    with open_library(path, migrations=(*MIGRATIONS, NEXT)):
        pass
    with pytest.raises(
        LibraryUnusable, match=f"schema {len(MIGRATIONS) + 1}, this one knows {len(MIGRATIONS)}"
    ):
        open_library(path)


def test_an_older_library_is_brought_up_to_date_with_a_backup_of_what_it_was(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path)
    with open_library(path, migrations=(*MIGRATIONS, NEXT)) as library:
        assert count_articles(library) == 1
    assert versions(path) == [*range(1, len(MIGRATIONS) + 2)]
    (backup,) = (path.parent / "backups").iterdir()
    assert versions(backup) == [*range(1, len(MIGRATIONS) + 1)]


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path)
    with pytest.raises(LibraryUnusable):
        open_library(path, migrations=(*MIGRATIONS, NEXT, BROKEN))
    assert versions(path) == [*range(1, len(MIGRATIONS) + 2)]
    with open_library(path, migrations=(*MIGRATIONS, NEXT)) as library:
        assert count_articles(library) == 1


@pytest.mark.parametrize(
    "content", [b"no database at all, but a text that somebody put here" * 99, b"SQLite"]
)
def test_what_is_no_database_is_called_damaged_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match="briefer restore"):
        open_library(path)
    assert path.read_bytes() == content


def test_a_truncated_library_is_called_damaged(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(LibraryDamaged, match="briefer restore"):
        open_library(path)


def test_what_a_killed_writer_left_in_the_log_is_there(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path)
    copy = tmp_path / "left" / "library.db"
    copy.parent.mkdir()
    with open_library(path) as library:
        save(library, kept("Another text that stands in the log alone."))
        for suffix in ("", "-wal"):
            Path(f"{copy}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    with open_library(copy) as library:
        assert count_articles(library) == 2


def test_a_library_that_another_program_writes_in_the_old_way_is_waited_for(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN IMMEDIATE")
    end = threading.Timer(0.2, lambda: other.execute("COMMIT"))
    end.start()
    with open_library(path) as library:
        assert count_articles(library) == 1
    end.join()
    other.close()
