"""All that a page prints besides the sources' words: headings, names, dates, notes, what the analyst wrote.

The ledger has it in blocks. Each is looked for among the letters of the brief; a letter that belongs to
no block, no quotation and no citation was put there by somebody else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, groupby

from briefer.model import Ledger, PageText
from briefer.model.ledger import REPEATED
from briefer.model.verdicts import Run, Verdict, VerdictKind
from briefer.text.likeness import make_key
from briefer.verification.judging import CITATION, RIGHT_TO_LEFT, shown

_MOST_PIECES = 4
_SHORT = 20
"""A block of fewer letters is looked for as whole words only, and never among quotations."""
_LEAST_REPEATED = 12
_LEAST_LIKE = 0.6
_MOST_COMPARED = 500
_LONGEST_COMPARED = 3_000
_SUPPLIED = re.compile(r"\s?\[[^\[\]]{1,200}\]")
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_a-zA-Z]")


class Letters:
    """Every letter of a brief in order, and which are accounted for, by their places in all its text."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.text = "".join(run.text for run in runs)
        self.starts = [0, *accumulate(len(run.text) for run in runs)]
        self.is_taken = bytearray(len(self.text))
        self._quoted = bytearray(len(self.text))
        self._pages: list[int | None] = []
        for run, start in zip(runs, self.starts, strict=False):
            self._pages += [run.page] * len(run.text)
            if run.is_quoted:
                self._quoted[start : start + len(run.text)] = b"\x01" * len(run.text)
        # A citation belongs to its quotation, whatever it is set in.
        for cited in CITATION.finditer(self.text):
            self._quoted[slice(*cited.span())] = b"\x01" * len(cited[0])
        # So does what is supplied in the midst of one, which is set as the page's own text is.
        for supplied in _SUPPLIED.finditer(self.text):
            start, end = supplied.span()
            if self._quoted[max(start - 1, 0)] and not any(self._quoted[start + 1 : end - 1]):
                self._quoted[start:end] = b"\x01" * (end - start)
        made = make_key(_lower(self.text))
        self._key, self._places = made.text, made.places
        self._key_quoted = bytearray(self._quoted[place] for place in self._places)
        self._key_taken = bytearray(len(self._key))
        self._edges = {*self.starts}

    def take_whole(self, block: str) -> bool:
        """Account for a block that the page has in one piece; a number or a sign alone says nothing."""
        if not _WORD.search(block):
            return True
        key = make_key(_lower(block)).text
        start = self._find(key)
        if start is not None:
            self._take(start, len(key))
        return start is not None

    def take_parted(self, block: str) -> bool:
        """Account for a block in a few pieces that follow each other; look for whole ones before."""
        made = make_key(_lower(block))
        ends = [
            place
            for place in range(1, len(made.places) + 1)
            if place == len(made.places) or made.places[place] - made.places[place - 1] > 1
        ]
        return self._take_pieces(made.text, ends) or (
            RIGHT_TO_LEFT.search(block) is not None and self._take_words(block)
        )

    def take_repeats(self, block: str) -> None:
        """Account for a text wherever it stands whole."""
        key = make_key(_lower(block)).text
        while (start := self._find(key)) is not None:
            self._take(start, len(key))

    def take_alike(self, block: str) -> str | None:
        """Account for what is most like a block among the letters that are left; says what that is."""
        key = make_key(_lower(block)).text[:_LONGEST_COMPARED]
        best: tuple[float, int, int] | None = None
        for start, end in list(self._gaps())[:_MOST_COMPARED]:
            gap = self._key[start : min(end, start + _LONGEST_COMPARED)]
            matcher = SequenceMatcher(None, gap, key, autojunk=False)
            same = [found for found in matcher.get_matching_blocks() if found.size > 2]
            share = sum(found.size for found in same) / len(key)
            if share >= _LEAST_LIKE and (best is None or share > best[0]):
                first, last = same[0], same[-1]
                before, behind = first.a - first.b, end - start - last.a - (len(key) - last.b)
                low = start + before if before > _SHORT else start
                high = end - behind if behind > _SHORT else end
                best = (share, low, high)
        if best is None:
            return None
        _, low, high = best
        said = self.text[self._places[low] : self._places[high - 1] + 1]
        self._take(low, high - low)
        return said

    def left(self, known: Sequence[str]) -> Iterator[tuple[str, int | None]]:
        """Words that are not accounted for and not set as quotations, with their pages.

        A page may draw a part of a `known` text twice, where it breaks beside it.
        """
        keys = [make_key(_lower(text)).text for text in known]
        for start, end in self._gaps():
            said = self.text[self._places[start] : self._places[end - 1] + 1]
            gap = self._key[start:end].strip("0123456789")
            is_repeat = len(gap) >= _LEAST_REPEATED and any(gap in key for key in keys)
            if _WORD.search(said) and not is_repeat:
                yield said, self._pages[self._places[start]]

    def settle(self) -> None:
        """Take over what was accounted for by its places in the text."""
        for place, letter in enumerate(self._places):
            self._key_taken[place] |= self.is_taken[letter]

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """Ranges of the key that are left, page by page, but for those set as quotations."""
        marks = (
            (not taken and not quoted, self._pages[place])
            for taken, quoted, place in zip(self._key_taken, self._key_quoted, self._places, strict=True)
        )
        start = 0
        for (is_left, _), group in groupby(marks):
            end = start + len(list(group))
            if is_left:
                yield start, end
            start = end

    def _find(self, key: str, *, after: int = 0) -> int | None:
        """Where `key` stands, before all as whole words and outside of quotations; a short one only so."""
        ways: list[tuple[bool, Callable[[int, int], bool]]] = [
            (False, self._is_unparted),
            (False, self._is_whole),
        ]
        if len(key) >= _SHORT:
            ways += [(True, self._is_unparted), (False, lambda *_: True), (True, lambda *_: True)]
        found = (self._find_so(key, after, among_quotations=among, fits=fits) for among, fits in ways)
        return next((start for start in found if start is not None), None)

    def _find_so(
        self, key: str, after: int, *, among_quotations: bool, fits: Callable[[int, int], bool]
    ) -> int | None:
        start = self._key.find(key, after)
        while start >= 0:
            end = start + len(key)
            clash = max(
                self._key_taken.rfind(1, start, end),
                -1 if among_quotations else self._key_quoted.rfind(1, start, end),
            )
            if clash < 0 and fits(start, end):
                return start
            start = self._key.find(key, max(clash, start) + 1)
        return None

    def _is_unparted(self, start: int, end: int) -> bool:
        """Whether these are whole words, and no number in them is parted by the end of a line."""
        numbers = re.finditer(r"\d{2,}", self._key[start:end])
        return self._is_whole(start, end) and all(
            self._places[start + number.end() - 1] - self._places[start + number.start()] < len(number[0])
            for number in numbers
        )

    def _is_whole(self, start: int, end: int) -> bool:
        return self._parts(start) and self._parts(end)

    def _parts(self, place: int) -> bool:
        """Whether one word ends and another begins at a place of the key."""
        if place in (0, len(self._key)):
            return True
        if self._key_taken[place - 1] != self._key_taken[place]:
            return True
        before, after = self._places[place - 1], self._places[place]
        apart = after - before > 1 or bool(self._edges.intersection(range(before + 1, after + 1)))
        return apart or not (self.text[before].isalnum() and self.text[after].isalnum())

    def _take_pieces(self, key: str, ends: Sequence[int]) -> bool:
        """Account for a text that a page parts, by its end or by what is set beside it."""
        pieces: list[tuple[int, int]] = []
        done, after = 0, 0
        while done < len(key) and len(pieces) < _MOST_PIECES:
            longest: tuple[int, int] | None = None
            low, high = 0, len(ends) - 1
            while low <= high:
                middle = (low + high) // 2
                end = ends[middle]
                start = self._find(key[done:end], after=after) if end > done else after
                if start is None:
                    high = middle - 1
                else:
                    longest = (start, end) if end > done else longest
                    low = middle + 1
            if longest is None:
                return False
            start, end = longest
            pieces.append((start, end - done))
            after, done = start + end - done, end
        if done < len(key):
            return False
        for start, length in pieces:
            self._take(start, length)
        return True

    def _take_words(self, block: str) -> bool:
        """Account for each word of a text that a page may turn around, wherever it stands."""
        for word in filter(_WORD.search, re.findall(r"\w+", block)):
            key = make_key(_lower(word)).text
            free = (found for found in self._places_of(key) if self._is_whole(found, found + len(key)))
            start = next(free, None)
            if start is None:
                return False
            self._take(start, len(key))
        return True

    def _places_of(self, key: str) -> Iterator[int]:
        """Every free place where `key` stands outside of quotations."""
        start = self._key.find(key)
        while start >= 0:
            end = start + len(key)
            if self._key_taken.find(1, start, end) < 0 and self._key_quoted.find(1, start, end) < 0:
                yield start
            start = self._key.find(key, start + 1)

    def _take(self, start: int, length: int) -> None:
        self._key_taken[start : start + length] = b"\x01" * length
        for place in self._places[start : start + length]:
            self.is_taken[place] = 1


def take_page_text(letters: Letters, ledger: Ledger) -> tuple[PageText, ...]:
    """Account for all that the ledger says is printed besides quotations; what was not found of it."""
    margins = [PageText("margin", False, text) for text in ledger.margins if text]
    # A text that a page turns around is looked for by its words, and so after all others.
    longest_first = sorted(
        (*ledger.page, *margins), key=lambda block: (bool(RIGHT_TO_LEFT.search(block.text)), -len(block.text))
    )
    parted = [block for block in longest_first if not letters.take_whole(block.text)]
    absent = tuple(block for block in parted if not letters.take_parted(block.text))
    for block in ledger.page:
        if block.place == REPEATED:
            letters.take_repeats(block.text)
    return absent


def judge_page_text(letters: Letters, ledger: Ledger, absent: Sequence[PageText]) -> Iterator[Verdict]:
    """The verdicts on what the ledger says is printed and is not, and on what nobody says is."""
    for block in absent:
        said = letters.take_alike(block.text)
        yield _verdict(
            VerdictKind.MISSING if said is None else VerdictKind.EDITED,
            block.place,
            block.text,
            "the brief does not print it" if said is None else f"the page has {shown(said)}",
        )
    for said, page in letters.left([block.text for block in ledger.page]):
        reason = "the page prints it, and the ledger does not have it"
        yield _verdict(VerdictKind.UNLISTED, None, said, reason, page=page)


def _verdict(
    kind: VerdictKind, place: str | None, words: str, reason: str, *, page: int | None = None
) -> Verdict:
    return Verdict(kind, place, page, "", None, " ".join(words.split())[:640], (reason,))


def _lower(text: str) -> str:
    """In small letters, for a page may set a heading in capitals; as long as before."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
