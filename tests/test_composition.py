"""The chosen evidence becomes a finished document."""

from datetime import date

import pytest

from briefer.composition import SectionPlan, compose_brief, join_titles
from briefer.model import Brief, BriefSpec, Curation, Draft, Lexicon, Method, Term, Theme
from tests.making import make_article, make_evidence

ARMS = Theme("arms-sales", "Arms sales", "Weapons between states", Lexicon((Term("arms", 2),)))
ENERGY = Theme("energy", "Energy", "Oil and gas", Lexicon((Term("oil", 2),)))
METHOD = Method(3, 0, 0, 0, 3, 2, 7, 20, "coverage", "policy-brief", "0.1.0", Curation())
FIRST = make_article("Nothing of interest happened.", name="a.txt")
CITED = make_article("Ruritania bought tanks. Syldavia sold oil.", name="b.txt", published="2015-10")
ALSO = make_article("Borduria sold jets.", name="c.txt", published="2016")


def compose(title: str | None = None) -> Brief:
    tanks, jets = make_evidence(CITED, "Ruritania bought tanks."), make_evidence(ALSO, "Borduria sold jets.")
    oil = make_evidence(CITED, "Syldavia sold oil.", theme="energy")
    return compose_brief(
        Draft(BriefSpec(themes=("arms-sales", "energy"), as_of=date(2026, 11, 20), title=title)),
        [FIRST, CITED, ALSO],
        key_points=[tanks],
        sections=[
            SectionPlan(ARMS, (tanks, jets), summary=(jets,), evidence=(), commentary=()),
            SectionPlan(ENERGY, (oil,), summary=(), evidence=(oil,), commentary=()),
        ],
        cuts={},
        method=METHOD,
    )


def test_every_quote_is_the_words_at_its_citation() -> None:
    articles = {article.id: article for article in (FIRST, CITED, ALSO)}
    for quote in compose().quotes():
        assert quote.text == articles[quote.citation.article_id].words(quote.citation.span)


def test_sources_are_numbered_as_a_reader_meets_them_and_uncited_ones_come_last() -> None:
    brief = compose()
    assert [(source.number, source.file, source.quotes) for source in brief.sources] == [
        (1, "b.txt", (1, 3)),
        (2, "c.txt", (2,)),
        (3, "a.txt", ()),
    ]
    assert [quote.citation.source for quote in brief.quotes()] == [1, 2, 1]


def test_quotes_are_numbered_in_printing_order() -> None:
    assert [quote.number for quote in compose().quotes()] == [1, 2, 3]


def test_a_section_points_to_its_key_points_and_counts_all_that_was_found() -> None:
    arms, energy = compose().sections
    assert (arms.key_points, arms.sentence_count, arms.source_count) == ((1,), 2, 2)
    assert (energy.key_points, energy.sentence_count, energy.source_count) == ((), 1, 1)


def test_a_key_point_counts_the_articles_that_make_its_statement() -> None:
    first = make_article("Ruritania bought ninety tanks from Borduria in May.", name="first.txt")
    again = make_article("In May Ruritania bought ninety tanks from Borduria.", name="again.txt")
    other = make_article("Ruritania sold ninety tanks to Borduria in June.", name="other.txt")
    found = tuple(make_evidence(article, article.text) for article in (first, again, other))
    brief = compose_brief(
        Draft(BriefSpec(themes=("arms-sales",), as_of=date(2026, 11, 20))),
        [first, again, other],
        key_points=[found[0], found[2]],
        sections=[SectionPlan(ARMS, found, summary=(), evidence=(), commentary=())],
        cuts={},
        method=METHOD,
    )
    assert [point.origins for point in brief.key_points] == [2, 1]


def test_a_key_point_that_another_article_may_tell_in_other_words_says_so() -> None:
    first = make_article("Minister Ana Orlova of Ruritania bought ninety tanks from Borduria.", name="a.txt")
    again = make_article("Ninety tanks go to Ruritania, said Borduria of what Orlova bought.", name="b.txt")
    alone = make_article("Syldavia opened a shipyard at Klow on Monday.", name="c.txt")
    found = tuple(make_evidence(article, article.text) for article in (first, again, alone))
    brief = compose_brief(
        Draft(BriefSpec(themes=("arms-sales",), as_of=date(2026, 11, 20))),
        [first, again, alone],
        key_points=[found[0], found[2]],
        sections=[SectionPlan(ARMS, found, summary=(), evidence=(), commentary=())],
        cuts={},
        method=METHOD,
    )
    assert [(point.origins, point.is_retold) for point in brief.key_points] == [(1, True), (1, False)]


def test_the_brief_says_from_when_to_when_its_dated_articles_are() -> None:
    brief = compose()
    assert (str(brief.oldest), str(brief.newest)) == ("2015-10", "2016")


def test_limits_are_counted_in_whole_sentences() -> None:
    limits = " ".join(compose().limits)
    assert "2 of 3 articles are undated" in limits
    assert "opinion" not in limits.replace("nothing in them says", "")
    assert "3 of 3 articles are of undetermined genre" in limits


def test_the_analysts_title_wins() -> None:
    assert compose().title == "Arms sales, energy"
    assert compose(title="Who arms Ruritania").title == "Who arms Ruritania"


@pytest.mark.parametrize(
    ("titles", "joined"),
    [
        (["Energy"], "Energy"),
        (["Arms sales", "Energy"], "Arms sales, energy"),
        (["Energy", "UN reform"], "Energy, UN reform"),
        (["Energy", "Water", "Air", "Arms", "Oil"], "Energy, water, air, arms, oil"),
        (["Energy", "Water", "Air", "Arms", "Oil", "Gas"], "Energy, water, air, arms and 2 further themes"),
    ],
)
def test_joined_titles_keep_acronyms(titles: list[str], joined: str) -> None:
    assert join_titles(titles) == joined
