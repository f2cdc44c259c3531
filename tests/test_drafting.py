"""The pipe from articles to a brief, run whole on articles made by hand."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.drafting import draft_brief
from briefer.errors import NothingToReport
from briefer.model import (
    Article,
    Basis,
    Brief,
    BriefSpec,
    Draft,
    Found,
    Genre,
    Lexicon,
    Period,
    Reading,
    Term,
    Theme,
)
from briefer.summarising import summarise_articles
from briefer.summary import Candidate, get_summariser
from briefer.surveying import (
    articles_in_period,
    find_absences,
    narrow_survey,
    rank_themes,
    survey_articles,
)
from briefer.text.sentences import find_sentences
from briefer.text.similarity import says_the_same
from briefer.text.words import count_words
from tests.making import make_article
from tests.repeated_pairs import HALVES, Pair, read_pairs

ARMS = Theme("arms", "Arms", "Weapons", Lexicon((Term("arms deal", 3), Term("tank", 2), Term("missile", 2))))
ENERGY = Theme("energy", "Energy", "Oil and gas", Lexicon((Term("oil", 2), Term("gas field", 3))))
COVERAGE = get_summariser("coverage")

SENTENCES = (
    "Ruritania signed an arms deal with Syldavia in the capital on Monday.",
    "Borduria will deliver forty tanks to the northern province by March.",
    "Syldavia raised its oil exports by a tenth in the second quarter.",
    "Ruritania opened a gas field off the southern coast in June.",
    "The parliament of Syldavia debated the missile programme for nine hours.",
    "Strelsau hosted the choir festival for the fortieth time.",
    "Farmers in the valley of Zenda expect a poor harvest this year.",
    "Oil workers in Klow went on strike over pay and an arms deal that their union opposed.",
)


def spec(*themes: str, words: int = 300, **rest: object) -> BriefSpec:
    return BriefSpec(themes=themes, as_of=date(2026, 11, 20), words=words, **rest)  # type: ignore[arg-type]


def draft(
    articles: Sequence[Article], themes: Sequence[Theme] = (ARMS, ENERGY), *, words: int = 300
) -> Brief:
    reading = Reading(tuple(articles), (), ())
    wanted = spec(*(theme.name for theme in themes), words=words)
    return draft_brief(reading, survey_articles(articles, themes), Draft(wanted), summariser=COVERAGE)


def articles() -> st.SearchStrategy[list[Article]]:
    paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    bodies = st.lists(st.lists(paragraph, min_size=1, max_size=3), min_size=1, max_size=4)
    return bodies.map(
        lambda found: [make_article(*body, name=f"{place}.txt") for place, body in enumerate(found)]
    )


@settings(max_examples=60, deadline=None)
@given(articles(), st.integers(50, 400))
def test_every_quote_is_verbatim_cited_within_budget_and_printed_once(
    found: list[Article], words: int
) -> None:
    by_id = {article.id: article for article in found}
    try:
        brief = draft(found, words=words)
    except NothingToReport:
        return
    quotes = brief.quotes()
    for quote in quotes:
        article, span = by_id[quote.citation.article_id], quote.citation.span
        assert quote.text == article.text[span.start : span.end]
        paragraph = article.paragraphs[quote.citation.paragraph - 1].span
        assert paragraph.start <= span.start < span.end <= paragraph.end
    assert sum(count_words(quote.text) for quote in quotes) <= words
    assert len({quote.text for quote in quotes}) == len(quotes)


REPORTED = Theme(
    "reported",
    "Reported",
    "What the marked pairs tell of",
    Lexicon(
        tuple(Term(word, 2) for word in "army gas oil port border minister drone court bank rebels".split())
    ),
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from([pair for name in HALVES for pair in read_pairs(name)]), max_size=12), st.data()
)
def test_a_brief_never_prints_two_sentences_that_say_the_same(pairs: list[Pair], data: st.DataObject) -> None:
    texts = [text for pair in pairs for text in (pair.one, pair.other)]
    own = [
        " ".join(data.draw(st.lists(st.sampled_from([*texts, *SENTENCES]), min_size=1, max_size=8)))
        for _ in range(3)
    ]
    found = [make_article(text, name=f"{number}.txt") for number, text in enumerate(own)]
    try:
        brief = draft(found, (REPORTED, ARMS, ENERGY))
    except NothingToReport:
        return
    printed = [
        quote.text[sentence.start : sentence.end]
        for quote in brief.quotes()
        for sentence in find_sentences(quote.text)
    ]
    assert [(one, other) for one, other in combinations(printed, 2) if says_the_same(one, other)] == []


@settings(max_examples=30, deadline=None)
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(found: list[Article], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    try:
        expected = draft(found)
    except NothingToReport:
        return
    assert draft(shuffled) == expected


def test_opinion_is_fenced_as_commentary_and_never_summarised() -> None:
    column = make_article(SENTENCES[0], name="column.txt", genre=Found(Genre.OPINION, Basis.DISCLAIMER))
    report = make_article(f"{SENTENCES[1]} {SENTENCES[4]}", name="report.txt")
    (section,) = draft([column, report], [ARMS]).sections
    assert [quote.text for quote in section.commentary] == [SENTENCES[0]]
    assert SENTENCES[0] not in [quote.text for quote in (*section.summary, *section.evidence)]


def test_a_theme_without_evidence_keeps_its_empty_section() -> None:
    arms, energy = draft([make_article(SENTENCES[0])]).sections
    assert not arms.is_empty
    assert energy.is_empty
    assert (energy.summary, energy.evidence, energy.commentary) == ((), (), ())


def test_a_poor_theme_keeps_a_sentence_that_a_rich_one_could_use_as_well() -> None:
    shared = "Klow paid for an arms deal with oil from its only well."
    rich = make_article(*SENTENCES[:2], shared, SENTENCES[4])
    _, energy = draft([rich]).sections
    printed = [*energy.summary, *energy.evidence]
    points = [point.quote for point in draft([rich]).key_points if point.theme == "Energy"]
    assert shared in [quote.text for quote in (*printed, *points)]


def test_nothing_that_speaks_to_a_theme_is_nothing_to_report() -> None:
    with pytest.raises(NothingToReport, match="arms, energy"):
        draft([make_article(SENTENCES[5])])


def test_only_articles_that_may_fall_in_the_period_are_used() -> None:
    early = make_article(SENTENCES[0], name="a.txt", published="2015-01-31")
    late = make_article(SENTENCES[1], name="b.txt", published="2015-02")
    undated = make_article(SENTENCES[4], name="c.txt")
    found = [early, late, undated]
    february = Period(date(2015, 2, 1), date(2015, 2, 28))
    assert articles_in_period(found, spec("arms")) == (early, late, undated)
    assert articles_in_period(found, spec("arms", period=february)) == (late,)
    assert articles_in_period(found, spec("arms", period=february, keep_undated=True)) == (late, undated)
    came_in_late = spec("arms", period=february, late=(early.id, undated.id))
    assert articles_in_period(found, came_in_late) == (early, late, undated)


def test_every_article_that_gives_nothing_says_why() -> None:
    giving = make_article(SENTENCES[0], name="giving.txt")
    silent = make_article(SENTENCES[5], name="silent.txt")
    outside = make_article(SENTENCES[1], name="outside.txt", published="1999")
    survey = survey_articles([giving, silent], [ARMS])
    reasons = {
        absence.article.path.name: absence.reason
        for absence in find_absences([giving, silent, outside], survey, "arms")
    }
    assert reasons == {
        "silent.txt": "no term of the theme stands in it",
        "outside.txt": "dated 1999, outside the period",
    }


def test_the_themes_that_most_articles_speak_to_come_first() -> None:
    many = [make_article(SENTENCES[2], name=f"{place}.txt") for place in range(4)]
    long = make_article(f"{SENTENCES[0]} {SENTENCES[1]}", name="long.txt")
    survey = survey_articles([*many, long], [ARMS, ENERGY])
    assert [theme.name for theme in rank_themes(survey)] == ["energy", "arms"]
    assert set(narrow_survey(survey, [ARMS]).evidence) == {"arms"}


def test_a_theme_of_which_another_one_tells_gives_way_to_that_of_an_article_alone() -> None:
    words = ("oil", "tank", "missile", "gas", "choir")
    one, two, three, four, alone = (
        Theme(f"on-{word}", word, word, Lexicon((Term(word, 3),))) for word in words
    )
    both = "Ruritania sold its oil for a tank, a missile and its gas to Syldavia in May."
    many = [
        make_article(f"{both} {place} barrels of oil were sold to Zenda.", name=f"{place}.txt")
        for place in range(6)
    ]
    other = make_article(f"{SENTENCES[5]} Klow's choir sang for Zenda.", name="choir.txt")
    ranked = rank_themes(survey_articles([*many, other], [one, two, three, four, alone]))
    assert ranked[0] is one
    assert alone in ranked[:4]
    kept = rank_themes(survey_articles([*many, other], [one, two, three, four, alone]), [two])
    assert kept[0] is two
    assert set(kept) == {two, one, alone}


def test_a_summary_reads_by_date_and_then_by_place() -> None:
    later = make_article(SENTENCES[0], name="a.txt", published="2016")
    earlier = make_article(f"{SENTENCES[1]} {SENTENCES[4]}", name="b.txt", published="2015")
    chosen = summarise_articles([later, earlier], ARMS, words=200, summariser=COVERAGE)
    places = [(found.excerpt.sentence.article_id, found.excerpt.sentence.position) for found in chosen]
    assert places == [(earlier.id, 0), (earlier.id, 1), (later.id, 0)]


@pytest.mark.parametrize("theme", [ARMS, None])
def test_a_summary_without_repairs_supplies_nothing_in_brackets(theme: Theme | None) -> None:
    article = make_article(
        "Premier Ossian Dahl of Ruritania flew to Klow in Syldavia on Friday.",
        "He signed an arms deal with the Syldavian crown.",
        "Ruritania sold forty tanks to Borduria on Monday.",
        published="2026-11-18",
    )

    def supplied(*, repairs: bool) -> list[str]:
        chosen = summarise_articles([article], theme, words=90, summariser=COVERAGE, repairs=repairs)
        return [repair.words for found in chosen for repair in found.excerpt.repairs]

    assert "16 November 2026" in supplied(repairs=True)
    assert supplied(repairs=False) == []


def test_a_summary_is_chosen_by_the_stop_words_of_the_articles_own_language() -> None:
    class Listener:
        name = "listener"

        def __init__(self) -> None:
            self.heard: list[str] = []

        def choose(
            self, candidates: Sequence[Candidate], *, words: int, language: str = "en"
        ) -> tuple[int, ...]:
            self.heard.append(language)
            return COVERAGE.choose(candidates, words=words, language=language)

    german = "Ruritanien hat am Montag in der Hauptstadt neue Panzer bestellt."
    other = "Die Regierung in Klow lehnte den Vertrag am Dienstag ab."
    articles = [
        make_article(SENTENCES[0], name="a.txt"),
        make_article(german, name="b.txt", language="de"),
        make_article(other, name="c.txt", language="de"),
    ]
    listener = Listener()
    assert summarise_articles(articles, None, words=100, summariser=listener)
    assert summarise_articles(articles[:1], None, words=100, summariser=listener)
    assert listener.heard == ["de", "en"]


def test_drafting_tells_how_far_it_is_and_ends_where_its_listener_says_so() -> None:
    article = make_article(" ".join(SENTENCES))
    survey, reading = survey_articles([article], (ARMS, ENERGY)), Reading((article,), (), ())
    told: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == limit:
            raise InterruptedError

    limit = 0
    draft_brief(reading, survey, Draft(spec("arms", "energy")), summariser=COVERAGE, on_progress=listen)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    limit = 6
    with pytest.raises(InterruptedError):
        draft_brief(reading, survey, Draft(spec("arms", "energy")), summariser=COVERAGE, on_progress=listen)
    assert len(told) == limit


def test_silence_is_a_brief_where_it_is_asked_for_and_says_what_is_late() -> None:
    old = make_article(SENTENCES[5], name="old.txt", published="2015-01-01")
    period = Period(date(2015, 2, 1), date(2015, 2, 28))
    asked = spec("arms", period=period, late=(old.id,))
    reading = Reading((old,), (), ())
    survey = survey_articles(articles_in_period([old], asked), [ARMS])
    brief = draft_brief(reading, survey, Draft(asked), summariser=COVERAGE, allow_silence=True)
    assert [section.is_empty for section in brief.sections] == [True]
    assert brief.quotes() == ()
    assert any("1 of 1 article is older than the period" in limit for limit in brief.limits)
