"""Libraries and articles made by hand for tests."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefer.library.opening import Library
from briefer.library.saving import save_articles
from briefer.model import Article, Basis, Found
from briefer.model.library import Arrival
from tests.making import make_article

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

PARAGRAPHS = (
    "The ministry of defence said on Monday that it would buy ten transport aircraft from a foreign company.",
    "Members of the opposition criticised the deal, which they said had not been put before parliament.",
    "Analysts expect the purchase to change the balance between the two air forces of the region.",
)


def kept(
    *paragraphs: str, name: str = "article.txt", url: str | None = None, marked: str = "", **rest: str
) -> tuple[Article, bytes]:
    """An article and the bytes of its file; `marked` makes other bytes of the same words."""
    article = make_article(*(paragraphs or PARAGRAPHS), **rest)
    content = (article.text + marked).encode()
    digest = hashlib.sha256(content).hexdigest()
    address = Found(url, Basis.METADATA) if url else None
    return replace(article, id=digest[:12], path=Path(name), sha256=digest, url=address), content


def save(library: Library, *articles: tuple[Article, bytes]) -> tuple[Arrival, ...]:
    return save_articles(library, articles, now=NOW)


def path_in(folder: Path) -> Path:
    return folder / "home" / "library.db"
