"""Text dumps: whatever a scraper or a clipboard left in a file."""

from briefer.readers.base import Parsed
from briefer.text.cleaning import clean_dump
from briefer.text.decoding import decode
from briefer.text.hygiene import clean_text
from briefer.text.mojibake import repair_mojibake
from briefer.text.provenance import Provenance, find_provenance

_LONGEST_LINE = 1_000_000


class TextReader:
    """Reads `.txt` and `.text`."""

    suffixes = frozenset({".txt", ".text"})

    def read(self, content: bytes) -> Parsed:
        text, warnings = read_text(content)
        check_lines(text)
        cleaned = clean_dump(text)
        found = find_provenance(cleaned)
        return Parsed(cleaned, found.under(Provenance(warnings=warnings)))


def read_text(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The clean text of a file, and a warning where its encoding was guessed or its letters set right."""
    decoded = decode(content)
    repaired = repair_mojibake(decoded.text)
    text = clean_text(repaired)
    warnings = []
    if repaired != decoded.text:
        warnings.append("Letters that had been saved in a wrong encoding were set right, such as Ã© to é.")
    if decoded.is_guessed:
        warnings.append(f"The encoding was guessed: {decoded.encoding}.")
    return text, tuple(warnings)


def check_lines(text: str) -> None:
    """Refuse what is text by its bytes but no article.

    Raises:
        ValueError: a line is longer than any paragraph.
    """
    if len(max(text.split("\n"), key=len)) > _LONGEST_LINE:
        raise ValueError(f"a line of it has over {_LONGEST_LINE:,} characters: no article is written so")
