import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.model import Article, Duplicate
from briefer.text.repeats import SKETCH_SIZE, part_duplicates, read_body
from tests.making import make_article

WORDS = (
    "harbour drone minister treaty rain bridge valley speech budget convoy choir pipeline border vote".split()
)
NOTICE = "All rights reserved by the owners of this page, who ask you kindly not to copy what stands on it."


def words(seed: int, count: int) -> str:
    draw = random.Random(seed)  # noqa: S311 - a fixed shuffle, not a secret
    return " ".join(draw.choice(WORDS) + str(draw.randrange(50)) for _ in range(count))


def find_repeats(*articles: Article) -> dict[str, str]:
    """The name of each article that is not kept, and of that which is kept for it."""
    kept, duplicates = part_duplicates(articles)
    assert len(kept) + len(duplicates) == len(articles)
    return {duplicate.path.name: duplicate.original.name for duplicate in duplicates}


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 400), st.integers(1, 60))
def test_the_same_words_in_other_paragraphs_and_punctuation_are_a_repetition(
    seed: int, count: int, width: int
) -> None:
    text = words(seed, count).split()
    wrapped = [" ".join(text[at : at + width]).upper() + "!" for at in range(0, len(text), width)]
    articles = make_article(" ".join(text), name="a.txt"), make_article(*wrapped, name="b.txt")
    assert find_repeats(*articles) == {"b.txt": "a.txt"}


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
    articles = make_article(" ".join(text), name="a.txt"), make_article(" ".join(changed), name="b.txt")
    assert find_repeats(*articles) == {"b.txt": "a.txt"}


def test_articles_that_share_a_notice_are_told_apart_however_many_there_are() -> None:
    articles = [make_article(words(number, 120), NOTICE, name=f"{number}.txt") for number in range(100)]
    assert find_repeats(*articles) == {}
    reprint = make_article(words(99, 120), NOTICE, name="reprint.txt")
    assert find_repeats(*articles, reprint) == {"reprint.txt": "99.txt"}


def test_an_update_is_no_repetition_and_what_it_holds_whole_is_an_excerpt_of_it() -> None:
    story, more = words(1, 300), words(2, 40)
    first, update = make_article(story, name="first.txt"), make_article(story, more, name="update.txt")
    assert find_repeats(first, update) == {"first.txt": "update.txt"}
    changed = make_article(" ".join(words(3, 30).split() + story.split()[30:]), more, name="changed.txt")
    assert find_repeats(first, changed) == {}


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 4), st.booleans())
def test_a_shortened_reprint_is_an_excerpt_whichever_comes_first(
    seed: int, count: int, is_first: bool
) -> None:
    paragraphs = [words(seed + number, 50) for number in range(6)]
    whole = make_article(*paragraphs, name="whole.txt")
    short = make_article("Another headline", *paragraphs[:count], name="short.txt")
    articles = (short, whole) if is_first else (whole, short)
    assert find_repeats(*articles) == {"short.txt": "whole.txt"}


def test_a_notice_that_stands_in_a_longer_article_is_no_excerpt_of_it() -> None:
    assert find_repeats(make_article(NOTICE, name="a.txt"), make_article(words(1, 200), NOTICE)) == {}


def test_of_reprints_the_one_of_the_earliest_known_day_is_kept() -> None:
    story = words(1, 100)
    days = {"a.txt": None, "b.txt": "2031-05-04", "c.txt": "2031-05-02", "d.txt": "2031-05-02"}
    articles = [make_article(story, name=name, published=day) for name, day in days.items()]
    assert find_repeats(*articles) == dict.fromkeys(["a.txt", "b.txt", "d.txt"], "c.txt")


def test_copies_in_several_folders_under_one_name_are_told_apart() -> None:
    story, other = words(1, 100), words(2, 100)
    kept, duplicates = part_duplicates(
        [
            make_article(story, name="a.txt"),
            make_article(other, name="a.txt"),
            make_article(story, name="a.txt"),
        ]
    )
    assert [article.text for article in kept] == [story, other]
    assert duplicates == (Duplicate(Path("a.txt"), Path("a.txt")),)
