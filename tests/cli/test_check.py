"""`briefer check`, and the gate that it is in `briefer brief`."""

import json
from pathlib import Path

import pytest

from briefer.checks import RULES
from tests.cli.conftest import Run

MIXED = "We judge with high confidence that deliveries are likely to slip."
DRAFT = """format = "briefer.draft/1"
paths = ["in"]
bottom_line = "{written}"
[brief]
themes = ["arms-sales"]
as_of = 2026-11-20
"""


@pytest.fixture
def draft_file(seeds: Path, tmp_path: Path) -> Path:
    """A draft in which the analyst mixes likelihood and confidence in one sentence."""
    (tmp_path / "in").symlink_to(seeds)
    path = tmp_path / "a.briefer.toml"
    path.write_text(DRAFT.format(written=MIXED), encoding="utf-8")
    return path


def test_the_default_brief_of_the_seeds_has_no_errors_and_no_warnings(run: Run, seeds: Path) -> None:
    outcome = run("check", seeds)
    assert outcome.code == 0
    assert not [line for line in outcome.out.splitlines() if not line.startswith("note: ")]


def test_an_error_gives_code_1_and_its_place_and_way_out(run: Run, draft_file: Path) -> None:
    outcome = run("check", "--draft", draft_file, "-q")
    assert outcome.code == 1
    line = next(line for line in outcome.out.splitlines() if line.startswith("error: "))
    assert line.startswith("error: bottom line, sentence 1: ")
    assert line.endswith(
        "Make two sentences: how likely it is, and how sure you are and why. [mixed-confidence]"
    )


def test_findings_are_printed_as_json_a_line_each(run: Run, draft_file: Path) -> None:
    outcome = run("check", "--draft", draft_file, "--json")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert records[0]["rule"] == "mixed-confidence"
    assert set(records[0]) == {"kind", "rule", "severity", "where", "message", "way_out"}


def test_a_brief_saved_as_json_is_checked_as_it_was_when_it_was_drafted(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "brief.json"
    assert run("brief", seeds, "-o", saved, "-q").code == 0
    assert run("check", saved).out == run("check", seeds).out
    content = json.loads(saved.read_text("utf-8"))
    content["key_points"][0]["quote"]["text"] += " Gladly."
    del content["as_of"]
    saved.write_text(json.dumps(content), encoding="utf-8")
    outcome = run("check", saved, "--json")
    assert outcome.code == 1
    found = [json.loads(line)["rule"] for line in outcome.out.splitlines()]
    assert found[:2] == ["edited-quote", "missing-as-of"]


def test_every_rule_is_listed_and_explained(run: Run) -> None:
    listed = run("check", "--list").out.splitlines()
    assert [line.split()[0] for line in listed] == [rule.id for rule in RULES]
    for rule in RULES:
        explained = run("check", "--explain", rule.id)
        assert explained.code == 0
        text = " ".join(explained.out.split())
        assert f"{rule.id} ({rule.severity})" in text
        assert f"Way out: {rule.way_out}" in text


def test_rules_are_listed_and_explained_as_json(run: Run) -> None:
    records = [json.loads(line) for line in run("check", "--list", "--json").out.splitlines()]
    assert len(records) == len(RULES)
    assert json.loads(run("check", "--explain", records[0]["rule"], "--json").out) == records[0]


def test_nothing_is_called_compliant(run: Run) -> None:
    said = run("check", "--help").out + run("check", "--list").out
    said += "".join(run("check", "--explain", rule.id).out for rule in RULES)
    assert "support the practice of ICD 203 and 206" in " ".join(said.split())
    assert "complian" not in said.lower()


def test_what_the_checks_refuse_is_not_printed(run: Run, draft_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.md"
    outcome = run("brief", "--draft", draft_file, "-q", "-o", output)
    assert outcome.code == 1
    assert "[mixed-confidence]" in outcome.err
    assert not output.exists()


def test_what_is_forced_says_that_it_is_unchecked(run: Run, draft_file: Path) -> None:
    forced = run("brief", "--draft", draft_file, "--force", "-q", "-f", "json", "-o", "-")
    assert forced.code == 0
    assert "[mixed-confidence]" in forced.err
    assert json.loads(forced.out)["unchecked"] is True
    assert "**Unchecked**" in run("brief", "--draft", draft_file, "--force", "-f", "md", "-o", "-").out


def test_force_marks_nothing_where_there_is_no_error(run: Run, seeds: Path) -> None:
    forced = run("brief", seeds, "-t", "energy", "--force", "-f", "json", "-o", "-")
    assert json.loads(forced.out)["unchecked"] is False


def test_a_waiver_lets_pass_and_is_printed_with_its_reason(run: Run, draft_file: Path) -> None:
    waiver = "mixed-confidence=The committee asked for it."
    outcome = run("brief", "--draft", draft_file, "-q", "-f", "md", "-o", "-", "--waive", waiver)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Checks that the analyst waived: mixed-confidence (The committee asked for it)." in outcome.out
    assert "Unchecked" not in outcome.out


def test_a_draft_holds_waivers_of_its_own(run: Run, draft_file: Path) -> None:
    waivers = '[waivers]\nmixed-confidence = "House style."\n'
    draft_file.write_text(draft_file.read_text("utf-8") + waivers, encoding="utf-8")
    assert run("check", "--draft", draft_file).code == 0
    brief = json.loads(run("brief", "--draft", draft_file, "-f", "json", "-o", "-").out)
    assert brief["waivers"] == [{"rule": "mixed-confidence", "reason": "House style."}]


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("placeholder", "gives no reason"),
        ("placeholder= ", "gives no reason"),
        ("plaholder=x", "Did you mean"),
    ],
)
def test_a_waiver_needs_a_rule_and_a_reason(run: Run, seeds: Path, waiver: str, message: str) -> None:
    outcome = run("brief", seeds, "--waive", waiver)
    assert outcome.code == 2
    assert message in outcome.err


def test_warnings_are_told_unless_quiet_and_refuse_nothing(run: Run, draft_file: Path) -> None:
    draft_file.write_text(DRAFT.format(written="Deliveries might slip."), encoding="utf-8")
    told = run("brief", "--draft", draft_file, "-f", "md", "-o", "-")
    assert told.code == 0
    assert "warning: bottom line, sentence 1: “might”" in told.err
    assert run("brief", "--draft", draft_file, "-q", "-f", "md", "-o", "-").err == ""


def test_the_words_for_likelihood_can_be_set_for_both_commands(
    run: Run, draft_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    config = tmp_path / "home" / "config.toml"
    config.write_text('[check]\nlikelihood-term = ["might"]\n', encoding="utf-8")
    draft_file.write_text(DRAFT.format(written="Deliveries might slip, which is likely."), encoding="utf-8")
    assert "“might”" not in run("check", "--draft", draft_file).out
    assert "“likely”" in run("check", "--draft", draft_file).out
    assert "“likely”" in run("brief", "--draft", draft_file, "--dry-run").err
    assert "“might”" in run("check", "--draft", draft_file, "--likelihood-term", "likely").out
    config.write_text("[check]\nlikelihood-term = [1]\n", encoding="utf-8")
    assert "not a list of words" in run("brief", "--draft", draft_file, "--dry-run").err


def test_what_is_set_for_briefs_holds_for_their_check(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path))
    config = tmp_path / "config.toml"
    config.write_text(f'[brief]\nhandling = "{"SECRET " * 9}"\nformat = "md"\n', encoding="utf-8")
    assert "[long-handling]" in run("check", seeds).out
    config.write_text(config.read_text("utf-8") + '[check]\nhandling = "NO"\n', encoding="utf-8")
    assert "[long-handling]" not in run("check", seeds).out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "name files or folders"),
        (["nowhere"], 1, "nowhere"),
        (["nowhere.json"], 1, "nowhere.json"),
        (["--explain", "edited-qoute"], 2, "Did you mean 'edited-quote'?"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run: Run, arguments: list[str], code: int, message: str) -> None:
    outcome = run("check", *arguments)
    assert outcome.code == code
    assert message in outcome.err.splitlines()[-1]


def test_a_saved_brief_is_held_against_its_sources(run: Run, seeds: Path, tmp_path: Path) -> None:
    saved = tmp_path / "brief.json"
    assert run("brief", seeds, "-t", "energy", "-q", "-o", saved).code == 0
    assert run("check", saved, "--sources", seeds, "-q").code == 0
    content = json.loads(saved.read_text("utf-8"))
    quote = next(
        found
        for section in content["sections"]
        for found in [*section["summary"], *section["evidence"]]
        if " the " in found["text"]
    )
    quote["text"] = quote["text"].replace(" the ", " any ", 1)  # as long as before
    saved.write_text(json.dumps(content), encoding="utf-8")
    assert "edited-quote" not in run("check", saved).out
    outcome = run("check", saved, "--sources", seeds)
    assert outcome.code == 1
    assert "[edited-quote]" in outcome.out


def test_sources_go_with_a_saved_brief_alone(run: Run, seeds: Path) -> None:
    outcome = run("check", seeds, "-t", "energy", "--sources", seeds)
    assert outcome.code == 2
    assert "one brief that was saved as JSON" in outcome.err
