"""The ZIP of a pack: written the same everywhere, and read as what a stranger sent.

`manifest.json` has the digest of every other member. Members are stored, not compressed, in the order of
their names, with one date and one mode, so that the same pack is the same bytes on every machine.
"""

import hashlib
import json
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from briefer.errors import UnreadableFile
from briefer.model.packs import Manifest, Pack
from briefer.model.plain import from_plain, to_plain

FORMAT = "briefer.pack/1"
MANIFEST = "manifest.json"
LARGEST_BYTES = 256 << 20
_MOST_MEMBERS = 5_000
_LARGEST_MEMBER = 64 << 20
_MOST_BYTES = 512 << 20
_MOST_SWELLING = 100
"""A member that grows by more than this is made to fill a disk."""
_ENCRYPTED, _IN_UTF8 = 0x1, 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAFE_NAME = re.compile(r"[^\x00-\x1f\x7f\\:]{1,400}")
_KNOWN = re.compile(
    r"brief\.(?:pdf|html|md|json)|(?:previous\.)?ledger\.json|previous\.json|draft\.briefer\.toml|config\.toml|themes/[^/]+\.toml"
    r"|template/.+\.(?:html|css|svg|png|jpe?g|gif|ttf|otf|woff2?|txt|md)|sources/.+",
    re.IGNORECASE,
)


def write_pack(pack: Pack) -> bytes:
    """The file of a pack: same pack, same bytes."""
    manifest = json.dumps(to_plain(pack.manifest), ensure_ascii=False, indent=1).encode() + b"\n"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in [(MANIFEST, manifest), *sorted(pack.members.items())]:
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def is_pack(content: bytes) -> bool:
    """Whether a file is a pack, by its beginning alone."""
    head = content[:400]
    return head.startswith(b"PK\x03\x04") and MANIFEST.encode() in head and FORMAT.encode() in head


def read_pack(path: Path) -> Pack:
    """The pack in a file, every member of it as its manifest says.

    Raises:
        UnreadableFile: it is none, or holds what no pack may hold; says what.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableFile(path, f"it is larger than {LARGEST_BYTES >> 20} MB, too large for a pack")
        with zipfile.ZipFile(path) as archive:
            members = _read_members(archive)
        return _open(members)
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or "the system refuses to read it").lower()) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(path, "it is damaged, or no ZIP file") from error
    except ValueError as error:
        raise UnreadableFile(path, str(error)) from error


def _read_members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > _MOST_MEMBERS:
        raise ValueError(f"it holds more than {_MOST_MEMBERS:,} files")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise ValueError(f"its files come to more than {_MOST_BYTES >> 20} MB")
    seen: set[str] = set()
    for entry in entries:
        _check(entry)
        folded = unicodedata.normalize("NFC", entry.filename).casefold()
        if folded in seen:
            raise ValueError(f"it holds two files named {_shown(entry.filename)}")
        seen.add(folded)
    return {entry.filename: archive.read(entry) for entry in entries}


def _check(entry: zipfile.ZipInfo) -> None:
    """Refuse what unpacking could be led astray or overwhelmed by."""
    name, shown = entry.filename, _shown(entry.filename)
    if name != entry.orig_filename or not _SAFE_NAME.fullmatch(name):
        raise ValueError(f"it holds a file of an unsafe name, {shown}")
    if not name.isascii() and not entry.flag_bits & _IN_UTF8:
        raise ValueError(f"it holds a file whose name is not UTF-8, {shown}")
    if name.startswith("/") or any(part in ("", ".", "..") for part in name.split("/")):
        raise ValueError(f"it holds a file that would lie outside of it, {shown}")
    if entry.flag_bits & _ENCRYPTED:
        raise ValueError(f"{shown} is locked with a password")
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise ValueError(f"{shown} is a link or no plain file")
    if entry.compress_type not in _METHODS:
        raise ValueError(f"{shown} is compressed in a way that no pack is")
    if entry.file_size > min(_LARGEST_MEMBER, _MOST_SWELLING * entry.compress_size + (1 << 20)):
        raise ValueError(f"{shown} is larger than a file of a pack may be")
    if name != MANIFEST and not _KNOWN.fullmatch(name):
        raise ValueError(f"it holds {shown}, which no pack has")


def _open(members: dict[str, bytes]) -> Pack:
    manifest = members.pop(MANIFEST, None)
    if manifest is None:
        raise ValueError(f"it is no pack: it has no {MANIFEST}")
    try:
        plain = json.loads(manifest)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"its {MANIFEST} is no JSON") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    known = from_plain(Manifest, plain)
    _check_digests(known, members)
    return Pack(known, members)


def _check_digests(manifest: Manifest, members: Mapping[str, bytes]) -> None:
    listed = {member.name: member.sha256 for member in manifest.members}
    for name in sorted(listed.keys() ^ members.keys()):
        where = "is not listed" if name in members else "is missing"
        raise ValueError(f"{_shown(name)} {where}")
    for name, content in members.items():
        if hashlib.sha256(content).hexdigest() != listed[name]:
            raise ValueError(f"{_shown(name)} is not as it was packed")
    for needed in (manifest.brief, "ledger.json", "draft.briefer.toml", "template/brief.html"):
        if needed not in members:
            raise ValueError(f"it has no {_shown(needed)}")


def _shown(name: str) -> str:
    return repr(name if len(name) <= 60 else f"{name[:59]}…")
