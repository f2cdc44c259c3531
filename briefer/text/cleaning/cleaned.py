"""The result of cleaning one text."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefer.model import LineKind, Paragraph, RemovedLine, Span
from briefer.text.cleaning.blocks import Block, split_blocks
from briefer.text.cleaning.kinds import classify_blocks
from briefer.text.cleaning.scoring import score_blocks
from briefer.text.cleaning.shapes import ends_sentence, word_count

_JOINT = "\n\n"
# Thai and some others close no sentence with a mark, so a missing one says nothing there.
_STOPPED_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DIGIT", "COMMA")
_BROKEN_OFF_WORDS = 12
"""A paragraph of at least so many words that closes no sentence breaks off."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The blocks of a text, each with its kind; None is body text."""

    blocks: tuple[Block, ...]
    kinds: tuple[LineKind | None, ...]

    def body(self) -> tuple[Block, ...]:
        return tuple(block for block, kind in zip(self.blocks, self.kinds, strict=True) if kind is None)

    def text(self) -> str:
        """The body: its paragraphs in reading order, joined by a blank line."""
        return _JOINT.join(block.text for block in self.body())

    def paragraphs(self) -> tuple[Paragraph, ...]:
        placed, start = [], 0
        for number, block in enumerate(self.body(), start=1):
            end = start + len(block.text)
            placed.append(Paragraph(number, Span(start, end), block.line_range))
            start = end + len(_JOINT)
        return tuple(placed)

    def removed(self) -> tuple[RemovedLine, ...]:
        """Every line that is not body, in the order of the file."""
        return tuple(
            RemovedLine(None if block.first is None else block.first + offset, kind, line.strip())
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if kind is not None
            for offset, line in enumerate(block.lines)
        )

    def warnings(self) -> tuple[str, ...]:
        return tuple(
            f"Paragraph {number} breaks off in mid-sentence."
            for number, block in enumerate(self.body(), start=1)
            if is_broken_off(block.text)
        )


def is_broken_off(text: str) -> bool:
    return (
        word_count(text) >= _BROKEN_OFF_WORDS
        and not ends_sentence(text)
        and unicodedata.name(text[-1], "").startswith(_STOPPED_SCRIPTS)
    )


def clean_dump(text: str) -> Cleaned:
    """Clean a scraped text in which any line may be furniture."""
    blocks = split_blocks(text)
    return clean_blocks(blocks, chances=score_blocks(blocks))


def clean_blocks(
    blocks: Sequence[Block],
    *,
    chances: Sequence[float] | None = None,
    known: Mapping[int, LineKind] | None = None,
) -> Cleaned:
    """Clean blocks that a reader took from markup; without `chances` each one is likely to be body."""
    even = chances if chances is not None else [1.0] * len(blocks)
    return Cleaned(tuple(blocks), classify_blocks(blocks, even, known=known))
