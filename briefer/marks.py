"""How a file of ours is told from everybody else's: by a mark that each form carries.

A mark is looked for in the bytes alone: no reader need be trusted with a stranger's file. A copy that
another program saved anew may have lost it, and is then treated as a stranger's.
"""

import re

from briefer import __version__

MAKER = f"briefer {__version__}"
"""What a file of ours names as the program that made it."""

CLOSING_LINE = f"<!-- Made by {MAKER} -->\n"
"""The last line of a brief in HTML or Markdown, where no reader sees it."""

_CLOSING_LINE = re.compile(rb"<!-- Made by briefer [^ \n]{1,40} -->\s*\Z")
_LONGEST_CLOSING = 200
_IN_PDF = re.compile(rb"<xmp:CreatorTool>briefer [^ <]{1,40}</xmp:CreatorTool>")
_IN_JSON = re.compile(rb'\s{0,20}\{\s{0,20}"format":\s{0,20}"briefer\.(brief|ledger)/\d')


def is_own_brief(content: bytes) -> bool:
    """Whether a file is a brief that was made by briefer, in whatever form."""
    if content.startswith(b"%PDF-"):
        return _IN_PDF.search(content) is not None
    return _form_in_json(content) == b"brief" or bool(_CLOSING_LINE.search(content[-_LONGEST_CLOSING:]))


def is_own_ledger(content: bytes) -> bool:
    """Whether a file is the ledger of a brief that was made by briefer."""
    return _form_in_json(content) == b"ledger"


def _form_in_json(content: bytes) -> bytes | None:
    found = _IN_JSON.match(content)
    return found[1] if found else None
