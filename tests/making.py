"""Values made by hand for tests."""

import hashlib
from pathlib import Path
from typing import Any

from briefer.model import Article, Basis, Found, LineRange, Paragraph, PartialDate, Span


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
