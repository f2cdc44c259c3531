"""`briefer brief --draft`: what an analyst shaped, printed without a terminal."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer.model import BriefSpec, Draft, Mark
from briefer.workspace import Workspace
from tests.cli.conftest import Run

THEMES = ("arms-sales", "airstrikes", "energy")


@pytest.fixture
def draft_file(seeds: Path, tmp_path: Path) -> Path:
    """A draft beside copies of the seeds, with a sentence pinned, one dropped and texts of the analyst."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in seeds.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    workspace = Workspace()
    draft = workspace.drafts.new([folder], BriefSpec(THEMES, date(2026, 11, 20), handling="RESTRICTED"))
    for place, mark in ((3, Mark.PINNED), (1, Mark.DROPPED)):
        draft = mark_sentence(workspace, draft, place, mark)
    draft = replace(draft, bottom_line="We judge.").assess("energy", "Oil matters.")
    workspace.drafts.save(draft, folder / "a.briefer.toml")
    return folder / "a.briefer.toml"


def mark_sentence(workspace: Workspace, draft: Draft, place: int, mark: Mark) -> Draft:
    """The draft with a mark on one sentence on arms sales that can be read alone."""
    articles = workspace.read(draft.paths).articles
    survey = workspace.survey(articles, draft.spec)
    found = [one for one in survey.evidence["arms-sales"] if one.excerpt.dependence is None][place]
    article = next(one for one in articles if one.id == found.excerpt.sentence.article_id)
    return draft.decide(replace(draft.choice_for(found, article), mark=mark))


def print_json(run: Run, *arguments: object) -> Any:
    outcome = run("brief", *arguments, "-f", "json", "-o", "-")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_the_brief_follows_the_draft(run: Run, draft_file: Path) -> None:
    brief = print_json(run, "--draft", draft_file)
    pinned, dropped = Workspace().drafts.load(draft_file).choices
    assert brief["key_points"][0]["quote"]["text"] == pinned.words
    assert dropped.words not in json.dumps(brief["sections"], ensure_ascii=False)
    assert (brief["handling"], brief["bottom_line"]) == ("RESTRICTED", "We judge.")
    assert [section["assessment"] for section in brief["sections"]] == ["", "", "Oil matters."]
    assert brief["as_of"] == "2026-11-20"


def test_a_reworded_sentence_is_the_analysts_with_the_source_below(run: Run, draft_file: Path) -> None:
    draft = Workspace().drafts.load(draft_file)
    pinned, dropped = draft.choices
    for choice in (
        replace(pinned, rewording="Moscow offers arms.\n\nFor sale."),
        replace(dropped, mark=None, rewording="So it says."),
    ):
        draft = draft.decide(choice)
    Workspace().drafts.save(draft, draft_file)
    assert Workspace().drafts.load(draft_file).choices == draft.choices
    brief = print_json(run, "--draft", draft_file)
    point = brief["key_points"][0]["quote"]
    assert (point["text"], point["rewording"]) == (pinned.words, "Moscow offers arms.\n\nFor sale.")
    arms = brief["sections"][0]
    assert {"So it says."} == {quote["rewording"] for quote in (*arms["evidence"], *arms["commentary"])} - {
        ""
    }
    written = [(text["entry"], text["text"]) for text in brief["ledger"]["analyst"]]
    assert written[:2] == [(None, "We judge."), ("q1", "Moscow offers arms.\n\nFor sale.")]
    assert sum(text == "So it says." for _, text in written) == 1


def test_the_same_draft_gives_the_same_bytes_and_is_no_article(
    run: Run, draft_file: Path, tmp_path: Path
) -> None:
    for form in ("pdf", "html", "md", "json"):
        pages = []
        for name in ("one", "two"):
            output = tmp_path / f"{name}.{form}"
            outcome = run("brief", "--draft", draft_file, "-o", output)
            assert (outcome.code, "skipped" in outcome.err) == (0, False)
            pages.append(output.read_bytes())
        assert pages[0] == pages[1]


def test_a_survey_of_everything_prints_what_the_command_prints(
    run: Run, draft_file: Path, tmp_path: Path
) -> None:
    workspace = Workspace()
    draft = workspace.drafts.load(draft_file)
    reading = workspace.read(draft.paths)
    survey = workspace.survey(reading.articles, replace(draft.spec, themes=workspace.themes.installed.names))
    with workspace.press.open_printer("json", draft.spec.template) as print_brief:
        content = print_brief(workspace.draft(reading, survey, draft))
    output = tmp_path / "brief.json"
    assert run("brief", "--draft", draft_file, "-o", output).code == 0
    assert output.read_bytes() == content


def test_an_empty_draft_gives_what_no_draft_gives(run: Run, seeds: Path, tmp_path: Path) -> None:
    workspace = Workspace()
    path = tmp_path / "a.briefer.toml"
    workspace.drafts.save(workspace.drafts.new([seeds], BriefSpec(THEMES, date(2026, 11, 20))), path)
    options = [part for theme in THEMES for part in ("-t", theme)]
    assert print_json(run, "--draft", path) == print_json(run, seeds, *options, "--as-of", "2026-11-20")


def test_what_is_typed_wins_over_the_draft(
    run: Run, draft_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_BRIEF_HANDLING", "PUBLIC")
    typed = print_json(
        run, "--draft", draft_file, "-t", "energy", "--title", "Typed", "--as-of", "2027-01-01"
    )
    assert [section["theme"] for section in typed["sections"]] == ["energy"]
    assert (typed["title"], typed["as_of"], typed["handling"]) == ("Typed", "2027-01-01", "RESTRICTED")


def test_paths_that_are_typed_take_the_place_of_the_drafts(
    run: Run, draft_file: Path, tmp_path: Path
) -> None:
    one = next(path for path in sorted(draft_file.parent.iterdir()) if path.suffix == ".txt")
    outcome = run("brief", "--draft", draft_file, one, "-f", "json", "-o", "-")
    assert len(json.loads(outcome.out)["sources"]) == 1


def test_a_choice_that_cannot_be_followed_is_told_and_stays_in_the_file(run: Run, draft_file: Path) -> None:
    before = draft_file.read_bytes()
    article = Workspace().drafts.load(draft_file).choices[0].place.article_id
    for path in draft_file.parent.glob("*.txt"):
        if any(one.id == article for one in Workspace().read([path]).articles):
            path.write_text(path.read_text("utf-8") + "\nOne more line.\n", encoding="utf-8")
    outcome = run("brief", "--draft", draft_file, "-q", "-f", "json", "-o", "-")
    assert outcome.code == 3
    told = [line for line in outcome.err.splitlines() if line.startswith("not as in the draft: “")]
    assert told
    assert all(line.endswith("its file has changed or is not there any more") for line in told)
    assert draft_file.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (None, 1, "no such file"),
        ("[brief\n", 1, "not valid TOML"),
        ('format = "briefer.draft/1"\n[brief]\nas_of = 2026-11-20\n', 1, "no inputs are named"),
        (
            'format = "briefer.draft/1"\npaths = ["nowhere"]\n[brief]\nas_of = 2026-11-20\n',
            1,
            "it does not exist",
        ),
        (
            'format = "briefer.draft/1"\npaths = ["."]\n[brief]\nas_of = 2026-11-20\nthemes = ["enrgy"]\n',
            2,
            "Did you mean 'energy'?",
        ),
        (
            'format = "briefer.draft/1"\npaths = ["."]\n[brief]\nas_of = 2026-11-20\nsummarizer = "lead"\n',
            1,
            "Did you mean 'summariser'?",
        ),
    ],
)
def test_what_is_wrong_with_a_draft_is_said_in_one_line(
    run: Run, tmp_path: Path, content: str | None, code: int, message: str
) -> None:
    path = tmp_path / "a.briefer.toml"
    if content is not None:
        path.write_text(content)
    outcome = run("brief", "--draft", path, "-o", tmp_path / "brief.pdf")
    assert outcome.code == code
    assert message in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "brief.pdf").exists()


def test_neither_inputs_nor_a_draft_is_wrong_usage(run: Run) -> None:
    outcome = run("brief")
    assert outcome.code == 2
    assert "name files or folders, or a --draft" in outcome.err


def test_the_brief_goes_where_the_draft_says_unless_another_place_is_typed(
    run: Run, draft_file: Path, tmp_path: Path
) -> None:
    workspace = Workspace()
    said, typed = tmp_path / "said.md", tmp_path / "typed.md"
    workspace.drafts.save(replace(workspace.drafts.load(draft_file), output=said), draft_file)
    assert run("brief", "--draft", draft_file, "-o", typed).code == 0
    assert (typed.exists(), said.exists()) == (True, False)
    assert run("brief", "--draft", draft_file).code == 0
    assert said.read_bytes() == typed.read_bytes()
