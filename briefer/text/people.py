"""The people whom an English article names, and the words with which it introduces them.

There is no list of all people: a run of capitals is a person where an office stands before or behind it
("Defence Minister Sergei Orlov", "Sergei Orlov, the defence minister,"), or where it opens with a given
name. In doubt it is nobody whom we know, which also keeps others from being told apart from them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from briefer.model import Span
from briefer.text.bylines import is_person_name
from briefer.text.opening_words import ADVERBIAL_OPENERS, CONNECTIVES, CONNECTIVES_BEFORE_COMMA, SPEECH, VERBS
from briefer.text.people_words import (
    EITHER_NAMES,
    FEMALE_NAMES,
    FEMALE_TITLES,
    MALE_NAMES,
    MALE_TITLES,
    NEVER_PERSONS,
    PERSON_NOUNS,
    PLACES,
    TITLES,
)
from briefer.text.words import FUNCTION_WORDS

_LOWER_PARTS = r"(?:bin|ibn|bint|van|von|de|der|den|del|della|di|da|dos|la|le|ten|ter|al|el|abu|of|the)"
_CAPITAL = r"(?:(?:al|el|as|ad|ash|an|at|az|ul)[-’'])?[A-ZÀ-ÖØ-ÞĀ-ž][\w’'-]*(?<!['’])"
_ABBREVIATED = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|Rev|Amb|Cmdr|Jr|Sr)\."
    r"|(?!(?:U\.[SNK]|U\.A\.E|E\.U|D\.C)\.)\b(?:[A-Z]\.){1,3})"
)
_PART = rf"(?:{_ABBREVIATED}|{_CAPITAL})"
_RUN = re.compile(rf"(?<![\w@#/.-]){_PART}(?:\s(?:{_LOWER_PARTS}\s){{0,2}}{_PART}){{0,14}}")
_SENTENCE_END = re.compile(r"(?P<word>\w{4,})[.!?][\"”’)]*\s+")
"""Where another sentence may end before an office, but for the points of shortened titles."""
_TITLES_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(sorted(TITLES, reverse=True))})\.?\s){{1,5}}$")
_NOUN_BEFORE = re.compile(r"(?<![\w-])(?P<noun>[a-z]+(?:-[a-z]+)?)\s$")
_PERSON_BEFORE = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(PERSON_NOUNS))})s?\s$", re.IGNORECASE)
_ADJECTIVE_BEFORE = re.compile(r"(?:\b[A-Z][\w.]*\s){1,3}$")
_ROLE_BEHIND = re.compile(
    rf"""
    ,\s(?:\d\d,\s)?
    (?P<role> (?:(?:an?|the|its|[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,3}}['’]s?)\s)?
        (?:(?!who\b|said\b|and\b|which\b|was\b|were\b|is\b|are\b|has\b|had\b|told\b|but\b|by\b)[\w'’-]+\s){{0,5}}?
        (?:{"|".join(sorted(PERSON_NOUNS, reverse=True))})\b
        (?:\s(?:of|for|at|in|to|with|from|on)\s(?:the\s)?[\w'’-]+(?:\s(?:of\s|for\s|and\s|the\s)*[\w'’-]+){{0,5}})?
    )(?=[,.;]\s|[,.;]$)
    """,
    re.VERBOSE,
)
_SPEECH_BEHIND = re.compile(rf"(?:,\s[^,.]{{1,80}},)?\s(?:also\s)?{SPEECH}\b")
_ACTS = re.compile(
    rf"\s(?:also\s|\w+ly\s)?(?:{SPEECH}|was|is|has|had|\w{{3,}}ed|did|came|began|made|took|met|held|gave|went"
    r"|left|wrote|won|lost|spoke|led|flew|fled|became|ran|kept|heard|wore|drove|chose|shook|stood|thought|felt"
    r"|got|grew|knew|fought|threw|resigns)\b"
)
_AGE_BEHIND = re.compile(r",\s(?:aged\s)?\d\d(?=[,.;])")
_UNDERGOES = re.compile(r"\b(?:killing|killed|arrested|wounding|convicted|accused|shot|told|charged)\s$")
_OPENERS = (
    FUNCTION_WORDS
    | ADVERBIAL_OPENERS
    | CONNECTIVES
    | CONNECTIVES_BEFORE_COMMA
    | frozenset("make let take see meet ask tell give get keep call watch read".split())
) - (MALE_NAMES | FEMALE_NAMES | EITHER_NAMES)
_LONGEST_INTRODUCTION = 13
_USED_AS_PLACE = re.compile(
    r"\b(?:in|near|across|inside|outside|throughout|around|northern|southern|eastern|western|central)"
    r"\s([A-Z][\w-]*)(?![\w'’])"
)
_SMALL = re.compile(r"(?<![.!?”\"]\s)\b[a-z][\w-]*")
_NATIONAL = re.compile(r"\w{2,}(?:ian|ians|ish|ese|eans?|is|ites?|ists?)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_GENERATIONS = frozenset("jr sr ii iii iv".split())
"""Stand behind a surname: "John Roe Jr."."""
_ORIGIN = re.compile(r"-(?:born|based|bred|raised|trained|educated|owned|backed|led)$")


class Gender(Enum):
    """What the title or given name of a person tells."""

    MALE = auto()
    FEMALE = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named. `introduction` has the office before or behind the name as well."""

    span: Span
    introduction: Span


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Someone whom an article names in full.

    `surname` and `given` are in lower case without a prefix such as "al-"; `first` is the first naming, and
    `introduced` the first with an office, whose words in lower case are `office`.
    """

    given: str
    surname: str
    gender: Gender | None
    first: Mention
    introduced: Mention | None
    office: frozenset[str]

    def introduced_before(self, place: int) -> Mention | None:
        """The first naming with an office that ends before `place`, or else the first of all."""
        if self.introduced and self.introduced.introduction.end <= place:
            return self.introduced
        return self.first if self.first.introduction.end <= place else None


@dataclass(frozen=True, slots=True)
class People:
    """The people whom an article names in full, by surname, and what else of its names tells them apart.

    `introductions` has by each naming the words with the office. `given` are given names, `places` the
    capitalised words that stand behind "in" or "near" somewhere, `small` those that stand in small letters.
    """

    by_surname: Mapping[str, tuple[Person, ...]]
    introductions: Mapping[Span, Span]
    given: frozenset[str]
    places: frozenset[str]
    small: frozenset[str]

    def iter_persons(self) -> Iterator[Person]:
        for persons in self.by_surname.values():
            yield from persons


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised words. `titles` are those in it that stand before the name, in lower case."""

    span: Span
    name: Span
    titles: tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def find_places(text: str) -> frozenset[str]:
    """The capitalised words that stand behind "in" or "near" somewhere."""
    return frozenset(match[1] for match in _USED_AS_PLACE.finditer(text))


@lru_cache(maxsize=64)
def read_people(text: str) -> People:
    """The people whom `text` names in full."""
    runs = [run for run in iter_runs(text) if not is_other_name(text[run.name.start : run.name.end])]
    called = {_surname_at(text, run) for run in runs if _acts_alone(text, run)}
    read = [(run, mention) for run in runs if (mention := _read_mention(text, run))]
    sure = {_surname_at(text, run) for run, mention in read if _is_sure(text, mention, called)}
    found: dict[str, dict[str, list[tuple[NameRun, Mention]]]] = {}
    for run, mention in read:
        surname = _surname_at(text, run)
        if surname in sure:  # who bears the surname of a person is one, too
            given = _words(text, run.name)[0]
            found.setdefault(surname, {}).setdefault(given, []).append((run, mention))
    return People(
        by_surname={
            surname: tuple(_make_person(text, given, surname, named) for given, named in persons.items())
            for surname, persons in found.items()
        },
        introductions={
            mention.span: mention.introduction
            for persons in found.values()
            for named in persons.values()
            for _, mention in named
        },
        given=frozenset(given for persons in found.values() for given in persons),
        places=find_places(text),
        small=frozenset(match[0] for match in _SMALL.finditer(text)),
    )


def _make_person(text: str, given: str, surname: str, named: Sequence[tuple[NameRun, Mention]]) -> Person:
    introduced = next((mention for _, mention in named if mention.introduction != mention.span), None)
    office = _words(text, introduced.introduction) if introduced else []
    titles = [title for run, _ in named for title in run.titles]
    return Person(
        given=given,
        surname=surname,
        gender=_find_gender(given, titles),
        first=named[0][1],
        introduced=introduced,
        office=frozenset(word.rstrip(".,") for word in office),
    )


def _surname_at(text: str, run: NameRun) -> str:
    return surname_of(name_words(text, run.name)[-1])


def name_words(text: str, span: Span) -> list[str]:
    """The words of a name in lower case, without a "Jr." at the end."""
    words = _words(text, span)
    return words[:-1] if len(words) > 1 and _is_generation(words[-1]) else words


def _is_generation(word: str) -> bool:
    return word.casefold().rstrip(".") in _GENERATIONS


def iter_runs(text: str, start: int = 0, end: int | None = None) -> Iterator[NameRun]:
    """Every run of capitalised words in `text[start:end]`, without a function word that opens it."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        run = _read_run(match[0])
        if run:
            yield NameRun(run.span.shifted(match.start()), run.name.shifted(match.start()), run.titles)


@lru_cache(maxsize=1 << 13)
def surname_of(word: str) -> str:
    """A surname as it is compared: "al-Abadi" and "Abadi’s" are "abadi"."""
    bare = _POSSESSIVE.sub("", word.casefold()).rstrip(".")
    return re.sub(r"^(?:al|el|as|ad|ash|an|at|az|ul)[-’']", "", bare)


@lru_cache(maxsize=1 << 13)
def _read_run(run: str) -> NameRun | None:
    """A run of capitalised words with its spans in `run`. One text has few, which are met again and again."""
    tokens = list(re.finditer(r"\S+", run))
    while tokens and (
        _is_function_word(tokens[0][0]) or _ORIGIN.search(tokens[0][0]) or _is_office_of_many(tokens[0][0])
    ):
        tokens.pop(0)
    # Nothing goes on behind a possessive: "Orlov’s Moscow office".
    owner = next((at for at, token in enumerate(tokens) if _POSSESSIVE.search(token[0])), None)
    if owner is not None:
        rest = tokens[owner + 1 :]
        # "Iraq’s Prime Minister Haider al-Abadi"
        tokens = rest if rest and _is_title(rest[0][0]) else tokens[: owner + 1]
    last = next((at for at, token in enumerate(tokens) if at > 1 and _is_generation(token[0])), len(tokens))
    del tokens[last + 1 :]
    while len(tokens) > 2 and {tokens[0][0].casefold(), tokens[1][0].casefold()} <= PLACES:
        tokens.pop(0)  # a comma is missing: "a visit to Iraq US General Jane Roe said"
    while tokens and tokens[-1][0] in ("of", "the"):
        tokens.pop()
    if not tokens:
        return None
    last_title = max((at for at, token in enumerate(tokens) if _is_title(token[0])), default=-1)
    name = tokens[last_title + 1 :] or tokens
    titles = tuple(token[0].casefold().rstrip(".") for token in tokens[: last_title + 1])
    place = Span(tokens[0].start(), tokens[-1].end())
    return NameRun(_unpossessed(run, place), _unpossessed(run, Span(name[0].start(), place.end)), titles)


def _unpossessed(text: str, span: Span) -> Span:
    mark = _POSSESSIVE.search(text, span.start, span.end)
    return Span(span.start, mark.start()) if mark and mark.start() > span.start else span


def _is_function_word(token: str) -> bool:
    return token.casefold().rstrip(".") in _OPENERS


def _is_verb_or_small(word: str) -> bool:
    return word in FUNCTION_WORDS or word in VERBS or word.endswith(("s", "ed", "ing", "ly"))


def _is_office_of_many(token: str) -> bool:
    """Whether a word such as "Ministers" stands before several names, so that it is no part of one."""
    word = token.casefold()
    return word.endswith("s") and word not in TITLES and word[:-1] in TITLES | PERSON_NOUNS


def _is_title(token: str) -> bool:
    return token.casefold().rstrip(".") in TITLES


def _read_mention(text: str, run: NameRun) -> Mention | None:
    name = " ".join(text[run.name.start : run.name.end].split())
    if not is_person_name(name) or is_other_name(name):
        return None
    before = _TITLES_BEFORE.search(text, max(run.name.start - 80, 0), run.name.start)
    start = run.name.start
    if run.titles and not text.endswith(("of ", "for "), 0, run.span.start):
        start = run.span.start
    elif before and not run.titles:
        start = before.start()
        noun = _NOUN_BEFORE.search(text, max(start - 30, 0), start)
        if noun and not _is_verb_or_small(noun["noun"]):  # "campaign manager Jane Roe"
            start = noun.start()
    adjective = (
        _ADJECTIVE_BEFORE.search(text, max(start - 40, 0), start)
        if start < run.name.start and not run.titles
        else None
    )
    if adjective and not any(map(_is_function_word, adjective[0].split())):
        start = adjective.start()
    for stop in _SENTENCE_END.finditer(text, start, run.name.start):
        if not _is_title(stop["word"]):
            start = stop.end()
    behind = _ROLE_BEHIND.match(text, run.name.end)
    end = behind.end("role") if behind and start == run.name.start else run.name.end
    introduction = Span(start, end)
    if len(text[start:end].split()) > _LONGEST_INTRODUCTION or "\n" in text[start:end]:
        introduction = run.name
    return Mention(run.name, introduction)


def _is_sure(text: str, mention: Mention, called: Collection[str]) -> bool:
    """Whether a name is a person's: by office, given name, age, deed, or a surname that acts alone."""
    words = name_words(text, mention.span)
    return (
        mention.introduction != mention.span
        or _PERSON_BEFORE.search(text, max(mention.span.start - 30, 0), mention.span.start) is not None
        or words[0] in MALE_NAMES | FEMALE_NAMES | EITHER_NAMES
        or surname_of(words[-1]) in called
        or _SPEECH_BEHIND.match(text, mention.span.end) is not None
        or _AGE_BEHIND.match(text, mention.span.end) is not None
    )


def _acts_alone(text: str, run: NameRun) -> bool:
    """Whether one word does something, has it done to it, or has an age: "Orlov said", "Orlov, 41,"."""
    name = text[run.name.start : run.name.end]
    return " " not in name and (
        _ACTS.match(text, run.name.end) is not None
        or _AGE_BEHIND.match(text, run.name.end) is not None
        or _UNDERGOES.search(text, max(run.name.start - 12, 0), run.name.start) is not None
    )


def is_other_name(name: str) -> bool:
    """Whether a name is that of a place, a body or a day rather than of a person."""
    words = [_POSSESSIVE.sub("", word).casefold() for word in name.split()]
    if len(words) == 1 and (words[0] in PLACES or name.isupper()):
        return True
    return any(word in NEVER_PERSONS for word in words) or (len(words) > 1 and words[0] in PLACES)


def is_national(name: str) -> bool:
    """Whether a name ends as words for nations do: "Bordurian", "Iraqis"."""
    return _NATIONAL.fullmatch(name) is not None


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].casefold().split()


def _find_gender(given: str, titles: list[str]) -> Gender | None:
    is_male = given in MALE_NAMES or not MALE_TITLES.isdisjoint(titles)
    is_female = given in FEMALE_NAMES or not FEMALE_TITLES.isdisjoint(titles)
    if given in EITHER_NAMES:
        is_male, is_female = not MALE_TITLES.isdisjoint(titles), not FEMALE_TITLES.isdisjoint(titles)
    if is_male == is_female:
        return None
    return Gender.MALE if is_male else Gender.FEMALE
