"""Why a brief that was made again is not the same: in plain words, what explains most first."""

from collections.abc import Iterator, Mapping, Sequence

from briefer.model import Article, Ledger
from briefer.model.packs import Manifest, Version
from briefer.model.plain import to_plain

_MOST_SHOWN = 8


def explain_sources(manifest: Manifest, articles: Sequence[Article]) -> Iterator[str]:
    """What of the sources is not as it was: changed, missing, or more than there was."""
    known = {source.sha256: source.file for source in manifest.sources}
    found = {article.sha256 for article in articles}
    by_file = {article.path.as_posix(): article for article in articles}
    for digest, file in known.items():
        if digest not in found:
            what = "has changed" if file in by_file else "is missing"
            yield f"The source {file} {what}."
    files = set(known.values())
    for article in articles:
        if article.sha256 not in known and article.path.as_posix() not in files:
            yield f"The source {article.path.as_posix()} was not there when the brief was made."


def explain_versions(packed: Sequence[Version], here: Sequence[Version]) -> Iterator[str]:
    """What is installed here in another version than where the brief was packed."""
    at_hand = {version.package: version.version for version in here}
    for version in packed:
        other = at_hand.get(version.package, "not installed")
        if other != version.version:
            yield f"{version.package} was {version.version} there and is {other} here."


def explain_ledgers(before: Ledger, after: Ledger, *, in_detail: bool) -> Iterator[str]:
    """What of the content differs; `in_detail`, at which places, for whoever knows no cause yet."""
    one, other = ({entry.id: entry.words for entry in ledger.entries} for ledger in (before, after))
    lost = [words for words in one.values() if words not in other.values()]
    new = [words for words in other.values() if words not in one.values()]
    if lost or new:
        yield f"{len(lost)} of {len(one)} sentences are not quoted any more; {len(new)} others are."
    places = list(_find_places(to_plain(before), to_plain(after), "")) if in_detail else []
    yield from (f"The ledger differs at {place}." for place in places[:_MOST_SHOWN])
    if to_plain(before) == to_plain(after):
        yield "All words, places and counts are the same: the file is set or drawn in another way."


def _find_places(one: object, other: object, place: str) -> Iterator[str]:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for name in one:
            yield from _find_places(one[name], other.get(name), f"{place}.{name}" if place else str(name))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _find_places(left, right, f"{place}[{number}]")
    elif one != other:
        yield place
