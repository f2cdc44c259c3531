"""Leaving words out of a quotation without changing what it says.

What is left is whole words of the source in their order, with `[…]` for every part that is not shown.
A cut is refused that takes away a word on which the meaning hangs, or that leaves what cannot be read.
The lists know English; in another language nothing may be cut, for nobody could see a negation go.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefer.model import Repair, Span
from briefer.model.briefs import OMISSION
from briefer.text.brackets import supply
from briefer.text.dependence import Dependence
from briefer.text.openings import find_dependence, stands_after
from briefer.text.sentences import find_sentences
from briefer.text.trimming_words import (
    APPROXIMATIONS,
    FOLLOWER,
    GUARDED,
    HALF_LIST,
    INTRODUCTION,
    NEW_NAME,
    PHRASE,
    PREDICATE,
    RELATIVE,
    RESUMPTION,
    SCOPE,
    SIDE_CLAUSE,
    SUBORDINATE,
    VERBS,
)

_OWN_OMISSION = re.compile(r"[\[(]\s?(?:…|\.{2,})\s?[\])]")
_WORD = re.compile(r"\w+(?:[.,'’&/-]\w+)*")
_SET_OFF = ",;:()[]—–"
_DASHES = ",;—–"
_RESUMED = re.compile(rf"{RESUMPTION.pattern}|{VERBS.pattern}")
_ARTICLE = re.compile(r"(?:A|An|The)\b")
_TIME_SPAN = re.compile(r"\b(?:second|minute|hour|day|night|week|month|year|decade)s?$")
_JOINING = re.compile(r"\b(?:and|or)\b")
_OWN_CLAUSE = re.compile(rf"(?:an?|the|one|its|his|her|their|A|An|The)\b|{SIDE_CLAUSE.pattern}")
_STRAY_DEED = re.compile(r"\b(?:and|or)\s+(?!(?:the|an?|in|at|on|near|its|their)\b)[a-z]")
# "An elected minister" does nothing.
_DESCRIBED = re.compile(r"\b(?:an?|the|its|his|her|their|most|more|very|newly)\s+[a-z]+ed\b")
_WHAT_IS_SAID = "it is a part of what the sentence says"
_WHO_IT_IS = "it says of whom or what the sentence speaks"
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


def join_parts(text: str, shown: Span, parts: Sequence[Span], repairs: Sequence[Repair] = ()) -> str:
    """The parts as they are printed, with an omission mark for all that is not, and with the repairs."""
    if list(parts) == [shown]:
        return supply(text, shown, repairs)
    if not parts:
        return OMISSION
    printed = [supply(text, part, repairs) for part in parts]
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
        or _find_lost_core(words, inside)
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
    if gone.count("(") != gone.count(")"):
        return _NO_PHRASE
    bracketed = gone[0] == "(" and gone.find(")") == len(gone) - 1
    opened = not before or before[-1] in _SET_OFF or gone[0] in _DASHES or bracketed
    closed = at_end or gone[-1] in _DASHES or rest[0] in _SET_OFF or bracketed
    if opened and closed:
        return (
            None if bracketed else _find_lost_clause(before, gone.strip(_SET_OFF + " "), rest, at_end=at_end)
        )
    if not PHRASE.match(gone) or not (closed or FOLLOWER.match(rest)):
        return _NO_PHRASE
    if any(mark in gone.rstrip(_SET_OFF) for mark in _SET_OFF) or _STRAY_DEED.search(gone):
        return _NO_PHRASE
    if not _leans(gone) or re.search(r"\bthat\b", gone) or _goes_on(gone, rest):
        return _NO_PHRASE
    if PREDICATE.search(before):
        return _WHAT_IS_SAID
    if not VERBS.search(before):
        return _WHO_IT_IS
    scope = SCOPE.search(before)
    return f"“{scope[0]}” is limited to it" if scope else None


def _find_lost_clause(before: str, gone: str, rest: str, *, at_end: bool) -> str | None:
    """A side clause or an apposition between commas goes, but no subject and no one of several."""
    following = rest.lstrip(_SET_OFF + " ")
    if _is_one_of_several(before, gone, following, at_end=at_end):
        return "it is one of several that are named together"
    if before.endswith(":") or (at_end and "," in before and _RESUMED.match(gone)):
        return _WHAT_IS_SAID
    if any(VERBS.match(clause) for clause in _split_clauses(gone)[1:]):
        return _WHAT_IS_SAID
    if not _leans(gone) and not PHRASE.match(gone) and not (at_end and before[-1:] not in (",", "")):
        return _WHAT_IS_SAID
    if INTRODUCTION.match(gone) or SIDE_CLAUSE.match(gone):
        return None
    # Until a main clause has begun, a name or "the ..." is what it speaks of.
    leading = all(INTRODUCTION.match(part) for part in _split_clauses(before))
    named = before or not _ARTICLE.match(gone) or not following[:1].isupper()
    return _WHO_IT_IS if leading and named else None


def _goes_on(gone: str, rest: str) -> bool:
    """Whether the last word belongs with what follows: "on" with "Sunday", "two months" with "after"."""
    return PREDICATE.search(gone) is not None or (
        _TIME_SPAN.search(gone) is not None and re.match(r"(?:after|before|since)\b", rest) is not None
    )


def _leans(gone: str) -> bool:
    """Whether no verb is in it, or only one that leans on what stands before."""
    verb, relative = VERBS.search(gone), RELATIVE.search(gone)
    return (
        not verb
        or SUBORDINATE.match(gone) is not None
        or (relative is not None and relative.start() < verb.start())
    )


def _is_one_of_several(before: str, gone: str, following: str, *, at_end: bool) -> bool:
    """Things, deeds or adjectives that stand side by side: "oil, gas, and coal", "an icy, rocky world"."""
    if HALF_LIST.search(before) and not NEW_NAME.match(gone):
        return True
    if before and (_LIST_WORD.match(gone) or (not at_end and _LIST_WORD.match(following))):
        return True
    own = _OWN_CLAUSE.match(gone) is not None
    if _JOINING.search(gone):
        return not own or VERBS.match(gone) is not None or HALF_LIST.search(before) is not None
    verb = VERBS.search(following)
    return not own and _JOINING.search(following, 0, verb.start() if verb else len(following)) is not None


def _split_clauses(words: str) -> list[str]:
    """The runs of words between commas, dashes and brackets."""
    return [part.strip() for part in re.split(rf"[{re.escape(_SET_OFF)}]", words) if part.strip()]


def _find_lost_core(words: str, cuts: Sequence[Span]) -> str | None:
    """Where a main clause can be made out, one must be left."""
    left = ", ".join(words[part.start : part.end] for part in find_parts(words, Span(0, len(words)), cuts))
    return _WHAT_IS_SAID if _has_main_clause(words) and not _has_main_clause(left) else None


def _has_main_clause(words: str) -> bool:
    return any(
        VERBS.search(_DESCRIBED.sub("", part)) and not SIDE_CLAUSE.match(part)
        for part in _split_clauses(words)
    )


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
