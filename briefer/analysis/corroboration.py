"""How much of what a sentence says another article tells, too."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefer.model import Article, Excerpt
from briefer.text.words import content_stems

_COMMON = 64
"""Articles from which on a word is taken as one that every article uses."""


def rate_corroboration(excerpts: Sequence[Excerpt], articles: Mapping[str, Article]) -> tuple[float, ...]:
    """For each excerpt the greatest part of its words that one other article uses; in [0, 1].

    Counted are the articles that the excerpts come from and the words of the excerpts, function words
    aside. A word that few articles use counts for more, by ln((N + 1) / n): articles on other events
    share the common words alone, however many they are. An article that has the same words is no other
    article, but a reprint. Where all come from one article, everything rates 0.

    Source: inverse document frequency after Spärck Jones (1972); of several measures of agreement
    between articles this one goes best with what people take into summaries of mixed news.
    """
    return _rate(
        tuple(
            (excerpt.sentence.article_id, articles[excerpt.sentence.article_id].words(excerpt.span))
            for excerpt in excerpts
        )
    )


@lru_cache(maxsize=8)
def _rate(told: tuple[tuple[str, str], ...]) -> tuple[float, ...]:
    """For each text, with the id of its article before it, what `rate_corroboration` says.

    The last few are kept: a brief that an analyst works on asks again at every key.
    """
    stems = [content_stems(words) for _, words in told]
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for (article_id, _), found in zip(told, stems, strict=True):
        for stem in found:
            holders[stem].add(article_id)
    printed_in: defaultdict[str, set[str]] = defaultdict(set)
    for article_id, words in told:
        printed_in[words].add(article_id)
    count = len({article_id for article_id, _ in told})
    if count < 2:
        return (0.0,) * len(told)
    worth = {stem: math.log((count + 1) / len(held)) for stem, held in holders.items()}
    rates = []
    for (_, words), found in zip(told, stems, strict=True):
        everywhere = 0.0
        shared: defaultdict[str, float] = defaultdict(float)
        for stem in sorted(found):
            if len(holders[stem]) > _COMMON:
                everywhere += worth[stem]
            else:
                for article_id in holders[stem]:
                    shared[article_id] += worth[stem]
        for article_id in printed_in[words]:
            shared.pop(article_id, None)
        total = sum(worth[stem] for stem in sorted(found))
        best = everywhere + max(shared.values(), default=0.0)
        rates.append(min(1.0, best / total) if total else 0.0)
    return tuple(rates)
