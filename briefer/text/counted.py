"""Counts and lists as a sentence of English says them."""

from collections.abc import Sequence


def spell_count(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `1,204 articles`; `many` is the plural where it is not `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spell_list(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
