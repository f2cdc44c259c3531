"""The words on the pages against the ledger's: each there, with its citation, and none besides.

What is set as words of a source is put together with the citations behind it into one text, from which
all else is left out. Every entry is looked for in it; what no entry accounts for is not in the ledger.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import PurePosixPath

from briefer.model import Entry, Ledger
from briefer.model.verdicts import Run, Verdict, VerdictKind
from briefer.text.likeness import compare, key_of
from briefer.verification.flow import IN_KEY, WORD, Flow, is_in_annex, is_of
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

_WORD_OR_NUMBER = re.compile("\\d+(?:[.,]\\d+)*|[^\\W\\d]+")
_LEAST_LIKE = 0.4
"""A text is an edited sentence if at least this share of the two is the same."""
_LONGEST_COMPARED = 1_500


_Found = tuple[Judgement, int]
_Way = Callable[["Flow", Entry], _Found | None]
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
    flow = Flow(letters)
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
    flow: "Flow", ledger: Ledger, ways: Sequence[_Way], found: Mapping[str, _Found]
) -> dict[str, _Found]:
    """What is found already, and what else is in these ways: every entry in one before any is in the next."""
    known = dict(found)
    # A sentence may be the end of a longer one of its paragraph, and all of a paragraph of the annex.
    longest_first = sorted(ledger.entries, key=lambda entry: (not is_in_annex(entry), -len(entry.words)))
    for find in ways:
        for entry in longest_first:
            if entry.id not in known and (judged := find(flow, entry)):
                known[entry.id] = judged
    return known


def _take_titles(flow: "Flow", ledger: Ledger) -> None:
    """Titles of the sources, or their file names, are set in the type of their words, once each."""
    for source in ledger.sources:
        title = source.title or PurePosixPath(source.file).name
        if flow.take(key_of(title)) is None and RIGHT_TO_LEFT.search(title):
            flow.take_words(WORD.findall(title))


def _find_cited(flow: Flow, entry: Entry) -> _Found | None:
    """The words with their citation behind them."""
    words = key_of(entry.words)
    start = flow.take_cited(words, entry)
    if start is None:
        return None
    likeness = compare(flow.words(start, start + len(words)), entry.words)
    return judge_likeness(likeness, "the page"), start


def _find_parted(flow: Flow, entry: Entry) -> _Found | None:
    """The words with their citation, parted by the end of a page, which may not keep its blocks in order."""
    words = key_of(entry.words)
    for citation in flow.citations():
        end = citation.start()
        start = max(flow.before(end), flow.page_start(end))
        if not is_of(citation, entry) or not words.endswith(flow.key[start:end]):
            continue
        opening = words[: len(words) - (end - start)]
        first = flow.find(opening)
        if first is not None and (flow.page_at(first) or 0) < (flow.page_at(end) or 0):
            flow.take_range(first, first + len(opening))
            flow.take_range(start, citation.end())
            parts = (flow.words(first, first + len(opening)), flow.words(start, end) if start < end else "")
            return judge_likeness(compare(" ".join(parts), entry.words), "the page"), first
    return None


def _find_words(flow: Flow, entry: Entry) -> _Found | None:
    """The words with another citation, or none."""
    words = "" if _is_right_to_left(entry) else key_of(entry.words)
    start = flow.find(words)
    if start is None:
        return None
    end = start + len(words)
    other = IN_KEY.match(flow.key, end)
    flow.take_range(start, other.end() if other else end)
    said = f"[{_cited(other)}]" if other else "nothing"
    return Judgement(VerdictKind.MISATTRIBUTED, f"the page cites {said}, the ledger [{cited(entry)}]"), start


def _is_right_to_left(entry: Entry) -> bool:
    return bool(RIGHT_TO_LEFT.search(entry.words))


def _find_right_to_left(flow: Flow, entry: Entry) -> _Found | None:
    """The words in their order, with what is written the other way somewhere between the right two.

    A page gives a line of such a script back word by word, but turns numbers and names around their signs.
    """
    if not _is_right_to_left(entry):
        return None
    wanted = _turn_around(entry.words)
    for citation in flow.citations():
        start = flow.before(citation.start())
        if is_of(citation, entry, either_way=True) and start < citation.start():
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


def _find_scattered(flow: Flow, entry: Entry) -> _Found | None:
    """All the words of a script from right to left, in whatever order the end of a page left them."""
    if not _is_right_to_left(entry):
        return None
    citation = next((found for found in flow.citations() if is_of(found, entry, either_way=True)), None)
    if citation is None:
        return None
    flow.take_range(*citation.span())
    absent = flow.take_words(WORD.findall(entry.words))
    if absent:
        return Judgement(VerdictKind.EDITED, f"the page does not have {shown(absent[0])}"), citation.start()
    reason = "the page has its words; their order, from right to left, was not compared"
    return Judgement(VerdictKind.NORMALISED, reason), citation.start()


def _find_edited(flow: Flow, entry: Entry) -> _Found | None:
    """Other words before its citation, those that are most like the entry's."""
    words = key_of(entry.words)
    best: tuple[float, int, int] | None = None
    for citation in flow.citations():
        if not is_of(citation, entry):
            continue
        start = flow.before(citation.start())
        if start < citation.start() and flow.may_compare():
            share = _share(flow.key[start : citation.start()], words)
            if share >= _LEAST_LIKE and (best is None or share > best[0]):
                best = (share, start, citation.end())
    if best is None:
        return None
    return _take_edited(flow, *best[1:])


def _find_replaced(flow: Flow, entry: Entry) -> _Found | None:
    """Words before its citation, whatever they are."""
    for citation in flow.citations():
        if is_of(citation, entry) and (start := flow.before(citation.start())) < citation.start():
            return _take_edited(flow, start, citation.end())
    return None


def _take_edited(flow: Flow, start: int, end: int) -> _Found:
    said = CITATION.sub("", flow.words(start, end))
    flow.take_range(start, end)
    return Judgement(VerdictKind.EDITED, f"the page has {shown(said)}"), start


_SURE_WAYS: Sequence[_Way] = (_find_cited, _find_parted, _find_words)
_OTHER_WAYS: Sequence[_Way] = (_find_right_to_left, _find_scattered, _find_edited, _find_replaced)


def _share(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LEAST_LIKE else 0.0


def _find_unlisted(flow: Flow) -> Iterator[Verdict]:
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
