"""Cleaning: a messy text becomes its body, with every removed line kept and named."""

from briefer.text.cleaning.blocks import Block, split_blocks
from briefer.text.cleaning.cleaned import Cleaned, clean_blocks, clean_dump
from briefer.text.cleaning.kinds import classify_blocks

__all__ = ["Block", "Cleaned", "classify_blocks", "clean_blocks", "clean_dump", "split_blocks"]
