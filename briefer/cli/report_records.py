"""The shapes that `report` and `edition` print with `--json`. Field names are stable."""

from pathlib import Path
from typing import Any

from briefer.model.reports import Delivery, Edition, Standing
from briefer.reports import spell_weekday


def standing_record(standing: Standing) -> dict[str, Any]:
    """How a report stands: `report list --json` prints one of these for each."""
    schedule = standing.report.schedule
    return {
        "kind": "report",
        "name": standing.report.name,
        "every": schedule.every.value,
        "day": spell_weekday(schedule),
        "at": f"{schedule.at:%H:%M:%S}",
        "zone": schedule.zone,
        "latest": standing.latest.number if standing.latest else None,
        "due": list(standing.due),
        "next": standing.following.due.isoformat(),
        "owed": [delivery_record(delivery) for delivery in standing.owed],
    }


def report_record(standing: Standing, file: Path) -> dict[str, Any]:
    """Everything that a report is, and how it stands."""
    report = standing.report
    return {
        **standing_record(standing),
        "file": str(file),
        "paths": [str(path) for path in report.paths],
        "library": report.library,
        "themes": list(report.spec.themes),
        "formats": list(report.formats),
        "output_folder": str(report.output_folder),
        "copy_to": str(report.copy_to) if report.copy_to else None,
        "mail_to": list(report.mail_to),
        "since": report.since.value,
        "start": str(report.start) if report.start else None,
        "catch_up": report.catch_up.value,
        "when_empty": report.when_empty.value,
    }


def edition_record(edition: Edition) -> dict[str, Any]:
    """One edition: `edition list --json` prints one of these for each."""
    return {
        "kind": "edition",
        "report": edition.report,
        "number": edition.number,
        "period": edition.key,
        "take": edition.take,
        "first": str(edition.first) if edition.first else None,
        "end": str(edition.end),
        "as_of": str(edition.as_of),
        "made_at": edition.made_at.isoformat(),
        "title": edition.title,
        "empty": edition.is_empty,
    }


def delivery_record(delivery: Delivery) -> dict[str, Any]:
    """One thing that is owed of an edition, or was done."""
    return {
        "kind": "delivery",
        "number": delivery.number,
        "way": delivery.kind.value,
        "target": delivery.target,
        "attempts": delivery.attempts,
        "done_at": delivery.done_at.isoformat() if delivery.done_at else None,
        "place": delivery.place or None,
        "problem": delivery.problem or None,
    }
