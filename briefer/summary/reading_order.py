"""The order in which chosen sentences read best."""

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta

from briefer.summary.candidates import Candidate
from briefer.text.words import content_stems

_ONE_STORY = timedelta(days=14)
"""What happened within so many days is told as one story; stories follow each other by date."""

_OPENING = 8
"""A sentence that has so many before it in its article is half as fit to open a story as the first."""

_LIKENESS = 4.0
"""How much going on with what was just told counts against opening early."""

_SAME_ARTICLE = 0.1
"""How much alike two sentences are for standing in one article, beside the words that they share."""


def order_for_reading(candidates: Sequence[Candidate], positions: Sequence[int]) -> tuple[int, ...]:
    """`positions` by date of what they tell, and within one story as a chain.

    A story's chain begins with what opens an article, and goes on with the sentence that shares most
    with the one before and stands early in its article. Sentences of one article stay in their author's
    order. What is of no known date comes last.

    Source: Lapata (2003), Probabilistic text structuring, for the greedy chain; Barzilay, Elhadad &
    McKeown (2002), Inferring strategies for sentence ordering, for stories in the order of time.
    """
    return tuple(at for story in _part_stories(candidates, positions) for at in _chain(candidates, story))


def _part_stories(candidates: Sequence[Candidate], positions: Sequence[int]) -> list[list[int]]:
    dated = sorted(
        (when.earliest, candidates[at].article, candidates[at].position, at)
        for at in positions
        if (when := candidates[at].when)
    )
    stories: list[list[int]] = []
    begin = None
    for day, _, _, at in dated:
        if begin is None or day - begin > _ONE_STORY:
            stories.append([])
            begin = day
        stories[-1].append(at)
    return [*stories, [at for at in positions if candidates[at].when is None]]


def _chain(candidates: Sequence[Candidate], story: Sequence[int]) -> list[int]:
    waiting: dict[int, list[int]] = {}
    for at in sorted(story, key=lambda at: (candidates[at].article, candidates[at].position, at)):
        waiting.setdefault(candidates[at].article, []).append(at)
    stems = {at: content_stems(candidates[at].text) for at in story}
    chain: list[int] = []
    while waiting:
        article = min(waiting, key=lambda article: _cost(candidates, waiting[article][0], chain, stems))
        chain.append(waiting[article].pop(0))
        if not waiting[article]:
            del waiting[article]
    return chain


def _cost(
    candidates: Sequence[Candidate], at: int, chain: Sequence[int], stems: Mapping[int, frozenset[str]]
) -> tuple[float, int]:
    position, article = candidates[at].position, candidates[at].article
    cost = position / (position + _OPENING)
    if chain:
        before, own = stems[chain[-1]], stems[at]
        shared = len(before & own) / math.sqrt(len(before) * len(own)) if before and own else 0.0
        cost -= _LIKENESS * (shared + _SAME_ARTICLE * (candidates[chain[-1]].article == article))
    return cost, article
