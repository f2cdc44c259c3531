"""What a stranger sends as a pack: read as it was written, or refused in one line."""

import io
import json
import stat
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import UnreadableFile
from briefer.model.packs import Manifest, Pack, PackedSource, Version
from briefer.packing import list_members, read_pack, write_pack
from briefer.packing.archive import FORMAT, is_pack

MEMBERS = {
    "brief.md": b"# A brief\n",
    "ledger.json": b"{}",
    "draft.briefer.toml": b"",
    "template/brief.html": b"<p>",
}


def make(**more: bytes) -> Pack:
    members = MEMBERS | more
    manifest = Manifest(
        format=FORMAT,
        brief="brief.md",
        template="plain",
        has_sources=False,
        sources=(PackedSource("a.txt", "0" * 64),),
        versions=(Version("briefer", "0.1.0"),),
        members=tuple(list_members(members)),
    )
    return Pack(manifest, members)


def save(folder: Path, content: bytes) -> Path:
    path = folder / "pack.zip"
    path.write_bytes(content)
    return path


def zip_with(name: str, content: bytes = b"x", **fields: int) -> bytes:
    """A pack with one file more, which its writer would never have put in."""
    buffer = io.BytesIO(write_pack(make()))
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo(name)
        for field, value in fields.items():
            setattr(entry, field, value)
        archive.writestr(entry, content)
    return buffer.getvalue()


NAMES = st.from_regex(r"[a-zé]{1,9}\.txt", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=4))
def test_a_pack_is_read_back_as_it_was(sources: dict[str, bytes]) -> None:
    pack = make(**{f"sources/{name}": content for name, content in sources.items()})
    content = write_pack(pack)
    assert is_pack(content)
    with tempfile.TemporaryDirectory() as folder:
        assert read_pack(save(Path(folder), content)) == pack


def test_the_same_pack_is_the_same_bytes_whatever_the_order_of_its_members() -> None:
    pack = make()
    turned = replace(pack, members=dict(reversed(list(pack.members.items()))))
    assert write_pack(pack) == write_pack(turned)


BOMB = b"\0" * (9 << 20)
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "out of the folder": (lambda: zip_with("sources/../../x.txt"), "outside"),
    "from the root": (lambda: zip_with("/etc/x.txt"), "outside"),
    "backslashes": (lambda: zip_with("sources\\x.txt"), "unsafe name"),
    "a drive": (lambda: zip_with("C:x.txt"), "unsafe name"),
    "a terminal sequence": (lambda: zip_with("sources/\x1b[2J.txt"), "unsafe name"),
    "a link": (lambda: zip_with("sources/x.txt", external_attr=(stat.S_IFLNK | 0o777) << 16), "link"),
    "a folder": (lambda: zip_with("sources/"), "outside"),
    "a bomb": (lambda: zip_with("sources/x.txt", BOMB, compress_type=zipfile.ZIP_DEFLATED), "larger"),
    "another method": (lambda: zip_with("sources/x.txt", compress_type=zipfile.ZIP_BZIP2), "compressed"),
    "another file": (lambda: zip_with("sources/x.txt"), "is not listed"),
    "a program": (lambda: zip_with("template/x.py"), "which no pack has"),
    "a stranger": (lambda: zip_with("x.exe"), "which no pack has"),
    "two of one name": (lambda: zip_with("Ledger.JSON"), "two files named"),
    "no zip": (lambda: b"%PDF-1.7", "no ZIP file"),
    "half a zip": (lambda: write_pack(make())[:-30], "no ZIP file"),
    "nothing": (lambda: b"", "no ZIP file"),
    "another zip": (lambda: _zip({"themes/a.toml": b""}), "no manifest.json"),
    "a wrong format": (lambda: _zip({"manifest.json": b'{"format": "briefer.pack/9"}'}), "its format is not"),
    "half a manifest": (lambda: _zip({"manifest.json": b'{"format": "briefer.pack/1"}'}), "brief is missing"),
    "a deep manifest": (lambda: _zip({"manifest.json": b"[" * 100_000}), "no JSON"),
    "a locked file": (lambda: _locked(), "password"),
    "not UTF-8": (lambda: _renamed(), "not UTF-8"),
    "a flipped bit": (lambda: write_pack(make()).replace(b"# A brief", b"# B brief"), "damaged"),
    "many files": (lambda: _zip({f"sources/{number}": b"" for number in range(5_001)}), "more than 5,000"),
}


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _locked() -> bytes:
    """A pack whose first file says that it is encrypted, where a reader looks: in the list at the end."""
    content = bytearray(write_pack(make()))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _renamed() -> bytes:
    return zip_with("sources/xyz.txt").replace(b"sources/xyz.txt", b"sources/\xff\xfe\xfd.txt")


@pytest.mark.parametrize("case", HOSTILE)
def test_what_no_pack_may_hold_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    make_content, said = HOSTILE[case]
    path = save(tmp_path, make_content())
    with pytest.raises(UnreadableFile) as caught:
        read_pack(path)
    assert said in caught.value.reason
    assert caught.value.reason.isprintable()
    assert [found.name for found in tmp_path.rglob("*")] == ["pack.zip"]


def test_a_member_that_is_not_as_its_manifest_says_is_refused(tmp_path: Path) -> None:
    pack = make()
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(write_pack(pack))).read("manifest.json"))
    manifest["members"][0]["sha256"] = "1" * 64
    content = _zip({"manifest.json": json.dumps(manifest).encode(), **pack.members})
    with pytest.raises(UnreadableFile, match="is not as it was packed"):
        read_pack(save(tmp_path, content))
