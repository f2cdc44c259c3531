"""A brief with all that it was made of, to be made again by somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a pack, by its name in it."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class PackedSource:
    """One article that the brief could draw on, whether or not its file is in the pack."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Version:
    """A package that took part in making, and its version; `fonts` has a digest in its place."""

    package: str
    version: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack holds. `brief` names the member that is the brief, `versions` what it was packed with."""

    format: str
    brief: str
    template: str
    has_sources: bool
    sources: tuple[PackedSource, ...]
    versions: tuple[Version, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack in hand; `members` have their content by name, but for the manifest."""

    manifest: Manifest
    members: Mapping[str, bytes]

    @property
    def brief(self) -> bytes:
        return self.members[self.manifest.brief]

    def under(self, folder: str) -> Mapping[str, bytes]:
        """The members of one folder of the pack, by their names below it."""
        start = f"{folder}/"
        return {
            name.removeprefix(start): content
            for name, content in self.members.items()
            if name.startswith(start)
        }


@dataclass(frozen=True, slots=True)
class Replayed:
    """What making a packed brief again came to: its bytes, and why they are not the same, worst first."""

    content: bytes
    is_same: bool
    differences: tuple[str, ...]
