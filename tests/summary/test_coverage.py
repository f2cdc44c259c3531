"""What our own summariser covers, and why."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.summary import Candidate, get_summariser
from briefer.summary.coverage import (
    EARLY,
    EARLY_REACH,
    LENGTH_POWER,
    LONE_WEIGHT,
    STEM_WEIGHT,
    THEME_BASE,
    THEME_POWER,
    CoverageSummariser,
    is_well_formed,
    pick_sentences,
    rate_sentences,
    read_sentences,
    weigh_concepts,
)
from briefer.text.similarity import says_the_same
from tests.growth import grows_in_step
from tests.summary.making import NEWS, candidate_lists, make_candidates


def test_concepts_are_content_stems_and_pairs_that_are_not_both_stop_words() -> None:
    (sentence,), shares = read_sentences(make_candidates(("The ministers of the port met ministers.",)), "en")
    # Stems: the minist of the port met minist. Pairs: the-minist, minist-of, the-port, port-met, met-minist.
    assert sentence.content == ("minist", "port", "met", "minist")
    assert len(sentence.concepts) == 3 + 5
    assert sorted(shares) == [STEM_WEIGHT] * 3 + [1.0] * 5


def test_a_concept_of_two_articles_outweighs_one_that_an_article_repeats() -> None:
    candidates = make_candidates(
        ("Grain left the port.", "Drones left the sky.", "Drones crossed the sky."), ("Grain fed the city.",)
    )
    sentences, shares = read_sentences(candidates, "en")
    weights = weigh_concepts(sentences, [1.0] * 4, shares)
    grain, drone = sentences[0].concepts[0], sentences[1].concepts[0]
    assert weights[grain] == pytest.approx(2 * STEM_WEIGHT)
    assert weights[drone] == pytest.approx(LONE_WEIGHT * STEM_WEIGHT)


def test_reprints_do_not_vote() -> None:
    original = ("Grain left the port at dawn.",)
    sentences, shares = read_sentences(make_candidates(original, original, ("Drones came.",)), "en")
    weights = weigh_concepts(sentences, [1.0] * 3, shares)
    assert weights[sentences[0].concepts[0]] == weights[sentences[2].concepts[0]]


def test_place_centrality_and_theme_each_raise_the_rating() -> None:
    def rate(*candidates: Candidate) -> tuple[float, ...]:
        return rate_sentences(read_sentences(candidates, "en")[0])

    first, later = rate(Candidate("Grain left.", 0, 0), Candidate("Grain left.", 0, 9))
    assert first > later
    central, _, odd = rate(*(Candidate(text, 0, 5) for text in ("Grain left.", "Grain left late.", "Fog.")))
    assert central > odd
    on_theme, off_theme = rate(Candidate("Grain.", 0, 5, 3.0), Candidate("Grain.", 0, 5, 0.0))
    assert on_theme > off_theme > 0


def test_the_summary_holds_what_all_articles_say_before_what_one_says() -> None:
    best, *_ = get_summariser("coverage").choose(NEWS, words=30)
    assert NEWS[best].text.startswith(("Norland will buy", "The defence ministry of Norland signed"))


def test_the_theme_steers_the_summary() -> None:
    towards_cost = [
        Candidate(c.text, c.article, c.position, 5.0 if "cost" in c.text or "price" in c.text else 0.2)
        for c in NEWS
    ]
    best, *_ = get_summariser("coverage").choose(towards_cost, words=30)
    assert "price" in NEWS[best].text or "cost" in NEWS[best].text


def test_fragments_and_questions_stand_back_but_are_better_than_nothing() -> None:
    whole = "The harbour of Norland reopened to grain ships on Sunday."
    fragments = (
        "Read more about grain",
        "Will grain ships return to the harbour of Norland?",
        "and grain ships",
    )
    candidates = make_candidates((*fragments, whole))
    assert get_summariser("coverage").choose(candidates, words=100) == (3,)
    assert get_summariser("coverage").choose(candidates[:3], words=100)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port of Varna reopened on Sunday.", True),
        ("“The port of Varna will reopen,” he said.", True),
        ("He said: “The port will reopen.”", True),
        ("港口星期日重新开放。", True),
        ("the port of Varna reopened on Sunday.", False),
        ("The port of Varna", False),
        ("Did the port of Varna reopen on Sunday?", False),
        ("", False),
        ("   ", False),
    ],
)
def test_well_formed_texts_are_whole_statements(text: str, expected: bool) -> None:
    assert is_well_formed(text) == expected


@settings(deadline=None)
@given(candidate_lists(), st.integers(1, 60))
def test_looking_again_only_at_what_comes_up_picks_what_comparing_all_picks(
    candidates: list[Candidate], words: int
) -> None:
    sentences, shares = read_sentences(candidates, "en")
    weights = weigh_concepts(sentences, rate_sentences(sentences), shares)
    texts = [candidate.text for candidate in candidates]
    everyone = range(len(texts))

    covered: set[int] = set()
    expected: list[int] = []

    most_relevant = max((candidate.relevance for candidate in candidates), default=0.0) or 1.0

    def gain(at: int) -> float:
        theme_factor = THEME_BASE + candidates[at].relevance / most_relevant
        worth = math.pow(theme_factor, THEME_POWER) / math.pow(max(1, sentences[at].length), LENGTH_POWER)
        worth *= 1 + EARLY * math.exp(-candidates[at].position / EARLY_REACH)
        concepts = sentences[at].concepts
        return worth * sum([weights[concept] for concept in concepts if concept not in covered])

    while True:
        left = words - sum(sentences[at].length for at in expected)
        free = [
            at
            for at in everyone
            if at not in expected
            and 0 < sentences[at].length <= left
            and not any(says_the_same(texts[at], texts[other]) for other in expected)
        ]
        if not free or (expected and max(map(gain, free)) == 0):
            break
        expected.append(max(free, key=lambda at: (gain(at), -at)))
        covered.update(sentences[expected[-1]].concepts)
    assert pick_sentences(texts, sentences, weights, among=everyone, words=words) == tuple(expected)


def test_of_two_that_say_as_much_the_one_nearer_the_opening_is_quoted() -> None:
    late, early = (Candidate("Iraq bought forty tanks from Russia.", 0, position) for position in (30, 1))
    for candidates in ([late, early], [early, late]):
        (picked,) = CoverageSummariser().choose(candidates, words=6)
        assert candidates[picked] is early


def test_cost_grows_in_step_with_the_sentences() -> None:
    def summarise(count: int) -> None:
        candidates = [
            Candidate(
                f"In town {n % 997} the {n % 89} mills of owner {n * 7} ground grain {n}.", n // 40, n % 40
            )
            for n in range(count)
        ]
        get_summariser("coverage").choose(candidates, words=400)

    assert grows_in_step(summarise, (400, 4000))


@settings(max_examples=60)
@given(candidate_lists(), st.integers(0, 80), st.sampled_from(["en", "ru", "xx"]))
def test_what_sentences_newly_brought_adds_up_to_what_the_summary_covers(
    candidates: list[Candidate], words: int, language: str
) -> None:
    coverage = CoverageSummariser()
    chosen = coverage.choose(candidates, words=words, language=language)
    explained = coverage.explain(candidates, chosen, language=language)
    sentences, shares = read_sentences(candidates, language)
    weights = weigh_concepts(sentences, rate_sentences(sentences), shares)
    held = {concept for at in chosen for concept in sentences[at].concepts}
    brought = [gain.weight for gains in explained for gain in gains]
    assert len(explained) == len(chosen)
    assert len(brought) == len(held)
    assert math.fsum(brought) == pytest.approx(math.fsum(weights[concept] for concept in held))


def test_a_concept_is_named_in_the_words_of_the_sentence_and_once() -> None:
    candidates = make_candidates(("Rebels shelled ports.", "The rebels left."))
    first, second = CoverageSummariser().explain(candidates, (0, 1))
    assert {gain.concept for gain in first} == {
        *("Rebels", "shelled", "ports", "Rebels shelled", "shelled ports"),
    }
    assert {gain.concept for gain in second} == {"left", "The rebels", "rebels left"}
    assert [gain.weight for gain in first] == sorted((gain.weight for gain in first), reverse=True)
