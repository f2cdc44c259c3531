"""What the letters in a sentence stand for, where its article has said so before: "(PMF)"."""

import re
from collections.abc import Iterator

from briefer.model import Repair, RepairKind, Span
from briefer.text.quotations import find_quoted

_ACRONYM = re.compile(r"(?<![\w.&-])[A-Z]{2,6}(?![\w.&-])")
_KNOWN_ACRONYMS = frozenset(
    """US UK UN EU USA UAE NATO ISIS ISIL IS GDP CEO TV AFP AP BBC CNN NBC CBS ABC FBI CIA NSA DNA HIV AIDS
    OK PM MP MPS AM GMT II III IV COVID NGO IMF OPEC WHO UNESCO UNICEF FIFA UEFA NASA""".split()
)
_SMALL_WORDS = frozenset("of the and for to in on de du la des al".split())
_WORDS_BEFORE = re.compile(r"(?:[\w’'&-]+\s+){1,9}$")


def find_acronyms(text: str, shown: Span) -> Iterator[Repair]:
    """What letters stand for, where the article has said so: "Popular Mobilization Forces (PMF)"."""
    words = text[shown.start : shown.end]
    quoted = find_quoted(words)
    told: set[str] = set()
    for match in _ACRONYM.finditer(words):
        letters = match[0]
        if letters in _KNOWN_ACRONYMS or letters in told:
            continue
        told.add(letters)
        place = text.find(f"({letters})", 0, shown.start)
        spelt = _find_spelt(text, letters, place) if place > 0 else None
        if spelt is None or any(span.start < match.start() < span.end for span in quoted):
            continue
        said = " ".join(text[spelt.start : spelt.end].split())
        if said not in words:
            explained = Span(shown.start + match.start(), shown.start + match.end())
            yield Repair(RepairKind.ACRONYM, explained, said, spelt)


def _find_spelt(text: str, letters: str, place: int) -> Span | None:
    """The words before `place` whose first letters these are."""
    before = _WORDS_BEFORE.search(text, max(place - 120, 0), place)
    if before is None:
        return None
    parts = [
        part for word in re.finditer(r"\S+", before[0]) for part in [(word.start(), word.end(), word[0])]
    ]
    wanted = list(letters)
    first = last = None
    for start, end, word in reversed(parts):
        initials = [piece[0].upper() for piece in re.split(r"[-&]", word) if piece]
        if last is None:
            last = end
        if (
            initials
            and wanted[-len(initials) :] == initials
            and (word[0].isupper() or word.lower() not in _SMALL_WORDS)
        ):
            wanted = wanted[: -len(initials)]
            first = start
        elif word.lower() not in _SMALL_WORDS:
            return None
        if not wanted:
            break
    if wanted or first is None or last is None:
        return None
    return Span(before.start() + first, before.start() + last)
