"""What a web page says of itself: JSON-LD first, then meta tags, nothing else.

The page's own words, so every value is checked for its shape and cleaned; what has none is left out.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from briefer.model import Basis, Found, Genre, PartialDate
from briefer.text.bylines import unique_names
from briefer.text.dates import find_dates
from briefer.text.hygiene import clean_line
from briefer.text.provenance import Provenance

_ARTICLE_TYPES = re.compile(r"(?:Article|Report|BlogPosting|NewsArticle|OpinionNewsArticle|Review|Posting)$")
_OPINION_TYPES = ("OpinionNewsArticle",)
_ANALYSIS_TYPES = ("AnalysisNewsArticle", "BackgroundNewsArticle")
_META_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
_META_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_META_DATE = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "date",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "article:published",
    "citation_publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "publication_date",
)  # fmt: skip
_META_UPDATE = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
)  # fmt: skip
_META_SITE = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_NOT_A_PERSON = re.compile(
    r"https?://|www\.|@|^(?:by )?(?:admin|staff|editor|editors|editorial|newsroom|web ?desk|guest)$",
    re.IGNORECASE,
)
_OPINION_PATH = re.compile(
    r"/(?:opinions?|commentisfree|op-?eds?|columns?|editorials?)(?:/|$)", re.IGNORECASE
)
_DEEPEST_JSON, _MOST_WORDS_OF_A_SITE = 12, 5


def read_metadata(tree: Any) -> tuple[Provenance, Found[str] | None]:
    """Provenance and language claimed by an lxml tree of a whole page."""
    articles = [item for item in _json_items(tree) if _is_article(item)]
    meta = _meta_tags(tree)
    outlet = _first(_text(value) for value in (*_publishers(articles), *_tags(meta, _META_SITE)))
    titles = (*_values(articles, "headline", "name"), *_tags(meta, _META_TITLE))
    dates = (*_values(articles, "datePublished"), *_tags(meta, _META_DATE))
    updates = (*_values(articles, "dateModified"), *_tags(meta, _META_UPDATE))
    url = _first(_web_address(value) for value in _urls(tree, articles, meta))
    provenance = Provenance(
        title=_found(_first(_headline(value, outlet) for value in titles)) or _only_heading(tree),
        authors=_authors(articles, meta, outlet),
        outlet=_found(outlet),
        published=_found(_first(_date(value) for value in dates)),
        updated=_found(_first(_date(value) for value in updates)),
        url=_found(url),
        genre=_genre(articles, url),
    )
    return provenance, _found(_first(_language(value) for value in _languages(tree, articles, meta)))


def _found(value: Any) -> Any:
    return None if value is None else Found(value, Basis.METADATA)


def _only_heading(tree: Any) -> Found[str] | None:
    """The heading of the first order, where there is no more than one, and it is as long as headlines are.

    A short one may be the site's or its section's, unless the page is named for it.
    """
    headings = {text for element in tree.iter("h1") if (text := _text("".join(element.itertext())))}
    if len(headings) != 1:
        return None
    heading = headings.pop()
    names = [_text(element.text_content()) or "" for element in tree.iter("title")]
    is_name = any(heading in name and 2 * len(heading) > len(name) for name in names)
    return Found(heading, Basis.HEADLINE) if is_name or len(heading.split()) > _MOST_WORDS_OF_A_SITE else None


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value), None)


def _json_items(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            parsed = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk_json(parsed, 0)


def _walk_json(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST_JSON:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk_json(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk_json(value.get(key), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in _as_list(item.get("@type")))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _values(articles: Iterable[dict[str, Any]], *keys: str) -> Iterator[Any]:
    for key in keys:
        for article in articles:
            yield from _as_list(article.get(key))


def _publishers(articles: Iterable[dict[str, Any]]) -> Iterator[Any]:
    for publisher in _values(articles, "publisher"):
        yield publisher.get("name") if isinstance(publisher, dict) else publisher


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    """Contents of meta tags by lower-case name, in order."""
    meta: dict[str, list[str]] = {}
    for tag in tree.iterfind(".//meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if content := tag.get("content"):
            meta.setdefault(name.strip().lower(), []).append(content)
    return meta


def _tags(meta: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from meta.get(name, ())


def _authors(articles: list[dict[str, Any]], meta: dict[str, list[str]], outlet: str | None) -> Any:
    """All people of the first source that names any; neither an address nor the outlet is a person."""
    linked = [
        author.get("name") if isinstance(author, dict) else author
        for author in _values(articles, "author", "creator")
        if not (isinstance(author, dict) and "Organization" in str(author.get("@type")))
    ]
    for source in (linked, *(meta.get(name, ()) for name in _META_AUTHOR)):
        names = [name for value in source for name in _people(value)]
        people = [name for name in names if name.casefold() != (outlet or "").casefold()]
        if people:
            return Found(unique_names(people), Basis.METADATA)
    return None


def _people(value: Any) -> Iterator[str]:
    for item in _as_list(value):
        text = _text(item)
        if not text or _NOT_A_PERSON.search(text):
            continue
        text = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
        parts = re.split(r"\s*(?:,|;|&|\band\b)\s*", text)
        whole = len(parts) == 1 or any(len(part.split()) < 2 for part in parts)
        for name in [text] if whole else parts:
            if name and not _NOT_A_PERSON.search(name):
                yield name


def _headline(value: Any, outlet: str | None) -> str | None:
    """A title without the name of the site behind it."""
    title = _text(value)
    if not title or not outlet:
        return title
    return re.sub(rf"\s+(?:[-|–—:·]|--)\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)


def _text(value: Any) -> str | None:
    return clean_line(value) or None if isinstance(value, str) else None


def _date(value: Any) -> PartialDate | None:
    if not isinstance(value, str):
        return None
    dates = find_dates(value[:100])
    return dates[0].date if dates else None


def _urls(tree: Any, articles: list[dict[str, Any]], meta: dict[str, list[str]]) -> Iterator[Any]:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield link.get("href")
    yield from meta.get("og:url", ())
    yield from _values(articles, "url")


def _web_address(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) > 2000 or clean_line(value, limit=2000) != value:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and "." in parts.netloc and " " not in value else None


def _languages(tree: Any, articles: list[dict[str, Any]], meta: dict[str, list[str]]) -> Iterator[Any]:
    yield from _values(articles, "inLanguage")
    yield tree.get("lang")
    yield from _tags(meta, ("og:locale", "content-language", "dc.language"))


def _language(value: Any) -> str | None:
    match = _LANGUAGE.match(value.strip()) if isinstance(value, str) else None
    return match[0].lower() if match else None


def _genre(articles: list[dict[str, Any]], url: str | None) -> Found[Genre] | None:
    kinds = [kind for article in articles for kind in _as_list(article.get("@type"))]
    if any(kind in _OPINION_TYPES for kind in kinds) or (url and _OPINION_PATH.search(urlsplit(url).path)):
        return Found(Genre.OPINION, Basis.METADATA)
    if any(kind in _ANALYSIS_TYPES for kind in kinds):
        return Found(Genre.ANALYSIS, Basis.METADATA)
    return None
