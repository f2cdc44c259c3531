"""The opening sentences of the articles: the baseline that news summarisers must beat."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.summary.candidates import Candidate
from briefer.summary.filling import fill_summary


@dataclass(frozen=True, slots=True)
class LeadSummariser:
    """The first sentence of every article, then the second of every article, and so on."""

    name: str = "lead"

    def choose(
        self,
        candidates: Sequence[Candidate],
        *,
        words: int,
        language: str = "en",  # noqa: ARG002
    ) -> tuple[int, ...]:
        rank_in_article = _ranks_in_articles(candidates)
        ranking = sorted(
            range(len(candidates)), key=lambda at: (rank_in_article[at], candidates[at].article, at)
        )
        return fill_summary(candidates, ranking, words=words)


def _ranks_in_articles(candidates: Sequence[Candidate]) -> dict[int, int]:
    """How many candidates of its article stand before each."""
    met: dict[int, int] = {}
    ranks = {}
    for at in sorted(range(len(candidates)), key=lambda at: candidates[at].position):
        article = candidates[at].article
        ranks[at] = met[article] = met.get(article, -1) + 1
    return ranks
