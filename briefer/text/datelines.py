"""The place, date and agency that a news agency's report opens with: "BAGHDAD, Oct. 7 (Newswire) - "."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_DAY_OF_YEAR = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}),?\s(?:19|20)\d\d"
_WORD = r"[A-Z][\w'’.-]*"
_CITY = rf"{_WORD}(?:[ /-](?:(?:al|el|de|of)[ -])?{_WORD}){{0,3}}"
_REGION = rf",\s{_WORD}(?:\s(?:of\s)?{_WORD}){{0,3}}"
_NAME = r"[A-Z][\w.&/ -]{1,30}|dpa|efe"
_DASH = r"(?:--|[-–—])"
_OPENS = r"(?=[A-Z\"“‘«$€£\d])"
_SHOUTED = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # BAGHDAD, Oct. 7 (Newswire) - / Baghdad (Newswire) - / Baghdad, Iraq (Newswire) Iraq said
        rf"{_CITY}(?:{_REGION})?(?:,\s{_DAY})?\s\((?P<source>{_NAME})\)\s?{_DASH}\s{_OPENS}",
        rf"{_CITY}(?:{_REGION}|,\s{_DAY})+\s\((?P<source>{_NAME})\)\s{_OPENS}",
        # MOSCOW, 7 October. /NEWSWIRE/. / RIGA, May 3, 2020 /Newswire/ --
        rf"{_CITY}(?:{_REGION})?,\s{_DAY}\.?\s/(?P<source>{_NAME})/\.?(?:\s?{_DASH})?(?:\s|$)",
        # Moscow. July 4. NEWSWIRE - / KYIV. July 4 (Newswire) -
        rf"{_CITY}\.\s{_DAY}\.?\s\(?(?P<source>{_NAME})\)?\s{_DASH}\s{_OPENS}",
        # July 4 (Newswire) -
        rf"{_DAY}\s\((?P<source>{_NAME})\)\s?{_DASH}\s{_OPENS}",
        # Seoul, South Korea NEWSWIRE — / Baghdad, Iraq | Newswire —
        rf"{_CITY}{_REGION}\s(?:\|\s(?P<source>{_NAME})|[A-Z]{{2,8}})\s{_DASH}\s{_OPENS}",
        # (Beirut, February 18, 2020) –
        rf"\({_CITY}(?:{_REGION})?,\s{_DAY}\)\s{_DASH}\s",
        # (Newswire) -
        rf"\((?P<source>[A-Z][A-Za-z ]{{1,20}})\)\s(?:{_DASH}\s)?",
        # BAGHDAD – / BAGHDAD, Oct. 7 -- / WASHINGTON— / Tehran, Iran –
        rf"{_SHOUTED}(?:{_REGION})?(?:,\s{_DAY})?(?:\s?{_DASH}\s|\s--{_OPENS}|—(?=[A-Z]))",
        rf"{_CITY}{_REGION}\s{_DASH}\s{_OPENS}",
        # Strelsau, Ruritania | The minister said
        rf"{_CITY}{_REGION}\s\|\s{_OPENS}",
        # San Teodoro, 29 October 2026 — The minister said
        rf"{_CITY}(?:{_REGION})?,\s{_DAY_OF_YEAR}\s?{_DASH}\s{_OPENS}",
    )
)
_BEFORE_COLON = re.compile(rf"{_SHOUTED}(?:{_REGION})?(?:,\s{_DAY})?:\s(?=[A-Z\"“‘])")
_LONGEST = 90


class Dateline(NamedTuple):
    """Where the report begins behind the dateline, and the agency that it names."""

    end: int
    source: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a sentence or paragraph opens with, if there is one."""
    if text[:1] not in "(" and not (text[:1].isupper() or text[:1].isdigit()):
        return None
    head = text[:_LONGEST]
    for form in _FORMS:
        if match := form.match(head):
            source = match.groupdict().get("source")
            return Dateline(match.end(), source.strip() if source else None)
    return None


def find_colon_dateline(paragraphs: Iterable[str]) -> int:
    """Where an article's report begins behind "LANDI KOTAL: ", by its paragraphs; 0 without such a dateline.

    Where another paragraph opens so, it is who speaks.
    """
    opened = [_BEFORE_COLON.match(paragraph[:_LONGEST]) for paragraph in paragraphs]
    return opened[0].end() if opened and opened[0] and not any(opened[1:]) else 0
