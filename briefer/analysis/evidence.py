"""Which sentences speak to a theme, and why an article has none."""

from collections.abc import Sequence

from briefer.analysis.scoring import SPEAKS_FROM, speaks_to
from briefer.model import Article, Evidence, Excerpt, Sentence, ThemeScore
from briefer.text.excerpts import find_excerpt


def find_evidence(article: Article, scores: Sequence[ThemeScore]) -> tuple[Evidence, ...]:
    """The evidence that one article gives to each theme it speaks to, in reading order.

    `scores` are the article's, of all the themes in question.
    """
    strongest: dict[Sentence, float] = {}
    excerpts: dict[Sentence, Excerpt] = {}
    speaking = [score for score in scores if speaks_to(score)]
    for score in speaking:
        sentence = score.passage.sentence
        strongest[sentence] = max(score.score, strongest.get(sentence, 0.0))
        if sentence not in excerpts:
            excerpts[sentence] = find_excerpt(article, score.passage)
    return tuple(
        Evidence(excerpts[sentence], score, score.score / strongest[sentence])
        for score in speaking
        for sentence in (score.passage.sentence,)
    )


def explain_absence(article: Article, scores: Sequence[ThemeScore]) -> str:
    """Why an article gives no printable evidence for a theme, in one line.

    `scores` are the article's, of this theme alone.
    """
    evidence = find_evidence(article, scores)
    if evidence:
        reasons = sorted({found.excerpt.dependence for found in evidence if found.excerpt.dependence})
        return f"none of its {len(evidence)} sentences can be read alone ({', '.join(reasons)})"
    if not scores:
        return "no term of the theme stands in it"
    best = max(scores, key=_own_score)
    terms = ", ".join(f"{share.phrase} {share.share:.2f}" for share in best.shares if share.own)
    if not terms:
        return "terms of the theme stand in its headline alone"
    if best.lone:
        return f"one term of the theme by itself, and little else of it in the article ({terms})"
    return f"too weak: its best sentence has {_own_score(best):.2f} of {SPEAKS_FROM:.2f} ({terms})"


def _own_score(score: ThemeScore) -> float:
    return sum(share.share for share in score.shares if share.own)
