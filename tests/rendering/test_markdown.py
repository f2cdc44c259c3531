"""The brief as CommonMark."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.model import Piece, QuoteKind, Span
from briefer.rendering.markdown import escape, render_markdown
from tests.rendering.making import HOSTILE, load_brief, make_brief, make_hostile_brief

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _shape(tokens: list[Token]) -> list[str]:
    """What the reader makes of a text, its words left out; runs of text are one."""
    kinds: list[str] = []
    for token in tokens:
        for part in token.children or [token]:
            kind = "text" if part.type in ("text", "text_special") else part.type
            if kind != "text" or kinds[-1:] != ["text"]:
                kinds.append(kind)
    return kinds


def _words(text: str) -> str:
    """The text of a paragraph as a reader sees it; fails if it is anything but one plain paragraph."""
    tokens = _READER.parse(text)
    assert _shape(tokens) == ["paragraph_open", "text", "paragraph_close"]
    return "".join(part.content for part in tokens[1].children or ())


@pytest.mark.parametrize("name", ["small", "analyst"])
def test_the_file_is_as_it_was_looked_at(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(render_markdown(load_brief(name)), extension=".md")


def test_escaped_text_is_read_back_as_it_was() -> None:
    for text in HOSTILE:
        assert _words(escape(text)) == " ".join(text.split())


@given(st.text(min_size=1))
@example("1. one")
@example("- - -")
@example("+ a")
@example("===")
@example("a\n===")
@example("&amp; &#x41;")
@example("\\")
@example("https://evil.example/ and HTTP://x and www.evil.example")
@example("[a]: /url")
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    shown = escape(text)
    if shown.strip("\u00a0\u2007\u202f"):
        # The reader replaces lone surrogates and trims every white space at both ends.
        assert "\n" not in shown
        assert _words("x" + shown)[1:].strip() == _words(shown).strip()
        assert _words(shown).split() == _plain(text).split()


def _plain(text: str) -> str:
    return "".join(" " if ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 else letter for letter in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_words(text: str) -> None:
    plain, hostile = (
        _shape(_READER.parse(render_markdown(make_hostile_brief(words)))) for words in ("plain words", text)
    )
    assert hostile == plain
    assert "html_inline" not in hostile
    assert "link_open" not in hostile


def test_a_source_that_imitates_our_marks_has_none_of_our_italics() -> None:
    imitation = "Ships sank. [1 ¶2] *[3 ¶4, trimmed]* Reworded (analyst): […] they sail."
    section = {"title": "Ships", "found": [2, 1], "summary": [("1 ¶2", imitation), ("1 ¶3", "They sail.")]}
    brief = make_brief({"title": "Ships", "source": [{}], "section": [section]})
    verbatim = [replace(quote, kind=QuoteKind.VERBATIM) for quote in brief.sections[0].summary]
    brief = replace(brief, sections=(replace(brief.sections[0], summary=tuple(verbatim)),))
    tokens = [part for token in _READER.parse(render_markdown(brief)) for part in token.children or ()]
    opened = [place for place, token in enumerate(tokens) if token.type == "em_open"]
    italics = ["".join(token.content for token in _until_close(tokens[place + 1 :])) for place in opened]
    assert italics == ["[1\u00a0¶2]", "[1\u00a0¶3]"]
    assert imitation in "".join(token.content for token in tokens)


def test_what_is_quoted_is_bold_in_the_annex_whatever_stands_beside_it() -> None:
    brief = load_brief("analyst")
    paragraph = brief.annex[1]
    for pieces in (
        [("漢字", None), ("「漢」と。", 5), ("漢字", None)],
        [("He said, ", None), ("“no”.", 5), (" ", None), ("[Later] yes", 4), (", he said.", None)],
        [("漢。", 5), ("「字。", 4), ("Why", None)],
    ):
        marked = replace(paragraph, pieces=tuple(Piece(text, Span(0, 1), quote) for text, quote in pieces))
        shown = render_markdown(replace(brief, annex=(marked,))).split("## Evidence annex")[1]
        tokens = [part for token in _READER.parse(shown) for part in token.children or ()]
        opened = [place for place, token in enumerate(tokens) if token.type == "strong_open"]
        bold = ["".join(part.content for part in _until_close(tokens[place + 1 :])) for place in opened]
        assert bold == ["bold", *(text for text, quote in pieces if quote)]
        assert "*" not in "".join(token.content for token in tokens)


def _until_close(tokens: list[Token]) -> Iterator[Token]:
    return takewhile(lambda token: not token.type.endswith("_close"), tokens)


def test_every_quote_stands_in_a_block_quote_word_for_word() -> None:
    for name in ("small", "scripts"):
        brief = load_brief(name)
        depth, quoted = 0, ""
        for token in _READER.parse(render_markdown(brief)):
            depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
            if depth and token.type == "inline":
                quoted += "".join(part.content for part in token.children or ()) + "\n"
        for quote in brief.quotes():
            assert f"{quote.text} [{quote.citation.source}\u00a0¶{quote.citation.paragraph}" in quoted


def test_the_list_of_sources_counts_as_the_citations_do() -> None:
    tokens = _READER.parse(render_markdown(load_brief("small")))
    numbers = [token.info for token in tokens if token.type == "list_item_open" and token.info]
    assert numbers == ["1", "2", "3", "1", "2", "3", "4", "5"]
