"""What the library gives the pipe is what a folder would."""

import json
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.analysis.matching import build_matcher
from briefer.library.opening import Library, open_library
from briefer.library.reading import load_reading
from briefer.model import Article, BriefSpec, Draft, Lexicon, Period, Term, Theme
from briefer.model.library import Filter, Query
from briefer.text.sentences import split_sentences
from briefer.themes import load_themes
from briefer.workspace import Workspace
from tests.library.making import NOW, kept, path_in, save

THEMES = load_themes(Path("none")).themes
PHRASES = [term.phrase for theme in THEMES for term in theme.lexicon.terms]
FILLER = [
    "The harbour was quiet, and nobody came.", "Rain fell on U.S. farms all day!", "“We wait,” she said.",
    "Цены выросли на 4.2%.", "It rose 3,000-fold.", "A choir sang; then it left…",
]  # fmt: skip


def mentions(article: Article, theme: Theme) -> bool:
    matcher = build_matcher([theme])
    texts = [article.words(sentence.span) for sentence in split_sentences(article)]
    if article.title:
        texts.append(article.title.value)
    return any(matcher.find_mentions(text) for text in texts)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Sentences in which terms of real themes stand, in other case and with other marks between."""
    parts = draw(st.lists(st.sampled_from(PHRASES) | st.sampled_from(FILLER), min_size=1, max_size=6))
    joints = st.sampled_from([" ", ". ", ", ", "-", " – ", "! The ", "’s "])
    words = "".join(part + draw(joints) for part in parts)
    return "Then " + draw(st.sampled_from([words, words.upper(), words.replace("-", "")])).strip() + "."


@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(paragraphs(), min_size=1, max_size=5, unique=True),
    theme=st.sampled_from(THEMES),
    title=paragraphs(),
)
def test_no_article_in_which_a_term_stands_is_passed_over(
    texts: Sequence[str], theme: Theme, title: str
) -> None:
    articles = [kept(text, name=f"{at}.txt") for at, text in enumerate(texts)]
    articles.append(kept("The harbour was quiet.", name="titled.txt", title=title))
    with TemporaryDirectory() as folder, open_library(path_in(Path(folder))) as library:
        save(library, *articles)
        reading = load_reading(library, Query(), narrowed_to=[theme])
    loaded = {article.path for article in reading.articles}
    loaded |= {duplicate.path for duplicate in reading.duplicates}
    assert {article.path for article, _ in articles if mentions(article, theme)} <= loaded


def write_corpus(folder: Path, seeds: Path, *, on_theme: bool) -> None:
    """Articles recombined from the seeds, some dated, one a reprint; with others that say nothing, or not."""
    draw = random.Random(5)  # noqa: S311 - a fixed shuffle, not a secret
    lines = [
        line
        for seed in sorted(seeds.glob("*.txt"))
        for line in seed.read_text("utf-8").splitlines()
        if len(line) > 200 and "ISIS" in line
    ]
    for number in range(12):
        date_line = f"Published: {number + 1} March 2026\n\n" if number % 3 else ""
        body = "\n\n".join(draw.sample(lines, 6))
        (folder / f"{number:02}.txt").write_text(f"Report {number}\n\n{date_line}{body}\n", encoding="utf-8")
    reprint = (folder / "03.txt").read_text("utf-8") + "\n\nAll rights reserved.\n"
    (folder / "13-reprint.txt").write_text(reprint, encoding="utf-8")
    if not on_theme:
        for number in range(3):
            text = (
                f"The choir of town {number} sang in the old church on Sunday evening before a full house.\n"
            )
            (folder / f"2{number}-choir.txt").write_text(f"Choir {number}\n\n{text}", encoding="utf-8")


def make_brief(workspace: Workspace, draft: Draft, form: str) -> bytes:
    reading = workspace.read_inputs(draft)
    survey = workspace.survey(reading.articles, draft.spec)
    with workspace.press.open_printer(form, draft.spec.template) as print_brief:
        return print_brief(workspace.draft(reading, survey, draft))


SPECS = [
    BriefSpec(("airstrikes", "counter-terrorism"), date(2026, 11, 20)),
    BriefSpec((), date(2026, 11, 20), words=450),
    BriefSpec(
        ("airstrikes",), date(2026, 11, 20), Period(date(2026, 3, 2), date(2026, 3, 9)), keep_undated=True
    ),
]


@pytest.mark.parametrize("spec", SPECS)
def test_the_brief_from_the_library_is_the_brief_from_the_folder(
    tmp_path: Path, seeds: Path, spec: BriefSpec
) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    write_corpus(folder, seeds, on_theme=True)
    workspace = Workspace(tmp_path / "home")
    workspace.library.add([folder], now=NOW)
    for form in ("html", "json"):
        from_folder = make_brief(workspace, Draft(spec, (folder,)), form)
        assert make_brief(workspace, Draft(spec, library=""), form) == from_folder


def test_articles_without_a_word_of_a_theme_are_counted_as_in_a_folder(tmp_path: Path, seeds: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    write_corpus(folder, seeds, on_theme=False)
    workspace = Workspace(tmp_path / "home")
    workspace.library.add([folder], now=NOW)
    spec = SPECS[0]
    here, there = (
        json.loads(make_brief(workspace, draft, "json"))
        for draft in (Draft(spec, (folder,)), Draft(spec, library=""))
    )
    assert workspace.read_inputs(Draft(spec, library="")).unloaded.articles == 3
    assert there["method"] == here["method"]
    assert there["sections"] == here["sections"]
    assert there["key_points"] == here["key_points"]
    cited = len([source for source in here["sources"] if source in there["sources"]])
    assert there["sources"] == here["sources"][:cited]


def test_a_query_a_period_and_edits_narrow_what_is_read(library: Library) -> None:
    save(
        library,
        kept("Drones flew over the harbour.", name="a.txt", published="2026-03-02", outlet="Valley Times"),
        kept("Drones flew over the hills.", name="b.txt", published="2026-04-02", outlet="Valley Times"),
        kept("Nothing flew over the town at all.", name="c.txt"),
    )
    march = Filter(period=Period(until=date(2026, 3, 31)))
    reading = load_reading(library, Query(wanted=march))
    assert [article.path.name for article in reading.articles] == ["a.txt"]
    assert reading.unloaded.outside_period == 2
    theme = Theme("drones", "", "", Lexicon((Term("drone", 1.0),)))
    reading = load_reading(library, Query(), narrowed_to=[theme])
    assert [article.path.name for article in reading.articles] == ["a.txt", "b.txt"]
    assert (reading.unloaded.articles, reading.unloaded.undated, reading.unloaded.sentences) == (1, 1, 1)
    assert reading.files_found == 3


def test_articles_that_came_by_one_path_are_told_apart(library: Library) -> None:
    first, second = kept("Drones flew over the harbour.", name="a.txt"), kept("A choir sang.", name="a.txt")
    save(library, first, second)
    reading = load_reading(library, Query())
    assert {article.path for article in reading.articles} == {
        Path(first[0].id) / "a.txt",
        Path(second[0].id) / "a.txt",
    }
