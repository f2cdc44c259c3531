"""Briefs packed with all that they were made of: files in a ZIP that is the same wherever it is written."""

from briefer.packing.archive import FORMAT, read_pack, write_pack
from briefer.packing.making import LEDGER, find_versions, list_members, make_pack, restate_draft

__all__ = [
    "FORMAT",
    "LEDGER",
    "find_versions",
    "list_members",
    "make_pack",
    "read_pack",
    "restate_draft",
    "write_pack",
]
