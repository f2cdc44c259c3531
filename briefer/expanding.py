"""A theme that is typed in a few words, and what the articles at hand add to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.analysis.companions import Companion, find_companions
from briefer.model import Article, Lexicon, Term, Theme
from briefer.surveying import survey_articles
from briefer.text.sentences import split_sentences
from briefer.text.words import content_stems, find_words

_PHRASE, _ONLY_WORD, _ONE_WORD = 3.0, 2.0, 1.5
_SHORT = 3
"""Terms up to which a theme is expanded, a phrase and its two words: more find what there is to be found."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """`theme` looks for what `asked` does, and for its companions in the articles at hand."""

    asked: Theme
    companions: tuple[Companion, ...]

    @property
    def theme(self) -> Theme:
        lexicon = self.asked.lexicon
        added = tuple(companion.term for companion in self.companions)
        return replace(self.asked, lexicon=Lexicon((*lexicon.terms, *added), lexicon.excluded))


def make_theme(name: str, words: str) -> Theme | None:
    """The theme of a few words: the phrase is unmistakable, a single word strong, one of several less so.

    None where the words say nothing of a subject.
    """
    kept = [word.text for word in find_words(words) if content_stems(word.text)]
    if not kept:
        return None
    phrase = " ".join(words.split())
    single = _ONLY_WORD if len(kept) == 1 else _ONE_WORD
    terms = [Term(word, single) for word in dict.fromkeys(kept)]
    if len(kept) > 1:
        terms.insert(0, Term(phrase, _PHRASE))
    return Theme(name, phrase, f"What is said about {phrase}", Lexicon(tuple(terms)))


def expand_theme(theme: Theme, articles: Sequence[Article]) -> Expansion:
    """Find the words that keep company with a short theme in these articles; none for one of many terms."""
    if len(theme.lexicon.terms) > _SHORT:
        return Expansion(theme, ())
    survey = survey_articles(articles, [theme])
    speaking = {
        (found.excerpt.sentence.article_id, found.excerpt.sentence.position)
        for found in survey.evidence[theme.name]
    }
    inside: list[str] = []
    outside: list[str] = []
    for article in survey.articles:
        for sentence in split_sentences(article):
            spoken = (article.id, sentence.position) in speaking
            (inside if spoken else outside).append(article.words(sentence.span))
    return Expansion(theme, find_companions(inside, outside, theme.lexicon))
