"""Words of a text, with their places and stems."""

import re
from functools import lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

# A dotted abbreviation such as U.S. is one word; a hyphen parts words, so that "air-strike" is "air strike".
# A number with its separators is one word, so that 4.2 and 4.5 share nothing.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

FUNCTION_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either ever few for from further had has
    have having he her here hers herself him himself his how however i if in into is it its itself just may me
    might more most must my myself neither no nor not now of off on once one only or other our ours ourselves
    out over own per rather said same say says shall she should since so some still such than that the their
    theirs them themselves then there these they this those though through thus to too two under until up upon
    us very was we well were what when where whether which while who whom whose why will with within without
    would yet you your yours yourself""".split()
)
"""English words that say nothing of a subject, lower case."""


class Word(NamedTuple):
    """`text[start:end]` as written, and its stem: equal for the forms of one word, lower case."""

    start: int
    end: int
    text: str
    stem: str


def find_words(text: str) -> tuple[Word, ...]:
    """Every word of `text`, in order."""
    return tuple(Word(match.start(), match.end(), match[0], stem(match[0])) for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 13)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that are no function words."""
    return frozenset(word.stem for word in find_words(text) if word.text.casefold() not in FUNCTION_WORDS)


def spell_words(text: str) -> tuple[str, ...]:
    """The words that `find_words` finds, as written, for whoever needs no places: in half the time."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The stem of one word: "strikes" and "strike's" give "strike", "F-16s" has "f" and "16", "U.S." is "us".

    A number loses its thousands separators: "36,000" is "36000", "4.2" stays.

    Source: Porter's Snowball stemmers for English and, for words in Cyrillic, Russian.
    """
    if word[0].isdigit() and word[-1].isdigit():
        return _THOUSANDS.sub("", word)
    bare = word.replace(".", "").replace("’", "'").casefold().removesuffix("'s").removesuffix("'")
    if bare[:-1].isdigit() and bare.endswith("s"):
        return bare[:-1]
    return str(_stemmer("russian" if _CYRILLIC.search(bare) else "english").stemWord(bare))


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Stemmer:
    return Stemmer(language)


def count_words(text: str) -> int:
    """Words as an editor counts them: runs between white space, and each letter of Chinese and Japanese."""
    return len((text if text.isascii() else _IDEOGRAPH.sub(" - ", text)).split())
