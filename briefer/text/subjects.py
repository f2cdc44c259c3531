"""What an English sentence is about, and whether the sentence itself says what that is.

No grammar is parsed: the subject is sought after an opening adverbial ("In 2013, he signed"), and a
phrase counts as named when a name stands in it ("the Iraqi army", "the strikes on Raqqa").
"""

import re
from collections.abc import Sequence

from briefer.text import opening_words as table
from briefer.text.dependence import Dependence

_ADVERBIAL_REACH = 14
_PHRASE_REACH = 14
_LONGEST_BODY = 4
_EMPTY_IT = re.compile(
    r"""it\s(?:is|was|isn't|wasn't|(?:will|would|may|might|should|must)\sbe|has\sbeen|became|becomes|remains|seems|appears)\s
    (?:not\s|also\s|now\s|only\s|still\s|simply\s){0,3}
    (?: (?!an?\s|the\s|one\s|got\s)(?:[\w-]+\s){0,4}?(?:that|whether|why|how|if)\b
      | (?:an?\s)?(?:[\w-]+\s){0,2}?(?:mistake|pity|shame|fact|sign|secret)\s(?:that|to)\b
      | (?:too\s|very\s|more\s|so\s|high\s|in\s)?
        (?: important|necessary|possible|impossible|hard|difficult|easy|early|premature|wrong|right|time
          | essential|crucial|vital|tempting|fair|safe|better|best|rare|unwise|naive|useful|critical|up|worth
          | common|enough
          | (?:[\w']+\s)?interests? )
        \s(?:for\s[^,;]{1,60}?\s)?(?:to|of|\w+ing)\b
      | to\sbe\sseen | until\b | in\s[\w\s,]{2,40}\sthat\b
      | (?-i:[A-Z])[^;:]{0,60}\s(?:that|who|which)\b )
    | it\s(?:took|takes|follows|happens|turned\sout|turns\sout)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""An "it" that stands for what follows: "It is clear that", "It was not until", "It is time to"."""


def is_name(word: str) -> bool:
    """Whether a word that does not open its sentence is a name, or made of one ("Iraqi")."""
    return (
        any(letter.isupper() for letter in word)
        and word.lower().split("-")[0] not in table.CALENDAR
        and word != "I"
    )


def find_lack(words: Sequence[str]) -> Dependence | None:
    """What the subject of a sentence lacks to be understood, if anything.

    `words` are the words, commas and colons of the sentence, from its first word on.
    """
    if not words:
        return None
    if _opens_with_owner_at(words):
        return Dependence.PRONOUN
    comma = _find_adverbial_end(words)
    if comma is None:
        return _subject_lack(_expand(words), named=False) or _bare_adverbial_lack(words)
    opening, rest = words[:comma], _expand(words[comma + 1 :])
    return _subject_lack(rest, named=_names_for(rest, opening)) or _opening_lack(opening, rest)


def _opens_with_owner_at(words: Sequence[str]) -> bool:
    """ "At about 4pm its customs service", "On Monday his lawyer"; not "On the eve of his visit, Putin"."""
    if _at(words, 0) not in ("at", "on"):
        return False
    owned = next((index for index in range(2, 5) if _at(words, index) in table.OWNERS), None)
    time = _at(words, owned - 1) if owned else ""
    return time in table.CALENDAR or time[:1].isdigit() or time in ("noon", "midnight", "dawn", "dusk")


def is_unnamed_phrase(words: Sequence[str]) -> bool:
    """Whether a phrase that opens with "the" leaves open which one is meant.

    "The deal was", "the two countries", "the minister, who" do; "the Iraqi army", "the price of oil",
    "the deal signed by Iraq", "the militia leader Hadi Amiri" do not.
    """
    if _at(words, 1) in table.SETTLED_NOUNS or _is_placed_speaker(words):
        return False
    after_head = _at(words, 2)
    if _at(words, 1) in table.GENERIC_HEADS and not (
        _any_name(words[2:3]) or after_head in table.AFTER_HEADS
    ):
        return not (after_head == "," and _is_explained(words[3:9]))
    in_clause = False
    for index in range(1, min(len(words), _PHRASE_REACH)):
        word, following = words[index], _at(words, index + 1)
        if _is_day_of(words, index):
            return True
        if any(letter.isupper() for letter in word) or (word.isdigit() and len(word) == 4):
            return _is_object(words, index)
        if word == ":":
            return True
        if word in ",;—–":
            return not _is_explained(words[index + 1 : index + 7])
        if word.endswith("'s") and index < 3:
            return True
        if index > 1 and word in table.NEW_CLAUSES:
            return True
        if word in table.RELATIVES:
            in_clause = True
        elif _at(words, index - 1) == "of" and _tells_which(words, index):
            return False
        elif index > 1 and not in_clause and _at(words, index - 1) != "to" and _is_verb(word, following):
            return not _is_shell(words, index)
    return True


def _is_day_of(words: Sequence[str], index: int) -> bool:
    """Whether a day stands at `index` that says when: "the attack on Sunday", not "the October 7 attack"."""
    return index == 3 and _at(words, 2) == "on" and _at(words, 3) in table.CALENDAR


def _is_placed_speaker(words: Sequence[str]) -> bool:
    """ "The health ministry said 41 were killed in Dorva": what it says tells of which country it is."""
    end = find_settled_body(words)
    return end is not None and _at(words, end) in table.SPEECH_FORMS and _any_name(words[end + 1 :])


def find_settled_body(words: Sequence[str]) -> int | None:
    """How many words there are up to the end of "the army", "the health ministry"; None where none is there.

    A sentence that names a place need not name such a body.
    """
    if "the" not in (lower := [word.lower() for word in words]):
        return None
    first = lower.index("the") + 1
    if _at(words, first) in table.SETTLED_BODIES:
        return first + 1
    for place in range(first + 1, min(first + _LONGEST_BODY, len(words))):
        if not words[place - 1].islower() or words[place - 1] in table.FUNCTION_OPENERS | table.RELATIONAL:
            return None
        if words[place] in table.OFFICES:
            return place + 1
    return None


def _at(words: Sequence[str], index: int) -> str:
    """The word at `index` in lower case, or "" behind the last."""
    return words[index].lower() if index < len(words) else ""


def _any_name(words: Sequence[str]) -> bool:
    return any(map(is_name, words))


def _expand(words: Sequence[str]) -> Sequence[str]:
    """Part the first word from its contraction: "It's" is "It is"."""
    first, _, rest = words[0].partition("'")
    if first.lower() in table.CONTRACTING and rest in table.CONTRACTIONS:
        return [first, table.CONTRACTIONS[rest], *words[1:]]
    return words


def _find_adverbial_end(words: Sequence[str]) -> int | None:
    """Where the comma stands that ends an opening adverbial or apposition, if there is one."""
    first = words[0].lower()
    participle = first.endswith(("ing", "ed", "ly")) and len(first) > 4
    apposition = first in ("a", "an") and "," in words[:6]
    if not (first in table.ADVERBIAL_OPENERS or participle or apposition):
        return None
    for index in range(1, min(len(words) - 1, _ADVERBIAL_REACH)):
        if (
            words[index] == ","
            and not words[index + 1][0].isdigit()
            and (words[index + 1] not in table.RELATIVES or _is_that_is(words[index + 1 : index + 3]))
        ):
            return index
    return None


def _is_that_is(words: Sequence[str]) -> bool:
    """ "According to Iran, that is the figure": no relative."""
    return _at(words, 0) == "that" and _at(words, 1) in ("is", "was", "would", "will", "has", "had")


def _names_for(rest: Sequence[str], opening: Sequence[str]) -> bool:
    """Whether an opening adverbial names what the subject after it may point back to.

    "After Orlov won, he" does; "In Baghdad, he" and "According to Iraqi officials, it" do not.
    """
    clause = _at(opening, 0) in table.SUBORDINATORS or _at(opening, 1) in table.SUBORDINATORS
    return (clause or _at(rest, 0) == "the") and _any_name(opening[1:])


def _bare_adverbial_lack(words: Sequence[str]) -> Dependence | None:
    """An adverbial without a comma: "In 2013 he signed", "Apparently they ignore"."""
    if words[0].lower() not in table.ADVERBIAL_OPENERS and not words[0].endswith("ly"):
        return None
    place = next((index for index in range(1, 5) if _at(words, index) in table.SUBJECT_PRONOUNS), None)
    is_claim = _at(words, 0) == "according"  # whoever is named there is not the one it is about
    if not place or (_any_name(words[1:place]) and not is_claim) or is_free_pronoun(words[place:]):
        return None
    return Dependence.PRONOUN


def _opening_lack(opening: Sequence[str], rest: Sequence[str]) -> Dependence | None:
    """What an opening adverbial leans on. A pronoun in it may point ahead: "In his speech, Putin said"."""
    inner = [word.lower() for word in opening[1:]]
    if (
        _at(opening, 0) in table.SUBORDINATORS
        and _at(inner, 0) in ("this", "that")
        and _is_verb(*_pair(inner, 1))
    ):
        return Dependence.DEMONSTRATIVE
    points_ahead = is_name(rest[0]) or (_at(rest, 0) == "the" and _any_name(rest[1:5]))
    if not points_ahead and not _any_name(opening[1:]) and not table.THIRD_PERSON.isdisjoint(inner):
        return Dependence.PRONOUN
    if _at(opening, 0) not in table.PREPOSITIONS:
        return None
    if any(
        word in ("this", "these") and _at(inner, i + 1) not in table.DEICTIC_TIMES
        for i, word in enumerate(inner)
    ):
        return Dependence.DEMONSTRATIVE
    if "the" in inner[:2] and table.SETTLED_ADVERBIALS.isdisjoint(inner):
        return Dependence.DEFINITE if is_unnamed_phrase(opening[1 + inner.index("the") :]) else None
    return None


def _subject_lack(words: Sequence[str], *, named: bool) -> Dependence | None:
    """What the words of a subject lack; `named` when names stand before it that it may point back to."""
    first, following = _at(words, 0), _at(words, 1)
    if first in table.THIRD_PERSON:
        return None if named or is_free_pronoun(words) else Dependence.PRONOUN
    if first in table.DEMONSTRATIVES:
        return None if _is_free_demonstrative(words) else Dependence.DEMONSTRATIVE
    if first == "such":
        return None if "as" in words[2:5] else Dependence.DEMONSTRATIVE
    if first == "the":
        return Dependence.DEFINITE if not named and is_unnamed_phrase(words) else None
    if first == "there":
        return Dependence.DEFINITE if following == "," else _count_lack(words[2:])
    return _part_lack(words) or _count_lack(words)


def is_free_pronoun(words: Sequence[str]) -> bool:
    """Pronouns that point nowhere, and words that only look like pronouns: "His Majesty", "He Jiankui"."""
    first = _at(words, 0)
    if first == "it":
        leans = not _any_name(words[1:]) and not table.THIRD_PERSON.isdisjoint(words[1:])
        return not leans and _EMPTY_IT.match(" ".join(words)) is not None
    if first == "they":
        return _at(words, 1) in ("say", "said") and _at(words, 2) == "that"
    if first in ("his", "her"):
        return not table.HONOURS.isdisjoint(words[1:2])
    return first == "he" and _any_name(words[1:2])


def _is_free_demonstrative(words: Sequence[str]) -> bool:
    """ "This week", "Those who fled", "That Iraq pays ..."."""
    first, following = _at(words, 0), _at(words, 1)
    if first == "this":
        return following in table.DEICTIC_TIMES
    if first == "those":
        return following in table.AFTER_THOSE or following.endswith("ed")
    return first == "that" and _any_name(words[1:2])


def _part_lack(words: Sequence[str]) -> Dependence | None:
    """ "Some of them", "Part of its wall", "Half of the soldiers": a part of what was named before."""
    first, low = _at(words, 0), [word.lower() for word in words[:7]]
    if any(word == "of" and _at(low, index + 1) in table.POINTED_AT for index, word in enumerate(low)):
        return Dependence.COUNT
    if _at(words, 1) != "of" or first not in table.COUNTERS | {"part"}:
        return None
    if _at(words, 2) in table.THIRD_PERSON:
        return Dependence.PRONOUN
    return Dependence.DEFINITE if _at(words, 2) == "the" and is_unnamed_phrase(words[2:]) else None


def _count_lack(words: Sequence[str]) -> Dependence | None:
    """ "Nineteen were children", "Another problem", "One reason is": how many, but not of what."""
    first, following = _at(words, 0), _at(words, 1)
    if first == "other":
        return None if _any_name(words[1:3]) else Dependence.COUNT
    if first in ("another", "others") or (first in ("a", "an") and following in table.RELATIVE_NUMBERS):
        return Dependence.COUNT
    if first in ("both", "neither", "either"):
        return None if _any_name(words[1:3]) else Dependence.COUNT
    if following == "others" and first in table.COUNTERS:
        return Dependence.COUNT
    if first == "each":
        return None if following == "of" or following in table.DEICTIC_TIMES else Dependence.COUNT
    if first == "one" and following in table.SHELLS:
        return None if _at(words, 2) == "for" else Dependence.COUNT
    if first in ("some", "many", "few") or (first == "one" and following in table.MODALS):
        return None
    counts = first in table.COUNTERS or first.replace(",", "").isdigit()
    return Dependence.COUNT if counts and following in table.VERBS else None


def _is_object(words: Sequence[str], index: int) -> bool:
    """Whether the name at `index` is the object of a verb in -s: "the army controls Mosul"."""
    before = _at(words, index - 1)
    noun = before in table.PREPOSITIONS or before.endswith(("ss", "'s")) or not before.endswith("s")
    return index > 2 and not noun


def _is_explained(words: Sequence[str]) -> bool:
    """Whether what follows a comma names the thing: "Ali Hadi, ...", "published by Chatham House, ..."."""
    if _at(words, 0) in table.RELATIVES or _at(words, 0) in ("but", "and"):
        return False
    until = words.index(",") if "," in words else len(words)
    told = not table.SPEECH_FORMS.isdisjoint(words[:until])
    return not told and _any_name(words[:until])


def _is_verb(word: str, following: str) -> bool:
    if word in table.PARTICIPLES or (word.endswith("ed") and word not in table.VERBS):
        return following not in table.PARTICIPLE_PREPOSITIONS | {"out", "up", "off"}
    return word in table.VERBS


def _pair(words: Sequence[str], index: int) -> tuple[str, str]:
    return _at(words, index), _at(words, index + 1)


def _is_shell(words: Sequence[str], verb: int) -> bool:
    """ "The question is whether Iran ...": the clause says what the noun stands for."""
    return (
        _at(words, verb - 1) in table.SHELLS
        and _at(words, verb + 1) in ("whether", "that", "how", "why", "what")
        and _any_name(words[verb + 2 : verb + 4])
    )


def _tells_which(words: Sequence[str], index: int) -> bool:
    """Whether "of" and the word at `index` settle what is meant: "price of oil", not "chief of police"."""
    pointing = _at(words, index) in table.THIRD_PERSON | table.DEMONSTRATIVES | {"the", "such", "both", "all"}
    return not pointing and _at(words, index - 2) not in table.ROLES and _at(words, 1) not in table.RELATIONAL
