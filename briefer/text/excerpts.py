"""What must be shown with a sentence so that a reader can understand it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefer.model import Article, Excerpt, Passage, Span
from briefer.text.antecedents import find_unexplained
from briefer.text.brackets import read_through, supply
from briefer.text.cleaning.shapes import shows_picture
from briefer.text.datelines import find_colon_dateline
from briefer.text.interviews import find_interview
from briefer.text.openings import NAMED_SPEAKER, Dependence, find_dateline, find_dependence, stands_after
from briefer.text.repairing import find_repairs
from briefer.text.similarity import says_the_same

_LIST_MARK = re.compile(r"(?:[•·▪◦‣■●►*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")

_FOOTNOTE = re.compile(r"(?<=[.!?”\"’»])(?:\s?\[\d{1,3}\])+\s*$")


def find_excerpt(article: Article, passage: Passage, *, repairs: bool = True) -> Excerpt:
    """The passage's sentence, with words in brackets or the sentence before where that makes it readable.

    A dateline is left out, and the mark or number of a list: they are not what the sentence says.
    """
    excerpt = _find_plain(article, passage)
    if not repairs or _is_answer(article, excerpt.span):
        return excerpt
    if excerpt.is_carried or excerpt.dependence:
        alone = _without_mark(article, passage.sentence.span)
        found = find_repairs(article, alone)
        words = read_through(supply(article.text, alone, found), found)
        if found and find_dependence(words) is None:
            return Excerpt(passage.sentence, alone, None, found)
    excerpt = replace(excerpt, repairs=find_repairs(article, excerpt.span))
    if excerpt.dependence or excerpt.is_carried:
        return excerpt
    lack = find_unexplained(article, excerpt.span, excerpt.repairs)
    if lack is None:
        return excerpt
    return carry(article, passage) or replace(excerpt, dependence=lack.value)


def carry(article: Article, passage: Passage) -> Excerpt | None:
    """The sentence with the one before it, where that reads alone and leaves nothing of it unexplained."""
    if passage.before is None:
        return None
    opening = _without_mark(article, passage.before.span)
    shown = Span(opening.start, _without_mark(article, passage.sentence.span).end)
    repairs = find_repairs(article, shown)
    said, words = article.words(opening), article.words(_without_mark(article, passage.sentence.span))
    # Whom "he" means, the sentence before need not tell; what "the" means, it does.
    if find_dependence(said) or find_dependence(words) or find_unexplained(article, shown, repairs):
        return None
    if shows_picture(said) or shows_picture(words) or _is_answer(article, passage.sentence.span):
        return None
    if says_the_same(said, article.words(passage.sentence.span)):
        return None
    return Excerpt(passage.sentence, shown, None, repairs)


def _is_answer(article: Article, span: Span) -> bool:
    """Whether it stands in an interview and does not say who speaks."""
    asked = find_interview(article.text)
    return asked is not None and span.start >= asked and not NAMED_SPEAKER.search(article.words(span))


def _find_plain(article: Article, passage: Passage) -> Excerpt:
    language = article.language.value if article.language else "en"
    sentence, before = passage.sentence, passage.before
    span = _without_mark(article, sentence.span)
    words = article.words(span)
    if _is_answer(article, span):
        return Excerpt(sentence, span, Dependence.SPEAKER.value)
    if shows_picture(words):
        return Excerpt(sentence, span, Dependence.CAPTION.value)
    dependence = find_dependence(words, language=language)
    if dependence is Dependence.DATELINE:
        return Excerpt(sentence, Span(span.start + find_dateline(words), span.end), None)
    if dependence is None:
        return Excerpt(sentence, span, None)
    if before:
        opening = _without_mark(article, before.span)
        said = article.words(opening)
        if stands_after(said, words, language=language) and not says_the_same(said, words):
            return Excerpt(sentence, Span(opening.start, span.end), None)
    return Excerpt(sentence, span, dependence.value)


def _without_mark(article: Article, span: Span) -> Span:
    """The span without "• ", "1. ", the "LANDI KOTAL: " of an article and a footnote’s "[2]"."""
    words = article.words(span)
    note = _FOOTNOTE.search(words)
    end = span.start + note.start() if note else span.end
    mark = _LIST_MARK.match(words)
    if mark:
        return Span(span.start + mark.end(), end)
    if span.start == article.paragraphs[0].span.start:
        return Span(span.start + find_colon_dateline(map(article.words, _spans(article))), end)
    return Span(span.start, end)


def _spans(article: Article) -> Iterator[Span]:
    return (paragraph.span for paragraph in article.paragraphs)
