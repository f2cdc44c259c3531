"""Whether two sentences say the same, so that no reader meets a statement twice.

Two sentences say the same when one holds nearly all content words of the other, mostly in the same
neighbourhood, and nothing that turns a statement into another one stands between them: a number, a
name, a negation, a condition, an office, or a word such as "rose" against "fell". The shorter one may
lack a clause of the longer one. When in doubt they differ: a repeat costs the reader a line, a
statement wrongly dropped costs a fact.

Source: containment of shingles after Broder (1997), On the resemblance and containment of documents;
the shingles here are pairs of neighbouring content stems.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefer.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from briefer.text.wordings import spell_phrases_alike, stem_alike
from briefer.text.words import FUNCTION_WORDS, find_words, stem

MISSING_SHARE = 1 / 10
"""Share of the shorter sentence's content words that the longer one may lack."""

PAIR_SHARE = 0.6
"""Share of the shorter sentence's pairs of neighbours that the longer one must hold."""

SHORTEST_PART = 4
"""Content words from which on a sentence can be part of another; shorter ones must be equal."""

# A title and a name alone are no statement that another sentence could hold.
_FEWEST_COMMON_WORDS = 2

NUMBER_WORDS = {
    word: str(number)
    for number, word in [
        *enumerate(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen twenty""".split()
        ),
        *zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True),
    ]
}
_NEGATIONS = """not no never none nobody nothing neither nor without cannot non unable unlikely unaware deny
    denied denies denying fail failed fails failing refuse refused refuses refusing reject rejected rejects
    rejecting bar bars barred
    не нет ни без никогда""".split()
_OFFICES = "former deputy acting vice ex interim caretaker".split()
_PLANS = """plan plans planned planning intend intends intended consider considers considered considering
    believed suspected expected hope hopes hoped aim aims aimed prepares preparing poised weigh weighs
    weighing mull mulls mulling seek seeks seeking sought want wants wanted propose proposes proposed
    proposing vow vows vowed pledge pledges pledged promise promises promised""".split()
_TURNS = (
    dict.fromkeys(_NEGATIONS, "not")
    | dict.fromkeys("may might could perhaps может могут бы".split(), "may")
    | dict.fromkeys("if unless если".split(), "if")
    | dict.fromkeys("will would shall".split(), "will")
    | dict.fromkeys(_PLANS, "plan")
    | {office: office for office in _OFFICES}
    | {"half": "half", "few": "few"}
)
_CONTRASTS = frozenset(
    stem_alike(word)
    for word in """rise rose risen fall fell fallen up down increase decrease gain lose lost win won more less
    fewer
    above below before after north south east west northern southern eastern western support oppose
    accept begin end start stop open close enter leave left arrive depart buy sell sold bought
    import export first last second third most least high low higher lower strengthen weaken approve
    condemn welcome ally rival male female man woman men women minister president million billion
    trillion hundred thousand""".split()
)
_HONORIFICS = frozenset("mr mrs ms dr sir mme".split())
_COURSES = frozenset("up down above below before after".split())
"""Function words that turn a statement: "went up" against "went down"."""
_NEARLY = frozenset("nearly almost roughly around approximately".split())
_WITHOUT_CONTENT = (FUNCTION_WORDS - _COURSES) | _HONORIFICS | _NEARLY | (_TURNS.keys() - _OFFICES)
_SHORT_MONTHS = {short.lower(): stem(month.lower()) for short, month in SHORT_MONTHS.items()}
CALENDAR = frozenset(stem(name.lower()) for name in (*MONTHS, *WEEKDAYS))

_DIGIT_GROUP = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}\b)")
_SPELLINGS = (
    (re.compile(r"%|\bper cent\b"), " percent "),
    (re.compile(r"(?<=\d)\s?bn\b"), " billion"),
    (re.compile(r"(?<=\d)\s?mn?\b"), " million"),
    (re.compile(r"\bcan['’]t\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon['’]t\b", re.IGNORECASE), "will not"),
    (re.compile(r"n['’]t\b", re.IGNORECASE), " not"),
)
_CLAUSE_MARK = re.compile(r"[,;:—–]|\s-\s")

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: [a-z]+ly)? [a-z]+(?:ed|en|wn|ht|id|ld|nt|ut|un|ung)\b"
)
_SPEAKERS = r"(?P<who>(?:[A-Z][a-z]+|[a-z]+)(?: [a-z]+){0,4}?)"
_SAYING = r"(?:said|says|say|told(?: [a-z]+){1,2}|reported|announced|stated)"
_ATTRIBUTIONS = (
    re.compile(rf"^{_SPEAKERS} {_SAYING}(?: on [A-Z][a-z]+day)?,? (?:that )?(?=[A-Z“\"]|[a-z]+ )"),
    re.compile(rf"^According to {_SPEAKERS}, "),
    re.compile(rf",[”\"]? {_SPEAKERS} {_SAYING}(?: in a statement)?(?: on [A-Z][a-z]+day)?[.]$"),
    re.compile(rf", (?:{_SAYING}|according to) {_SPEAKERS}[.]$"),
)
"""Where a sentence names no more than an office or a group for what it states."""

_Key = tuple[str, ...]


class _Turn(NamedTuple):
    """A word that turns a statement into another one: a negation, condition, possibility or office."""

    kind: str
    clause: int


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a sentence decides whether another one says the same.

    `content` are the stems of its words without function words, in order; `pairs` its neighbours.
    `numbers` and `names` are those of `content` that are numbers, and that begin with a capital.
    `turns` stand in order, each with its clause counted from 0; `clause_ends` says how much of
    `content` stands up to the end of each clause but the last. `speakers` are the stems of those who
    are said to say so where they have no name. `plain` is the sentence without punctuation, for
    sentences that have no content word.
    """

    content: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    turns: tuple[_Turn, ...]
    clause_ends: tuple[int, ...]
    speakers: frozenset[str]
    is_passive: bool
    plain: str


@lru_cache(maxsize=1 << 13)
def find_gist(text: str) -> Gist:
    """What of `text` decides whether another sentence says the same.

    Kept for the next call: a brief that an analyst works on is drafted again at every key.
    """
    text, speakers = _part_attribution(_spell_out(text))
    content: list[str] = []
    numbers: list[str] = []
    names: list[str] = []
    turns: list[_Turn] = []
    clause_ends: list[int] = []
    words = find_words(text)
    last_end = 0
    for word in words:
        if _CLAUSE_MARK.search(text, last_end, word.start):
            clause_ends.append(len(content))
        last_end = word.end
        lower = word.text.casefold()
        is_upper = word.text[0].isupper()
        is_month = lower == "may" and is_upper and word.start > 0
        if (kind := _TURNS.get(lower)) and not is_month:
            turns.append(_Turn(kind, len(clause_ends)))
        if number := NUMBER_WORDS.get(lower) or (word.stem if lower[0].isdigit() else None):
            numbers.append(number)
            content.append(number)
        elif is_month or word.text == "US" or lower not in _WITHOUT_CONTENT:
            month = _SHORT_MONTHS.get(lower) if is_upper else None
            content.append(month or stem_alike(word.text))
            if is_upper:
                names.append(content[-1])
    return Gist(
        content=tuple(content),
        pairs=frozenset(pairwise(content)),
        numbers=tuple(numbers),
        names=tuple(names),
        turns=tuple(turns),
        clause_ends=tuple(clause_ends),
        speakers=speakers,
        is_passive=_PASSIVE.search(text) is not None,
        plain=" ".join(word.text.casefold() for word in words) or text.strip(),
    )


def _spell_out(text: str) -> str:
    text = spell_phrases_alike(_DIGIT_GROUP.sub("", text))
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return text


def _part_attribution(text: str) -> tuple[str, frozenset[str]]:
    """What is stated, and the stems of an unnamed speaker who is said to say so: "officials"."""
    for pattern in _ATTRIBUTIONS:
        match = pattern.search(text)
        if match is None or any(word in _TURNS for word in match[0].casefold().split()):
            continue
        stated = text[: match.start()] + text[match.end() :]
        speakers = frozenset(word.stem for word in find_words(match["who"])) - FUNCTION_WORDS
        if speakers and len(find_words(stated)) >= SHORTEST_PART:
            return stated, speakers
    return text, frozenset()


def says_the_same(a: str, b: str) -> bool:
    """Whether sentences `a` and `b` make one statement, so that a reader needs only one of them."""
    return _same(find_gist(a), find_gist(b))


def is_said_in(gist: Gist, earlier: Gist) -> bool:
    """Whether a sentence has no number, name, negation or turn of its own beside those of an earlier one.

    What else it says may still be other than what the earlier one does.
    """
    if not gist.content:
        return gist.plain == earlier.plain
    return (
        not {*gist.numbers, *_without_calendar(gist.names)}.difference(earlier.content)
        and not _CONTRASTS.intersection(gist.content).difference(earlier.content)
        and _kinds(gist) == _kinds(earlier)
    )


class SeenTexts:
    """Texts met so far, with an index that finds the ones that say the same as a new one.

    A text can only be part of another if any of its pairs but a share of 1 - `PAIR_SHARE` is met there,
    so it is enough to follow its rarest pairs, one more than that share. This keeps phrases that stand
    everywhere ("prime minister") from calling up every text.

    Source: prefix filtering after Chaudhuri, Ganti & Kaushik (2006), A primitive operator for
    similarity joins in data cleaning.
    """

    def __init__(self) -> None:
        self._gists: list[Gist] = []
        self._by_key: defaultdict[_Key, list[int]] = defaultdict(list)
        self._by_rare_key: defaultdict[_Key, list[int]] = defaultdict(list)
        self._by_words: defaultdict[_Key, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._gists)

    def add(self, text: str) -> int:
        """Remember `text`. Returns its number, counting from 0 in the order of adding."""
        gist = find_gist(text)
        number = len(self._gists)
        self._gists.append(gist)
        keys = _keys(gist)
        for key in self._rarest(keys, _count_rare(keys)):
            self._by_rare_key[key].append(number)
        for key in keys:
            self._by_key[key].append(number)
        self._by_words[tuple(sorted(gist.content))].append(number)
        return number

    def find(self, text: str) -> int | None:
        """Number of the earliest text that says the same as `text`, if there is one."""
        gist = find_gist(text)
        keys = _keys(gist)
        met = [key for key in keys if key in self._by_key]
        found = set(self._by_words.get(tuple(sorted(gist.content)), ()))
        # Those that may hold this text; the keys that are not met are the rarest.
        for key in self._rarest(met, _count_rare(keys) - (len(keys) - len(met))):
            found.update(self._by_key[key])
        for key in met:  # those that this text may hold
            found.update(self._by_rare_key.get(key, ()))
        return next((number for number in sorted(found) if _same(gist, self._gists[number])), None)

    def _rarest(self, keys: Collection[_Key], count: int) -> list[_Key]:
        if count <= 0:
            return []
        return sorted(keys, key=lambda key: (len(self._by_key.get(key, ())), key))[:count]


def _count_rare(keys: Collection[_Key]) -> int:
    return int((1 - PAIR_SHARE) * len(keys)) + 1


def _keys(gist: Gist) -> frozenset[_Key]:
    """What the index files a text under: its pairs, or a short text as a whole."""
    return gist.pairs if len(gist.content) >= SHORTEST_PART else frozenset({gist.content or (gist.plain,)})


def _same(a: Gist, b: Gist) -> bool:
    shorter, longer = sorted((a, b), key=lambda gist: (len(gist.content), len(gist.turns), gist.content))
    if not shorter.content:
        return a.plain == b.plain
    if a.speakers and b.speakers and not a.speakers & b.speakers:
        return False
    if (
        len(shorter.content) < SHORTEST_PART
        or len(shorter.content) - len(shorter.names) < _FEWEST_COMMON_WORDS
    ):
        return a.content == b.content and _kinds(a) == _kinds(b)
    if _kinds(shorter) == _kinds(longer):
        return _holds(longer, shorter) or _is_rearranged(longer, shorter)
    return any(_kinds(shorter) == _kinds(part) and _holds(part, shorter) for part in _iter_openings(longer))


def _holds(longer: Gist, shorter: Gist) -> bool:
    """Whether `longer` holds the statement of `shorter`, which has the same turns."""
    missing = Counter(shorter.content) - Counter(longer.content)
    held = len(shorter.pairs & longer.pairs)
    return (
        missing.total() <= MISSING_SHARE * len(shorter.content)
        and held >= PAIR_SHARE * len(shorter.pairs)
        and not missing.keys() & {*shorter.names, *shorter.numbers, *_CONTRASTS}
        and not (missing and _CONTRASTS.intersection(_extra(longer, shorter)))
        and _in_order(shorter.numbers, longer.content)
        and _in_order(_shared_names(shorter, longer), longer.content)
    )


def _is_rearranged(a: Gist, b: Gist) -> bool:
    """Whether the two have the same words with one group of them moved, or are active and passive."""
    if sorted(a.content) != sorted(b.content):
        return False
    first, last = _find_difference(a.content, b.content)
    moved, into = a.content[first:last], b.content[first:last]
    if any(moved[at:] + moved[:at] == into for at in range(len(moved))):
        return True
    return a.is_passive != b.is_passive and (_is_passive_of(moved, into) or _is_passive_of(into, moved))


def _is_passive_of(active: tuple[str, ...], passive: tuple[str, ...]) -> bool:
    """Whether "who, did, whom, how" stand as "whom, did, how, who"; a verb is one word or two."""
    return any(
        active[end:rest] + active[start:end] + active[rest:] + active[:start] == passive
        for start in range(1, len(active))
        for end in (start + 1, start + 2)
        for rest in range(end, len(active) + 1)
    )


def _find_difference(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """Where two sequences of one length begin to differ, and where they are the same again to the end."""
    unlike = [at for at, (one, other) in enumerate(zip(a, b, strict=True)) if one != other]
    return (unlike[0], unlike[-1] + 1) if unlike else (0, 0)


def _kinds(gist: Gist) -> list[str]:
    return sorted(turn.kind for turn in gist.turns)


def _iter_openings(gist: Gist) -> Iterator[Gist]:
    """What is left of a sentence when clauses that set no condition are cut off its end."""
    for clause, end in enumerate(gist.clause_ends):
        if all(turn.clause <= clause or turn.kind != "if" for turn in gist.turns):
            yield replace(
                gist,
                content=gist.content[:end],
                pairs=frozenset(pairwise(gist.content[:end])),
                turns=tuple(turn for turn in gist.turns if turn.clause <= clause),
            )


def _extra(longer: Gist, shorter: Gist) -> frozenset[str]:
    return frozenset(longer.content).difference(shorter.content)


def _shared_names(shorter: Gist, longer: Gist) -> list[str]:
    """The names of the shorter sentence, but for a word that has its capital only from opening it."""
    opening = shorter.names[:1] if shorter.content[:1] == shorter.names[:1] else ()
    return [
        name
        for name in _without_calendar(shorter.names)
        if name not in opening or name in longer.names or name not in longer.content
    ]


def _without_calendar(names: Sequence[str]) -> list[str]:
    # "On Monday the army said" and "The army said on Monday" differ in order alone.
    return [name for name in names if name not in CALENDAR]


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether `few` can be read off `many` from left to right."""
    rest = iter(many)
    return all(item in rest for item in few)
