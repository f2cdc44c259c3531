"""What is indexed of an article: the stems that the pipe itself finds in it, sentence by sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from briefer.analysis.matching import build_matcher, find_stems
from briefer.model import Article, Theme
from briefer.text.sentences import split_sentences


class Indexed(NamedTuple):
    """The stems of a title and of a body, a space between, and how many sentences the body has."""

    title: str
    body: str
    sentences: int


def index_article(article: Article) -> Indexed:
    """What is indexed of an article."""
    sentences = split_sentences(article)
    stems = (" ".join(find_stems(article.words(sentence.span))) for sentence in sentences)
    title = " ".join(find_stems(article.title.value)) if article.title else ""
    return Indexed(title, " ".join(stems), len(sentences))


def match_themes(themes: Sequence[Theme]) -> str:
    """The query, as FTS5 reads it, for all articles in which any term of any of the themes may stand.

    Empty where the themes have no terms. What is found is more than the pipe finds, never less: a phrase
    may reach over the end of a sentence, and neither case nor the words nearby are asked for.
    """
    phrases = {
        " ".join(stems): None
        for stems, patterns in build_matcher(themes).patterns.items()
        if any(pattern.term for pattern in patterns)
    }
    return " OR ".join(map(quote, phrases))


def quote(stems: str) -> str:
    """A phrase for FTS5, in which nothing is an operator."""
    return '"' + stems.replace('"', '""') + '"'
