"""Editions in folders: nothing of anybody else's is ever replaced, and nothing is ever half there."""

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest

from briefer.delivery.folder import point_latest, put_file
from briefer.errors import DeliveryFailed
from tests.delivery.disk import fail_the_nth, names_in


def test_a_file_is_put_once_and_again_is_the_same_file(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    first = put_file(folder, "weekly-1.pdf", b"one")
    assert put_file(folder, "weekly-1.pdf", b"one") == first
    assert names_in(folder) == {"weekly-1.pdf": b"one"}


def test_a_foreign_file_of_the_name_stays_and_ours_has_a_number(tmp_path: Path) -> None:
    (tmp_path / "weekly-1.pdf").write_bytes(b"foreign")
    (tmp_path / "weekly-1-2.pdf").mkdir()
    for _ in range(2):
        assert put_file(tmp_path, "weekly-1.pdf", b"ours").name == "weekly-1-3.pdf"
    assert (tmp_path / "weekly-1.pdf").read_bytes() == b"foreign"


def test_what_we_put_there_before_is_replaced(tmp_path: Path) -> None:
    path = put_file(tmp_path, "weekly-1.pdf", b"old")
    assert put_file(tmp_path, "weekly-1.pdf", b"new", known_sha256=hashlib.sha256(b"old").hexdigest()) == path
    assert names_in(tmp_path) == {"weekly-1.pdf": b"new"}


def test_a_link_that_leads_to_a_foreign_file_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "foreign").write_bytes(b"foreign")
    (tmp_path / "weekly-1.pdf").symlink_to("foreign")
    assert put_file(tmp_path, "weekly-1.pdf", b"ours").name == "weekly-1-2.pdf"
    assert (tmp_path / "foreign").read_bytes() == b"foreign"


def test_the_link_leads_to_the_latest(tmp_path: Path) -> None:
    for number in (1, 2, 2):
        path = put_file(tmp_path, f"weekly-{number}.pdf", b"%d" % number)
        link = point_latest(path, "weekly-latest.pdf")
        assert link.read_bytes() == b"%d" % number
        assert link.readlink() == Path(path.name)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_with_the_name_of_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "latest.pdf").write_bytes(b"foreign")
    with pytest.raises(DeliveryFailed, match="no link"):
        point_latest(put_file(tmp_path, "weekly-1.pdf", b"one"), "latest.pdf")
    assert (tmp_path / "latest.pdf").read_bytes() == b"foreign"


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(DeliveryFailed, match="a file stands where a folder should"):
        put_file(tmp_path / "out", "weekly-1.pdf", b"one")


def test_whichever_step_fails_the_folder_holds_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the first, second, third ... step, until there is no further one."""
    for step in range(1, 50):
        folder = tmp_path / str(step)
        point_latest(put_file(folder, "weekly-1.pdf", b"one"), "latest.pdf")
        with monkeypatch.context() as patched:
            failed = fail_the_nth(patched, step)
            with suppress(DeliveryFailed):
                point_latest(put_file(folder, "weekly-2.pdf", b"two"), "latest.pdf")
        shown = names_in(folder)
        assert shown.pop("latest.pdf") == (b"two" if "weekly-2.pdf" in shown and not failed else b"one")
        assert shown.pop("weekly-2.pdf", b"two") == b"two"
        assert shown == {"weekly-1.pdf": b"one"}
        # The next run finishes what this one left.
        point_latest(put_file(folder, "weekly-2.pdf", b"two"), "latest.pdf")
        assert set(names_in(folder)) == {"weekly-1.pdf", "weekly-2.pdf", "latest.pdf"}
        if not failed:
            assert step > 4
            return
    raise AssertionError("it never came through")
