"""What is supplied in brackets to a sentence that is read alone, held against a marked set of our own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Article, Span
from briefer.text.brackets import supply
from briefer.text.repairing import find_repairs
from briefer.text.sentences import split_sentences
from tests.making import make_article

CASES = Path(__file__).parent / "cases" / "repairs.txt"
PIECES = (
    "Premier Ossian Dahl",
    "Karin Dahl",
    "Dahl said",
    "He",
    "she said.",
    "The premier",
    "told",
    "“We",
    "go”.",
    "on Monday",
    "last year.",
    "(SMB)",
    "Strait Monitoring Board",
    "SMB",
    "met",
    "was.",
    "In Lorvik,",
)
_MARK = re.compile(r" \[\[(.*?)\]\]")


@dataclass(frozen=True)
class Case:
    """A sentence of an article: what is supplied to it, and what should be; each place with its words."""

    name: str
    supplied: str
    wanted: frozenset[tuple[int, str]]
    found: frozenset[tuple[int, str]]


def read_cases() -> tuple[Case, ...]:
    blocks = re.split(r"^== ", CASES.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return tuple(case for block in blocks for case in _judge(block))


def _judge(block: str) -> Iterator[Case]:
    head, _, body = block.strip().partition("\n")
    published, name = head.split(" ", 1)
    paragraphs, wanted, start = [], [], 0
    for marked in re.split(r"\n\s*\n", body):
        place = 0
        for mark in _MARK.finditer(marked):
            wanted.append((start + mark.start() - place, mark[1]))
            place += len(mark[0])
        paragraphs.append(_MARK.sub("", marked))
        start += len(paragraphs[-1]) + 2
    article = make_article(*paragraphs, published=published)
    for sentence in split_sentences(article):
        span = sentence.span
        repairs = find_repairs(article, span)
        yield Case(
            name,
            supply(article.text, span, repairs),
            frozenset(one for one in wanted if span.start < one[0] <= span.end),
            frozenset((repair.explained.end, repair.words) for repair in repairs),
        )


def test_what_is_supplied_is_right_and_most_of_what_could_be() -> None:
    cases = read_cases()
    right = sum(len(case.wanted & case.found) for case in cases)
    found, wanted = (sum(len(getattr(case, name)) for case in cases) for name in ("found", "wanted"))
    wrong = [f"{case.name}: {case.supplied}" for case in cases if case.found - case.wanted]
    assert len(cases) >= 310
    assert right >= 0.98 * found, wrong
    assert right >= 0.92 * wanted


def test_most_sentences_of_the_marked_set_need_nothing() -> None:
    bare = [case for case in read_cases() if not case.wanted]
    assert len(bare) >= 200
    assert not [case.supplied for case in bare if case.found]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join), st.data())
def test_whatever_stands_in_brackets_is_words_of_the_article_or_a_date(
    text: str, data: st.DataObject
) -> None:
    article = make_article(text, published="2031-10-07")
    start = data.draw(st.integers(0, len(text) - 1))
    shown = Span(start, data.draw(st.integers(start + 1, len(text))))
    repairs = find_repairs(article, shown)
    assert list(repairs) == sorted(repairs, key=lambda repair: repair.explained)
    for repair in repairs:
        assert shown.start <= repair.explained.start < repair.explained.end <= shown.end
        if repair.span:
            said = " ".join(article.words(repair.span).split())
            assert repair.words.removesuffix("’s") == said
            assert repair.span.end <= shown.start


@pytest.mark.parametrize("language", ["de", "ru"])
def test_nothing_is_supplied_in_a_language_that_is_not_known(language: str) -> None:
    article = make_article(
        "Premier Ossian Dahl kam. He said it on Monday.", language=language, published="2031-10-07"
    )
    assert find_repairs(article, Span(25, len(article.text))) == ()


def test_a_repair_says_where_the_article_has_its_words() -> None:
    article: Article = make_article("Premier Ossian Dahl spoke.", "He left.", published="2031-10-07")
    (repair,) = find_repairs(article, Span(28, 36))
    assert repair.span is not None
    assert article.words(repair.span) == repair.words == "Premier Ossian Dahl"
