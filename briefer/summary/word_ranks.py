"""LSA, SumBasic and KL-Sum as sumy defines them, in time that grows with the words.

sumy decomposes a dense matrix for the first and compares every sentence anew at every step for the
others; these give the same ranking.
"""

import heapq
import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.summary.overlaps import Floats


def rate_by_lsa(
    sentences: Sequence[Sequence[str]], vocabulary: Collection[str], *, smooth: float = 0.4
) -> list[float]:
    """Length of each sentence in the space of latent topics.

    sumy keeps every dimension of the decomposition A = U S V', and over all dimensions the length of
    a column of S V' is that of the column of A, so nothing needs decomposing. A cell of A is
    smooth + (1 - smooth) f / max f, for words that the sentence lacks too.

    Source: Steinberger & Jezek (2004), Using latent semantic analysis in text summarization.
    """
    ratings = []
    for sentence in sentences:
        counts = Counter(word for word in sentence if word in vocabulary)
        most = max(counts.values(), default=0)
        present = sum((smooth + (1 - smooth) * count / most) ** 2 for count in counts.values())
        absent = (len(vocabulary) - len(counts)) * smooth**2
        ratings.append(math.sqrt(present + absent) if most else 0.0)
    return ratings


def rank_by_sum_basic(sentences: Sequence[Sequence[str]]) -> Iterator[int]:
    """Again and again the sentence with the most probable words, whose probabilities are then squared.

    A mean can only fall, so a sentence is looked at again only when it comes up.

    Source: Nenkova & Vanderwende (2005), The impact of frequency on summarization.
    """
    counts = Counter(chain.from_iterable(sentences))
    total = counts.total()
    probability = {word: count / total for word, count in counts.items()}

    def mean(at: int) -> float:
        words = sentences[at]
        return sum([probability[word] for word in words]) / len(words) if words else 0.0

    heap = [(-mean(at), at) for at in range(len(sentences))]
    heapq.heapify(heap)
    while heap:
        _, at = heapq.heappop(heap)
        current = (-mean(at), at)
        if heap and current > heap[0]:
            heapq.heappush(heap, current)
            continue
        yield at
        for word in sentences[at]:
            probability[word] *= probability[word]


def rank_by_kl(
    sentences: Sequence[Sequence[str]], as_written: Sequence[Sequence[str]], document: Sequence[str]
) -> Iterator[int]:
    """Again and again the sentence that brings the summary's words closest to the document's.

    `sentences` holds the content words of each, `as_written` all its words: like sumy, words of the
    summary so far count as written. Closeness is Kullback and Leibler's divergence of the summary from
    the document, over the words of the summary:

        sum P(w) ln(P(w) / S(w)) = sum P(w) ln P(w) + ln(length) sum P(w) - sum P(w) ln count(w)

    Source: Haghighi & Vanderwende (2009), Exploring content models for multi-document summarization.
    """
    import numpy as np

    from briefer.summary.overlaps import add_up, read_bags

    counts = Counter(document)
    numbers = {word: number for number, word in enumerate(counts)}
    share = np.array(list(counts.values()), dtype=np.float64) / max(1, counts.total())
    entropy = share * np.log(share)
    bags = read_bags([[word for word in sentence if word in numbers] for sentence in sentences])
    own = np.array([numbers[word] for word in _vocabulary(sentences, numbers)], dtype=np.intp)[bags.words]
    lengths = np.array([len(sentence) for sentence in sentences], dtype=np.float64)
    held = np.zeros(len(share))
    length = 0
    waiting = np.ones(len(sentences), dtype=bool)

    def per_sentence(values: "Floats") -> "Floats":
        return add_up(values, bags.rows, bags.count)

    while waiting.any():
        before = held[own]
        is_new = before == 0
        known = held > 0
        logs = share[own] * (np.log(before + bags.counts) - np.log(np.where(is_new, 1, before)))
        divergence = (
            entropy[known].sum()
            + per_sentence(entropy[own] * is_new)
            + np.log(np.maximum(1, lengths + length))
            * (share[known].sum() + per_sentence(share[own] * is_new))
            - (share[known] * np.log(held[known])).sum()
            - per_sentence(logs)
        )
        chosen = int(np.argmin(np.where(waiting, np.round(divergence, 10), np.inf)))
        waiting[chosen] = False
        yield chosen
        length += len(as_written[chosen])
        for word in as_written[chosen]:
            if word in numbers:
                held[numbers[word]] += 1


def _vocabulary(sentences: Sequence[Sequence[str]], known: Collection[str]) -> list[str]:
    """Known words in order of first mention, as `read_bags` numbers them."""
    return list(dict.fromkeys(word for sentence in sentences for word in Counter(sentence) if word in known))
