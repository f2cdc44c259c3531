"""The words on the pages against the ledger's: each there, with its citation, and none besides.

What is set as words of a source is put together with the citations behind it into one text, from which
all else is left out. Every entry is looked for in it; what no entry accounts for is not in the ledger.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from briefer.model import Entry, EntryKind, Ledger, Part
from briefer.model.briefs import OMISSION
from briefer.model.verdicts import Run, Verdict, VerdictKind
from briefer.text.likeness import compare, key_of, make_key
from briefer.verification.judging import (
    CITATION,
    LONGEST_SHOWN,
    RIGHT_TO_LEFT,
    Judgement,
    cited,
    judge_likeness,
    shown,
)
from briefer.verification.page_text import Letters, judge_page_text, take_page_text

_IN_KEY = re.compile(
    r"\[(?P<earlier>earlier)?(?P<source>\d{1,6})¶(?P<paragraph>\d{1,6})(?:,trimmed)?(?:,\w{4,20})?\]"
)
"""A citation: whether of the brief before, source and paragraph, whether words are left out, a date."""
_MARKS = re.compile(rf"{CITATION.pattern}|{re.escape(OMISSION)}")
_REPAIR = re.compile(r"\s*(\[[^\[\]]{2,400}\])\s*")
"""A bracket of ours: all that stands in our type between two runs of the source's."""
_WORD = re.compile("[\\w\u200c\u200d]+")
_WORD_OR_NUMBER = re.compile("\\d+(?:[.,]\\d+)*|[^\\W\\d]+")
_LEAST_LIKE = 0.4
"""A text is an edited sentence if at least this share of the two is the same."""
_LONGEST_COMPARED = 1_500
_MOST_COMPARED = 2_000


_Found = tuple[Judgement, int]
_Way = Callable[["_Flow", Entry], _Found | None]
"""A way to look for an entry: the judgement, and where in the key it was found."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """What the pages say of each entry, by its id; `unlisted` is what no entry accounts for.

    `others` are the texts besides quotations that are not as the ledger has them.
    """

    judgements: Mapping[str, Judgement]
    pages: Mapping[str, int | None]
    unlisted: tuple[Verdict, ...]
    others: tuple[Verdict, ...] = ()

    def of(self, entry: Entry) -> Judgement:
        return self.judgements[entry.id]


def match_pages(ledger: Ledger, runs: Sequence[Run]) -> OnPage:
    """Look for all that the ledger has of the pages in the runs of a brief.

    What no reader sees is not looked at, but listed.
    """
    letters = Letters([run for run in runs if not run.hidden])
    absent_text = take_page_text(letters, ledger)
    flow = _Flow(letters)
    found = _look(flow, ledger, _SURE_WAYS, {})
    if not ledger.page:
        _take_titles(flow, ledger)
    found = _look(flow, ledger, _OTHER_WAYS, found)
    absent = Judgement(VerdictKind.MISSING, "the brief does not print it where it quotes")
    unlisted = tuple(_find_unlisted(flow))
    flow.account(letters)
    return OnPage(
        {entry.id: found[entry.id][0] if entry.id in found else absent for entry in ledger.entries},
        {name: flow.page_at(start) for name, (_, start) in found.items()},
        (*unlisted, *_find_hidden(runs)),
        tuple(judge_page_text(letters, ledger, absent_text)) if ledger.page else (),
    )


def _look(
    flow: "_Flow", ledger: Ledger, ways: Sequence[_Way], found: Mapping[str, _Found]
) -> dict[str, _Found]:
    """What is found already, and what else is in these ways: every entry in one before any is in the next."""
    known = dict(found)
    # A sentence may be the end of a longer one of its paragraph, and all of a paragraph of the annex.
    longest_first = sorted(ledger.entries, key=lambda entry: (not _is_in_annex(entry), -len(entry.words)))
    for find in ways:
        for entry in longest_first:
            if entry.id not in known and (judged := find(flow, entry)):
                known[entry.id] = judged
    return known


def _take_titles(flow: "_Flow", ledger: Ledger) -> None:
    """Titles of the sources, or their file names, are set in the type of their words, once each."""
    for source in ledger.sources:
        title = source.title or PurePosixPath(source.file).name
        if flow.take(key_of(title)) is None and RIGHT_TO_LEFT.search(title):
            flow.take_words(_WORD.findall(title))


class _Flow:
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
        while start is not None and (_is_in_annex(entry) or not places):
            citation = _IN_KEY.match(self.key, start + len(words))
            if citation and _is_of(citation, entry):
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
        for citation in _IN_KEY.finditer(self.key):
            cited[citation.start() : citation.end()] = b"\x01" * len(citation[0])
        for word in _WORD.finditer(self.text):
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
        return (found for found in _IN_KEY.finditer(self.key) if not self._taken[found.start()])

    def before(self, citation: int) -> int:
        """Where the words begin that a citation at this place of the key closes."""
        taken = self._taken.rfind(1, 0, citation) + 1
        others = [found.end() for found in _IN_KEY.finditer(self.key, taken, citation)]
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


def _is_in_annex(entry: Entry) -> bool:
    return entry.part is Part.ANNEX


def _is_of(citation: re.Match[str], entry: Entry, *, either_way: bool = False) -> bool:
    """Whether a citation is that of an entry; `either_way`, where its numbers may stand in reverse."""
    said, wanted = (int(citation["source"]), int(citation["paragraph"])), (entry.source, entry.paragraph)
    if bool(citation["earlier"]) is not (entry.kind is EntryKind.EARLIER):
        return False
    return said == wanted or (either_way and said == wanted[::-1])


def _find_cited(flow: _Flow, entry: Entry) -> _Found | None:
    """The words with their citation behind them."""
    words = key_of(entry.words)
    start = flow.take_cited(words, entry)
    if start is None:
        return None
    likeness = compare(flow.words(start, start + len(words)), entry.words)
    return judge_likeness(likeness, "the page"), start


def _find_parted(flow: _Flow, entry: Entry) -> _Found | None:
    """The words with their citation, parted by the end of a page, which may not keep its blocks in order."""
    words = key_of(entry.words)
    for citation in flow.citations():
        end = citation.start()
        start = max(flow.before(end), flow.page_start(end))
        if not _is_of(citation, entry) or not words.endswith(flow.key[start:end]):
            continue
        opening = words[: len(words) - (end - start)]
        first = flow.find(opening)
        if first is not None and (flow.page_at(first) or 0) < (flow.page_at(end) or 0):
            flow.take_range(first, first + len(opening))
            flow.take_range(start, citation.end())
            parts = (flow.words(first, first + len(opening)), flow.words(start, end) if start < end else "")
            return judge_likeness(compare(" ".join(parts), entry.words), "the page"), first
    return None


def _find_words(flow: _Flow, entry: Entry) -> _Found | None:
    """The words with another citation, or none."""
    words = "" if _is_right_to_left(entry) else key_of(entry.words)
    start = flow.find(words)
    if start is None:
        return None
    end = start + len(words)
    other = _IN_KEY.match(flow.key, end)
    flow.take_range(start, other.end() if other else end)
    said = f"[{_cited(other)}]" if other else "nothing"
    return Judgement(VerdictKind.MISATTRIBUTED, f"the page cites {said}, the ledger [{cited(entry)}]"), start


def _is_right_to_left(entry: Entry) -> bool:
    return bool(RIGHT_TO_LEFT.search(entry.words))


def _find_right_to_left(flow: _Flow, entry: Entry) -> _Found | None:
    """The words in their order, with what is written the other way somewhere between the right two.

    A page gives a line of such a script back word by word, but turns numbers and names around their signs.
    """
    if not _is_right_to_left(entry):
        return None
    wanted = _turn_around(entry.words)
    for citation in flow.citations():
        start = flow.before(citation.start())
        if _is_of(citation, entry, either_way=True) and start < citation.start():
            said = flow.words(start, citation.start())
            if _turn_around(said) == wanted:
                flow.take_range(start, citation.end())
                reason = "it is written from right to left: the signs between its words were not compared"
                return Judgement(VerdictKind.NORMALISED, reason), start
    return None


def _turn_around(words: str) -> Sequence[tuple[str, Sequence[str]]]:
    """Each word that is written from right to left with the other words that follow it, in any order."""
    turned: list[tuple[str, list[str]]] = [("", [])]
    for word in _WORD_OR_NUMBER.findall(words):
        if RIGHT_TO_LEFT.search(word):
            turned.append((key_of(word), []))
        else:
            turned[-1][1].append(key_of(word))
    return [(word, sorted(others)) for word, others in turned]


def _find_scattered(flow: _Flow, entry: Entry) -> _Found | None:
    """All the words of a script from right to left, in whatever order the end of a page left them."""
    if not _is_right_to_left(entry):
        return None
    citation = next((found for found in flow.citations() if _is_of(found, entry, either_way=True)), None)
    if citation is None:
        return None
    flow.take_range(*citation.span())
    absent = flow.take_words(_WORD.findall(entry.words))
    if absent:
        return Judgement(VerdictKind.EDITED, f"the page does not have {shown(absent[0])}"), citation.start()
    reason = "the page has its words; their order, from right to left, was not compared"
    return Judgement(VerdictKind.NORMALISED, reason), citation.start()


def _find_edited(flow: _Flow, entry: Entry) -> _Found | None:
    """Other words before its citation, those that are most like the entry's."""
    words = key_of(entry.words)
    best: tuple[float, int, int] | None = None
    for citation in flow.citations():
        if not _is_of(citation, entry):
            continue
        start = flow.before(citation.start())
        if start < citation.start() and flow.may_compare():
            share = _share(flow.key[start : citation.start()], words)
            if share >= _LEAST_LIKE and (best is None or share > best[0]):
                best = (share, start, citation.end())
    if best is None:
        return None
    return _take_edited(flow, *best[1:])


def _find_replaced(flow: _Flow, entry: Entry) -> _Found | None:
    """Words before its citation, whatever they are."""
    for citation in flow.citations():
        if _is_of(citation, entry) and (start := flow.before(citation.start())) < citation.start():
            return _take_edited(flow, start, citation.end())
    return None


def _take_edited(flow: _Flow, start: int, end: int) -> _Found:
    said = CITATION.sub("", flow.words(start, end))
    flow.take_range(start, end)
    return Judgement(VerdictKind.EDITED, f"the page has {shown(said)}"), start


_SURE_WAYS: Sequence[_Way] = (_find_cited, _find_parted, _find_words)
_OTHER_WAYS: Sequence[_Way] = (_find_right_to_left, _find_scattered, _find_edited, _find_replaced)


def _share(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LEAST_LIKE else 0.0


def _find_unlisted(flow: _Flow) -> Iterator[Verdict]:
    """Citations that no entry accounts for, with what stands before them; then words set as quoted."""
    for citation in list(flow.citations()):
        start = flow.before(citation.start())
        words = flow.words(start, citation.start()) if start < citation.start() else ""
        page = flow.page_at(citation.start())
        flow.take_range(start, citation.end())
        yield _unlisted(words, page, cited=_cited(citation))
    for start, end in flow.leftovers():
        words = flow.words(start, end)
        if re.search(r"\w", words):
            yield _unlisted(words, flow.page_at(start), cited="")


def _find_hidden(runs: Sequence[Run]) -> Iterator[Verdict]:
    """What the file holds and no reader sees."""
    for (hidden, page), group in groupby(runs, key=lambda run: (run.hidden, run.page)):
        words = "".join(run.text for run in group)
        if hidden and re.search(r"\w", words):
            yield _unlisted(words, page, cited="", reason=f"the file holds it, {hidden}")


def _cited(citation: re.Match[str]) -> str:
    earlier = "earlier " if citation["earlier"] else ""
    return f"{earlier}{citation['source']} ¶{citation['paragraph']}"


def _unlisted(
    words: str,
    page: int | None,
    *,
    cited: str,
    reason: str = "it is set as words of a source, and the ledger does not have it",
) -> Verdict:
    return Verdict(
        kind=VerdictKind.UNLISTED,
        entry=None,
        page=page,
        cited=cited,
        file=None,
        words=" ".join(words.split())[: LONGEST_SHOWN * 4],
        reasons=(reason,),
    )
