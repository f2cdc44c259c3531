"""What a sentence takes for known because its article has told it before.

`find_dependence` sees one sentence alone, to which "the hearing" may be anything. Here the article is read
too: a noun behind "the" that stands in it before and of which the sentence does not say which one it is, and
a surname alone whose bearers it has named in full before. English only.

Source: Vieira and Poesio (2000), An empirically based system for processing definite descriptions: a definite
whose head noun was used before is most often that one again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from briefer.model import Article, Repair, RepairKind, Span
from briefer.text import opening_words as table
from briefer.text.dependence import Dependence
from briefer.text.people import iter_runs, name_words, read_people, surname_of
from briefer.text.quotations import find_quoted
from briefer.text.repairing import may_be_called
from briefer.text.subjects import is_name
from briefer.text.words import FUNCTION_WORDS, Word, find_words

_BETWEEN = re.compile(r"\s+")
_LONGEST_PHRASE = 4
_HEADS_OF_STATE = frozenset("president premier prime chancellor king queen emir sultan pope".split())
"""Words of offices whose holders a reader knows by the surname."""
_REACH_OF_NAMES = 5
"""Words behind a noun, after a preposition or a comma, in which a name says which one is meant."""
_TELLS_WHICH = table.RELATIVES | table.THIRD_PERSON | {"of", "between", "when", "I", "we", "you"}
"""Right behind a noun: "the arms that", "the arms it needed"."""
_SETTLED = (
    table.SETTLED_NOUNS
    | table.SETTLED_BODIES
    | table.SETTLED_ADVERBIALS
    | table.OFFICES
    | table.ROLES
    | table.DEICTIC_TIMES
    | frozenset(
        """country nation state economy law constitution region end beginning start time times moment number
        amount rest way fact air sky sea web top bottom middle centre center left right elderly dead living
        wounded injured street streets city town capital border war people war peace weekend night""".split()
    )
)


def find_unexplained(article: Article, shown: Span, repairs: Sequence[Repair]) -> Dependence | None:
    """What of one sentence only the article before it explains; what `repairs` explain is plain."""
    if article.language and article.language.value != "en":
        return None
    if _leaves_surname_bare(article, shown, repairs):
        return Dependence.NAME
    return Dependence.DEFINITE if _speaks_of_known(article, shown) else None


def _leaves_surname_bare(article: Article, shown: Span, repairs: Sequence[Repair]) -> bool:
    """Whether a surname alone is left unexplained whose bearers the article has named before, in full.

    Then it may be that of several, or of one whom nothing says it surely is. Whoever heads a state is known.
    """
    text = article.text
    people = read_people(text)
    explained = [repair for repair in repairs if repair.kind is RepairKind.NAME]
    told = {
        surname_of(text[span.start : span.end].split()[-1])
        for repair in explained
        for span in (repair.explained, repair.span)
        if span
    }
    quoted = [span.shifted(shown.start) for span in find_quoted(text[shown.start : shown.end])]
    for run in iter_runs(text, shown.start, shown.end):
        surname = surname_of(name_words(text, run.name)[-1])
        bearers = [
            person for person in people.by_surname.get(surname, ()) if person.first.span.end <= shown.start
        ]
        is_bare = " " not in text[run.name.start : run.name.end] and surname not in told
        told.add(surname)
        if not (bearers and is_bare and may_be_called(text, run)):
            continue
        if any(span.start < run.name.start < span.end for span in quoted):
            continue
        if all(person.office.isdisjoint(_HEADS_OF_STATE) for person in bearers):
            return True
    return False


def _speaks_of_known(article: Article, shown: Span) -> bool:
    first = _first_places(article.text)
    words = _words_at(article.text, shown)
    text = article.text
    said: set[str] = set()
    for index, word in enumerate(words):
        if word.text in ("a", "an", "A", "An"):
            return False  # it may be what "the" means
        if word.text.lower() != "the":
            said.add(word.stem)
            continue
        phrase = list(_iter_phrase(text, words, index))
        if not phrase:
            continue
        head = phrase[-1]
        lower = [one.text for one in phrase]
        if (
            head.text in _SETTLED
            or not table.RELATIONAL.isdisjoint(lower)
            or "most" in lower
            or "only" in lower
        ):
            continue
        if head.stem in said:
            continue
        place = index + len(phrase) + 1
        if first.get(head.stem, shown.start) < shown.start and not _is_settled(text, words, place):
            return True
    return False


def _words_at(text: str, shown: Span) -> list[Word]:
    """The words, at their places in the article. Whoever is quoted knows what the article told, too."""
    return [
        word._replace(start=word.start + shown.start, end=word.end + shown.start)
        for word in find_words(text[shown.start : shown.end])
    ]


def _iter_phrase(text: str, words: Sequence[Word], index: int) -> Iterator[Word]:
    """The words in small letters behind "the", up to one that is no part of what it names."""
    for before, word in zip(words[index:], words[index + 1 : index + 1 + _LONGEST_PHRASE], strict=False):
        is_next = _BETWEEN.fullmatch(text, before.end, word.start)
        ends = word.text in FUNCTION_WORDS | table.VERBS or (
            word.text.endswith("ed") and before is not words[index]
        )
        if not (is_next and word.text.isalpha() and word.text.islower()) or ends:
            return
        yield word


def _is_settled(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether what follows a noun says which one is meant: "of oil", "who fled", ", Harbour View,"."""
    if place == len(words):
        return False
    following = words[place]
    between = text[words[place - 1].end : following.start].strip()
    if not between and following.text[0].isupper():
        return True
    if not between and following.text in _TELLS_WHICH:
        return True
    if between in ("", ",", "—", "–") and (between or following.text in table.PREPOSITIONS):
        reach = words[place : place + _REACH_OF_NAMES]
        return any(is_name(one.text) or one.text[0].isdigit() for one in reach)
    return False


@lru_cache(maxsize=64)
def _first_places(text: str) -> Mapping[str, int]:
    """By the stem of each word of an article, where it first stands."""
    places: dict[str, int] = {}
    for word in find_words(text):
        places.setdefault(word.stem, word.start)
    return places
