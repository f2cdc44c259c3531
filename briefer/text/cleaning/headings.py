"""The headline above the body, the deck below it, and the headings between paragraphs."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from briefer.model import LineKind
from briefer.text.bylines import line_names
from briefer.text.cleaning import shapes
from briefer.text.cleaning.blocks import Block
from briefer.text.labels import is_label
from briefer.text.mastheads import find_masthead, find_own_name, has_founding_year, part_page_name

_WINDOW = 40
"""The headline stands at most so many blocks above the body."""
_OPENING = 12
"""A headline speaks of what so many first paragraphs speak of."""
_TOP = 3
"""The name of the page, with the headline in it, is among so many first blocks."""
_FAR = 15
"""Further above the body, distance counts no more."""
_LEAD = 2
"""It speaks most of what so many first paragraphs speak of."""
_BELOW_HEADLINES = (LineKind.BYLINE, LineKind.DATE_STAMP)
_IS_TRAIL = re.compile(r"[>»/|]\s.+[>»/|]\s|^\W*(?:home|start)\s*[>»/|]|<\w+ ", re.IGNORECASE)
"""The trail of sections above an article: "Home > World > Asia"; and remains of markup."""
_IS_SECTIONS = re.compile(
    r"\W*\w[\w&-]*(?: (?:& |and )?\w[\w&-]*)?(?:\s*[|/·•]\s*\w[\w&-]*(?: (?:& |and )?\w[\w&-]*)?)+\W*"
)
"""Sections side by side: "World | Middle East"."""
_SLUG = re.compile(r"[A-Z]{3,}(?:[/-][A-Z\d'.]+)+(?: \([A-Z\d ,.'&/-]+\))?")
"""What an agency files a story under: "RURITANIA-FLOODS/TOLL (UPDATE 2, ADDS QUOTES)"."""
_STEM = 5
_LEAST_SCORE = 0.6
_RIVAL_SCORE = 0.4
_RIVAL_GAP = 0.35
_DECK_GAP = 0.55
"""A headline may score so much less than a line below it; more where that is the next, its deck."""
_NEARBY = 3
_SIGNED_WITHIN = 6
"""Blocks below a headline among which its byline or date stands."""
_LONGEST_QUESTION = 18
_MOST_ASKED = 2
_DATELINE_ENDS = ("—", "–", "-")
_SUBHEAD_WORDS = 12
_MOST_SUBHEADS = 2
"""More short lines in a row are a list, which is body."""
_LONGEST_HEADING = 30
_SPEAKS_TO_READERS = re.compile(
    r"\W*(?:welcome to|back to|choose your|something went wrong|sorry|please|your|forwarded)\b", re.IGNORECASE
)
_QUOTED_HEADING = re.compile(r"(?:\"[^\".!?,]+\"|“[^”.!?,]+”|'[^\".!?,]+'|‘[^’.!?,]+’)")
"""Words of somebody that stand as a heading: speech would close with a stop."""
_INNER_END = re.compile(r"[.!?]\s")
_LONGER_WORD = re.compile(r"\w{4,}")
_BULLET = re.compile(r"^(?:[•·▪◦‣*–—-]\s|\d{1,2}[.)]\s|[a-zа-я]\)\s)")
_POINT = re.compile(r"^[•·▪◦‣*–—-]\s+[^\W_]")
_LEAST_TOLD, _MOST_POINTS = 2, 6
"""Longer words that a point has in common with the first paragraphs; points below a headline."""
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=[^\W\d_])")
_OPENING_QUOTES = ('"', "“", "«", "‘", "'", "„", "—", "–")

_Kinds = Sequence[LineKind | None]


def find_heading(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool]) -> dict[int, LineKind]:
    """The headline (also where it stands twice) and the deck, among blocks above the body without a kind."""
    first = next((index for index, flag in enumerate(is_body) if flag), len(blocks))
    if LineKind.TITLE in kinds[:first]:  # the markup says which it is
        return {}
    near = {*range(min(first, _TOP)), *range(max(0, first - _WINDOW), first)}
    if _opens_with_question(blocks, kinds, is_body, first):
        near.add(first)
    free = [index for index in sorted(near) if kinds[index] is None]
    opening = [block.text for block, flag in zip(blocks, is_body, strict=True) if flag][:_OPENING]
    scores = _score_titles(blocks, kinds, free, first, opening)
    best = max(free, key=lambda index: (scores[index], -index), default=None)
    if best is None or scores[best] < _LEAST_SCORE:
        return {}
    title = _first_of_group(blocks, free, scores, best)
    found = {title: LineKind.TITLE}
    headline = blocks[title].text.casefold()
    for index, block in enumerate(blocks):
        text = block.text.casefold()
        is_free = index != title and kinds[index] is None
        if is_free and (text == headline or (index < first and _names_page(text, headline))):
            found[index] = LineKind.DUPLICATE
    decks = [
        index for index in free if index > title and index not in found and _may_be_deck(blocks[index].text)
    ]
    # One deck: the line next to the headline. What follows is furniture of the page.
    found |= {index: LineKind.DECK for index in decks[:1] if index - title <= _NEARBY}
    points = [index for index in free if index > title and index not in found]
    return found | dict.fromkeys(_points(blocks, points, opening), LineKind.DECK)


def _may_be_deck(text: str) -> bool:
    return shapes.word_count(text) > 4 and not text.endswith(":")


def _points(blocks: Sequence[Block], free: Sequence[int], opening: Sequence[str]) -> list[int]:
    """The points in which agencies say what matters most; the entries of a menu say nothing of it."""
    vocabulary = {stem for text in opening for stem in _stems(text)}
    points = [index for index in free if _POINT.match(blocks[index].text)]
    told = [
        index
        for index in points
        if sum(stem in vocabulary for stem in _stems(blocks[index].text)) >= _LEAST_TOLD
    ]
    return points if len(points) <= _MOST_POINTS and 2 * len(told) > len(points) else []


def _opens_with_question(blocks: Sequence[Block], kinds: _Kinds, is_body: Sequence[bool], first: int) -> bool:
    """Whether the first body block is a headline that asks: a question above a byline, or the only one.

    Where an explainer asks more than once, its headline stands above.
    """
    if first + 1 >= len(blocks) or not asks(blocks[first].text):
        return False
    if kinds[first + 1] in _BELOW_HEADLINES:
        return True
    asked = sum(flag and asks(block.text) for block, flag in zip(blocks, is_body, strict=True))
    return is_body[first + 1] and (first == 0 or asked <= _MOST_ASKED)


def _score_titles(
    blocks: Sequence[Block], kinds: _Kinds, free: Sequence[int], first: int, opening: Sequence[str]
) -> dict[int, float]:
    vocabulary = {stem for text in opening for stem in _stems(text)}
    lead = {stem for text in opening[:_LEAD] for stem in _stems(text)}
    seen = Counter(block.text.casefold() for block in blocks)
    top = [block.text.casefold() for block in blocks[:_TOP]]
    rights = " ".join(block.text.casefold() for block in blocks if shapes.is_copyright(block.text))
    own_name = find_own_name(blocks[0].text, "\n".join(block.text for block in blocks[1:])) if free else None
    signed = [index for index in range(first) if kinds[index] in _BELOW_HEADLINES]
    return {
        index: _score_place(blocks, index, first, signed)
        + _score_words(blocks[index].text, vocabulary, lead)
        + 0.4 * (seen[blocks[index].text.casefold()] > 1 and shapes.word_count(blocks[index].text) > 3)
        - 0.8 * (blocks[index].text.casefold().removeprefix("the ") in rights)
        + 0.6 * any(_names_page(line, blocks[index].text.casefold()) for line in top)
        - 9.0 * (index == 0 and own_name is not None)
        for index in free
    }


def _score_words(text: str, vocabulary: Collection[str], lead: Collection[str]) -> float:
    """How much the words look like a headline; those that the body uses too count most."""
    stems = _stems(text)
    count = shapes.word_count(text.replace("&", " "))
    if not 1 < count <= _LONGEST_HEADING or not stems or _BULLET.match(text) or _IS_TRAIL.search(text):
        return -9.0
    if find_masthead(text) or has_founding_year(text) or is_label(text):
        return -9.0
    if _IS_SECTIONS.fullmatch(text) or _SLUG.fullmatch(text):
        return -9.0
    # One more than there are: a lone word in common is chance, six are none.
    shared = sum(stem in vocabulary for stem in stems) + sum(stem in lead for stem in stems)
    return (
        0.9 * shared / (len(stems) + 1)
        + 0.05 * min(count, 8)
        - 0.6 * (count < 3)
        - 0.3 * (count > 18)
        - 0.5 * text.endswith((".", ":", ","))
        - text.endswith(_DATELINE_ENDS)
        - 0.8 * bool(line_names(text))
        - 0.5 * bool(_SPEAKS_TO_READERS.match(text))
    )


def _score_place(blocks: Sequence[Block], index: int, first: int, signed: Sequence[int]) -> float:
    """How much a block stands where headlines do: near the body, with the byline or date soon below."""
    above = blocks[max(0, index - _NEARBY) : index]
    return (
        0.3 * (index == 0)
        + 0.2 * blocks[index].is_spaced
        + 0.3 * (index == 0 and first == 1)
        + 0.4 * any(index < place <= index + _SIGNED_WITHIN for place in signed)
        - 0.2 * any(place < index for place in signed)
        - 0.6 * any(shapes.is_related_heading(block.text) for block in above)
        - 0.02 * min(first - index, _FAR)
    )


def asks(text: str) -> bool:
    """Whether a block is one short question: the headline may be one, and closes like a sentence."""
    return text.endswith("?") and shapes.word_count(text) <= _LONGEST_QUESTION and not _INNER_END.search(text)


def _names_page(line: str, headline: str) -> bool:
    """Whether a line is the headline with the name of the site beside it."""
    parts = part_page_name(line) if headline in line else ()
    return headline in (line.removesuffix(parts[-1]).rstrip(" -|–—·:"), parts[-1]) if parts else False


def _stems(text: str) -> list[str]:
    """Longer words without their endings: "deals" and "deal" are one."""
    return [word[:_STEM] for word in _LONGER_WORD.findall(text.casefold())]


def _first_of_group(blocks: Sequence[Block], free: Sequence[int], scores: dict[int, float], best: int) -> int:
    """The headline stands before its deck: of two that look like headlines and stand together, the first."""
    longest = shapes.word_count(blocks[best].text) + 2
    for index in free:
        is_near = best - _NEARBY <= index < best
        is_next = index == best - 1
        gap, least = (_DECK_GAP, _RIVAL_SCORE) if is_next else (_RIVAL_GAP, _LEAST_SCORE)
        least = max(least, scores[best] - gap)
        if is_near and scores[index] >= least and 3 <= shapes.word_count(blocks[index].text) <= longest:
            return index
    return best


def find_subheads(blocks: Sequence[Block], is_body: Sequence[bool]) -> dict[int, LineKind]:
    """Short lines inside the body that close no sentence and stand between two paragraphs.

    They are titles, not sentences: nobody said them, so nobody can be quoted with them.
    """
    body = [index for index, flag in enumerate(is_body) if flag]
    found: dict[int, LineKind] = {}
    run: list[int] = []
    numbered = _numbered_subheads(blocks, body)
    for index in body:
        if index in numbered or _is_subhead(blocks[index].text):
            run.append(index)
            continue
        is_between_prose = index > body[0] and run[:1] != body[:1] and is_prose(blocks[index].text)
        if is_between_prose and len(run) <= _MOST_SUBHEADS:
            found |= dict.fromkeys(run, LineKind.TITLE)
        run = []
    return found


def _numbered_subheads(blocks: Sequence[Block], body: Sequence[int]) -> set[int]:
    """Numbered lines that are headings without their numbers and do not follow each other, as items do."""
    texts = {index: blocks[index].text for index in body}
    numbered = {index for index in body if _NUMBERED.match(texts[index])}
    return {
        index
        for before, index, after in zip((-1, *body), body, (*body[1:], -1), strict=False)
        if index in numbered
        and not {before, after} & numbered
        and not texts.get(before, "").endswith(":")
        and _is_subhead(_NUMBERED.sub("", texts[index]))
    }


def _is_subhead(text: str) -> bool:
    return (
        shapes.word_count(text) <= _SUBHEAD_WORDS
        and not shapes.ends_sentence(text)
        and not text.endswith((":", ",", ";", "-", "—", "–"))
        and (not text.startswith(_OPENING_QUOTES) or bool(_QUOTED_HEADING.fullmatch(text)))
        and not _BULLET.match(text)
        and not text[0].islower()
    )


def is_prose(text: str) -> bool:
    """Long enough, or closed like a sentence: never a heading."""
    return shapes.word_count(text) >= _SUBHEAD_WORDS or shapes.ends_sentence(text)


def is_full_paragraph(text: str) -> bool:
    """Prose that no headline or deck looks like: closed like a sentence, or very long."""
    return shapes.ends_sentence(text) or text.endswith(":") or shapes.word_count(text) > _LONGEST_HEADING
