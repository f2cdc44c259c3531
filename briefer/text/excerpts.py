"""What must be shown with a sentence so that a reader can understand it."""

from briefer.model import Article, Excerpt, Passage, Span
from briefer.text.openings import find_dependence, stands_after


def find_excerpt(article: Article, passage: Passage) -> Excerpt:
    """The passage's sentence, with the one before where that makes it readable."""
    sentence, before = passage.sentence, passage.before
    language = article.language.value if article.language else ""
    dependence = find_dependence(article.words(sentence.span), language=language)
    if dependence is None:
        return Excerpt(sentence, sentence.span, None)
    if before and stands_after(article.words(before.span), article.words(sentence.span), language=language):
        return Excerpt(sentence, Span(before.span.start, sentence.span.end), None)
    return Excerpt(sentence, sentence.span, dependence.value)
