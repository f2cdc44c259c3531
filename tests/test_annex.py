"""The evidence annex: every cited paragraph, with what is quoted marked in it."""

from datetime import date

from briefer.checks import check_brief
from briefer.composition import SectionPlan, compose_brief
from briefer.ledger import make_ledger
from briefer.model import Article, Brief, BriefSpec, Curation, Draft, EntryKind, Evidence, Method, Part, Span
from briefer.text.trimming import join_parts
from tests.checks.making import ARMS
from tests.making import make_article, make_evidence

LONG = make_article(
    "Arvenia waits. Sardova protested at once. The ship sailed north. Nobody knew why. It came back.",
    "Nobody quotes this paragraph.",
    "A contract was signed in May, after long talks, with Sardova.",
    name="long.txt",
)
SHORT = make_article("Radar sees far. It is cold.", name="short.txt")
METHOD = Method(2, 0, 0, 0, 2, 2, 7, 20, "coverage", "policy-brief", "0.1.0", Curation())


def compose(*quoted: tuple[Article, str], annex_words: int = 400, cut: str = "") -> Brief:
    found = [make_evidence(article, words) for article, words in quoted]
    cuts: dict[Evidence, tuple[Span, ...]] = {}
    if cut:
        start = LONG.text.index(cut)
        cuts = {found[0]: (Span(start, start + len(cut)),)}
    return compose_brief(
        Draft(BriefSpec(("arms-sales",), date(2031, 11, 20), annex_words=annex_words)),
        [LONG, SHORT],
        key_points=found[:1],
        sections=[SectionPlan(ARMS, tuple(found), summary=(), evidence=tuple(found[1:]), commentary=())],
        cuts=cuts,
        method=METHOD,
    )


def drawn(brief: Brief) -> list[str]:
    """The paragraphs of the annex, with the number of its quote behind what is quoted."""
    return [
        "".join(f"<{piece.text}>{piece.quote}" if piece.quote else piece.text for piece in paragraph.pieces)
        for paragraph in brief.annex
    ]


def test_every_cited_paragraph_stands_once_by_source_and_paragraph_with_its_quotes_marked() -> None:
    brief = compose(
        (SHORT, "Radar sees far."),
        (LONG, "A contract was signed in May, after long talks, with Sardova."),
        (LONG, "Nobody knew why."),
        (LONG, "Arvenia waits."),
    )
    assert [paragraph.id for paragraph in brief.annex] == ["a1-1", "a2-1", "a2-3"]
    assert drawn(brief) == [
        "<Radar sees far.>1 It is cold.",
        "<Arvenia waits.>4 Sardova protested at once. The ship sailed north. <Nobody knew why.>3 "
        "It came back.",
        "<A contract was signed in May, after long talks, with Sardova.>2",
    ]
    assert brief.annex[1].quotes == (4, 3)


def test_a_trimmed_quote_shows_in_the_annex_what_was_left_out() -> None:
    brief = compose(
        (LONG, "A contract was signed in May, after long talks, with Sardova."), cut=", after long talks"
    )
    assert drawn(brief) == ["<A contract was signed in May>1, after long talks<, with Sardova.>1"]


def test_words_beyond_those_allowed_of_a_source_are_left_out_with_a_mark() -> None:
    brief = compose((LONG, "The ship sailed north."), (LONG, "It came back."), annex_words=4)
    assert drawn(brief) == ["[…] Sardova protested at once. <The ship sailed north.>1 […] <It came back.>2"]
    brief = compose((LONG, "Arvenia waits."), annex_words=1)
    assert drawn(brief) == ["<Arvenia waits.>1 […]"]


def test_the_words_allowed_are_shared_among_the_paragraphs_of_a_source() -> None:
    other = make_article("Radar sees far. It is cold.", "Ships wait. They rust.", name="other.txt")
    found = [make_evidence(other, words) for words in ("Radar sees far.", "Ships wait.")]
    brief = compose_brief(
        Draft(BriefSpec(("arms-sales",), date(2031, 11, 20), annex_words=4)),
        [other],
        key_points=found,
        sections=[SectionPlan(ARMS, tuple(found), summary=(), evidence=(), commentary=())],
        cuts={},
        method=METHOD,
    )
    assert drawn(brief) == ["<Radar sees far.>1 […]", "<Ships wait.>2 They rust."]


def test_no_words_allowed_is_no_annex() -> None:
    assert compose((LONG, "Arvenia waits."), annex_words=0).annex == ()


def test_the_ledger_has_each_paragraph_of_the_annex_as_context() -> None:
    brief = compose((LONG, "The ship sailed north."), (LONG, "It came back."), annex_words=4)
    *quoted, entry = make_ledger(brief).entries
    assert {entry.kind for entry in quoted} == {EntryKind.VERBATIM}
    assert (entry.id, entry.part, entry.kind, entry.theme) == ("a1-1", Part.ANNEX, EntryKind.CONTEXT, None)
    assert join_parts(LONG.text, entry.span, entry.spans) == entry.words
    assert LONG.words(entry.sentence) == "The ship sailed north."


def test_a_brief_with_an_annex_passes_the_checks_on_its_quotes() -> None:
    brief = compose((LONG, "The ship sailed north."), (LONG, "It came back."), annex_words=4)
    texts = {article.id: article.text for article in (LONG, SHORT)}
    assert "edited-quote" not in {finding.rule for finding in check_brief(brief, texts=texts).findings}
