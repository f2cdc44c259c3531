"""Themes typed in a few words."""

import pytest

from briefer.errors import NoSubject
from briefer.expanding import expand_theme, make_theme
from briefer.surveying import survey_articles
from briefer.themes import load_themes
from briefer.workspace.questions import Questions
from tests.making import make_article


def test_a_phrase_is_looked_for_whole_and_by_its_words() -> None:
    theme = make_theme("gas-pipelines", "gas  pipelines")
    assert theme
    assert [(term.phrase, term.weight) for term in theme.lexicon.terms] == [
        *(("gas pipelines", 3), ("gas", 1.5), ("pipelines", 1.5)),
    ]
    assert make_theme("the-of", "the of") is None


def test_what_has_the_name_or_title_of_a_theme_is_that_theme() -> None:
    questions = Questions(lambda: load_themes(None))
    for words in ("arms-sales", "Arms Sales", "arms sales"):
        theme, is_installed = questions.find_theme(words)
        assert (theme.name, is_installed) == ("arms-sales", True)
    theme, is_installed = questions.find_theme("grain silos")
    assert (theme.title, is_installed) == ("grain silos", False)
    with pytest.raises(NoSubject, match="'of the'"):
        questions.find_theme("of the")


def test_a_short_theme_finds_what_keeps_company_with_it() -> None:
    spoken = "Rosmeft sold {n} barrels of oil through the Zenda refinery."
    article = make_article(
        *(spoken.format(n=n) for n in range(8)),
        "Rosmeft closed the Zenda refinery.",
        *(f"Parliament debated bill {n} in Klow for hours." for n in range(60)),
    )
    theme = make_theme("oil", "oil")
    assert theme
    expansion = expand_theme(theme, [article])
    assert {"Rosmeft", "Zenda", "refinery"} <= {found.term.phrase for found in expansion.companions}
    as_typed, expanded = (
        {
            article.words(found.excerpt.sentence.span)
            for found in survey_articles([article], [asked]).evidence["oil"]
        }
        for asked in (theme, expansion.theme)
    )
    assert expanded - as_typed == {"Rosmeft closed the Zenda refinery."}


def test_a_theme_of_many_terms_is_left_as_it_is() -> None:
    theme = make_theme("oil", "oil gas coal wind")
    assert theme
    assert expand_theme(theme, [make_article("Oil and gas.", "Oil and gas.", "Oil and gas.")]).theme == theme
