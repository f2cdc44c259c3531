"""What may stand in a text at all: applied once, where articles come in.

Policy. Line ends become `\\n` and nothing else ends a line, so line numbers stay those of the raw file.
Every other kind of space becomes a plain one: a no-break space is typography, and would part "7 October"
from itself in a search. Terminal sequences, controls, bidi marks (also LRM and RLM: direction follows
from the script) and invisible characters go. ZWNJ and ZWJ stay in the scripts that spell with them.
"""

import re
import unicodedata
from json import dumps

_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]|\x1b[ -/]{0,4}[0-~]"
)
_CONTROLS = [*range(9), *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_INVISIBLE = [
    0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200B, *range(0x2060, 0x2066),
    *range(0x206A, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC),
    *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000),
]  # fmt: skip
_SPACES = [9, 11, 12, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_TABLE = dict.fromkeys([*_CONTROLS, *_BIDI, *_INVISIBLE]) | dict.fromkeys(_SPACES, " ")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Arabic, Syriac and the Indic scripts join or part letters by these two; elsewhere they only hide.
_STRAY_JOINER = re.compile("(?<![\u0600-\u1aff])[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+")
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED_MARKS = re.compile(f"([{_MARK}]{{4}})[{_MARK}]+")


def clean_text(raw: str) -> str:
    """`raw` without anything that hides, reorders or controls; as many lines as before, in form NFC."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    text = _NO_CHARACTER.sub("\ufffd", _ESCAPE_SEQUENCE.sub("", text))
    text = _STRAY_JOINER.sub("", text.translate(_TABLE))
    return _STACKED_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))


def is_clean(text: str) -> bool:
    """Whether nothing in a text hides, reorders or controls: so is all that `clean_text` gives."""
    return text.translate(_TABLE) == text and not _NO_CHARACTER.search(text)


def clean_line(raw: str, *, limit: int = 300) -> str:
    """`raw` cleaned as one line of single spaces, at most `limit` characters, for titles and displays."""
    line = " ".join(clean_text(raw[: limit * 8]).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


_STEERING = [*range(32), *range(0x7F, 0xA0), *_BIDI, 0x2028, 0x2029]
_BLANKED = dict.fromkeys(_STEERING, "\ufffd")


def blank_controls(text: str) -> str:
    """`text` with a mark in the place of whatever would steer a terminal, as long as before.

    The last guard before a screen, for text whose places are counted already.
    """
    return text if text.isprintable() else text.translate(_BLANKED)


def escape_hidden(document: str) -> str:
    """JSON that means the same, with an escape in the place of whatever is not printable, but for line ends.

    JSON itself lets bidi marks, C1 controls and halves of surrogate pairs stand as they are.
    """
    return "".join(
        letter if letter.isprintable() or letter == "\n" else dumps(letter)[1:-1] for letter in document
    )
