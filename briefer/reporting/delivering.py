"""What is owed of editions, brought where it is to go; what fails is noted and tried again."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefer.config import read_mail_server
from briefer.delivery.folder import point_latest, put_file
from briefer.errors import BrieferError
from briefer.library.editions import (
    list_deliveries,
    list_editions,
    load_edition,
    note_attempt,
    note_delivered,
    note_problem,
)
from briefer.model import LEDGER_SUFFIX, Brief
from briefer.model.reports import Delivery, DeliveryKind, Edition, Report
from briefer.rendering import open_printer
from briefer.rendering.outputs import make_ledger_beside
from briefer.rendering.saved import parse_saved_brief
from briefer.rendering.templates import find_template
from briefer.reporting.desk import Desk
from briefer.reporting.making import owed_deliveries
from briefer.reporting.telling import spell_message, spell_subject

_INTERRUPTED = "it was interrupted"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one delivery: where it was brought, or why it was not."""

    delivery: Delivery
    place: str
    problem: str


def read_brief_of(desk: Desk, report: str, number: int | None) -> tuple[Edition, Brief]:
    """An edition of a report, or its latest one, with its brief.

    Raises:
        UnknownEdition: there is none.
    """
    stored = load_edition(desk.library, report, number)
    return stored.edition, parse_saved_brief(stored.content, desk.library.path)


def name_file(edition: Edition, form: str) -> str:
    """What the file of an edition is called."""
    return f"{edition.report}-{edition.number:03}-{edition.as_of}.{form}"


def deliver_owed(desk: Desk, report: Report, *, now: datetime) -> tuple[Outcome, ...]:
    """Do what is owed of every edition of the report, oldest first, as far as the report still asks for it.

    Printed files of the latest edition that are not there any more are printed again.
    """
    editions = list_editions(desk.library, report.name)
    owed = list_owed(desk, report)
    missing = _find_missing(desk, report, editions)
    outcomes: list[Outcome] = []
    for edition in editions:
        due = [delivery for delivery in (*missing, *owed) if delivery.number == edition.number]
        if due:
            outcomes += _Courier(desk, report, edition, now, is_latest=edition == editions[-1]).bring(due)
    return tuple(outcomes)


def list_owed(desk: Desk, report: Report) -> tuple[Delivery, ...]:
    """What is owed of the editions of a report and the report still asks for."""
    asked = set(owed_deliveries(report))
    return tuple(
        delivery
        for delivery in list_deliveries(desk.library, report.name, owed=True)
        if (delivery.kind, delivery.target) in asked
    )


def _find_missing(desk: Desk, report: Report, editions: Sequence[Edition]) -> list[Delivery]:
    """The files of the latest edition that were printed and are gone."""
    if not editions:
        return []
    return [
        delivery
        for delivery in list_deliveries(desk.library, report.name, number=editions[-1].number)
        if delivery.kind is DeliveryKind.FILE
        and delivery.done_at
        and delivery.target in report.formats
        and not Path(delivery.place).exists()
    ]


class _Courier:
    """Brings one edition where it is to go, printing each of its forms once."""

    def __init__(
        self, desk: Desk, report: Report, edition: Edition, now: datetime, *, is_latest: bool
    ) -> None:
        self._desk, self._report, self._edition, self._now = desk, report, edition, now
        self._is_latest = is_latest
        self._brief = read_brief_of(desk, report.name, edition.number)[1]
        self._printed: dict[str, bytes] = {}

    def bring(self, due: Sequence[Delivery]) -> Iterator[Outcome]:
        """Do each delivery; those by mail go in one message."""
        for delivery in due:
            if delivery.kind is not DeliveryKind.MAIL:
                yield self._attempt(delivery, self._put if delivery.kind is DeliveryKind.FILE else self._copy)
        mails = [delivery for delivery in due if delivery.kind is DeliveryKind.MAIL]
        if mails:
            yield from self._mail(mails)

    def _attempt(self, delivery: Delivery, bring: Callable[[Delivery], Path]) -> Outcome:
        note_attempt(self._desk.library, delivery, problem=_INTERRUPTED)
        try:
            place = bring(delivery)
        except BrieferError as error:
            return self._fail(delivery, str(error))
        digest = hashlib.sha256(self._print(delivery.target)).hexdigest()
        note_delivered(self._desk.library, delivery, at=self._now, place=str(place), sha256=digest)
        return Outcome(delivery, str(place), "")

    def _fail(self, delivery: Delivery, problem: str) -> Outcome:
        note_problem(self._desk.library, delivery, problem)
        return Outcome(delivery, "", problem)

    def _put(self, delivery: Delivery) -> Path:
        return self._put_into(self._report.output_folder, delivery)

    def _copy(self, delivery: Delivery) -> Path:
        folder = self._report.copy_to
        assert folder is not None  # noqa: S101 - what the report does not ask for is not delivered
        path = self._put_into(folder, delivery)
        # An older edition that is late does not take the place of a newer one.
        if self._is_latest:
            point_latest(path, f"{self._report.name}-latest{path.suffix}")
        return path

    def _put_into(self, folder: Path, delivery: Delivery) -> Path:
        form = delivery.target
        content, known = self._print(form), delivery.sha256
        path = put_file(folder, name_file(self._edition, form), content, known_sha256=known)
        ledger = make_ledger_beside(content, brief=self._brief, form=form)
        if ledger is not None:
            put_file(folder, path.name + LEDGER_SUFFIX, ledger)
        return path

    def _print(self, form: str) -> bytes:
        if form not in self._printed:
            self._printed[form] = print_brief(self._desk, self._brief, form)
        return self._printed[form]

    def _mail(self, due: Sequence[Delivery]) -> Iterator[Outcome]:
        from briefer.delivery.mail import Attachment, make_message, send_message

        for delivery in due:
            note_attempt(self._desk.library, delivery, problem=_INTERRUPTED)
        addresses = [delivery.target for delivery in due]
        try:
            server = read_mail_server(self._desk.home / "config.toml")
            files = [
                Attachment(name_file(self._edition, form), self._print(form)) for form in self._report.formats
            ]
            message = make_message(
                server,
                self._report.mail_to,
                subject=spell_subject(self._edition),
                text=spell_message(self._edition, self._brief, [file.name for file in files]),
                attachments=files,
                made_at=self._edition.made_at,
                edition=f"{self._edition.report}.{self._edition.number}.{self._edition.key}",
            )
            refused = send_message(server, message, addresses)
        except BrieferError as error:
            yield from (self._fail(delivery, str(error)) for delivery in due)
            return
        for delivery in due:
            if delivery.target in refused:
                yield self._fail(
                    delivery, f"{delivery.target} was refused by the server: {refused[delivery.target]}"
                )
            else:
                note_delivered(self._desk.library, delivery, at=self._now)
                yield Outcome(delivery, delivery.target, "")


def print_brief(desk: Desk, brief: Brief, form: str) -> bytes:
    """The whole file of a stored brief, with the template it was made for.

    Raises:
        UnknownName: there is no such form, or no such template any more.
        RenderingFailed, MissingSystemLibrary: it cannot be printed; says why.
    """
    template = find_template(brief.spec.template, desk.templates)
    with ExitStack() as stack:
        printer = stack.enter_context(open_printer(form, template))
        return printer(brief)
