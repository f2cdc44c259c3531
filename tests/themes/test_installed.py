"""The shipped themes and the user's own."""

from pathlib import Path

import pytest

from briefer.errors import InvalidFile, UnknownName
from briefer.themes import get_theme, load_themes

OWN = """name = "{name}"
title = "My own"
description = "Mine"
[terms]
"dam" = 2
"""


def write_theme(folder: Path, name: str, *, file: str | None = None) -> None:
    (folder / f"{file or name}.toml").write_text(OWN.format(name=name), encoding="utf-8")


@pytest.mark.parametrize("folder", [None, Path("nowhere")])
def test_without_a_folder_the_shipped_themes_are_there(folder: Path | None) -> None:
    installed = load_themes(folder)
    assert not installed.own
    assert not installed.broken
    assert len(installed.names) >= 18


def test_themes_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_theme(tmp_path, "aaa")
    write_theme(tmp_path, "zzz")
    names = load_themes(tmp_path).names
    assert names == tuple(sorted(names))
    assert (names[0], names[-1]) == ("aaa", "zzz")
    assert tuple(theme.name for theme in load_themes(tmp_path).themes) == names


def test_a_users_theme_replaces_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    write_theme(tmp_path, "energy", file="whatever")
    installed = load_themes(tmp_path)
    assert get_theme("energy", installed).title == "My own"
    assert installed.names == load_themes(None).names


def test_a_broken_theme_takes_down_only_those_who_ask_for_it(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine")
    (tmp_path / "other.toml").write_text('name = "energy"\n', encoding="utf-8")
    installed = load_themes(tmp_path)
    assert get_theme("mine", installed).title == "My own"
    assert [broken.name for broken in installed.broken] == ["energy"]
    assert "energy" not in installed.names
    with pytest.raises(InvalidFile, match="title: missing"):
        get_theme("energy", installed)


def test_a_file_that_is_not_toml_claims_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "energy.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(InvalidFile, match="not valid TOML"):
        get_theme("energy", load_themes(tmp_path))


def test_two_files_of_one_name_are_nobodys_choice(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine", file="a")
    write_theme(tmp_path, "mine", file="b")
    with pytest.raises(InvalidFile, match=r"b\.toml: name: another file of this folder has the name 'mine'"):
        get_theme("mine", load_themes(tmp_path))


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"No theme named 'arms-sale'\. Did you mean 'arms-sales'\?"):
        get_theme("arms-sale", load_themes(None))


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a theme", encoding="utf-8")
    assert load_themes(tmp_path).broken == ()
