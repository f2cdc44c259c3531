"""Step 7 of the pipe: sentences that sum up what articles say, in an order that reads well."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.analysis.selection import Printed, words_of
from briefer.model import Article, Excerpt, PartialDate, Theme
from briefer.summary import Candidate, Explainer, Gain, Summariser, order_for_reading
from briefer.surveying import survey_articles
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from briefer.text.telling import find_when


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of a summary. `index` is its place among the excerpts that it was chosen from.

    `rank` says as which it was chosen, from 1. `gains` are what it newly brought to the summary, weightiest
    first, or None where nobody asked or the summariser cannot say.
    """

    excerpt: Excerpt
    index: int
    rank: int
    gains: tuple[Gain, ...] | None


def summarise_articles(
    articles: Sequence[Article],
    theme: Theme | None,
    *,
    words: int,
    summariser: Summariser,
    explain: bool = False,
    repairs: bool = True,
) -> tuple[SummarySentence, ...]:
    """Summarise articles, on one theme or as a whole, in at most `words` words that read in order.

    Without `repairs` nothing is supplied in brackets, and what leans on more than its words is left out.
    """
    survey = survey_articles(articles, [theme] if theme else [])
    if theme:
        evidence = survey.evidence[theme.name]
        excerpts = [found.excerpt for found in evidence]
        if not repairs:
            by_id = {article.id: article for article in articles}
            excerpts = [
                find_excerpt(
                    by_id[found.score.passage.sentence.article_id], found.score.passage, repairs=False
                )
                for found in evidence
            ]
        relevance = [found.strength for found in evidence]
    else:
        excerpts = [excerpt for article in survey.articles for excerpt in _excerpts(article, repairs=repairs)]
        relevance = [1.0] * len(excerpts)
    return choose_sentences(
        excerpts,
        relevance,
        survey.articles,
        Printed(),
        words=words,
        summariser=summariser,
        explain=explain,
    )


def choose_sentences(
    excerpts: Sequence[Excerpt],
    relevance: Sequence[float],
    ordered: Sequence[Article],
    printed: Printed,
    *,
    words: int,
    summariser: Summariser,
    explain: bool = False,
) -> tuple[SummarySentence, ...]:
    """Choose from excerpts of the articles `ordered`, in reading order; the choice is added to `printed`."""
    articles = {article.id: article for article in ordered}
    places = {article.id: place for place, article in enumerate(ordered)}
    texts = [words_of(excerpt, articles) for excerpt in excerpts]
    fit = [
        index
        for index, excerpt in enumerate(excerpts)
        if excerpt.dependence is None and not printed.holds(excerpt, texts[index])
    ]
    candidates = [
        Candidate(
            text=texts[index],
            article=places[excerpts[index].sentence.article_id],
            position=excerpts[index].sentence.position,
            relevance=relevance[index],
        )
        for index in fit
    ]
    language = _main_language([articles[excerpts[index].sentence.article_id] for index in fit])
    chosen = []
    for choice in summariser.choose(candidates, words=words, language=language):
        index = fit[choice]
        if not printed.holds(excerpts[index], texts[index]):  # a carried sentence may stand in two excerpts
            printed.add(excerpts[index], texts[index])
            chosen.append(choice)
            candidates[choice] = replace(candidates[choice], when=_when(excerpts[index], articles))
    gains: Sequence[tuple[Gain, ...] | None] = [None] * len(chosen)
    if explain and isinstance(summariser, Explainer):
        gains = summariser.explain(candidates, chosen, language=language)
    return tuple(
        SummarySentence(excerpts[fit[choice]], fit[choice], rank + 1, gains[rank])
        for choice in order_for_reading(candidates, chosen)
        for rank in (chosen.index(choice),)
    )


def _when(excerpt: Excerpt, articles: Mapping[str, Article]) -> PartialDate | None:
    published = articles[excerpt.sentence.article_id].published
    return find_when(words_of(excerpt, articles), published.value if published else None)


def _main_language(articles: Sequence[Article]) -> str:
    """The language that most of them are in, the first met of equals; English where none is known."""
    known = Counter(article.language.value for article in articles if article.language)
    return max(known, key=lambda language: known[language], default="en")


def _excerpts(article: Article, *, repairs: bool) -> Iterator[Excerpt]:
    for passage in split_passages(split_sentences(article)):
        yield find_excerpt(article, passage, repairs=repairs)
