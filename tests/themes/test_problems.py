"""All that is wrong with a theme file, in one go."""

from pathlib import Path

import pytest

from briefer.themes.installed import SHIPPED
from briefer.themes.problems import find_problems

WHOLE = 'name = "ore"\ntitle = "Ore"\ndescription = "Mines"\n'


def problems_of(folder: Path, text: str) -> list[str]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return [problem.where for problem in find_problems(path)]


def test_every_problem_is_told_once_and_none_that_only_follows_from_another(tmp_path: Path) -> None:
    text = """name = "x y"
title = ""
exclude = ["ore deposit", 3, "of"]
colour = "red"
[groups]
Metals = ["tin"]
mines = ["pit", "shaft"]
[terms]
"ore" = 99
"smelter" = { weight = 2, near = ["@mines"], neer = ["x"] }
"the" = 1
"open pit" = 2
"""
    found = problems_of(tmp_path, text)
    assert sorted(found) == [
        "colour", "description", "exclude[2]", "groups.Metals", "name", "terms.ore.weight",
        "terms.smelter.neer", "terms.the", "title",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("not toml", ["line 1"]),
        (WHOLE, ["terms"]),
        (f'{WHOLE}[terms]\n"ore" = 99\n', ["terms.ore.weight"]),
        (f'{WHOLE}[terms]\n"ore" = 1\n"ores" = 2\n"tin" = 11\n', ["terms.tin.weight", "terms.ores"]),
        (f'{WHOLE}exclude = ["tin", "tins"]\n[terms]\n"ore" = 1\n', ["exclude.tins"]),
        (f'{WHOLE}exclude = "tin"\n[terms]\n"ore" = 1\n', ["exclude"]),
        (f"{WHOLE}groups = 3\nterms = 4\n", ["groups", "terms"]),
    ],
)
def test_each_kind_of_problem_is_told(tmp_path: Path, text: str, where: list[str]) -> None:
    assert problems_of(tmp_path, text) == where


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_nothing_is_wrong_with_a_shipped_theme(path: Path) -> None:
    assert find_problems(path) == ()
