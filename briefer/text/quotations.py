"""What stands between quotation marks."""

import re

from briefer.model import Span

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)")


def find_quoted(text: str) -> tuple[Span, ...]:
    """The quotations in `text`, with their marks, in order."""
    return tuple(Span(*match.span()) for match in QUOTED.finditer(text))
