"""A few clippings to sit over, and no editor but our own."""

from pathlib import Path

import pytest

from tests.cli.conftest import run as run

CLIPS = {
    "arms.txt": """Ministry Orders Twelve Jets

The ministry, which opened in 1990, did not sign an arms deal for twelve F-16 fighter jets on Monday.

A spokesman for the air force told reporters that the weapons contract was worth $2.1 billion over five years.

Officials in the capital confirmed that the arms sale would be debated in parliament before the summer.
""",
    "oil.txt": """Pipeline Reopens After Two Years

Crude oil began to flow through the northern pipeline on Tuesday, the state oil company said in a statement.

The refinery expects natural gas production to reach 300 million cubic feet a day by the end of the year.

He added that the price of electricity would not change.
""",
}
SOURCES = """\
[files."arms.txt"]
outlet = "The Daily Example"
published = 2026-04-12

[files."oil.txt"]
outlet = "Example Wire"
genre = "opinion"
"""


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """A folder of two short articles, one on arms sales and one on energy."""
    return lay_out_clips(tmp_path)


def lay_out_clips(parent: Path) -> Path:
    """Put those articles into a folder of their own."""
    folder = parent / "clips"
    folder.mkdir()
    for name, text in CLIPS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _at_a_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No editor but our own, and a folder to print into."""
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.chdir(tmp_path)
