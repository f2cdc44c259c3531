"""What a person who chooses sees of a survey: counts, ranks and the words that matched.

Everything that costs time is done once, in `make_overview`; the rest answers while a key is held down.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from briefer.analysis.matching import Matcher, build_matcher
from briefer.model import Article, Choice, Draft, Evidence, Mark, Span, Theme
from briefer.model.edits import number_choices, place_of
from briefer.surveying import Survey, articles_in_period, survey_articles, take_repairs_back


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is on a theme. `strength` is the sum of the scores."""

    sentences: int = 0
    articles: int = 0
    strength: float = 0.0


@dataclass(frozen=True, slots=True)
class Overview:
    """A survey of every theme, counted and ranked once.

    `articles` are by id. `ranked` holds by theme name its evidence, strongest first; `shares` what each
    article, by its id, gives to it.
    """

    survey: Survey
    articles: Mapping[str, Article]
    matcher: Matcher
    ranked: Mapping[str, tuple[Evidence, ...]]
    shares: Mapping[str, Mapping[str, Tally]]

    def find_in_play(self, draft: Draft) -> frozenset[str]:
        """The ids of the articles in the period that the analyst did not set aside."""
        inside = articles_in_period(self.survey.articles, draft.spec)
        return frozenset(article.id for article in inside) - frozenset(draft.left_out)

    def count(self, theme: str, in_play: Collection[str]) -> Tally:
        """How much the articles in play say on a theme."""
        shares = [share for article_id, share in self.shares[theme].items() if article_id in in_play]
        return Tally(
            sum(share.sentences for share in shares), len(shares), sum(share.strength for share in shares)
        )

    def rank(self, theme: str, in_play: Collection[str], choices: Sequence[Choice]) -> tuple[Evidence, ...]:
        """What the articles in play say on a theme, strongest first, after what was moved to it."""
        ranked = self.ranked[theme]
        if len(in_play) < len(self.articles):
            ranked = tuple(found for found in ranked if found.excerpt.sentence.article_id in in_play)
        moved = [
            found
            for choice in choices
            if choice.moved_to == theme and choice.place.article_id in in_play
            for found in self.ranked.get(choice.theme, ())
            if place_of(found) == choice.place
        ]
        return (*moved, *ranked) if moved else ranked

    def show_as_wanted(self, found: Evidence, draft: Draft) -> Evidence:
        """A sentence without what is supplied to it in brackets, where the analyst wants it so."""
        if not found.excerpt.repairs or draft.has_repairs(place_of(found)):
            return found
        return take_repairs_back(found, self.articles[found.excerpt.sentence.article_id])

    def find_terms(self, found: Evidence) -> tuple[Span, ...]:
        """Where the terms of its theme stand in a sentence, as spans of the article."""
        span = found.excerpt.sentence.span
        mentions = self.matcher.find_mentions(self.articles[found.excerpt.sentence.article_id].words(span))
        return tuple(
            mention.span.shifted(span.start) for mention in mentions if mention.theme == found.score.theme
        )


def put_decided_first(rows: Sequence[Evidence], draft: Draft, theme: str) -> tuple[Evidence, ...]:
    """First what is pinned, then what is kept, each in the order of printing; then the others."""
    numbers = number_choices(draft)
    ranks = {
        (choice.theme, choice.place): (choice.mark is not Mark.PINNED, numbers[choice.theme, choice.place])
        for choice in draft.choices
        if (choice.theme, choice.place) in numbers
        and (choice.mark is Mark.PINNED or choice.printed_under == theme)
    }
    last = (True, len(draft.choices) + 1)
    return tuple(sorted(rows, key=lambda found: ranks.get((found.score.theme, place_of(found)), last)))


def make_overview(survey: Survey) -> Overview:
    """Count and rank what a survey found."""
    ranked = {
        name: tuple(sorted(pool, key=lambda found: -found.score.score))
        for name, pool in survey.evidence.items()
    }
    shares: dict[str, dict[str, Tally]] = {name: {} for name in survey.evidence}
    for name, pool in survey.evidence.items():
        for found in pool:
            article_id = found.excerpt.sentence.article_id
            share = shares[name].get(article_id, Tally())
            shares[name][article_id] = Tally(share.sentences + 1, 1, share.strength + found.score.score)
    articles = {article.id: article for article in survey.articles}
    return Overview(survey, articles, build_matcher(survey.themes), ranked, shares)


def try_theme(
    articles: Sequence[Article], theme: Theme, *, on_progress: Callable[[int, int], None]
) -> tuple[Evidence, ...]:
    """What a theme would find, strongest first; `on_progress` is told after each article."""
    survey = survey_articles(articles, [theme], on_progress=on_progress)
    return tuple(sorted(survey.evidence[theme.name], key=lambda found: -found.score.score))
