"""Which sentences stand ahead of a brief, and what speaks for each."""

import math

from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.key_points import score_key_points, select_key_points
from briefer.analysis.selection import Printed
from briefer.model import Article, Basis, Evidence, Found, Genre
from briefer.text.words import count_words
from tests.making import make_article, make_evidence

DEAL = "Ruritania signed an arms deal with Syldavia on Monday."
TANKS = "The first 40 tanks left the port of Zenda in March."
JETS = "Borduria asked for new fighter jets."
OIL = "Syldavia raised its oil exports by a tenth."
LONG_AGO = "In 2003, Ruritania signed an arms deal with Borduria for 40 jets."
EXPECTED = "Ruritania will probably need more arms from Syldavia and others."
TRADITION = "Ruritania has a long history of arms deals with Syldavia and others."


def by_id(*articles: Article) -> dict[str, Article]:
    return {article.id: article for article in articles}


def choose(*pool: Evidence, articles: dict[str, Article], limit: int = 5) -> tuple[Evidence, ...]:
    return select_key_points([pool], articles, Printed(), limit=limit, words=200)


def reasons(found: Evidence, articles: dict[str, Article], *others: Evidence) -> dict[str, float]:
    (score, *_) = score_key_points([found, *others], articles)
    return {reason.name: reason.factor for reason in score.reasons}


def test_key_points_take_turns_over_the_themes() -> None:
    article = make_article(f"{DEAL} {TANKS} {OIL}")
    arms = [make_evidence(article, DEAL, score=5), make_evidence(article, TANKS, score=4)]
    energy = [make_evidence(article, OIL, theme="energy", score=2)]
    chosen = select_key_points([arms, energy], by_id(article), Printed(), limit=2, words=100)
    assert [found.score.theme for found in chosen] == ["arms-sales", "energy"]


def test_key_points_use_all_the_words_that_they_may() -> None:
    article = make_article(f"{DEAL} {TANKS} {OIL}")
    pools = [[make_evidence(article, text)] for text in (DEAL, TANKS, OIL)]
    words = sum(map(count_words, (DEAL, TANKS, OIL)))
    assert len(select_key_points(pools, by_id(article), Printed(), limit=3, words=words)) == 3
    assert len(select_key_points(pools, by_id(article), Printed(), limit=3, words=words - 1)) == 2


def test_a_figure_decides_between_key_points_of_one_strength() -> None:
    article = make_article(f"{JETS} {TANKS}")
    pool = [make_evidence(article, JETS), make_evidence(article, TANKS)]
    assert select_key_points([pool], by_id(article), Printed(), limit=1, words=100) == (pool[1],)


def test_a_short_sentence_is_no_key_point_where_a_longer_one_is_about_as_strong() -> None:
    article = make_article(f"{JETS} {DEAL}")
    pool = [make_evidence(article, JETS, score=5), make_evidence(article, DEAL, score=4)]
    assert select_key_points([pool], by_id(article), Printed(), limit=1, words=100) == (pool[1],)


def test_opinion_is_a_key_point_only_where_a_theme_has_nothing_else() -> None:
    opinion = make_article(DEAL, name="column.txt", genre=Found(Genre.OPINION, Basis.DISCLAIMER))
    report = make_article(TANKS, name="report.txt")
    articles = by_id(opinion, report)
    strong, weak = make_evidence(opinion, DEAL, score=9), make_evidence(report, TANKS, score=2)
    assert select_key_points([[strong, weak]], articles, Printed(), limit=2, words=100) == (weak,)
    assert select_key_points([[strong]], articles, Printed(), limit=2, words=100) == (strong,)


def test_what_cannot_be_read_alone_is_no_key_point() -> None:
    article = make_article(DEAL)
    assert choose(make_evidence(article, DEAL, dependence="pronoun"), articles=by_id(article)) == ()


def test_what_was_done_stands_before_what_is_expected_or_has_long_been_so() -> None:
    article = make_article(TRADITION, EXPECTED, DEAL)
    pool = [make_evidence(article, text) for text in (TRADITION, EXPECTED, DEAL)]
    assert choose(*pool, articles=by_id(article), limit=1) == (pool[2],)


def test_a_deed_of_long_ago_is_told_after_the_present_state() -> None:
    article = make_article(LONG_AGO, OIL, DEAL, published="2015-10-07")
    pool = [make_evidence(article, LONG_AGO, score=4), make_evidence(article, OIL)]
    assert choose(*pool, articles=by_id(article), limit=1) == (pool[1],)
    assert reasons(pool[0], by_id(article))["tells of 2003"] < 1


def test_the_most_recent_state_of_affairs_stands_first_and_an_undated_one_before_the_older() -> None:
    old = make_article(DEAL, name="old.txt", published="2013-05")
    new = make_article(OIL, name="new.txt", published="2015-10-07")
    undated = make_article(TANKS, name="undated.txt")
    pool = [make_evidence(old, DEAL, score=9), make_evidence(undated, TANKS), make_evidence(new, OIL)]
    assert choose(*pool, articles=by_id(old, new, undated)) == (pool[2], pool[1], pool[0])


def test_what_another_article_tells_too_stands_before_what_one_alone_does() -> None:
    deal, same = (
        make_article(DEAL, name="a.txt"),
        make_article("Syldavia signed the deal on Monday.", name="b.txt"),
    )
    oil = make_article("Syldavia sold Borduria all its oil on Friday.", name="c.txt")
    pool = [make_evidence(oil, oil.text), make_evidence(deal, DEAL), make_evidence(same, same.text)]
    assert choose(*pool, articles=by_id(deal, same, oil), limit=1) == (pool[1],)


def test_one_event_is_one_key_point_however_it_is_worded_and_however_often_it_is_asked() -> None:
    first = (
        "Energy minister Ana Orlova and Bayou Gas chief Tom Keel signed a gas deal worth 2 billion in Zenda."
    )
    again = (
        "In Zenda the energy minister, Ana Orlova, signed with Tom Keel of Bayou Gas a ten-year deal on gas."
    )
    other = "Borduria closed two of its power stations for want of coal after the strike of the miners."
    articles = [make_article(text, name=f"{at}.txt") for at, text in enumerate((first, again, other))]
    known = by_id(*articles)
    pool = [make_evidence(article, article.text, score=9 - at) for at, article in enumerate(articles)]
    assert [found in pool[:2] for found in choose(*pool, articles=known)] == [True, False]
    more = select_key_points([pool[1:]], known, Printed(), limit=5, words=200, beside=[pool[0]])
    assert more == (pool[2],)


def test_one_toll_is_one_key_point() -> None:
    first = "Officials in Klow said that two of the wounded had died, taking the number of dead to 24."
    again = "Two people died in the hospital on Friday night, which brings the number of dead to 24."
    articles = [make_article(text, name=f"{at}.txt") for at, text in enumerate((first, again))]
    pool = [make_evidence(article, article.text) for article in articles]
    assert len(choose(*pool, articles=by_id(*articles))) == 1


def test_one_number_of_two_events_is_two_key_points() -> None:
    attack = "An attack on a market of Klow in Borduria killed 12 people on Monday, officials said."
    wreck = "A ferry sank off Szohod in Syldavia and 12 people drowned, the coastguard said."
    articles = [make_article(text, name=f"{at}.txt") for at, text in enumerate((attack, wreck))]
    pool = [make_evidence(article, article.text) for article in articles]
    assert len(choose(*pool, articles=by_id(*articles))) == 2


def test_a_second_key_point_tells_something_else_from_somewhere_else() -> None:
    other_words = "Syldavia signed its deal on arms with Ruritania on Monday."
    one, other = make_article(f"{DEAL} {other_words}", name="a.txt"), make_article(OIL, name="b.txt")
    pool = [make_evidence(one, text, score=4) for text in (DEAL, other_words)] + [make_evidence(other, OIL)]
    assert choose(*pool, articles=by_id(one, other), limit=2) == (pool[0], pool[2])


def test_what_overtakes_a_strong_sentence_stands_as_high_as_that_would() -> None:
    first = "Fire in the port of Klow killed 31 people and burnt forty tanks, the army of Borduria said."
    later = "The fire in the port of Klow killed 34 people."
    other = "Borduria sold twelve jets to Syldavia for 300 million crowns on Tuesday."
    articles = [make_article(text, name=f"{at}.txt") for at, text in enumerate((first, later, other))]
    strong, weak, middle = (
        make_evidence(article, article.text, score=score)
        for article, score in zip(articles, (9, 1.5, 8), strict=True)
    )

    def lead(overtaken: dict[Evidence, list[Evidence]]) -> tuple[Evidence, ...]:
        pools, known = [[weak, middle]], by_id(*articles)
        return select_key_points(pools, known, Printed(), limit=1, words=200, overtaken=overtaken)

    assert lead({}) == (middle,)
    assert lead({weak: [strong]}) == (weak,)


def test_what_names_nobody_and_no_place_stands_after_what_does() -> None:
    named = "Deliveries of the 40 tanks to Zenda began on Monday."
    nameless = "Deliveries of the 40 tanks to the coast began on Monday."
    article = make_article(nameless, named)
    pool = [make_evidence(article, nameless), make_evidence(article, named)]
    assert choose(*pool, articles=by_id(article), limit=1) == (pool[1],)


def test_of_two_that_share_words_with_what_is_taken_the_one_of_another_story_is_chosen() -> None:
    first = "Energy minister Ana Orlova and Bayou Gas chief Tom Keel signed a gas deal worth 2 billion."
    kin = (
        "Ana Orlova said in Klow that coal, wind and water would follow the gas of Keel and others on Monday."
    )
    other = "Borduria said in Klow that its coal from Zenda had brought in a billion crowns by Monday."
    articles = [make_article(text, name=f"{at}.txt") for at, text in enumerate((first, kin, other))]
    taken, near, far = (
        make_evidence(article, article.text, score=score)
        for article, score in zip(articles, (2, 4, 2), strict=True)
    )

    def ask(*beside: Evidence) -> tuple[Evidence, ...]:
        known = by_id(*articles)
        return select_key_points([[near, far]], known, Printed(), limit=1, words=99, beside=beside)

    assert (ask(), ask(taken)) == ((near,), (far,))


def test_what_has_little_for_it_is_no_key_point_unless_there_is_nothing_else() -> None:
    article = make_article(DEAL, TRADITION)
    deal, tradition = make_evidence(article, DEAL), make_evidence(article, TRADITION, score=1.3)
    assert choose(deal, tradition, articles=by_id(article)) == (deal,)
    assert choose(tradition, articles=by_id(article)) == (tradition,)


def test_a_deed_fades_sooner_in_weeks_of_news_than_in_years_of_it() -> None:
    def age(*others: str) -> float:
        deed = make_article(DEAL, published="2031-10-01")
        articles = [make_article(OIL, name=f"{at}.txt", published=day) for at, day in enumerate(others)]
        factors = reasons(make_evidence(deed, DEAL), by_id(deed, *articles))
        return next((factor for name, factor in factors.items() if "2031-10-01" in name), 1.0)

    assert age("2031-10-21") < age("2031-10-21", "2021-10-21") < 1.0
    assert age("2031-10") == 1.0  # nobody knows whether it is of its last day


def test_without_a_dated_article_age_is_held_against_nobody() -> None:
    article = make_article(DEAL)
    assert not any("dated" in name for name in reasons(make_evidence(article, DEAL), by_id(article)))


@given(
    st.lists(st.tuples(st.sampled_from([DEAL, TANKS, JETS, LONG_AGO]), st.floats(0.1, 9)), max_size=6),
    st.sampled_from([None, "2003", "2015-10-07"]),
)
def test_a_score_is_its_base_times_the_factors_of_its_reasons(
    rows: list[tuple[str, float]], published: str | None
) -> None:
    articles = [
        make_article(text, name=f"{place}.txt", published=published) for place, (text, _) in enumerate(rows)
    ]
    pool = [
        make_evidence(article, text, score=score)
        for article, (text, score) in zip(articles, rows, strict=True)
    ]
    scored = score_key_points(pool, by_id(*articles))
    assert [found.evidence for found in scored] == pool
    for found in scored:
        assert found.score == found.base * math.prod(reason.factor for reason in found.reasons)
        assert all(reason.name and reason.factor > 0 for reason in found.reasons)
