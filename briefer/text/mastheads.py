"""Names of newspapers, agencies and stations that stand by themselves, or with a headline or a date."""

import re

_PARTS = re.compile(r"\s*(?:[|•·/—–]|\s-\s)\s*")
_WORD = re.compile(r"[^\W\d_a-zа-яё][\w.'’&-]*")
_SMALL = frozenset("& of the and for de la le el al del".split())
_SITE_MARK = re.compile(r"\s(?:[-|–—·]|::)\s")
_MOST_WORDS, _MOST_OF_A_NAME = 5, 3
"""Of a line, and of what makes its name: "Borduria Arrests Independent Reporter" is a headline."""
_KINDS = frozenset(
    """agency bulletin chronicle courier daily dispatch echo enquirer examiner express gazette globe guardian
    herald independent inquirer insider journal ledger magazine mail mercury mirror monitor news newspaper
    newswire observer post press quarterly radio record register reporter review sentinel standard star
    statesman sun telegraph television times tribune weekly wire""".split()
)
"""What such a name opens or ends with, beside a word of its own."""
_NOT_OF_ITS_OWN = frozenset(
    """the a of and in for by our your my this all more most new latest breaking top best local world national
    international regional foreign daily weekly monthly morning evening sunday live video photo press news
    book film tv radio read latest market markets business sport sports politics opinion opinions media
    related featured special annual editor editors guest blog free full next previous first last good north
    south east west newspaper magazine print online digital premium popular trending""".split()
)
_CRUMB = re.compile(r"Home[A-Z]")
"""A path through a site that ran into one word: "HomeWorld News"."""
_NEVER_BARE = frozenset("agency mail news post press radio record register report review wire".split())


def find_masthead(line: str) -> str | None:
    """The name that a line consists of, or has set apart from a date: "Harbour Watch Daily | 7 October 2015".

    None where the words could as well be those of a section or a heading: "World News", "Book Review".
    """
    parts = _PARTS.split(line.strip())
    # A bullet opens an entry of a menu.
    return next((part for part in parts if _is_masthead(part)), None) if parts[0] else None


def part_page_name(line: str) -> tuple[str, ...]:
    """The headline and the name of the site, in whatever order, of a page's name: "Headline | Outlet"."""
    parts = tuple(part.strip() for part in _SITE_MARK.split(line))
    return parts if len(parts) > 1 else ()


def _is_masthead(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or text.endswith((".", ":", "?", "!")) or _CRUMB.match(text):
        return False
    if not all(_WORD.fullmatch(word) or word in _SMALL for word in words):
        return False
    lower = [word.casefold() for word in words]
    if lower[0] != "the" and len([word for word in lower if word not in _SMALL]) > _MOST_OF_A_NAME:
        return False
    if len(words) > 2 and lower[-1] in _NEVER_BARE | {"reporter"} and lower[-2].endswith("s"):
        return False  # "Borduria Bans Press"
    own = [word for word in lower if word not in _KINDS | _NOT_OF_ITS_OWN]
    has_kind = lower[-1] in _KINDS or lower[0] == "daily"
    is_bare = lower[0] == "the" and len(lower) == 2  # "The Guardian"
    return has_kind and (bool(own) or (is_bare and lower[-1] not in _NEVER_BARE))
