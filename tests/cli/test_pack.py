"""`briefer pack` and `briefer replay`, as a user meets them."""

import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.model import BriefSpec, Mark
from briefer.model.edits import toggle_mark
from briefer.workspace import Workspace
from tests.cli.conftest import Run

THEMES = ("--theme", "arms-sales", "--theme", "energy", "--as-of", "2026-11-20", "-q")


@pytest.fixture
def brief(run: Run, seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    assert run("brief", seeds, *THEMES, "-o", path).code == 0
    return path


@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_a_brief_of_every_form_is_made_again_byte_for_byte(
    run: Run, seeds: Path, tmp_path: Path, form: str
) -> None:
    path, again = tmp_path / f"brief.{form}", tmp_path / f"again.{form}"
    run("brief", seeds, *THEMES, "-o", path)
    assert run("pack", path, "--with-sources", seeds).code == 0
    outcome = run("replay", tmp_path / "brief.zip", "-o", again)
    assert (outcome.code, outcome.out, outcome.err) == (0, "The same, byte for byte.\n", "")
    assert again.read_bytes() == path.read_bytes()


def test_what_the_analyst_decided_and_wrote_comes_out_of_the_brief_alone(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    workspace = Workspace(tmp_path / "home")
    reading = workspace.read([seeds])
    day = date(2026, 11, 20)
    spec = BriefSpec(themes=("arms-sales", "energy"), as_of=day, title="My title", annex_words=0)
    survey = workspace.survey(reading.articles, spec)
    articles = {article.id: article for article in reading.articles}
    draft = workspace.drafts.new([seeds], spec)
    strongest = survey.evidence["arms-sales"]
    for found, mark in zip(strongest[:6], [Mark.DROPPED, Mark.PINNED, Mark.KEPT] * 2, strict=False):
        choice = draft.choice_for(found, articles[found.excerpt.sentence.article_id])
        draft = toggle_mark(draft, choice, mark)
    other = strongest[7]
    choice = draft.choice_for(other, articles[other.excerpt.sentence.article_id])
    draft = draft.decide(replace(choice, rewording="Iraq looks to Moscow, as we read it."))
    draft = draft.assess("energy", "We judge that little is known.\n\nThat may change.")
    workspace.drafts.save(draft, tmp_path / "weekly.briefer.toml")
    path = tmp_path / "brief.pdf"
    assert run("brief", "--draft", tmp_path / "weekly.briefer.toml", "-q", "-o", path).code == 0
    (tmp_path / "weekly.briefer.toml").unlink()
    assert run("verify", path, "--sources", seeds).code == 0
    assert run("pack", path, "--with-sources", seeds).code == 0
    assert run("replay", tmp_path / "brief.zip").code == 0
    dropped = [choice.words for choice in draft.choices if choice.mark is Mark.DROPPED]
    with zipfile.ZipFile(tmp_path / "brief.zip") as packed:
        kept = packed.read("draft.briefer.toml").decode() + packed.read("ledger.json").decode()
    assert dropped
    assert not any(words in kept for words in dropped)


@pytest.mark.parametrize("form", ["pdf", "md", "json"])
def test_a_brief_that_tells_what_is_new_is_packed_with_the_one_before(
    run: Run, seeds: Path, tmp_path: Path, form: str
) -> None:
    one, *_ = sorted(seeds.glob("*.txt"))
    alone = Path(shutil.copy(one, tmp_path))
    earlier = ("-t", "arms-sales", "--as-of", "2026-11-13", "-q")
    last, path = tmp_path / f"last.{form}", tmp_path / "brief.md"
    assert run("brief", alone, *earlier, "-o", last).code == 0
    assert run("brief", seeds, *THEMES, "--previous", last, "-o", path).code == 0
    outcome = run("pack", path)
    assert outcome.code == 1
    assert "new since the brief of 2026-11-13, which must be given too" in outcome.err
    outcome = run("pack", path, "--previous", path)
    assert (outcome.code, "tells what is new since another brief" in outcome.err) == (1, True)
    assert run("pack", path, "--previous", last, "--with-sources", seeds).code == 0
    last.unlink()
    assert run("replay", tmp_path / "brief.zip").out == "The same, byte for byte.\n"


def test_editions_are_made_again(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    folder = tmp_path / "in"
    folder.mkdir()
    first, *others = sorted(seeds.glob("*.txt"))
    shutil.copy(first, folder)
    asked = ("--theme", "arms-sales", "--every", "day", "--since", "all", "--output-folder", tmp_path / "out")
    assert run("report", "new", "daily", folder, *asked, "--format", "md").code == 0
    assert run("report", "run", "daily", "--date", "2026-11-20").code == 0
    for other in others:
        shutil.copy(other, folder)
    assert run("report", "run", "daily", "--date", "2026-11-21").code == 0
    last, path = tmp_path / "last.json", tmp_path / "brief.md"
    assert run("edition", "render", "daily", "1", "-o", last).code == 0
    assert run("edition", "render", "daily", "2", "-o", path).code == 0
    assert run("pack", path, "--previous", last, "--with-sources", folder).code == 0
    assert run("replay", tmp_path / "brief.zip").out == "The same, byte for byte.\n"


def test_a_theme_and_a_template_of_ones_own_go_with_it(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("BRIEFER_HOME", str(home))
    (home / "themes").mkdir(parents=True)
    theme = 'name = "jets"\ntitle = "Jets"\ndescription = "Jets"\n[terms]\n"F-16" = 3\n"aircraft" = 2\n'
    (home / "themes" / "mine.toml").write_text(theme, encoding="utf-8")
    shutil.copytree(Path(__file__).parents[2] / "templates" / "policy-brief", home / "templates" / "house")
    path = tmp_path / "brief.html"
    assert run("brief", seeds, "-t", "jets", "--template", "house", "-q", "-o", path).code == 0
    assert run("pack", path, "--with-sources", seeds).code == 0
    shutil.rmtree(home)
    assert run("replay", tmp_path / "brief.zip").code == 0


def test_without_sources_their_folder_is_asked_for(
    run: Run, seeds: Path, tmp_path: Path, brief: Path
) -> None:
    assert run("pack", brief).code == 0
    assert not any(name.startswith("sources/") for name in zipfile.ZipFile(tmp_path / "brief.zip").namelist())
    outcome = run("replay", tmp_path / "brief.zip")
    assert outcome.code == 1
    assert "their folder must be named" in outcome.err
    assert run("replay", tmp_path / "brief.zip", "--sources", seeds).code == 0


def test_what_differs_is_said_in_plain_words(run: Run, seeds: Path, tmp_path: Path, brief: Path) -> None:
    run("pack", brief)
    sources = Path(shutil.copytree(seeds, tmp_path / "in"))
    changed, gone, *_ = sorted(sources.glob("*.txt"))
    changed.write_text(changed.read_text("utf-8").replace("Russia", "Russla"), encoding="utf-8")
    gone.unlink()
    (sources / "new.txt").write_text("Arms deals were signed on Monday.\n", encoding="utf-8")
    outcome = run("replay", tmp_path / "brief.zip", "--sources", sources)
    assert outcome.code == 1
    said = outcome.out.splitlines()
    assert said[:4] == [
        "Not the same.",
        f"  The source {changed.name} has changed.",
        f"  The source {gone.name} is missing.",
        "  The source new.txt was not there when the brief was made.",
    ]
    assert "sentences are not quoted any more" in said[4]


def test_packing_twice_gives_the_same_bytes(run: Run, seeds: Path, tmp_path: Path, brief: Path) -> None:
    for name in ("one.zip", "two.zip"):
        run("pack", brief, "-o", tmp_path / name, "--with-sources", seeds)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_pack_replaces_no_file_but_an_older_pack(run: Run, tmp_path: Path, brief: Path) -> None:
    other = tmp_path / "brief.zip"
    other.write_bytes(b"PK\x03\x04 my photographs")
    outcome = run("pack", brief)
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "would be lost" in outcome.err
    assert other.read_bytes() == b"PK\x03\x04 my photographs"
    other.unlink()
    assert [run("pack", brief).code for _ in range(2)] == [0, 0]


def test_a_theme_that_has_changed_since_is_not_packed_as_if_it_had_not(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brief: Path
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("BRIEFER_HOME", str(home))
    (home / "themes").mkdir(parents=True)
    theme = 'name = "energy"\ntitle = "Energy"\ndescription = "Energy"\n[terms]\n"oil" = 3\n'
    (home / "themes" / "energy.toml").write_text(theme, encoding="utf-8")
    outcome = run("pack", brief)
    assert outcome.code == 1
    assert "energy.toml: it has other words now than when the brief was made" in outcome.err
