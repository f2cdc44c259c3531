"""Saved web pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefer.model import Basis, Found, LineKind
from briefer.readers.base import OUR_NAME, OWN_BRIEF, Parsed
from briefer.readers.metadata import read_metadata
from briefer.readers.plain import read_text
from briefer.text.cleaning import Block, Cleaned, clean_blocks
from briefer.text.cleaning.scoring import score_blocks
from briefer.text.hygiene import clean_text
from briefer.text.mastheads import find_masthead, name_site
from briefer.text.provenance import Provenance, find_provenance

_DEEPEST = 200
"""libxml2 drops all text below 256 nested elements without a word."""
_MOST_ATTRIBUTES = 200
"""More in one tag are an attack: the time of libxml2 and of trafilatura grows with their square."""
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)"
    rf"|(?P<name><[a-z][^\s/>]*+)(?P<attributes>(?:{_ATTRIBUTE.pattern})*+)",
    re.IGNORECASE | re.DOTALL,
)
"""Comments, scripts and opening tags, as the HTML Standard tokenises them; time grows with the length."""
_LAST_LINE = 65535
"""What libxml2 gives as the line of anything further down."""
_BLOCK_TAGS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 blockquote td th dt dd pre figcaption section article header footer aside "
    "nav ul ol table tr main form body".split()
)
_BESIDE_ARTICLE = (
    "//nav | //aside | //footer | //*[@role='navigation' or @role='complementary' or @role='contentinfo']"
    " | //*[self::ul or self::ol][count(.//a) > 2]"
)
"""Menus and other parts of a page that do not speak of its article."""
_DECK_CLASS = re.compile(r"(?:^|[\s_-])(?:standfirst|deck|dek|subtitle|strapline)(?:$|[\s_-])", re.IGNORECASE)
_DECK_PLACES = 2
"""A deck is among so many first blocks of the main text."""
_DROPPED_TAGS = "script style template noscript svg iframe object head".split()
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARED_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")


class HtmlReader:
    """Reads `.html`, `.htm` and `.xhtml`."""

    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def read(self, content: bytes) -> Parsed:
        source, warnings = read_text(content)
        tree = _parse(source)
        if any(maker.startswith(OUR_NAME) for maker in tree.xpath("//meta[@name='generator']/@content")):
            raise ValueError(OWN_BRIEF)
        claimed, language = read_metadata(tree)
        page_name = next(iter(_page_names(tree)), "")
        places = _source_places(tree)
        blocks, known = _main_blocks(tree, places)
        cleaned = clean_blocks(blocks, known=known)
        if cleaned.body():
            page = _clean_around(tree, cleaned)
        else:
            cleaned = page = _clean_all(tree)
        # What the main text itself says serves where the whole page does not show it.
        found = find_provenance(cleaned).under(find_provenance(page))
        if claimed.published:  # then it does not matter which dates stand around
            found = replace(found, warnings=())
        if found.outlet and claimed.title and found.outlet.value == claimed.title.value:
            found = replace(found, outlet=None)
        found = Provenance(outlet=_site(page_name, claimed.title, cleaned)).under(found.under(claimed))
        found = found.without_outlet_as_author()
        return Parsed(cleaned, found.under(Provenance(warnings=warnings)), language)


def _page_names(tree: Any) -> list[str]:
    return [text for name in tree.xpath("//head/title/text()")[:1] if (text := _line(name))]


def _site(page_name: str, title: Found[str] | None, cleaned: Cleaned) -> Found[str] | None:
    """The outlet that the page is named for beside its title; what the article speaks of is a section."""
    name = name_site(page_name, title.value) if title else None
    is_subject = name is not None and name in cleaned.text() and not find_masthead(name)
    return Found(name, Basis.HEADLINE) if name and not is_subject else None


def _parse(source: str) -> Any:
    """The page as an lxml tree, without what a browser would not show.

    Raises:
        ValueError: there is no element in it, or they are nested too deeply.
    """
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(_safe_source(source).encode(), parser=parser)
    except etree.LxmlError as error:
        raise ValueError("it holds no HTML") from error
    if _depth(tree) > _DEEPEST:
        raise ValueError("its elements are nested too deeply")
    for element in tree.xpath("//body//*[@hidden or @aria-hidden='true' or @style]"):
        if _is_hidden(element):
            element.drop_tree()
        else:
            # trafilatura drops whatever has this attribute.
            element.attrib.pop("aria-hidden", None)
    return tree


def _safe_source(source: str) -> str:
    """The page without its declared encoding, and without the attributes of tags that have too many."""
    return _MARKUP.sub(_without_excess, _DECLARED_ENCODING.sub("", source))


def _without_excess(tag: re.Match[str]) -> str:
    attributes = tag["attributes"] or ""
    if len(attributes) <= 2 * _MOST_ATTRIBUTES or len(_ATTRIBUTE.findall(attributes)) <= _MOST_ATTRIBUTES:
        return tag[0]
    return tag["name"] + "\n" * attributes.count("\n")


def _is_hidden(element: Any) -> bool:
    # Inside a line, aria-hidden marks large first letters that readers do see.
    is_silent = element.get("aria-hidden") == "true" and element.tag in _BLOCK_TAGS
    style = element.get("style") or ""
    return element.get("hidden") is not None or is_silent or bool(_HIDDEN_STYLE.search(style))


def _depth(tree: Any) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def _main_blocks(tree: Any, places: dict[str, tuple[int, int]]) -> tuple[list[Block], dict[int, LineKind]]:
    """The paragraphs that trafilatura takes for the article, and which of them its markup calls headings."""
    import trafilatura

    document = trafilatura.bare_extraction(
        _copy(tree), favor_precision=True, include_comments=False, include_tables=False, include_images=False
    )
    body = getattr(document, "body", None)
    decks = _decks(tree)
    blocks: list[Block] = []
    known: dict[int, LineKind] = {}
    for element in body.iter("p", "head", "item", "quote") if body is not None else ():
        if any(child.tag in ("p", "item", "quote") for child in element.iterdescendants()):
            continue
        text = _line("".join(element.itertext()))
        if not text:
            continue
        if element.tag == "head":
            known[len(blocks)] = LineKind.TITLE
        elif len(blocks) < _DECK_PLACES and _key(text) in decks:
            known[len(blocks)] = LineKind.DECK
        blocks.append(_placed(text, places))
    return blocks, known


def _decks(tree: Any) -> frozenset[str]:
    """What the page's own classes call the standfirst."""
    named = (
        element for element in tree.xpath("//body//*[@class]") if _DECK_CLASS.search(element.get("class"))
    )
    return frozenset(_key("".join(element.itertext())) for element in named)


def _copy(tree: Any) -> Any:
    from copy import deepcopy

    return deepcopy(tree)


def _placed(text: str, places: dict[str, tuple[int, int]]) -> Block:
    place = places.get(_key(text))
    if place is None:
        return Block.of(None, [text])
    first, count = place
    return Block(first, (text, *[""] * (count - 1)), text)


def _source_places(tree: Any) -> dict[str, tuple[int, int]]:
    """For the text of each element: the line of the file it starts on, and over how many it goes."""
    places: dict[str, tuple[int, int]] = {}
    for element in tree.iter("p", "li", "h1", "h2", "h3", "h4", "blockquote", "div", "td", "figcaption"):
        if element.tag == "div" and any(child.tag in _BLOCK_TAGS for child in element):
            continue
        text = "".join(element.itertext())
        if 0 < (element.sourceline or 0) < _LAST_LINE and (key := _key(text)):
            places.setdefault(key, (element.sourceline, 1 + text.rstrip().count("\n")))
    return places


def _line(text: str) -> str:
    """One line of single spaces; an entity such as `&#8238;` hides from the cleaning of the source."""
    return " ".join(clean_text(text).split())


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _clean_all(tree: Any) -> Cleaned:
    """Where no main text is recognised: every visible block, cleaned like a dump of the whole page."""
    blocks = list(_all_blocks(tree))
    return clean_blocks(blocks, chances=score_blocks(blocks))


def _clean_around(tree: Any, main: Cleaned) -> Cleaned:
    """The whole page, of which no more is body than the main text: what stands around it tells of it."""
    for element in tree.xpath(_BESIDE_ARTICLE):
        if element.getparent() is not None:
            element.drop_tree()
    body = {_key(block.text) for block in main.body()}
    blocks = list(_all_blocks(tree))
    return clean_blocks(blocks, chances=[float(_key(block.text) in body) for block in blocks])


def _all_blocks(tree: Any) -> Iterator[Block]:
    """The name of the page, then runs of text between the borders of block elements, in order."""
    for name in _page_names(tree):
        yield Block.of(None, [name])
    for tag in _DROPPED_TAGS:
        for element in list(tree.iter(tag)):
            if element.getparent() is not None:
                element.drop_tree()
    pieces: list[str] = []
    for event, element in _events(tree):
        if element.tag in _BLOCK_TAGS or element.tag == "br":
            if text := _line("".join(pieces)):
                yield Block.of(None, [text])
            pieces = []
        pieces.append((element.text if event == "start" else element.tail) or "")
    if text := _line("".join(pieces)):
        yield Block.of(None, [text])


def _events(tree: Any) -> Sequence[tuple[str, Any]]:
    from lxml import etree

    return list(etree.iterwalk(tree, events=("start", "end")))
