"""Steps 2 to 4 of the pipe: what a set of articles says on each of some themes."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from briefer.analysis.evidence import explain_absence, find_evidence
from briefer.analysis.matching import build_matcher
from briefer.analysis.scoring import score_passages
from briefer.model import Article, BriefSpec, Draft, Evidence, Place, Theme, ThemeScore
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences

_THEMES_BY_DEFAULT, _MOST_THEMES = 4, 8
_STRONG_ENOUGH = 0.1
_LEAD, _LEAD_SENTENCES = 4.0, 2
"""How much more the first sentence of an article tells of its theme; over how many that falls to a third."""
_OWN_SHARE = 0.75
"""Of what an article says on its own theme: a theme on which it says so much tells of it, too."""
_OWN_STRENGTH = 3.0
"""What an article says on its own theme at the least: a sentence with one strong term, or two."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a set of articles says on each of some themes.

    `articles` stand in brief order: dated ones by date, then undated ones by path. `scores` holds
    every score by article id, `evidence` by theme name what speaks to it, both in reading order;
    `sentence_counts` the number of sentences by article id.
    """

    articles: tuple[Article, ...]
    themes: tuple[Theme, ...]
    sentence_counts: Mapping[str, int]
    scores: Mapping[str, tuple[ThemeScore, ...]]
    evidence: Mapping[str, tuple[Evidence, ...]]

    @property
    def sentence_count(self) -> int:
        """How many sentences the articles have."""
        return sum(self.sentence_counts[article.id] for article in self.articles)


@dataclass(frozen=True, slots=True)
class Absence:
    """An article that gives nothing to be printed on a theme, and why, in one line."""

    article: Article
    reason: str


def survey_articles(
    articles: Sequence[Article],
    themes: Sequence[Theme],
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Survey:
    """Find in every article the sentences that speak to each theme.

    `on_progress` is told after each article how many are done, and of how many.
    """
    ordered = sorted(articles, key=_brief_order)
    matcher = build_matcher(themes)
    scores: dict[str, tuple[ThemeScore, ...]] = {}
    counts: dict[str, int] = {}
    for done, article in enumerate(ordered, start=1):
        sentences = split_sentences(article)
        counts[article.id] = len(sentences)
        scores[article.id] = score_passages(article, split_passages(sentences), matcher)
        if on_progress:
            on_progress(done, len(ordered))
    return Survey(tuple(ordered), tuple(themes), counts, scores, _gather(ordered, themes, scores))


def narrow_survey(
    survey: Survey, themes: Sequence[Theme], articles: Sequence[Article] | None = None
) -> Survey:
    """The same survey of some of its themes, in this order, and of some of its articles, in its own."""
    names = {theme.name for theme in themes}
    wanted = survey.articles if articles is None else tuple(articles)
    scores = {
        article.id: tuple(score for score in survey.scores[article.id] if score.theme in names)
        for article in wanted
    }
    return Survey(
        wanted, tuple(themes), survey.sentence_counts, scores, _refocus(survey.evidence, themes, set(scores))
    )


def focus_survey(survey: Survey, draft: Draft) -> Survey:
    """The survey of no more than a draft asks for: its themes, its period and no article left out."""
    by_name = {theme.name: theme for theme in survey.themes}
    themes = tuple(by_name[name] for name in dict.fromkeys(draft.spec.themes) if name in by_name)
    articles = articles_in_play(survey.articles, draft.spec, draft.left_out)
    if (themes or survey.themes) != survey.themes or articles != survey.articles:
        survey = narrow_survey(survey, themes or survey.themes, articles)
    return _take_repairs_back(survey, draft)


def _take_repairs_back(survey: Survey, draft: Draft) -> Survey:
    """The survey without repairs where the analyst wants none."""
    bare = {choice.place for choice in draft.choices if not choice.repairs}
    if draft.spec.repairs and not bare:
        return survey
    articles = {article.id: article for article in survey.articles}

    def settle(found: Evidence) -> Evidence:
        sentence = found.excerpt.sentence
        if draft.spec.repairs and Place(sentence.article_id, sentence.span) not in bare:
            return found
        return take_repairs_back(found, articles[sentence.article_id])

    return replace(
        survey, evidence={name: tuple(map(settle, pool)) for name, pool in survey.evidence.items()}
    )


def take_repairs_back(found: Evidence, article: Article) -> Evidence:
    """A sentence with nothing of ours in brackets: it may have to reach back, or not be printable."""
    return replace(found, excerpt=find_excerpt(article, found.score.passage, repairs=False))


def rank_themes(survey: Survey, kept: Sequence[Theme] = ()) -> tuple[Theme, ...]:
    """The themes to report on where nobody chose any: those `kept`, else the four that tell most.

    An article counts with the square root of what its printable evidence says on the themes chosen, so that
    many articles weigh more than a long one, and another theme for what one of them tells already adds
    little. Themes far behind are left out. More come in behind them, up to eight of which something is told,
    for articles whose own theme was not chosen, so that no event of a week is passed over because others fill
    more pages.
    """
    strengths = _strengths(survey)
    chosen = [theme.name for theme in kept] or _most_telling(strengths)
    others = [name for name in strengths if name not in chosen]
    while sum(bool(strengths[name]) for name in chosen) < _MOST_THEMES and others:
        untold = _find_untold(strengths, chosen)
        best = max(others, key=lambda name: _gain({}, {at: strengths[name].get(at, 0.0) for at in untold}))
        if not any(strengths[best].get(article, 0.0) >= enough for article, enough in untold.items()):
            break
        chosen.append(best)
        others.remove(best)
    by_name = {theme.name: theme for theme in survey.themes}
    return tuple(by_name[name] for name in chosen)


def _strengths(survey: Survey) -> Mapping[str, Mapping[str, float]]:
    """What the printable evidence of each article says on each theme more than on others, by article id.

    What stands at its opening counts most: that is what the article is about.
    """
    strengths: dict[str, dict[str, float]] = {}
    for name, pool in sorted(survey.evidence.items()):
        by_article = strengths.setdefault(name, {})
        for found in pool:
            if found.excerpt.dependence is None:
                sentence = found.excerpt.sentence
                weight = 1 + _LEAD * math.exp(-sentence.position / _LEAD_SENTENCES)
                by_article[sentence.article_id] = (
                    by_article.get(sentence.article_id, 0.0) + found.strength * found.focus * weight
                )
    return strengths


def _most_telling(strengths: Mapping[str, Mapping[str, float]]) -> list[str]:
    told: dict[str, float] = {}
    chosen: list[str] = []
    first = 0.0
    while len(chosen) < _THEMES_BY_DEFAULT:
        others = [name for name in strengths if name not in chosen]
        best = max(others, key=lambda name: _gain(told, strengths[name]), default=None)
        gain = _gain(told, strengths[best]) if best else 0.0
        first = first or gain
        if not best or gain <= _STRONG_ENOUGH * first:
            break
        chosen.append(best)
        for article, strength in strengths[best].items():
            told[article] = told.get(article, 0.0) + strength
    return chosen


def _gain(told: Mapping[str, float], strengths: Mapping[str, float]) -> float:
    """How much more of the articles a theme tells beside what is told of each."""
    return math.fsum(
        math.sqrt(told.get(article, 0.0) + strength) - math.sqrt(told.get(article, 0.0))
        for article, strength in strengths.items()
    )


def _find_untold(
    strengths: Mapping[str, Mapping[str, float]], chosen: Collection[str]
) -> Mapping[str, float]:
    """The articles of whose own theme the chosen ones say little, each with what would be enough."""
    articles = {article for by_article in strengths.values() for article in by_article}
    own = {article: max(found.get(article, 0.0) for found in strengths.values()) for article in articles}
    return {
        article: most * _OWN_SHARE
        for article, most in sorted(own.items())
        if most >= _OWN_STRENGTH
        and all(strengths[name].get(article, 0.0) < most * _OWN_SHARE for name in chosen)
    }


def find_absences(articles: Sequence[Article], survey: Survey, theme: str) -> tuple[Absence, ...]:
    """Those of `articles` that give nothing to be printed on a theme, each with the reason."""
    giving = {
        found.excerpt.sentence.article_id
        for found in survey.evidence[theme]
        if found.excerpt.dependence is None
    }
    absences = []
    for article in articles:
        if article.id not in survey.scores:
            where = f"dated {article.published.value}, outside" if article.published else "undated, so not in"
            absences.append(Absence(article, f"{where} the period"))
        elif article.id not in giving:
            scores = [score for score in survey.scores[article.id] if score.theme == theme]
            absences.append(Absence(article, explain_absence(article, scores)))
    return tuple(absences)


def articles_in_period(articles: Sequence[Article], spec: BriefSpec) -> tuple[Article, ...]:
    """The articles that may be used: those in the period, late ones and, where asked for, undated ones."""
    if spec.period.is_open:
        return tuple(articles)
    late = set(spec.late)
    return tuple(
        article
        for article in articles
        if article.id in late
        or (spec.period.holds(article.published.value) if article.published else spec.keep_undated)
    )


def articles_in_play(
    articles: Sequence[Article], spec: BriefSpec, left_out: Collection[str]
) -> tuple[Article, ...]:
    """The articles that may be used but for those that the analyst left out, by id."""
    return tuple(article for article in articles_in_period(articles, spec) if article.id not in left_out)


def _gather(
    articles: Sequence[Article], themes: Sequence[Theme], scores: Mapping[str, Sequence[ThemeScore]]
) -> Mapping[str, tuple[Evidence, ...]]:
    evidence: dict[str, list[Evidence]] = {theme.name: [] for theme in themes}
    for article in articles:
        for found in find_evidence(article, scores[article.id]):
            evidence[found.score.theme].append(found)
    return {name: tuple(found) for name, found in evidence.items()}


def _refocus(
    evidence: Mapping[str, Sequence[Evidence]], themes: Sequence[Theme], article_ids: Collection[str]
) -> Mapping[str, tuple[Evidence, ...]]:
    """The evidence of these articles, in focus where none of these themes scores higher."""
    pools = {
        theme.name: [
            found for found in evidence[theme.name] if found.excerpt.sentence.article_id in article_ids
        ]
        for theme in themes
    }
    strongest: dict[tuple[str, int], float] = {}
    for found in chain.from_iterable(pools.values()):
        place = (found.excerpt.sentence.article_id, found.excerpt.sentence.position)
        strongest[place] = max(found.score.score, strongest.get(place, 0.0))
    return {
        name: tuple(
            Evidence(
                found.excerpt,
                found.score,
                found.score.score
                / strongest[found.excerpt.sentence.article_id, found.excerpt.sentence.position],
            )
            for found in pool
        )
        for name, pool in pools.items()
    }


def _brief_order(article: Article) -> tuple[bool, date, str]:
    published = article.published
    return (published is None, published.value.earliest if published else date.min, article.path.as_posix())
