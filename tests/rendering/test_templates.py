"""Where templates are found."""

from pathlib import Path

import pytest

from briefer.errors import UnknownName
from briefer.rendering.templates import find_template, template_names
from tests.rendering.making import TEMPLATE


def _make(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    (folder / name / "brief.html").touch()
    return folder / name


def test_the_shipped_template_is_found_without_a_user_folder(tmp_path: Path) -> None:
    assert find_template("policy-brief", tmp_path / "none") == TEMPLATE


def test_a_template_of_the_user_hides_a_shipped_one(tmp_path: Path) -> None:
    own = _make(tmp_path, "policy-brief")
    assert find_template("policy-brief", tmp_path) == own


def test_names_are_listed_in_alphabetical_order(tmp_path: Path) -> None:
    _make(tmp_path, "weekly")
    (tmp_path / "not-a-template").mkdir()
    assert template_names(tmp_path) == ("policy-brief", "weekly")


@pytest.mark.parametrize("name", ["policy-breif", "", ".", "..", "../policy-brief", "/etc", "*"])
def test_any_other_name_is_unknown(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="No template named"):
        find_template(name, tmp_path)
