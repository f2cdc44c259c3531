"""The words on the pages against the ledger's."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.ledger import make_ledger, parse_ledger
from briefer.model import Brief, Ledger, PageText
from briefer.model.verdicts import Run, VerdictKind
from briefer.rendering import open_printer
from briefer.rendering.page_text import read_html_blocks, read_markdown_blocks
from briefer.rendering.printed import read_printed
from briefer.text.hygiene import clean_text
from briefer.text.likeness import key_of
from briefer.verification.blanks import match_blanked
from briefer.verification.pages import OnPage, match_pages
from tests.rendering.making import HOSTILE, TEMPLATE, load_brief, make_brief, make_hostile_brief


def make_ledger_of(*quotes: tuple[str, str]) -> Ledger:
    sources = [{"title": "On ships"}] * 9
    return make_ledger(
        make_brief(
            {
                "title": "A brief",
                "source": sources,
                "section": [{"title": "Ships", "found": [len(quotes), 1], "evidence": list(quotes)}],
            }
        )
    )


def kinds(on_page: OnPage) -> list[VerdictKind]:
    return [judgement.kind for judgement in on_page.judgements.values()]


def read_back(brief: Brief, form: str) -> OnPage:
    with open_printer(form, TEMPLATE) as print_brief:
        content = print_brief(brief)
    read = read_printed(content, form)
    if form in READ_BLOCKS:
        ledger = make_ledger(brief, page=READ_BLOCKS[form](content.decode()))
    else:
        ledger = parse_ledger(read.ledger or b"")
    return match_pages(ledger, read.runs)


READ_BLOCKS = {"html": read_html_blocks, "md": read_markdown_blocks}


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
@pytest.mark.parametrize("name", ["small", "analyst", "scripts"])
def test_a_brief_is_read_back_as_it_was_made(name: str, form: str) -> None:
    on_page = read_back(load_brief(name), form)
    assert not any(kind.is_failure for kind in kinds(on_page))
    assert on_page.unlisted == ()


STRANGE = "\U0010f123"  # a letter that no font has


def test_letters_that_no_font_has_are_marked_counted_and_the_rest_is_proved() -> None:
    strange = [
        ("1 ¶2", f"Ships{STRANGE}{STRANGE} sank."),
        ("2 ¶1", "Nobody knew why."),
        ("2 ¶3", f"{STRANGE}Why?"),
    ]
    section = {"title": "Ships", "found": [3, 2], "evidence": strange}
    sources = [{"title": f"On {STRANGE} ships"}, {"title": "Why"}]
    brief = make_brief({"title": f"A{STRANGE} brief", "source": sources, "section": [section]})
    with open_printer("pdf", TEMPLATE) as print_brief:
        printed = read_printed(print_brief(brief), "pdf")
    assert printed.ledger
    ledger = parse_ledger(printed.ledger)
    assert ledger.unprintable == STRANGE
    assert [entry.words for entry in ledger.entries] == [words for _, words in strange]
    on_page = match_blanked(ledger, printed.runs)
    assert kinds(on_page) == [VerdictKind.NORMALISED, VerdictKind.EXACT, VerdictKind.NORMALISED]
    assert on_page.unlisted == ()
    shown = "".join(run.text for run in printed.runs)
    assert "Ships□□ sank." in shown
    limit = "Letters that no font of this machine has stand as □: 2 of source 1 and 1 of source 2."
    assert limit in " ".join(shown.split())
    edited = [replace(run, text=run.text.replace("knew", "know")) for run in printed.runs]
    assert VerdictKind.EDITED in kinds(match_blanked(ledger, edited))


@pytest.mark.parametrize("form", ["html", "md", "json"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_source_breaks_the_reading(text: str, form: str) -> None:
    on_page = read_back(make_hostile_brief(text), form)
    assert set(kinds(on_page)) == {VerdictKind.EXACT}
    assert on_page.unlisted == ()


LETTERS = st.text("abäß—-–“”‘’\"'…[](){}*_\\<>&#|~`$@^¶0123456789 .,:;!?", min_size=1, max_size=30)
QUOTES = st.lists(
    st.tuples(st.sampled_from(["1 ¶2", "1 ¶3", "2 ¶2"]), LETTERS.map(lambda text: clean_text(f"W{text}w."))),
    min_size=1,
    max_size=5,
    unique_by=lambda quote: key_of(quote[1]),
)


@settings(deadline=None)  # the first page of a form compiles its template
@given(QUOTES, st.sampled_from(["html", "md", "json"]))
def test_any_quotation_is_found_with_its_citation(quotes: list[tuple[str, str]], form: str) -> None:
    section = {"title": "Ships", "found": [len(quotes), 1], "summary": quotes[:2], "evidence": quotes[2:]}
    brief = make_brief({"title": "A brief", "source": [{}, {}], "section": [section]})
    on_page = read_back(brief, form)
    assert set(kinds(on_page)) == {VerdictKind.EXACT}
    assert on_page.unlisted == ()


def test_a_number_at_the_end_of_a_line_is_not_the_start_of_the_next() -> None:
    labels = ("¶7 section 1", "2 On ships and rivers, undated", "12 On ships and rivers, undated")
    ledger = replace(
        make_ledger_of(("1 ¶2", "Ships sank.")), page=tuple(PageText(None, False, label) for label in labels)
    )
    runs = [
        Run("Ships sank. ", True, 1),
        Run("[1 ¶2]\r\n¶7 section 1\r\n2 On ships and rivers, undated\r\n", False, 1),
        Run("12 On ships and rivers, undated", False, 1),
    ]
    assert match_pages(ledger, runs).others == ()


def test_a_sentence_that_ends_another_is_told_from_it() -> None:
    ledger = make_ledger_of(("1 ¶2", "Ships sank."), ("1 ¶2", "Two ships sailed. Ships sank."))
    runs = [
        Run("Two ships sailed. Ships sank. ", True, 1),
        Run("[1 ¶2]", False, 1),
        Run("Ships sank. ", True, 1),
        Run("[1 ¶2]", False, 1),
    ]
    on_page = match_pages(ledger, runs)
    assert set(kinds(on_page)) == {VerdictKind.EXACT}
    assert on_page.unlisted == ()


def test_a_quotation_goes_on_over_a_page_whose_blocks_are_out_of_order() -> None:
    ledger = make_ledger_of(("1 ¶2", "The ships that were long-awaited sailed."), ("2 ¶1", "It rained."))
    runs = [
        Run("The ships that were long-\r\n", True, 1),
        Run("It rained.", True, 1),
        Run(" [2 ¶1] page 2 of 9", False, 1),
        Run("On ships\r\npage 3 of 9", False, 2),
        Run("awaited sailed.", True, 2),
        Run(" [1 ¶2]", False, 2),
    ]
    on_page = match_pages(ledger, runs)
    assert on_page.judgements["q1"].kind is VerdictKind.EXACT
    assert (on_page.pages["q1"], on_page.unlisted) == (1, ())


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("The air-strike hit “Camp One”.", VerdictKind.EXACT),
        ("The air-\r\nstrike hit\r\n“Camp One”.", VerdictKind.EXACT),
        ("The air\x02strike hit “Camp One”.", VerdictKind.EXACT),
        ("The airstrike hit “Camp One”.", VerdictKind.NORMALISED),
        ("The air-strike hit 'Camp One'.".replace("'", '"'), VerdictKind.NORMALISED),
        ("The air-strike hit “Camp Two”.", VerdictKind.EDITED),
        ("The air-strike hit “camp One”.", VerdictKind.EDITED),
        ("Something quite different.", VerdictKind.EDITED),
    ],
)
def test_what_a_page_may_change_is_told_from_what_an_editor_does(shown: str, kind: VerdictKind) -> None:
    ledger = make_ledger_of(("1 ¶2", "The air-strike hit “Camp One”."))
    on_page = match_pages(ledger, [Run(shown, True, 1), Run(" [1 ¶2]", False, 1)])
    assert kinds(on_page) == [kind]


def test_words_in_a_ligature_are_the_same_words() -> None:
    ledger = make_ledger_of(("1 ¶2", "The office was flooded."))
    on_page = match_pages(ledger, [Run("The oﬃce was ﬂooded.", True, 1), Run("[1 ¶2]", False, 1)])
    assert kinds(on_page) == [VerdictKind.NORMALISED]


def test_an_analyst_may_cite() -> None:
    brief = load_brief("small", bottom_line="The port matters most, as the minister said [1 ¶2].")
    assert read_back(brief, "pdf").unlisted == ()


def test_titles_of_sources_are_no_quotations_but_once_each() -> None:
    ledger = make_ledger_of(("1 ¶2", "It rained."))
    cited = [Run("It rained.", True, 1), Run("[1 ¶2]", False, 1)]
    titles = [Run("On ships", True, 2), Run(" 2015 ", False, 2)] * len(ledger.sources)
    assert match_pages(ledger, [*cited, *titles]).unlisted == ()
    (stray,) = match_pages(ledger, [*cited, *titles, Run("On ships", True, 3)]).unlisted
    assert (stray.words, stray.page) == ("On ships", 3)


def test_a_word_changed_in_a_script_from_right_to_left_is_edited() -> None:
    brief = load_brief("scripts")
    (quote, *_) = (quote for quote in brief.quotes() if "ميناء" in quote.text)
    edited = quote.text.replace("ميناء", "مدينة", 1)
    section = replace(
        brief.sections[0],
        summary=tuple(
            replace(known, text=edited) if known == quote else known for known in brief.sections[0].summary
        ),
    )
    points = tuple(
        replace(point, quote=replace(quote, text=edited)) if point.quote == quote else point
        for point in brief.key_points
    )
    page = replace(brief, key_points=points, sections=(section, *brief.sections[1:]))
    with open_printer("pdf", TEMPLATE) as print_brief:
        on_page = match_pages(make_ledger(brief), read_printed(print_brief(page), "pdf").runs)
    failures = [entry for entry, judgement in on_page.judgements.items() if judgement.kind.is_failure]
    assert failures == [f"q{quote.number}"]


def test_what_a_browser_hides_is_not_on_the_page() -> None:
    ledger = make_ledger_of(("1 ¶2", "It rained."))
    true = "<blockquote{}><p>It rained. [1 ¶2]</p></blockquote>"
    for hiding in (" hidden", ' style="display: none"', ' style="color: red; visibility:hidden"'):
        page = true.format(hiding) + "<blockquote><p>It snowed. [1 ¶2]</p></blockquote>"
        on_page = match_pages(ledger, read_printed(page.encode(), "html").runs)
        assert kinds(on_page) == [VerdictKind.EDITED]
    assert kinds(match_pages(ledger, read_printed(true.format("").encode(), "html").runs)) == [
        VerdictKind.EXACT
    ]
