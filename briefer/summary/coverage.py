"""Our own summariser: cover as much of what matters as the budget allows, each thing once.

A summary is good when it holds many *concepts* that the articles give weight to. A concept counts
once however often the summary repeats it, so repetition earns nothing. The stages:

1. `read_sentences`: every candidate becomes a set of concepts: its content stems, and its pairs of
   neighbouring stems that are not both stop words.
2. `rate_sentences`: how salient every candidate is, by place, centrality and theme.
3. `weigh_concepts`: a concept weighs as much as the best candidate of each article that holds it.
4. `pick_sentences`: again and again the candidate that newly covers most weight for its length, where
   speaking to the theme itself counts too.

Source: Gillick & Favre (2009), A scalable global model for summarization, for concepts and their
coverage; Lin & Bilmes (2010), Multi-document summarization via budgeted maximization of submodular
functions, for the greedy choice scaled by length. The constants were set on news clusters with human
summaries, where held-out halves agreed with them.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefer.summary.candidates import Candidate, Gain
from briefer.summary.languages import find_stems, split_words, stop_stems
from briefer.text.similarity import SeenTexts
from briefer.text.words import count_words

LEAD = 4.0
"""How much more the first sentence of an article says than one far down, beyond equal."""

LEAD_REACH = 8.0
"""Sentences over which that advantage falls to a third."""

CENTRALITY_BASE, THEME_BASE = 0.3, 0.15
"""What a candidate is worth that is least central, or does not speak to the theme; the best adds 1."""

STEM_WEIGHT = 0.4
"""Weight of a single stem; a pair of neighbours weighs 1."""

LONE_WEIGHT = 0.2
"""Weight of a concept that too few articles hold; one that enough of them hold weighs 1."""

LENGTH_POWER = 0.8
"""How much length counts against a candidate: 0 not at all, 1 in full."""

THEME_POWER = 0.5
"""How much its own relevance counts for a candidate, beside that of the concepts it covers."""

EARLY, EARLY_REACH = 1.0, 12.0
"""How much more a first sentence is worth as a quotation, and over how many that falls to a third.

What stands early in an article presumes least: of printed first sentences three in four could be read
alone, of those from the fifth on two in five.
"""

FEWEST_WORDS, MOST_WORDS = 5, 70
"""Lengths between which a candidate makes good reading in a summary."""

_FINAL_MARKS = tuple(".!…。！।۔")
_CLOSING_MARKS = "\"'”’»›)]） "

Concept = int
Key = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class CandidateWords:
    """A candidate as its words; `length` counts them with repeats.

    `content` are its content stems with repeats, `concepts` its concepts without, in order of mention.
    """

    article: int
    position: int
    relevance: float
    length: int
    content: tuple[str, ...]
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class CoverageSummariser:
    """Theme-weighted coverage of concepts, several articles at once; our default."""

    name: str = "coverage"

    def choose(self, candidates: Sequence[Candidate], *, words: int, language: str = "en") -> tuple[int, ...]:
        sentences, stem_share = read_sentences(candidates, language)
        weights = weigh_concepts(sentences, rate_sentences(sentences), stem_share)
        texts = [candidate.text for candidate in candidates]
        well_formed = [at for at, text in enumerate(texts) if is_well_formed(text)]
        return pick_sentences(texts, sentences, weights, among=well_formed, words=words) or pick_sentences(
            texts, sentences, weights, among=range(len(texts)), words=words
        )

    def explain(
        self, candidates: Sequence[Candidate], chosen: Sequence[int], *, language: str = "en"
    ) -> tuple[tuple[Gain, ...], ...]:
        """As `Explainer.explain`: the concepts that no sentence chosen before it holds."""
        sentences, shares = read_sentences(candidates, language)
        weights = weigh_concepts(sentences, rate_sentences(sentences), shares)
        covered: set[Concept] = set()
        explained = []
        for at in chosen:
            names = _name_concepts(candidates[at].text, language)
            named = zip(sentences[at].concepts, names, strict=True)
            gains = [Gain(name, weights[concept]) for concept, name in named if concept not in covered]
            explained.append(tuple(sorted(gains, key=lambda gain: -gain.weight)))
            covered.update(sentences[at].concepts)
        return tuple(explained)


def is_well_formed(text: str) -> bool:
    """Whether `text` is a whole statement of readable length, not a fragment, heading or question."""
    return (
        FEWEST_WORDS <= count_words(text) <= MOST_WORDS
        and not text.lstrip()[0].islower()
        and text.rstrip(_CLOSING_MARKS).endswith(_FINAL_MARKS)
    )


def read_sentences(
    candidates: Sequence[Candidate], language: str
) -> tuple[tuple[CandidateWords, ...], tuple[float, ...]]:
    """Every candidate as concepts, and for every concept `STEM_WEIGHT` or 1. Concepts count from 0."""
    stop = stop_stems(language)
    numbers: dict[Key, Concept] = {}
    sentences = []
    for candidate in candidates:
        stems = find_stems(candidate.text, language)
        content = [stem for stem in stems if stem not in stop]
        keys: list[Key] = [*content]
        keys += [pair for pair in pairwise(stems) if pair[0] not in stop or pair[1] not in stop]
        concepts = dict.fromkeys(numbers.setdefault(key, len(numbers)) for key in keys)
        sentences.append(
            CandidateWords(
                article=candidate.article,
                position=candidate.position,
                relevance=candidate.relevance,
                length=count_words(candidate.text),
                content=tuple(content),
                concepts=tuple(concepts),
            )
        )
    return tuple(sentences), tuple(STEM_WEIGHT if isinstance(key, str) else 1.0 for key in numbers)


def _name_concepts(text: str, language: str) -> tuple[str, ...]:
    """Each concept of a candidate in its own words, in the order of `CandidateWords.concepts`."""
    stop = stop_stems(language)
    words, stems = split_words(text), find_stems(text, language)
    names: dict[Key, str] = {}
    for stem, word in zip(stems, words, strict=True):
        if stem not in stop:
            names.setdefault(stem, word)
    for pair, written in zip(pairwise(stems), pairwise(words), strict=True):
        if pair[0] not in stop or pair[1] not in stop:
            names.setdefault(pair, " ".join(written))
    return tuple(names.values())


def rate_sentences(sentences: Sequence[CandidateWords]) -> tuple[float, ...]:
    """How salient each sentence is, > 0:

    (1 + LEAD e^(-position / LEAD_REACH)) (CENTRALITY_BASE + centrality) (THEME_BASE + relevance)

    with centrality scaled to [0, 1] between the least and the most central sentence, and relevance to
    [0, 1] by the most relevant one.
    """
    parts = zip(sentences, _centralities(sentences), _theme_factors(sentences), strict=True)
    return tuple(
        (1 + LEAD * math.exp(-sentence.position / LEAD_REACH)) * (CENTRALITY_BASE + centrality) * theme_factor
        for sentence, centrality, theme_factor in parts
    )


def _theme_factors(sentences: Sequence[CandidateWords]) -> list[float]:
    """THEME_BASE + relevance, with relevance scaled to [0, 1] by the most relevant sentence."""
    most = max((sentence.relevance for sentence in sentences), default=0.0) or 1.0
    return [THEME_BASE + sentence.relevance / most for sentence in sentences]


def _centralities(sentences: Sequence[CandidateWords]) -> list[float]:
    """Cosine of each sentence with the sum of all, by tf-idf with ln((n + 1) / (n_w + 1/2)), in [0, 1].

    Source: Radev, Jing, Styś & Tam (2004), Centroid-based summarization of multiple documents.
    """
    holders = Counter(stem for sentence in sentences for stem in dict.fromkeys(sentence.content))
    rarity = {stem: math.log((len(sentences) + 1) / (count + 0.5)) for stem, count in holders.items()}
    mentions = Counter(stem for sentence in sentences for stem in sentence.content)
    cosines = []
    for sentence in sentences:
        product = length = 0.0
        for stem, count in Counter(sentence.content).items():
            value = count * rarity[stem]
            product += value * mentions[stem] * rarity[stem]
            length += value * value
        cosines.append(product / math.sqrt(length) if length else 0.0)
    least, most = min(cosines, default=0.0), max(cosines, default=0.0)
    return [(cosine - least) / (most - least) if most > least else 0.0 for cosine in cosines]


def weigh_concepts(
    sentences: Sequence[CandidateWords], ratings: Sequence[float], shares: Sequence[float]
) -> tuple[float, ...]:
    """Weight of every concept: its share, times the sum over articles of the best rating that holds it.

    Each article has one vote on a concept however often it repeats it, and sentences that stand in
    several articles word for word vote once; where there is one article, its sentences vote. A concept
    that fewer than two articles hold, or three where there are more than twelve, keeps `LONE_WEIGHT` of
    its weight: what one source alone says matters less.
    """
    articles = len({sentence.article for sentence in sentences})
    votes: list[dict[int, float]] = [{} for _ in shares]
    counted: set[tuple[Concept, ...]] = set()
    for at, (sentence, rating) in enumerate(zip(sentences, ratings, strict=True)):
        if sentence.concepts in counted:
            continue
        counted.add(sentence.concepts)
        voter = sentence.article if articles > 1 else at
        for concept in sentence.concepts:
            vote = votes[concept]
            if rating > vote.get(voter, 0.0):
                vote[voter] = rating
    enough = 1 if articles <= 1 else 2 if articles <= 12 else 3
    return tuple(
        share * sum(vote.values()) * (1.0 if len(vote) >= enough else LONE_WEIGHT)
        for share, vote in zip(shares, votes, strict=True)
    )


def pick_sentences(
    texts: Sequence[str],
    sentences: Sequence[CandidateWords],
    weights: Sequence[float],
    *,
    among: Iterable[int],
    words: int,
) -> tuple[int, ...]:
    """Positions picked one by one, each with the greatest gain:

    newly covered weight / length^LENGTH_POWER * (THEME_BASE + relevance)^THEME_POWER
    * (1 + EARLY e^(-position / EARLY_REACH))

    What a candidate can gain only falls while others are picked, so it is looked at again only when it
    comes up: most candidates are never weighed twice. Equal gains go to the earlier candidate; one that
    adds nothing is left out, unless there is no other.

    Source: Minoux (1978), Accelerated greedy algorithms for maximizing submodular set functions.
    """
    covered: set[Concept] = set()
    worth = [
        math.pow(theme_factor, THEME_POWER)
        / math.pow(max(1, sentence.length), LENGTH_POWER)
        * (1 + EARLY * math.exp(-sentence.position / EARLY_REACH))
        for sentence, theme_factor in zip(sentences, _theme_factors(sentences), strict=True)
    ]

    def gain(at: int) -> float:
        concepts = sentences[at].concepts
        return worth[at] * sum([weights[concept] for concept in concepts if concept not in covered])

    heap = [(-gain(at), at) for at in among if 0 < sentences[at].length <= words]
    heapq.heapify(heap)
    picked: list[int] = []
    seen = SeenTexts()
    left = words
    while heap:
        _, at = heapq.heappop(heap)
        if sentences[at].length > left:
            continue
        current = (-gain(at), at)
        if heap and current > heap[0]:
            heapq.heappush(heap, current)
        elif (current[0] < 0 or not picked) and seen.find(texts[at]) is None:
            seen.add(texts[at])
            picked.append(at)
            covered.update(sentences[at].concepts)
            left -= sentences[at].length
    return tuple(picked)
