"""Who issues a press release or a paper, as the lines above its headline say."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefer.text.labels import is_label, is_release_label
from briefer.text.mastheads import SMALL_WORDS, spell_name

_I = re.IGNORECASE
_PARTS = re.compile(r"\s*(?:[|•·—–]|\s-\s)\s*")
_WORD = re.compile(r"[^\W\d_a-zа-яё][\w.'’&-]*,?")
_KINDS = re.compile(
    r"\b(?:ministry|department|office|agency|commission|authority|council|embassy|institut(?:e|ion)|"
    r"cent(?:re|er)|bank|committee|secretariat|treasury|directorate|foundation|university|society|"
    r"association|union|federation)\b|\sinternational$",
    _I,
)
_COUNTRY = re.compile(
    r"(?:the )?(?:(?:federal|islamic|people['’]s|democratic|united) )*"
    r"(?:republic|kingdom|state|commonwealth|government|emirate|principality|union) of (?:the )?\w[\w'’ -]+",
    _I,
)
_FROM = re.compile(r"^\W*from\s*:\s*(?P<name>.+)$", _I)
_PERSON_BEHIND = re.compile(
    r"\s+and (?:the )?(?:rt\.? hon|right hon|sir|dame|lord|lady|baroness|dr|prof|mr|mrs|ms|hon)\b.*$", _I
)
_FEWEST_WORDS, _MOST_WORDS = 2, 8


def find_issuer(lines: Sequence[str]) -> str | None:
    """The institution set beside a label, or named above or below the label of a press release.

    `lines` are those above the body, in order. Only what calls itself a ministry, an institute or the like
    is one: the name beside "Analysis" may as well be a section's.
    """
    for line in lines:
        parts = _PARTS.split(line.strip(" *_"))
        if len(parts) == 2 and any(map(is_label, parts)):
            for name in parts:
                if is_institution(name):
                    return spell_name(name, "")
    if not any(is_release_label(line) for line in lines):
        return None
    return next(_named(lines), None)


def _named(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        sender = _FROM.match(line)
        if sender and is_institution(name := _PERSON_BEHIND.sub("", sender["name"]).strip()):
            yield name
    for above, line in pairwise(("", *lines)):
        if is_institution(line) and not _COUNTRY.fullmatch(line):
            name = spell_name(line, "")
            yield f"{name}, {spell_name(above, '')}" if _COUNTRY.fullmatch(above) else name


def is_institution(text: str) -> bool:
    """Whether a line consists of the name of a ministry, an institute or the like."""
    words = text.split()
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and bool(_KINDS.search(text))
        and all(_WORD.fullmatch(word) or word.casefold() in SMALL_WORDS for word in words)
    )
