"""The ledger of a brief: complete, documented, and read back with suspicion."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.ledger import FORMAT, make_ledger, parse_ledger, write_ledger
from briefer.model import EntryKind, Part
from briefer.readers import read_shelf
from briefer.rendering.json import read_ledger_schema
from briefer.text.brackets import take_out
from tests.rendering.making import HOSTILE, load_brief, make_hostile_brief
from tests.validating import find_misfits
from tests.verification.making import make_seed_brief

SCHEMA: dict[str, Any] = json.loads(read_ledger_schema())


@pytest.mark.parametrize("name", ["small", "analyst", "scripts"])
def test_a_ledger_is_as_its_schema_says(name: str) -> None:
    written = json.loads(write_ledger(make_ledger(load_brief(name))))
    assert list(find_misfits(written, SCHEMA, root=SCHEMA)) == []


def test_the_schema_describes_every_field_and_no_other() -> None:
    written = json.loads(write_ledger(make_ledger(load_brief("analyst"))))
    _assert_described(written, SCHEMA)


def _assert_described(value: Any, schema: dict[str, Any]) -> None:
    schema = next((part for part in schema.get("anyOf", ()) if "$ref" in part), schema)
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, dict):
        assert list(value) == list(schema["properties"]) == schema["required"]
        for name, part in value.items():
            _assert_described(part, schema["properties"][name])
    elif isinstance(value, list) and value:
        _assert_described(value[0], schema["items"])


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("entries", 0, "words"), 7),
        (("entries", 0, "kind"), "invented"),
        (("entries", 0, "span", "start"), -1),
        (("entries", 0, "paragraph"), True),
        (("sources", 0, "sha256"), "short"),
        (("as_of",), "soon"),
        (("method",), None),
    ],
)
def test_the_schema_refuses_what_is_no_ledger(place: tuple[Any, ...], wrong: object) -> None:
    written = json.loads(write_ledger(make_ledger(load_brief("small"))))
    inner = written
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = wrong
    assert list(find_misfits(written, SCHEMA, root=SCHEMA))


def test_all_but_our_brackets_of_every_entry_is_in_its_file(seeds: Path, tmp_path: Path) -> None:
    made = make_seed_brief(seeds, tmp_path)
    ledger = parse_ledger(made.ledger.encode())
    articles = {article.sha256: article for article in read_shelf(seeds).articles}
    sources = {source.number: source for source in ledger.sources}
    assert len(ledger.entries) == len(made.brief.quotes()) + len(made.brief.annex)
    for entry in ledger.entries:
        article = articles[sources[entry.source].sha256]
        words = take_out(entry.words, entry.repairs)
        assert article.words(entry.span) == words
        assert entry.lines
        raw = (seeds / sources[entry.source].file).read_text("utf-8").split("\n")
        lines = " ".join(" ".join(raw[entry.lines.first - 1 : entry.lines.last]).split())
        assert " ".join(words.split()) in lines


def test_an_entry_says_where_and_how_it_is_printed() -> None:
    ledger = make_ledger(load_brief("analyst"))
    assert ledger.entries[0].part is Part.KEY_POINTS
    assert {entry.kind for entry in ledger.entries} >= {EntryKind.TRIMMED}
    assert ledger.analyst[0].theme is None
    assert [theme.title for theme in ledger.themes] == [
        section.title for section in load_brief("analyst").sections
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_ledger_is_read_back_as_it_was(text: str) -> None:
    ledger = make_ledger(make_hostile_brief(text))
    assert parse_ledger(write_ledger(ledger).encode()) == ledger


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"[]", f"its format is not {FORMAT}"),
        (b'{"format": "briefer.ledger/9"}', f"its format is not {FORMAT}"),
        (b'{"format": "briefer.ledger/1"}', "title is missing"),
        (b" " * (33 << 20), "it is larger than 32 MB"),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_line(content: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$"):
        parse_ledger(content)


WRONG = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3), st.just([]), st.just({}), st.just(1e9)
)


@given(st.data())
def test_a_wrong_value_anywhere_is_refused_or_read_as_what_it_says(data: st.DataObject) -> None:
    written = json.loads(write_ledger(make_ledger(load_brief("small"))))
    inner: Any = written
    while True:
        step: Any = data.draw(
            st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner)))
        )
        if not isinstance(inner[step], dict | list) or not inner[step] or data.draw(st.booleans()):
            break
        inner = inner[step]
    inner[step] = data.draw(WRONG)
    with suppress(ValueError):
        ledger = parse_ledger(json.dumps(written).encode())
        assert json.loads(write_ledger(ledger)) == written
