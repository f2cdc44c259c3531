"""Passages: a sentence and its neighbours in the paragraph."""

from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from tests.making import make_article


def test_a_passage_has_the_neighbours_of_its_sentence() -> None:
    article = make_article("Oil fell. Gold rose. Tin held.")
    sentences = split_sentences(article)
    passages = split_passages(sentences)
    assert [passage.sentence for passage in passages] == list(sentences)
    assert [(passage.before, passage.after) for passage in passages] == [
        (None, sentences[1]),
        (sentences[0], sentences[2]),
        (sentences[1], None),
    ]


def test_neighbours_never_come_from_another_paragraph() -> None:
    passages = split_passages(split_sentences(make_article("Oil fell.", "Gold rose.", "Tin held.")))
    assert [(passage.before, passage.after) for passage in passages] == [(None, None)] * 3


def test_an_article_without_sentences_has_no_passages() -> None:
    assert split_passages(()) == ()
