import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.errors import NoExport
from briefer.library.editions import (
    StoredEdition,
    list_deliveries,
    list_passed_over,
    list_seen,
    load_edition,
    note_delivered,
    pass_over,
    save_edition,
)
from briefer.library.edits import save_edit
from briefer.library.exchange import import_lines, iter_export
from briefer.library.listing import count_articles, list_articles
from briefer.library.loading import load_article, load_revisions
from briefer.library.opening import Library, open_library
from briefer.library.removing import remove_articles
from briefer.model import Article
from briefer.model.reports import DeliveryKind, Edition
from briefer.text.hygiene import clean_text
from tests.library.making import NOW, PARAGRAPHS, kept, path_in, save

HEAD = b'{"kind":"library","format":"briefer.library/1"}\n'
URL = "https://example.com/a"
WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40).map(
    lambda text: f"said {' '.join(text.split())} again"
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, bytes]:
    texts = [clean_text(text) for text in draw(st.lists(WORDS, min_size=1, max_size=3))]
    facts = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "title": WORDS.map(clean_text),
                "outlet": st.sampled_from(["Valley Times", "Пример"]),
                "published": st.sampled_from(["2026", "2026-03", "2026-03-02"]),
                "url": st.sampled_from([URL, "https://example.com/b"]),
                "name": st.sampled_from(["a.txt", "sub/b.txt", "ж\udcff.txt"]),
            },
        )
    )
    return kept(*texts, **facts)


@settings(max_examples=20, deadline=None)
@given(
    brought=st.lists(articles(), max_size=6),
    edited=st.lists(st.integers(0, 5), max_size=2),
    removed=st.lists(st.integers(0, 5), max_size=2),
)
def test_what_is_exported_makes_the_same_library(
    brought: Sequence[tuple[Article, bytes]], edited: Sequence[int], removed: Sequence[int]
) -> None:
    with TemporaryDirectory() as folder:
        with open_library(path_in(Path(folder) / "one")) as one:
            save(one, *brought)
            for at in edited:
                if at < len(brought):
                    save_edit(one, brought[at][0].id, {"published": "2026-11", "title": ""}, now=NOW)
            for at in removed:
                if at < len(brought):
                    remove_articles(one, [brought[at][0].id], now=NOW)
            exported = list(iter_export(one))
            listed = list_articles(one)
        with open_library(path_in(Path(folder) / "two")) as two:
            imported = import_lines(two, exported)
            assert not imported.failures
            assert imported.new == len(exported) - 1
            assert list(iter_export(two)) == exported
            assert list_articles(two) == listed
            assert import_lines(two, exported).held == len(exported) - 1


def export_of(*brought: tuple[Article, bytes], folder: Path) -> list[dict[str, Any]]:
    with open_library(path_in(folder)) as library:
        save(library, *brought)
        return [json.loads(line) for line in iter_export(library)][1:]


def lines(*records: object) -> list[bytes]:
    return [json.dumps(record).encode() for record in records]


def test_a_reprint_stays_one_and_repeats_the_same_article(library: Library, tmp_path: Path) -> None:
    first, reprint = kept(name="a.txt"), kept(*PARAGRAPHS, name="b.txt", marked=" ")
    import_lines(library, lines(*export_of(first, reprint, folder=tmp_path / "other")))
    assert {found.path.name: found.repeats for found in list_articles(library)} == {
        "a.txt": None,
        "b.txt": first[0].id,
    }


def test_missing_revisions_are_added_among_the_others_by_time(library: Library, tmp_path: Path) -> None:
    first, second, third = (kept(f"Words number {at}.", url=URL) for at in range(3))
    (record,) = export_of(first, second, third, folder=tmp_path / "other")
    for day, revision in enumerate(record["revisions"], start=1):
        revision["added_at"] = f"2026-01-0{day}T00:00:00+00:00"
    only_third = {**record, "revisions": record["revisions"][2:]}
    import_lines(library, lines(only_third))
    assert import_lines(library, lines(record)).new == 1
    found = [revision.article for revision in load_revisions(library, first[0].id)]
    assert found == [third[0], second[0], first[0]]


def test_edits_of_ones_own_stay(library: Library, tmp_path: Path) -> None:
    article = kept()
    (record,) = export_of(article, folder=tmp_path / "other")
    record["edits"] = [{"at": "2026-01-01T00:00:00+00:00", "facts": {"outlet": "Theirs"}}]
    save(library, article)
    save_edit(library, article[0].id, {"outlet": "Ours"}, now=NOW)
    assert import_lines(library, lines(record)).held == 1
    assert load_article(library, article[0].id)[0].outlet == "Ours"


def broken(record: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy of a record with another value at `path`, such as revisions.0.content."""
    copy = json.loads(json.dumps(record))
    place = copy
    *above, last = path.split(".")
    for step in above:
        place = place[int(step)] if step.isdigit() else place[step]
    place[int(last) if last.isdigit() else last] = value
    return dict(copy)


BROKEN = [
    ("kind", "edition of the future"),
    ("revisions", []),
    ("revisions", {}),
    ("revisions.0", 7),
    ("revisions.0.content", "no base64!"),
    ("revisions.0.content", base64.b64encode(b"other bytes").decode()),
    ("revisions.0.cleaning", 10**30),
    ("revisions.0.cleaning", True),
    ("revisions.0.added_at", "yesterday"),
    ("revisions.0.added_at", "2026-01-01T00:00:00"),
    ("revisions.0.article", None),
    ("revisions.0.article.sha256", "../../etc"),
    ("revisions.0.article.path", "a\0b"),
    ("revisions.0.article.path", "a\ud800b"),
    ("revisions.0.article.paragraphs", []),
    ("revisions.0.article.paragraphs.0.text", ""),
    ("revisions.0.article.paragraphs.0.text", "a \x1b[2J line"),
    ("revisions.0.article.paragraphs.0.text", "half a pair \ud800"),
    ("revisions.0.article.paragraphs.0.lines", [2, 1]),
    ("revisions.0.article.removed", [["x"]]),
    ("revisions.0.article.title", ["\u202etitle", "headline"]),
    ("revisions.0.article.title", ["title", "no basis"]),
    ("revisions.0.article.published", ["2026-02-30", "sidecar"]),
    ("edits", [{"at": "2026-01-01T00:00:00+00:00", "facts": {"genre": "rumour"}}]),
    ("removed_at", 7),
]


@pytest.mark.parametrize(("path", "value"), BROKEN)
def test_a_line_that_is_not_sound_is_left_out_alone(
    library: Library, tmp_path: Path, path: str, value: object
) -> None:
    good, bad = export_of(kept(), kept("Other words."), folder=tmp_path / "other")
    imported = import_lines(library, lines(broken(bad, path, value), good))
    assert (imported.new, [number for number, _ in imported.failures]) == (1, [1])
    assert count_articles(library) == 1


NO_RECORDS = [
    b"",
    b"x",
    b"[]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"kind":"library","format":"other"}',
    b"9" * 5_000,
]


@pytest.mark.parametrize("line", NO_RECORDS)
def test_a_line_that_is_no_record_is_left_out_alone(library: Library, tmp_path: Path, line: bytes) -> None:
    (good,) = export_of(kept(), folder=tmp_path / "other")
    imported = import_lines(library, [HEAD, line, *lines(good)])
    assert imported.new == 1
    assert len(imported.failures) == (1 if line else 0)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(path_in(tmp_path_factory.mktemp("exchange"))) as library:
        yield library


@settings(max_examples=60, deadline=None)
@given(line=st.binary(max_size=80) | st.from_regex(rb'\{"kind":"article".*\}', fullmatch=True))
def test_no_line_of_an_export_raises(shared: Library, line: bytes) -> None:
    head = next(iter_export(shared))
    assert import_lines(shared, [head, line]).new == 0


def test_the_same_bytes_twice_in_a_line_are_refused(library: Library, tmp_path: Path) -> None:
    (good,) = export_of(kept(), folder=tmp_path / "other")
    twice = {**good, "revisions": good["revisions"] * 2}
    assert len(import_lines(library, lines(twice)).failures) == 1
    assert count_articles(library) == 0


EDITION = {
    "kind": "edition", "report": "weekly", "number": 1, "period": "2026-W45", "take": 1, "first": None,
    "until": "2026-11-09", "as_of": "2026-11-09", "made_at": "2026-11-09T06:00:00+00:00",
    "title": "Arms sales", "template_sha256": "ab", "is_empty": 0,
    "sha256": hashlib.sha256(b'{"title":"Arms sales"}').hexdigest(), "brief": '{"title":"Arms sales"}',
    "draft": None, "seen": ["a1"],
    "delivered": [{"kind": "file", "target": "pdf", "attempts": 1, "place": "weekly.pdf", "sha256": "",
                   "done_at": "2026-11-09T06:00:01+00:00", "problem": ""}],
}  # fmt: skip


def test_editions_and_periods_without_one_are_exchanged_but_not_what_is_owed_of_them(
    library: Library, tmp_path: Path
) -> None:
    with open_library(path_in(tmp_path / "other")) as other:
        edition = Edition(
            "weekly", 1, "2026-W45", 1, None, date(2026, 11, 9), date(2026, 11, 9), NOW, "Arms", "ab", False
        )
        stored = StoredEdition(edition, b'{"title": "Arms"}', b"bottom_line = 'Mine.'")
        owed = [(DeliveryKind.FILE, "pdf"), (DeliveryKind.MAIL, "ana@example.org")]
        save_edition(other, stored, seen=["a1", "b2"], owed=owed)
        done, _ = list_deliveries(other, "weekly")
        note_delivered(other, done, at=NOW, place="weekly.pdf")
        pass_over(other, "weekly", "2026-W46")
        exported = list(iter_export(other))
    assert not import_lines(library, exported).failures
    assert load_edition(library, "weekly") == stored
    assert list_seen(library, "weekly", before=2) == {"a1", "b2"}
    assert list_passed_over(library, "weekly") == {"2026-W46"}
    assert [found.kind for found in list_deliveries(library, "weekly")] == [done.kind]
    assert list(iter_export(library)) == exported
    assert import_lines(library, exported).new == 0


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("report", "../up"), ("number", -1), ("number", 10**30), ("until", "soon"), ("brief", "[]"),
        ("brief", '{"title":"Other"}'), ("title", "\x1b[2J"), ("seen", [7]), ("delivered", [{}]),
        ("delivered.0.kind", "pigeon"), ("draft", 7), ("made_at", None),
    ],
)  # fmt: skip
def test_an_edition_that_is_not_sound_is_left_out(library: Library, path: str, value: object) -> None:
    assert len(import_lines(library, lines(broken(EDITION, path, value))).failures) == 1
    assert import_lines(library, lines(EDITION)).new == 1


def test_another_edition_of_a_number_that_is_there_is_refused(library: Library) -> None:
    other = {**EDITION, "brief": "{}", "sha256": hashlib.sha256(b"{}").hexdigest()}
    imported = import_lines(library, lines(EDITION, other))
    assert imported.failures == ((2, "there is another edition 1 of the report weekly"),)


@pytest.mark.parametrize("line", [b"Dear all,\n", b'{"a": 1}\n', b"[1, 2]\n", b"\xff\xfe\n", b"[" * 100_000])
def test_what_is_no_export_is_called_that_and_nothing_is_taken(library: Library, line: bytes) -> None:
    with pytest.raises(NoExport, match="line 2"):
        import_lines(library, [b"\n", line, b"more of it\n"])
    assert count_articles(library) == 0


def test_a_damaged_first_line_costs_that_line_only(library: Library) -> None:
    imported = import_lines(library, [b"\xff\xfe\n", *lines(EDITION)])
    assert imported.new == 1
    assert [number for number, _ in imported.failures] == [1]
