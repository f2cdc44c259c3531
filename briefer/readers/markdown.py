"""Markdown notes and clippings, with the front matter that clippers write."""

import re
from typing import Any

from briefer.model import Basis, Found, Genre, LineKind
from briefer.readers.base import Parsed
from briefer.readers.plain import check_lines, read_text
from briefer.text.bylines import unique_names
from briefer.text.cleaning import Block, clean_blocks
from briefer.text.dates import find_dates
from briefer.text.hygiene import clean_line, clean_text
from briefer.text.mastheads import is_name
from briefer.text.provenance import Provenance, find_provenance

_FENCES = ("---", "+++")
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w -]*)\s*[:=]\s*(?P<value>.*)$")
_ITEM = re.compile(r"^\s*-\s+(?P<value>.+)$")
_KEYS = {
    "title": "title",
    "headline": "title",
    "author": "authors",
    "authors": "authors",
    "by": "authors",
    "creator": "authors",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "site_name": "outlet",
    "website": "outlet",
    "date": "published",
    "published": "published",
    "publish_date": "published",
    "date_published": "published",
    "section": "section",
    "category": "category",
    "rubric": "section",
    "url": "url",
    "source": "url",
    "link": "url",
    "permalink": "url",
    "lang": "language",
    "language": "language",
    "genre": "genre",
}


class MarkdownReader:
    """Reads `.md` and `.markdown`."""

    suffixes = frozenset({".md", ".markdown"})

    def read(self, content: bytes) -> Parsed:
        text, warnings = read_text(content)
        check_lines(text)
        lines = text.split("\n")
        after = _front_matter_end(lines)
        front = _read_front_matter(lines[1 : after - 1]) if after else {}
        blocks, known = _blocks(lines, after)
        cleaned = clean_blocks(blocks, known=known)
        found = find_provenance(cleaned).under(_provenance(front))
        language = re.fullmatch(r"[a-z]{2,3}", front.get("language", [""])[0])
        return Parsed(
            cleaned,
            found.under(Provenance(warnings=warnings)),
            Found(language[0], Basis.METADATA) if language else None,
        )


def _front_matter_end(lines: list[str]) -> int:
    """How many lines the front matter takes, fences included; 0 if there is none."""
    fence = lines[0].strip()
    if fence not in _FENCES:
        return 0
    return next((number for number, line in enumerate(lines[1:], start=2) if line.strip() == fence), 0)


def _read_front_matter(lines: list[str]) -> dict[str, list[str]]:
    """The keys we know, each with its values; anything else of YAML or TOML is passed over."""
    front: dict[str, list[str]] = {}
    key: str | None = None
    for line in lines:
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry:
            key = _KEYS.get(entry["key"].strip().lower().replace(" ", "_").replace("-", "_"))
            if key and key not in front:
                front[key] = _front_values(entry["value"])
        elif item and key:
            front.setdefault(key, []).append(_unquote(item["value"]))
    return {key: values for key, values in front.items() if values}


def _front_values(text: str) -> list[str]:
    inner = text.strip()
    parts = inner[1:-1].split(",") if inner.startswith("[") and inner.endswith("]") else [inner]
    return [value for part in parts if (value := _unquote(part))]


def _unquote(text: str) -> str:
    bare = clean_line(text)
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        bare = bare[1:-1]
    return bare.removeprefix("[[").removesuffix("]]").strip()


def _provenance(front: dict[str, list[str]]) -> Provenance:
    def found(key: str) -> Found[str] | None:
        return Found(front[key][0], Basis.METADATA) if key in front else None

    url = found("url")
    source = url if url and is_name(url.value) else None
    dates = find_dates(front["published"][0]) if "published" in front else ()
    named = [value.lower() for key in ("genre", "section", "category") for value in front.get(key, ())]
    genre = next((Genre(value) for value in named if value in set(Genre)), None)
    return Provenance(
        title=found("title"),
        authors=Found(unique_names(front["authors"]), Basis.METADATA) if "authors" in front else None,
        outlet=found("outlet") or source,
        published=Found(dates[0].date, Basis.METADATA) if dates else None,
        url=url if url and re.fullmatch(r"https?://\S+", url.value) else None,
        genre=Found(genre, Basis.METADATA) if genre else None,
    )


def _blocks(lines: list[str], skipped: int) -> tuple[list[Block], dict[int, LineKind]]:
    """Paragraphs and headings with the raw lines they stand on; code, HTML and tables as furniture."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse("\n".join(lines[skipped:]))
    blocks: list[Block] = []
    known: dict[int, LineKind] = {}
    if skipped:
        known[0] = LineKind.NOTICE
        blocks.append(Block.of(1, lines[:skipped]))
    for place, token in enumerate(tokens):
        if token.map is None or token.type not in ("inline", "html_block", "fence", "code_block"):
            continue
        # Entities such as `&#8238;` are decoded here, after the source was cleaned.
        text = " ".join(clean_text(_plain(token)).split())
        first, last = token.map[0] + skipped, token.map[1] + skipped
        while last - 1 > first and not lines[last - 1].strip():
            last -= 1
        kind = _kind(token, tokens[place - 1].type if place else "")
        if not text and kind is None:
            kind = LineKind.CAPTION
        if kind is not None:
            known[len(blocks)] = kind
        blocks.append(
            Block(first + 1, tuple(lines[first:last]), text or " ".join(" ".join(lines[first:last]).split()))
        )
    return blocks, known


def _kind(token: Any, opening: str) -> LineKind | None:
    if opening == "heading_open":
        return LineKind.TITLE
    if token.type != "inline" or opening in ("th_open", "td_open"):
        return LineKind.NAV
    words = [child for child in token.children or () if child.type == "text" and child.content.strip()]
    linked = [child for child in token.children or () if child.type == "link_open"]
    is_image = any(child.type == "image" for child in token.children or ())
    if not words and is_image:
        return LineKind.CAPTION
    return LineKind.NAV if linked and _is_all_links(token) else None


def _is_all_links(token: Any) -> bool:
    depth, outside = 0, ""
    for child in token.children or ():
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if depth == 0 and child.type in ("text", "code_inline"):
            outside += child.content
    return not re.search(r"\w", outside)


def _plain(token: Any) -> str:
    """The words of an inline token without markup; the source of any other."""
    if token.type != "inline":
        return str(token.content)
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
