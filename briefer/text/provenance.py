"""Who published an article, when and as what, each with the ground it is held on.

Everything here is found or stays None: "not determined" is better than a guess.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from briefer.model import Basis, Found, Genre, LineKind, PartialDate
from briefer.text.bylines import byline_names, is_person_name, is_signature, line_names, unique_names
from briefer.text.cleaning import Block, Cleaned
from briefer.text.datelines import read_dateline
from briefer.text.dates import find_dates, is_date_stamp, is_dated_line, read_stamps
from briefer.text.issuers import find_issuer, is_institution
from briefer.text.labels import is_paper_label, read_label
from briefer.text.mastheads import (
    find_masthead,
    find_own_name,
    is_name,
    name_site,
    part_page_name,
    spell_name,
)

_NEAR = 12
"""Lines further than this from the body, in blocks, belong to the page and not to the article."""
_TOP = 3
"""A newspaper's name stands among so many first blocks, above the menus of its page."""
_NAME_WORD = r"[^\W\d_a-zа-яё][\w&'’+-]*(?:\.\w+)*"
_ABOVE_HEADLINE = 3
_BESIDE_TITLE = 4
_FEW_PARAGRAPHS = 3
_BESIDE_MASTHEAD = 3
_UNSIGNED = (LineKind.NAV, LineKind.DATE_STAMP, LineKind.DUPLICATE, LineKind.DECK)
"""Kinds of lines that may hold a newspaper's name."""
_UNNAMED = (LineKind.NAV, LineKind.DUPLICATE, LineKind.DECK)
"""Those that say of themselves neither whose nor when."""
_WHEREVER = (LineKind.TITLE, LineKind.DISCLAIMER, LineKind.NOTICE)
"""Kinds of lines that speak of the article however far from it they stand."""
_SMALL_WORD = r"(?:(?:of|the|and|for|de|la|le|al|&)[ -])*"
_OUTLET_NAME = rf"(?P<outlet>{_NAME_WORD}(?:[ -]{_SMALL_WORD}{_NAME_WORD}){{0,6}})"
_DISCLAIMED = re.compile(
    r"\b(?:reflect|represent|coincide with|those of)\s+(?:(?:the|that|those|of|official|editorial|"
    r"views?|opinions?|"
    r"positions?|policy|policies|stance|line|and|or|necessarily|entirely|always)\s+)*" + _OUTLET_NAME
)
_FIRST_PUBLISHED = re.compile(
    r"(?<!\bis )\b(?:published|appeared|posted|printed|republished|reprinted|reproduced)\b(?:\s+\w+){0,3}?\s+"
    r"(?:in|on|by|at|from)\s+(?:the website of\s+)?(?:the\s+)?" + _OUTLET_NAME
)
_SOURCE_LINE = re.compile(rf"^\W*(?i:source|источник)\s*:\s*{_OUTLET_NAME}\s*$")
_COPYRIGHT = re.compile(
    r"(?:©|\((?i:c)\)|(?i:copyright))\s*(?:©|\((?i:c)\))?\s*"
    r"(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|present))?,?\s*(?:by\s+)?(?:[Tt]he\s+)?" + _OUTLET_NAME
)
_COPYRIGHT_NAME_FIRST = re.compile(
    rf"(?:(?:©|\((?i:c)\)|(?i:copyright))\s*){{1,3}}(?:by\s+)?(?:[Tt]he\s+)?(?!(?i:copyright)){_OUTLET_NAME},?\s"
    r"(?:19|20)\d\d\b"
)
_NAME_BEFORE_COPYRIGHT = re.compile(
    rf"^\W*(?!.*(?i:copyright)){_OUTLET_NAME}\s*(?:©|\((?i:c)\))\s*(?:19|20)\d\d\b"
)
_PUBLISHED_BY = re.compile(
    rf"^\W*{_OUTLET_NAME} is (?:(?:(?:owned and )?published|owned|produced|printed) by\b|"
    r"(?:a member of|regulated by) (?:the )?(?:Independent Press Standards|IPSO\b|IMPRESS\b|Press Council))"
)
_STAFF = re.compile(
    r"\b(?:columnist|reporter|correspondent|staff writer|journalist|editor(?:[ -]in[ -]chief)?|"
    r"contributor|writer|"
    r"commentator|bureau chief)\s+(?:for|at|of|with|to)\s+(?:the\s+)?" + _OUTLET_NAME
)
_SPOKEN_OF = (
    (LineKind.NOTICE, _FIRST_PUBLISHED, Basis.NOTICE),
    (LineKind.NOTICE, _SOURCE_LINE, Basis.NOTICE),
    (LineKind.DISCLAIMER, _DISCLAIMED, Basis.DISCLAIMER),
)
"""Who is said to have published the article, or to answer for the newspaper."""
_SMALL_PRINT = (
    (LineKind.NOTICE, _NAME_BEFORE_COPYRIGHT, Basis.NOTICE),
    (LineKind.NOTICE, _COPYRIGHT, Basis.NOTICE),
    (LineKind.NOTICE, _COPYRIGHT_NAME_FIRST, Basis.NOTICE),
    (LineKind.BIO, _STAFF, Basis.BIO),
)
_NOT_AN_OUTLET = re.compile(
    r"^(?:all|author|authors|he|she|they|any|this|these|those|january|february|march|april|may|"
    r"june|july|august|"
    r"september|october|november|december|mr|dr|our|creative commons|twitter|facebook|monday|tuesday|"
    r"wednesday|"
    r"thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r",?\s+(?:Company|(?:FZ-)?LLC|Inc|Ltd|GmbH|PLC|Corp|SARL|BV|Media Group Limited|All Rights.*)\.?$",
    re.IGNORECASE,
)
_OPINION_TITLE = re.compile(
    r"^(?:opinion|op-?ed|editorial|commentary|viewpoint|мнение)\s*[:|—–-]\s", re.IGNORECASE
)
_ANALYSIS_TITLE = re.compile(r"^(?:news )?analysis\s*[:|—–-]\s", re.IGNORECASE)
_OPINION_BYLINE = re.compile(r"^\W*(?:opinion|commentary|column|op-?ed) by\b", re.IGNORECASE)
_VIEWS = re.compile(r"\b(?:views?|opinions?)\b|\bмнени[ея]\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:own|those of|that of|not (?:necessarily )?(?:reflect|represent|coincide))\b|\bсовпада",
    re.IGNORECASE,
)
_COLUMNIST = re.compile(r"\bis an? (?:(?!former|ex-)[\w-]+ ){0,3}columnist\b")
_OWN_VIEWS = re.compile(r"\b(?:views|opinions)\b[^.!?]{0,60}\bown\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·—–]\s*|\s+/\s+")
_ADDRESS_LINE = re.compile(
    r"^\W*(?:(?:url|link|source|original|ссылка)\W+)?(?P<url>https?://[^\s<>\"']{4,300})\W*$", re.IGNORECASE
)
_LONGEST_OUTLET = 40


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of where an article comes from."""

    title: Found[str] | None = None
    authors: Found[tuple[str, ...]] | None = None
    outlet: Found[str] | None = None
    published: Found[PartialDate] | None = None
    updated: Found[PartialDate] | None = None
    url: Found[str] | None = None
    genre: Found[Genre] | None = None
    warnings: tuple[str, ...] = ()

    def under(self, stronger: "Provenance") -> "Provenance":
        """This, with everything that `stronger` knows in its place; the warnings of both."""
        known = {
            field.name: getattr(stronger, field.name)
            for field in fields(stronger)
            if field.name != "warnings" and getattr(stronger, field.name) is not None
        }
        return replace(self, **known, warnings=(*self.warnings, *stronger.warnings))

    def without_outlet_as_author(self) -> "Provenance":
        """This, without authors that are the outlet, or a section of it."""
        if not (self.authors and self.outlet):
            return self
        outlet = self.outlet.value.casefold().removeprefix("the ")
        people = tuple(
            name for name in self.authors.value if not f"{name} ".casefold().startswith(f"{outlet} ")
        )
        return replace(self, authors=replace(self.authors, value=people) if people else None)


@dataclass(frozen=True, slots=True)
class _Line:
    """A removed line near the body: `distance` in blocks is below 0 above the body, above 0 below it.

    `is_first` marks the first line of the file, `is_placed` lines where a newspaper's name may stand: the
    first ones, and those beside the headline or the body.
    """

    text: str
    kind: LineKind
    distance: int
    is_first: bool
    is_placed: bool


def find_provenance(cleaned: Cleaned) -> Provenance:
    """Read what the lines around the body say."""
    lines = _lines_near_body(cleaned)
    page_text = "\n".join(block.text for block in cleaned.blocks)
    body = cleaned.body()
    opening = body[0].text if body else ""
    title = next(
        (
            Found(line.text, Basis.HEADLINE)
            for line in lines
            if line.kind is LineKind.TITLE and line.distance < 0
        ),
        None,
    )
    lines = _below_headline(lines)
    published, updated, warnings = _find_dates(lines, opening)
    return Provenance(
        title=title,
        authors=_find_authors(lines, page_text),
        outlet=_find_outlet(lines, title, opening, page_text),
        published=published,
        updated=updated,
        url=next(
            (
                Found(match["url"], Basis.NOTICE)
                for line in lines
                if (match := _ADDRESS_LINE.match(line.text))
            ),
            None,
        ),
        genre=_find_genre(lines, title),
        warnings=warnings,
    ).without_outlet_as_author()


def _lines_near_body(cleaned: Cleaned) -> tuple[_Line, ...]:
    body = [index for index, kind in enumerate(cleaned.kinds) if kind is None]
    if not body:
        return ()
    first, last = body[0], body[-1]
    second = body[1] if len(body) > _FEW_PARAGRAPHS else first
    title = next((index for index in range(first) if cleaned.kinds[index] is LineKind.TITLE), first)
    lines: list[_Line] = []
    is_other_article = False
    for index, (block, kind) in enumerate(zip(cleaned.blocks, cleaned.kinds, strict=True)):
        distance = index - first if index < first else max(0, index - last)
        if first < index < second:  # what opens the body is a deck
            distance = -1
        # Names and dates under a heading of related articles are those of other articles.
        is_other_article = is_other_article or (index > last and kind is LineKind.RELATED)
        is_beside_title = abs(index - title) <= _BESIDE_TITLE
        is_top = index < min(_TOP, first) and kind in _UNNAMED
        is_near = is_top or ((abs(distance) <= _NEAR or is_beside_title) and not is_other_article)
        if kind is not None and (is_near or kind in _WHEREVER):
            beside = min(abs(index - title), first - index) <= _BESIDE_MASTHEAD
            is_placed = index == 0 or (index < first and (beside or is_top))
            lines += (
                _Line(text, own, distance, index == 0, is_placed) for text, own in _split_lines(block, kind)
            )
    return tuple(lines)


def _split_lines(block: Block, kind: LineKind) -> Iterator[tuple[str, LineKind]]:
    """A removed block; where it has several lines, each as what it is by itself."""
    if len(block.lines) < 2 or kind not in _UNSIGNED:
        yield block.text, kind
        return
    for line in block.lines:
        text = line.strip(" \t*_>#")
        if is_date_stamp(text) or is_dated_line(text):
            yield text, LineKind.DATE_STAMP
        elif text:
            yield text, LineKind.BYLINE if byline_names(text) else kind


def _below_headline(lines: Sequence[_Line]) -> tuple[_Line, ...]:
    """Lines from a little above the headline on: a name or a date further up belongs to the page."""
    title = next((line.distance for line in lines if line.kind is LineKind.TITLE and line.distance < 0), None)
    if title is None:
        return tuple(lines)
    page_kinds = (LineKind.BYLINE, LineKind.DATE_STAMP)
    return tuple(
        line for line in lines if line.kind not in page_kinds or line.distance >= title - _ABOVE_HEADLINE
    )


def _find_authors(lines: Sequence[_Line], page_text: str) -> Found[tuple[str, ...]] | None:
    """Labelled names nearest above the body, then lines of names, then names that open a biography."""
    bylines = sorted((line for line in lines if line.kind is LineKind.BYLINE), key=_from_the_top)
    for names_of in (byline_names, line_names):
        for line in bylines:
            # A name behind a dash signs the text above it: only below the body is that the article.
            is_motto = line.distance <= 0 and is_signature(line.text)
            if names_of(line.text) and not is_motto:
                own = (*names_of(line.text), *_beside(line.text, page_text))
                return Found(unique_names((*_labelled_run(bylines, line), *own)), Basis.BYLINE)
    biographies = (_biography_name(line.text) for line in lines if line.kind is LineKind.BIO)
    names = unique_names(name for name in biographies if name)
    return Found(names, Basis.BIO) if names else None


def _beside(line: str, page_text: str) -> tuple[str, ...]:
    """Names behind a bar: "Jane Roe | John Doe"; the page speaks again of a place or a newspaper there."""
    parts = tuple(part.strip() for part in line.split("|"))
    others = parts[1:] if all(map(is_person_name, parts)) else ()
    text = page_text.casefold()
    return tuple(name for name in others if text.count(name.casefold()) == 1 and not find_masthead(name))


def _labelled_run(bylines: Sequence[_Line], line: _Line) -> list[str]:
    """The names in `line` and in those lines right above it that have a label too, from the top."""
    labelled = {other.distance: other for other in bylines if byline_names(other.text)}
    places = [line.distance]
    while places[0] - 1 in labelled and line.distance < 0 and line.distance in labelled:
        places.insert(0, places[0] - 1)
    return [name for place in places if place in labelled for name in byline_names(labelled[place].text)]


def _from_the_top(line: _Line) -> tuple[bool, int]:
    """Lines above the body first, nearest first; then those inside and below."""
    return (line.distance >= 0, abs(line.distance))


def _biography_name(text: str) -> str | None:
    """The name before "is" in "Jane Roe, a former diplomat, is a fellow at ..."."""
    head = re.split(
        r"\s+(?:is|was|has|serves|works|writes|teaches|covers|reports)\b|,|\s\(", text, maxsplit=1
    )[0]
    names = line_names(head) if head != text else ()
    return names[0] if len(names) == 1 else None


def _find_dates(
    lines: Sequence[_Line], opening: str
) -> tuple[Found[PartialDate] | None, Found[PartialDate] | None, tuple[str, ...]]:
    """The dates of publication and of the last update, and warnings of dates that are something else."""
    stamps = [
        (line, read_stamps(line.text))
        for line in sorted(lines, key=_from_the_top)
        if line.kind in (LineKind.DATE_STAMP, LineKind.BYLINE)
    ]
    changed = [stamp.updated for _, stamp in stamps if stamp.updated]
    updated = Found(max(changed, key=lambda day: day.latest), Basis.DATE_STAMP) if changed else None
    labelled = [stamp.published for _, stamp in stamps if stamp.is_labelled and stamp.published]
    plain = [stamp.published for line, stamp in stamps if stamp.published and line.distance < 0]
    noticed = [
        mention.date
        for line in lines
        if line.kind is LineKind.NOTICE and _FIRST_PUBLISHED.search(line.text)
        for mention in find_dates(line.text)
    ]
    for dates, basis in (
        (labelled or plain, Basis.DATE_STAMP),
        (_dateline_dates(opening), Basis.DATELINE),
        (noticed, Basis.NOTICE),
    ):
        if dates:
            others = sorted({str(date) for date in dates} - {str(dates[0])})
            warning = f"Other dates stand beside the date of publication: {', '.join(others)}."
            return Found(dates[0], basis), updated, (warning,) if others else ()
    if updated:
        return (
            None,
            updated,
            (
                f"The only date found, {changed[0]}, is of an update: the date of publication is not"
                " determined.",
            ),
        )
    return None, None, ()


def _dateline_dates(opening: str) -> list[PartialDate]:
    dateline = read_dateline(opening)
    return [mention.date for mention in find_dates(opening[: dateline.end])] if dateline else []


def _find_outlet(
    lines: Sequence[_Line], title: Found[str] | None, opening: str, page_text: str
) -> Found[str] | None:
    """The publisher, from the strongest line that names one."""
    first = _search_names(lines, _SPOKEN_OF, page_text)
    # Who holds the rights is often a company that owns the newspaper.
    found = first or _find_masthead(lines, page_text) or _search_names(lines, _SMALL_PRINT, page_text)
    if found:
        return found
    if title and (name := _outlet_in_headline(lines, title.value)):
        return Found(spell_name(name, page_text), Basis.HEADLINE)
    dateline = read_dateline(opening)
    return Found(dateline.source, Basis.DATELINE) if dateline and dateline.source else None


def _search_names(
    lines: Sequence[_Line], searches: Iterable[tuple[LineKind, re.Pattern[str], Basis]], page_text: str
) -> Found[str] | None:
    """The name in the first line that one of the `searches` knows, the strongest search first."""
    for kind, pattern, basis in searches:
        for line in lines:
            # Inside the body, a source is that of a table or figure.
            is_exhibit = pattern is _SOURCE_LINE and line.distance == 0
            match = pattern.search(line.text) if line.kind is kind and not is_exhibit else None
            if match and (name := _outlet_name(match["outlet"])):
                return Found(spell_name(name, page_text), basis)
    return None


def _find_masthead(lines: Sequence[_Line], page_text: str) -> Found[str] | None:
    """The newspaper's name above the article, or what the page says of itself at its foot or in its text."""
    placed = [line for line in lines if line.is_placed and line.kind in _UNSIGNED]
    for line in placed:
        if name := find_masthead(line.text):
            return Found(spell_name(name, page_text), Basis.HEADLINE)
    is_paper = any(line.distance < 0 and is_paper_label(line.text) for line in lines)
    for line in placed:
        if line.is_first and is_paper and is_institution(line.text):
            return Found(spell_name(line.text, page_text), Basis.HEADLINE)
    if issuer := find_issuer([line.text for line in lines if line.distance < 0]):
        return Found(issuer, Basis.HEADLINE)
    for line in lines:
        match = _PUBLISHED_BY.search(line.text) if line.distance > 0 else None
        if match and (name := _outlet_name(match["outlet"])):
            return Found(spell_name(name, page_text), Basis.NOTICE)
    # Lower down, a lone word may be the agency that holds the rights in a picture.
    own = (line.text for line in placed if line.kind in _UNNAMED and (line.is_first or " " in line.text))
    spoken = (find_own_name(text, page_text) for text in own)
    return next((Found(name, Basis.HEADLINE) for name in spoken if name), None)


def _outlet_name(text: str) -> str | None:
    """A captured name without possessive, legal form and the words that only look like a name."""
    name = _LEGAL_FORM.sub("", re.sub(r"['’]s?$", "", text.rstrip(".,;:"))).strip()
    name = re.split(r"['’]s\s|(?<=[a-z]{2})\.(?=[A-Z][a-z])", name)[0]  # "Wire Network.Holding Inc."
    name = re.sub(r"\s+(?:on|in|of|and|the|for|&)$", "", name)
    if len(name) < 2 or name.islower() or _NOT_AN_OUTLET.match(name) or name.isdigit():
        return None
    return name


def _outlet_in_headline(lines: Sequence[_Line], title: str) -> str | None:
    """The name beside the headline where that stands once with and once without it: "Headline | Outlet".

    Or the name that a page opens with and that stands by itself below.
    """
    for line in lines:
        name = name_site(line.text, title)
        if name and 1 < len(name) <= _LONGEST_OUTLET:
            return name
    first = next((part_page_name(line.text) for line in lines if line.is_first), ())
    ends = first[:1] + first[-1:]
    names = {name.casefold() for name in ends if len(name) <= _LONGEST_OUTLET} - {title.casefold()}
    alone = (
        line.text
        for line in lines
        if line.distance < 0 and line.text.casefold() in names and line.kind is not LineKind.BYLINE
    )
    return next((name for name in alone if _outlet_name(name) and is_name(name)), None)


def _find_genre(lines: Iterable[_Line], title: Found[str] | None) -> Found[Genre] | None:
    """Opinion or analysis on clear evidence only; nothing says that an article is reporting."""
    lines = tuple(lines)
    if title and _OPINION_TITLE.match(title.value):
        return Found(Genre.OPINION, Basis.HEADLINE)
    if title and _ANALYSIS_TITLE.match(title.value):
        return Found(Genre.ANALYSIS, Basis.HEADLINE)
    title_place = next(
        (line.distance for line in lines if line.kind is LineKind.TITLE and line.distance < 0), 0
    )
    # A label stands beside the headline; the same word far off is an entry of a menu.
    beside = [line for line in lines if line.distance < 0 and abs(line.distance - title_place) <= 3]
    # A paper's label says what it is; its disclaimer only says whose it is.
    if any(is_paper_label(text) for line in beside for text in _labels(line.text)):
        return Found(Genre.ANALYSIS, Basis.HEADLINE)
    for line in lines:
        if line.kind is LineKind.DISCLAIMER and _VIEWS.search(line.text) and _OWN.search(line.text):
            return Found(Genre.OPINION, Basis.DISCLAIMER)
        if line.kind is LineKind.BYLINE and _OPINION_BYLINE.match(line.text):
            return Found(Genre.OPINION, Basis.BYLINE)
        if line.kind is LineKind.BIO and (_COLUMNIST.search(line.text) or _OWN_VIEWS.search(line.text)):
            return Found(Genre.OPINION, Basis.BIO)
        if line in beside and (genre := next(filter(None, map(read_label, _labels(line.text))), None)):
            return Found(genre, Basis.HEADLINE)
    return None


def _labels(line: str) -> tuple[str, ...]:
    """A line, or its parts where they are two: a newspaper's name, a day or the author beside the label.

    "World | Opinion" are entries of a menu, and an institute's "Commentary" may be an analysis.
    """
    parts = tuple(part.strip() for part in _PARTS.split(line))
    is_set_apart = len(parts) == 2 and (
        any(find_masthead(part) or is_date_stamp(part) for part in parts) or is_person_name(parts[1])
    )
    return parts if is_set_apart else (line,)
