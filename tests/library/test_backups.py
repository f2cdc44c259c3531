import random
import sqlite3
from pathlib import Path

import pytest

from briefer.errors import LibraryDamaged, LibraryEmpty, LibraryUnusable, UnreadableFile
from briefer.library.listing import count_articles, list_articles
from briefer.library.opening import open_library
from briefer.library.restoring import restore_library, salvage_library
from briefer.library.schema import MIGRATIONS, Migration
from briefer.themes import load_themes
from briefer.workspace.librarian import Librarian
from tests.library.making import NOW, kept, path_in, save


def librarian(folder: Path) -> Librarian:
    return Librarian(path_in(folder), lambda: load_themes(folder / "themes"))


def fill(path: Path, *texts: str) -> None:
    with open_library(path) as library:
        save(library, *(kept(text, name=f"{at}.txt") for at, text in enumerate(texts)))


def names(path: Path) -> list[str]:
    with open_library(path) as library:
        return sorted(holding.path.name for holding in list_articles(library))


def noise(number: int) -> str:
    """Text that does not compress, so that an article fills a page."""
    return random.Random(number).randbytes(3000).hex()  # noqa: S311 - a fixed noise, not a secret


def spoil(path: Path, *, first: int, pages: int = 1) -> None:
    """Write over some of the pages of a library, counted from 1."""
    content = bytearray(path.read_bytes())
    start = (first - 1) * 8192
    content[start : start + pages * 8192] = b"\x07" * (pages * 8192)
    path.write_bytes(content)


def test_a_backup_is_the_library_as_it_stood_and_the_one_it_replaces_is_kept(tmp_path: Path) -> None:
    path, library = path_in(tmp_path), librarian(tmp_path)
    fill(path, "One.")
    backup = library.backup(now=NOW)
    fill(path, "One.", "Two.")
    aside = library.restore(backup)
    assert names(path) == ["0.txt"]
    assert aside is not None
    assert names(aside) == ["0.txt", "1.txt"]


def test_a_backup_takes_the_place_of_an_older_one_and_of_no_other_file(tmp_path: Path) -> None:
    path, library = path_in(tmp_path), librarian(tmp_path)
    fill(path, "One.")
    target = tmp_path / "copy.db"
    library.backup(target, now=NOW)
    fill(path, "One.", "Two.")
    library.backup(target, now=NOW)
    assert names(target) == ["0.txt", "1.txt"]
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,")
    with pytest.raises(LibraryUnusable, match=r"another file lies. Name another file\."):
        library.backup(letter, now=NOW)
    assert letter.read_text() == "Dear all,"


def test_backups_of_one_second_and_of_a_clock_set_back_are_all_there(tmp_path: Path) -> None:
    library = librarian(tmp_path)
    fill(path_in(tmp_path), "One.")
    made = [library.backup(now=now) for now in (NOW, NOW, NOW.replace(year=2020))]
    assert sorted(library.backups()) == sorted(made)
    assert library.backups()[0] == made[-1]


def test_there_is_no_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibraryEmpty):
        librarian(tmp_path).backup(now=NOW)


def test_a_backup_that_is_not_sound_or_too_new_is_refused_and_all_is_as_it_was(tmp_path: Path) -> None:
    path, backup = path_in(tmp_path), tmp_path / "backup.db"
    fill(path, "One.")
    backup.write_bytes(b"no database" * 1000)
    with pytest.raises(UnreadableFile, match="no sound backup"):
        restore_library(path, backup)
    newer = tmp_path / "newer.db"
    with open_library(newer, migrations=(*MIGRATIONS, Migration("more", ("CREATE TABLE more (key)",)))):
        pass
    with pytest.raises(LibraryUnusable, match="newer briefer"):
        restore_library(path, newer)
    assert names(path) == ["0.txt"]


def test_a_library_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    path = path_in(tmp_path)
    fill(path, "One.")
    backup = librarian(tmp_path).backup(now=NOW)
    with open_library(path), pytest.raises(LibraryUnusable, match="has it open"):
        restore_library(path, backup)


def test_a_damaged_library_is_kept_aside_and_the_backup_takes_its_place(tmp_path: Path) -> None:
    path, library = path_in(tmp_path), librarian(tmp_path)
    fill(path, "One.")
    backup = library.backup(now=NOW)
    path.write_bytes(b"damaged beyond recognition" * 1000)
    with pytest.raises(LibraryDamaged, match="briefer restore"):
        library.articles()
    aside = library.restore(backup)
    assert aside is not None
    assert aside.read_bytes().startswith(b"damaged")
    assert names(path) == ["0.txt"]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_what_can_still_be_read_of_a_damaged_library_is_salvaged(tmp_path: Path, share: float) -> None:
    path = path_in(tmp_path)
    fill(path, *(f"Number {number}. {noise(number)}" for number in range(30)))
    connection = sqlite3.connect(path)
    roots = {root for (root,) in connection.execute("SELECT rootpage FROM sqlite_schema")}
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    leaves = [page for page in range(2, pages) if page not in roots]
    spoil(path, first=leaves[int(len(leaves) * share)])
    saved, aside = salvage_library(path)
    assert aside is not None
    with open_library(path) as library:
        assert count_articles(library) == saved.new
    assert saved.new >= 20
    assert saved.new == 30 or saved.failures


def test_health_says_what_is_wrong(tmp_path: Path) -> None:
    path, library = path_in(tmp_path), librarian(tmp_path)
    assert library.health(now=NOW).schema is None
    assert not path.exists()
    fill(path, "One.")
    health = library.health(now=NOW)
    assert (health.articles, health.schema, health.problems) == (1, len(MIGRATIONS), ())
    (problem,) = library.health(now=NOW.replace(year=2020)).problems
    assert "Set the clock" in problem
    spoil(path, first=4, pages=2)
    assert any("damaged" in problem for problem in library.health(now=NOW).problems)
