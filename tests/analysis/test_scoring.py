"""How strongly passages speak to themes."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.analysis.matching import build_matcher
from briefer.analysis.scoring import SPEAKS_FROM, score_passages, speaks_to
from briefer.model import Article, Lexicon, Sentence, Span, Term, TermShare, Theme, ThemeScore
from briefer.text.passages import split_passages
from tests.making import make_article


def make_theme(*terms: Term, name: str = "water") -> Theme:
    return Theme(name, name, name, Lexicon(terms))


def split_lines(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in which a line is a sentence, and a blank line ends a paragraph."""
    sentences: list[Sentence] = []
    for paragraph in article.paragraphs:
        start = paragraph.span.start
        for line in article.words(paragraph.span).split("\n"):
            span = Span(start, start + len(line))
            sentences.append(Sentence(article.id, len(sentences), paragraph.number, span))
            start += len(line) + 1
    return tuple(sentences)


def score(article: Article, *themes: Theme) -> tuple[ThemeScore, ...]:
    return score_passages(article, split_passages(split_lines(article)), build_matcher(themes))


def padded(text: str, *, words: int) -> str:
    """The text with words that say nothing, so that it has `words` of them."""
    return " ".join([*text.split(), *["so"] * (words - len(text.split()))])


DAM = Term("dam", 2)
RIVER = Term("river", 1)


def test_one_mention_in_a_sentence_of_usual_length_gives_its_weight() -> None:
    (found,) = score(make_article(padded("The dam broke", words=25)), make_theme(DAM))
    assert found.shares == (TermShare("dam", 2.0, own=True),)
    assert found.score == 2.0


def test_further_mentions_add_ever_less() -> None:
    totals = [
        score(make_article(padded("dam " * count, words=25)), make_theme(DAM))[0].score
        for count in range(1, 6)
    ]
    gains = [later - earlier for earlier, later in pairwise(totals)]
    assert gains == sorted(gains, reverse=True)
    assert totals[-1] < DAM.weight * 2.2


def test_a_mention_is_worth_more_in_a_short_sentence() -> None:
    short, long = (score(make_article(padded("dam", words=n)), make_theme(DAM))[0].score for n in (8, 60))
    assert short > DAM.weight > long


def test_a_mention_next_door_or_in_the_headline_gives_a_quarter_of_its_weight() -> None:
    beside = make_article(padded("Nothing", words=25) + "\n" + padded("The dam", words=25))
    (first, second) = score(beside, make_theme(DAM))
    assert first.shares == (TermShare("dam", 0.49, own=False),)
    assert second.shares[0].own
    headed = make_article(padded("Nothing", words=25), title=padded("The dam", words=10))
    assert score(headed, make_theme(DAM))[0].shares == (TermShare("dam", 0.49, own=False),)


def test_a_paragraph_does_not_lean_on_the_next() -> None:
    assert len(score(make_article("Nothing here.", "The dam."), make_theme(DAM))) == 1


def test_scores_stand_in_reading_order_and_then_by_theme() -> None:
    article = make_article("The river and the dam.", "Nothing.", "The dam.")
    found = score(article, make_theme(DAM, RIVER, name="z"), make_theme(DAM, name="a"))
    assert [(each.passage.sentence.position, each.theme) for each in found] == [
        (0, "a"),
        (0, "z"),
        (2, "a"),
        (2, "z"),
    ]


def test_shares_stand_strongest_first_and_ties_by_phrase() -> None:
    terms = (Term("zebra", 1), Term("apple", 1), DAM)
    (found,) = score(make_article("zebra dam apple"), make_theme(*terms))
    assert [share.phrase for share in found.shares] == ["dam", "apple", "zebra"]


def test_a_score_does_not_depend_on_the_rest_of_the_article_or_other_themes() -> None:
    alone = score(make_article("The dam on the river."), make_theme(DAM, RIVER))
    among = score(
        make_article("The dam on the river.", "River, river, dam and oil.", "Oil."),
        make_theme(DAM, RIVER),
        make_theme(Term("oil", 3), DAM, name="energy"),
    )
    assert alone[0].shares == among[1].shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (padded("The flood", words=25), True),  # weight 1.5
        (padded("The flood", words=55), True),
        (padded("River and lake", words=25), True),  # 1 + 1
        ("River!", False),
        (padded("River and pond", words=30), False),  # 1 + 0.5, too long
    ],
)
def test_a_sentence_speaks_to_a_theme_when_its_own_terms_give_enough(text: str, expected: bool) -> None:
    theme = make_theme(Term("flood", 1.5), RIVER, Term("lake", 1), Term("pond", 0.2))
    (found,) = score(make_article(text), theme)
    assert speaks_to(found) is expected


def test_neighbours_and_headline_alone_never_make_a_sentence_speak() -> None:
    article = make_article("Dam dam.\nNothing.\nDam dam.", title="Dam dam dam")
    middle = score(article, make_theme(Term("dam", 10)))[1]
    assert middle.score > SPEAKS_FROM
    assert not speaks_to(middle)


VOCABULARY = ("dam", "river", "lake", "oil", "the", "so")
TERMS = st.lists(
    st.builds(Term, st.sampled_from(VOCABULARY[:4]), st.floats(0.1, 10)),
    min_size=1,
    unique_by=lambda term: term.phrase,
)
SENTENCE = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=40).map(" ".join)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join)


@given(terms=TERMS, paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=3), title=SENTENCE)
def test_removing_a_term_lowers_the_score_by_exactly_its_share(
    terms: Sequence[Term], paragraphs: Sequence[str], title: str
) -> None:
    article = make_article(*paragraphs, title=title)
    full = score(article, make_theme(*terms))
    for removed in terms:
        rest = score(article, make_theme(*(term for term in terms if term != removed)))
        left = {found.passage: found for found in rest}
        for found in full:
            share = sum(Decimal(f"{s.share:.2f}") for s in found.shares if s.phrase == removed.phrase)
            without = left[found.passage].score if found.passage in left else 0.0
            assert Decimal(f"{found.score:.2f}") - share == Decimal(f"{without:.2f}")


@given(terms=TERMS, paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=3), title=SENTENCE)
def test_a_score_is_the_sum_of_its_shares_in_whole_hundredths(
    terms: Sequence[Term], paragraphs: Sequence[str], title: str
) -> None:
    for found in score(make_article(*paragraphs, title=title), make_theme(*terms)):
        assert found.score > 0
        assert all(share.share == round(share.share, 2) > 0 for share in found.shares)
        assert found.score == round(sum(share.share for share in found.shares), 2)


class TestLone:
    """A single mention in an article that says nothing else of the theme, when the theme has many terms."""

    @staticmethod
    def speaking(*sentences: str, term: Term, title: str = "", others: int = 60) -> list[int]:
        """The positions of the sentences that speak, in an article of ten."""
        article = make_article("\n".join([*sentences, *["Nothing."] * (10 - len(sentences))]), title=title)
        terms = (term, RIVER, Term("lake", 1), *(Term(f"term{number}", 1) for number in range(others)))
        found = score(article, make_theme(*terms))
        return [each.passage.sentence.position for each in found if speaks_to(each)]

    def test_it_does_not_speak(self) -> None:
        assert self.speaking("The dam.", term=DAM) == []

    @pytest.mark.parametrize(
        ("sentences", "title"),
        [
            (("The dam.", "The river.", "The lake."), ""),  # the article comes to it
            (("The dam.",), "The river and the lake"),
            (("The dam on the river.",), ""),  # not the only mention
            (("The dam.", "Nothing.", "A dam.", "Nothing.", "That dam."), ""),  # strong and repeated
        ],
    )
    def test_with_company_it_speaks(self, sentences: tuple[str, ...], title: str) -> None:
        assert 0 in self.speaking(*sentences, term=DAM, title=title)

    def test_one_weak_word_elsewhere_is_no_company(self) -> None:
        assert self.speaking("The dam.", "Nothing.", "The river.", term=DAM) == []

    def test_a_suggestive_word_is_no_company_to_itself(self) -> None:
        flood = Term("flood", 1.5)
        assert self.speaking(*["The flood.", "Nothing."] * 4, term=flood) == []

    def test_an_unmistakable_term_needs_no_company(self) -> None:
        assert self.speaking("The dam.", term=Term("dam", 3)) == [0]

    def test_a_theme_of_few_terms_expects_none(self) -> None:
        assert self.speaking("The dam.", term=DAM, others=10) == [0]

    def test_a_short_article_need_not_show_its_subject(self) -> None:
        terms = (DAM, *(Term(f"term{number}", 1) for number in range(60)))
        first, *_ = score(make_article("The dam.\nNothing.\nNothing."), make_theme(*terms))
        assert not first.lone
        assert speaks_to(first)
