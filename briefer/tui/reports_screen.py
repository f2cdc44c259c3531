"""The reports that recur: what is due, what was made last, what is owed; and one key to make what is due."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefer.model.reports import Broken, Standing
from briefer.reporting.words import spell_delivery, spell_edition, spell_instant, spell_schedule
from briefer.text.counted import spell_count
from briefer.text.hygiene import clean_line
from briefer.tui import facts
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.rows import Rows
from briefer.tui.side_screen import SideScreen

if TYPE_CHECKING:
    from briefer.reporting.running import Run
    from briefer.tui.app import BrieferApp

_NAME = 20


class ReportRows(Rows):
    """Two lines for each report: when it is made, and how it stands."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Editions", id="rows.open")]

    def __init__(self) -> None:
        super().__init__(row_height=2, id="reports")
        self.border_title = "Reports"
        self._standings: tuple[Standing | Broken, ...] = ()

    @property
    def current(self) -> Standing | Broken | None:
        return self._standings[self.cursor] if self._standings else None

    def show_standings(self, standings: tuple[Standing | Broken, ...]) -> None:
        self._standings = standings
        self.set_count(len(standings))

    def draw_line(self, index: int, line: int, width: int) -> Content:
        standing = self._standings[index]
        if isinstance(standing, Broken):
            text = clean_line(str(standing.error), limit=600) if line else standing.name
            return Content.assemble(("✗ " if not line else "  ", "$text-error"), clip(text, width - 2))
        is_due = bool(standing.due or standing.owed)
        if line == 0:
            name = clip(clean_line(standing.report.name), _NAME).ljust(_NAME)
            when = clip(spell_schedule(standing.report.schedule), width - _NAME - 3)
            sign = ("● ", "$text-warning") if is_due else ("○ ", MUTED)
            return Content.assemble(sign, (name, "bold"), " ", (when, MUTED))
        return Content.assemble("  ", (clip(_spell_standing(standing), width - 2), "" if is_due else MUTED))


class ReportsScreen(SideScreen):
    """Every report with its next edition and its last; what is owed of the one at the cursor stands below."""

    PLACE = "Reports"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "run", "Make due", id="reports.run"),
        Binding("d", "deliver", "Deliver owed", id="reports.deliver"),
        Binding("w", "write", "Draft next", id="reports.write"),
        Binding("escape,q,b", "back", "Back", key_display="esc", id="reports.back"),
    ]

    @classmethod
    def refuse(cls, app: "BrieferApp") -> str:
        return "" if app.workspace else "Nothing is loaded yet."

    def make_body(self) -> Widget:
        return Vertical(ReportRows(), Static(id="owed"))

    def on_mount(self) -> None:
        self.show_head("Each edition says what is new since the one before.")
        self.query_one(ReportRows).focus()
        self._list()

    def _list(self) -> None:
        if self.briefer.workspace:
            self.briefer.list_reports(self.briefer.workspace, self.briefer.clock())

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.ReportsListed):
            self._show_standings(fact.standings)
        elif isinstance(fact, facts.ReportRun):
            self.show_head("; ".join(_spell_run(fact.run)))
            self._list()
        elif isinstance(fact, facts.OwedDelivered):
            failed = [outcome.problem for outcome in fact.outcomes if outcome.problem]
            self.show_head(f"Not delivered: {failed[0]}" if failed else "Everything is delivered.")
            self._list()
        elif isinstance(fact, facts.WorkFailed):
            self.show_head(f"{fact.doing} failed: {fact.error}")

    def _show_standings(self, standings: tuple[Standing | Broken, ...]) -> None:
        rows = self.query_one(ReportRows)
        rows.show_standings(standings)
        due = sum(isinstance(standing, Standing) and bool(standing.due) for standing in standings)
        rows.border_subtitle = f"{due:,} due of {len(standings):,}" if standings else ""
        if not standings:
            rows.show_notice("There are no reports yet. Make one with: briefer report new NAME PATH...")
        self._show_owed()

    @on(Rows.CursorMoved)
    def _show_owed(self) -> None:
        """Show what the report asks for and what is owed of it."""
        standing = self.query_one(ReportRows).current
        pane = self.query_one("#owed", Static)
        pane.display = isinstance(standing, Standing)
        if isinstance(standing, Standing):
            pane.border_title = plain(standing.report.name)
            pane.update(Content("\n").join(plain(line, limit=600) for line in _describe(standing)))

    @on(Rows.Chosen)
    def _show_editions(self) -> None:
        standing = self.query_one(ReportRows).current
        if isinstance(standing, Standing):
            from briefer.tui.editions_screen import EditionsScreen

            self.app.push_screen(EditionsScreen(standing.report.name))

    def action_run(self) -> None:
        """Make every edition of the report that is due, and deliver it."""
        standing = self.query_one(ReportRows).current
        if isinstance(standing, Standing) and self.briefer.workspace:
            self.show_head(f"Making {standing.report.name}")
            self.briefer.run_report(self.briefer.workspace, standing.report.name, self.briefer.clock())

    def action_deliver(self) -> None:
        """Try again what was not delivered."""
        standing = self.query_one(ReportRows).current
        if isinstance(standing, Standing) and self.briefer.workspace:
            self.show_head(f"Delivering {standing.report.name}")
            self.briefer.deliver_owed(self.briefer.workspace, standing.report.name, self.briefer.clock())

    def action_write(self) -> None:
        """Begin the draft that the next edition waits for, and say how to go on with it."""
        standing = self.query_one(ReportRows).current
        if isinstance(standing, Standing) and self.briefer.workspace:
            name, now = standing.report.name, self.briefer.clock()
            path = self.briefer.workspace.reports.start_draft(name, now=now)
            self.notify(
                plain(f"The next edition takes what you write in {path}", limit=1000),  # type: ignore[arg-type]
                title="Draft",
                timeout=15,
            )
            self._list()

    def action_back(self) -> None:
        """Leave; a report that is being made is finished all the same."""
        self.app.pop_screen()


def _spell_standing(standing: Standing) -> str:
    """What is due or next, and what was last."""
    parts = []
    if standing.due:
        parts.append(f"due: {', '.join(standing.due)}")
    else:
        parts.append(f"next: {spell_instant(standing.following.due, standing.report)}")
    if standing.latest:
        parts.append(f"last: No. {standing.latest.number} of {standing.latest.key}")
    if standing.owed:
        parts.append(f"{spell_count(len(standing.owed), 'delivery', 'deliveries')} owed")
    if standing.waiting:
        parts.append("a draft waits")
    return " · ".join(parts)


def _describe(standing: Standing) -> list[str]:
    report = standing.report
    inputs = (
        f"library {report.library}".strip()
        if report.library is not None
        else ", ".join(map(str, report.paths))
    )
    return [
        f"Themes: {', '.join(report.spec.themes) or 'those that the articles speak to most'}",
        f"Articles: {inputs}",
        f"Goes to {report.output_folder} as {', '.join(report.formats)}",
        *map(spell_delivery, standing.owed),
    ]


def _spell_run(run: "Run") -> list[str]:
    """What a run came to."""
    said = [f"Made {spell_edition(edition)}" for edition in run.made]
    said += [f"Nothing to report of {key}" for key in run.passed_over]
    said += [f"Not delivered: {outcome.problem}" for outcome in run.outcomes if outcome.problem]
    if run.failures:
        said.append(f"{spell_count(len(run.failures), 'file')} could not be read")
    return said or [f"Nothing is due: {run.idle_reason}" if run.idle_reason else "Nothing is due."]
