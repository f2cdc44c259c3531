"""A brief that breaks no rule, and ways to change it. All that it tells is invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from briefer.composition import SectionPlan, compose_brief
from briefer.model import (
    Basis,
    Brief,
    BriefSpec,
    Curation,
    Draft,
    Found,
    Genre,
    Lexicon,
    Method,
    Quote,
    QuoteKind,
    Section,
    Source,
    Span,
    Term,
    Theme,
)
from briefer.text.trimming import find_parts, join_parts
from tests.making import make_article, make_evidence

ARMS = Theme("arms-sales", "Arms sales", "Weapons between states", Lexicon((Term("arms", 2),)))
ENERGY = Theme("energy", "Energy", "Oil and gas", Lexicon((Term("oil", 2),)))
CONTRACT = "Arvenia signed a contract for eleven radar stations, worth $640 million, in March 2031."
AUTUMN = "Port Caddis expects three radar stations before the autumn storms."
PROTEST = "He protested on the same day."
TENDER = "Sardova lost two earlier tenders of Arvenia without an award."
FRIEND = "A radar station is a poor friend to Arvenia in winter."
HERALD = make_article(
    f"{CONTRACT} {PROTEST}",
    AUTUMN,
    name="herald.txt",
    outlet="Northern Coast Herald",
    published="2031-03-14",
    genre=Found(Genre.REPORTING, Basis.SIDECAR),
)
REVIEW = make_article(TENDER, name="review.txt", outlet="Review of Strait Affairs", published="2031-02")
POST = make_article(
    FRIEND,
    name="post.txt",
    outlet="Meridian Post",
    published="2030-11-02",
    genre=Found(Genre.OPINION, Basis.SIDECAR),
)
TEXTS = {article.id: article.text for article in (HERALD, REVIEW, POST)}


def make_sound_brief(**changes: Any) -> Brief:
    """One key point, a section with a quote of each sort, and a section of which nothing was found."""
    contract, autumn = make_evidence(HERALD, CONTRACT), make_evidence(HERALD, AUTUMN)
    tender, friend = make_evidence(REVIEW, TENDER), make_evidence(POST, FRIEND)
    brief = compose_brief(
        Draft(BriefSpec(("arms-sales", "energy"), date(2031, 11, 20))),
        [HERALD, REVIEW, POST],
        key_points=[contract],
        sections=[
            SectionPlan(
                ARMS,
                (contract, autumn, tender, friend),
                summary=(autumn,),
                evidence=(tender,),
                commentary=(friend,),
            ),
            SectionPlan(ENERGY, (), summary=(), evidence=(), commentary=()),
        ],
        cuts={},
        method=Method(3, 0, 0, 0, 3, 0, 7, 20, "coverage", "policy-brief", "0.1.0", Curation()),
    )
    return replace(brief, **changes)


def with_key_point(brief: Brief, *, origins: int = 1, **changes: Any) -> Brief:
    """The brief with its first key point changed: fields of its quote by their names."""
    point = brief.key_points[0]
    changed = replace(point, quote=replace(point.quote, **changes), origins=origins)
    return replace(brief, key_points=(changed, *brief.key_points[1:]))


def with_section(brief: Brief, place: int, **changes: Any) -> Brief:
    """The brief with one of its sections changed."""
    sections: list[Section] = list(brief.sections)
    sections[place] = replace(sections[place], **changes)
    return replace(brief, sections=tuple(sections))


def with_source(brief: Brief, number: int, **changes: Any) -> Brief:
    """The brief with an entry of its list of sources changed."""
    sources: list[Source] = list(brief.sources)
    sources[number - 1] = replace(sources[number - 1], **changes)
    return replace(brief, sources=tuple(sources))


def trimmed(brief: Brief, cut: str) -> Brief:
    """The brief with `cut` left out of its first key point, as an analyst would trim it."""
    quote = brief.key_points[0].quote
    start = HERALD.text.index(cut)
    parts = find_parts(HERALD.text, quote.citation.span, [Span(start, start + len(cut))])
    text = join_parts(HERALD.text, quote.citation.span, parts)
    return with_key_point(brief, text=text, kind=QuoteKind.TRIMMED, parts=parts)


def quoting(brief: Brief, words: str) -> Quote:
    """The quote of the first key point, of other words of the same article."""
    quote = brief.key_points[0].quote
    start = HERALD.text.index(words)
    span = Span(start, start + len(words))
    return replace(quote, text=words, citation=replace(quote.citation, span=span), parts=(span,))
