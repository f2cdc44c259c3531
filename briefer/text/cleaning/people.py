"""Lines that name the author, and lines about the author."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from briefer.model import LineKind
from briefer.text.bylines import byline_names, line_names
from briefer.text.cleaning import shapes
from briefer.text.cleaning.blocks import Block
from briefer.text.mastheads import find_masthead, part_page_name

_WINDOW = 6
"""A line of names without "By" stands at most this many blocks above or below the body."""
_LABELLED_WINDOW = 12
_BESIDE = 2
_TOP = 8
"""A dump of the article alone begins with so few blocks above the body."""
_TAIL = 3
"""A biography is one of the last so many paragraphs, or one of the first two."""
_OPENING_NAME = re.compile(
    r"\W*(?:(?:Dr|Prof|Professor|Amb|Ambassador|Gen)\.?\s+)?((?:(?:[^\W\d_a-zа-яё]|al-|el-)[\w.’'-]*(?:\s+|,)){1,4})"
)

_LONGEST_DECK = 40
_PRONOUN = re.compile(r"(?:s?he|they|his|her|their)\b", re.IGNORECASE)

_Found = Mapping[int, LineKind]


def find_people(
    blocks: Sequence[Block], kinds: Sequence[LineKind | None], is_body: Sequence[bool]
) -> dict[int, LineKind]:
    """Blocks that are bylines or biographies and were not known to be; body paragraphs may be among them."""
    body = [index for index, flag in enumerate(is_body) if flag]
    if not body:
        return {}
    first, last = body[0], body[-1]
    site = {part.casefold() for part in part_page_name(blocks[0].text)}
    if find_masthead(blocks[0].text):
        site.add(blocks[0].text.casefold())
    name_lines = {
        index: tuple(name.casefold() for name in names)
        for index, block in enumerate(blocks)
        if kinds[index] is None and block.text.casefold() not in site and (names := line_names(block.text))
    }
    labelled = {
        name.casefold()
        for index in range(max(0, first - _LABELLED_WINDOW), min(len(blocks), last + _LABELLED_WINDOW))
        if kinds[index] is LineKind.BYLINE
        for name in byline_names(blocks[index].text) or line_names(blocks[index].text)
    }
    body_text = " ".join(blocks[index].text for index in body if index not in name_lines).casefold()
    ends = (
        *range(max(0, first - _WINDOW), first),
        *body[:2],
        *range(body[max(0, len(body) - _TAIL)], len(blocks)),
    )
    openings = {_opening_name(blocks[index].text) for index in ends if index not in name_lines}
    authors = labelled | _unlabelled(blocks, name_lines, first, last, openings)
    if not authors:
        unnamed = [index for index in body if index not in name_lines] or body
        authors = _by_place(blocks, kinds, name_lines, _below_deck(blocks, kinds, unnamed), body_text)
    found = {index: LineKind.BYLINE for index, names in name_lines.items() if authors.issuperset(names)}
    found |= _affiliations(
        blocks, is_body, {*found} | {i for i, kind in enumerate(kinds) if kind is LineKind.BYLINE}
    )
    for index in _biographies(blocks, [index for index in body if index not in found], authors, body_text):
        found[index] = LineKind.BIO
    found |= _biographies_outside(blocks, kinds, is_body, authors)
    return found | _biographies_going_on(blocks, kinds, found, body)


def _unlabelled(
    blocks: Sequence[Block],
    name_lines: Mapping[int, tuple[str, ...]],
    first: int,
    last: int,
    openings: set[str],
) -> set[str]:
    """Names on lines of their own that stand twice, open a biography, or have an affiliation below."""
    seen = Counter(name_lines.values())
    authors: set[str] = set()
    for index, names in name_lines.items():
        is_near = first - _LABELLED_WINDOW <= index <= last + _WINDOW
        has_affiliation = index + 1 < len(blocks) and shapes.is_affiliation(blocks[index + 1].text)
        is_repeated = seen[names] > 1 and not blocks[index].text.isupper()
        if is_near and (is_repeated or openings & set(names) or (index < first and has_affiliation)):
            authors.update(names)
    return authors


def _by_place(
    blocks: Sequence[Block],
    kinds: Sequence[LineKind | None],
    name_lines: Mapping[int, tuple[str, ...]],
    first: int,
    body_text: str,
) -> set[str]:
    """The names of the line nearest above the body, if the article does not speak of them.

    Far down a page such a line may be any label; there a date must stand beside it, and further from the
    body right below.
    """
    for index in range(first - 1, max(0, first - _LABELLED_WINDOW), -1):
        names = name_lines.get(index, ())
        if not names or blocks[index].text.isupper():
            continue
        beside = kinds[max(0, index - _BESIDE) : index + _BESIDE + 1]
        is_placed = kinds[index + 1] is LineKind.DATE_STAMP
        if first - index < _WINDOW:
            is_placed = index < _TOP or LineKind.DATE_STAMP in beside
        if is_placed and not any(word in body_text for name in names for word in name.split()[-1:]):
            return set(names)
    return set()


def _below_deck(blocks: Sequence[Block], kinds: Sequence[LineKind | None], body: Sequence[int]) -> int:
    """The first body block, or the second where the date of publication makes a deck of the first."""
    first, *others = body[:2]
    is_short = shapes.word_count(blocks[first].text) <= _LONGEST_DECK
    return others[0] if others and is_short and LineKind.DATE_STAMP in kinds[first : others[0]] else first


def _affiliations(
    blocks: Sequence[Block], is_body: Sequence[bool], bylines: Collection[int]
) -> dict[int, LineKind]:
    return {
        index + 1: LineKind.BIO
        for index in sorted(bylines)
        if index + 1 < len(blocks)
        and not is_body[index + 1]
        and not line_names(blocks[index + 1].text)
        and not byline_names(blocks[index + 1].text)
        and shapes.is_affiliation(blocks[index + 1].text)
    }


def _biographies(
    blocks: Sequence[Block], body: Sequence[int], authors: Collection[str], body_text: str
) -> list[int]:
    """Body paragraphs at either end that tell who the author is, with what follows of it."""
    found = [index for index in body[:2] if _is_of_author(blocks[index].text, authors)]
    held: list[int] = []
    for index in reversed(body[-_TAIL:] if len(body) > _TAIL else body[1:]):
        text = blocks[index].text
        if _is_of_author(text, authors) or (shapes.is_biography(text) and _is_new(text, body_text)):
            found += [index, *held]
            held = []
        elif shapes.continues_biography(text) or _PRONOUN.match(text):
            held.append(index)
        else:
            break
    return found


def _biographies_outside(
    blocks: Sequence[Block],
    kinds: Sequence[LineKind | None],
    is_body: Sequence[bool],
    authors: Collection[str],
) -> dict[int, LineKind]:
    """Lines that the scorer took out already: what kind of furniture they were."""
    found: dict[int, LineKind] = {}
    for index, block in enumerate(blocks):
        if is_body[index] or kinds[index] is not None:
            continue
        follows = found.get(index - 1) is LineKind.BIO or (index and kinds[index - 1] is LineKind.BIO)
        continues = follows and shapes.continues_biography(block.text)
        if shapes.is_biography(block.text) or _is_of_author(block.text, authors) or continues:
            found[index] = LineKind.BIO
    return found


def _biographies_going_on(
    blocks: Sequence[Block], kinds: Sequence[LineKind | None], found: _Found, body: Sequence[int]
) -> dict[int, LineKind]:
    """Last paragraphs that open with "He" or "Her" right below a biography."""
    going_on: dict[int, LineKind] = {}
    for index in body[-_TAIL:]:
        above = going_on.get(index - 1) or found.get(index - 1) or (kinds[index - 1] if index else None)
        if above is LineKind.BIO and _PRONOUN.match(blocks[index].text):
            going_on[index] = LineKind.BIO
    return going_on


def _is_of_author(text: str, authors: Collection[str]) -> bool:
    return shapes.is_biography(text) and (
        _opening_name(text) in authors or text.casefold().startswith(("the author", "the writer"))
    )


def _opening_name(text: str) -> str:
    """The run of capitalised words that a text opens with, lower case."""
    match = _OPENING_NAME.match(text)
    return match[1].strip(" ,").casefold() if match else ""


def _is_new(text: str, body_text: str) -> bool:
    """Whether the person is spoken of here only: a paragraph about someone in the story is no biography."""
    name = _opening_name(text).split()
    return bool(name) and body_text.count(name[-1]) == text.casefold().count(name[-1])
