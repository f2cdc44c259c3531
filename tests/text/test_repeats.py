import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.text.repeats import SKETCH_SIZE, DuplicateFinder, read_body
from tests.making import make_article

WORDS = (
    "harbour drone minister treaty rain bridge valley speech budget convoy choir pipeline border vote".split()
)
NOTICE = "All rights reserved by the owners of this page, who ask you kindly not to copy what stands on it."


def words(seed: int, count: int) -> str:
    draw = random.Random(seed)  # noqa: S311 - a fixed shuffle, not a secret
    return " ".join(draw.choice(WORDS) + str(draw.randrange(50)) for _ in range(count))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 400), st.integers(1, 60))
def test_the_same_words_in_other_paragraphs_and_punctuation_are_a_repetition(
    seed: int, count: int, width: int
) -> None:
    text = words(seed, count).split()
    wrapped = [" ".join(text[at : at + width]).upper() + "!" for at in range(0, len(text), width)]
    finder = DuplicateFinder()
    assert finder.find_original(make_article(" ".join(text), name="a.txt")) is None
    assert finder.find_original(make_article(*wrapped, name="b.txt")) == Path("a.txt")


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(300, 600), st.integers(0, 250))
def test_a_reprint_in_which_a_word_is_changed_is_found_by_its_sketch(
    seed: int, count: int, place: int
) -> None:
    text = words(seed, count).split()
    changed = [*text[:place], "another", *text[place + 1 :]]
    one, other = (read_body(make_article(" ".join(part))) for part in (text, changed))
    assert len(one.sketch) == SKETCH_SIZE
    assert other.repeats(one)
    finder = DuplicateFinder()
    assert finder.find_original(make_article(" ".join(text), name="a.txt")) is None
    assert finder.find_original(make_article(" ".join(changed), name="b.txt")) == Path("a.txt")


def test_articles_that_share_a_notice_are_told_apart_however_many_there_are() -> None:
    finder = DuplicateFinder()
    for number in range(100):
        article = make_article(words(number, 120), NOTICE, name=f"{number}.txt")
        assert finder.find_original(article) is None
    reprint = make_article(words(99, 120), NOTICE, name="reprint.txt")
    assert finder.find_original(reprint) == Path("99.txt")


def test_an_update_and_an_excerpt_are_no_repetitions() -> None:
    text = words(1, 300)
    finder = DuplicateFinder()
    assert finder.find_original(make_article(text)) is None
    assert finder.find_original(make_article(text, words(2, 20))) is None
    assert finder.find_original(make_article(" ".join(text.split()[:200]))) is None
