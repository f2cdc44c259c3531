"""Words that keep company with a theme: what its articles say beside its terms."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefer.model import Lexicon, Term
from briefer.text.words import content_stems, find_words, stem

MOST = 10
_WEIGHT = 1.0
"""A companion alone makes no sentence speak to the theme; two do, or one beside a term."""

_SURELY = 10.83
"""Log-likelihood ratio from which on chance explains the company less than once in a thousand times."""

_FEWEST_SENTENCES = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Companion:
    """A word that keeps company with a theme.

    `likelihood` is the log-likelihood ratio of standing in the theme's sentences rather than in others;
    `sentences` counts those of the theme that hold it.
    """

    term: Term
    likelihood: float
    sentences: int


def find_companions(
    speaking: Sequence[str], others: Sequence[str], lexicon: Lexicon
) -> tuple[Companion, ...]:
    """The words that most surely keep company with a theme, surest first; at most `MOST`.

    `speaking` are the sentences that speak to it by `lexicon`, `others` the rest of the same articles.

    Source: Dunning (1993), Accurate methods for the statistics of surprise and coincidence; Lin & Hovy
    (2000), The automated acquisition of topic signatures, for the ratio and its bound.
    """
    own = {stem(word.text) for term in lexicon.terms for word in find_words(term.phrase)}
    inside = Counter(found for text in speaking for found in content_stems(text))
    outside = Counter(found for text in others for found in content_stems(text))
    rated = {
        found: _likelihood(count, len(speaking), outside[found], len(others))
        for found, count in inside.items()
        if count >= _FEWEST_SENTENCES and len(found) >= _SHORTEST and found.isalpha() and found not in own
    }
    surest = sorted(
        (found for found, ratio in rated.items() if ratio >= _SURELY),
        key=lambda found: (-rated[found], found),
    )[:MOST]
    written = _write_out(speaking, surest)
    return tuple(
        Companion(Term(written[found], _WEIGHT), round(rated[found], 1), inside[found]) for found in surest
    )


def _likelihood(inside: int, of_inside: int, outside: int, of_outside: int) -> float:
    """2 ln of how much better two rates explain the counts than one; 0 where the first is not the higher."""
    if not of_outside or inside * of_outside <= outside * of_inside:
        return 0.0
    shared = (inside + outside) / (of_inside + of_outside)
    apart = _log_chance(inside, of_inside, inside / of_inside)
    apart += _log_chance(outside, of_outside, outside / of_outside)
    together = _log_chance(inside, of_inside, shared) + _log_chance(outside, of_outside, shared)
    return 2 * (apart - together)


def _log_chance(hits: int, tries: int, rate: float) -> float:
    misses = tries - hits
    return (hits * math.log(rate) if hits else 0.0) + (misses * math.log(1 - rate) if misses else 0.0)


def _write_out(texts: Sequence[str], stems: Collection[str]) -> dict[str, str]:
    """For each stem the form in which the texts write it most often."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in find_words(text):
            if word.stem in stems:
                forms[word.stem][word.text] += 1
    return {found: min(forms[found], key=lambda form: (-forms[found][form], form)) for found in stems}
