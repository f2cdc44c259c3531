"""What a reader is: one kind of file, from its bytes to a cleaned text and what the file says of itself."""

from dataclasses import dataclass
from typing import Protocol

from briefer.model import Found
from briefer.text.cleaning import Cleaned
from briefer.text.provenance import Provenance

OWN_BRIEF = "a brief made by briefer, not a source"
"""Why a file is refused whose quotations would come round as if somebody else had said them."""
OUR_NAME = "briefer "
"""How the name of the program that made a file begins where it was ours."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as its reader understood it. `language` is what its metadata claims."""

    cleaned: Cleaned
    provenance: Provenance
    language: Found[str] | None = None


class Reader(Protocol):
    """Reads one kind of file, told by its suffixes (lower case, with the dot)."""

    @property
    def suffixes(self) -> frozenset[str]: ...

    def read(self, content: bytes) -> Parsed:
        """Read the whole of a file.

        Raises:
            ValueError: it cannot be read as such a file; the message says why in a few words.
        """
        ...
