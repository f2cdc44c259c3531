"""sumy's methods behind our protocol: the only door for sumy, opened at first use.

sumy rates equal sentences as one, needs NLTK's data to find words, and draws lots from the
interpreter's own random numbers. Here equal sentences are dropped before ranking, words are found by
our own rules, sentences are known by position, and lots depend on the texts alone. Luhn and Edmundson
run in sumy itself; the others take too long there for more than a few hundred sentences, so their
rankings are computed from the same formulas at once, and the tests hold them against sumy's.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefer.summary.candidates import Candidate, TooManySentences
from briefer.summary.filling import fill_summary
from briefer.summary.graph_ranks import rate_by_lexrank, rate_by_reduction, rate_by_textrank
from briefer.summary.languages import NAMES, split_words, sumy_stop_words
from briefer.summary.word_ranks import rank_by_kl, rank_by_sum_basic, rate_by_lsa

# Edmundson (1969), New methods in automatic extracting, lists as bonus words comparatives,
# superlatives, terms of value and of conclusion; as stigma words anaphora, belittling and hedges.
_BONUS_WORDS = """
    agreed announced approved best biggest concluded confirmed decided decisive essential finally first
    greatest highest historic important key killed largest lowest main major most ordered record result
    signed significant therefore unprecedented vital warned worst""".split()
_STIGMA_WORDS = """
    although anecdote anyway apparently basically he hardly her him his i incidentally it joke maybe
    me merely my our perhaps possibly rather reportedly scarcely seemingly she somewhat that them these they
    this those us we you your""".split()

Candidates = Sequence[Candidate]


@dataclass(frozen=True, slots=True)
class SumyMethod:
    """One of sumy's methods: `rank` orders candidates, no two of which have one text, best first."""

    name: str
    rank: Callable[[Candidates, str], Iterable[int]]
    limit: int

    def choose(self, candidates: Sequence[Candidate], *, words: int, language: str = "en") -> tuple[int, ...]:
        """As `Summariser.choose`.

        Raises:
            TooManySentences: more than `limit` different texts.
        """
        first_places: dict[str, int] = {}
        for place, candidate in enumerate(candidates):
            first_places.setdefault(" ".join(candidate.text.split()), place)
        places = list(first_places.values())
        if len(places) > self.limit:
            raise TooManySentences(self.name, len(places), self.limit)
        ranking = self.rank([candidates[place] for place in places], language) if places else ()
        return fill_summary(candidates, (places[at] for at in ranking), words=words)


def rank_by_lexrank(candidates: Candidates, language: str) -> list[int]:
    return _best_first(rate_by_lexrank(_content_stems(candidates, language)))


def rank_by_textrank(candidates: Candidates, language: str) -> list[int]:
    return _best_first(rate_by_textrank(_content_stems(candidates, language)))


def rank_by_reduction(candidates: Candidates, language: str) -> list[int]:
    return _best_first(rate_by_reduction(_content_stems(candidates, language)))


def rank_by_lsa(candidates: Candidates, language: str) -> list[int]:
    vocabulary = {stem for stems in _content_stems(candidates, language) for stem in stems}
    to_stem = _stemmer(language)
    every_stem = [[to_stem(word.lower()) for word in split_words(candidate.text)] for candidate in candidates]
    return _best_first(rate_by_lsa(every_stem, vocabulary))


def rank_by_frequency(candidates: Candidates, language: str) -> Iterable[int]:
    return rank_by_sum_basic(_content_stems(candidates, language))


def rank_by_divergence(candidates: Candidates, language: str) -> Iterable[int]:
    stop = sumy_stop_words(language)
    as_written = [split_words(candidate.text) for candidate in candidates]
    content = [[word.lower() for word in words if word.lower() not in stop] for words in as_written]
    # sumy looks for stop words before it lowers the case, so "The" counts in the document.
    document = [word.lower() for words in as_written for word in words if word not in stop]
    return rank_by_kl(content, as_written, document)


def rank_by_luhn(candidates: Candidates, language: str) -> list[int]:
    """Luhn (1958), The automatic creation of literature abstracts: dense runs of frequent words."""
    from sumy.summarizers.luhn import LuhnSummarizer

    class QuickLuhn(LuhnSummarizer):  # type: ignore[misc]
        def _get_significant_words(self, words: Iterable[str]) -> frozenset[str]:
            # sumy searches a tuple of all frequent words for every word.
            return frozenset(super()._get_significant_words(words))

    summariser = QuickLuhn(_stemmer(language))
    summariser.stop_words = sumy_stop_words(language)
    return [order for order, _ in _ranked(summariser, candidates)]


def rank_by_edmundson(candidates: Candidates, language: str) -> list[int]:
    """Cue words, and the opening and the end of each article; cue words are known in English only."""
    from sumy.summarizers.edmundson import EdmundsonSummarizer

    summariser = EdmundsonSummarizer(_stemmer(language))
    summariser.bonus_words = _BONUS_WORDS
    summariser.stigma_words = _STIGMA_WORDS
    summariser.null_words = sumy_stop_words(language) | {""}
    articles: dict[int, list[int]] = {}
    for at, candidate in enumerate(candidates):
        articles.setdefault(candidate.article, []).append(at)
    rated: list[tuple[float, int]] = []
    for places in articles.values():
        places.sort(key=lambda at: candidates[at].position)
        for order, rating in _ranked(summariser, [candidates[at] for at in places]):
            rated.append((-rating, places[order]))
    return [at for _, at in sorted(rated)]


def rank_by_lot(candidates: Candidates, language: str) -> list[int]:
    """A baseline: an order that depends on the texts and language and nothing else."""
    texts = [candidate.text for candidate in candidates]
    order = list(range(len(texts)))
    seed = "\n".join([language, *texts]).encode("utf-8", "surrogatepass")
    random.Random(seed).shuffle(order)  # noqa: S311
    return order


# Each limit keeps a run within a few seconds and half a gigabyte.
SUMY_METHODS = (
    SumyMethod("edmundson", rank_by_edmundson, limit=20_000),
    SumyMethod("kl", rank_by_divergence, limit=5_000),
    SumyMethod("lexrank", rank_by_lexrank, limit=10_000),
    SumyMethod("lsa", rank_by_lsa, limit=100_000),
    SumyMethod("luhn", rank_by_luhn, limit=20_000),
    SumyMethod("random", rank_by_lot, limit=100_000),
    SumyMethod("reduction", rank_by_reduction, limit=20_000),
    SumyMethod("sum-basic", rank_by_frequency, limit=20_000),
    SumyMethod("textrank", rank_by_textrank, limit=5_000),
)


class _Tokenizer:
    """Finds words for sumy, whose own way needs NLTK's data."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(split_words(text))


def _ranked(summariser: Any, candidates: Candidates) -> list[tuple[int, float]]:
    """Every candidate's place and sumy's rating of it, best first; each is a paragraph of its own.

    sumy hands all rated sentences to `sentences_count` where that can be called, and takes what it
    returns for the best.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = _Tokenizer()
    ranked: list[tuple[int, float]] = []

    def take_all(infos: Sequence[Any]) -> Sequence[Any]:
        ranked.extend((info.order, info.rating) for info in infos)
        return infos

    paragraphs = [Paragraph([Sentence(candidate.text, tokenizer)]) for candidate in candidates]
    summariser(ObjectDocumentModel(paragraphs), take_all)
    return ranked


def _best_first(ratings: Iterable[float]) -> list[int]:
    """Places from the highest rating down; those equal but for rounding errors in document order."""
    values = [float(rating) for rating in ratings]
    highest = max(map(abs, values), default=0.0) or 1.0
    return sorted(range(len(values)), key=lambda at: -round(values[at] / highest, 10))


def _content_stems(candidates: Candidates, language: str) -> list[list[str]]:
    stop = sumy_stop_words(language)
    to_stem = _stemmer(language)
    lowered = ([word.lower() for word in split_words(candidate.text)] for candidate in candidates)
    return [[to_stem(word) for word in words if word not in stop] for words in lowered]


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Callable[[str], str]:
    """sumy's stemmer for a language; lower case where sumy has none, or lacks a package for it."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        to_stem = Stemmer(NAMES.get(language, language))
        to_stem("probe")
    except (LookupError, ValueError):
        to_stem = null_stemmer
    return lru_cache(maxsize=1 << 17)(to_stem)
