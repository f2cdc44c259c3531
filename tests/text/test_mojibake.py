import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.mojibake import repair_mojibake

RIGHT = "José said: “The ministry’s plan – worth €5m – is naïve.”"


def damage(text: str) -> str:
    """What a program makes of UTF-8 that it takes for Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("text", [RIGHT, "Премьер подписал договор.", "Erdoğan, Łódź, 🚀", RIGHT * 20])
def test_damaged_text_is_repaired(text: str) -> None:
    assert repair_mojibake(damage(text)) == text


def test_a_text_that_is_partly_damaged_is_repaired_where_it_is() -> None:
    assert repair_mojibake(f"«Da», said Łukasz. {damage(RIGHT)}") == f"«Da», said Łukasz. {RIGHT}"


def test_a_closing_quotation_mark_that_lost_a_byte_is_known_from_its_place() -> None:
    assert repair_mojibake("â€œNoâ€, JosÃ© said.") == "“No”, José said."


@pytest.mark.parametrize(
    "text", [RIGHT, "NÃO É ASSIM, diz o ministro.", "SÃO PAULO – a cidade", "Â", "Ã©", "пример – «да»", ""]
)
def test_text_that_is_right_stays(text: str) -> None:
    assert repair_mojibake(text) == text


@given(st.text())
def test_repairing_adds_no_lines(text: str) -> None:
    assert repair_mojibake(text).count("\n") == text.count("\n")
