"""Our default where people work with sumy."""

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from briefer.summary import get_summariser
from briefer.summary.for_sumy import CoverageSummarizer
from tests.summary.making import make_candidates

TEXTS = (
    "The ferry company of Norland will stop all night crossings to the islands from May.",
    "Islanders say that without night crossings the hospital on the mainland is out of reach.",
    "Islanders say that without night crossings the hospital on the mainland is out of reach.",
    "The ferry company says that night crossings to the islands lose two million crowns a year.",
)
DOCUMENT = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer=None) for text in TEXTS])])


@pytest.mark.parametrize(("asked", "given"), [(0, 0), (1, 1), (2, 2), ("50%", 1), (10, 3)])
def test_it_gives_what_sumy_asks_for_without_repeats(asked: int | str, given: int) -> None:
    chosen = [str(sentence) for sentence in CoverageSummarizer()(DOCUMENT, asked)]
    assert len(chosen) == len(set(chosen)) == given
    assert chosen == sorted(chosen, key=TEXTS.index)


def test_it_picks_what_our_summariser_picks() -> None:
    first, *_ = get_summariser("coverage").choose(make_candidates(TEXTS), words=1000)
    assert [str(sentence) for sentence in CoverageSummarizer()(DOCUMENT, 1)] == [TEXTS[first]]


def test_a_document_without_sentences_has_no_summary() -> None:
    assert CoverageSummarizer()(ObjectDocumentModel([]), 3) == ()
