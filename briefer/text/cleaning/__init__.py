"""Cleaning: a messy text becomes its body, with every removed line kept and named."""

from briefer.text.cleaning.blocks import Block, split_blocks
from briefer.text.cleaning.cleaned import Cleaned, clean_blocks, clean_dump
from briefer.text.cleaning.kinds import classify_blocks

CLEANING_VERSION = 2
"""Goes up when the rules give other paragraphs for the same file; the library notes it with each."""

__all__ = [
    "CLEANING_VERSION",
    "Block",
    "Cleaned",
    "classify_blocks",
    "clean_blocks",
    "clean_dump",
    "split_blocks",
]
