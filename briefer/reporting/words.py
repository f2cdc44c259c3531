"""Reports and editions in the words of the faces."""

from datetime import datetime
from zoneinfo import ZoneInfo

from briefer.model.reports import LAST_DAY, WEEKDAYS, Delivery, DeliveryKind, Edition, Every, Report, Schedule

_KINDS = {DeliveryKind.FILE: "print as", DeliveryKind.COPY: "copy as", DeliveryKind.MAIL: "mail to"}


def spell_schedule(schedule: Schedule) -> str:
    """`every week on monday at 07:00 Europe/Berlin`."""
    match schedule.every:
        case Every.DAY:
            day = ""
        case Every.WEEK:
            day = f" on {WEEKDAYS[schedule.day - 1]}"
        case Every.MONTH:
            day = " on the last day" if schedule.day == LAST_DAY else f" on day {schedule.day}"
    return f"every {schedule.every}{day} at {schedule.at:%H:%M} {schedule.zone}"


def spell_instant(instant: datetime, report: Report) -> str:
    """`2026-11-16 07:00`, in the zone of the report."""
    return f"{instant.astimezone(ZoneInfo(report.schedule.zone)):%Y-%m-%d %H:%M}"


def spell_edition(edition: Edition) -> str:
    """`weekly No. 13 of 2026-W46, as of 2026-11-16: Arms sales`."""
    again = f", again ({edition.take})" if edition.take > 1 else ""
    empty = " (nothing to report)" if edition.is_empty else ""
    return (
        f"{edition.report} No. {edition.number} of {edition.key}{again}, "
        f"as of {edition.as_of}: {edition.title}{empty}"
    )


def spell_delivery(delivery: Delivery) -> str:
    """What is owed or done of an edition, and why it failed."""
    what = f"No. {delivery.number}: {_KINDS[delivery.kind]} {delivery.target}"
    if delivery.done_at:
        place = f" → {delivery.place}" if delivery.place else ""
        return f"{what}: done {delivery.done_at:%Y-%m-%d %H:%M} UTC{place}"
    if not delivery.attempts:
        return f"{what}: not tried yet"
    return f"{what}: tried {delivery.attempts}×: {delivery.problem}"
