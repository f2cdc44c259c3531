"""UTF-8 that was once read as Windows-1252 and saved again: "JosÃ©" is "José", "â€œ" a quotation mark."""

import re

_TO_BYTE = {chr(code): code for code in range(0x80, 0x100)}
for _code in range(0x80, 0xA0):
    _letter = bytes([_code]).decode("cp1252", "ignore")
    if _letter:
        _TO_BYTE[_letter] = _code
# Of the continuation bytes 80..BF the lower half looks like quotation marks and signs.
_FOLLOWING = "".join(letter for letter, code in _TO_BYTE.items() if 0x80 <= code < 0xC0)
_FOLLOW = f"[{re.escape(_FOLLOWING)}]"
_SEQUENCE = re.compile(f"[Â-ß]{_FOLLOW}|[à-ï]{_FOLLOW}{{2}}|[ð-ô]{_FOLLOW}{{3}}")
_TELLTALE = re.compile(f"[ÂÃÐÑ]{_FOLLOW}|â[€\x80]|ï¿½|ð[Ÿ\x9f]")
_LOST_QUOTE = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""A closing quotation mark whose last byte, 9D, means nothing in Windows-1252 and was dropped."""
_LEAST_PAIRS = 2
"""A file with fewer tell-tale pairs may mean them."""


def repair_mojibake(text: str) -> str:
    """`text` with sequences that are UTF-8 in disguise set right; every other character stays.

    Each sequence is decoded by itself, so that a line which is only partly damaged is repaired as well.

    Source: the idea is that of ftfy (Speer, 2019).
    """
    if len(_TELLTALE.findall(text)) < _LEAST_PAIRS:
        return text
    return _LOST_QUOTE.sub("”", _SEQUENCE.sub(lambda match: _decode(match[0]), text))


def _decode(sequence: str) -> str:
    try:
        return bytes(_TO_BYTE[letter] for letter in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return sequence
