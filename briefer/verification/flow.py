"""All that a brief sets as words of its sources, with the citations behind them, as one text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from briefer.model import Entry, EntryKind, Part
from briefer.model.briefs import OMISSION
from briefer.text.likeness import key_of, make_key
from briefer.verification.judging import CITATION
from briefer.verification.page_text import Letters

IN_KEY = re.compile(
    r"\[(?P<earlier>earlier)?(?P<source>\d{1,6})¶(?P<paragraph>\d{1,6})(?:,trimmed)?(?:,\w{4,20})?\]"
)
"""A citation: whether of the brief before, source and paragraph, whether words are left out, a date."""
_MARKS = re.compile(rf"{CITATION.pattern}|{re.escape(OMISSION)}")
_REPAIR = re.compile(r"\s*(\[[^\[\]]{2,400}\])\s*")
"""A bracket of ours: all that stands in our type between two runs of the source's."""
WORD = re.compile("[\\w\u200c\u200d]+")
_MOST_COMPARED = 2_000


class Flow:
    """The quoted text of a brief with its citations, and how much of its key is accounted for."""

    def __init__(self, letters: Letters) -> None:
        self.text, owners = _join(letters)
        made = make_key(self.text)
        self.key, self._places = made.text, made.places
        self._letters = [owners[place].letter for place in made.places]
        self._pages = [owners[place].page for place in made.places]
        self._is_quoted = [owners[place].is_quoted for place in made.places]
        self._taken = bytearray(len(self.key))
        self._compared = 0

    def find(self, key: str, *, after: int = -1) -> int | None:
        """Where `key` first stands in what is not taken yet, behind the place `after`."""
        start = self.key.find(key, after + 1) if key else -1
        while start >= 0:
            clash = self._taken.find(1, start, start + len(key))
            if clash < 0:
                return start
            start = self.key.find(key, clash + 1)
        return None

    def take(self, key: str) -> int | None:
        """Account for one place where `key` stands."""
        start = self.find(key)
        if start is not None:
            self.take_range(start, start + len(key))
        return start

    def take_cited(self, words: str, entry: Entry) -> int | None:
        """Account for the place where words have the citation of an entry behind them.

        That is the last one for a paragraph of the annex, which is behind all else, and else the first.
        """
        places: list[tuple[int, int]] = []
        start = self.find(words)
        while start is not None and (is_in_annex(entry) or not places):
            citation = IN_KEY.match(self.key, start + len(words))
            if citation and is_of(citation, entry):
                places.append((start, citation.end()))
            start = self.find(words, after=start)
        if not places:
            return None
        self.take_range(*places[-1])
        return places[-1][0]

    def take_words(self, words: Sequence[str]) -> tuple[str, ...]:
        """Account for each of these words once, wherever it stands; those that are not there."""
        absent = []
        for word in words:
            free = [place for place in self._words.get(key_of(word), ()) if not self._taken[place[0]]]
            if free:
                self.take_range(*free[0])
            else:
                absent.append(word)
        return tuple(absent)

    @cached_property
    def _words(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Every word that is not part of a citation, with the ranges of the key where it stands."""
        words: dict[str, list[tuple[int, int]]] = {}
        cited = bytearray(len(self.key))
        for citation in IN_KEY.finditer(self.key):
            cited[citation.start() : citation.end()] = b"\x01" * len(citation[0])
        for word in WORD.finditer(self.text):
            start, end = (bisect_left(self._places, place) for place in word.span())
            if start < end and not cited[start]:
                words.setdefault(self.key[start:end], []).append((start, end))
        return words

    def take_range(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\x01" * (end - start)

    def words(self, start: int, end: int) -> str:
        """The text as it stands on the page for a range of the key, with all that no key has behind it."""
        return self.text[self._places[start] : self._places[end] if end < len(self.key) else None]

    def page_at(self, place: int) -> int | None:
        return self._pages[place]

    def page_start(self, place: int) -> int:
        """Where the page begins that a place of the key is on."""
        page = self._pages[place]
        return 0 if page is None else bisect_left(self._pages, page, key=lambda known: known or 0)

    def citations(self) -> Iterator[re.Match[str]]:
        """Every citation that is not taken yet."""
        return (found for found in IN_KEY.finditer(self.key) if not self._taken[found.start()])

    def before(self, citation: int) -> int:
        """Where the words begin that a citation at this place of the key closes."""
        taken = self._taken.rfind(1, 0, citation) + 1
        others = [found.end() for found in IN_KEY.finditer(self.key, taken, citation)]
        return others[-1] if others else taken

    def may_compare(self) -> bool:
        """Whether one more comparison, each of which is slow, can be afforded."""
        self._compared += 1
        return self._compared <= _MOST_COMPARED

    def account(self, letters: Letters) -> None:
        """Tell which letters of the brief belong to quotations and citations."""
        for is_taken, letter in zip(self._taken, self._letters, strict=True):
            letters.is_taken[letter] |= is_taken
        letters.settle()

    def leftovers(self) -> Iterator[tuple[int, int]]:
        """Ranges of the key that are set as words of a source and not taken."""
        marks = (
            bool(is_quoted) and not taken
            for is_quoted, taken in zip(self._is_quoted, self._taken, strict=True)
        )
        start = 0
        for is_left, group in groupby(marks):
            end = start + len(list(group))
            if is_left:
                yield start, end
            start = end


class _Owner(NamedTuple):
    """Where a letter of the flow comes from: its place among all letters of the brief, page and type."""

    letter: int
    page: int | None
    is_quoted: bool | None


def _join(letters: Letters) -> tuple[str, list[_Owner]]:
    """The text of the quotations with their citations and marks, and where each letter of it comes from."""
    pieces: list[str] = []
    owners: list[_Owner] = []

    def add(start: int, end: int, page: int | None, is_quoted: bool | None) -> None:
        free = [place for place in range(start, end) if not letters.is_taken[place]]
        pieces.append("".join(letters.text[place] for place in free) + " ")
        owners.extend(_Owner(place, page, is_quoted) for place in (*free, end - 1))

    placed = [run for run in zip(letters.runs, letters.starts, strict=False) if run[0].text]
    for (is_quoted, page), group in groupby(placed, key=lambda run: (run[0].is_quoted, run[0].page)):
        together = list(group)
        if is_quoted is not False:
            for run, start in together:
                add(start, start + len(run.text), page, is_quoted)
            continue
        first, end = together[0][1], together[-1][1] + len(together[-1][0].text)
        repair = _REPAIR.fullmatch(letters.text, first, end)
        if repair and not _MARKS.fullmatch(repair[1]):
            add(*repair.span(1), page, None)
            continue
        for mark in _MARKS.finditer(letters.text, first, end):
            add(*mark.span(), page, None)
    return "".join(pieces), owners


def is_in_annex(entry: Entry) -> bool:
    """Whether an entry is a paragraph of the annex."""
    return entry.part is Part.ANNEX


def is_of(citation: re.Match[str], entry: Entry, *, either_way: bool = False) -> bool:
    """Whether a citation is that of an entry; `either_way`, where its numbers may stand in reverse."""
    said, wanted = (int(citation["source"]), int(citation["paragraph"])), (entry.source, entry.paragraph)
    if bool(citation["earlier"]) is not (entry.kind is EntryKind.EARLIER):
        return False
    return said == wanted or (either_way and said == wanted[::-1])
