"""Each rule finds what it is for, and lets the near miss pass."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefer.changes import compare_briefs
from briefer.checks import RULES, check_brief, find_subject, get_rule
from briefer.errors import UnknownName
from briefer.model import Brief, Finding, Genre, PartialDate, Period, Severity, Span, Waiver
from tests.checks import making
from tests.checks.making import TEXTS, make_sound_brief, quoting, trimmed, with_section, with_source

BRIEF = make_sound_brief()
QUOTE = BRIEF.key_points[0].quote
POINT = BRIEF.key_points[0]
OPINION = BRIEF.sections[0].commentary[0]
PERIOD = Period(since=date(2030, 1, 1))
NINE_WORDS = "Nobody can watch a strait with binoculars all night."


def with_key_point(**changes: Any) -> Brief:
    return making.with_key_point(BRIEF, **changes)


def written(text: str) -> Brief:
    return replace(BRIEF, bottom_line=text)


def quoting_words(count: int) -> Brief:
    """The brief with one sentence of so many words in the place of its tender."""
    words = " ".join(["Tenders", *["fail"] * (count - 2), "often."])
    span = Span(0, len(words))
    tender = BRIEF.sections[0].evidence[0]
    citation = replace(tender.citation, article_id="long", span=span)
    long = replace(tender, text=words, parts=(span,), sentence=span, citation=citation)
    return with_section(with_source(BRIEF, citation.source, article_id="long"), 0, evidence=(long,))


SILENT = replace(BRIEF, key_points=(), sections=())

EXAMPLES = {  # by rule, a brief that it passes and one in which it finds something
    "uncited-sentence": (
        BRIEF,
        with_key_point(citation=replace(QUOTE.citation, paragraph=0)),
    ),
    "unlisted-source": (
        BRIEF,
        with_key_point(citation=replace(QUOTE.citation, source=9)),
    ),
    "edited-quote": (
        trimmed(BRIEF, ", worth $640 million,"),
        with_key_point(text=QUOTE.text.replace("signed", "tore up")),
    ),
    "strange-number": (
        trimmed(BRIEF, "in March 2031"),
        trimmed(BRIEF, "million"),
    ),
    "unreadable-opening": (
        replace(BRIEF, key_points=(replace(POINT, quote=quoting(BRIEF, making.AUTUMN)),)),
        replace(BRIEF, key_points=(replace(POINT, quote=quoting(BRIEF, making.PROTEST)),)),
    ),
    "repeated-sentence": (
        BRIEF,
        with_section(BRIEF, 0, evidence=(QUOTE,)),
    ),
    "unlabelled-single-source": (
        with_key_point(origins=2),
        with_key_point(origins=0),
    ),
    "lone-voice": (
        replace(BRIEF, key_points=(POINT, POINT)),
        replace(BRIEF, key_points=(POINT, POINT, POINT)),
    ),
    "unlabelled-opinion": (
        BRIEF,
        with_section(BRIEF, 0, commentary=(replace(OPINION, genre=None),)),
    ),
    "long-quotation": (
        quoting_words(400),
        quoting_words(401),
    ),
    "unnamed-source": (
        with_source(BRIEF, 1, outlet=None, authors=("Ilse Tamberg",)),
        with_source(BRIEF, 1, outlet=None),
    ),
    "undated-source": (
        with_source(BRIEF, 1, published=None),
        replace(with_source(BRIEF, 1, published=None), period=PERIOD),
    ),
    "missing-as-of": (
        BRIEF,
        replace(BRIEF, as_of=date.min),
    ),
    "later-source": (
        with_source(BRIEF, 1, published=PartialDate(2031)),
        with_source(BRIEF, 1, published=PartialDate(2031, 12)),
    ),
    "denied-quote": (
        BRIEF,
        with_section(BRIEF, 0, sentence_count=0),
    ),
    "assessment-without-evidence": (
        with_section(BRIEF, 0, assessment="Deliveries will slip."),
        with_section(BRIEF, 1, assessment="Prices will rise."),
    ),
    "mixed-confidence": (
        written("Deliveries will likely slip. We have high confidence in this judgement."),
        written("We judge with moderate-to-high confidence that deliveries will probably slip."),
    ),
    "likelihood-word": (
        written("Deliveries will very likely slip; Arvenia has the military might to wait."),
        written("Deliveries might slip."),
    ),
    "uncited-quotation": (
        written("The port awaits: “three radar stations before the autumn storms”."),
        written(f"As one officer said: “{NINE_WORDS}”"),
    ),
    "unsupported-amount": (
        written("The $640m contract of 2031 covers 11 stations for 30 years."),
        written("The $460 million contract will cost more."),
    ),
    "placeholder": (
        written("The to-do list is long."),
        written("Deliveries will slip by TBC months."),
    ),
    "unmarked-repeat": (
        replace(BRIEF, changes=compare_briefs(SILENT, BRIEF)),
        replace(BRIEF, changes=compare_briefs(BRIEF, BRIEF)),
    ),
    "later-brief-before": (
        replace(BRIEF, changes=compare_briefs(SILENT, BRIEF)),
        replace(BRIEF, changes=compare_briefs(replace(SILENT, as_of=date(2031, 11, 21)), BRIEF)),
    ),
    "long-handling": (
        replace(BRIEF, handling="RESTRICTED"),
        replace(BRIEF, handling="RESTRICTED " * 5),
    ),
}


def found(brief: Brief, *, likelihood: tuple[str, ...] | None = None) -> list[str]:
    if likelihood:
        return [finding.rule for finding in check_brief(brief, texts=TEXTS, likelihood=likelihood).findings]
    return [finding.rule for finding in check_brief(brief, texts=TEXTS).findings]


def test_every_rule_has_its_examples() -> None:
    assert sorted(EXAMPLES) == sorted(rule.id for rule in RULES)


def test_a_sound_brief_is_found_nothing_in_with_and_without_its_articles() -> None:
    assert check_brief(BRIEF, texts=TEXTS).findings == ()
    assert check_brief(BRIEF).findings == ()


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_passes_the_one_and_finds_the_other(rule: str) -> None:
    passing, failing = EXAMPLES[rule]
    assert rule not in found(passing)
    assert rule in found(failing)


@pytest.mark.parametrize("rule", [rule for rule in EXAMPLES if rule != "lone-voice"])
def test_what_breaks_one_rule_breaks_no_other(rule: str) -> None:
    _, failing = EXAMPLES[rule]
    assert set(found(failing)) == {rule}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_explains_itself_in_whole_sentences(rule: object) -> None:
    known = get_rule(getattr(rule, "id", ""))
    for text in (known.title, known.reason, known.way_out):
        assert text[0].isupper() or text[0] == "“"
        assert text.endswith(".")


def test_no_rule_is_made_up() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'edited-quote'"):
        get_rule("edited-qoute")


def test_findings_name_their_places_and_stand_gravest_first() -> None:
    brief = with_section(
        written("Deliveries might slip."), 1, assessment="It is likely, with high confidence."
    )
    brief = with_source(brief, 1, outlet=None)
    findings = check_brief(brief, texts=TEXTS).findings
    assert [(finding.severity, finding.where) for finding in findings] == [
        (Severity.ERROR, "section 2 (Energy), assessment, sentence 1"),
        (Severity.WARNING, "section 2 (Energy)"),
        (Severity.WARNING, "bottom line, sentence 1"),
        (Severity.NOTE, "source 1"),
    ]


def test_without_the_articles_a_quote_is_held_against_its_places() -> None:
    longer = with_key_point(text=QUOTE.text + " Gladly.")
    swapped = with_key_point(text=QUOTE.text.replace("signed", "denied"))
    assert [finding.rule for finding in check_brief(longer).findings] == ["edited-quote"]
    assert check_brief(swapped).findings == ()
    assert found(swapped) == ["edited-quote"]


@pytest.mark.parametrize("cut", [", worth $640 million,", "in March 2031.", "Arvenia"])
def test_a_trimmed_quote_is_no_edited_one(cut: str) -> None:
    for texts in ({}, TEXTS):
        rules = [finding.rule for finding in check_brief(trimmed(BRIEF, cut), texts=texts).findings]
        assert "edited-quote" not in rules


def test_words_of_the_annex_are_held_against_their_places_too() -> None:
    paragraph = BRIEF.annex[0]
    piece = paragraph.pieces[-1]
    for texts, words in ((TEXTS, piece.text[::-1]), ({}, piece.text + "!")):
        edited = replace(paragraph, pieces=(*paragraph.pieces[:-1], replace(piece, text=words)))
        (finding,) = check_brief(replace(BRIEF, annex=(edited, *BRIEF.annex[1:])), texts=texts).findings
        assert (finding.rule, finding.where) == ("edited-quote", "annex, source 1 ¶1")


def test_a_quote_that_hides_its_cut_is_an_edited_one() -> None:
    brief = trimmed(BRIEF, ", worth $640 million,")
    hidden = making.with_key_point(brief, text=brief.key_points[0].quote.text.replace("[…] ", ""))
    assert [finding.rule for finding in check_brief(hidden).findings] == ["edited-quote"]


def test_an_opinion_may_be_a_key_point_that_says_so() -> None:
    point = replace(POINT, quote=OPINION)
    assert found(with_section(replace(BRIEF, key_points=(point,)), 0, commentary=())) == []


def test_an_opinion_in_a_summary_is_found_whatever_its_label() -> None:
    assert OPINION.genre is Genre.OPINION
    assert found(with_section(BRIEF, 0, summary=(OPINION,), commentary=())) == ["unlabelled-opinion"]


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("Investor confidence will likely fall.", []),
        ("The government will probably lose the confidence vote.", []),
        ("We are confident that a strike is unlikely.", ["mixed-confidence"]),
        ("Low confidence: roughly even chance of a strike.", ["mixed-confidence"]),
        ("A strike is highly\nlikely.", ["likelihood-word"]),
        ("Perhaps it cannot be ruled out.", ["likelihood-word", "likelihood-word"]),
        ("The fleet showed its might.", []),
        ("A strike is unlikely, a truce almost certain.", []),
    ],
)
def test_likelihood_and_confidence_are_told_apart(sentence: str, rules: list[str]) -> None:
    assert found(written(sentence)) == rules


def test_the_words_for_likelihood_are_the_analysts_to_choose() -> None:
    house = ("Possibly", "a real  possibility")
    assert found(written("It is possibly so, and a real possibility."), likelihood=house) == []
    assert found(written("It is likely."), likelihood=house) == ["likelihood-word"]


def test_a_waived_rule_is_silent_and_the_brief_keeps_only_the_waivers_that_it_needed() -> None:
    waivers = (Waiver("likelihood-word", "the treaty's own term"), Waiver("placeholder", "never needed"))
    checked = check_brief(replace(written("Deliveries might slip."), waivers=waivers), texts=TEXTS)
    assert checked.findings == ()
    assert checked.brief.waivers == waivers[:1]


def test_only_an_error_refuses_a_brief_and_marks_it() -> None:
    for rule, (_, failing) in EXAMPLES.items():
        checked = check_brief(failing, texts=TEXTS)
        assert checked.is_refused == checked.brief.unchecked
        if get_rule(rule).severity is Severity.ERROR:
            assert checked.is_refused
    assert not check_brief(written("Deliveries might slip.")).is_refused


def test_a_waiver_needs_a_reason_and_a_rule() -> None:
    with pytest.raises(ValueError, match="no reason"):
        Waiver("placeholder", "  ")
    with pytest.raises(UnknownName):
        check_brief(replace(BRIEF, waivers=(Waiver("nothing", "because"),)))


def test_a_finding_leads_to_what_it_is_about() -> None:
    brief = with_section(make_sound_brief(), 0, assessment="It is fine. TODO: more.")
    brief = making.with_key_point(with_source(brief, 1, outlet=None, authors=()), text="Edited.")
    found = {finding.rule: find_subject(brief, finding) for finding in check_brief(brief).findings}
    assert found["edited-quote"] == brief.key_points[0].quote
    assert found["placeholder"] == brief.sections[0]
    assert found["unnamed-source"] == brief.sources[0]
    whole = Finding("missing-as-of", Severity.ERROR, "masthead", "", "")
    assert find_subject(brief, whole) is None
