"""What the checks find in the brief, and the ways out: put it right, waive the rule, or print unchecked."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefer.checks import RULES, Checked, get_rule
from briefer.model import Finding, Quote, Section, Severity, Source, Waiver
from briefer.model.edits import waive
from briefer.text.counted import spell_count
from briefer.text.hygiene import clean_line
from briefer.tui import facts
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.prompts import LinePrompt
from briefer.tui.rows import Rows
from briefer.tui.settings_pane import FIELDS
from briefer.tui.side_screen import SideScreen

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp

_SIGNS = {
    Severity.ERROR: ("✗", "$text-error"),
    Severity.WARNING: ("!", "$text-warning"),
    Severity.NOTE: ("·", MUTED),
}
_GUTTER = 2


class FindingRows(Rows):
    """Three lines for each finding, gravest first, then for each rule that is waived."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Go there", id="rows.open")]

    def __init__(self) -> None:
        super().__init__(row_height=3, id="findings")
        self.border_title = "Findings"
        self._entries: tuple[Finding | Waiver, ...] = ()

    @property
    def current(self) -> Finding | Waiver | None:
        return self._entries[self.cursor] if self._entries else None

    def show_entries(self, findings: tuple[Finding, ...], waivers: tuple[Waiver, ...]) -> None:
        self._entries = (*findings, *waivers)
        self.set_count(len(self._entries))

    def draw_line(self, index: int, line: int, width: int) -> Content:
        entry, room = self._entries[index], width - _GUTTER
        if isinstance(entry, Waiver):
            sign, style = "○", MUTED
            texts = (f"{entry.rule} is waived", f"because: {entry.reason}", "")
        else:
            sign, style = _SIGNS[entry.severity]
            texts = (f"{entry.where} · {entry.rule}", entry.message, entry.way_out)
        text = clip(clean_line(texts[line], limit=1000), room)
        if line == 0:
            return Content.assemble((f"{sign} ", style), (text, "bold"))
        return Content.assemble(" " * _GUTTER, (text, MUTED if line == 2 or sign == "○" else ""))


class FindingsScreen(SideScreen):
    """Every finding with its place, what is wrong and the way out; what is waived stands below."""

    PLACE = "Findings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "waive", "Waive with a reason", id="findings.waive"),
        Binding("u", "app.undo", "Undo", id="findings.undo"),
        Binding("ctrl+r", "app.redo", "Redo", show=False, id="findings.redo"),
        Binding("p", "app.print", "Print", id="findings.print"),
        Binding("P", "app.print(True)", "Print unchecked", id="findings.print-unchecked"),
        Binding("escape,q,f", "app.pop_screen", "Back", key_display="esc", id="findings.back"),
    ]

    @classmethod
    def refuse(cls, app: "BrieferApp") -> str:
        return app.refuse_drafting()

    def make_body(self) -> Widget:
        return Vertical(FindingRows(), Static(id="rule"))

    def on_mount(self) -> None:
        self.show_findings(self.briefer.checked)
        self.query_one(FindingRows).focus()

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.BriefDrafted):
            self.show_findings(fact.checked)
        elif isinstance(fact, facts.NothingDrafted):
            self.show_head(fact.reason)
            self.show_findings(None)

    def show_findings(self, checked: Checked | None) -> None:
        """Show what was found in the brief as it was drafted last, if there is one."""
        assert self.briefer.history is not None  # noqa: S101 - there is a draft wherever there are findings
        waivers = self.briefer.history.now.waivers
        rows = self.query_one(FindingRows)
        rows.show_entries(checked.findings if checked else (), waivers)
        if checked is not None:
            self.show_head(_spell_outcome(checked))
            rows.show_notice(f"None of {len(RULES)} rules is broken.")
        self._show_rule()

    @on(Rows.CursorMoved)
    def _show_rule(self) -> None:
        """Show what the rule at the cursor finds and why that matters."""
        entry = self.query_one(FindingRows).current
        pane = self.query_one("#rule", Static)
        pane.display = entry is not None
        if entry is not None:
            rule = get_rule(entry.rule)
            pane.border_title = rule.id
            lines = [plain(rule.title, limit=600), Content.styled(clean_line(rule.reason, limit=900), MUTED)]
            pane.update(Content("\n").join(lines))

    @on(Rows.Chosen)
    def _put_right(self) -> None:
        """Go to where it can be put right: the sentence, the text, the article or the field."""
        finding, checked = self.query_one(FindingRows).current, self.briefer.checked
        if isinstance(finding, Waiver):
            self.action_waive()
        if not isinstance(finding, Finding) or checked is None or self.briefer.workspace is None:
            return
        field = finding.where.partition(",")[0]
        subject = self.briefer.workspace.find_subject(checked.brief, finding)
        if subject is None and field not in FIELDS:
            self.notify(plain(f"It is about {field} as a whole. {finding.way_out}", limit=600))  # type: ignore[arg-type]
            return
        self.app.pop_screen()
        desk = self.briefer.desk
        match subject:
            case Quote():
                desk.go_to_sentence(subject.citation.article_id, subject.citation.span)
            case Section():
                desk.go_to_theme(subject.theme)
                desk.action_write()
            case Source():
                self.briefer.show_article(subject.article_id)
            case None:
                desk.action_set(field)

    def action_waive(self) -> None:
        """Set the rule aside for this brief; the reason is printed."""
        entry = self.query_one(FindingRows).current
        if entry is None or self.briefer.history is None:
            return
        known = {waiver.rule: waiver.reason for waiver in self.briefer.history.now.waivers}

        def change(reason: str | None) -> None:
            if reason is not None and self.briefer.history is not None:
                self.briefer.edit(waive(self.briefer.history.now, entry.rule, reason))
                self.show_findings(self.briefer.checked)

        hint = "Why the rule may be broken here. The brief prints the reason; without one, the rule holds."
        prompt = LinePrompt(f"Waive {entry.rule}", known.get(entry.rule, ""), hint=hint)
        self.app.push_screen(prompt, change)


def _spell_outcome(checked: Checked) -> str:
    counts = [
        spell_count(number, severity.value)
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in checked.findings))
    ]
    outcome = ", ".join(counts) or "Nothing is found"
    way_out = (
        "Not printed until it is put right or waived" if checked.is_refused else "The brief can be printed"
    )
    return f"{outcome}. {way_out}."
