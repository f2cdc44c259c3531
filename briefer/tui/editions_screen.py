"""The editions of a report: look at their pages, hold two against each other, print one again."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefer.model.reports import Edition
from briefer.text.counted import spell_count
from briefer.text.hygiene import clean_line
from briefer.tui import facts
from briefer.tui.pages_screen import PagesScreen
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.prompts import LinePrompt
from briefer.tui.rows import Rows
from briefer.tui.side_screen import SideScreen

_MARKED = 2
"""So many are held against each other."""


class EditionRows(Rows):
    """A row for each edition, latest first; what is marked is compared."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Pages", id="rows.open")]

    def __init__(self, report: str) -> None:
        super().__init__(id="editions")
        self.border_title = plain(f"Editions of {report}")
        self.marked: tuple[int, ...] = ()
        self._editions: tuple[Edition, ...] = ()

    @property
    def current(self) -> Edition | None:
        return self._editions[self.cursor] if self._editions else None

    def show_editions(self, editions: tuple[Edition, ...]) -> None:
        self._editions = editions[::-1]
        self.border_subtitle = spell_count(len(editions), "edition")
        self.set_count(len(editions))

    def toggle(self, number: int) -> None:
        """Mark an edition, or take its mark off; the one marked first gives way to a third."""
        if number in self.marked:
            self.marked = tuple(marked for marked in self.marked if marked != number)
        else:
            self.marked = (*self.marked[-(_MARKED - 1) :], number)
        self.refresh()

    def pair(self) -> tuple[int, int] | None:
        """The two to compare: those marked, or the one at the cursor and the one before it."""
        if len(self.marked) == _MARKED:
            earlier, later = sorted(self.marked)
            return earlier, later
        if self.cursor + 1 < len(self._editions):
            return self._editions[self.cursor + 1].number, self._editions[self.cursor].number
        return None

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        edition = self._editions[index]
        mark = ("▣ ", "$text-accent") if edition.number in self.marked else ("▢ ", MUTED)
        known = f"No. {edition.number:<4} {edition.key:<11} {edition.as_of}  "
        room = max(width - len(known) - 2, 8)
        title = "nothing to report" if edition.is_empty else clean_line(edition.title)
        return Content.assemble(mark, (known, ""), (clip(title, room), MUTED if edition.is_empty else ""))


class EditionsScreen(SideScreen):
    """Every edition of one report; each can be made again, byte for byte and in any form."""

    PLACE = "Editions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", id="editions.mark"),
        Binding("c", "compare", "Compare", id="editions.compare"),
        Binding("p", "print", "Print again", id="editions.print"),
        Binding("escape,q", "app.pop_screen", "Back", key_display="esc", id="editions.back"),
    ]

    def __init__(self, report: str) -> None:
        super().__init__()
        self._report = report

    def make_body(self) -> Widget:
        return EditionRows(self._report)

    def on_mount(self) -> None:
        self.show_head("An edition never changes; it can be made again at any time.")
        self.query_one(EditionRows).focus()
        if self.briefer.workspace:
            self.briefer.list_editions(self.briefer.workspace, self._report)

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.EditionsListed):
            rows = self.query_one(EditionRows)
            rows.show_editions(fact.editions)
            if not fact.editions:
                rows.show_notice("There is no edition yet. r on the screen before makes what is due.")
        elif isinstance(fact, facts.EditionPrinted):
            self.show_head(f"Wrote {fact.path}. {fact.note}".strip())
        elif isinstance(fact, facts.WorkFailed):
            self.show_head(f"{fact.doing} failed: {fact.error}")

    @on(Rows.Chosen)
    def _show_pages(self) -> None:
        edition, workspace = self.query_one(EditionRows).current, self.briefer.workspace
        if edition and workspace:

            def draw() -> None:
                self.briefer.draw_edition(workspace, edition.report, edition.number)

            self.app.push_screen(PagesScreen(draw))

    def action_mark(self) -> None:
        """Mark the edition for comparing."""
        rows = self.query_one(EditionRows)
        if rows.current:
            rows.toggle(rows.current.number)

    def action_compare(self) -> None:
        """Show two editions side by side: the two that are marked, or this one and the one before."""
        pair = self.query_one(EditionRows).pair()
        if pair is None:
            self.notify("There is no edition before this one. Mark two with space.")
        elif self.briefer.workspace:
            from briefer.tui.comparison_screen import ComparisonScreen

            self.app.push_screen(ComparisonScreen(self._report))
            self.briefer.compare_editions(self.briefer.workspace, self._report, *pair)

    def action_print(self) -> None:
        """Make the edition again, in the form that the file's name asks for."""
        edition, workspace = self.query_one(EditionRows).current, self.briefer.workspace
        if edition is None or workspace is None:
            return

        def write(typed: str | None) -> None:
            if typed:
                self.briefer.print_edition(
                    workspace, edition.report, edition.number, Path(typed).expanduser()
                )

        name = f"{edition.report}-{edition.number:03}-{edition.as_of}.pdf"
        hint = "Its suffix says the form: .pdf, .html, .md or .json."
        self.app.push_screen(LinePrompt(f"Print No. {edition.number} to", name, hint=hint), write)
