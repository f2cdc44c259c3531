"""Editions in the library: numbered, made once for a period, never changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefer.errors import EditionExists, LibraryUnusable, UnknownEdition
from briefer.library.editions import (
    StoredEdition,
    list_deliveries,
    list_editions,
    list_passed_over,
    list_seen,
    load_edition,
    note_attempt,
    note_delivered,
    note_problem,
    pass_over,
    save_edition,
)
from briefer.library.opening import Library, open_library
from briefer.model.reports import Delivery, DeliveryKind, Edition

NOW = datetime(2026, 11, 9, 6, 0, 1, tzinfo=UTC)
FIRST = Edition(
    report="weekly",
    number=1,
    key="2026-W45",
    take=1,
    first=None,
    end=date(2026, 11, 9),
    as_of=date(2026, 11, 9),
    made_at=NOW,
    title="Arms sales",
    template_sha256="ab",
    is_empty=False,
)
SECOND = replace(FIRST, number=2, key="2026-W46", first=FIRST.end, end=date(2026, 11, 16))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


def save(library: Library, edition: Edition) -> None:
    stored = StoredEdition(edition, b'{"title": "Arms sales"}', None)
    save_edition(
        library,
        stored,
        seen=("a", "b"),
        owed=((DeliveryKind.FILE, "pdf"), (DeliveryKind.MAIL, "ana@example.org")),
    )


def test_an_edition_is_read_back_as_it_was(library: Library) -> None:
    stored = StoredEdition(FIRST, '{"a": "\udcff é"}'.encode("utf-8", "surrogatepass"), b"a = 1\n")
    save_edition(library, stored, seen=(), owed=())
    assert load_edition(library, "weekly", 1) == load_edition(library, "weekly") == stored
    save(library, SECOND)
    assert load_edition(library, "weekly").edition == SECOND
    assert list_editions(library) == list_editions(library, "weekly") == (FIRST, SECOND)
    assert list_editions(library, "monthly") == ()


def test_a_number_or_a_period_is_given_once(library: Library) -> None:
    save(library, FIRST)
    for again in (replace(FIRST, key="2026-W46"), replace(FIRST, number=2)):
        with pytest.raises(EditionExists):
            save(library, again)
    save(library, replace(FIRST, number=2, take=2))
    save(library, replace(FIRST, report="monthly"))


def test_nothing_changes_an_edition_or_takes_it_back(library: Library) -> None:
    save(library, FIRST)
    for statement in ("UPDATE edition SET title = ''", "DELETE FROM edition"):
        with pytest.raises(LibraryUnusable, match="never"), library.writing() as connection:
            connection.execute(statement)
    assert list_editions(library) == (FIRST,)


def test_what_is_owed_is_kept_until_it_is_delivered(library: Library) -> None:
    save(library, FIRST)
    file, mail = list_deliveries(library, "weekly", owed=True)
    assert file == Delivery("weekly", 1, DeliveryKind.FILE, "pdf")
    note_attempt(library, mail, problem="it was interrupted")
    note_problem(library, mail, "451 try again later")
    note_delivered(library, file, at=NOW, place="/out/weekly-001.pdf", sha256="cd")
    (still,) = list_deliveries(library, "weekly", owed=True)
    assert still == replace(mail, attempts=1, problem="451 try again later")
    done = replace(file, done_at=NOW, place="/out/weekly-001.pdf", sha256="cd")
    assert list_deliveries(library, "weekly", number=1) == (done, still)


def test_what_was_seen_and_passed_over_is_the_reports_own(library: Library) -> None:
    save(library, FIRST)
    save(library, SECOND)
    for _ in range(2):
        pass_over(library, "weekly", "2026-W47")
    assert list_seen(library, "weekly", before=2) == frozenset("ab")
    assert list_seen(library, "weekly", before=1) == list_seen(library, "monthly", before=9) == frozenset()
    assert list_passed_over(library, "weekly") == {"2026-W47"}


def test_an_edition_that_is_not_there_is_said(library: Library) -> None:
    with pytest.raises(UnknownEdition, match="no editions yet"):
        load_edition(library, "weekly")
    save(library, FIRST)
    with pytest.raises(UnknownEdition, match="No\\. 7"):
        load_edition(library, "weekly", 7)
