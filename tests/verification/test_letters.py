"""Which letters of a page belong to which text."""

from briefer.model.verdicts import Run
from briefer.verification.page_text import Letters


def read(*runs: tuple[str, bool]) -> Letters:
    return Letters([Run(text, is_quoted, 1) for text, is_quoted in runs])


def test_the_number_of_a_heading_is_not_looked_for_in_a_bracket_of_a_quotation() -> None:
    letters = read(
        ("France said on Monday", True),
        (" [3 March 2031]", False),
        (" that it had paid. ", True),
        ("3\nsaid by two\nEnergy\n", False),
    )
    assert not letters.take_whole("3 Energy")
    assert letters.take_parted("3 Energy")
    bracket = letters.text.index("[3")
    assert not any(letters.is_taken[bracket : bracket + len("[3 March 2031]")])


def test_a_bracket_outside_of_quotations_is_text_of_the_page() -> None:
    letters = read(("Sources [4 in all]\n", False), ("He spoke.", True))
    assert letters.take_whole("Sources [4 in all]")


def test_a_label_does_not_take_its_number_from_another_that_stands_whole() -> None:
    letters = read(("¶1 section 4\nand so on\n¶1 section 17 Untitled, of no outlet known\n", False))
    blocks = ["7 Untitled, of no outlet known", "¶1 section 4", "¶1 section 1"]
    parted = [block for block in blocks if not letters.take_whole(block)]
    assert [block for block in parted if not letters.take_parted(block)] == []
