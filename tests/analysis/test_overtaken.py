"""Sentences about an amount that a later article gives otherwise. All countries and events are invented."""

from dataclasses import replace

import pytest

from briefer.analysis.overtaken import Known, sift_overtaken
from briefer.model import Article, Basis, Found, Genre, PartialDate
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from tests.making import make_article, make_evidence

FIRST = "At least 41 people were killed when the Lidov burst its banks in southern Borduria, officials said."
LATER = "The death toll from floods in southern Borduria has risen to 96, the disaster agency said."
DEAL = "The contract covers 1.8bn cubic metres of gas a year from Syldavia."


def remaining(*told: tuple[str, str | None], beside: tuple[str, str | None] | None = None) -> list[str]:
    """What is left of the sentences, each an article of its day; `beside` speaks to no theme."""
    articles = [
        make_article(text, name=f"{place}.txt", published=published)
        for place, (text, published) in enumerate(told)
    ]
    others = [make_article(beside[0], name="other.txt", published=beside[1])] if beside else []
    pool = [make_evidence(article, article.text) for article in articles]
    sifted = sift_overtaken({"theme": pool}, {article.id: article for article in [*articles, *others]})
    return [words(articles, found.excerpt.sentence.article_id) for found in sifted.current["theme"]]


def words(articles: list[Article], article_id: str) -> str:
    return next(article.text for article in articles if article.id == article_id)


def test_an_earlier_toll_of_the_same_flood_is_left_out() -> None:
    assert remaining((FIRST, "2031-05-02"), (LATER, "2031-05-04")) == [LATER]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((FIRST, "2031-05-02"), (LATER, "2031-05-02")),
        ((FIRST.replace("killed", "hurt"), None), (LATER, "2031-05-04")),
        ((FIRST, "2031-05-02"), (LATER.replace("Borduria", "Syldavia"), "2031-05-04")),
        ((FIRST, "2031-05-02"), (LATER.replace("96", "12"), "2031-05-04")),
        (
            ("The minister resigned over floods in Borduria which have killed 41 people.", "2031-05-02"),
            (LATER, "2031-05-04"),
        ),
    ],
    ids=["same day", "undated", "elsewhere", "fewer", "aside"],
)
def test_in_doubt_both_stay(first: tuple[str, str | None], second: tuple[str, str | None]) -> None:
    assert remaining(first, second) == [first[0], second[0]]


def test_fewer_dead_of_no_known_day_are_overtaken_by_more() -> None:
    assert remaining((FIRST, None), (LATER, "2031-05-04")) == [LATER]
    assert remaining((FIRST, "2031-05-02"), (LATER, None)) == [LATER]
    assert remaining((FIRST.replace("41", "96"), "2031-05-02"), (LATER.replace("96", "41"), None)) != []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("An attack in Dorva killed 12 people.", "2030-01-01"),
            ("An attack in Dorva killed 15 people.", "2031-06-05"),
        ),
        (
            ("An attack in Dorva killed 12 people.", "2031-06-01"),
            ("An attack in Dorva killed 15 people.", "2031-06-12"),
        ),
        (
            ("An attack in Dorva killed 12 people.", None),
            ("An attack in Dorva killed 15 people.", "2031-06-12"),
        ),
        (
            ("Floods in Dorva injured 120 people.", "2030-01-01"),
            ("Floods in Dorva injured 15 people.", "2031-06-05"),
        ),
        (
            ("Floods in Dorva injured 120 people.", "2031"),
            ("Floods in Dorva injured 15 people.", "2031-06-10"),
        ),
        (
            ("Floods in Dorva injured 120 people.", "2031-06-10"),
            ("Floods in Dorva injured 15 people.", "2031"),
        ),
    ],
)
def test_what_may_be_two_events_stays(first: tuple[str, str | None], second: tuple[str, str | None]) -> None:
    assert remaining(first, second) == [first[0], second[0]]


@pytest.mark.parametrize("days", [("2031-01-01", "2031-03-05"), ("2031-01-01", "2031-12-05"), (None, None)])
def test_no_two_sentences_overtake_each_other(days: tuple[str | None, str | None]) -> None:
    up = "The bank of Borduria raised its key rate to 5.5%, up from 5.25%."
    down = "The bank of Borduria lowered its key rate to 5.25%, down from 5.5%."
    assert down in remaining((up, days[0]), (down, days[1]))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_reprint_overtakes_nothing_that_is_newer_than_what_it_reprints(order: tuple[int, ...]) -> None:
    first = "Floods in southern Borduria injured 120 people, officials said."
    later = "Floods in southern Borduria injured 90 people, the ministry said."
    told = [(first, "2031-05-01"), (later, "2031-05-03"), (first, "2031-05-05")]
    assert remaining(*(told[place] for place in order)) == [later]


def test_what_readers_were_told_is_not_gone_back_behind() -> None:
    stale = make_article(FIRST, name="reprint.txt", published="2031-05-02")
    pool = [make_evidence(stale, FIRST)]
    known = [Known(LATER, PartialDate(2031, 5, 4))]
    assert sift_overtaken({"theme": pool}, {stale.id: stale}, known=known).current == {"theme": ()}
    assert sift_overtaken({"theme": pool}, {stale.id: stale}).current == {"theme": (pool[0],)}


def test_a_result_of_more_of_the_votes_overtakes_one_of_fewer() -> None:
    first = "With ballots from 71.4 percent of 4,180 polling stations counted, Orlov had 51.8 percent."
    later = "Orlov stands at 50.6 per cent with 99.7 per cent of polling stations counted."
    assert remaining((first, "2031-05-02"), (later, "2031-05-02")) == [first, later]
    assert remaining((first, "2031-05-02"), (later, "2031-05-03")) == [later]
    assert remaining((first, None), (later, "2031-05-03")) == [later]
    elsewhere = later.replace("Orlov", "Kestrel")
    assert remaining((first, "2031-05-02"), (elsewhere, "2031-05-03")) == [first, elsewhere]


def test_a_reprint_is_as_old_as_what_it_reprints() -> None:
    told = [(FIRST, "2031-05-02"), (f"STRELSAU, Borduria (AW) - {FIRST}", None), (FIRST, "2031-05-09")]
    assert remaining(*told, (LATER, "2031-05-04")) == [LATER]


@pytest.mark.parametrize(
    "claim",
    [
        "Officials rejected the allegation that 60 people lost their lives in floods in southern Borduria.",
        "Floods in southern Borduria may have killed 60 people, doctors fear.",
        "Up to 60 people were killed by floods in southern Borduria, a party said.",
    ],
)
def test_what_is_only_supposed_or_denied_overtakes_nothing(claim: str) -> None:
    assert remaining((FIRST, "2031-05-02"), (claim, "2031-05-04")) == [FIRST, claim]


@pytest.mark.parametrize(
    "correction",
    [
        "Correction: An earlier version misstated the contract. It is 0.8bn cubic metres of gas, not "
        "1.8bn cubic metres.",
        "Syldavia's gas contract was revised to 0.8bn cubic metres from 1.8bn cubic metres.",
    ],
)
@pytest.mark.parametrize("day", [None, "2031-05-01", "2031-05-04"])
def test_an_amount_that_is_corrected_is_left_out_wherever_the_correction_stands(
    correction: str, day: str | None
) -> None:
    assert remaining((DEAL, "2031-05-02"), beside=(correction, day)) == []


def test_a_toll_is_known_by_what_stands_before_it() -> None:
    count = "The rescue service put the number of dead at 23, including four children."
    strike = "At least 11 people were killed when missiles struck the city of Klow, the governor said."
    articles = [
        make_article(strike, name="a.txt", published="2031-05-02"),
        make_article(f"Klow, 2 May. {count}", name="b.txt", published="2031-05-04"),
    ]
    pool = [make_evidence(articles[0], strike), make_evidence(articles[1], count)]
    sifted = sift_overtaken({"theme": pool}, {article.id: article for article in articles})
    assert sifted.current["theme"] == (pool[1],)
    assert sifted.overtaken == {pool[1]: (pool[0],)}


def test_what_cannot_be_printed_overtakes_nothing_but_where_it_corrects() -> None:
    articles = [
        make_article(FIRST, name="a.txt", published="2031-05-02"),
        make_article(LATER, name="b.txt", published="2031-05-04"),
    ]
    pool = [make_evidence(articles[0], FIRST), make_evidence(articles[1], LATER, dependence="definite")]
    sifted = sift_overtaken({"theme": pool}, {article.id: article for article in articles})
    assert sifted.current["theme"] == tuple(pool)


def test_a_correction_is_read_with_the_sentence_before_it() -> None:
    price = ("Syldavia will pay $41 million a year for gas from Borduria.", "2031-05-02")
    correction = "An article misstated Syldavia's price for gas. It is $47 million, not $41 million."
    assert remaining(price, beside=(correction, None)) == []
    assert remaining(price, beside=(correction.split(". ")[1], None)) == [price[0]]


def test_what_is_overtaken_is_so_by_the_latest_and_rather_by_what_may_be_printed() -> None:
    middle = LATER.replace("96", "70")
    articles = [
        make_article(text, name=f"{day}.txt", published=f"2031-05-0{day}")
        for day, text in enumerate((FIRST, middle, LATER), start=2)
    ]
    pool = [make_evidence(article, article.text) for article in articles]
    sifted = sift_overtaken({"theme": pool}, {article.id: article for article in articles})
    assert sifted.by == {pool[0]: LATER, pool[1]: LATER}
    assert sifted.overtaken == {pool[2]: (pool[0], pool[1])}


def test_a_correction_serves_where_nothing_that_may_be_printed_does() -> None:
    revised = "Syldavia's gas contract was revised to 0.8bn cubic metres from 1.8bn cubic metres."
    correction = "Syldavia's gas contract is for 0.9bn cubic metres and not 1.8bn cubic metres."
    articles = [
        make_article(text, name=f"{day}.txt", published=f"2031-05-0{day}")
        for day, text in enumerate((DEAL, revised, correction), start=2)
    ]
    pool = [make_evidence(article, article.text) for article in articles]
    known = {article.id: article for article in articles}
    assert sift_overtaken({"theme": pool[:2]}, known).by[pool[0]] == revised
    assert sift_overtaken({"theme": pool[:1]}, known).by[pool[0]] == correction


def test_a_later_count_that_speaks_to_no_theme_stands_for_what_it_overtakes() -> None:
    later = "The number of dead in the floods of southern Borduria has reached 96, doctors said."
    articles = [
        make_article(FIRST, name="a.txt", published="2031-05-02"),
        make_article(later, name="b.txt", published="2031-05-04"),
    ]
    first = make_evidence(articles[0], FIRST, score=5)
    sifted = sift_overtaken({"theme": [first]}, {article.id: article for article in articles})
    (heir,) = sifted.current["theme"]
    assert articles[1].words(heir.excerpt.span) == later
    assert (heir.score.theme, heir.score.score, heir.score.shares) == ("theme", 5, ())
    assert sifted.overtaken == {heir: (first,)}


@pytest.mark.parametrize(
    "later",
    ["The rescue service put the number of dead at 96.", "It has killed 96 people in southern Borduria."],
)
def test_a_count_that_does_not_say_of_what_or_leans_on_others_is_made_no_evidence(later: str) -> None:
    assert remaining((FIRST, "2031-05-02"), beside=(f"Rain fell. {later}", "2031-05-04")) == [FIRST]


@pytest.mark.parametrize(
    "later",
    [
        "Minister Ana Orlova arrived in Klow. He said the floods in southern Borduria had killed 96 people.",
        "Syldavia spread a rumour. It said that floods in southern Borduria had killed 96 people.",
        "Rain fell on Klow. We counted 96 people killed by floods in southern Borduria.",
        "A man passes a house in Klow, Saturday, May 3, 2031. Floods in southern Borduria kill 96 people...",
    ],
)
def test_the_sentence_before_makes_no_count_readable_that_leans_otherwise(later: str) -> None:
    assert remaining((FIRST, "2031-05-02"), beside=(later, "2031-05-04")) == [FIRST]


def test_opinion_that_speaks_to_no_theme_stands_in_no_reports_place() -> None:
    opinion = make_article(
        "Floods in southern Borduria have killed 96 people, and nobody resigns.",
        name="column.txt",
        published="2031-05-04",
        genre=Found(Genre.OPINION, Basis.DISCLAIMER),
    )
    report = make_article(FIRST, published="2031-05-02")
    pool = [make_evidence(report, FIRST)]
    known = {article.id: article for article in (report, opinion)}
    assert sift_overtaken({"theme": pool}, known).current == {"theme": tuple(pool)}


def test_an_overtaken_sentence_is_not_shown_before_another_either() -> None:
    pair = make_article(f"{FIRST} It also swept away two bridges at Klow.", published="2031-05-02")
    later = make_article(LATER, name="later.txt", published="2031-05-04")
    alone = make_evidence(pair, "It also swept away two bridges at Klow.", carried=FIRST)
    _, passage = split_passages(split_sentences(pair))
    carried = replace(alone, score=replace(alone.score, passage=passage))
    pool = [carried, make_evidence(later, LATER)]
    sifted = sift_overtaken({"theme": pool}, {pair.id: pair, later.id: later})
    assert sifted.current["theme"] == (pool[1],)
    assert sifted.by[carried] == LATER
