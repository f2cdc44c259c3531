"""How a sentence stands to those that a reader has read before: told again, told further, or new.

Words weigh more the fewer of the sentences read before have them, so that what every one of them says
("ministry", "Monday") counts for little. When in doubt a sentence is new: one that is taken for a repeat
is not printed, and its fact is lost.

Source: weights after Spärck Jones (1972), A statistical interpretation of term specificity.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefer.text.similarity import Gist, find_gist, is_said_in

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
_SPEECH = re.compile(r"[“\"]([^“”\"]+)[”\"]")


class Told:
    """Sentences that a reader has read, by their place in the sequence they are given in."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._gists = tuple(map(find_gist, texts))
        self._spread = Counter(word for gist in self._gists for word in set(gist.content))

    def find_repeated(self, text: str) -> int | None:
        """The place of the sentence of which `text` says nothing more, the likest if there are several."""
        gist = find_gist(text)
        speech = find_gist(" ".join(_SPEECH.findall(text)))
        repeated = [
            (self._share(gist, earlier, of=gist), -place)
            for place, earlier in enumerate(self._gists)
            if self._repeats(gist, earlier) or self._repeats_speech(speech, earlier)
        ]
        return -max(repeated)[1] if repeated else None

    def find_continued(self, text: str) -> int | None:
        """The place of the sentence whose story `text` goes on with, the likest if there are several."""
        kinships = self.rate_kinship(text)
        likest = max(kinships, default=0.0)
        return kinships.index(likest) if likest >= CONTINUED_SHARE else None

    def _repeats(self, gist: Gist, earlier: Gist) -> bool:
        if len(gist.content) < _FEWEST_WORDS:
            return gist.plain == earlier.plain
        return is_said_in(gist, earlier) and self._share(gist, earlier, of=gist) >= REPEATED_SHARE

    def _repeats_speech(self, speech: Gist, earlier: Gist) -> bool:
        """Whether what a sentence has in quotation marks was read before: who else it names is known."""
        is_speech = len(speech.content) >= _FEWEST_QUOTED_WORDS
        return (
            is_speech
            and is_said_in(speech, earlier)
            and self._share(speech, earlier, of=speech) >= QUOTED_SHARE
        )

    def rate_kinship(self, text: str) -> tuple[float, ...]:
        """For each sentence how much it and `text` share of the lighter of the two, in [0, 1].

        It is 0 where they share no name.
        """
        gist = find_gist(text)
        return tuple(self._rate(gist, earlier) for earlier in self._gists)

    def _rate(self, gist: Gist, earlier: Gist) -> float:
        shared = set(gist.content) & set(earlier.content)
        if len(shared) < _FEWEST_SHARED_WORDS or not shared.intersection(gist.names, earlier.names):
            return 0.0
        lighter = min((gist, earlier), key=lambda one: self._weigh(one.content))
        return self._share(gist, earlier, of=lighter)

    def _share(self, one: Gist, other: Gist, *, of: Gist) -> float:
        whole = self._weigh(of.content)
        return self._weigh(set(one.content) & set(other.content)) / whole if whole else 0.0

    def _weigh(self, words: Sequence[str] | set[str]) -> float:
        total = len(self._gists) + 1
        return math.fsum(sorted(math.log(1 + total / (1 + self._spread[word])) for word in set(words)))
