"""Step 4 of the pipe: how strongly each passage speaks to each theme."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefer.analysis.matching import Matcher, Mention
from briefer.model import Article, Passage, Sentence, Span, Term, TermShare, ThemeScore
from briefer.text.words import count_words

SPEAKS_FROM = 1.25
"""What the terms in a sentence itself must give before it speaks to a theme.

One term of weight 1.5 is enough in a sentence of up to 55 words, and so are two suggestive terms (1 + 1).
One suggestive term is not, however short the sentence, unless the text around repeats it.
"""

_UNMISTAKABLE = 3  # the weight of a term that needs no company, with those inside it
_STRONG = 2  # the weight of a term that is company enough to itself when it is
_REPEATED = 3  # so many sentences have it
_SHOWS_ITS_SUBJECT = 6  # sentences: a longer article on a theme has more than one of its terms

_K1 = 1.2  # how fast further mentions of one term lose worth
_B = 0.3  # how much a long text dilutes a mention: 0 not at all, 1 in proportion
_CONTEXT_BOOST = 0.15  # a lone mention next door, or in the headline, gives a quarter of its weight

# Usual lengths in words. They are fixed, so that a score never depends on what else is in the folder.
_SENTENCE_WORDS = 25
_HEADLINE_WORDS = 10

_TermKey = tuple[str, Term]


class _Field(NamedTuple):
    """One text that a passage is scored on: how often each term stands in it, and what a mention counts."""

    counts: Mapping[_TermKey, int]
    mention_worth: float
    single: frozenset[str]
    """The themes of which one mention is all that the text has, but for what lies inside it."""


def score_passages(article: Article, passages: Sequence[Passage], matcher: Matcher) -> tuple[ThemeScore, ...]:
    """Score the passages of an article against the themes of `matcher` with BM25F.

    The fields are the sentence (boost 1), its two neighbours and the headline (boost 0.15 each). With
    `tf` mentions of a term in a field of `len` words, and `w` the weight that the lexicon gives it:

        tf' = sum over fields of  boost * tf / (1 - b + b * len / usual_len)
        share = w * (k1 + 1) * tf' / (k1 + tf')

    where k1 = 1.2 and b = 0.3. The weight stands in the place of the Robertson-Sparck Jones weight, and
    the usual lengths are constants, so one mention in a sentence of usual length gives exactly its
    weight, and scores of any two runs can be compared.

    Returns one score per passage and theme that share a term, in reading order, then by theme. Scores
    are > 0. A share depends on no other term and is rounded to hundredths, and a score is the sum of its
    shares in hundredths: without a term it is lower by exactly that term's share.

    A score is `lone` where the sentence has a single mention below the weight 3, with what lies inside
    it, and the other terms that stand anywhere in the article, its headline among it, weigh less than
    1.25 in all. Nothing is lone in an article of fewer than six sentences, nor a term from weight 2 that
    stands in three places of it, nor in a theme of fewer than fifty terms.

    Source: Robertson & Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond, 3.6;
    Zaragoza et al. (2004), Microsoft Cambridge at TREC-13.
    """
    headline = _read_field(article.title.value, matcher, _HEADLINE_WORDS) if article.title else None
    fields: dict[Sentence, _Field] = {}
    for passage in passages:
        for sentence in (passage.sentence, passage.before, passage.after):
            if sentence is not None and sentence not in fields:
                fields[sentence] = _read_field(article.words(sentence.span), matcher, _SENTENCE_WORDS)
    places = _count_places([*fields.values(), headline] if headline else list(fields.values()))
    scores: list[ThemeScore] = []
    for passage in passages:
        own = fields[passage.sentence]
        context = [fields[near] for near in (passage.before, passage.after) if near is not None]
        if headline is not None:
            context.append(headline)
        lone = _find_lone(own, places, matcher.broad) if len(fields) >= _SHOWS_ITS_SUBJECT else frozenset()
        scores.extend(_score_passage(passage, own, context, lone))
    return tuple(scores)


def speaks_to(score: ThemeScore) -> bool:
    """Whether the sentence itself, and not only its neighbours or the headline, is about the theme.

    A lone mention is not: one "offensive" in an article without front, troops or siege is a matter of taste.
    """
    if score.lone:
        return False
    own = sum(share.share for share in score.shares if share.own)
    return round(own, 2) >= SPEAKS_FROM


def _read_field(text: str, matcher: Matcher, usual_words: int) -> _Field:
    mentions = matcher.find_mentions(text)
    counts = Counter((mention.theme, mention.term) for mention in mentions)
    return _Field(counts, 1 / (1 - _B + _B * count_words(text) / usual_words), _find_single(mentions))


def _find_single(mentions: Sequence[Mention]) -> frozenset[str]:
    outermost: dict[str, Span] = {}
    several = set()
    for mention in mentions:
        span = outermost.setdefault(mention.theme, mention.span)
        if mention.span.end > span.end:
            several.add(mention.theme)
    return frozenset(outermost.keys() - several)


def _count_places(fields: Sequence[_Field]) -> Mapping[str, Counter[Term]]:
    """The terms of each theme in an article, and how many sentences and headlines have them."""
    found: dict[str, Counter[Term]] = {}
    for theme, term in chain.from_iterable(field.counts for field in fields):
        found.setdefault(theme, Counter())[term] += 1
    return found


def _find_lone(own: _Field, places: Mapping[str, Counter[Term]], broad: frozenset[str]) -> frozenset[str]:
    """The themes that one mention in the sentence must stand for, without company in the article."""
    lone = set()
    for theme in own.single & broad:
        here = {term for found, term in own.counts if found == theme}
        if math.fsum(term.weight for term in here) >= _UNMISTAKABLE:
            continue
        if any(term.weight >= _STRONG and places[theme][term] >= _REPEATED for term in here):
            continue
        if math.fsum(term.weight for term in places[theme].keys() - here) < SPEAKS_FROM:
            lone.add(theme)
    return frozenset(lone)


def _score_passage(
    passage: Passage, own: _Field, context: Sequence[_Field], lone: frozenset[str]
) -> list[ThemeScore]:
    """The scores of one passage, by theme."""
    frequencies = {key: count * own.mention_worth for key, count in own.counts.items()}
    for field in context:
        for key, count in field.counts.items():
            added = _CONTEXT_BOOST * count * field.mention_worth
            frequencies[key] = frequencies.get(key, 0.0) + added
    shares: dict[str, list[TermShare]] = {}
    for (theme, term), frequency in frequencies.items():
        share = round(term.weight * (_K1 + 1) * frequency / (_K1 + frequency), 2)
        if share > 0:
            own_term = (theme, term) in own.counts
            shares.setdefault(theme, []).append(TermShare(term.phrase, share, own_term))
    return [_add_up(theme, passage, found, theme in lone) for theme, found in sorted(shares.items())]


def _add_up(theme: str, passage: Passage, shares: list[TermShare], lone: bool) -> ThemeScore:
    shares.sort(key=lambda share: (-share.share, share.phrase))
    score = round(sum(share.share for share in shares), 2)
    return ThemeScore(theme, passage, score, tuple(shares), lone)
