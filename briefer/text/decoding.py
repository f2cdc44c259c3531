"""Bytes to text: a byte order mark, then strict UTF-8, then almost UTF-8, then a short list of guesses.

A codec that a file names itself is never trusted.
"""

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)
_GUESSES = ["cp1251", "koi8_r", "cp1252", "cp1250", "cp1256", "cp1253", "cp1254", "cp1255", "iso8859_2",
            "cp932", "gb18030", "big5", "euc_kr"]  # fmt: skip
_SAMPLE = 1 << 16
_GUESS_SAMPLE = 1 << 18
_CP1252_UNUSED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


class Decoded(NamedTuple):
    """`is_guessed` when neither a mark nor valid UTF-8 proved the encoding."""

    text: str
    encoding: str
    is_guessed: bool


def decode(content: bytes) -> Decoded:
    """Read bytes as text.

    Raises:
        ValueError: it is no text; the message says what it is instead, in a few words.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace"), encoding, False)
    for opening, kind in _BINARY_KINDS:
        if content.startswith(opening):
            raise ValueError(f"it is {kind}, not text")
    sample = content[:_SAMPLE]
    # Cyrillic in UTF-16 without a mark is valid UTF-8 as well: its many control bytes give it away.
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\f\r\x1b")
    if controls * 20 > len(sample):
        return _decode_utf16(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        return _decode_lines(content)


def _decode_utf16(content: bytes) -> Decoded:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content[: len(content) & ~1].decode(encoding)
        except UnicodeDecodeError:
            continue
        start = text[:20_000]
        if _is_text(start) and sum(start.count(space) for space in " \n") * 30 > len(start):
            return Decoded(text, encoding, True)
    raise ValueError("it is binary, not text")


def _decode_lines(content: bytes) -> Decoded:
    """Line by line, so that one bad line does not change how the others are read."""
    lines: list[str | None] = []
    broken: list[bytes] = []
    high_lines = 0
    for line in content.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
            high_lines += not line.isascii()
        except UnicodeDecodeError:
            lines.append(None)
            broken.append(line)
    encoding = _guess_encoding(broken, has_good_lines=high_lines > 0)
    decoded = iter([line.decode(encoding, "replace") for line in broken])
    text = "\n".join(next(decoded) if line is None else line for line in lines)
    if not _is_text(text[:20_000]):
        raise ValueError("it is binary, or text in an unknown encoding")
    if encoding == "utf-8":
        return Decoded(text, "damaged utf-8", True)
    return Decoded(text, f"utf-8 and {encoding}" if high_lines else encoding, True)


def _guess_encoding(broken: Sequence[bytes], *, has_good_lines: bool) -> str:
    sample = b"\n".join(broken)[:_GUESS_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    if has_good_lines and high * 20 < len(sample) and _is_mostly_utf8(sample):
        return "utf-8"
    if high * 8 < len(sample) and not _CP1252_UNUSED.search(sample):
        return "cp1252"
    if _is_mostly_utf8(sample):
        return "utf-8"
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample, cp_isolation=_GUESSES, threshold=0.35).best()
    if best is None:
        raise ValueError("it is binary, or text in an unknown encoding")
    return best.encoding


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether few of the bytes outside ASCII break UTF-8: damage, not another encoding."""
    text = sample.decode("utf-8", "replace")
    good = sum(character > "\x7f" and character != "\ufffd" for character in text)
    return good > 4 * text.count("\ufffd")


def _is_text(text: str) -> bool:
    printable = sum(character.isprintable() or character in "\n\r\t\f\x1b" for character in text)
    return printable >= 0.9 * len(text) and text.count("\ufffd") * 10 <= len(text)
