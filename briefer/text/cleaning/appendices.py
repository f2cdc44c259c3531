"""What stands behind or beside an article and is set like its text: tables, notes, offers to subscribe."""

from collections.abc import Sequence

from briefer.model import LineKind
from briefer.text.cleaning import shapes
from briefer.text.cleaning.blocks import Block

_BODY_SHARE = 0.5
"""Notes and offers stand in the second half of a file, counted in characters."""
_RELEASE_SHARE = 0.3
"""A press release may have longer notes than text."""
_LONGEST_CELLS = 12
_MOST_ROWS = 40
_LONGEST_OFFER = 25
"""A longer paragraph is the article going on behind the paywall."""


def find_appendices(blocks: Sequence[Block]) -> dict[int, LineKind]:
    """Rows under the title of a table, notes under their heading, and offers where a paywall cuts off.

    And all that a press release has below its end: notes to editors, whom to call, who the issuer is.
    """
    found: dict[int, LineKind] = {}
    total = sum(len(block.text) for block in blocks)
    before = 0
    for index, block in enumerate(blocks):
        before += len(block.text)
        if shapes.is_exhibit(block.text):
            found |= _rows(blocks, index + 1)
        if before >= _RELEASE_SHARE * total and shapes.is_release_end(block.text):
            found |= dict.fromkeys(range(index, len(blocks)), LineKind.NOTICE)
        if before < _BODY_SHARE * total:
            continue
        if shapes.is_about_heading(block.text):
            found |= _authors(blocks, index)
        elif shapes.is_notes_heading(block.text):
            found |= _notes(blocks, index)
        elif shapes.is_paywall(block.text):
            found |= _offers(blocks, index)
    return found


def _rows(blocks: Sequence[Block], start: int) -> dict[int, LineKind]:
    """Short lines that close no sentence, down to the next paragraph; a lone one is a heading."""
    rows: list[int] = []
    for index in range(start, min(len(blocks), start + _MOST_ROWS)):
        text = blocks[index].text
        if shapes.ends_sentence(text) or shapes.word_count(text) > _LONGEST_CELLS:
            break
        rows.append(index)
    numbered = [index for index in rows if any(character.isdigit() for character in blocks[index].text)]
    last = max(numbered, default=-1)
    return {index: LineKind.CAPTION for index in rows if index <= last}


def _notes(blocks: Sequence[Block], heading: int) -> dict[int, LineKind]:
    """The heading and all numbered lines below it, as long as they follow each other."""
    found = {heading: LineKind.NOTICE}
    for index in range(heading + 1, len(blocks)):
        if not blocks[index].text.lstrip("[(¹²³^ ")[:1].isdigit():
            break
        found[index] = LineKind.NOTICE
    return found if len(found) > 1 else {}


def _authors(blocks: Sequence[Block], heading: int) -> dict[int, LineKind]:
    """The heading and the biographies below it, of which the first leaves no doubt."""
    found = {heading: LineKind.BIO}
    for index in range(heading + 1, len(blocks)):
        text = blocks[index].text
        is_more = len(found) > 1 and shapes.ends_sentence(text) and shapes.tells_of_someone(text)
        if shapes.is_disclaimer(text) or shapes.is_notice(text) or not (shapes.is_biography(text) or is_more):
            break
        found[index] = LineKind.BIO
    return found


def _offers(blocks: Sequence[Block], paywall: int) -> dict[int, LineKind]:
    """All that follows the line of a paywall, unless the article goes on."""
    rest = range(paywall, len(blocks))
    goes_on = any(
        shapes.word_count(blocks[index].text) > _LONGEST_OFFER and shapes.ends_sentence(blocks[index].text)
        for index in rest
    )
    return {} if goes_on else dict.fromkeys(rest, LineKind.NOTICE)
