"""Text made to take time: what is read in one second may be ten times as long in ten, not in a hundred."""

import time

import pytest

from briefer.text.cleaning import clean_dump
from briefer.text.openings import find_dependence
from briefer.text.provenance import find_provenance
from briefer.text.sentences import find_sentences
from briefer.text.similarity import find_gist

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
)


@pytest.mark.parametrize("unit", UNITS)
def test_no_line_of_one_shape_takes_long(unit: str) -> None:
    line = f"Aa {unit * (20_000 // len(unit))} X."
    start = time.process_time()
    find_provenance(clean_dump(f"Headline\n\n{line}\n\nThe army bought a missile on Monday.\n\n{line}"))
    assert len(find_sentences(line)) >= 1
    find_dependence(line)
    find_gist(line)
    assert time.process_time() - start < 2
