"""Fonts cut down to the glyphs of a page, by the HarfBuzz that is installed with briefer.

WeasyPrint would take the system's subsetter, and where there is none another one that writes the time of
day into every font: then no two files would be the same.
"""

from collections.abc import Collection

from uharfbuzz import Blob, Face, HarfBuzzError, SubsetFlags, SubsetInput, subset

_UNUSED_TABLES = (
    "BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ",
)  # fmt: skip


def subset_font(
    content: bytes, glyphs: Collection[int], *, index: int, hinting: bool, has_blanks: bool
) -> bytes | None:
    """The font at `index` of a file with no more than some glyphs, which keep their numbers; or None.

    `has_blanks` asks for the outline that stands for letters that the font does not have.
    """
    blanks = SubsetFlags.NOTDEF_OUTLINE if has_blanks else SubsetFlags(0)
    common = SubsetFlags.PASSTHROUGH_UNRECOGNIZED | SubsetFlags.DESUBROUTINIZE | blanks
    try:
        cut = SubsetInput()
        cut.glyph_set.update(glyphs)
        cut.flags = common | SubsetFlags.RETAIN_GIDS
        cut.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES)
        face = subset(Face(Blob(content), index), cut)
        # What stands behind the last glyph is empty, and goes.
        rest = SubsetInput()
        rest.glyph_set.update(range(max(glyphs) + 1))
        rest.flags = common if hinting else common | SubsetFlags.NO_HINTING
        return bytes(subset(face, rest).blob.data)
    except (RuntimeError, HarfBuzzError):
        return None
