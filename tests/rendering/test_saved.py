"""A brief saved as JSON is the brief when it is read back."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer.errors import InvalidFile
from briefer.model import Waiver
from briefer.rendering.json import FORMAT, render_json
from briefer.rendering.saved import read_saved_brief
from tests.rendering.making import HOSTILE, load_brief, make_hostile_brief


def write(tmp_path: Path, content: Any) -> Path:
    path = tmp_path / "brief.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["small", "scripts", "analyst"])
def test_a_brief_is_read_back_as_it_was(name: str, tmp_path: Path) -> None:
    brief = load_brief(name, waivers=(Waiver("placeholder", "a name"),), unchecked=True)
    assert read_saved_brief(write(tmp_path, render_json(brief))) == brief


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_as_it_was(text: str, tmp_path: Path) -> None:
    brief = make_hostile_brief(text)
    assert read_saved_brief(write(tmp_path, render_json(brief))) == brief


def test_what_is_new_may_be_missing_and_what_is_unknown_is_passed_over(tmp_path: Path) -> None:
    content = json.loads(render_json(load_brief("small"))) | {"mood": "sunny"}
    del content["waivers"], content["unchecked"], content["as_of"], content["key_points"][0]["origins"]
    brief = read_saved_brief(write(tmp_path, content))
    assert (brief.waivers, brief.unchecked, brief.as_of) == ((), False, date.min)


def damage(path: str, value: object) -> dict[str, Any]:
    """The JSON of a brief with another value at a path such as `sections.0.theme`."""
    content = json.loads(render_json(load_brief("small")))
    place: Any = content
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in parents:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return content  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("content", "where", "problem"),
    [
        ("{", "", "not JSON"),
        ("[" * 100_000, "", "not JSON"),
        ([], "format", FORMAT),
        (damage("format", "briefer.brief/9"), "format", FORMAT),
        (damage("title", None), "title", "missing"),
        (damage("title", 7), "title", "not of the kind str"),
        (damage("as_of", "soon"), "as_of", "isoformat"),
        (damage("sections", {}), "sections", "not a list"),
        (damage("sections.0.sentence_count", True), "sections[0].sentence_count", "not of the kind int"),
        (damage("sources.1.published", "2031-99"), "sources[1].published", "month"),
        (damage("sources.1.genre", "gossip"), "sources[1].genre", "gossip"),
        (damage("key_points.0.quote.citation.span.end", -1), "key_points[0].quote.citation.span", "-1"),
        (damage("waivers", [{"rule": "placeholder", "reason": " "}]), "waivers[0]", "no reason"),
    ],
)
def test_what_is_no_brief_is_refused_with_its_place(
    content: object, where: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidFile) as refused:
        read_saved_brief(write(tmp_path, content))
    assert refused.value.where == where
    assert problem in refused.value.problem


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="No such file"):
        read_saved_brief(tmp_path / "brief.json")
