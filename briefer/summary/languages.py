"""Stems and stop words of the languages that candidates may be in."""

import pkgutil
import re
from collections.abc import Callable
from functools import lru_cache

import Stemmer

from briefer.text.words import FUNCTION_WORDS, stem

# Thai, Japanese and Chinese are written without spaces: there every character stands for a word.
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W_{_UNSPACED}]+"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:['’]{_LETTERS})*")

NAMES = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}
"""English names of languages by ISO 639-1 code, as snowball and sumy file them."""

_RUSSIAN_STOP_WORDS = """
    а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его
    ее ей ему если есть еще же за и из или им их к как ко когда который которая которые которого
    которых ли либо мне может мы на над надо наш не него нее нет ни них но ну о об однако он она они
    оно от очень по под после при с со свой своей своих сказал сообщил так также такой там те тем то
    того тоже той только том ты у уже хотя чего чей чем что чтобы эта эти это этого этой этом этот я
    """.split()


def split_words(text: str) -> list[str]:
    """The words of `text` as written, in order."""
    return _WORD.findall(text)


def find_stems(text: str, language: str) -> list[str]:
    """Stems of the words of `text`, in order, lower case."""
    to_stem = _stemmer(language)
    return [to_stem(word) for word in split_words(text)]


@lru_cache(maxsize=8)
def stop_stems(language: str) -> frozenset[str]:
    """Stems of words that say nothing of a subject; empty for a language without a list.

    Source: sumy's lists, read without importing its code; our own for English (added) and Russian.
    """
    words = set(sumy_stop_words(language))
    if language == "en":
        words |= FUNCTION_WORDS
    elif language == "ru":
        words |= set(_RUSSIAN_STOP_WORDS)
    return frozenset(stem for word in words for stem in find_stems(word, language))


def sumy_stop_words(language: str) -> frozenset[str]:
    """The stop words that sumy ships for a language, lower case; empty if it has none."""
    try:
        listed = pkgutil.get_data("sumy", f"data/stopwords/{NAMES.get(language, '')}.txt")
    except OSError:
        return frozenset()
    return frozenset((listed or b"").decode().split())


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Callable[[str], str]:
    name = NAMES.get(language, "")
    # Ours knows dotted abbreviations and figures, and takes Russian words in an English text.
    if name in ("english", "russian") or name not in Stemmer.algorithms():
        return stem
    to_stem = Stemmer.Stemmer(name).stemWord

    @lru_cache(maxsize=1 << 17)
    def stem_folded(word: str) -> str:
        return str(to_stem(word.casefold()))

    return stem_folded
