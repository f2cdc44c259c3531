"""Whether a sentence says where: a minister, an army or a bank is one of some country."""

import re

from briefer.model import Article, Span
from briefer.text.calendar import MONTHS, WEEKDAYS
from briefer.text.people import find_places, is_national
from briefer.text.people_words import PLACES

_NAME = re.compile(r"[A-Z][\w-]*(?:\.[A-Z]\b)?")
_NOWHERE = frozenset(
    """parliament congress senate christian christians muslim muslims islam islamist jews jewish""".split()
).union(map(str.lower, [*MONTHS, *WEEKDAYS]))
"""Names that the tables and the words behind "in" have, too."""


def names_place(article: Article, span: Span) -> bool:
    """Whether the words at `span` name a place or a nation: one that is known, or that the article is "in".

    English only; in another language everything says where.
    """
    if article.language and article.language.value != "en":
        return True
    here = find_places(article.text)
    names = [name for name in _NAME.findall(article.words(span)) if name.lower() not in _NOWHERE]
    return any(name.lower().replace(".", "") in PLACES or name in here or is_national(name) for name in names)
