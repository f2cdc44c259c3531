"""What must be shown with a sentence so that a reader can understand it."""

from briefer.model import Article, Excerpt, Passage, Span
from briefer.text.openings import Dependence, find_dateline, find_dependence, stands_after


def find_excerpt(article: Article, passage: Passage) -> Excerpt:
    """The passage's sentence, with the one before where that makes it readable.

    A dateline is left out: it says where the sentence was written, not what it says.
    """
    language = article.language.value if article.language else "en"
    sentence, before = passage.sentence, passage.before
    words = article.words(sentence.span)
    dependence = find_dependence(words, language=language)
    if dependence is Dependence.DATELINE:
        return Excerpt(sentence, Span(sentence.span.start + find_dateline(words), sentence.span.end), None)
    if dependence is None:
        return Excerpt(sentence, sentence.span, None)
    if before and stands_after(article.words(before.span), words, language=language):
        return Excerpt(sentence, Span(before.span.start, sentence.span.end), None)
    return Excerpt(sentence, sentence.span, dependence.value)
