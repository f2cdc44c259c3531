"""How a sentence stands to those that a reader has read before: told again, told further, or new.

Words weigh more the fewer of the sentences read before have them, so that what every one of them says
("ministry", "Monday") counts for little. When in doubt a sentence is new: one that is taken for a repeat
is not printed, and its fact is lost.

Source: weights after Spärck Jones (1972), A statistical interpretation of term specificity.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefer.text.opening_words import SPEECH_FORMS
from briefer.text.people_words import ROLES, TITLES
from briefer.text.similarity import Gist, find_gist, is_said_in
from briefer.text.telling import DEEDS
from briefer.text.wordings import stem_alike

REPEATED_SHARE = 0.7
"""Share of a sentence's weight that an earlier one must hold for it to be a repeat."""

QUOTED_SHARE = 0.85
"""Share of the weight of a sentence's direct speech that an earlier one must hold."""

CONTINUED_SHARE = 0.4
"""Share of the lighter sentence's weight that both must hold to tell one story."""

_FEWEST_WORDS = 4
"""Content words below which a sentence is a repeat only of its equal."""
_FEWEST_QUOTED_WORDS = 6
_FEWEST_SHARED_WORDS = 3
_NO_NEW_DEED = """announced claimed concluded confirmed declared warned killed died wounded injured traded
    trained named handed held""".split()
_DEED_STEMS = frozenset(stem_alike(deed) for deed in DEEDS.difference(_NO_NEW_DEED))
"""What was done since: a sentence that has one more of these than an earlier one tells more than that."""
_COMMON = frozenset(
    stem_alike(word)
    for word in """people person killed died dead death deaths toll wounded injured rise risen rose climbed
    reached total number""".split()
)
"""Words of any count of victims, which make no story."""
_OFFICES = frozenset(map(stem_alike, [*ROLES, *TITLES, *SPEECH_FORMS]))
_FEWEST_OF_MATTER = 2
"""Words that two tellings of one story share beside names and offices."""
_SPEECH = re.compile(r"[“\"]([^“”\"]+)[”\"]")


class Told:
    """Sentences that a reader has read, by their place in the sequence they are given in."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._gists = tuple(map(find_gist, texts))
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, gist in enumerate(self._gists):
            for word in dict.fromkeys(gist.content):
                self._places[word].append(place)

    def find_repeated(self, text: str) -> int | None:
        """The place of the sentence of which `text` says nothing more, the likest if there are several."""
        gist = find_gist(text)
        speech = find_gist(" ".join(_SPEECH.findall(text)))
        repeated = [
            (self._share(gist, self._gists[place], of=gist), -place)
            for place in self._find_near(gist)
            if self._repeats(gist, self._gists[place]) or self._repeats_speech(speech, self._gists[place])
        ]
        return -max(repeated)[1] if repeated else None

    def find_continued(self, text: str) -> int | None:
        """The place of the sentence whose story `text` goes on with, the likest if there are several."""
        kinships = self.rate_kinship(text)
        gist = find_gist(text)
        near = [
            (-kinship, place)
            for place, kinship in enumerate(kinships)
            if kinship >= CONTINUED_SHARE and _has_matter_in_common(gist, self._gists[place])
        ]
        return min(near)[1] if near else None

    def rate_kinship(self, text: str) -> tuple[float, ...]:
        """For each sentence how much it and `text` share of the lighter of the two, in [0, 1].

        Numbers and counts of victims are left aside. It is 0 where they share no name, or hardly a word.
        """
        gist = find_gist(text)
        kinships = [0.0] * len(self._gists)
        for place in self._find_near(gist):
            earlier = self._gists[place]
            mine, theirs = _story_words(gist), _story_words(earlier)
            shared = mine & theirs
            if len(shared) >= _FEWEST_SHARED_WORDS and shared.intersection(gist.names, earlier.names):
                kinships[place] = self._weigh(shared) / min(self._weigh(mine), self._weigh(theirs))
        return tuple(kinships)

    def _find_near(self, gist: Gist) -> Sequence[int]:
        """The places of the sentences that share some words with one, in order; of all where it has none."""
        words = dict.fromkeys(gist.content)
        if not words:
            return range(len(self._gists))
        shared = Counter(place for word in words for place in self._places.get(word, ()))
        fewest = min(_FEWEST_SHARED_WORDS, len(words))
        return sorted(place for place, count in shared.items() if count >= fewest)

    def _repeats(self, gist: Gist, earlier: Gist) -> bool:
        if len(gist.content) < _FEWEST_WORDS:
            return gist.plain == earlier.plain
        return (
            is_said_in(gist, earlier)
            and not _DEED_STEMS.intersection(gist.content).difference(earlier.content)
            and self._share(gist, earlier, of=gist) >= REPEATED_SHARE
        )

    def _repeats_speech(self, speech: Gist, earlier: Gist) -> bool:
        """Whether what a sentence has in quotation marks was read before: who else it names is known."""
        return (
            len(speech.content) >= _FEWEST_QUOTED_WORDS
            and is_said_in(speech, earlier)
            and self._share(speech, earlier, of=speech) >= QUOTED_SHARE
        )

    def _share(self, one: Gist, other: Gist, *, of: Gist) -> float:
        whole = self._weigh(of.content)
        return self._weigh(set(one.content) & set(other.content)) / whole if whole else 0.0

    def _weigh(self, words: Iterable[str]) -> float:
        total = len(self._gists) + 1
        # The sum is the same in whatever order a set gives its words.
        return math.fsum(math.log(1 + total / (1 + len(self._places.get(word, ())))) for word in set(words))


def _has_matter_in_common(gist: Gist, earlier: Gist) -> bool:
    """Whether they share more than who is named, and as what: one man gives many speeches."""
    shared = _story_words(gist) & _story_words(earlier)
    return len(shared.difference(gist.names, earlier.names, _OFFICES)) >= _FEWEST_OF_MATTER


def _story_words(gist: Gist) -> frozenset[str]:
    return frozenset(gist.content).difference(gist.numbers, _COMMON)
