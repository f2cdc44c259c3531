"""Questions and answers, of which no answer is quoted as if the article said so. All of it is invented."""

import pytest

from briefer.text.excerpts import find_excerpt
from briefer.text.interviews import find_interview
from briefer.text.openings import Dependence
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from tests.making import make_article

INTRODUCTION = "Anton Vesc is the deputy foreign minister of Borduria and leads its delegation in Zenda."
TALK = (
    "Mr Vesc, will Borduria come to Zenda?",
    "Borduria will come with nine pages of instructions. The army holds eleven per cent of Syldavia.",
    "What do they say?",
    "Prisoners and the nuclear plant at Klow stand on the first page.",
    "Can the envoy do what her predecessor could not?",
    "The envoy asked eleven questions. “Borduria will sign the treaty,” Vesc told the Zenda Post in spring.",
)
COLUMN = (
    "Borduria has asked for peace in Zenda again.",
    "Who would believe it?",
    "Its army holds eleven per cent of Syldavia.",
    "It has done so for two years, and no envoy of any country has changed that.",
    "The delegation left Strelsau on Monday with nine pages of instructions.",
    "Syldavia's own delegation has none.",
    "Is that a sign of confidence?",
    "The market in Zenda thinks so.",
    "Prices there fell by a tenth on Friday.",
    "They had risen since the truce.",
)


EXPLAINER = (
    "What is in the treaty?",
    "The treaty gives Klow back to Syldavia. It also sets a price for gas.",
    "Borduria keeps its base at Zenda until 2034.",
    "Why does it matter?",
    "The war has cost both countries a third of their exports, the bank says.",
    "What happens next?",
    "Parliament in Strelsau votes on Friday. Syldavia has until May.",
)
QUOTING_EXPLAINER = (*EXPLAINER[:3], "“No one asked us,” an envoy says.", *EXPLAINER[3:])


def test_an_interview_begins_at_its_first_question() -> None:
    text = "\n\n".join((INTRODUCTION, *TALK))
    start = find_interview(text)
    assert start is not None
    assert text[start:].startswith(TALK[0])


@pytest.mark.parametrize(
    "paragraphs", [(), COLUMN, EXPLAINER, QUOTING_EXPLAINER, TALK[:4], ("Why?", "How?", "When?", "Where to?")]
)
def test_what_only_asks_is_no_interview(paragraphs: tuple[str, ...]) -> None:
    assert find_interview("\n\n".join((INTRODUCTION, *paragraphs))) is None


def test_an_answer_is_quoted_only_where_it_names_who_speaks() -> None:
    article = make_article(INTRODUCTION, *TALK)
    excerpts = [find_excerpt(article, passage) for passage in split_passages(split_sentences(article))]
    printable = [article.words(one.span) for one in excerpts if one.dependence is None]
    assert printable == [
        INTRODUCTION,
        "“Borduria will sign the treaty,” Vesc told the Zenda Post in spring.",
    ]
    answers = [one for one in excerpts if article.words(one.span) in TALK[3]]
    assert [one.dependence for one in answers] == [Dependence.SPEAKER]


def test_outside_an_interview_who_said_it_is_supplied() -> None:
    article = make_article(
        "Anton Vesc, the deputy foreign minister of Borduria, told the Zenda Post that he was content.",
        "“Borduria will sign the treaty on the nuclear plant at Klow in spring,” he said.",
    )
    *_, last = split_passages(split_sentences(article))
    excerpt = find_excerpt(article, last)
    assert excerpt.dependence is None
    assert [repair.words for repair in excerpt.repairs] == [
        "Anton Vesc, the deputy foreign minister of Borduria"
    ]
