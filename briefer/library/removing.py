"""Articles are removed from sight, and brought back; what they said stays in editions and on the shelf."""

from collections.abc import Sequence
from datetime import datetime

from briefer.library.keys import get_article_key
from briefer.library.listing import load_holding
from briefer.library.opening import Library
from briefer.model.library import Holding


def remove_articles(library: Library, articles: Sequence[str], *, now: datetime) -> tuple[Holding, ...]:
    """Remove the articles whose ids begin so, all of them or none; says which they are.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    return _mark(library, articles, now.isoformat(timespec="seconds"))


def bring_back(library: Library, articles: Sequence[str]) -> tuple[Holding, ...]:
    """Undo the removal of the articles whose ids begin so, all of them or none; says which they are.

    Raises:
        UnknownArticle: no article has such an id, or several have.
    """
    return _mark(library, articles, None)


def _mark(library: Library, articles: Sequence[str], removed_at: str | None) -> tuple[Holding, ...]:
    with library.writing() as connection:
        keys = dict.fromkeys(get_article_key(connection, article) for article in articles)
        for key in keys:
            connection.execute("UPDATE article SET removed_at = ? WHERE key = ?", (removed_at, key))
        return tuple(load_holding(connection, key) for key in keys)
