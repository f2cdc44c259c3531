"""The brief for programs."""

import json
from dataclasses import fields, is_dataclass

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from briefer.ledger import make_ledger, parse_ledger
from briefer.model import PartialDate
from briefer.rendering.json import FORMAT, render_json
from tests.rendering.making import HOSTILE, load_brief, make_hostile_brief


def test_the_file_is_as_it_was_looked_at(file_regression: FileRegressionFixture) -> None:
    file_regression.check(render_json(load_brief("small")), extension=".json")


def test_nothing_of_the_brief_is_lost() -> None:
    brief = load_brief("scripts")
    written = json.loads(render_json(brief))
    assert written.pop("format") == FORMAT
    assert parse_ledger(json.dumps(written.pop("ledger")).encode()) == make_ledger(brief)
    _assert_same(brief, written)


def _assert_same(value: object, written: object) -> None:
    if is_dataclass(value) and not isinstance(value, PartialDate):
        assert isinstance(written, dict)
        assert list(written) == [field.name for field in fields(value)]
        for field in fields(value):
            _assert_same(getattr(value, field.name), written[field.name])
    elif isinstance(value, tuple):
        assert isinstance(written, list)
        for part, written_part in zip(value, written, strict=True):
            _assert_same(part, written_part)
    else:
        assert written == (value if isinstance(value, str | int | None) else str(value))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert json.loads(render_json(make_hostile_brief(text)))["key_points"][0]["quote"]["text"] == text
