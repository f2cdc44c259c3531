"""Step 2 of the pipe: where sentences begin and end.

A full stop, question or exclamation mark is a candidate; small rules, each about one way of writing,
decide whether it ends a sentence. In doubt two sentences stay together: half a sentence cannot be quoted.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.model import Article, Sentence, Span
from briefer.text.abbreviations import (
    ABBREVIATIONS,
    EXCLAIMED_NAMES,
    HOUR_COMPANIONS,
    LABELLED,
    ORDINAL_COMPANIONS,
    SPEECH_VERBS,
    STARTERS,
    Kind,
)

_OMISSION = r"(?:…|\.{2,}+|[\[(](?:…|\.{2,}+)[\])])"
_FOOTNOTE = r"[¹²³⁰⁴-⁹]|\[\d{1,3}\]"
_EMOJI = r"\s?[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d]?"

# Full-width marks need no white space after them, and always end a sentence.
_CANDIDATE = re.compile(
    rf"""
    (?P<mark>
        (?: (?<![.!?…؟۔।])[.!?…؟۔।]++ | (?<=[\u0370-\u03ff]); )
        (?:\s{{0,2}}{_OMISSION}){{0,3}}+ (?:\s\.(?=\s))*
    )
    (?P<closers> (?: ["”’')\]}}] | \s?[»›](?!\w) | [“‘«](?=[\s,;]) | {_FOOTNOTE} | {_EMOJI} )* )
    (?: (?P<gap>\s+)(?=\S) | (?=["“(\[]?[^\W\d_a-z]) )
    |
    (?P<wide> (?<![。！？｡])[。！？｡]++ [」』”’）》)\]"]* ) (?!\s*[，、,]) \s* (?=\S)
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"[\s\"“”„‘'«»‹(\[{`¿¡–—•…©*.-]{0,12}(?P<word>[$€£¥@#+~]?[^\W_][\w.-]{0,40})?")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,3}")
_LABEL_AFTER = re.compile(r"[$\d].*|[IVXL]{2,}|[B-HJ-Z]")
_LIST_LABEL = re.compile(r"\d{1,2}|[^\W\d_]|[IVX]{1,4}")
_SPEAKER = re.compile(
    r"\W{0,3}(?:(?:[A-Z]|[ae]l-)[\w.’'-]*\s){1,5}(?P<verb>[a-z]+)\b(?!\s(?:that|he|she|it|they)\b)"
)
_BLOCK_BREAK = re.compile(r"\n[^\S\n]*(?:\n|(?=[•‣▪*–—-]\s|\d{1,3}[.)]\s))")
_OPENERS = "\"“„‘'«»‹([{`¿¡–—"
_QUOTE_CLOSERS = "\"”’'»›“‘«"
_TOKEN_REACH = 32


class _Before(NamedTuple):
    """What stands before a mark: the word it is attached to ("" if none), and the word before that."""

    word: str
    previous: str
    opens_sentence: bool


class _After(NamedTuple):
    """What stands after a full stop: the next `word`, the character before it, and a few behind it."""

    word: str
    lead: str
    tail: str


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in reading order; none crosses a paragraph.

    Every character of a paragraph that is not white space lies in exactly one of them.
    """
    sentences: list[Sentence] = []
    for paragraph in article.paragraphs:
        offset = paragraph.span.start
        for span in find_sentences(article.words(paragraph.span)):
            placed = Span(offset + span.start, offset + span.end)
            sentences.append(Sentence(article.id, len(sentences), paragraph.number, placed))
    return tuple(sentences)


def find_sentences(text: str) -> tuple[Span, ...]:
    """Where the sentences of a text stand: in order, disjoint, trimmed of white space.

    A blank line or a new list item ends a sentence; any other line break is white space.
    """
    spans = []
    for start, end in _iter_blocks(text):
        for cut, following in _iter_ends(text, start, end):
            spans.append(Span(start, cut))
            start = following
        spans.append(Span(start, end))
    return tuple(spans)


def _iter_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of text that no sentence leaves, trimmed of white space; none is empty."""
    edges = [edge for match in _BLOCK_BREAK.finditer(text) for edge in match.span()]
    for start, end in zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True):
        block = text[start:end].rstrip()
        bare = block.lstrip()
        if bare:
            yield start + len(block) - len(bare), start + len(block)


def _iter_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The end of each sentence but the last, and where the one after it begins."""
    opens = _find_word(text, start, end)
    for match in _CANDIDATE.finditer(text, start, end):
        if match.start() < opens or not _ends_sentence(text, match, opens, end):
            continue
        yield match.end("wide") if match["wide"] else match.end("closers"), match.end()
        opens = _find_word(text, match.end(), end)


def _find_word(text: str, start: int, end: int) -> int:
    """Where the first word begins, or `end`: what has no word is no sentence."""
    match = _WORD_CHARACTER.search(text, start, end)
    return match.start() if match else end


def _ends_sentence(text: str, match: re.Match[str], opens: int, end: int) -> bool:
    """Whether the mark of a candidate ends the sentence whose first word begins at `opens`."""
    opening = _OPENING.match(text, match.end(), end)
    after = opening["word"] if opening else None
    if opening is None or not after or not _may_open(after):
        return False
    mark, closers, gap = match.group("mark", "closers", "gap")
    if mark is None:
        return True
    before = _look_back(text, match.start(), opens)
    quoted = any(closer in _QUOTE_CLOSERS for closer in closers)
    if gap is None:
        return _unspaced_ends(before, after, quoted=quoted)
    if mark[0] in "!?؟;":
        return _call_ends(text, match, before, after, quoted=quoted)
    if mark != ".." and (len(mark) > 1 or mark == "…"):
        return _omission_ends(mark, before, after)
    if quoted:
        return _quotation_ends(before, after)
    tail = text[opening.end() : opening.end() + 5]
    return _stop_ends(before, _After(after, text[match.end()], tail))


def _look_back(text: str, mark_start: int, opens: int) -> _Before:
    reach = max(opens, mark_start - _TOKEN_REACH)
    window = text[reach:mark_start]
    words = window.split()
    if not words or window[-1].isspace():
        return _Before("", words[-1] if words else "", opens_sentence=False)
    word = words[-1]
    opens_sentence = mark_start - len(word) == opens
    return _Before(word.lstrip(_OPENERS), words[-2] if len(words) > 1 else "", opens_sentence)


def _may_open(after: str) -> bool:
    """A sentence opens with a capital, a digit, an uncased letter, or a name such as iPhone or al-Rawi."""
    return not after[0].islower() or any(letter.isupper() for letter in after)


def _unspaced_ends(before: _Before, after: str, *, quoted: bool) -> bool:
    """Scraped text loses white space: "signed it.The army"; "Node.js" and "U.S." must survive."""
    if quoted:
        return True
    return after in STARTERS and len(before.word) > 1 and before.word[-2:].islower()


def _call_ends(text: str, match: re.Match[str], before: _Before, after: str, *, quoted: bool) -> bool:
    """A question or exclamation mark ends its sentence, unless a speaker follows or it is part of a name."""
    if before.word in EXCLAIMED_NAMES and not quoted:
        return after in STARTERS
    if text[match.start() - 1] in "([":
        return False
    speaker = _SPEAKER.match(text, match.end("closers")) if quoted and after not in STARTERS else None
    return speaker is None or speaker["verb"] not in SPEECH_VERBS


def _omission_ends(mark: str, before: _Before, after: str) -> bool:
    """Dots that stand alone mark missing words; dots on a word, or after a full stop, end the sentence."""
    if mark[0] in ".!?" and mark[1:2].isspace():
        return True
    return after != "I" and (bool(before.word) or after in STARTERS)


def _quotation_ends(before: _Before, after: str) -> bool:
    """A full stop inside closing quotation marks ends the sentence, but for a title or an initial."""
    if len(before.word) == 1 and before.word.isalpha():
        return after in STARTERS
    return ABBREVIATIONS.get(before.word) is not Kind.TITLE


def _stop_ends(before: _Before, after: _After) -> bool:
    """Whether a single full stop ends the sentence."""
    if before.opens_sentence and _LIST_LABEL.fullmatch(before.word):
        return False
    kind = _find_kind(before.word)
    if kind is None:
        return _plain_word_ends(before, after)
    if kind is Kind.TITLE:
        return False
    if kind is Kind.NUMBERED:
        return not _LABEL_AFTER.fullmatch(after.word)
    if kind is Kind.HOUR:
        return not (_continues_hour(after.word) or after.tail == " time")
    if kind is Kind.STATE and before.previous.endswith(","):
        return after.lead not in "(-–—"
    return _opens_anew(after)


def _opens_anew(after: _After) -> bool:
    """Whether the next word opens a sentence even after an abbreviation; a dash follows a dateline."""
    return after.word in STARTERS and after.lead not in "-–—"


def _continues_hour(word: str) -> bool:
    return word.rstrip(".") in HOUR_COMPANIONS or word[0].isdigit()


def _find_kind(word: str) -> Kind | None:
    kind = ABBREVIATIONS.get(word)
    if kind is None and "-" in word:
        kind = ABBREVIATIONS.get(word.rsplit("-", 1)[-1])
    if kind is None and word.isupper():
        kind = ABBREVIATIONS.get(word.capitalize())
    return kind


def _plain_word_ends(before: _Before, after: _After) -> bool:
    word = before.word.rsplit("-", 1)[-1]
    if len(word) == 1 and word.isalpha():
        return _letter_ends(word, before.previous, after.word)
    if word.isdigit():
        return len(word) > 2 or after.word.rstrip(".") not in ORDINAL_COMPANIONS
    if "." in word and not word.islower() and _DOTTED.fullmatch(word):
        return _opens_anew(after)
    return True


def _letter_ends(letter: str, previous: str, after: str) -> bool:
    """An initial ("George W. Bush") does not end a sentence; a label ("Plan B") or a unit ("5 m") does."""
    if letter.islower():
        return not after[0].isdigit()
    if not letter.isupper():
        return False
    return after in STARTERS or previous.lower() in LABELLED
