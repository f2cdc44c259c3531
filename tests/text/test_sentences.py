"""Where sentences begin and end: several hundred cases written by hand, and what holds for any text.

In the case files one line is one paragraph, with ‖ where a sentence ends. Half of the cases were put
aside before the rules were tuned; the first run over that half scored F1 .990.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import Span
from briefer.text.sentences import find_sentences, split_sentences
from tests.growth import grows_in_step
from tests.making import make_article

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[list[str]]:
    """The sentences of each case of a file."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("‖") for line in lines if line and not line.startswith("# ")]


def join_case(parts: list[str]) -> tuple[str, set[int]]:
    """The paragraph of a case, and where all sentences but the last end."""
    text, ends = parts[0], set()
    for part in parts[1:]:
        ends.add(len(text.rstrip()))
        text += part[1:] if text.endswith(" ") and part.startswith(" ") else part
    return text, ends


def find_ends(text: str) -> set[int]:
    return {span.end for span in find_sentences(text)} - {len(text.rstrip())}


def measure(name: str) -> float:
    """F1 of the sentence ends inside paragraphs."""
    right = found = wanted = 0
    for text, ends in map(join_case, read_cases(name)):
        ours = find_ends(text)
        right, found, wanted = right + len(ours & ends), found + len(ours), wanted + len(ends)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize("name", ["sentences_tuned.txt", "sentences_held_back.txt"])
def test_sentence_ends_in_hard_cases_are_found(name: str) -> None:
    assert len(read_cases(name)) > 150
    assert measure(name) >= 0.99


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Tahir Vellani met Lt. Col. Anders Roe.",
        "“Who gave the order?” he asked.",
        "“Where is the money?” Senator Holt asked.",
        "Iraq ordered arms worth $4.2 billion in Oct. 2012.",
        "The U.S. Army said so at 5 p.m. Tuesday.",
        "Yahoo! News had it first.",
        "В 2013 г. Россия поставила вертолёты.",
    ],
)
def test_a_sentence_is_not_cut(text: str) -> None:
    assert find_sentences(text) == (Span(0, len(text)),)


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    text = "“It is over.” The crowd left. « C'est fini. » Tous sont partis."
    assert [text[span.start : span.end] for span in find_sentences(text)] == [
        "“It is over.”",
        "The crowd left.",
        "« C'est fini. »",
        "Tous sont partis.",
    ]


def test_a_line_break_is_white_space_but_a_blank_line_or_a_list_item_is_an_end() -> None:
    text = "Oil fell\nagain on Monday\n\nGold rose\n- Iraq buys\n- Russia sells"
    assert [text[span.start : span.end] for span in find_sentences(text)] == [
        "Oil fell\nagain on Monday",
        "Gold rose",
        "- Iraq buys",
        "- Russia sells",
    ]


def test_sentences_point_into_the_article_and_know_their_paragraph() -> None:
    article = make_article("Oil fell. Gold rose.", "The end.")
    sentences = split_sentences(article)
    assert [(s.position, s.paragraph, article.words(s.span)) for s in sentences] == [
        (0, 1, "Oil fell."),
        (1, 1, "Gold rose."),
        (2, 2, "The end."),
    ]
    assert {sentence.article_id for sentence in sentences} == {article.id}


fragments = st.sampled_from(
    """The Mr. U.S. a.m. No. 5 J. said 3.5 $4 ... … . ! ? " “ ” ‘ ’ « » ( ) [ ] [1] 。 ؟ — -
    al-Rawi iPhone Inc. St. г. Он 🎉 \n \n\n""".split(" ")
)
texts = st.one_of(st.text(), st.lists(st.one_of(fragments, st.just(" ")), max_size=40).map("".join))


@given(texts)
def test_sentences_cover_every_visible_character_once_and_in_order(text: str) -> None:
    spans = find_sentences(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    words = [text[span.start : span.end] for span in spans]
    assert all(word == word.strip() for word in words)
    assert "".join("".join(words).split()) == "".join(text.split())


@given(st.lists(texts.map(str.strip).filter(bool), min_size=1, max_size=4))
def test_no_sentence_crosses_a_paragraph(paragraphs: list[str]) -> None:
    article = make_article(*paragraphs)
    sentences = split_sentences(article)
    assert [sentence.position for sentence in sentences] == list(range(len(sentences)))
    for sentence in sentences:
        home = article.paragraphs[sentence.paragraph - 1].span
        assert home.start <= sentence.span.start < sentence.span.end <= home.end


@given(st.lists(st.sampled_from(["Oil fell.", "“Who paid?” he asked.", "Gen. Roe left at 5 p.m. Monday."])))
def test_sentences_that_are_joined_are_parted_again(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[span.start : span.end] for span in find_sentences(text)] == sentences


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "word ",
        '"',
        '." ',
        "(",
        "A. ",
        "\n",
        " ",
        "!” ”",
        "(!) ",
        "🎉",
        " 🎉.",
        "[...]",
        "...[...]",
        " . …",
        "U.S.",
        ".A",
        "?” A",
        "?” Ab ",
        "。",
        ".¹",
        ".[1]",
        "α;",
        "\n- ",
        "… ",
        "“a. ",
        "1. ",
        "a",
    ],
)
def test_cost_grows_with_the_length_of_hostile_text(unit: str) -> None:
    def split(length: int) -> None:
        find_sentences("A a " + unit * (length // len(unit)) + " The.")

    assert grows_in_step(split, (20_000, 200_000))
