"""Words may go only where what is left says the same, and every part that is left is the source's."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefer.model import Span
from briefer.model.briefs import OMISSION
from briefer.text.trimming import add_cut, find_harm, find_parts, join_parts


def trim(text: str, *cuts: str, language: str = "en") -> tuple[str, str | None]:
    """What would be printed without `cuts`, and why it may not be."""
    shown = Span(0, len(text))
    spans: tuple[Span, ...] = ()
    for cut in cuts:
        start = text.index(cut)
        spans = add_cut(text, spans, Span(start, start + len(cut)))
    printed = join_parts(text, shown, find_parts(text, shown, spans))
    return printed, find_harm(text, shown, spans, language=language)


DEAL = "Ruritania signed an arms deal with Syldavia in the capital on Monday, despite protests."


@pytest.mark.parametrize(
    ("text", "cut", "left"),
    [
        (
            "On Monday, Ruritania signed an arms deal with Syldavia.",
            "On Monday,",
            "[…] Ruritania signed an arms deal with Syldavia.",
        ),
        (
            DEAL,
            "in the capital",
            "Ruritania signed an arms deal with Syldavia […] on Monday, despite protests.",
        ),
        (
            DEAL,
            "in the capital on Monday,",
            "Ruritania signed an arms deal with Syldavia […], despite protests.",
        ),
        (
            "Minister Vasko Hadi, a close ally of Syldavia, has bought about 300 tanks.",
            "a close ally of Syldavia,",
            "Minister Vasko Hadi, […] has bought about 300 tanks.",
        ),
        (
            "Borduria shelled the port of Zenda, killing 12 people.",
            ", killing 12 people.",
            "Borduria shelled the port of Zenda […]",
        ),
        (
            "Borduria shelled the port of Zenda (the largest in the north) for two days.",
            "(the largest in the north)",
            "Borduria shelled the port of Zenda […] for two days.",
        ),
        (
            "Ruritania paid for the jets. Syldavia sent them to Strelsau by sea.",
            "Ruritania paid for the jets.",
            "[…] Syldavia sent them to Strelsau by sea.",
        ),
    ],
)
def test_a_clause_or_a_phrase_of_time_or_place_may_go(text: str, cut: str, left: str) -> None:
    assert trim(text, cut) == (left, None)


@pytest.mark.parametrize(
    ("text", "cut", "reason"),
    [
        ("The army did not attack Zenda on Monday.", "not", "“not” is a negation"),
        ("The army won’t attack Zenda, for now.", "won’t attack", "“won't” is a negation"),
        ("Ruritania, which denied the sale, signed.", "which denied the sale,", "“denied” is a negation"),
        ("Zenda fell on Monday, without a fight.", ", without a fight", "“without” is a negation"),
        ("The army failed to take Zenda on Monday.", "failed to", "“failed” is a negation"),
        ("The army may attack Zenda on Monday.", "may", "“may” is a hedge"),
        ("Borduria, reportedly the buyer, paid in gold.", "reportedly the buyer,", "“reportedly” is a hedge"),
        ("Zenda fell on Monday, it appears.", ", it appears", "“appears” is a hedge"),
        ("Up to 40 tanks crossed the river Zenda.", "Up to", "“Up to” is a hedge"),
        ("Zenda fell on Monday, the ministry said.", ", the ministry said", "“said” is an attribution"),
        ("Zenda fell on Monday, rebels fear.", ", rebels fear", "“fear” is an attribution"),
        ("According to Syldavia, Zenda fell.", "According to Syldavia,", "“According to” is an attribution"),
        ("Ruritania will sell the jets, if paid.", ", if paid", "“if” is a condition"),
        ("Ruritania will sell, unless Borduria objects.", ", unless Borduria objects", "is a condition"),
        ("Zenda fell, but the army took it back.", ", but the army took it back", "“but” is a contrast"),
        ("Borduria has bought about 300 tanks.", "about", "a hedge on a number"),
        ("In 2013, about 300 tanks crossed the river.", "In 2013, about", "a hedge on a number"),
    ],
)
def test_no_word_goes_on_which_the_meaning_hangs(text: str, cut: str, reason: str) -> None:
    assert reason in (trim(text, cut)[1] or "")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ruritania and Borduria attacked Zenda in March.", "and Borduria"),
        ("Ruritania, Syldavia, and Borduria attacked Zenda.", "Syldavia,"),
        ("The allies are Ruritania, Syldavia, and Borduria.", ", and Borduria"),
        ("The guard in the palace shot the minister of Zenda.", "in the palace"),
        ("The minister of Zenda shot the guard in March.", "of Zenda"),
        ("The minister was shot by guards of Zenda in March.", "by guards of Zenda"),
        ("The minister of Zenda is in the capital on Monday.", "in the capital"),
        ("Ruritania lifted an embargo on arms sales to Zenda.", "on arms sales"),
        ("Ruritania lost 40 men in Zenda and 10 in Strelsau.", "in Zenda"),
        ("Ruritania did not attack the port of Zenda in March.", "in March"),
        ("Ruritania destroyed all tanks of Borduria in the north.", "in the north"),
        ("In March, Ruritania signed the treaty, after Zenda fell.", "Ruritania signed the treaty,"),
        ("Ruritania agreed to lift sanctions on Borduria.", "to lift"),
        ("Ruritania sold 40 tanks to Borduria.", "40"),
        ("Although Zenda fell, Ruritania signed the treaty.", ", Ruritania signed the treaty"),
        ("The minister, who fled, signed the treaty.", ", signed the treaty"),
        ("The treaty, which Zenda broke, has ended.", ", which Zenda broke, has ended"),
        ("On Monday, the minister of war, Vasko Hadi, signed.", "the minister of war,"),
        ("Vasko Hadi, chief of Zenda, signed the treaty.", "Vasko Hadi,"),
        ("Zenda exported wool, tin, and copper in March.", "tin, and copper"),
        ("Zenda was bombed, shelled and burned.", ", shelled and burned"),
        ("Zenda bought copper, tin, lead and wool.", "tin,"),
        ("Zenda has bought a cheap, fast jet from Klow.", "fast jet from Klow"),
        ("Klow sold fuel, carried by sea, to Zenda.", ", to Zenda"),
        ("The minister said one thing: Zenda fell.", "Zenda fell"),
        ("Police opened the case of a raid in Klow in Zenda.", "in Klow"),
        ("Police found a vessel in a grave that belonged to Hadi.", "in a grave"),
        ("Ruritania engaged in raids on Monday.", "in raids"),
        ("Police met in front of the gate on Sunday.", "in front of the gate on"),
        ("Klow fell in Zenda two months after Strelsau burned.", "in Zenda two months"),
        ("Klow attacked the port (red) and the town (white) in March.", "(red) and the town (white)"),
    ],
)
def test_who_did_what_to_whom_stays_as_it_was(text: str, cut: str) -> None:
    assert trim(text, cut)[1]


@pytest.mark.parametrize(
    ("text", "cut", "reason"),
    [
        (DEAL, "igned an arms", "it breaks the word “signed”"),
        (DEAL, ",", "no word is in it"),
        (DEAL, DEAL, "nothing would be left"),
        ("Zenda fell, said Hadi, “after a war, on Monday”.", ", on Monday”", "(quotation)"),
        ("In March, the government of Zenda fell.", "In March,", "cannot be read alone (fragment)"),
        ("Ruritania […] signed the treaty, after Zenda fell.", ", after Zenda fell", "of its own"),
        ("Zenda fell in March. On Monday, Strelsau fell.", "in March. On Monday,", "part of two sentences"),
    ],
)
def test_what_is_left_can_be_read(text: str, cut: str, reason: str) -> None:
    assert reason in (trim(text, cut)[1] or "")


def test_no_sentence_goes_that_the_next_one_leans_on() -> None:
    text = "Minister Vasko Hadi signed the treaty in March. He left for Zenda on Monday."
    assert "cannot be read alone" in (trim(text, "Minister Vasko Hadi signed the treaty in March.")[1] or "")


def test_nothing_goes_in_a_language_whose_negations_are_not_known() -> None:
    text = "Im März kaufte Ruritanien 40 Panzer, wie es hieß."
    assert "English only" in (trim(text, ", wie es hieß", language="de")[1] or "")


def test_cuts_with_no_word_between_them_are_one() -> None:
    assert trim(DEAL, "in the capital", "on Monday,")[0] == trim(DEAL, "in the capital on Monday,")[0]


@given(
    st.text(st.sampled_from("ab ,.“”\n"), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(1, 20)), max_size=4),
    st.integers(0, 5),
)
@example("a b", [(0, 3)], 0)
def test_what_is_left_is_parts_of_the_source_in_order(
    text: str, places: list[tuple[int, int]], start: int
) -> None:
    shown = Span(min(start, len(text) - 1), len(text))
    cuts: tuple[Span, ...] = ()
    for place, length in places:
        cuts = add_cut(text, cuts, Span(place, place + length))
    parts = find_parts(text, shown, cuts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert all(shown.start <= part.start and part.end <= shown.end for part in parts)
    assert not any(cut.start < part.end and part.start < cut.end for cut in cuts for part in parts)
    if parts:
        printed = join_parts(text, shown, parts)
        runs = [run.strip() for run in printed.split(OMISSION) if run.strip()]
        assert runs == [text[part.start : part.end] for part in parts] or parts == (shown,)


WORDS = DEAL.split()


@given(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS)))
def test_what_is_allowed_leaves_whole_words_in_order(first: int, count: int) -> None:
    cut = " ".join(WORDS[first : first + count])
    printed, harm = trim(DEAL, cut)
    if harm is None:
        left = iter(WORDS)
        words = printed.replace(OMISSION, " ").split()
        assert all(
            any(word.strip(",.") == other.strip(",.") for other in left) for word in words if word != ","
        )
