"""The order in which chosen sentences read best."""

from collections.abc import Sequence

from briefer.summary.candidates import Candidate


def order_for_reading(candidates: Sequence[Candidate], positions: Sequence[int]) -> tuple[int, ...]:
    """`positions` by article, and within an article as its author ordered them.

    Articles stand in the brief's order, which is by date, so the summary tells what happened first
    first.
    """
    return tuple(sorted(positions, key=lambda at: (candidates[at].article, candidates[at].position, at)))
