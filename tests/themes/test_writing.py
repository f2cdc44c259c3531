"""A theme that is typed becomes the file that one would have written by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import InvalidFile
from briefer.themes import read_theme
from briefer.themes.writing import make_name, parse_typed_theme


def test_a_typed_theme_is_read_back_from_its_file(tmp_path: Path) -> None:
    theme, path, content = parse_typed_theme(tmp_path, "Water sharing", "dam\nwater treaty = 3\nFAO: 1,5\n\n")
    path.write_bytes(content)
    assert read_theme(path) == theme
    assert [(term.phrase, term.weight, term.exact) for term in theme.lexicon.terms] == [
        ("dam", 2, False),
        ("water treaty", 3, False),
        ("FAO", 1.5, True),
    ]


@pytest.mark.parametrize(
    ("title", "lines"), [("", "dam"), ("Water", ""), ("Water", "the"), ("Water", "dam = 11")]
)
def test_what_a_theme_cannot_mean_is_refused(tmp_path: Path, title: str, lines: str) -> None:
    with pytest.raises(InvalidFile):
        parse_typed_theme(tmp_path, title, lines)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_is_refused_or_reads_back_as_it_is(title: str, lines: str) -> None:
    folder = Path("themes")
    try:
        theme, path, content = parse_typed_theme(folder, title, lines)
    except InvalidFile:
        return
    import tomllib

    from briefer.themes.reading import parse_theme

    assert path.parent == folder
    assert parse_theme(path, tomllib.loads(content.decode())) == theme


def test_a_name_is_made_of_what_can_be_typed() -> None:
    assert make_name("Águas & Dams: 2026") == "aguas-dams-2026"
