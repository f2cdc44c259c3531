"""What a reader is: one kind of file, from its bytes to a cleaned text and what the file says of itself."""

from dataclasses import dataclass
from typing import Protocol

from briefer.model import Found
from briefer.text.cleaning import Cleaned
from briefer.text.provenance import Provenance


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
