from pathlib import Path

import pytest

from briefer.errors import InvalidFile
from briefer.model import Basis, Found, Genre, PartialDate, Remark
from briefer.readers import read_article, read_paths
from briefer.readers.sidecar import read_sidecar
from tests.readers.files import PARAGRAPHS, TITLE, write_text


def folder_with(tmp_path: Path, sidecar: str, *more: str) -> Path:
    (tmp_path / "a.txt").write_bytes(write_text(TITLE, [*PARAGRAPHS, *more]))
    (tmp_path / "sources.toml").write_text(sidecar)
    return tmp_path


def test_the_sidecar_overrules_what_was_found(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        """
        [files."a.txt"]
        title = "Ten aircraft"
        authors = ["Jane Roe", "John Doe"]
        outlet = "Valley Times"
        url = "https://valley.example/1"
        published = 2015-10-07
        genre = "opinion"
        """,
    )
    article = read_article(folder / "a.txt")
    assert article.title == Found("Ten aircraft", Basis.SIDECAR)
    assert article.authors == Found(("Jane Roe", "John Doe"), Basis.SIDECAR)
    assert article.outlet == Found("Valley Times", Basis.SIDECAR)
    assert article.url == Found("https://valley.example/1", Basis.SIDECAR)
    assert article.published == Found(PartialDate(2015, 10, 7), Basis.SIDECAR)
    assert article.genre == Found(Genre.OPINION, Basis.SIDECAR)


def test_an_alias_is_given_the_proper_name_and_keeps_its_basis(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        '[outlets."Valley Times"]\naliases = ["VT Online"]',
        "This article was first published in VT Online",
    )
    assert read_article(folder / "a.txt").outlet == Found("Valley Times", Basis.NOTICE)


def test_a_domain_names_the_outlet(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        '[files."a.txt"]\nurl = "https://www.valley.example/1"\n'
        '[outlets."Valley Times"]\ndomains = ["valley.example"]',
    )
    assert read_article(folder / "a.txt").outlet == Found("Valley Times", Basis.SIDECAR)


def test_a_folder_inside_is_covered_by_the_sidecar_above(tmp_path: Path) -> None:
    folder_with(tmp_path, '[files."week/b.txt"]\noutlet = "Valley Times"')
    (tmp_path / "week").mkdir()
    (tmp_path / "week" / "b.txt").write_bytes(write_text("Another one", [PARAGRAPHS[1], PARAGRAPHS[2][::-1]]))
    inner = read_paths([tmp_path]).articles[1]
    assert inner.outlet == Found("Valley Times", Basis.SIDECAR)


def test_entries_without_a_file_are_warned_of(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, '[files."typo.txt"]\noutlet = "Valley Times"')
    reading = read_paths([folder])
    assert reading.articles[0].warnings == ()
    assert reading.remarks == (
        Remark(Path("sources.toml"), "it has entries for files that do not exist: 'typo.txt'."),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[files", r"sources\.toml: line 1: not valid TOML"),
        ("x = " + "[" * 5000, r"nested too deeply"),
        ("[fils]", r"fils: unknown key\. Did you mean 'files'\?"),
        (
            '[files."a.txt"]\nauthor = "x"',
            r"files\.\"a\.txt\"\.author: unknown key\. Did you mean 'authors'\?",
        ),
        ('[files."a.txt"]\nauthors = "Jane Roe"', r"authors: not a list"),
        ('[files."a.txt"]\ntitle = 3', r"title: not a text"),
        ('[files."a.txt"]\npublished = "7 October"', r"'7 October' is not a date\. Write 2015-10-07"),
        ('[files."a.txt"]\npublished = "2015-02-30"', r"is not a date"),
        (
            '[files."a.txt"]\ngenre = "rumour"',
            r"'rumour' is not a genre\. Write one of: reporting, analysis, opinion",
        ),
        ('[files."a.txt"]\nurl = "valley.example"', r"not a web address"),
        ('[files]\n"a.txt" = 1', r"not a table"),
        ('[outlets."X"]\ndomain = ["x.example"]', r"Did you mean 'domains'\?"),
    ],
)
def test_a_broken_sidecar_is_one_clear_error(tmp_path: Path, text: str, complaint: str) -> None:
    folder = folder_with(tmp_path, text)
    with pytest.raises(InvalidFile, match=complaint) as caught:
        read_paths([folder])
    assert "\n" not in str(caught.value).split("Correct")[0]


def test_a_sidecar_may_open_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_bytes(b'\xef\xbb\xbf[files."a.txt"]\noutlet = "Valley Times"')
    assert read_sidecar(path).files["a.txt"].outlet == Found("Valley Times", Basis.SIDECAR)


@pytest.mark.parametrize("written", ['"2015"', '"2015-10"', "2015-10-07", "2015-10-07T08:00:00Z"])
def test_a_date_may_be_known_to_the_year(tmp_path: Path, written: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(f'[files."a.txt"]\npublished = {written}')
    published = read_sidecar(path).files["a.txt"].published
    assert published is not None
    assert written.strip('"').startswith(str(published.value))


def test_the_shipped_sidecar_is_valid_and_names_only_files_that_exist(seeds: Path) -> None:
    sidecar = read_sidecar(seeds / "sources.toml")
    assert sidecar.files
    assert all((seeds / name).exists() for name in sidecar.files)
