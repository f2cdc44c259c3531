"""A run that is killed at any moment, runs at the same time, and a disk that is full."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefer.drafts import write_draft
from briefer.library.editions import list_deliveries, list_editions, load_edition
from briefer.library.opening import open_library
from briefer.model import DRAFT_SUFFIX, Draft
from briefer.model.reports import Report
from briefer.reporting import running
from briefer.reporting.desk import Desk
from briefer.reporting.waiting import waiting_path
from tests.delivery.disk import fail_the_nth, names_in
from tests.delivery.mailing import Serve
from tests.reports.killing import killed_at, run_apart, start_apart, wait_for
from tests.reports.making import STORIES, make_report, monday, open_desk, run, write_article

ANA = "ana@example.org"
FILES = {"weekly-001-2026-11-02.md", "weekly-001-2026-11-02.md.ledger.json"}


def set_up(folder: Path, port: int) -> Report:
    """A report with everything that can be owed of an edition, and a draft that waits for it."""
    write_article(folder / "in", "a.txt", STORIES[0], "2026-10-28")
    home = folder / "home"
    home.mkdir()
    (home / "config.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsecurity = "none"\nfrom = "desk@example.org"\n'
    )
    report = make_report(home, formats=("md",), copy_to=folder / "copies", mail_to=(ANA,))
    draft = Draft(replace(report.spec, as_of=date(2026, 11, 2)), bottom_line="We expect more.")
    (home / "reports").mkdir()
    (home / "reports" / f"weekly{DRAFT_SUFFIX}").write_bytes(write_draft(draft, home / "reports"))
    # How a library is begun is not the matter here, and takes its time.
    (home / "library.db").write_bytes(_make_library())
    return report


@cache
def _make_library() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        open_library(path).close()
        return path.read_bytes()


def check_whole(folder: Path) -> None:
    """One edition, printed, copied and sent, its draft used once and put aside; nothing else anywhere."""
    home = folder / "home"
    with open_desk(home) as desk:
        (edition,) = list_editions(desk.library)
        assert (edition.number, edition.take, edition.is_empty) == (1, 1, False)
        assert load_edition(desk.library, "weekly").draft is not None
        assert list_deliveries(desk.library, "weekly", owed=True) == ()
        assert len(list_deliveries(desk.library, "weekly")) == 3
        assert not waiting_path(desk, "weekly").exists()
    assert set(names_in(home / "reports" / ".kept")) == {"weekly-001.briefer.toml"}
    printed, copied = names_in(folder / "out"), names_in(folder / "copies")
    assert set(printed) == FILES
    assert copied == printed | {"weekly-latest.md": printed["weekly-001-2026-11-02.md"]}
    assert "We expect more." in printed["weekly-001-2026-11-02.md"].decode()
    check_sound(home)


def check_sound(home: Path) -> None:
    connection = sqlite3.connect(home / "library.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_run_that_is_killed_at_any_step_is_finished_by_the_next(tmp_path: Path, serve_mail: Serve) -> None:
    box, server = serve_mail()
    sent_twice = 0
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        report = set_up(folder, server.port)
        box.envelopes.clear()
        ended = run_apart(killed_at(step, partial(run, folder / "home", report, monday(2))))
        check_sound(folder / "home")
        assert run_apart(partial(run, folder / "home", report, monday(2))) == 0
        check_whole(folder)
        # Whoever is killed while the server answers cannot know; a mailbox knows the message again.
        assert len({bytes(envelope.original_content or b"") for envelope in box.envelopes}) == 1
        sent_twice += len(box.envelopes) - 1
        if ended == 0:
            assert step > 30
            assert sent_twice <= 4
            return
        assert ended == -signal.SIGKILL
    raise AssertionError("it never came through")


@contextmanager
def _no_claim(desk: Desk, report: str) -> Iterator[None]:
    yield


@pytest.mark.parametrize("is_claimed", [True, False])
def test_runs_at_the_same_time_make_a_period_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_claimed: bool
) -> None:
    """Also where the file system knows no locks: then the library alone decides."""
    if not is_claimed:
        monkeypatch.setattr(running, "claim", _no_claim)
    home = tmp_path / "home"
    write_article(tmp_path / "in", "a.txt", STORIES[0], "2026-10-28")
    report = make_report(home, formats=("md",))
    children = [start_apart(lambda: run(home, report, monday(2))) for _ in range(4)]
    assert [wait_for(child) for child in children] == [0, 0, 0, 0]
    with open_desk(home) as desk:
        assert [edition.number for edition in list_editions(desk.library)] == [1]
        assert list_deliveries(desk.library, "weekly", owed=True) == ()
    assert set(names_in(tmp_path / "out")) == FILES


def test_a_full_disk_at_any_step_leaves_what_the_next_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve_mail: Serve
) -> None:
    _, server = serve_mail()
    for step in range(1, 60):
        folder = tmp_path / str(step)
        folder.mkdir()
        report = set_up(folder, server.port)
        with monkeypatch.context() as patched:
            failed = fail_the_nth(patched, step)
            code = run_apart(partial(run, folder / "home", report, monday(2)))
            assert not failed  # what failed, failed in the child
        run(folder / "home", report, monday(2))
        check_whole(folder)
        if code == 0 and step > 12:
            return
    raise AssertionError("it never came through")


def test_what_a_mail_server_refuses_is_sent_later_and_once(tmp_path: Path, serve_mail: Serve) -> None:
    box, server = serve_mail()
    report = set_up(tmp_path, server.port)
    report = replace(report, mail_to=(ANA, "ben@example.org"))
    box.refused = {"ben@example.org"}
    first = run(tmp_path / "home", report, monday(2))
    assert [found.problem for found in first.outcomes if found.problem] == [
        "ben@example.org was refused by the server: 550 no such user"
    ]
    box.refused = set()
    for _ in range(2):
        run(tmp_path / "home", report, monday(2))
    assert box.recipients == [[ANA], ["ben@example.org"]]
    assert len({message["Message-ID"] for message in box.messages}) == 1
    assert box.messages[0]["Subject"] == "Arms watch, No. 1, 2 November 2026"
    body = box.messages[0].get_body()
    assert body is not None
    assert STORIES[0].removesuffix(" on Monday.") in " ".join(body.get_content().split())
