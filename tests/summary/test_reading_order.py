"""How chosen sentences are put in order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefer.model import PartialDate
from briefer.summary import Candidate, order_for_reading
from tests.summary.making import candidate_lists, make_candidates


def at(when: str, *candidates: Candidate) -> list[Candidate]:
    return [replace(candidate, when=PartialDate.from_iso(when)) for candidate in candidates]


def test_sentences_of_an_article_stay_as_their_author_had_them() -> None:
    candidates = make_candidates(("First.", "Second.", "Third."))
    assert order_for_reading(candidates, (2, 0, 1)) == (0, 1, 2)
    assert order_for_reading(candidates[::-1], (0, 2, 1)) == (2, 1, 0)


def test_what_happened_first_is_told_first() -> None:
    first, second, third = make_candidates(("Klow fell.",), ("Klow was rebuilt.",), ("Klow is a ruin.",))
    candidates = [*at("2015-10-07", first), *at("2013", second), *at("2014-05", third)]
    assert order_for_reading(candidates, (0, 1, 2)) == (1, 2, 0)


def test_what_is_of_no_known_date_comes_last() -> None:
    undated, dated = make_candidates(("Klow fell.",), ("Zenda fell.",))
    assert order_for_reading([undated, *at("2015", dated)], (0, 1)) == (1, 0)


def test_one_story_goes_on_with_what_shares_most_with_the_sentence_before() -> None:
    candidates = make_candidates(
        ("Rebels shelled the port of Zenda.", "The weather in Klow was fair."),
        ("Something else was on the agenda of parliament.", "Shells fell on the port of Zenda all day."),
        ("The port of Zenda stood empty.",),
    )
    assert order_for_reading(candidates, (0, 1, 4)) == (0, 4, 1)


def test_articles_of_one_fortnight_are_one_story_and_later_ones_another() -> None:
    candidates = make_candidates(("Zenda fell.",), ("Klow sent grain.",), ("Zenda fell again.",))
    days = ["2015-10-01", "2015-10-07", "2015-12-01"]
    dated = [found for day, candidate in zip(days, candidates, strict=True) for found in at(day, candidate)]
    assert order_for_reading(dated, (0, 1, 2)) == (0, 1, 2)


@given(st.data(), candidate_lists())
def test_no_sentence_is_lost_or_added_and_chance_has_no_part(
    data: st.DataObject, candidates: list[Candidate]
) -> None:
    dates = st.sampled_from([None, PartialDate(2013), PartialDate(2015, 10, 7), PartialDate(2015, 10)])
    dated = [replace(candidate, when=data.draw(dates)) for candidate in candidates]
    positions = data.draw(st.permutations(range(len(dated))))
    ordered = order_for_reading(dated, positions)
    assert sorted(ordered) == list(range(len(dated)))
    assert ordered == order_for_reading(dated, sorted(positions))
