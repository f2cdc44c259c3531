"""How often the shipped lexicons are right about sentences that a person labelled.

Each line of `sentences/*.txt` is the themes that the sentence speaks to, a bar and the sentence. A theme
with a question mark may be found or missed without blame; a line with "-" speaks to nothing, and most of
those use words of a lexicon in another sense. All were written for this test. Those in `in_view*.txt`
were looked at while the lexicons were written. The others were written, and first measured, before any
lexicon was changed on account of a sentence: `held_out.txt` is terse and avoids the obvious words,
`held_out_wire.txt` is written as news agencies write, `held_out_desk.txt` as think-tanks and agencies do,
ten sentences to a theme. At that first measurement precision and recall were .74 and .44 (terse), .74 and
.84 (wire) and .73 and .55 (desk). `held_out_after.txt`, as terse as the first, was written and measured
once the lexicons had been broadened on account of the desk's: .69 and .41, where those before them had
.68 and .38. That pair says most of how they do on words that nobody thought of. `held_out_disasters.txt`
was written by another hand, for a theme that came later and of which labels were added to the other files;
.54 of its sentences were found at first. `in_view_news.txt` and `held_out_news.txt` are the odd and the even
lines of one list of general news, 26 sentences to a theme and sixty near misses, written in one go by a
third hand that had seen no lexicon but that on elections. On both .56 was found at first, with a precision of
.72 and .67; once the lexicons had been broadened on account of the first half only, the second gave .73 at
.72. `held_out_news_after.txt`, terse and four sentences to a theme, was written then: .26 at .60, where the
lexicons before gave .24 at .58. Whoever wrote the lexicons wrote most of the sentences, so what the lexicons
reach today says that they have not become worse, and not how they do on another's texts.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from briefer.analysis.matching import Matcher, build_matcher
from briefer.analysis.scoring import score_passages, speaks_to
from briefer.model import Passage, Sentence, Span
from briefer.themes import load_themes
from tests.making import make_article

FOLDER = Path(__file__).parent / "sentences"


class Labelled(NamedTuple):
    text: str
    required: frozenset[str]
    tolerated: frozenset[str]


class Judgement(NamedTuple):
    right: int
    wrong: int
    missed: int
    strays: int  # sentences that speak to nothing, in which something was found

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def iter_labelled(name: str) -> Iterator[Labelled]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        labels, _, text = line.partition(" | ")
        themes = [label for label in labels.split() if label != "-"]
        required = frozenset(theme for theme in themes if not theme.endswith("?"))
        tolerated = frozenset(theme.removesuffix("?") for theme in themes) - required
        yield Labelled(text, required, tolerated)


@cache
def every_matcher() -> Matcher:
    return build_matcher(load_themes(None).themes)


def find_themes(text: str) -> frozenset[str]:
    article = make_article(text)
    passage = Passage(Sentence(article.id, 0, 1, Span(0, len(text))), before=None, after=None)
    scores = score_passages(article, [passage], every_matcher())
    return frozenset(score.theme for score in scores if speaks_to(score))


def judge(name: str) -> Judgement:
    right = wrong = missed = strays = 0
    for labelled in iter_labelled(name):
        found = find_themes(labelled.text)
        right += len(found & labelled.required)
        wrong += len(found - labelled.required - labelled.tolerated)
        missed += len(labelled.required - found)
        strays += bool(found) and not labelled.required | labelled.tolerated
    return Judgement(right, wrong, missed, strays)


@pytest.mark.parametrize(
    ("name", "precision", "recall", "strays"),
    [
        ("in_view.txt", 0.90, 0.92, 0),
        ("held_out.txt", 0.83, 0.78, 4),
        ("held_out_wire.txt", 0.76, 0.94, 0),
        ("held_out_desk.txt", 0.80, 0.94, 4),
        ("held_out_after.txt", 0.78, 0.68, 1),
        ("held_out_disasters.txt", 0.73, 0.67, 0),
        ("in_view_news.txt", 0.81, 0.94, 2),
        ("held_out_news.txt", 0.73, 0.81, 2),
        ("held_out_news_after.txt", 0.66, 0.35, 1),
    ],
)
def test_the_lexicons_are_as_right_as_they_were(
    name: str, precision: float, recall: float, strays: int
) -> None:
    judgement = judge(name)
    assert judgement.precision >= precision, judgement
    assert judgement.recall >= recall, judgement
    assert judgement.strays <= strays, judgement


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("in_view.txt", "10530c56da0db297"),
        ("held_out.txt", "a3cfae414a22ead0"),
        ("held_out_wire.txt", "db2eca38e42ce0fb"),
        ("held_out_desk.txt", "abcb68f1e3839843"),
        ("held_out_after.txt", "169b0603fcb0f88c"),
        ("held_out_disasters.txt", "f3f1a39908e6e094"),
        ("in_view_news.txt", "987a6a3b0279d57b"),
        ("held_out_news.txt", "c43e38f945b40a05"),
        ("held_out_news_after.txt", "5436cb21162acc5b"),
    ],
)
def test_the_sentences_and_their_labels_stay_as_they_were_written(name: str, digest: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:16] == digest


def test_labels_name_shipped_themes_and_every_theme_has_sentences_held_out() -> None:
    shipped = set(load_themes(None).names)
    files = [file.name for file in FOLDER.glob("held_out*.txt")]
    held_out = [labelled for name in files for labelled in iter_labelled(name)]
    used = {
        theme
        for labelled in [*held_out, *iter_labelled("in_view.txt"), *iter_labelled("in_view_news.txt")]
        for theme in labelled.required
    }
    assert used <= shipped
    for theme in shipped:
        assert sum(theme in labelled.required for labelled in held_out) >= 15, theme
