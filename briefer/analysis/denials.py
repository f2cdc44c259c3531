"""Whether another article says of what a sentence tells that it is false."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefer.model import Article, Excerpt
from briefer.text.sentences import find_sentences
from briefer.text.stories import Told

_DENIED_SHARE = 0.35
"""Kinship from which on a denial is of what a sentence tells."""
_FALSE = re.compile(
    r"\b(?:false|untrue|incorrect|fabricated|baseless|unfounded|invented|a fabrication|a hoax|no truth"
    r"|not (?:true|correct)|(?:was|is|were|are|it|report|claim) wrong)\b",
    re.IGNORECASE,
)


def find_denied(excerpts: Sequence[Excerpt], articles: Mapping[str, Article]) -> tuple[bool, ...]:
    """For each excerpt whether some other article calls false what it tells; `articles` are all there are."""
    denials = [(article.id, words) for article in articles.values() for words in _list_denials(article.text)]
    if not denials:
        return (False,) * len(excerpts)
    told = Told([words for _, words in denials])

    def is_denied(excerpt: Excerpt) -> bool:
        article_id = excerpt.sentence.article_id
        words = articles[article_id].words(excerpt.span)
        return not _FALSE.search(words) and any(
            kinship >= _DENIED_SHARE and other != article_id
            for kinship, (other, _) in zip(told.rate_kinship(words), denials, strict=True)
        )

    return tuple(map(is_denied, excerpts))


@lru_cache(maxsize=1 << 15)
def _list_denials(text: str) -> tuple[str, ...]:
    """The sentences of an article that call something false; kept, for a draft asks again at every key."""
    if not _FALSE.search(text):
        return ()
    return tuple(
        paragraph[span.start : span.end]
        for paragraph in text.split("\n\n")
        if _FALSE.search(paragraph)
        for span in find_sentences(paragraph)
        if _FALSE.search(paragraph, span.start, span.end)
    )
