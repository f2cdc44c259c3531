"""Names of newspapers, agencies and stations that stand by themselves, or with a headline or a date."""

import re
from collections.abc import Collection

_PARTS = re.compile(r"\s*(?:[|•·/—–]|\s-\s)\s*")
_WORD = re.compile(r"[^\W\d_a-zа-яё][\w.'’&-]*")
SMALL_WORDS = frozenset("& of the and for de la le el al del".split())
"""What names hold without a capital."""
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
_FOUNDED = re.compile(
    r"(?:^|[|•·—–-])\s*(?:(?:independent|published|publishing|reporting|serving \w+|trusted)\s)?"
    r"(?:since|est\.?|established|founded)\s(?:in\s)?(?:1[6-9]|20)\d\d\W*$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[\w.'’& -]+")
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")
_LONGEST_INITIALS = 3
"""A shouted word of so few letters may be an abbreviation: "BBC NEWS"."""
_SPACED_OUT = re.compile(r"(?:[^\W\d_] ){4,}[^\W\d_]")
_OWN_WORD = (
    r"(?:©|\(c\)|\bcopyright\b)[\W\d]{0,16}(?:by )?NAME",
    r"(?<!\w)NAME is an? (?:[\w-]+ ){0,4}(?:non-?profit|magazine|newspaper|news (?:site|outlet|agency)|"
    r"publication|website|journal|newsletter)\b",
)
_OWN_NAME = (
    r"\b(?:leaked to|obtained by|seen by|coverage from|news from|stories from) NAME",
    r"(?<!\w)NAME (?:understands|has learn(?:ed|t)|can reveal|acknowledges)\b",
    r"(?<!\w)NAME['’]s? (?:[\w-]+ ){0,3}newsletters?\b",
)
"""What newspapers say of themselves; NAME is theirs."""
_NEVER_BARE = frozenset("agency mail news post press radio record register report review wire".split())


def find_masthead(line: str) -> str | None:
    """The name that a line consists of, or has set apart from a date: "Harbour Watch Daily | 7 October 2015".

    None where the words could as well be those of a section or a heading: "World News", "Book Review".
    """
    parts = _PARTS.split(line.strip())
    # A bullet opens an entry of a menu.
    return next((part for part in parts if _is_masthead(part)), None) if parts[0] else None


def find_own_name(line: str, text: str) -> str | None:
    """The name that a line consists of, as `text` prints it where its newspaper speaks of itself.

    "HILL & DALE" where the text says "Hill & Dale understands", "leaked to Hill & Dale" or "© Hill & Dale".
    A line may space its letters; a name of one word must be said to be a magazine or to hold rights.
    """
    name = re.sub(r"^the (?=\w{2})", "", line.strip(), flags=re.IGNORECASE)
    if not _LETTERS.fullmatch(name):
        return None
    if _SPACED_OUT.fullmatch(name):
        printed_as = r"\s?".join(map(re.escape, name.replace(" ", "")))
    elif len(name.split()) <= _MOST_WORDS:
        printed_as = re.escape(name)
    else:
        return None
    is_word = " " not in name
    contexts = _OWN_WORD if is_word else (*_OWN_WORD, *_OWN_NAME)
    own = rf"(?P<own>(?:[Tt]he )?{printed_as})(?!\w)"
    for context in contexts:
        for match in re.finditer(context.replace("NAME", own), text, re.IGNORECASE):
            if is_spelt(match["own"]):
                return match["own"][0].upper() + match["own"][1:]
    return None


def has_founding_year(line: str) -> bool:
    """Whether a line closes as mastheads do: "Valley Herald — Independent since 1971"."""
    return len(line) <= 100 and bool(_FOUNDED.search(line))


def spell_name(name: str, text: str) -> str:
    """A shouted name as `text` prints it, else in title case; words that `text` shouts too stay capitals."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    printed = next((match[0] for match in pattern.finditer(text) if is_spelt(match[0])), None)
    if printed:
        return printed[0].upper() + printed[1:]
    lines = pattern.sub("", text).split("\n")
    shouted = {word for line in lines if not line.isupper() for word in _SHOUTED.findall(line)}
    return " ".join(_spell_word(word, place, shouted) for place, word in enumerate(name.split()))


def is_spelt(name: str) -> bool:
    """Whether a name is printed with a capital in each of its words that has one, and is not shouted."""
    return not name.isupper() and all(
        word[0].isupper() or word.casefold() in SMALL_WORDS for word in name.split()
    )


def _spell_word(word: str, place: int, shouted: Collection[str]) -> str:
    lower = word.casefold()
    if lower in SMALL_WORDS:
        return lower if place else lower.capitalize()
    is_word = lower in _KINDS | _NOT_OF_ITS_OWN or (len(word) > _LONGEST_INITIALS and word not in shouted)
    return "-".join(part.capitalize() for part in word.split("-")) if is_word else word


def is_name(text: str) -> bool:
    """Whether text is written as names are, each word with a capital, and is more than a kind of newspaper.

    "Sail & Steam" and "The Valley Courier" are such names, "World News" is none.
    """
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or "." in text:
        return False
    if not all(_WORD.fullmatch(word) or word.casefold() in SMALL_WORDS for word in words):
        return False
    own = {word.casefold() for word in words} - _KINDS - _NOT_OF_ITS_OWN - SMALL_WORDS
    return bool(own) or find_masthead(text) is not None


def name_site(page_name: str, headline: str) -> str | None:
    """The site that the name of a page sets beside its headline: "Headline | Outlet", "Outlet - Headline"."""
    parts = part_page_name(page_name)
    if not parts:
        return None
    ends = (page_name.removesuffix(parts[-1]).rstrip(" -|–—·:"), parts[0])
    if headline.casefold() in (end.casefold() for end in ends):
        return parts[-1] if is_name(parts[-1]) else None
    return parts[0] if parts[-1].casefold() == headline.casefold() and is_name(parts[0]) else None


def part_page_name(line: str) -> tuple[str, ...]:
    """The headline and the name of the site, in whatever order, of a page's name: "Headline | Outlet"."""
    parts = tuple(part.strip() for part in _SITE_MARK.split(line))
    return parts if len(parts) > 1 else ()


def _is_masthead(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or text.endswith((".", ":", "?", "!")) or _CRUMB.match(text):
        return False
    if not all(_WORD.fullmatch(word) or word in SMALL_WORDS for word in words):
        return False
    lower = [word.casefold() for word in words]
    if lower[0] != "the" and len([word for word in lower if word not in SMALL_WORDS]) > _MOST_OF_A_NAME:
        return False
    if len(words) > 2 and lower[-1] in _NEVER_BARE | {"reporter"} and lower[-2].endswith("s"):
        return False  # "Borduria Bans Press"
    own = [word for word in lower if word not in _KINDS | _NOT_OF_ITS_OWN]
    has_kind = lower[-1] in _KINDS or "daily" in (lower[0], lower[1] if lower[0] == "the" else "")
    is_bare = lower[0] == "the" and len(lower) == 2  # "The Guardian"
    return has_kind and (bool(own) or (is_bare and lower[-1] not in _NEVER_BARE))
