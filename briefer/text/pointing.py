"""What a sentence points at that stands before it, anywhere in it: "this claim", "the deal", "he", "it".

Its subject is looked at in `subjects`; here are the words behind it. English only. A sentence is given as
its words outside quotation marks, with commas and colons.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefer.text import opening_words as table
from briefer.text.dependence import Dependence
from briefer.text.subjects import is_free_pronoun, is_name, is_unnamed_phrase

_SHORT_SUBJECT = 6
_REACH_OF_PARTS = 8
_REACH_OF_SPEAKERS = 14


def find_pointing(words: Sequence[str]) -> Dependence | None:
    """What of a sentence, beside its subject, only the sentences before explain."""
    checks = (_check_pointing, _check_mentions, _check_persons, _check_hearsay, _check_object)
    return next((reason for check in checks if (reason := check(words))), None)


def _check_pointing(words: Sequence[str]) -> Dependence | None:
    """ "Russia rejected this claim", "exports to the latter": what these point at stood before."""
    if "latter" in words and "former" not in words:
        return Dependence.DEFINITE
    if any(word == "this" and following in table.PUBLICATIONS for word, following in pairwise(words)):
        return Dependence.POINTER
    if _counts_the_unnamed(words):
        return Dependence.COUNT
    for index, (word, following) in enumerate(pairwise(words)):
        if (
            word in ("a", "an")
            and following in ("different", "similar")
            and _is_unlike_what(words[index + 2 :])
        ):
            return Dependence.DEMONSTRATIVE
    if any(
        word.lower() == "here" and following not in ("to", "and")
        for word, following in pairwise((*words, ""))
    ):
        return Dependence.DEMONSTRATIVE
    for index, (word, following) in enumerate(pairwise(words)):
        if index and word in ("such", "those") and _points_back(words, index):
            return Dependence.DEMONSTRATIVE
        points = (
            word in ("this", "these")
            and following.lower() not in table.DEICTIC_TIMES
            and following not in words[:index]
        )
        if (points and index and table.TURNS.isdisjoint(words[:index])) or (
            word in ("this", "that") and following in table.THOUGHTS and following not in words[:index]
        ):
            return Dependence.DEMONSTRATIVE
    return None


def _is_unlike_what(after: Sequence[str]) -> bool:
    """Whether what follows "a different" or "a similar" leaves open from what: "a different note"."""
    until = next((place for place, word in enumerate(after) if word in ",;:—–"), len(after))
    return table.COMPARED_BY.isdisjoint(after[: min(until, 6)])


def _points_back(words: Sequence[str], index: int) -> bool:
    """Whether "such" or "those" at `index` goes with a noun that stands before this sentence: "such sales".

    Not so in "such as Iran", "those who fled", "such anger that", or when the sentence has named the thing.
    """
    if words[index] == "such" and words[index - 1] in table.SUPERLATIVES:
        return False
    noun, after = words[index + 1], words[index + 2 : index + 4]
    before = {word.lower().rstrip("s") for word in words[:index]}
    known = (
        not noun[0].islower()
        or noun in table.AFTER_THOSE | table.RELATIVES | table.PREPOSITIONS | table.VERBS | {"a", "an"}
        or noun.endswith(("ed", "ing"))
        or noun.rstrip("s") in before
    )
    return not known and table.RELATIVES.isdisjoint(after)


def _counts_the_unnamed(words: Sequence[str]) -> bool:
    """ "The coordinates of 14 of them", "Witnesses said both had fled": of what no word before it names."""
    for place, (word, following) in enumerate(pairwise(words[:_REACH_OF_PARTS])):
        if place and word in ("both", "neither") and following in table.VERBS:
            return "and" not in words[:place]
    pairs = list(pairwise(words[:_REACH_OF_PARTS]))
    if ("of", "them") not in pairs:
        return False
    place = pairs.index(("of", "them"))
    before = words[:place]
    return "," not in before and not any(word in table.VERBS or word.endswith("ed") for word in before)


def _check_mentions(words: Sequence[str]) -> Dependence | None:
    """ "Officials said the attack was over" tells of an attack that only the sentences before describe.

    Not so when the sentence has brought something up itself: "Iraq signed a pact, but the deal was frozen";
    "the country" may also be one that it has named, and "the figure given by Iraq" is told.
    """
    named = bool(words) and (opens_with_name(words) or words[0].lower() not in table.FUNCTION_OPENERS)
    brought: int | None = None
    for index, (word, following) in enumerate(pairwise(words)):
        named = named or (index > 0 and is_name(word))
        told = following in table.MENTIONS or (following in table.GENERIC_HEADS and not named)
        is_given = tuple(words[index + 2 : index + 3]) == ("given",)
        if index and word == "the" and told and not is_given and is_unnamed_phrase(words[index:]):
            if brought is None or table.TURNS_OF_THOUGHT.isdisjoint(words[brought:index]):
                return Dependence.DEFINITE
            return None
        if brought is None and (
            word in table.MENTIONS
            or (word in ("a", "an") and index and words[index - 1].lower() != "as")
            or (word in ("A", "An") and not index)
        ):
            brought = index
    return None


def _check_persons(words: Sequence[str]) -> Dependence | None:
    """A "he" or "she" further on needs a person before it: "police said he had been armed"."""
    place = next((index for index, word in enumerate(words) if index and word.lower() in table.PERSONS), None)
    if place is None or (
        place < 12 and "," in words[place:14] and words[0].lower() in table.ADVERBIAL_OPENERS
    ):
        return None
    if _is_somebody_else(words, place):
        return Dependence.PRONOUN
    before = words[:place]
    person = any(word.lower().removesuffix("'s") in table.PEOPLE for word in before)
    named = any(map(is_name, before[1:])) or (before and opens_with_name(before))
    return None if named or person else Dependence.PRONOUN


def _check_hearsay(words: Sequence[str]) -> Dependence | None:
    """ "An official said he had agreed", "A spokesman denied it had": of whom, or of what, they spoke."""
    for place, word in enumerate(words[: _REACH_OF_SPEAKERS + 1]):
        if word not in table.HEARSAY or not place:
            continue
        told, claim = words[:place], words[place + 1 :]
        claim = claim[1:] if claim[:1] == ("that",) else claim
        if not claim or claim[0] not in ("he", "she", "it"):
            return None
        speakers = {each.lower() for each in _without_asides(told)}
        if table.REPORTERS_OF_OTHERS.isdisjoint(speakers):
            return None
        # "Iran's spokesman said it": Iran.
        is_owner = any(each.endswith("'s") and is_name(each) for each in told)
        is_known = is_owner or is_free_pronoun(claim) if claim[0] == "it" else "," in told
        return None if is_known else Dependence.PRONOUN
    return None


def _check_object(words: Sequence[str]) -> Dependence | None:
    """ "Orlov called it a breakthrough", "The state will pay for it": nothing named before is meant."""
    place = next((at for at, word in enumerate(words[:_REACH_OF_SPEAKERS]) if word == "it"), 0)
    if place < 2:
        return None
    outside = _without_asides(words[: place - 1])
    if _is_verb_of_object(words[place - 1]):
        is_somebody = all(is_name(word) or word in table.BETWEEN_NAMES for word in outside[1:])
        return Dependence.PRONOUN if outside and is_somebody and is_name(outside[0]) else None
    if words[place - 1] not in table.OBJECT_PREPOSITIONS or place > _SHORT_SUBJECT:
        return None
    # One thing is named before, and that does not pay for itself.
    is_one = len(outside) == place - 1 > 1 and outside[0].lower() in table.ARTICLES | table.OWNERS
    if not is_one:
        return None
    others = table.ARTICLES | table.OWNERS | {"and"}
    is_more = any(word.lower() in others or is_name(word) for word in outside[2:])
    return None if is_more else Dependence.PRONOUN


def _is_verb_of_object(word: str) -> bool:
    return word.endswith("ed") or word in table.VERBS - table.AUXILIARIES - table.SPEECH_FORMS


def _without_asides(words: Sequence[str]) -> list[str]:
    """The words that do not stand between two commas."""
    kept: list[str] = []
    is_aside = False
    for word in words:
        if word == ",":
            is_aside = not is_aside
        elif not is_aside:
            kept.append(word)
    return kept


def _is_somebody_else(words: Sequence[str], place: int) -> bool:
    """Whether "him" or "her" behind the verb of a short subject is not that subject: "Lupan thanked her"."""
    verb, following = words[place - 1], words[place + 1] if place + 1 < len(words) else ","
    is_object = words[place] == "him" or (
        words[place] == "her" and (following in table.PREPOSITIONS or following in ",and")
    )
    is_verb = verb.endswith("ed") or verb in table.VERBS
    return is_object and is_verb and place <= _SHORT_SUBJECT and "," not in words[:place]


def opens_with_name(words: Sequence[str]) -> bool:
    """Whether the first word of a sentence is a name: "Putin said", "Iran's", not "Cellphone videos"."""
    first, following = words[0], words[1].lower() if len(words) > 1 else ""
    if first.endswith("s"):
        return first.endswith("'s")
    known = first.lower() in table.FUNCTION_OPENERS
    return not known and (following in table.VERBS or following.endswith("ed") or following == ",")
