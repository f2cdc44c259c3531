"""Briefs made by hand. Every country, person, outlet and event in them is invented."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefer.model import (
    Brief,
    Citation,
    Genre,
    KeyPoint,
    Method,
    PartialDate,
    Period,
    Quote,
    Section,
    Source,
    Span,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to be quoted: from source number `source`, paragraph `paragraph`."""

    source: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one section says."""

    title: str
    summary: tuple[Said, ...] = ()
    evidence: tuple[Said, ...] = ()
    commentary: tuple[Said, ...] = ()
    key_points: tuple[int, ...] = ()


def make_source(number: int, **known: object) -> Source:
    """A source of which nothing is known but what is given."""
    blank = Source(
        number=number,
        article_id=f"a{number:011}",
        file=f"{number:03}_clipping.txt",
        title=None,
        authors=(),
        outlet=None,
        published=None,
        genre=None,
        url=None,
        language="en",
        quotes=(),
    )
    return replace(blank, **known)  # type: ignore[arg-type]


def make_brief(
    title: str,
    key_points: Sequence[tuple[str, Said]],
    parts: Sequence[Part],
    sources: Sequence[Source],
    **rest: object,
) -> Brief:
    """A whole brief: quotes are numbered and linked to their sources as composition does it."""
    by_number = {source.number: source for source in sources}
    made: list[Quote] = []

    def quote(said: Said) -> Quote:
        source = by_number[said.source]
        citation = Citation(said.source, said.paragraph, source.article_id, Span(0, len(said.text)))
        made.append(Quote(len(made) + 1, said.text, citation, source.genre, source.published))
        return made[-1]

    points = tuple(KeyPoint(theme, quote(said)) for theme, said in key_points)
    sections = tuple(
        Section(
            theme=part.title.lower().replace(" ", "-"),
            title=part.title,
            summary=tuple(map(quote, part.summary)),
            evidence=tuple(map(quote, part.evidence)),
            commentary=tuple(map(quote, part.commentary)),
            key_points=part.key_points,
            sentence_count=count if (count := _count(part)) < 3 else count + 4,
            source_count=max(len({said.source for said in _said(part)}), min(1, _count(part))),
        )
        for part in parts
    )
    used = {
        source.number: tuple(q.number for q in made if q.citation.source == source.number)
        for source in sources
    }
    dates = [source.published for source in sources if source.published]
    brief = Brief(
        title=title,
        language="en",
        as_of=date(2026, 11, 20),
        period=Period(),
        oldest=min(dates, key=lambda day: day.earliest, default=None),
        newest=max(dates, key=lambda day: day.latest, default=None),
        key_points=points,
        sections=sections,
        sources=tuple(replace(source, quotes=used[source.number]) for source in sources),
        method=make_method(len(sources), sum(source.published is None for source in sources)),
        limits=LIMITS,
        paper="A4",
    )
    return replace(brief, **rest)  # type: ignore[arg-type]


def make_method(articles_read: int, undated: int = 0) -> Method:
    return Method(
        files_found=articles_read + 2,
        files_skipped=1,
        duplicates=1,
        outside_period=0,
        articles_read=articles_read,
        undated=undated,
        lines_removed=262,
        sentences=412,
        summariser="coverage",
        template="policy-brief",
        version="0.1.0",
    )


def _said(part: Part) -> tuple[Said, ...]:
    return (*part.summary, *part.evidence, *part.commentary)


def _count(part: Part) -> int:
    return len(_said(part)) + len(part.key_points)


LIMITS = (
    "Every sentence is quoted word for word from a source. That a source says it does not make it true.",
    "The sources are the files that were given. What they leave out is not in this brief.",
    "Sentences were found by weighted word lists. One that speaks to a theme in other words is missed.",
)

COAST = make_source(
    1,
    title="Harbour deal reopens the strait to Sardovan freighters",
    authors=("Ilse Tamberg",),
    outlet="Northern Coast Herald",
    published=PartialDate(2031, 3, 14),
    genre=Genre.REPORTING,
    url="https://coast.example/2031/harbour-deal",
)
REVIEW = make_source(
    2,
    title="What Arvenia buys when it buys radar",
    authors=("Pell Okonedo", "Marit Sund"),
    outlet="Review of Strait Affairs",
    published=PartialDate(2031, 2),
    genre=Genre.ANALYSIS,
)
COLUMN = make_source(
    3,
    title="Stop calling it a partnership",
    authors=("Jory Vance",),
    outlet="Meridian Post",
    published=PartialDate(2030, 11, 2),
    genre=Genre.OPINION,
)
CLIPPING = make_source(4)
WIRE = make_source(
    5,
    title="Grid operator warns of winter shortfall after pipeline repair slips into the new year",
    outlet="Lowland Wire",
    published=PartialDate(2029),
    genre=Genre.REPORTING,
)


def make_small_brief(**rest: object) -> Brief:
    """Three themes and an empty one, five sources of every genre and precision of date."""
    radar = Said(
        2,
        4,
        "In January 2031 the Arvenian defence ministry signed a $640 million contract for eleven coastal radar "
        "stations, the largest purchase in the country’s history.",
    )
    harbour = Said(
        1,
        2,
        "Freighters under the Sardovan flag entered Port Caddis on Friday for the first time in nine years.",
    )
    shortfall = Said(
        5,
        1,
        "The Lowland grid operator said that it would be “short by a fifth” on the coldest days if repairs to the "
        "Tessel pipeline were not finished by December.",
    )
    return make_brief(
        "Arvenia and the strait: radar, shipping, winter power",
        [("Arms sales", radar), ("Shipping", harbour), ("Energy", shortfall)],
        [
            Part(
                "Arms sales",
                summary=(
                    Said(
                        2,
                        5,
                        "The stations will be delivered in three lots, the first of them before the autumn storms.",
                    ),
                    Said(4, 3, "Two earlier tenders, in 2024 and 2027, ended without an award."),
                    Said(
                        2,
                        9,
                        "Officials in Port Caddis say that the purchase closes a gap which fishing crews had complained of for years.",
                    ),
                ),
                evidence=(
                    Said(
                        2,
                        11,
                        "“Nobody can watch a strait with binoculars,” Deputy Minister Anneke Rull told parliament, “and nobody should be asked to.”",
                    ),
                    Said(
                        1,
                        8,
                        "The contract obliges the manufacturer to train sixty technicians in Arvenia and to keep spare parts there until 2046.",
                    ),
                    Said(
                        4,
                        6,
                        "A rival bid from the Sardovan state yard was $90 million lower but was rejected on technical grounds, according to two people who had seen the evaluation.",
                    ),
                ),
                commentary=(
                    Said(
                        3,
                        2,
                        "The radar is a monument, not a defence, and it will rust as monuments on that coast do.",
                    ),
                ),
                key_points=(1,),
            ),
            Part(
                "Shipping",
                summary=(
                    Said(
                        1,
                        3,
                        "The harbour agreement lets up to forty freighters a month use the deep-water quay.",
                    ),
                    Said(1, 5, "Customs officers of both countries will inspect cargo together."),
                ),
                evidence=(
                    Said(
                        1,
                        6,
                        "Insurers had charged a war-risk premium of 1.4 per cent on every hull passing the strait since 2022.",
                    ),
                ),
                commentary=(
                    Said(3, 5, "Calling joint inspection “trust” is like calling a fence a handshake."),
                    Said(
                        3,
                        7,
                        "Sardova should be made to publish what its freighters carry before another one is let in.",
                    ),
                ),
                key_points=(2,),
            ),
            Part("Energy", key_points=(3,)),
            Part("Nuclear and missile programmes"),
        ],
        [COAST, REVIEW, COLUMN, CLIPPING, WIRE],
        **rest,
    )
