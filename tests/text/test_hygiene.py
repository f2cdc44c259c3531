import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.hygiene import clean_line, clean_text, escape_hidden

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b[]2J;\x07\x00\r\n\u202e\u2066\u200b\u200d\u200c\ufeff\x9b\u0301\u2028\xa0\ud800"
        ),
    )
)
FORBIDDEN = {*"\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u00ad"}


@given(ANYTHING)
def test_nothing_that_hides_or_controls_is_left(raw: str) -> None:
    text = clean_text(raw)
    assert not FORBIDDEN & set(text)
    assert all(unicodedata.category(character) not in ("Cc", "Cs") or character == "\n" for character in text)


@given(ANYTHING)
def test_line_numbers_stay_those_of_the_raw_file(raw: str) -> None:
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert clean_text(raw).count("\n") == lines


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean_text(clean_text(raw)) == clean_text(raw)


@given(ANYTHING, st.integers(min_value=2, max_value=50))
def test_a_clean_line_is_one_line_of_limited_length(raw: str, limit: int) -> None:
    line = clean_line(raw, limit=limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("a\x1b]52;c;cGF5bG9hZA==\x07b", "ab"),
        ("a\x1b]0;title\nb", "a0;title\nb"),
        ("7\xa0October\u202f2015", "7 October 2015"),
        ("one\u2028two\x0bthree", "one two three"),
        ("so\u00adft hy\u200bphen", "soft hyphen"),
        ("\ufeffstart", "start"),
        ("e\u0301", "é"),
        ("nul\x00l", "null"),
        ("lone \ud800", "lone \ufffd"),
        ("z" + "\u0301" * 40, "ź" + "\u0301" * 4),
    ],
)
def test_what_becomes_of(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_joiners_stay_where_the_script_spells_with_them() -> None:
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_text("क\u094d\u200dष") == "क\u094d\u200dष"
    assert clean_text("a\u200cb\u200dc") == "abc"


@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\x9b\u202e\ud800\n"))))
def test_escaped_json_hides_nothing_and_means_the_same(text: str) -> None:
    document = escape_hidden(json.dumps({"text": text}, ensure_ascii=False, indent=2))
    assert document.replace("\n", "").isprintable()
    assert json.loads(document) == {"text": text}
