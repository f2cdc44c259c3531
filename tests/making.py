"""Values made by hand for tests."""

import hashlib
from pathlib import Path
from typing import Any

from briefer.model import (
    Article,
    Basis,
    Evidence,
    Excerpt,
    Found,
    LineRange,
    Paragraph,
    PartialDate,
    Passage,
    Sentence,
    Span,
    TermShare,
    ThemeScore,
)


def make_article(
    *paragraphs: str,
    name: str = "article.txt",
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    language: str = "en",
    **rest: Any,
) -> Article:
    """An article whose body is `paragraphs`, one line each with a blank line between."""
    text = "\n\n".join(paragraphs)
    placed, start = [], 0
    for number, paragraph in enumerate(paragraphs, start=1):
        line = 2 * number - 1
        placed.append(Paragraph(number, Span(start, start + len(paragraph)), LineRange(line, line)))
        start += len(paragraph) + 2
    digest = hashlib.sha256((name + text).encode()).hexdigest()
    return Article(
        id=digest[:12],
        path=Path(name),
        sha256=digest,
        text=text,
        paragraphs=tuple(placed),
        title=Found(title, Basis.HEADLINE) if title else None,
        outlet=Found(outlet, Basis.SIDECAR) if outlet else None,
        published=Found(PartialDate.from_iso(published), Basis.SIDECAR) if published else None,
        language=Found(language, Basis.TEXT),
        **rest,
    )


def make_evidence(
    article: Article,
    words: str,
    *,
    theme: str = "arms-sales",
    score: float = 2.0,
    focus: float = 1.0,
    dependence: str | None = None,
    carried: str = "",
) -> Evidence:
    """Evidence whose sentence is the first place where `words` stand in the article.

    `carried` is the sentence before, where the excerpt reaches back over it.
    """
    start = article.text.index(words)
    span = Span(start, start + len(words))
    paragraph = next(
        found.number for found in article.paragraphs if found.span.start <= start < found.span.end
    )
    sentence = Sentence(article.id, article.text[:start].count(". "), paragraph, span)
    shown = Span(article.text.index(carried), span.end) if carried else span
    return Evidence(
        excerpt=Excerpt(sentence, shown, dependence),
        score=ThemeScore(theme, Passage(sentence, None, None), score, (TermShare("arms", score, own=True),)),
        focus=focus,
    )
