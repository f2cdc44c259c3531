"""The draft that an analyst writes for the next edition, and where it goes when that is made."""

from datetime import datetime
from pathlib import Path

from briefer.delivery.folder import put_file, write_text
from briefer.drafts import write_draft
from briefer.errors import UnknownEdition
from briefer.library.editions import list_editions, list_passed_over, load_edition
from briefer.model import DRAFT_SUFFIX, Draft
from briefer.model.reports import Report
from briefer.reporting.desk import Desk
from briefer.reporting.keeping import kept_folder
from briefer.reporting.making import make_spec
from briefer.reporting.planning import plan_due, plan_next


def waiting_path(desk: Desk, report: str) -> Path:
    """Where the draft for the next edition waits."""
    return desk.reports / f"{report}{DRAFT_SUFFIX}"


def start_draft(desk: Desk, report: Report, now: datetime) -> Path:
    """Write an empty draft for the next edition, unless one waits; says where it is.

    Raises:
        DeliveryFailed: it cannot be written.
    """
    path = waiting_path(desk, report.name)
    if not path.exists():
        editions = list_editions(desk.library, report.name)
        due = plan_due(report, editions, list_passed_over(desk.library, report.name), now)
        plan = due[0] if due else plan_next(report, editions, now)
        spec = make_spec(report, plan)
        write_text(
            path, write_draft(Draft(spec, report.paths, library=report.library), path.parent).decode("utf-8")
        )
    return path


def find_waiting(desk: Desk, report: str) -> Path | None:
    """The draft that waits for the next edition, where there is one."""
    path = waiting_path(desk, report)
    return path if path.is_file() else None


def clear_used(desk: Desk, report: str) -> None:
    """Put a draft aside that the latest edition was made with, under the number of that edition.

    Raises:
        DeliveryFailed: it cannot be put there.
    """
    waiting = find_waiting(desk, report)
    if waiting is None:
        return
    try:
        latest = load_edition(desk.library, report)
    except UnknownEdition:
        return
    content = waiting.read_bytes()
    # The edition is stored with the draft's bytes, so that a run that was killed here uses no draft twice.
    if latest.draft == content:
        put_file(kept_folder(desk), f"{report}-{latest.edition.number:03}{DRAFT_SUFFIX}", content)
        waiting.unlink()
