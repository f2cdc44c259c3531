"""Leaving words out of a quotation without changing what it says.

What is left is whole words of the source in their order, with `[…]` for every part that is not shown.
A cut is refused that takes away a word on which the meaning hangs, or that leaves what cannot be read.
The lists know English; in another language nothing may be cut, for nobody could see a negation go.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefer.model import Span
from briefer.model.briefs import OMISSION
from briefer.text.dependence import Dependence
from briefer.text.openings import find_dependence, stands_after
from briefer.text.sentences import find_sentences
from briefer.text.trimming_words import (
    APPROXIMATIONS,
    FOLLOWER,
    GUARDED,
    PHRASE,
    PREDICATE,
    SCOPE,
    SUBORDINATE,
    VERBS,
)

_OWN_OMISSION = re.compile(r"[\[(]\s?(?:…|\.{2,})\s?[\])]")
_WORD = re.compile(r"\w+(?:[.,'’&/-]\w+)*")
_SET_OFF = ",;:()[]—–"
_CLOSERS = '.!?…"”’»)] '
_LIST_WORD = re.compile(r"(?:and|or|nor|as well as|along with)\b", re.IGNORECASE)
_NO_PHRASE = "take a clause from comma to comma, or a phrase of time or place, such as “in March”"


def add_cut(text: str, cuts: Sequence[Span], cut: Span) -> tuple[Span, ...]:
    """The cuts with one more, in order; those between which no word stands become one.

    White space at the ends of the new one stays, and so does a comma behind it if none stands before it.
    """
    words = text[cut.start : cut.end]
    start = cut.start + len(words) - len(words.lstrip())
    end = cut.start + len(words.rstrip())
    if start < end and text[end - 1] in ",;:" and text[:start].rstrip()[-1:] not in ("", *_SET_OFF):
        end -= 1
    joined: list[Span] = []
    for found in sorted([*cuts, Span(start, end) if start < end else cut]):
        last = joined[-1] if joined else None
        if last and not _WORD.search(text, last.end, max(last.end, found.start)):
            joined[-1] = Span(last.start, max(last.end, found.end))
        else:
            joined.append(found)
    return tuple(joined)


def find_parts(text: str, shown: Span, cuts: Sequence[Span]) -> tuple[Span, ...]:
    """What the cuts leave of `text` at `shown`, each part without white space at its ends; none is empty."""
    edges = [shown.start]
    for cut in sorted(cuts):
        start, end = max(cut.start, edges[-1]), min(cut.end, shown.end)
        if start < end:
            edges += [start, end]
    edges.append(shown.end)
    parts = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end]
        if words.strip():
            before, after = len(words) - len(words.lstrip()), len(words.rstrip())
            parts.append(Span(start + before, start + after))
    return tuple(parts)


def join_parts(text: str, shown: Span, parts: Sequence[Span]) -> str:
    """The parts as they are printed, with an omission mark for all that is not."""
    if list(parts) == [shown]:
        return text[shown.start : shown.end]
    if not parts:
        return OMISSION
    printed = [text[part.start : part.end] for part in parts]
    opening = [] if parts[0].start == shown.start else [OMISSION]
    closing = [] if parts[-1].end == shown.end else [OMISSION]
    joined = " ".join([*opening, f" {OMISSION} ".join(printed), *closing])
    return re.sub(rf"{re.escape(OMISSION)} (?=[.,;:!?)\]”’»])", OMISSION, joined)


def find_harm(text: str, shown: Span, cuts: Sequence[Span], *, language: str = "en") -> str | None:
    """Why the words of `text` at `shown` may not be printed without the cuts, or None when they may.

    The reason is a clause that goes on from "... cannot be left out:".
    """
    if language != "en":
        return "which words carry the meaning is known for English only"
    words = text[shown.start : shown.end]
    if _OWN_OMISSION.search(words):
        return "the source has omission marks of its own, which could not be told from ours"
    inside = [
        Span(cut.start - shown.start, cut.end - shown.start) for cut in cuts if cut.start >= shown.start
    ]
    if len(inside) < len(cuts) or any(cut.end > len(words) for cut in inside):
        return "it reaches over the ends of what is shown"
    if not find_parts(words, Span(0, len(words)), inside):
        return "nothing would be left"
    for find in (_find_broken_word, _find_lost_word):
        for cut in inside:
            if harm := find(words, cut):
                return harm
    return (
        _find_lost_number(words, inside)
        or next((harm for cut in inside if (harm := _find_lost_phrase(words, cut))), None)
        or _find_unreadable(words, inside)
    )


def _find_broken_word(words: str, cut: Span) -> str | None:
    if not _WORD.search(words, cut.start, cut.end):
        return "no word is in it"
    for match in _WORD.finditer(words):
        if any(match.start() < edge < match.end() for edge in (cut.start, cut.end)):
            return f"it breaks the word “{match[0]}”"
    return None


def _find_lost_word(words: str, cut: Span) -> str | None:
    gone = words[cut.start : cut.end].replace("’", "'")
    for pattern, what in GUARDED:
        match = pattern.search(gone)
        if match:
            return f"“{match[0]}” is {what}"
    return None


def _find_lost_number(words: str, cuts: Sequence[Span]) -> str | None:
    """ "About 300" must not become "300"; both may go."""
    for match in APPROXIMATIONS.finditer(words):
        if _is_cut(match.start("word"), cuts) and not _is_cut(match.start("number"), cuts):
            return f"“{match['word']}” is a hedge on a number"
    return None


def _is_cut(place: int, cuts: Sequence[Span]) -> bool:
    return any(cut.start <= place < cut.end for cut in cuts)


def _find_lost_phrase(words: str, cut: Span) -> str | None:
    """A cut takes whole sentences, a clause set off by commas, or a phrase of time or place in a clause."""
    touched = [span for span in find_sentences(words) if span.start < cut.end and cut.start < span.end]
    if (touched[0].start, touched[-1].end) == (cut.start, cut.end):
        return None
    if len(touched) > 1:
        return "it takes part of two sentences"
    sentence = touched[0]
    before = words[sentence.start : cut.start].rstrip()
    gone = words[cut.start : cut.end].strip()
    rest = words[cut.end : sentence.end].lstrip()
    at_end = not rest.strip(_CLOSERS)
    opened = not before or before[-1] in _SET_OFF or gone[0] in _SET_OFF
    closed = at_end or gone[-1] in _SET_OFF or rest[0] in _SET_OFF
    if opened and closed:
        return _find_lost_clause(before, gone.strip(_SET_OFF + " "), rest, at_end=at_end)
    if not PHRASE.match(gone) or not (closed or FOLLOWER.match(rest)):
        return _NO_PHRASE
    if PREDICATE.search(before):
        return "it is what the sentence says"
    if not VERBS.search(before) and VERBS.search(rest):
        return "it says of whom or what the sentence speaks"
    scope = SCOPE.search(before)
    return f"“{scope[0]}” is limited to it" if scope else None


def _find_lost_clause(before: str, gone: str, rest: str, *, at_end: bool) -> str | None:
    """A clause or apposition between commas goes, but no main clause and no one of several."""
    if before and not at_end and (_LIST_WORD.match(gone) or _LIST_WORD.match(rest.lstrip(_SET_OFF + " "))):
        return "it is one of several that are named together"
    if at_end and _LIST_WORD.match(gone) and not VERBS.search(gone):
        return "it is one of several that are named together"
    if not at_end and VERBS.search(gone) and not SUBORDINATE.match(gone) and not PHRASE.match(gone):
        return "it is what the sentence says"
    if not VERBS.search(f"{before} {rest}") and VERBS.search(gone):
        return "it is what the sentence says"
    return None


def _find_unreadable(words: str, cuts: Sequence[Span]) -> str | None:
    parts = find_parts(words, Span(0, len(words)), cuts)
    left = " ".join(words[part.start : part.end] for part in parts)
    ending = re.search(r"[.!?…]+[\s\"”’»)\]]*$", words)
    if ending and parts[-1].end <= ending.start():
        left = left.rstrip(",;:—– ") + "."
    reason = _find_reason(left)
    if reason is None or reason is _find_reason(words):
        return None
    return f"what is left cannot be read alone ({reason.value})"


def _find_reason(words: str) -> Dependence | None:
    """Why words of one or more sentences cannot be read alone; the later ones may lean on the ones before."""
    sentences = [words[span.start : span.end] for span in find_sentences(words)]
    reason = find_dependence(sentences[0])
    if reason is None and not all(stands_after(before, after) for before, after in pairwise(sentences)):
        return Dependence.PRONOUN
    return reason
