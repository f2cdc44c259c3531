"""The file of a draft: readable by a person, read strictly, written the same every time."""

import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.drafts import FORMAT, read_draft, write_draft
from briefer.errors import InvalidFile, OutputFailed
from briefer.model import BriefSpec, Choice, Draft, Mark, Period, Place, Span, Waiver
from briefer.text.hygiene import clean_text
from briefer.workspace import Workspace

SPEC = BriefSpec(themes=("arms-sales",), as_of=date(2026, 11, 20))
HEAD = f'format = "{FORMAT}"\npaths = ["in"]\n'
BRIEF = "[brief]\nas_of = 2026-11-20\n"
CHOICE = '[[choices]]\ntheme = "energy"\nwords = "Oil."\narticle = "0a"\nat = [0, 4]\n'


def read(tmp_path: Path, content: str) -> Draft:
    path = tmp_path / "a.briefer.toml"
    path.write_text(content, encoding="utf-8")
    return read_draft(path)


def texts() -> st.SearchStrategy[str]:
    hostile = st.sampled_from(
        ['"""', "'''", "\\", '\\"', "\n\n", "\r\n", "\x1b]52;c;x\x07", "\u202e", "#", "[a]\n"]
    )
    return st.lists(st.one_of(st.text(max_size=8), hostile), max_size=5).map("".join)


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda at: Span(at[0], at[0] + at[1]))


def lines() -> st.SearchStrategy[str]:
    """Words as they stand in an article or as a name: cleaned."""
    return texts().map(clean_text)


def choices() -> st.SearchStrategy[tuple[Choice, ...]]:
    choice = st.builds(
        Choice,
        theme=lines(),
        place=st.builds(Place, st.text(string.hexdigits, min_size=1), spans()),
        words=lines(),
        mark=st.sampled_from([None, *Mark]),
        moved_to=st.none() | lines(),
        cuts=st.lists(spans(), max_size=3).map(sorted).map(tuple),
        repairs=st.booleans(),
    )
    return st.lists(choice, max_size=4, unique_by=lambda one: (one.theme, one.place)).map(tuple)


def drafts() -> st.SearchStrategy[Draft]:
    spec = st.builds(
        BriefSpec,
        themes=st.lists(lines(), max_size=3).map(tuple),
        as_of=st.dates(),
        period=st.sampled_from(
            [Period(), Period(date(2015, 1, 1)), Period(date(2015, 1, 1), date(2016, 1, 1))]
        ),
        keep_undated=st.booleans(),
        words=st.integers(1, 100_000),
        title=st.none() | lines(),
        audience=st.none() | lines(),
        handling=st.none() | lines(),
        paper=st.sampled_from(["A4", "Letter"]),
        repairs=st.booleans(),
    )
    names = st.text("abc é/.", min_size=1).filter(lambda name: name.strip("/. ") == name)
    written = st.tuples(lines(), lines().filter(str.strip))
    return st.builds(
        Draft,
        spec=spec,
        paths=st.lists(names.map(lambda name: Path("/home/a") / name), max_size=3).map(tuple),
        left_out=st.lists(st.text(string.hexdigits), max_size=2).map(tuple),
        choices=choices(),
        bottom_line=lines().map(lambda text: text if text.strip() else ""),
        assessments=st.lists(written, max_size=3, unique_by=lambda one: one[0]).map(tuple),
        waivers=st.lists(
            written.map(lambda one: Waiver(*one)), max_size=2, unique_by=lambda one: one.rule
        ).map(tuple),
        output=st.none() | names.map(lambda name: Path("/home/a") / name),
    )


@settings(deadline=None)
@given(drafts())
def test_a_draft_survives_being_written_and_read(
    tmp_path_factory: pytest.TempPathFactory, draft: Draft
) -> None:
    path = tmp_path_factory.getbasetemp() / "a.briefer.toml"
    path.write_bytes(write_draft(draft, Path("/home/a")))
    found = read_draft(path)
    relative = tuple(path.parent / one.relative_to("/home/a") for one in draft.paths)
    output = path.parent / draft.output.relative_to("/home/a") if draft.output else None
    assert found == replace(draft, paths=relative, output=output)
    again = replace(found, paths=draft.paths, output=draft.output)
    assert write_draft(again, Path("/home/a")) == path.read_bytes()


@given(texts(), texts(), texts())
def test_whatever_is_written_no_control_reaches_the_file(title: str, bottom_line: str, name: str) -> None:
    draft = Draft(replace(SPEC, title=title), bottom_line=bottom_line).assess(name, bottom_line)
    content = write_draft(draft, Path("/home/a")).decode("utf-8")
    assert all(character.isprintable() or character == "\n" for character in content)


def test_a_draft_reads_like_this(tmp_path: Path) -> None:
    place = Place("761cefbf631b", Span(10, 52))
    draft = Draft(
        replace(SPEC, period=Period(date(2015, 1, 1)), title='The "deal"', handling="RESTRICTED"),
        paths=(tmp_path / "articles", Path("/elsewhere/b.txt")),
        left_out=("0123456789ab",),
        choices=(
            Choice(
                "arms-sales",
                place,
                "Ruritania bought tanks in March.",
                Mark.PINNED,
                "energy",
                (Span(40, 49),),
            ),
        ),
        bottom_line="One.\n\nTwo.",
        waivers=(Waiver("likelihood-word", "The treaty says so."),),
        output=Path("/desk/brief.pdf"),
    ).assess("arms-sales", "We judge.")
    assert (
        write_draft(draft, tmp_path).decode()
        == """\
# A draft of a brief, kept by briefer: what was asked, and what the analyst decided and wrote.
# It may be edited by hand. Print it with: briefer brief --draft FILE -o brief.pdf

format = "briefer.draft/1"
paths = ["articles", "/elsewhere/b.txt"]
output = "/desk/brief.pdf"
left_out = ["0123456789ab"]  # articles that were set aside
bottom_line = \"\"\"
One.

Two.\"\"\"

[brief]
themes = ["arms-sales"]
as_of = 2026-11-20
since = 2015-01-01
keep_undated = false
length = 900  # words of the sources
summariser = "coverage"
template = "policy-brief"
paper = "A4"
annex_words = 400  # of each source, around what is quoted; 0 for no annex
title = "The \\"deal\\""
handling = "RESTRICTED"

[assessments]
arms-sales = "We judge."

[waivers]  # rules of the checks that are set aside, each with the reason
likelihood-word = "The treaty says so."

[[choices]]
theme = "arms-sales"
mark = "pinned"
moved_to = "energy"
words = "Ruritania bought tanks in March."
article = "761cefbf631b"
at = [10, 52]
cuts = [[40, 49]]
"""
    )


def test_a_file_written_by_hand_may_leave_out_what_has_a_default(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + BRIEF) == Draft(replace(SPEC, themes=()), (tmp_path / "in",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "format: not 'briefer.draft/1'"),
        (HEAD, "brief.as_of: missing. Write the date of the brief, such as as_of = 2026-11-20."),
        (HEAD + "botom_line = 'x'\n" + BRIEF, "botom_line: unknown key. Did you mean 'bottom_line'?"),
        (HEAD + BRIEF + "lenght = 3\n", "brief.lenght: unknown key. Did you mean 'length'?"),
        (HEAD + BRIEF + "length = true\n", "brief.length: True is no number of words"),
        (HEAD + BRIEF + "length = '900'\n", "brief.length: not a number of words"),
        (HEAD + BRIEF + "since = '2026'\n", "brief.since: not a day"),
        (HEAD + BRIEF + "since = 2026-02-02\nuntil = 2026-02-01\n", "brief.until: the period ends"),
        (HEAD + BRIEF + "paper = 'a4'\n", "brief.paper: 'a4' has no meaning. Write one of: A4, Letter."),
        (HEAD + BRIEF + "themes = 'energy'\n", "brief.themes: not a list of texts"),
        (HEAD + BRIEF + "keep_undated = 1\n", "brief.keep_undated: not true or false"),
        (HEAD + BRIEF + "title = 1\n", "brief.title: not a text"),
        (HEAD + "brief = 1\n", "brief: not a table"),
        (HEAD + BRIEF + "[assessments]\nenergy = 1\n", "assessments.energy: not a text"),
        (HEAD + BRIEF + "[waivers]\nplaceholder = ' '\n", "waivers.placeholder: no reason is given"),
        (HEAD + BRIEF + "[waivers]\nplaceholder = true\n", "waivers.placeholder: not a text"),
        (HEAD + BRIEF + CHOICE + "marks = 'kept'\n", "choices[1].marks: unknown key. Did you mean 'mark'?"),
        (
            HEAD + BRIEF + CHOICE + "mark = 'keep'\n",
            "choices[1].mark: 'keep' has no meaning. Write one of: kept, pinned, dropped.",
        ),
        (HEAD + BRIEF + CHOICE + CHOICE, "choices[2]: a second choice on one sentence under one theme"),
        (HEAD + BRIEF + CHOICE.replace("[0, 4]", "[4, 4]"), "choices[1].at: not a place in the article"),
        (HEAD + BRIEF + CHOICE + "cuts = [[true, 4]]\n", "choices[1].cuts: not a place in the article"),
        (HEAD + BRIEF + "[[choices]]\ntheme = 'energy'\n", "choices[1].words: missing"),
        (HEAD + "x = [\n", "line 4: not valid TOML"),
        (HEAD + "x = " + "[" * 3000, "brackets nested too deeply"),
    ],
)
def test_what_a_draft_cannot_mean_is_told_with_the_way_out(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(InvalidFile) as caught:
        read(tmp_path, content)
    assert f"a.briefer.toml: {message}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="no such file"):
        read_draft(tmp_path / "none.briefer.toml")


def test_relative_inputs_move_with_the_file(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "home")
    draft = workspace.drafts.new([tmp_path / "one" / "articles"], SPEC)
    (tmp_path / "one").mkdir()
    workspace.drafts.save(draft, tmp_path / "one" / "a.briefer.toml")
    (tmp_path / "one").rename(tmp_path / "two")
    moved = workspace.drafts.load(tmp_path / "two" / "a.briefer.toml")
    assert moved == replace(draft, paths=(tmp_path / "two" / "articles",))


def test_a_draft_lies_beside_its_output_or_in_the_users_data(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "home")
    assert workspace.drafts.place([tmp_path], tmp_path / "weekly.pdf") == tmp_path / "weekly.briefer.toml"
    path = workspace.drafts.place([tmp_path / "in"], None)
    assert path.parent == tmp_path / "home" / "drafts"
    assert path == workspace.drafts.place([tmp_path / "x" / ".." / "in"], None)
    assert path != workspace.drafts.place([tmp_path / "other" / "in"], None)
    draft = workspace.drafts.new([tmp_path / "in"], SPEC)
    workspace.drafts.save(draft, path)
    assert workspace.drafts.load(path) == draft


def test_a_name_that_no_text_can_hold_is_told(tmp_path: Path) -> None:
    draft = Workspace(tmp_path).drafts.new([Path("caf\udce9.txt")], SPEC)
    with pytest.raises(OutputFailed, match="not UTF-8"):
        Workspace(tmp_path).drafts.save(draft, tmp_path / "a.briefer.toml")
    assert not (tmp_path / "a.briefer.toml").exists()


def test_the_command_line_names_the_draft_or_spells_out_what_is_asked(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    draft = workspace.drafts.new([Path("my articles")], replace(SPEC, words=450, title="It's $1"))
    path, output = Path("a b.briefer.toml"), Path("a b.pdf")
    assert workspace.drafts.command_line(draft, path, output) == (
        "briefer brief --output 'a b.pdf' --theme arms-sales --length 450 "
        "--title 'It'\"'\"'s $1' 'my articles'"
    )
    touched = replace(draft, bottom_line="We judge.")
    assert workspace.drafts.command_line(touched, path, output) == (
        "briefer brief --output 'a b.pdf' --draft 'a b.briefer.toml'"
    )
