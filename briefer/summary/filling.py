"""A summary filled from a ranking, down to its budget and without repetition."""

from collections.abc import Iterable, Sequence

from briefer.summary.candidates import Candidate
from briefer.text.similarity import SeenTexts
from briefer.text.words import count_words


def fill_summary(candidates: Sequence[Candidate], ranking: Iterable[int], *, words: int) -> tuple[int, ...]:
    """The first positions of `ranking` that fit: each within `words` together with those before it.

    A text that is too long for what is left, or says what a chosen one says, is passed over.
    """
    chosen: list[int] = []
    seen = SeenTexts()
    left = words
    for position in ranking:
        if left <= 0:
            break
        text = candidates[position].text
        length = count_words(text)
        if 0 < length <= left and seen.find(text) is None:
            seen.add(text)
            chosen.append(position)
            left -= length
    return tuple(chosen)
