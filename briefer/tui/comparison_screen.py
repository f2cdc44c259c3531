"""Two editions of a report side by side: what stands no longer, what stands, and what is new."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefer.model import Brief, Changes, ChangeState, Quote, Section
from briefer.rendering import news
from briefer.rendering.wording import spell_cited, spell_day
from briefer.text.hygiene import clean_line
from briefer.tui import facts
from briefer.tui.plain import MUTED
from briefer.tui.side_screen import SideScreen

_SIGNS = {
    ChangeState.NEW: ("+ ", "$text-success"),
    ChangeState.DEVELOPING: ("~ ", "$text-warning"),
    ChangeState.UNCHANGED: ("= ", MUTED),
    ChangeState.GONE: ("  ", MUTED),
}
_LONGEST = 2000


class EditionPane(VerticalScroll):
    """The sentences of one edition, theme by theme, each with what became of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", "Down", show=False, id="comparison.down"),
        Binding("up,k", "scroll_up", "Up", show=False, id="comparison.up"),
    ]

    def compose(self) -> "Iterator[Static]":
        yield Static()

    def show_brief(self, brief: Brief, states: dict[int, ChangeState]) -> None:
        self.border_title = f"No. {brief.edition} · {spell_day(brief.as_of)}"
        self.query_one(Static).update(Content("\n").join(_describe(brief, states)))


class ComparisonScreen(SideScreen):
    """The earlier edition on the left, the later on the right."""

    PLACE = "Comparison"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,right,l", "app.focus_next", "Other side", key_display="tab", id="comparison.next"),
        Binding("shift+tab,left,h", "app.focus_previous", "Other side", show=False, id="comparison.previous"),
        Binding("escape,q", "app.pop_screen", "Back", key_display="esc", id="comparison.back"),
    ]

    def __init__(self, report: str) -> None:
        super().__init__()
        self._report = report

    def make_body(self) -> Widget:
        return Horizontal(EditionPane(id="earlier"), EditionPane(id="later"))

    def on_mount(self) -> None:
        self.show_head(f"Comparing editions of {self._report}")

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.EditionsCompared):
            changes = fact.changes
            self.show_head(_sum_up(fact.later, changes))
            goes_on = {
                change.earlier: change.state for change in changes.sentences if change.earlier is not None
            }
            self.query_one("#earlier", EditionPane).show_brief(fact.earlier, goes_on)
            states = {change.quote: change.state for change in changes.sentences}
            self.query_one("#later", EditionPane).show_brief(fact.later, states)
            self.query_one("#later").focus()
        elif isinstance(fact, facts.WorkFailed):
            self.show_head(f"{fact.doing} failed: {fact.error}")


def _sum_up(later: Brief, changes: Changes) -> str:
    compared = replace(later, changes=changes)
    if changes.is_none:
        return news.spell_no_change(compared)
    said = "; ".join(f"{label}: {what}" for label, what in news.spell_changes(compared))
    return f"{said}   + new  ~ developing  = printed before"


def _describe(brief: Brief, states: dict[int, ChangeState]) -> Iterator[Content]:
    """The lines of one edition; a sentence of which nothing became has no sign."""
    for section in brief.sections:
        yield Content.styled(clean_line(section.title), "bold")
        quotes = _quotes_of(section, brief)
        for quote in quotes:
            yield Content.assemble(
                _SIGNS[states.get(quote.number, ChangeState.GONE)],
                clean_line(quote.text, limit=_LONGEST),
                (f" [{spell_cited(quote)}]", MUTED),
            )
        if not quotes:
            yield Content.styled("  nothing is printed", MUTED)
        yield Content("")


def _quotes_of(section: Section, brief: Brief) -> tuple[Quote, ...]:
    points = (brief.key_points[number - 1].quote for number in section.key_points)
    return (*points, *section.summary, *section.evidence, *section.commentary)
