"""Which blocks are body text, and what the others are.

Evidence is weighed in this order: words that only page furniture uses, the chance that the line scorer
gives, repetition, then the place of a block: above the body, inside it or below.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby

from briefer.model import LineKind
from briefer.text.bylines import byline_names, is_bare_byline_label, is_signature, line_names
from briefer.text.cleaning import shapes
from briefer.text.cleaning.appendices import find_appendices
from briefer.text.cleaning.blocks import Block
from briefer.text.cleaning.headings import asks, find_heading, find_subheads, is_full_paragraph, is_prose
from briefer.text.cleaning.people import find_people
from briefer.text.cleaning.repetition import Words, find_contained, find_cut_off, find_repeated, words_of
from briefer.text.dates import is_date_stamp, is_dated_line, read_stamps

BODY_CHANCE = 0.3
"""From this chance on a block is body text: losing body is worse than keeping a line of furniture."""
_SURE_CHANCE = 0.9
_RESCUE_CHANCE = 0.1
_RESCUE_WORDS = 16
_RESCUE_SHARED = 0.2
"""Share of its longer words that a paragraph must have in common with the body to be rescued."""
_LEAD_WORDS = 25
"""A full sentence of so many words right above the body is its lead, whatever buttons stand above."""
_LEAD_SHARED = 0.1
"""A lead has fewer words in common with the rest: it is the first to say most of them."""
_LONGEST_DECK = 40
_DECK_REACH = 4
"""The byline or date that a deck stands above is among so many blocks, captions left out."""
_STEM = 5
_LONG_WORD = re.compile(r"\w{5,}")
_SCRIPT_SAMPLE = 200
_LIST_ITEM = re.compile(r"^(?:[•·▪◦‣*–—-]\s|\d{1,2}[.)]\s)")
_CREDITED_AGENCY = re.compile(
    r"(?:,\s*|/\s?)(?:the )?(?:associated press|ap|reuters|afp|epa|getty images|tass|bloomberg(?: news)?)$",
    re.IGNORECASE,
)

_Kinds = list[LineKind | None]


def classify_blocks(
    blocks: Sequence[Block], chances: Sequence[float], *, known: Mapping[int, LineKind] | None = None
) -> tuple[LineKind | None, ...]:
    """For each block the kind of furniture it is, or None for body text.

    `chances` are those of `score_blocks`; `known` holds the kinds that a reader found in the markup.
    """
    kinds: _Kinds = [
        (known or {}).get(index) or _kind_by_words(block.text, chance) or _kind_by_lines(block)
        for index, (block, chance) in enumerate(zip(blocks, chances, strict=True))
    ]
    _mark(kinds, _language_switches(blocks))
    _mark(kinds, _follow_ups(blocks, kinds))
    _mark(kinds, find_appendices(blocks))
    is_body = _choose_body(blocks, chances, kinds)
    words = [words_of(block) for block in blocks]
    contained = find_contained(words)
    for found in (
        _captions_again(kinds, contained),
        _repeats(blocks, kinds, words, is_body, contained),
        find_people(blocks, kinds, is_body),
    ):
        _mark(kinds, found)
        is_body = [body and index not in found for index, body in enumerate(is_body)]
    _mark(kinds, _dated_lines(blocks, kinds, is_body))
    deck = _deck_above_byline(blocks, kinds, is_body)
    _mark(kinds, deck)
    is_body = [body and index not in deck for index, body in enumerate(is_body)]
    _drop_loose_ends(blocks, is_body)
    heading = find_heading(blocks, kinds, is_body)
    _mark(kinds, heading)
    is_body = [body and index not in heading for index, body in enumerate(is_body)]
    subheads = find_subheads(blocks, is_body)
    _mark(kinds, subheads)
    is_body = [body and index not in subheads for index, body in enumerate(is_body)]
    _mark(kinds, _related(blocks, kinds, is_body))
    return tuple(None if body else kind or LineKind.NAV for body, kind in zip(is_body, kinds, strict=True))


def _mark(kinds: _Kinds, found: Mapping[int, LineKind]) -> None:
    for index, kind in found.items():
        kinds[index] = kind


def _kind_by_lines(block: Block) -> LineKind | None:
    return LineKind.NAV if len(block.lines) == 1 and shapes.is_menu_row(block.lines[0]) else None


def _kind_by_words(text: str, chance: float) -> LineKind | None:
    """The kind of a block whose own words leave no doubt."""
    is_sure_body = chance >= _SURE_CHANCE and shapes.word_count(text) > 25
    is_sentence = shapes.word_count(text) > 20 and shapes.ends_sentence(text)
    if is_date_stamp(text):
        return LineKind.DATE_STAMP
    if shapes.is_ornament(text) or shapes.is_control(text):
        return LineKind.NAV
    if shapes.is_disclaimer(text):
        return LineKind.DISCLAIMER
    if shapes.is_first_published(text) or (not is_sure_body and shapes.is_notice(text)):
        return LineKind.NOTICE
    for kind, holds in _SHAPES:
        if holds(text):
            return kind
    if not is_sentence and byline_names(text):
        return LineKind.BYLINE
    # A name beside the day may be the author's, which its neighbours tell.
    return LineKind.DATE_STAMP if is_dated_line(text) and not line_names(text) else None


def _is_credited_name(text: str) -> bool:
    """A photographer and an agency: "Jane Roe, Associated Press", "Jane Roe/Newswire"."""
    agency = _CREDITED_AGENCY.search(text[-40:])
    return bool(agency and line_names(text))


_SHAPES: tuple[tuple[LineKind, Callable[[str], bool]], ...] = (
    (LineKind.TAGS, shapes.is_tag_list),
    (LineKind.RELATED, shapes.is_related_heading),
    (LineKind.RELATED, shapes.is_related_line),
    (LineKind.BIO, shapes.is_about_heading),
    (LineKind.CAPTION, shapes.is_caption),
    (LineKind.NOTICE, shapes.is_source_line),
    (LineKind.CAPTION, _is_credited_name),
    (LineKind.BYLINE, shapes.is_wire_tail),
    (LineKind.BYLINE, is_bare_byline_label),
    (LineKind.BYLINE, is_signature),
)


def _language_switches(blocks: Sequence[Block]) -> dict[int, LineKind]:
    """Short lines in another script than the file's."""
    sample = blocks[:: max(1, len(blocks) // _SCRIPT_SAMPLE)]
    weights: Counter[str | None] = Counter()
    for block in sample:
        weights[shapes.script_of(block.text)] += len(block.text)
    del weights[None]
    if not weights:
        return {}
    main = weights.most_common(1)[0][0]
    return {
        index: LineKind.NAV
        for index, block in enumerate(blocks)
        if len(block.text) <= 60
        and shapes.script_of(block.text) not in (None, main)
        and shapes.word_count(block.text) <= 6
        and not shapes.ends_sentence(block.text)
    }


def _follow_ups(blocks: Sequence[Block], kinds: _Kinds) -> dict[int, LineKind]:
    """The names under a bare "By", and the tags under a bare "Tags:"."""
    found: dict[int, LineKind] = {}
    for index, block in enumerate(blocks[1:], start=1):
        if kinds[index] is not None:
            continue
        above = found.get(index - 1, kinds[index - 1])
        if is_bare_byline_label(blocks[index - 1].text) and line_names(block.text):
            found[index] = LineKind.BYLINE
        is_short = shapes.word_count(block.text) <= 4 and not shapes.ends_sentence(block.text)
        if above is LineKind.TAGS and is_short and not block.is_spaced:
            found[index] = LineKind.TAGS
    return found


def _choose_body(blocks: Sequence[Block], chances: Sequence[float], kinds: _Kinds) -> list[bool]:
    """Body by chance; where that leaves nothing, all prose without a kind."""
    seen = Counter(block.text.casefold() for block in blocks)
    is_body = [
        kind is None and chance >= BODY_CHANCE and (seen[block.text.casefold()] == 1 or is_prose(block.text))
        for block, kind, chance in zip(blocks, kinds, chances, strict=True)
    ]
    if not any(body and is_prose(block.text) for body, block in zip(is_body, blocks, strict=True)):
        is_body = [kind is None and is_prose(block.text) for kind, block in zip(kinds, blocks, strict=True)]
    _rescue_paragraphs(blocks, chances, kinds, is_body)
    _keep_announced_lists(blocks, kinds, is_body)
    _keep_whole_lists(blocks, kinds, is_body)
    _drop_loose_ends(blocks, is_body)
    return is_body


def _rescue_paragraphs(
    blocks: Sequence[Block], chances: Sequence[float], kinds: _Kinds, is_body: list[bool]
) -> None:
    """Full sentences among the body, or right beside it, that speak of the same.

    Teasers and buttons around them misled the scorer.
    """
    body = [index for index, flag in enumerate(is_body) if flag and is_prose(blocks[index].text)]
    if not body:
        return
    vocabulary = {stem for index in body for stem in _stems(blocks[index].text)}

    def shared_words(index: int) -> float:
        """The longer words of a full sentence that the body has too, as a share of the paragraph's own."""
        stems = _stems(blocks[index].text) if shapes.ends_sentence(blocks[index].text) else []
        return sum(stem in vocabulary for stem in stems) / max(1, len(stems))

    for index in range(body[0], min(len(blocks), body[-1] + 2)):
        if is_body[index] or kinds[index] is not None or chances[index] < _RESCUE_CHANCE:
            continue
        is_long = shapes.word_count(blocks[index].text) >= _RESCUE_WORDS
        is_body[index] = is_long and shared_words(index) >= _RESCUE_SHARED
    for index in range(body[0] - 1, -1, -1):
        if index + 1 == body[0] and kinds[index] is LineKind.NAV:
            continue  # an advertisement below the lead
        is_long = shapes.word_count(blocks[index].text) >= _LEAD_WORDS
        if not is_long or kinds[index] is not None or shared_words(index) < _LEAD_SHARED:
            break
        is_body[index] = True


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in _LONG_WORD.findall(text.casefold())]


def _keep_announced_lists(blocks: Sequence[Block], kinds: _Kinds, is_body: list[bool]) -> None:
    """All items of a list are body under a body line that ends with a colon."""
    is_announced = False
    for index, block in enumerate(blocks):
        is_item = bool(_LIST_ITEM.match(block.text)) and kinds[index] is None
        if is_item and is_announced:
            is_body[index] = True
        elif not is_item:
            is_announced = is_body[index] and block.text.endswith(":")


def _keep_whole_lists(blocks: Sequence[Block], kinds: _Kinds, is_body: list[bool]) -> None:
    """Items that are sentences are body where most of their list is."""
    items = [
        index
        for index, block in enumerate(blocks)
        if kinds[index] is None and _LIST_ITEM.match(block.text) and shapes.ends_sentence(block.text)
    ]
    # Neighbours differ from their place in the list by the same number.
    for _, group in groupby(enumerate(items), key=lambda pair: pair[1] - pair[0]):
        run = [index for _, index in group]
        if 2 * sum(is_body[index] for index in run) > len(run):
            for index in run:
                is_body[index] = True


def _drop_loose_ends(blocks: Sequence[Block], is_body: list[bool]) -> None:
    """Above the first full paragraph stand only headings, and short lines below the last are controls."""
    prose = [index for index, block in enumerate(blocks) if is_body[index] and is_prose(block.text)]
    full = (index for index in prose if is_full_paragraph(blocks[index].text))
    first, last = (next(full, prose[0]), prose[-1]) if prose else (len(blocks), -1)
    for index, block in enumerate(blocks):
        outside = index < first or (index > last and not _LIST_ITEM.match(block.text))
        is_body[index] = is_body[index] and not outside


def _dated_lines(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]) -> dict[int, LineKind]:
    return {
        index: LineKind.DATE_STAMP
        for index, (block, kind, body) in enumerate(zip(blocks, kinds, is_body, strict=True))
        if kind is None and not body and is_dated_line(block.text)
    }


def _deck_above_byline(
    blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]
) -> dict[int, LineKind]:
    """The first body block if the byline or the date of publication stands between it and the second."""
    body = [index for index, flag in enumerate(is_body) if flag][:2]
    # A headline may ask, and is told from a deck where headlines are.
    if len(body) < 2 or asks(blocks[body[0]].text) or shapes.word_count(blocks[body[0]].text) > _LONGEST_DECK:
        return {}
    between = [index for index in range(body[0] + 1, body[1]) if kinds[index] is not LineKind.CAPTION]
    for index in between[:_DECK_REACH]:
        is_byline = kinds[index] is LineKind.BYLINE and bool(byline_names(blocks[index].text))
        is_dated = (
            kinds[index] in (LineKind.BYLINE, LineKind.DATE_STAMP)
            and read_stamps(blocks[index].text).published is not None
        )
        if is_byline or is_dated:
            return {body[0]: LineKind.DECK}
    return {}


def _captions_again(kinds: _Kinds, contained: Mapping[int, int]) -> dict[int, LineKind]:
    return {index: LineKind.CAPTION for index, place in contained.items() if kinds[place] is LineKind.CAPTION}


def _repeats(
    blocks: Sequence[Block],
    kinds: _Kinds,
    words: Sequence[Words],
    is_body: Sequence[bool],
    contained: Mapping[int, int],
) -> dict[int, LineKind]:
    """Body blocks to leave out so that each paragraph stands once, and what they were."""
    body = {index for index, flag in enumerate(is_body) if flag}
    cut_off = {index: place for index, place in find_cut_off(words).items() if {index, place} <= body}
    places = {index: place for index, place in {**cut_off, **contained}.items() if place in body}
    first = min((index for index in body if is_prose(blocks[index].text)), default=0)
    found: dict[int, LineKind] = {}
    for index in _without_refrains(blocks, find_repeated(words, body, places)):
        is_quote = index in places and not (index in cut_off and shapes.word_count(blocks[index].text) > 40)
        above = LineKind.DECK if index <= first else LineKind.PULL_QUOTE
        found[index] = above if is_quote else LineKind.DUPLICATE
    # A line above the body that its first paragraphs repeat is the deck, whatever the scorer made of it.
    decks = {
        index
        for index, place in contained.items()
        if index < first and place in body and kinds[index] not in (LineKind.BYLINE, LineKind.DATE_STAMP)
    }
    return found | dict.fromkeys(sorted(decks - body), LineKind.DECK)


def _without_refrains(blocks: Sequence[Block], repeated: Collection[int]) -> list[int]:
    """`repeated` without questions that an interview puts to each of its guests."""
    return [
        index
        for index in sorted(repeated)
        if not blocks[index].text.endswith("?") or index - 1 in repeated or index + 1 in repeated
    ]


def _related(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]) -> dict[int, LineKind]:
    """Lines without a kind under a heading of related articles, down to the next paragraph."""
    found: dict[int, LineKind] = {}
    is_under = False
    for index, block in enumerate(blocks):
        if shapes.is_related_heading(block.text):
            is_under = True
        elif is_body[index]:
            is_under = False
        elif is_under and kinds[index] is None and shapes.word_count(block.text) > 2:
            found[index] = LineKind.RELATED
    return found
