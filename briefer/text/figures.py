"""Amounts in a sentence and what they count, so that two reports of one thing can be held together.

An amount is found only where there is no doubt that it is one and what it is of: dates, years, ages,
times, durations, ordinals, scores, shares of a whole, increments, ranges and the numbers of flights,
articles and rifles are passed over, and so are "a dozen" and "hundreds". Words are English.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from briefer.model import Span
from briefer.text.similarity import CALENDAR, NUMBER_WORDS
from briefer.text.words import FUNCTION_WORDS, Word, find_words

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_CURRENCY = re.compile(r"(?:US|A|C)?[$€£¥]\s?$")
_PERCENT = re.compile(r"\s?%|\s(?:per cent|percent)\b")
_QUALIFIER = re.compile(
    r"\b(at least|at most|as many as|no fewer than|no less than|more than|fewer than|less than|up to|about"
    r"|around|some|nearly|almost|over|under|roughly|approximately|an estimated|only|just)\s+$",
    re.IGNORECASE,
)
_EXACT = frozenset(("at least", "at most", "no fewer than", "no less than", "only", "just"))
_RANGE = frozenset("to or and in".split())
_NOT_BEFORE = frozenset(
    """another additional further extra other these those the his her its their our this every each
    aged age no number chapter article section page about-face""".split()
)
_NOT_AFTER = frozenset("more others other additional further extra of out times".split())
_TIME = frozenset(
    """second seconds minute minutes hour hours day days week weeks weekend weekends month months year years
    decade decades century centuries night nights morning mornings am pm gmt est o'clock""".split()
)
_FATES = {
    stem: fate
    for fate, stems in {
        "dead": "kill die dead death fatal slain deceas perish bodi drown",
        "hurt": "wound injur hurt",
        "missing": "miss unaccount",
        "held": "arrest detain",
        "displaced": "displac homeless",
        "fled": "evacu evacue",
    }.items()
    for stem in stems.split()
}
_LATER_FATES = tuple(
    (re.compile(rf"{reach}\b(?:{phrase})\b"), fate)
    for reach, phrase, fate in (
        (r"[^,;:.!?()]{0,50}?", "lost (?:their|his|her) li(?:ves|fe)", "dead"),
        (
            r"[^,;:.!?()]{0,50}?",
            "(?:driven|forced|chased) (?:from|out of) their homes|forced to leave their homes"
            "|(?:left|lost|abandoned) their homes",
            "displaced",
        ),
        (
            r"(?: (?!(?:before|as|when|while|after|and|since|how|that|where)\b)[a-z]+){1,3} "
            r"(?:(?:have|had|has) )?(?:(?:already|now|since) )?",
            "fled",
            "fled",
        ),
    )
)
"""What became of those counted, in several words behind an amount."""
_THE_DEAD = (
    r"(?:death toll|toll of the dead|(?:number|count) of (?:the )?(?:people |those )?(?:dead|deaths|victims"
    r"|fatalities|killed|who (?:have |had )?(?:died|perished|lost their lives|been killed|were killed)))"
)
_OF_OTHERS = (
    r"(?:number|count) of (?:the |those )?(?:people )?(?:still )?"
    r"(?:missing|unaccounted for|displaced|evacuees|evacuated|wounded|injured|arrested|detained)"
)
_STANDS = (
    r"[^.;:!?]{0,160}?\b(?:rose|risen|rises|climbs|climbed|jumped|grew|grown|increased|stood|stands?|fell|fallen"
    r"|reached|passed|topped|put|was|is|amounts|raised|revised|lowered|updated|brought|hits?|exceed(?:s|ed)"
    r"|surpass(?:es|ed)|remain(?:s|ed)|doubled|tripled|near(?:s|ed)|cross(?:es|ed))(?: up| down)?"
    r"(?: to| at| past|[^.;:!?]{0,40} from [\w,.]+ to)?\s$"
)
_OTHER_TOLL = re.compile(
    rf"\b(?:{_OF_OTHERS}\b{_STANDS.replace('[^.', '[^,.')}"
    rf"|(?:put|puts|raised|lowered|brought) (?:the )?{_OF_OTHERS}\b[^.;:!?]{{0,60}}\b(?:to|at)\s$)",
    re.IGNORECASE,
)
"""What makes the amount behind it one of those who are missing, hurt, held or driven out."""
_TOLL = re.compile(
    rf"\b{_THE_DEAD}\b{_STANDS}"
    r"|\bthe dead (?:now )?number(?:ed|s)?\s$|\b(?:death )?toll(?: [a-z]+)? (?:of|to)\s$|\bdeath toll:\s$"
    r"|\b(?:raised|lowered|cut|puts?|brought|revised|takes|taking|brings|bringing) (?:the )?"
    rf"{_THE_DEAD}\b[^.;:!?]{{0,60}}\b(?:to|at)\s$",
    re.IGNORECASE,
)
"""What makes the amount behind it one of the dead."""
_WAS = re.compile(
    r"[^.;:!?]{0,80}?(?:\b(?:up|down|revised|raised|lowered|corrected) from|\bcompare[sd] (?:with|to)"
    r"|,? (?:rather than|instead of|(?:and|but) not(?:, [^,;.]{1,60},)?(?: to| at)?)|, not(?: to| at)?)"
    r"(?: the| an?)?(?: (?:earlier|previous|initial|original))?(?: (?:count|toll|estimate|tally) of)?\s$"
)
"""What stands between an amount and the one that it was before, or that it was wrongly said to be."""
_FROM = re.compile(r"(?: [A-Za-z]+){0,2} from(?: the| an?)?(?: (?:earlier|previous|initial))?\s$")
_CHANGED = re.compile(
    r"(?:\b(?:rose|risen|raised|increased|climbed|jumped|grew|grown|fell|fallen|cut|lowered|reduced|revised|slowed"
    r"|dropped|up|down)\b[^.;:!?]{0,40} from(?: the| an?)?\s|\bnot(?: to)?\s)$"
)
_TO = re.compile(r"(?: [a-z]+)? (?:to|but)(?: to)?(?: the| an?)?\s$")
"""Before an amount and behind it: "from 12 to 14", "not 12 but 14"; the second is what it is."""
_RISEN = re.compile(r"\b(?:to|at)\s$")
"""Before an amount: then a bare "from" behind it says what it was, and not where it came from."""
_BESIDE, _BACK = 40, 320
"""Characters before an amount in which its currency and qualifier stand; and all that may say what it is."""
_NO_NOUNS = frozenset("compares remains means includes makes represents".split())
_IRREGULAR = frozenset("people men women children personnel police aircraft".split())
_LONGEST_NAME = 4
"""Words from an amount to the noun that it counts: "27 main battle tanks"."""
_REACH = 5
"""Words from an amount to what became of those it counts: "12 people were reported killed"."""
_PHRASE_REACH = 90
"""Characters behind an amount in which a phrase is looked for."""
_STOP = re.compile(r"[,;:.!?()“”\"—–]|\s-\s")


class _Number(NamedTuple):
    """A number in words or digits: those of `words[first:last]`."""

    first: int
    last: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a sentence. `span` is its place there, from what qualifies it to what it counts.

    `unit` is a currency sign, `%` or empty; `noun` the stem of what is counted and `fate` what became of
    it, each empty where it is not plain. `is_round` says that the amount is not given to the last one.
    `was` is the amount that, as the sentence itself says, it was before, or was wrongly said to be.
    """

    span: Span
    value: Decimal
    unit: str
    noun: str
    fate: str
    is_round: bool
    was: Decimal | None = None


def find_figures(text: str) -> tuple[Figure, ...]:
    """The amounts in a sentence of which it is plain what they are of, in order."""
    words = find_words(text)
    numbers = tuple(_iter_numbers(text, words))
    taken = frozenset(place for number in numbers for place in range(number.first, number.last))
    found: list[Figure] = []
    earlier: dict[_Number, Decimal] = {}
    for number, following in zip_longest(numbers, numbers[1:]):
        if following and number not in earlier and _is_changed(text, words, number, following):
            earlier[following] = number.value
            taken -= {*range(number.first, number.last)}
            continue
        was = earlier.get(number)
        figure = None if was == number.value else _read_figure(text, words, number, taken)
        if figure is None:
            continue
        if was is None and following and _is_earlier_value(text, words, number, following, taken):
            earlier[following] = following.value  # it is no amount of its own
            was = following.value
        found.append(replace(figure, was=was))
    return tuple(found)


def _is_changed(text: str, words: Sequence[Word], number: _Number, following: _Number) -> bool:
    """Whether an amount is told only as what the next one was: "rose from 12 to 14", "not 12 but 14"."""
    between = text[_end_of(text, words, number) : _start_of(text, words, following)]
    return bool(_TO.fullmatch(between)) and bool(
        _find_before(_CHANGED, text, _start_of(text, words, number), reach=_BACK)
    )


def _is_earlier_value(
    text: str, words: Sequence[Word], number: _Number, following: _Number, taken: frozenset[int]
) -> bool:
    """Whether the next amount is what this one was before: "139, up from 118", "0.8 bn and not 1.8 bn"."""
    end = _end_of(text, words, number)
    start = _start_of(text, words, following)
    between = text[end:start]
    nouns = (_find_noun(text, words, one, taken) for one in (number, following))
    mine, other = (words[place].stem if place is not None else "" for place in nouns)
    if other and mine != other:
        return False
    is_risen = _find_before(_RISEN, text, _start_of(text, words, number)) is not None
    return bool(_WAS.fullmatch(between)) or (is_risen and bool(_FROM.fullmatch(between)))


def _start_of(text: str, words: Sequence[Word], number: _Number) -> int:
    """Where an amount begins, with its currency and what qualifies it."""
    start = words[number.first].start
    currency = _find_before(_CURRENCY, text, start)
    start = currency.start() if currency else start
    qualifier = _find_before(_QUALIFIER, text, start)
    return qualifier.start() if qualifier else start


def _find_before(
    pattern: re.Pattern[str], text: str, end: int, *, reach: int = _BESIDE
) -> re.Match[str] | None:
    """The words right before a place; what stands far before it takes no time."""
    return pattern.search(text, max(0, end - reach), end)


def _end_of(text: str, words: Sequence[Word], number: _Number) -> int:
    end = words[number.last - 1].end
    percent = _PERCENT.match(text, end)
    return percent.end() if percent else end


def count_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are of the same kind of thing, so that their values can be held together."""
    if one.unit != other.unit or one.fate != other.fate:
        return False
    if one.fate:
        return one.noun == other.noun or not (one.noun and other.noun)
    return one.noun == other.noun


def _iter_numbers(text: str, words: Sequence[Word]) -> Iterator[_Number]:
    place = 0
    while place < len(words):
        first, lower = place, words[place].text.casefold()
        place += 1
        if _DIGITS.fullmatch(lower):
            value = Decimal(lower.replace(",", ""))
        elif lower in NUMBER_WORDS:
            value = Decimal(NUMBER_WORDS[lower])
            unit = Decimal(NUMBER_WORDS.get(words[place].text, "0")) if place < len(words) else Decimal(0)
            is_joined = place < len(words) and _gap(text, words, place) in (" ", "-")
            if value >= 20 and 0 < unit < 10 and is_joined:
                value, place = value + unit, place + 1
        else:
            continue
        while place < len(words) and words[place].text in _SCALES and not _gap(text, words, place).strip():
            value, place = value * _SCALES[words[place].text], place + 1
        yield _Number(first, place, value)


def _gap(text: str, words: Sequence[Word], place: int) -> str:
    """What stands between a word and the one before it."""
    return text[words[place - 1].end : words[place].start]


def _read_figure(text: str, words: Sequence[Word], number: _Number, taken: frozenset[int]) -> Figure | None:
    start, end = words[number.first].start, words[number.last - 1].end
    currency = _find_before(_CURRENCY, text, start)
    percent = _PERCENT.match(text, end)
    unit = currency[0].strip() if currency else "%" if percent else ""
    if number.value <= 1 or not _is_amount(text, words, number, taken, unit):
        return None
    start = currency.start() if currency else start
    end = percent.end() if percent else end
    noun_place = None if unit else _find_noun(text, words, number, taken)
    noun = words[noun_place] if noun_place is not None else None
    if noun and noun.text.casefold() in _TIME:
        return None
    fate, fate_end = ("", 0) if unit else _find_fate(text, words, number, taken)
    if not (noun or fate or unit):
        return None
    qualifier = _find_before(_QUALIFIER, text, start)
    return Figure(
        span=Span(qualifier.start() if qualifier else start, noun.end if noun else max(end, fate_end)),
        value=number.value,
        unit=unit,
        noun=noun.stem if noun else "",
        fate=fate,
        is_round=bool(qualifier and qualifier[1].casefold() not in _EXACT),
    )


def _is_amount(text: str, words: Sequence[Word], number: _Number, taken: frozenset[int], unit: str) -> bool:
    """Whether a number is an amount, not a date, a name, an age, a share, an increment or part of a range."""
    first, last = number.first, number.last
    whole = text[words[first].start : words[last - 1].end]
    if not unit and _YEAR.fullmatch(whole):
        return False
    if first > 0:
        before, gap = words[first - 1], _gap(text, words, first)
        is_name = whole[0].isdigit() and before.text[0].isupper() and first > 1 and not gap.strip()
        if is_name or gap.strip() in ("-", "–", "/") or gap == ":" or before.text.casefold() in _NOT_BEFORE:
            return False
        if before.stem in CALENDAR or (before.text in _RANGE and first - 2 in taken):
            return False
    if last < len(words):
        after, gap = words[last], _gap(text, words, last)
        if gap[:1] in ("-", "–", "/", ":") or after.stem in CALENDAR or after.text.casefold() in _NOT_AFTER:
            return False
        if (after.text in _RANGE and last + 1 in taken) or (not gap.strip() and after.text in _TIME):
            return False
    return True


def _find_noun(text: str, words: Sequence[Word], number: _Number, taken: frozenset[int]) -> int | None:
    """The place of the first plural behind an amount, in one run of words with it."""
    for place in _run_after(text, words, number, taken, reach=_LONGEST_NAME):
        lower = words[place].text.casefold()
        if lower in FUNCTION_WORDS or lower in _NO_NOUNS or words[place].stem in _FATES:
            return None
        if lower in _IRREGULAR or (len(lower) > 3 and lower.endswith("s") and lower[-2] not in "sui"):
            return place
    return None


def _find_fate(text: str, words: Sequence[Word], number: _Number, taken: frozenset[int]) -> tuple[str, int]:
    """What became of those counted, and where the word for it ends if it stands right behind the amount.

    It is said right before, behind, or as a toll before.
    """
    start = _start_of(text, words, number)
    qualifier = _find_before(_QUALIFIER, text, words[number.first].start)
    governs = number.first - 1 - (len(qualifier[1].split()) if qualifier else 0)
    if governs >= 0 and (fate := _FATES.get(words[governs].stem)):
        return fate, 0
    for place in _run_after(text, words, number, taken, reach=_REACH):
        if words[place].text == "and":
            break
        if fate := _FATES.get(words[place].stem):
            return fate, words[place].end if place == number.last else 0
    behind = text[words[number.last - 1].end :][:_PHRASE_REACH]
    for pattern, fate in _LATER_FATES:
        if pattern.match(behind):
            return fate, 0
    if _find_before(_TOLL, text, start, reach=_BACK):
        return "dead", 0
    other = _find_before(_OTHER_TOLL, text, start, reach=_BACK)
    told = (_FATES.get(word.stem) for word in find_words(other[0])) if other else ()
    return next(filter(None, told), ""), 0


def _run_after(
    text: str, words: Sequence[Word], number: _Number, taken: frozenset[int], *, reach: int
) -> Iterator[int]:
    """The places of at most `reach` words behind an amount, up to the next mark or number."""
    for place in range(number.last, min(number.last + reach, len(words))):
        if _STOP.search(_gap(text, words, place)) or place in taken:
            return
        yield place
