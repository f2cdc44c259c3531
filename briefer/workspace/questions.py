"""What can be asked of articles without making a brief."""

from collections.abc import Callable, Mapping, Sequence

from briefer.analysis.key_points import KeyPointScore, score_key_points
from briefer.analysis.overtaken import sift_overtaken
from briefer.errors import NoSubject
from briefer.expanding import Expansion, expand_theme, make_theme
from briefer.model import Article, Evidence, Theme
from briefer.summarising import SummarySentence, summarise_articles
from briefer.summary import get_summariser
from briefer.surveying import Survey
from briefer.themes import InstalledThemes, get_theme
from briefer.themes.writing import make_name


class Questions:
    """Summaries of articles, themes that are typed in a few words, and what speaks for a key point.

    `themes` gives the installed ones, which may change.
    """

    def __init__(self, themes: Callable[[], InstalledThemes]) -> None:
        self._themes = themes

    def summarise(
        self,
        articles: Sequence[Article],
        *,
        theme: Theme | None,
        words: int,
        summariser: str,
        explain: bool = False,
        repairs: bool = True,
    ) -> tuple[SummarySentence, ...]:
        """Choose sentences that sum the articles up, on one theme or as a whole, in reading order."""
        method = get_summariser(summariser)
        return summarise_articles(
            articles, theme, words=words, summariser=method, explain=explain, repairs=repairs
        )

    def find_theme(self, words: str) -> tuple[Theme, bool]:
        """The theme that has such a name or title, or one made of the words; and whether it is the former.

        Raises:
            NoSubject: none of the words says what to look for.
            InvalidFile: the user's own theme of this name is broken.
        """
        installed = self._themes()
        name = make_name(words)
        if name in installed.names:
            return get_theme(name, installed), True
        titled = (theme for theme in installed.themes if name and make_name(theme.title) == name)
        if theme := next(titled, None):
            return theme, True
        made = make_theme(name or "typed", words)
        if made is None:
            raise NoSubject(words)
        return made, False

    def expand(self, theme: Theme, articles: Sequence[Article]) -> Expansion:
        """Add to a short theme the words that keep company with it in these articles."""
        return expand_theme(theme, articles)

    def find_overtaken(self, survey: Survey) -> Mapping[Evidence, str]:
        """The sentences about an amount that other words give otherwise, and those words."""
        return sift_overtaken(survey.evidence, {article.id: article for article in survey.articles}).by

    def score_key_points(self, survey: Survey, theme: str) -> tuple[KeyPointScore, ...]:
        """How well each piece of a theme's evidence would stand as a key point, in the survey's order."""
        articles = {article.id: article for article in survey.articles}
        return score_key_points(survey.evidence[theme], articles)
