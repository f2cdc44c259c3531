import os
import socket
from pathlib import Path

import pytest

from briefer.errors import UnreadableFile
from briefer.readers import read_article, read_paths
from tests.readers.files import PARAGRAPHS, TITLE, write_text

ARTICLE = write_text(TITLE, PARAGRAPHS)
OTHER = write_text(
    "Floods close the northern road",
    [
        "Heavy rain closed the only road to the northern valley on Friday, and rescuers reached the first "
        "villages by boat. "
        "Three bridges were carried away, officials of the district said."
    ],
)


def reasons(*paths: Path) -> dict[str, str]:
    return {failure.path.name: failure.reason for failure in read_paths(paths).failures}


def test_every_file_ends_in_exactly_one_place(tmp_path: Path) -> None:
    for name, content in {
        "a.txt": ARTICLE,
        "b.txt": OTHER,
        "c.txt": ARTICLE,
        "d.txt": b"",
        "e.xyz": b"x",
    }.items():
        (tmp_path / name).write_bytes(content)
    reading = read_paths([tmp_path])
    assert [article.path.name for article in reading.articles] == ["a.txt", "b.txt"]
    assert [(found.path.name, found.original.name) for found in reading.duplicates] == [("c.txt", "a.txt")]
    assert [failure.path.name for failure in reading.failures] == ["d.txt", "e.xyz"]
    assert reading.files_found == 5


def test_folders_are_read_to_the_bottom_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "week" / "monday").mkdir(parents=True)
    (tmp_path / "week" / "monday" / "a.txt").write_bytes(ARTICLE)
    (tmp_path / "b.txt").write_bytes(OTHER)
    (tmp_path / ".hidden.txt").write_bytes(OTHER)
    (tmp_path / "sources.toml").write_text("")
    assert [str(article.path) for article in read_paths([tmp_path]).articles] == [
        "b.txt",
        "week/monday/a.txt",
    ]


def test_paths_do_not_say_where_the_folder_lies(tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_bytes(ARTICLE)
    assert read_paths([tmp_path / "here"]) == read_paths([tmp_path / "there"])


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for place, content in (("one", ARTICLE), ("two", OTHER)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_bytes(content)
    reading = read_paths([tmp_path / "one", tmp_path / "two"])
    assert [str(article.path) for article in reading.articles] == ["one/a.txt", "two/a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    assert read_paths([tmp_path, tmp_path / "a.txt"]).files_found == 1


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    (tmp_path / "b.txt").write_bytes(b"")
    told: list[tuple[int, int]] = []
    read_paths([tmp_path], on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_an_empty_folder_is_an_empty_reading(tmp_path: Path) -> None:
    assert read_paths([tmp_path]).files_found == 0


def test_a_missing_path_fails_alone_but_not_when_it_is_all_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    assert reasons(tmp_path, tmp_path / "typo.txt") == {"typo.txt": "it does not exist"}
    with pytest.raises(UnreadableFile, match=r"typo\.txt: it does not exist"):
        read_paths([tmp_path / "typo.txt"])


def test_what_is_no_regular_file_is_named_and_nothing_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    Path("circle.txt").symlink_to("circle.txt")
    Path("dangling.txt").symlink_to("nowhere.txt")
    Path("inner").mkdir()
    Path("inner/up").symlink_to("..")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        found = reasons(tmp_path)
    assert found == {
        "circle.txt": "a link that leads back to itself",
        "dangling.txt": "it does not exist",
        "pipe.txt": "not a regular file, but a named pipe",
        "socket.txt": "not a regular file, but a socket or device",
        "up": "a link to a folder that is read already",
    }


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b" \n", "it is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "it is a PNG picture, not text"),
        ("noise.txt", bytes(range(256)) * 8, "it is binary, not text"),
        ("menu.txt", b"Home\nNews\nSport\n", "no body text was found in it"),
        ("huge.txt", b"a word. " * (3 << 20), "24 MB is over the limit of 20 MB for one article"),
        (
            "line.txt",
            b"a word. " * (1 << 18),
            "a line of it has over 1,000,000 characters: no article is written so",
        ),
        ("paper.docx", b"PK\x03\x04", "no reader for .docx files"),
        ("notes", b"hello", "no reader for files without a suffix"),
        ("broken.pdf", b"%PDF-1.4 nothing", "it is damaged, or no PDF"),
        ("deep.html", b"<div>" * 3000 + b"text", "its elements are nested too deeply"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)
def test_a_bad_file_gives_a_reason_and_harms_no_other(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / "good.txt").write_bytes(ARTICLE)
    (tmp_path / name).write_bytes(content)
    reading = read_paths([tmp_path])
    assert [article.path.name for article in reading.articles] == ["good.txt"]
    assert reasons(tmp_path) == {name: reason}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_bytes(ARTICLE)
    (tmp_path / "locked.txt").chmod(0)
    assert reasons(tmp_path) == {"locked.txt": "no permission to read it"}


def test_a_reprint_with_other_furniture_is_a_duplicate_and_so_is_what_an_update_holds_whole(
    tmp_path: Path,
) -> None:
    reprint = b"Valley Times\n\nShare this article\n\n" + ARTICLE + b"\n\nAll rights reserved."
    update = write_text(
        TITLE, [*PARAGRAPHS, "On Tuesday the ministry withdrew from the contract and gave no reason for it."]
    )
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    (tmp_path / "b.txt").write_bytes(reprint)
    (tmp_path / "c.txt").write_bytes(update)
    reading = read_paths([tmp_path])
    assert [article.path.name for article in reading.articles] == ["c.txt"]
    assert [(found.path.name, found.original.name) for found in reading.duplicates] == [
        ("a.txt", "c.txt"),
        ("b.txt", "c.txt"),
    ]


def test_letters_saved_in_a_wrong_encoding_are_set_right_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE + "\n\nJosÃ© Roe said â€“ in Valley City â€“ no.".encode())
    article = read_article(tmp_path / "a.txt")
    assert article.text.endswith("José Roe said – in Valley City – no.")
    assert any("wrong encoding" in warning for warning in article.warnings)


def test_one_article_can_be_read_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    assert read_article(tmp_path / "a.txt") == read_paths([tmp_path]).articles[0]
    with pytest.raises(UnreadableFile, match="does not exist"):
        read_article(tmp_path / "b.txt")


def test_the_samples_read_right(seeds: Path) -> None:
    reading = read_paths([seeds])
    assert not reading.failures
    assert not reading.duplicates
    assert [len(article.paragraphs) for article in reading.articles] == [9, 8, 4, 18, 21]
    assert [article.published for article in reading.articles] == [None] * 5
    assert [article.outlet.value if article.outlet else None for article in reading.articles] == [
        "Al Arabiya English", "Al Arabiya English", None, "Al-Monitor", None,
    ]  # fmt: skip
