import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.decoding import decode

ENGLISH = (
    "The minister said on Monday that the company’s “offer” was too low.\nOfficials declined to comment.\n"
)
RUSSIAN = (
    "Министр заявил в понедельник, что министерство закупит десять самолётов.\n"
    "Представители правительства отказались комментировать сообщение газеты.\n"
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", RUSSIAN),
        ("utf-16-be", RUSSIAN),
        ("utf-16-le", ENGLISH),
        ("utf-32", ENGLISH),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("cp1252", ENGLISH),
    ],
)
def test_newspaper_text_is_read_in_its_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(st.text(st.characters(min_codepoint=32, codec="utf-8")))
def test_valid_utf8_is_never_guessed(text: str) -> None:
    if text[:1] == "\ufeff" or text.startswith(("%PDF", "PK", "GIF8", "{\\rtf", "SQLite")):
        return
    decoded = decode(text.encode())
    assert (decoded.text, decoded.is_guessed) == (text, False)


def test_one_broken_line_does_not_change_how_the_others_are_read() -> None:
    decoded = decode(RUSSIAN.encode() + b"caf\xe9 society\n" + RUSSIAN.encode())
    assert decoded.text == RUSSIAN + "café society\n" + RUSSIAN
    assert decoded.is_guessed


def test_damaged_utf8_is_marked_and_not_taken_for_another_encoding() -> None:
    content = RUSSIAN.encode()
    decoded = decode(content[:60] + b"\xff\xfe" + content[60:])
    assert decoded.text.count("\ufffd") >= 1
    assert "Представители правительства" in decoded.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP archive or office document"),
        (b"\xff\xd8\xff\xe0rest", "a JPEG picture"),
        (bytes(range(32)) * 20, "binary"),
        (b"\x00" * 4000, "binary"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, kind: str) -> None:
    with pytest.raises(ValueError, match=f"it is {kind}"):
        decode(content)


def reason(content: bytes) -> str:
    """Why the bytes are no text; empty if they are."""
    try:
        decode(content)
    except UnicodeError as error:
        return f"unreadable to a person: {error!r} {'.' * 80}"
    except ValueError as error:
        return str(error)
    return ""


@given(st.binary(max_size=2000))
def test_any_bytes_are_text_or_a_short_reason(content: bytes) -> None:
    assert len(reason(content)) < 80
