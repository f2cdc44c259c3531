"""How much of what a sentence says other articles speak of, too."""

from collections import Counter
from collections.abc import Mapping, Sequence

from briefer.model import Article, Excerpt
from briefer.text.words import FUNCTION_WORDS, find_words


def rate_corroboration(excerpts: Sequence[Excerpt], articles: Mapping[str, Article]) -> tuple[float, ...]:
    """For each excerpt the mean share of the other articles that use its words; in [0, 1].

    Counted are the articles that the excerpts come from and the words of the excerpts, function words
    aside. Where all come from one article, everything rates 0.

    Source: document frequency as a sign of importance, after Schiffman, Nenkova & McKeown (2002) and
    the concept weights of Gillick & Favre (2009).
    """
    stems = [_content(articles[excerpt.sentence.article_id].words(excerpt.span)) for excerpt in excerpts]
    spoken: dict[str, set[str]] = {}
    for excerpt, found in zip(excerpts, stems, strict=True):
        spoken.setdefault(excerpt.sentence.article_id, set()).update(found)
    others = len(spoken) - 1
    if others < 1:
        return (0.0,) * len(excerpts)
    articles_with = Counter(stem for found in spoken.values() for stem in found)
    return tuple(
        sum(articles_with[stem] - 1 for stem in found) / (others * len(found)) if found else 0.0
        for found in stems
    )


def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in find_words(text) if word.text.casefold() not in FUNCTION_WORDS)
