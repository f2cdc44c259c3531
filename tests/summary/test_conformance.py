"""What every summariser promises, held against each of them."""

import os
import subprocess
import sys
import warnings
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.errors import UnknownName
from briefer.summary import Candidate, get_summariser, summariser_names
from briefer.text.similarity import says_the_same
from briefer.text.words import count_words
from tests.summary.making import NEWS, candidate_lists, make_candidates

every_summariser = pytest.mark.parametrize("name", summariser_names())


@every_summariser
@settings(max_examples=60, deadline=None)
@given(candidates=candidate_lists(), words=st.integers(0, 80), language=st.sampled_from(["en", "ru", "xx"]))
def test_choices_are_positions_within_the_budget_that_do_not_repeat_each_other(
    name: str, candidates: list[Candidate], words: int, language: str
) -> None:
    chosen = get_summariser(name).choose(candidates, words=words, language=language)
    texts = [candidates[position].text for position in chosen]
    assert len(set(chosen)) == len(chosen)
    assert all(0 <= position < len(candidates) for position in chosen)
    assert sum(map(count_words, texts)) <= words
    assert not any(says_the_same(a, b) for a, b in combinations(texts, 2))
    assert chosen == get_summariser(name).choose(candidates, words=words, language=language)


@every_summariser
def test_something_is_chosen_where_something_fits(name: str) -> None:
    for candidates in (NEWS, make_candidates(("Oil.",)), make_candidates(("nothing ends here",))):
        assert get_summariser(name).choose(candidates, words=60)


@every_summariser
def test_without_candidates_or_room_nothing_is_chosen(name: str) -> None:
    summariser = get_summariser(name)
    assert summariser.choose([], words=100) == ()
    assert summariser.choose(NEWS, words=0) == ()
    assert summariser.choose(NEWS[:1], words=count_words(NEWS[0].text) - 1) == ()
    assert summariser.choose(NEWS[:1], words=count_words(NEWS[0].text)) == (0,)


@every_summariser
def test_a_sentence_of_two_articles_is_chosen_once(name: str) -> None:
    chosen = get_summariser(name).choose(NEWS, words=1000)
    texts = [NEWS[position].text for position in chosen]
    assert len(texts) == len(set(texts))


@every_summariser
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ru", ("Парламент принял закон о выборах.", "Министр заявил о поставках газа в Турцию в марте.")),
        (
            "ar",
            ("وقع الوزير عقدا لشراء الطائرات يوم الاثنين.", "بدأت المحادثات في جنيف بعد وقف إطلاق النار."),
        ),
        ("zh", ("国防部周一签署了购买飞机的合同。", "会谈在日内瓦开始。")),
        ("el", ("Το κοινοβούλιο ψήφισε τον νόμο για τις εκλογές.", "Οι συνομιλίες αρχίζουν στη Γενεύη.")),
        ("de", ("Das Parlament verabschiedete das Gesetz am Mittwoch.", "Die Gespräche beginnen in Genf.")),
    ],
)
def test_other_languages_and_scripts_are_summarised(
    name: str, language: str, sentences: tuple[str, ...]
) -> None:
    candidates = make_candidates(sentences)
    assert sorted(get_summariser(name).choose(candidates, words=50, language=language)) == [0, 1]


@every_summariser
def test_nothing_is_warned_of(name: str) -> None:
    degenerate = make_candidates(
        ("Oil.",) * 3, ("...", "!", "a", "a b", "A b", "1", "\ud800 x"), ("the the the",)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        get_summariser(name).choose(degenerate, words=20)


def test_the_choice_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "from briefer.summary import get_summariser, summariser_names\n"
        "from tests.summary.making import NEWS\n"
        "for name in summariser_names():\n"
        "    print(name, get_summariser(name).choose(NEWS, words=60))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert all(name in printed.pop() for name in ["coverage"])


def test_our_own_summarisers_need_none_of_the_heavy_packages() -> None:
    script = (
        "import sys\n"
        "from briefer.summary import get_summariser\n"
        "from tests.summary.making import NEWS\n"
        "assert get_summariser('coverage').choose(NEWS, words=60)\n"
        "assert get_summariser('lead').choose(NEWS, words=60)\n"
        "print({'numpy', 'nltk', 'sumy.utils'} & {*sys.modules})\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("relevance", [-0.1, float("nan"), float("inf")])
def test_relevance_is_a_number_from_zero_up(relevance: float) -> None:
    with pytest.raises(ValueError, match="relevance"):
        Candidate("Oil.", 0, 0, relevance)


def test_all_methods_have_their_names_and_a_wrong_one_gets_a_hint() -> None:
    assert summariser_names()[0] == "coverage"
    assert {*summariser_names()} == {
        *("coverage", "coverage-exact", "lead", "lexrank", "textrank", "lsa", "luhn"),
        *("edmundson", "sum-basic", "kl", "reduction", "random"),
    }
    assert all(get_summariser(name).name == name for name in summariser_names())
    with pytest.raises(UnknownName, match="'lexrank'"):
        get_summariser("lex-rank")
