"""Stems and stop words of other languages than English."""

import pytest

from briefer.summary.languages import NAMES, find_stems, split_words, stop_stems, sumy_stop_words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "strikes", "strike's"),
        ("ru", "ракеты", "ракетами"),
        ("de", "Waffenlieferung", "Waffenlieferungen"),
        ("fr", "négociations", "négociation"),
        ("tr", "silahlar", "silahları"),
        ("ar", "طائرة", "الطائرات"),
        ("xx", "Word", "word"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert find_stems(one, language) == find_stems(other, language)


def test_scripts_without_spaces_fall_into_characters() -> None:
    assert split_words("会谈 10月") == ["会", "谈", "10月"] or split_words("会谈 10月") == [
        "会",
        "谈",
        "10",
        "月",
    ]
    assert split_words("U.S. jets, don’t they?") == ["U.S.", "jets", "don’t", "they"]


def test_stop_words_of_sumy_are_read_for_any_language_it_has() -> None:
    assert "the" in sumy_stop_words("en")
    assert "der" in sumy_stop_words("de")
    assert sumy_stop_words("xx") == frozenset()
    assert stop_stems("xx") == frozenset()
    assert {"и", "что"} <= stop_stems("ru")


def test_languages_are_named_by_their_codes() -> None:
    assert all(len(code) == 2 and name == name.lower() for code, name in NAMES.items())
