"""The lexicons that come with the product hold together."""

from itertools import product
from pathlib import Path

import pytest

from briefer.analysis.matching import build_matcher, phrase_forms
from briefer.model import Lexicon, Theme
from briefer.themes import read_theme
from briefer.themes.installed import SHIPPED

THEMES = {path.stem: read_theme(path) for path in sorted(SHIPPED.glob("*.toml"))}
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def without_exclusions(theme: Theme) -> Theme:
    return Theme(theme.name, theme.title, theme.description, Lexicon(theme.lexicon.terms))


def test_a_desk_finds_its_subjects() -> None:
    assert {
        "airstrikes",
        "armed-groups",
        "arms-sales",
        "counter-terrorism",
        "cyber-disinformation",
        "diplomacy",
        "elections-politics",
        "energy",
        "human-rights",
        "humanitarian",
        "intelligence-sharing",
        "migration",
        "military-aid",
        "nuclear-missiles",
        "peace-talks",
        "sanctions",
        "terrorist-attacks",
        "trade-investment",
    } <= THEMES.keys()


def test_a_shipped_file_is_called_after_its_theme() -> None:
    assert [theme.name for theme in THEMES.values()] == list(THEMES)


@every_theme
def test_every_term_is_found_with_each_of_its_near_words(theme: Theme) -> None:
    matcher = build_matcher([without_exclusions(theme)])
    for term in theme.lexicon.terms:
        for near in term.near or ("also",):
            found = matcher.find_mentions(f"The {near}: {term.phrase}")
            assert term in [mention.term for mention in found], (term.phrase, near)


@every_theme
def test_every_exclusion_keeps_something_out(theme: Theme) -> None:
    terms = theme.lexicon.terms
    words = {word for term in terms for word in (term.phrase, *term.near)}
    phrases = {form for word in words for form in phrase_forms(word)}
    for excluded in theme.lexicon.excluded:
        for form in phrase_forms(excluded):
            inside = {form[a:b] for a in range(len(form)) for b in range(a + 1, len(form) + 1)}
            if inside & phrases:
                break
        else:
            pytest.fail(f"{theme.name}: {excluded!r} holds nothing that would count")


@every_theme
def test_a_spelling_does_not_change_what_is_found(theme: Theme) -> None:
    """Neither the terms inside a compound nor those that ask for one of its words nearby."""
    matcher = build_matcher([without_exclusions(theme)])
    others = ["", *(term.phrase for term in theme.lexicon.terms if term.near)]
    hyphened = [term.phrase for term in theme.lexicon.terms if "-" in term.phrase]
    for phrase, other in product(hyphened, others):
        texts = [f"{phrase.replace('-', sign)} ; {other}" for sign in ("-", " ", "")]
        found = {tuple(mention.term for mention in matcher.find_mentions(text)) for text in texts}
        assert len(found) == 1, texts


@every_theme
def test_no_exclusion_is_itself_a_term(theme: Theme) -> None:
    terms = {form for term in theme.lexicon.terms for form in phrase_forms(term.phrase)}
    assert not [phrase for phrase in theme.lexicon.excluded if terms & phrase_forms(phrase).keys()]


@every_theme
def test_a_lexicon_is_broad_and_its_weights_are_on_the_printed_scale(theme: Theme) -> None:
    assert len(theme.lexicon.terms) >= 90
    assert {term.weight for term in theme.lexicon.terms} <= {0.5, 1, 1.5, 2, 2.5, 3}


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_a_lexicon_is_written_to_be_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("name = ")
    assert text.count("\n# ") >= 3, "terms stand in groups, each under a comment"
    assert text.endswith("\n")
