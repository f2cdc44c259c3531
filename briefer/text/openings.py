"""Which sentences can be read alone, as a quotation in a brief must be.

A sentence that opens with "He", "The deal" or "However" is true and useless. The checks know English;
in other languages only quotation marks, brackets, case and the closing mark are looked at. In doubt a
sentence is called dependent: there are others to quote.

A time that the date of the article explains ("on Monday", "last year", "this week") is no dependence;
one that hangs on another sentence ("the next day", "two weeks later") is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefer.model import Span
from briefer.text import opening_words as table
from briefer.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from briefer.text.datelines import read_dateline
from briefer.text.dependence import Dependence
from briefer.text.people_words import FEMALE_NAMES, FEMALE_TITLES, MALE_NAMES, MALE_TITLES
from briefer.text.pointing import find_pointing, opens_with_name
from briefer.text.quotations import QUOTED, find_quoted
from briefer.text.subjects import find_lack, find_settled_body, is_name
from briefer.text.times import PAST

__all__ = ["Dependence", "find_dateline", "find_dependence", "stands_after"]

_TOKEN = re.compile(r"[$€£]?\w+(?:[.,'’&/-]\w+)*|[,;:()—–…]")
_OPENERS = " \t\n\"“„‘'«»‹([{¿¡…•*–—-"
_PAIRS = {"”": "“„", "“": "„", "»": "«", "«": "»", ")": "(", "]": "[", "」": "「", "』": "『"}
_PAIRED = re.compile(r"[“”„«»()\[\]「」『』]|(?<!\w)‘|’(?!\w)")
_LIST_LABEL = re.compile(r"(?:^|\s)(?:\w|\d\d|[ivx]{1,4})$")
_GLUED_OPENING = re.compile(r"[a-z\d](?:The|A|An|This|He|She|It|They|But)\s(?=[a-z\d])")
_GLUED = re.compile(r"(?<!\w)([A-Z]?[a-z]{2,})([A-Z][a-z]{2,})(?!\w)")
_TERMINAL = re.compile(r"(?P<mark>(?<![.!?…؟۔。！？।])[.!?…؟۔。！？।]++)[\s\"“”’'»«)\[\]」』\d¹²³]{0,12}$")
_LABEL = re.compile(r"(?:[QA]|[A-Z][A-Z. ]{1,30}):\s")
_POINTER = re.compile(
    rf"(?:{table.CALLS})(?!\w)|(?:{table.PAGE_LABELS})s?:|©|(?:{table.CROSS_REFERENCES})", re.IGNORECASE
)
_CONNECTIVE = re.compile(rf"(?:{table.CONNECTIVE_PHRASES})(?!\w)", re.IGNORECASE)
_LATE_CONNECTIVE = re.compile(
    rf"[^,;]{{0,60}},\s(?:{table.LATE_CONNECTIVES}),|(?:\S+ ){{1,3}}(?:thus|therefore|hence)\b"
)
_RELATIVE_TIME = re.compile(rf"(?:{table.RELATIVE_TIMES})(?!\w)", re.IGNORECASE)
_UNNAMED = r"(?:he|she|they|it|the [a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)"
_POSSESSED = r"(?:its|his|her|their) [a-z][a-z-]*(?: [a-z][a-z-]*)?(?: [A-Z][\w'’-]+){0,3}"
_UNNAMED_SPEAKER = re.compile(
    rf"(?:,|[,.?!…][”\"’'»],?)\s(?:(?:{_UNNAMED}|{_POSSESSED}) (?:has |had |also |then )?{table.SPEECH}\b"
    r"(?=[.,;:]| (?:on|in|at|to|during|after|late|last|earlier|by) [^,]{0,60}[.,])"
    rf"|{table.SPEECH} {_UNNAMED}(?=[.,;:]))|, according to (?:him|her|them|it|the [a-z-]+)\."
)
NAMED_SPEAKER = re.compile(
    rf"[A-Z][\w.'’-]+,? (?:[^,.]{{1,60}}, )?(?:has |had |also )?{table.SPEECH}\b"
    rf"|{table.SPEECH} (?:[\w-]+ ){{0,5}}[A-Z]|according to [A-Z]"
)
_MALE, _FEMALE = frozenset(("he", "his", "him")), frozenset(("she", "her", "hers"))
_FULL_NAME = re.compile(r"(?<!^)\b[A-Z][\w&’'-]+ [A-Z][\w&’'-]+")
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS, *SHORT_MONTHS))
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE_PREDICATE = re.compile(
    r"\b(?:is|was) (?:an?|the) (?:[\w-]+ )?(?:answer|solution|exception|option|mistake|start)[.!]$"
    r"|\b(?:declined|refused) to comment[.]$|\bnot (?:immediately )?(?:respond|reply|comment)[.]$"
    r"|\bnot (?:immediately )?(?:respond|reply)\w* to (?:an? )?requests? for (?:a )?comment[.]$"
    r"|\bnot offer (?:any|a) (?:comment|response)[.]$|\b(?:has|have|had) no figures?[.]$"
    r"|\b(?:was|were) (?:appalled|shocked|saddened|outraged)[.]$"
)
"""Of what, the sentence before said."""
_ELLIPSIS = re.compile(r"(?:\S+ ){1,4}(?:were|was|did|had|has|have|is|are|do|does) not[,.]")
_AFTER_WHAT = re.compile(
    r"[^,;]{1,60}(?:,[^,;]{1,60},)?\s(?:later|subsequently|then)\s(?P<verb>[a-z]+)(?!\S)"
)
_BARE_TIME = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|six|seven|several) )?(?:hour|day|week|month|year)s?"
    r" (?:earlier|later|before)(?=[,.;])"
)
_FEWEST_WORDS, _FEW_WORDS = 5, 8
"""A sentence of fewer words, commas counted, says too little where it has neither name nor number.

Its first word may be a name; where it is none, it needs some more.
"""
_LEAST_QUOTED = 5
"""Words of a quotation that says something by itself."""
_LEANING_END = re.compile(
    r"\b(?:of|for|to|about|with|in|on|by|[a-z]+) (?:this|that|these|those|it|them|him|her)(?:[.!]$|:\s)"
)

# "Lavrov confirmed as much", "the most obvious ones": what was said, or is counted, stands further up.
_STANDS_FOR = re.compile(
    r"\b(?:said|says|admitted|acknowledged|conceded|confirmed|hinted|suggested|indicated) as much\b(?! as)"
    r"|\bthe (?:[\w-]+ ){1,3}ones\b(?! (?:who|that|which|in|from|of|with|on))"
)


def find_dependence(text: str, *, language: str = "en") -> Dependence | None:
    """Why the sentence `text` cannot be read alone, or None when it can.

    `language` is an ISO 639-1 code; only English sentences are read for what they refer to.
    """
    dateline = find_dateline(text)
    sentence = _read_sentence(text[dateline:])
    checks = (*_STRUCTURE, *_ENGLISH) if language == "en" else _STRUCTURE
    reason = next((reason for check in checks if (reason := check(sentence))), None)
    return reason or (Dependence.DATELINE if dateline else None)


def find_dateline(text: str) -> int:
    """Where a sentence begins after an opening such as "BAGHDAD, Oct. 7 (Newswire) - "; 0 without one."""
    dateline = read_dateline(text)
    return dateline.end if dateline else 0


def stands_after(previous: str, sentence: str, *, language: str = "en") -> bool:
    """Whether `sentence` can be read when `previous`, the sentence before it, is printed too.

    Then `previous` can be read alone and names what `sentence` leans on, or the two are one quotation
    that can be read alone.
    """
    if find_dependence(previous, language=language) is Dependence.QUOTATION:
        return find_dependence(f"{previous} {sentence}", language=language) is None
    if find_dependence(previous, language=language):
        return False
    reason = find_dependence(sentence, language=language)
    return reason is None or (reason in _CURABLE and _offers_antecedent(previous, sentence, reason))


def _offers_antecedent(previous: str, sentence: str, reason: Dependence) -> bool:
    before, words = _read_sentence(previous).own_words, _read_sentence(sentence).own_words
    opening = [word.lower().split("'")[0] for word in words[:8]]
    if reason is Dependence.SPEAKER:
        return NAMED_SPEAKER.search(previous) is not None
    if any(word in table.PERSONS or word in table.ROLES for word in opening):
        return _names_person(before) and not _names_the_other(before, opening)
    if {"they", "them", "their", "both", "two", "these"} & set(opening):
        return "and" in before or any(word.endswith("s") and not word.endswith("'s") for word in before)
    is_thing = before[:1] and before[0].lower() in table.ARTICLES
    return bool(is_thing) or any(map(is_name, before[1:])) or bool(before and opens_with_name(before))


def _names_the_other(before: Sequence[str], opening: Sequence[str]) -> bool:
    """Whether all given names and titles are of women where a "he" follows, or of men where a "she" does."""
    named = {word.lower() for word in before if word[0].isupper()}
    is_female = not named.isdisjoint(FEMALE_NAMES | FEMALE_TITLES)
    is_male = not named.isdisjoint(MALE_NAMES | MALE_TITLES)
    if is_female == is_male:
        return False
    return not _MALE.isdisjoint(opening) if is_female else not _FEMALE.isdisjoint(opening)


def _names_person(words: Sequence[str]) -> bool:
    """Whether two names stand together ("Ali Hadi"), or one beside an office or a verb of speech."""
    beside = table.ROLES | table.SPEECH_FORMS
    for before, word, following in zip(("", *words), words, (*words[1:], ""), strict=False):
        company = is_name(following) or following in table.SPEECH_FORMS or before.lower() in beside
        if company and is_name(word) and word not in table.NEVER_PERSONS:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as the checks see it.

    `opened` begins with its first word; `unquoted` has nothing between quotation marks. Their words,
    commas and colons stand in `words` and `own_words`.
    """

    text: str
    opened: str
    unquoted: str
    words: tuple[str, ...]
    own_words: tuple[str, ...]


def _read_sentence(text: str) -> _Sentence:
    text = text.strip()
    opened = text.lstrip(_OPENERS)
    unquoted = QUOTED.sub("“”", text)
    return _Sentence(text, opened, unquoted, _find_words(opened), _find_words(unquoted))


def _find_words(text: str) -> tuple[str, ...]:
    return tuple(token.replace("’", "'") for token in _TOKEN.findall(text))


def _check_pairs(sentence: _Sentence) -> Dependence | None:
    """Quotation marks and brackets come in pairs; an apostrophe or "1)" needs no partner."""
    opened: list[str] = []
    for match in _PAIRED.finditer(sentence.text):
        mark = match[0]
        if mark == "‘":
            opened.append(mark)
        elif mark == "’":
            if opened[-1:] == ["‘"]:
                opened.pop()
        elif opened and opened[-1] in _PAIRS.get(mark, ""):
            opened.pop()
        elif mark in "“„«»([「『":
            opened.append(mark)
        elif not (mark == ")" and _LIST_LABEL.search(sentence.text[: match.start()][-4:])):
            return Dependence.QUOTATION
    return Dependence.QUOTATION if opened or sentence.text.count('"') % 2 else None


def _check_edges(sentence: _Sentence) -> Dependence | None:
    """A sentence opens with a capital or a name such as iPhone, and is closed by a mark."""
    first = sentence.words[0] if sentence.words else ""
    if not first or (first[0].islower() and not any(letter.isupper() for letter in first)):
        return Dependence.FRAGMENT
    if sentence.text[0] in "([" and sentence.text.rstrip(". ")[-1:] in (")", "]"):
        return Dependence.FRAGMENT
    closing = _TERMINAL.search(sentence.text)
    if closing is None or "…" in closing["mark"] or ".." in closing["mark"]:
        return Dependence.CUT_OFF
    return Dependence.QUESTION if closing["mark"][0] in "?؟？" else None


def _check_joints(sentence: _Sentence) -> Dependence | None:
    """Lines of a page that ran into one another: "in DorvaThe party left", "Lena OrlovaLena Orlova said"."""
    if _GLUED_OPENING.search(sentence.text):
        return Dependence.FRAGMENT
    words = set(sentence.words)
    glued = _GLUED.finditer(sentence.text)
    return Dependence.FRAGMENT if any(words.issuperset(match.groups()) for match in glued) else None


def _check_address(sentence: _Sentence) -> Dependence | None:
    """Lines that speak to the reader of a page or point at its other parts, and turns of a transcript."""
    if _POINTER.match(sentence.opened):
        return Dependence.POINTER
    return Dependence.SPEAKER if _LABEL.match(sentence.opened) else None


def _check_length(sentence: _Sentence) -> Dependence | None:
    return Dependence.FRAGMENT if len(sentence.words) < 4 else None


def _check_speaker(sentence: _Sentence) -> Dependence | None:
    """Words of a speaker who is a pronoun, "the official", or not there at all."""
    if not any(letter.isalnum() for letter in sentence.unquoted):
        return Dependence.SPEAKER
    own = sentence.unquoted.replace("“”", ",”")
    unnamed = _UNNAMED_SPEAKER.search(own)
    if unnamed is None or NAMED_SPEAKER.search(own[: unnamed.start()]):
        return None
    told, speaker = _find_words(own[: unnamed.start()]), _find_words(unnamed[0])
    is_settled = find_settled_body(speaker) or not table.OWNERS.isdisjoint(speaker)
    is_placed = is_settled and any(map(is_name, told[1:]))
    return None if is_placed or _names_speaker(unnamed[0], own) else Dependence.SPEAKER


def _names_speaker(unnamed: str, sentence: str) -> bool:
    """Whether "the company" that speaks may be one that the sentence has the full name of."""
    is_body = any(word in table.NAMED_BEFORE for word in _find_words(unnamed))
    return is_body and _FULL_NAME.search(sentence) is not None


def _check_narrator(sentence: _Sentence) -> Dependence | None:
    words = sentence.own_words
    for index, word in enumerate(words):
        bare = word.split("'")[0]
        if bare == "I" and not (index > 1 and is_name(words[index - 1])):
            return Dependence.NARRATOR
        if bare.lower() in table.NARRATORS and not (index and bare[0].isupper()):
            return Dependence.NARRATOR
    return None


def _check_connective(sentence: _Sentence) -> Dependence | None:
    first = sentence.words[0].lower()
    if first in table.CONNECTIVES or _CONNECTIVE.match(sentence.opened):
        return Dependence.CONNECTIVE
    if first in table.CONNECTIVES_BEFORE_COMMA and sentence.words[1] == ",":
        return Dependence.CONNECTIVE
    return Dependence.CONNECTIVE if _LATE_CONNECTIVE.match(sentence.unquoted) else None


def _check_time(sentence: _Sentence) -> Dependence | None:
    return Dependence.TIME if _RELATIVE_TIME.match(sentence.opened) else None


def _check_subject(sentence: _Sentence) -> Dependence | None:
    return find_lack(sentence.words)


def _check_pointing(sentence: _Sentence) -> Dependence | None:
    return find_pointing(sentence.own_words)


def _check_quoted_pointing(sentence: _Sentence) -> Dependence | None:
    """ "“We make these tradeoffs all the time,” ...": whoever is quoted points at what stood before, too."""
    quoted = find_quoted(sentence.text)
    if not quoted or quoted[0].start:
        return None
    words = _find_words(_inside(sentence, quoted[0]))
    if len(words) < _LEAST_QUOTED:
        return None
    for index, (word, following) in enumerate(pairwise(words)):
        is_there = following.lower() in table.DEICTIC_TIMES | table.AROUND_A_SPEAKER
        is_noun = following.islower() and following not in table.AUXILIARIES | table.VERBS
        if (
            index
            and word in ("this", "these")
            and is_noun
            and not is_there
            and following not in words[:index]
        ):
            return Dependence.DEMONSTRATIVE
    return None


def _inside(sentence: _Sentence, quoted: Span) -> str:
    return sentence.text[quoted.start + 1 : quoted.end - 1]


def _check_substance(sentence: _Sentence) -> Dependence | None:
    """A short sentence without a name or a number, or one that ends in "of this", says too little alone."""
    stands_for = (_STANDS_FOR, _BARE_PREDICATE)
    if _ELLIPSIS.match(sentence.unquoted) or any(one.search(sentence.unquoted) for one in stands_for):
        return Dependence.DEMONSTRATIVE
    is_dated = any(word in _CALENDAR or _YEAR.fullmatch(word) for word in sentence.words)
    after = _AFTER_WHAT.match(sentence.unquoted)
    is_after = after and PAST.fullmatch(after["verb"])
    if (is_after or _BARE_TIME.search(sentence.unquoted)) and not is_dated:
        return Dependence.TIME
    named = any(map(is_name, sentence.words[1:]))
    # "More than 90,000 people had been displaced": before what, and where, was said before.
    if not named and "had" in sentence.own_words and sentence.words[0].lower() in table.FUNCTION_OPENERS:
        return Dependence.BARE
    if named or any(word[0].isdigit() for word in sentence.words):
        return None
    # "Talks ended on Friday without a statement": of whom, and where?
    if any(word in WEEKDAYS for word in sentence.own_words) and not opens_with_name(sentence.words):
        return Dependence.BARE
    if _LEANING_END.search(sentence.text):
        return Dependence.DEMONSTRATIVE
    first = sentence.words[0].lower()
    is_nobody = first in table.FUNCTION_OPENERS or (first.endswith("s") and not first.endswith("'s"))
    return Dependence.BARE if len(sentence.words) < (_FEW_WORDS if is_nobody else _FEWEST_WORDS) else None


_CURABLE = frozenset(Dependence) - {
    Dependence.QUOTATION,
    Dependence.FRAGMENT,
    Dependence.CUT_OFF,
    Dependence.QUESTION,
    Dependence.POINTER,
    Dependence.DATELINE,
    Dependence.NARRATOR,
}
"""What the sentence before can make good."""
_Check = Callable[[_Sentence], Dependence | None]
_STRUCTURE: Sequence[_Check] = (_check_pairs, _check_edges, _check_joints)
_ENGLISH: Sequence[_Check] = (
    _check_address,
    _check_length,
    _check_speaker,
    _check_narrator,
    _check_time,
    _check_connective,
    _check_subject,
    _check_quoted_pointing,
    _check_pointing,
    _check_substance,
)
