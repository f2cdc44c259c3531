"""Which evidence is worth its place on the page."""

from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.selection import (
    Printed,
    keep_strong,
    part_opinion,
    select_evidence,
    words_of,
)
from briefer.model import Article, Basis, Evidence, Found, Genre
from briefer.text.words import count_words
from tests.making import make_article, make_evidence

DEAL = "Ruritania signed an arms deal with Syldavia on Monday."
TANKS = "The first 40 tanks left the port of Zenda in March."
JETS = "Borduria asked for new fighter jets."
OIL = "Syldavia raised its oil exports by a tenth."


def by_id(*articles: Article) -> dict[str, Article]:
    return {article.id: article for article in articles}


def test_the_strongest_evidence_comes_first() -> None:
    article = make_article(f"{DEAL} {TANKS} {JETS}")
    pool = [
        make_evidence(article, DEAL, score=2),
        make_evidence(article, TANKS, score=5),
        make_evidence(article, JETS),
    ]
    chosen = select_evidence(pool, by_id(article), Printed(), words=100)
    assert chosen[0] == pool[1]


def test_sources_take_turns_where_their_evidence_is_about_as_strong() -> None:
    one, other = make_article(f"{DEAL} {TANKS}", name="one.txt"), make_article(JETS, name="other.txt")
    pool = [
        make_evidence(one, DEAL, score=3),
        make_evidence(one, TANKS, score=2.9),
        make_evidence(other, JETS, score=2.5),
    ]
    chosen = select_evidence(pool, by_id(one, other), Printed(), words=100)
    assert chosen == (pool[0], pool[2], pool[1])


def test_a_sentence_that_stands_in_two_articles_is_taken_once() -> None:
    one, reprint = make_article(DEAL, name="one.txt"), make_article(DEAL, name="reprint.txt")
    pool = [make_evidence(one, DEAL), make_evidence(reprint, DEAL)]
    assert len(select_evidence(pool, by_id(one, reprint), Printed(), words=100)) == 1


def test_a_sentence_that_was_carried_with_the_next_is_not_printed_again() -> None:
    article = make_article(f"{DEAL} {TANKS}")
    pool = [make_evidence(article, TANKS, score=5, carried=DEAL), make_evidence(article, DEAL)]
    assert select_evidence(pool, by_id(article), Printed(), words=100) == (pool[0],)


def test_what_cannot_be_read_alone_is_never_chosen() -> None:
    article = make_article(DEAL)
    pool = [make_evidence(article, DEAL, score=9, dependence="pronoun")]
    assert select_evidence(pool, by_id(article), Printed(), words=100) == ()


def test_among_evidence_that_is_about_as_strong_the_latest_comes_first() -> None:
    old = make_article(DEAL, name="old.txt", published="2013-05")
    new = make_article(TANKS, name="new.txt", published="2015-10-07")
    undated = make_article(OIL, name="undated.txt")
    strong = make_article(JETS, name="strong.txt", published="2011")
    pool = [
        make_evidence(undated, OIL, score=4.2),
        make_evidence(old, DEAL, score=4.1),
        make_evidence(new, TANKS, score=4),
        make_evidence(strong, JETS, score=9),
    ]
    chosen = select_evidence(pool, by_id(old, new, undated, strong), Printed(), words=100)
    assert chosen == (pool[3], pool[2], pool[1], pool[0])


def test_opinion_is_parted_from_the_rest() -> None:
    opinion = make_article(DEAL, name="column.txt", genre=Found(Genre.OPINION, Basis.DISCLAIMER))
    report = make_article(TANKS, name="report.txt")
    strong, weak = make_evidence(opinion, DEAL, score=9), make_evidence(report, TANKS, score=2)
    assert part_opinion([strong, weak], by_id(opinion, report)) == ((weak,), (strong,))


def test_only_a_rich_theme_leaves_its_weak_sentences_out_of_the_summary() -> None:
    article = make_article(DEAL)
    strengths = [9.0] * 10 + [4.6, 4.4]
    pool = [make_evidence(article, DEAL, score=score) for score in strengths]
    assert [found.strength for found in keep_strong(pool)] == [9.0] * 10 + [4.6]
    assert keep_strong(pool[3:]) == tuple(pool[3:])


@given(
    st.lists(st.tuples(st.sampled_from([DEAL, TANKS, JETS, OIL]), st.floats(0.1, 9)), max_size=8),
    st.integers(0, 60),
)
def test_no_choice_is_longer_than_its_budget_or_says_anything_twice(
    rows: list[tuple[str, float]], words: int
) -> None:
    articles = [make_article(text, name=f"{place}.txt") for place, (text, _) in enumerate(rows)]
    pool: list[Evidence] = [
        make_evidence(article, text, score=score)
        for article, (text, score) in zip(articles, rows, strict=True)
    ]
    texts = [
        words_of(found.excerpt, by_id(*articles))
        for found in select_evidence(pool, by_id(*articles), Printed(), words=words)
    ]
    assert sum(map(count_words, texts)) <= words
    assert len(set(texts)) == len(texts)
