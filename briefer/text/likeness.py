"""Whether two texts are the same words, however a page sets them.

A page breaks lines, parts words at line ends, joins letters into ligatures and may turn its quotation
marks; none of that changes a word. The key of a text is what is left of it without all that.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_QUOTATION_MARKS = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′", "'")
_HYPHENS = "-\u2010\u2011"
_BREAKS = "\x02\ufffe"
"""What pdfium puts in the place of a hyphen at which a line ends."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FOLDED = _LIGATURES | _QUOTATION_MARKS | dict.fromkeys([*_HYPHENS, *_BREAKS], "")
_TABLE = str.maketrans(_FOLDED)


class Likeness(IntEnum):
    """How far two texts are alike, least first."""

    OTHER = 0
    NORMALISED = 1  # but for quotation marks, ligatures, hyphens and letters that nobody sees
    EXACT = 2  # but for white space and the breaks of lines, which no page keeps


@dataclass(frozen=True, slots=True)
class Key:
    """What is left of a text; `places` has for each character of `text` its place in the original."""

    text: str
    places: tuple[int, ...]


def make_key(text: str) -> Key:
    """The key of a text: no white space, no hyphens, one kind of quotation mark, no ligatures."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = _FOLDED.get(letter)
        if folded is None:
            if _UNSEEN.match(letter):
                continue
            folded = letter
        letters.append(folded)
        places += [place] * len(folded)
    return Key("".join(letters), tuple(places))


def key_of(text: str) -> str:
    """The key without its places, many times faster."""
    return _UNSEEN.sub("", text.translate(_TABLE))


def compare(shown: str, words: str) -> Likeness:
    """How alike a text as it was read off a page is to the words that it should be."""
    if key_of(shown) != key_of(words):
        return Likeness.OTHER
    if _INVISIBLE.findall(shown) != _INVISIBLE.findall(words):
        return Likeness.NORMALISED
    parts = re.split(f"[{_BREAKS}]", _UNSEEN.sub("", shown))
    # A hyphen at the end of a line may be the word's own or the line's.
    pattern = f"[{_HYPHENS}]?".join(map(re.escape, parts))
    return Likeness.EXACT if re.fullmatch(pattern, _UNSEEN.sub("", words)) else Likeness.NORMALISED
