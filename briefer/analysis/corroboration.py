"""How much of what a sentence says another article tells, too."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefer.model import Article, Excerpt
from briefer.text.words import content_stems

_COMMON = 64
"""Articles from which on a word is taken as one that every article uses."""


def rate_corroboration(excerpts: Sequence[Excerpt], articles: Mapping[str, Article]) -> tuple[float, ...]:
    """For each excerpt the greatest part of its words that one other article uses; in [0, 1].

    Counted are the articles that the excerpts come from and the words of the excerpts, function words
    aside. A word that few articles use counts for more, by ln((N + 1) / n): articles on other events
    share the common words alone, however many they are. Where all come from one article, everything
    rates 0.

    Source: inverse document frequency after Spärck Jones (1972); of several measures of agreement
    between articles this one goes best with what people take into summaries of mixed news.
    """
    stems = [content_stems(articles[excerpt.sentence.article_id].words(excerpt.span)) for excerpt in excerpts]
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for excerpt, found in zip(excerpts, stems, strict=True):
        for stem in found:
            holders[stem].add(excerpt.sentence.article_id)
    count = len({excerpt.sentence.article_id for excerpt in excerpts})
    if count < 2:
        return (0.0,) * len(excerpts)
    worth = {stem: math.log((count + 1) / len(held)) for stem, held in holders.items()}
    rates = []
    for excerpt, found in zip(excerpts, stems, strict=True):
        everywhere = 0.0
        shared: defaultdict[str, float] = defaultdict(float)
        for stem in sorted(found):
            if len(holders[stem]) > _COMMON:
                everywhere += worth[stem]
            else:
                for article_id in holders[stem]:
                    shared[article_id] += worth[stem]
        shared.pop(excerpt.sentence.article_id, None)
        total = sum(worth[stem] for stem in sorted(found))
        best = everywhere + max(shared.values(), default=0.0)
        rates.append(min(1.0, best / total) if total else 0.0)
    return tuple(rates)
