"""What an analyst sets by hand is written down beside the files."""

from pathlib import Path

import pytest

from briefer.errors import InvalidFile
from briefer.readers import read_paths
from briefer.readers.corrections import correct_file, find_input

BODY = "The ministry said on Monday that it had signed a contract for twelve aircraft with the maker.\n" * 4


def correct(folder: Path, name: str, field: str, value: str) -> Path:
    file = find_input([folder], Path(name))
    assert file is not None
    path, content = correct_file(file, field, value)
    path.write_bytes(content)
    return path


def test_a_correction_is_what_the_next_reading_finds(tmp_path: Path) -> None:
    (tmp_path / "clip.txt").write_text(BODY)
    correct(tmp_path, "clip.txt", "outlet", "The Daily Example")
    correct(tmp_path, "clip.txt", "published", "2015-10")
    (article,) = read_paths([tmp_path]).articles
    assert article.outlet is not None
    assert article.outlet.value == "The Daily Example"
    assert str(article.published.value if article.published else "") == "2015-10"


def test_comments_and_other_entries_stay(tmp_path: Path) -> None:
    (tmp_path / "clip.txt").write_text(BODY)
    sidecar = tmp_path / "sources.toml"
    sidecar.write_text('# mine\n[files."other.txt"]\ntitle = "Kept"  # why\n')
    correct(tmp_path, "clip.txt", "genre", "opinion")
    written = sidecar.read_text()
    assert written.startswith('# mine\n[files."other.txt"]\ntitle = "Kept"  # why\n')
    assert 'genre = "opinion"' in written


def test_an_empty_correction_takes_the_note_back(tmp_path: Path) -> None:
    (tmp_path / "clip.txt").write_text(BODY)
    correct(tmp_path, "clip.txt", "title", "Wrong")
    sidecar = correct(tmp_path, "clip.txt", "title", "")
    assert "clip.txt" not in sidecar.read_text()


def test_the_sidecar_of_a_folder_above_that_knows_the_file_is_used(tmp_path: Path) -> None:
    (tmp_path / "may").mkdir()
    (tmp_path / "may" / "clip.txt").write_text(BODY)
    (tmp_path / "sources.toml").write_text('[files."may/clip.txt"]\noutlet = "Known"\n')
    assert correct(tmp_path, "may/clip.txt", "published", "2015") == tmp_path / "sources.toml"
    (article,) = read_paths([tmp_path]).articles
    assert article.outlet is not None
    assert article.published is not None


def test_a_value_without_meaning_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "clip.txt").write_text(BODY)
    with pytest.raises(InvalidFile, match="not a date"):
        correct(tmp_path, "clip.txt", "published", "last week")
    assert not (tmp_path / "sources.toml").exists()


def test_a_name_full_of_quotation_marks_is_written_as_it_is(tmp_path: Path) -> None:
    name = 'a "b" ]\n[outlets].txt'
    (tmp_path / name).write_text(BODY)
    correct(tmp_path, name, "outlet", "Example")
    (article,) = read_paths([tmp_path]).articles
    assert article.outlet is not None
    assert article.outlet.value == "Example"
