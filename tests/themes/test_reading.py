"""Reading a theme file that a person wrote."""

import textwrap
from pathlib import Path

import pytest

import briefer.themes
from briefer.errors import InvalidFile
from briefer.model import Lexicon, Term, Theme
from briefer.themes import read_theme

HEAD = 'name = "water"\ntitle = "Water"\ndescription = "Rivers and dams"\n'
TERMS = '[terms]\n"dam" = 2\n'
GROUP = '[groups]\nwaters = ["river", "Blue Nile"]\n[terms]\n'


@pytest.fixture
def theme_file(tmp_path: Path) -> Path:
    return tmp_path / "water.toml"


def refusal(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_theme(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_theme_is_what_its_file_says(theme_file: Path) -> None:
    theme_file.write_text(
        HEAD + 'exclude = ["hot water"]\n[terms]\n"dam" = 2\n"US" = { weight = 0.5, exact = true }\n'
        '"canal" = { weight = 1, near = ["irrigation", "Nile delta"], within = 6 }\n',
        encoding="utf-8",
    )
    assert read_theme(theme_file) == Theme(
        name="water",
        title="Water",
        description="Rivers and dams",
        lexicon=Lexicon(
            terms=(
                Term("dam", 2),
                Term("US", 0.5, exact=True),
                Term("canal", 1, near=("irrigation", "Nile delta"), within=6),
            ),
            excluded=("hot water",),
        ),
    )


def test_a_group_stands_for_its_words(theme_file: Path) -> None:
    theme_file.write_text(
        HEAD + GROUP + '"dam" = { weight = 1, near = ["delta", "@waters"] }\n"canal" = 2\n',
        encoding="utf-8",
    )
    assert read_theme(theme_file).lexicon.terms == (
        Term("dam", 1, near=("river", "Blue Nile", "delta")),
        Term("canal", 2),
    )


def test_two_groups_of_one_term_may_share_words(theme_file: Path) -> None:
    groups = '[groups]\nwaters = ["river", "lake"]\nsights = ["lakes", "peak"]\n[terms]\n'
    theme_file.write_text(
        HEAD + groups + '"dam" = { weight = 1, near = ["@sights", "@waters"] }\n', encoding="utf-8"
    )
    assert read_theme(theme_file).lexicon.terms == (Term("dam", 1, near=("lakes", "peak", "river")),)


def test_a_byte_order_mark_does_not_matter(theme_file: Path) -> None:
    theme_file.write_bytes(b"\xef\xbb\xbf" + (HEAD + TERMS).encode())
    assert read_theme(theme_file).name == "water"


def test_phrases_are_composed_as_unicode_asks(theme_file: Path) -> None:
    theme_file.write_text(HEAD + '[terms]\n"de\u0301tente" = 2\n', encoding="utf-8")
    assert read_theme(theme_file).lexicon.terms == (Term("d\u00e9tente", 2),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TERMS, 'name: missing. Write name = "..." at the top of the file.'),
        (HEAD.replace("Rivers and dams", " ") + TERMS, "description: empty. Write a few words in it."),
        (HEAD.replace('"Water"', "3") + TERMS, "title: not a text. Put it in quotes."),
        (
            HEAD.replace('"water"', '"Water Wars"') + TERMS,
            "name: 'Water Wars' cannot be typed as a name. Write it like \"arms-sales\".",
        ),
        (HEAD.replace("Rivers", "R" * 400) + TERMS, "description: longer than 300 characters. Shorten it."),
        (HEAD, 'terms: the theme has no terms. Write lines such as "arms deal" = 3 under [terms].'),
        (
            HEAD + "[terms]\n",
            'terms: the theme has no terms. Write lines such as "arms deal" = 3 under [terms].',
        ),
        ('titel = "W"\n' + HEAD + TERMS, "titel: unknown key. Did you mean 'title'?"),
        (
            "colour = 1\n" + HEAD + TERMS,
            "colour: unknown key. Known: name, title, description, exclude, groups, terms.",
        ),
        (
            HEAD + '[terms]\n"dam" = { wieght = 2 }\n',
            "terms.dam.wieght: unknown key. Did you mean 'weight'?",
        ),
        (HEAD + '[terms]\n"big dam" = {}\n', 'terms."big dam".weight: missing. Give a number above 0'),
        (HEAD + '[terms]\n"dam" = 0\n', "terms.dam.weight: 0 is no weight. Give a number above 0"),
        (HEAD + '[terms]\n"dam" = 11\n', "terms.dam.weight: 11 is no weight."),
        (HEAD + '[terms]\n"dam" = nan\n', "terms.dam.weight: nan is no weight."),
        (HEAD + '[terms]\n"dam" = true\n', "terms.dam.weight: True is no weight."),
        (HEAD + '[terms]\n"dam" = "2"\n', "terms.dam.weight: '2' is no weight."),
        (HEAD + '[terms]\n"dam" = { weight = 1, exact = 1 }\n', "terms.dam.exact: neither true nor false."),
        (HEAD + '[terms]\n"dam" = { weight = 1, near = "river" }\n', "terms.dam.near: not a list."),
        (HEAD + '[terms]\n"dam" = { weight = 1, near = [] }\n', "terms.dam.near: empty."),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, within = 4 }\n',
            'terms.dam.within: within of nothing. Name the words with near = ["..."], or leave it out.',
        ),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, near = ["river"], within = 0 }\n',
            "terms.dam.within: 0 is no number of words. Give a whole number of words from 1 to 50",
        ),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, near = ["river"], within = true }\n',
            "terms.dam.within: True is no number of words.",
        ),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, near = ["Upper Blue Nile"] }\n',
            "terms.dam.near: 'Upper Blue Nile' is more than two words. Give words and pairs of words.",
        ),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, near = ["the"] }\n',
            "terms.dam.near: 'the' stands in every text.",
        ),
        (
            HEAD + '[groups]\n"Wet Places" = ["river"]\n' + TERMS,
            'groups."Wet Places": cannot be written as a name. Call it like "hardware", in small letters.',
        ),
        (HEAD + "groups = 3\n" + TERMS, "groups: not a table. Write lines such as hardware = ["),
        (HEAD + '[groups]\nwaters = "river"\n' + TERMS, "groups.waters: not a list."),
        (HEAD + "[groups]\nwaters = []\n" + TERMS, "groups.waters: empty. Name a word"),
        (
            HEAD + '[groups]\nwaters = ["river", "rivers"]\n' + TERMS,
            'groups.waters.rivers: matches the same words as "river". Keep one of the two.',
        ),
        (
            HEAD + '[groups]\nwaters = ["river", "@lakes"]\n' + TERMS,
            "groups.waters[2]: a group can stand only in near. Write the words themselves.",
        ),
        (
            HEAD + '[groups]\nwaters = ["river"]\n' + TERMS,
            'groups.waters: no term uses this group. Write near = ["@waters"] in a term',
        ),
        (
            HEAD + GROUP + '"dam" = { weight = 1, near = ["@water"] }\n',
            "terms.dam.near: no group is called 'water'. Did you mean '@waters'?",
        ),
        (
            HEAD + '[terms]\n"dam" = { weight = 1, near = ["@waters"] }\n',
            "terms.dam.near: no group is called 'waters'. Define waters under [groups].",
        ),
        (
            HEAD + GROUP + '"dam" = { weight = 1, near = ["@waters", "@waters"] }\n',
            "terms.dam.near: names the group 'waters' twice. Keep one of the two.",
        ),
        (
            HEAD + GROUP + '"dam" = { weight = 1, near = ["@waters", "rivers"] }\n',
            'terms.dam.near.rivers: matches the same words as "river". Keep one of the two.',
        ),
        (HEAD + 'exclude = ["@waters"]\n' + TERMS, "exclude[1]: a group can stand only in near."),
        (HEAD + '[terms]\n"@dam" = 1\n', 'terms."@dam": a group can stand only in near.'),
        (HEAD + '[terms]\n"?!" = 1\n', 'terms."?!": holds no word.'),
        (HEAD + '[terms]\n"the" = 1\n', "terms.the: stands in every text."),
        (HEAD + '[terms]\n"us" = { weight = 1, exact = true }\n', "terms.us: stands in every text."),
        (HEAD + '[terms]\n"a b c d e f g h i" = 1\n', 'terms."a b c d e f g h i": longer than 8 words.'),
        (
            HEAD + '[terms]\n"arms deal" = 1\n"arms deals" = 2\n',
            'terms."arms deals": matches the same words as "arms deal". Keep one of the two.',
        ),
        (
            HEAD + '[terms]\n"air-strike" = 1\n"airstrikes" = 2\n',
            'terms.airstrikes: matches the same words as "air-strike". Keep one of the two.',
        ),
        (
            HEAD + 'exclude = ["hot water", "Hot Waters"]\n' + TERMS,
            'exclude."Hot Waters": matches the same words',
        ),
        (HEAD + "exclude = [3]\n" + TERMS, "exclude[1]: not a text."),
        (
            HEAD.replace('"Water"', '"Wa\\u001b[31mter"') + TERMS,
            "title: holds the unprintable character U+001B. Delete or replace it.",
        ),
        (HEAD.replace('"Water"', '"Wa\\u202eter"') + TERMS, "title: holds the unprintable character U+202E."),
        (HEAD + '[terms]\n"d\\nam" = 1\n', 'terms."d\\nam": holds the unprintable character U+000A.'),
        (HEAD + "[terms]\narms deal = 3\n", "line 5: not valid TOML: "),
        (HEAD + '[terms]\n"dam" = 1\n"dam" = 2\n', "line 6: not valid TOML: "),
        (HEAD + 'exclude = ["hot"', "line 4: not valid TOML: "),
        (HEAD + "exclude = " + "[" * 5000, "brackets nested too deeply. "),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_way_out(theme_file: Path, text: str, told: str) -> None:
    assert refusal(theme_file, text).startswith(told)


def test_an_exact_acronym_may_spell_a_common_word(theme_file: Path) -> None:
    theme_file.write_text(HEAD + '[terms]\n"IS" = { weight = 1, exact = true }\n', encoding="utf-8")
    assert read_theme(theme_file).lexicon.terms == (Term("IS", 1, exact=True),)


def test_an_exact_term_may_stand_beside_the_same_stem(theme_file: Path) -> None:
    theme_file.write_text(
        HEAD + '[terms]\n"dam" = 1\n"DAM" = { weight = 2, exact = true }\n', encoding="utf-8"
    )
    assert len(read_theme(theme_file).lexicon.terms) == 2


def test_bytes_that_are_not_utf_8_are_told_with_their_line(theme_file: Path) -> None:
    theme_file.write_bytes(HEAD.encode() + b'# caf\xe9\n[terms]\n"dam" = 2\n')
    with pytest.raises(InvalidFile, match=r": line 4: not UTF-8 text\. Save the file as UTF-8\."):
        read_theme(theme_file)


def test_a_missing_file_and_a_folder_are_no_theme(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(InvalidFile, match="no such file"):
            read_theme(path)


def test_a_file_too_large_to_be_a_theme_is_refused(theme_file: Path) -> None:
    assert "larger than 1,000,000 bytes" in refusal(theme_file, "#" * 1_000_001)


def test_the_example_in_the_documentation_is_a_theme(theme_file: Path) -> None:
    example = briefer.themes.__doc__.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    theme_file.write_text(textwrap.dedent(example), encoding="utf-8")
    theme = read_theme(theme_file)
    assert [term.phrase for term in theme.lexicon.terms] == [
        "arms deal",
        "air-strike",
        "F-16",
        "contract",
        "buy",
    ]
