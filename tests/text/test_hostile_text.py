"""Text made to take time: what is read in one second may be ten times as long in ten, not in a hundred."""

import time

import pytest

from briefer.text.cleaning import clean_dump
from briefer.text.dates import is_dated_line
from briefer.text.excerpts import find_excerpt
from briefer.text.interviews import find_interview
from briefer.text.openings import find_dependence
from briefer.text.passages import split_passages
from briefer.text.provenance import find_provenance
from briefer.text.revisions import find_revision, overtakes, read_account
from briefer.text.sentences import find_sentences, split_sentences
from briefer.text.similarity import find_gist
from briefer.text.telling import find_tellings
from tests.making import make_article

UNITS = (
    "al-",
    "| ",
    "... ",
    "...",
    "。",
    "A",
    "A ",
    "Aa, ",
    "Aa and ",
    "By Aa ",
    "“a ",
    "(a ",
    "he said ",
    "  ",
    "© 2015 ",
    "the ",
    "It is ",
    "In ",
    "a-",
    "A. ",
    "said he, ",
    "1 ",
    "5 killed ",
    "up from 5 to 6 ",
    "not $5 but $6 ",
    "in Aa, ",
    "which ",
    "1 May 2015 ",
    "a; ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_no_line_of_one_shape_takes_long(unit: str) -> None:
    line = f"Aa {unit * (20_000 // len(unit))} X."
    start = time.process_time()
    find_provenance(clean_dump(f"Headline\n\n{line}\n\nThe army bought a missile on Monday.\n\n{line}"))
    assert len(find_sentences(line)) >= 1
    find_dependence(line)
    find_gist(line)
    find_tellings(line)
    find_revision(line, f"{line} 2", kinship=0.9)
    overtakes(read_account(line, line), read_account(f"{line} 2", line), days=1)
    is_dated_line(line)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("unit", ["a?\n\nb.\n\n", "a?\n\n", "A: b?\n\nB: c.\n\n"])
def test_no_row_of_questions_takes_long(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    find_interview(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "unit",
    [
        "Ossian Dahl said Brask. ",
        "He said she said. ",
        "Aa met Bb. He left. ",
        "on Monday ",
        "The minister said he. ",
        "(AB) AB ",
        "Aa, the ",
    ],
)
def test_no_paragraph_of_one_shape_is_long_in_repair(unit: str) -> None:
    article = make_article(unit * (16_000 // len(unit)) + "X.", published="2031-10-07")
    start = time.process_time()
    for passage in split_passages(split_sentences(article)):
        find_excerpt(article, passage)
    assert time.process_time() - start < 4
