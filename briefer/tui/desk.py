"""The main screen: its keys, and what it does when something is known or chosen."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from briefer.tui.asking import Asking
from briefer.tui.plain import plain
from briefer.tui.prompts import ChoicePrompt
from briefer.tui.rows import Rows
from briefer.tui.shaping import Shaping


class Desk(Shaping, Asking):
    """Pick, see, shape and print, on one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "write", "Write", id="write"),
        Binding("v", "app.show('pages')", "Pages", id="pages"),
        Binding("p", "app.print", "Print", id="print"),
        Binding("question_mark", "app.help", "All keys", key_display="?", id="help"),
        Binding("u", "app.undo", "Undo", show=False, id="undo"),
        Binding("ctrl+r", "app.redo", "Redo", show=False, id="redo"),
        Binding("R", "app.read_again", "Read again", show=False, id="read-again"),
        Binding("a", "app.show('articles')", "Articles that were read", show=False, id="articles"),
        Binding("f", "app.show('findings')", "Findings of the checks", show=False, id="findings"),
        Binding("b", "app.show('reports')", "Reports that recur", show=False, id="reports"),
        Binding("c", "app.copy_command", "Copy the command line", show=False, id="command"),
        Binding("x", "app.open_printed", "Open what was printed", show=False, id="open-printed"),
        Binding("1", "go('themes')", "To the themes", show=False, priority=True, id="go.themes"),
        Binding("2", "go('settings')", "To the brief's fields", show=False, priority=True, id="go.settings"),
        Binding("3", "go('evidence')", "To the evidence", show=False, priority=True, id="go.evidence"),
        Binding("4", "go('outline')", "To the outline", show=False, priority=True, id="go.outline"),
        Binding("5", "go('article')", "To the article", show=False, priority=True, id="go.article"),
        Binding("escape", "escape", "Stop what runs, or back", show=False, id="escape"),
        Binding("q", "app.quit", "Quit", show=False, id="quit"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys to the panes come before those of the panes, but not before what is typed."""
        if action == "go" and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)

    @on(Rows.CursorMoved, "#themes")
    def _show_theme_at_cursor(self) -> None:
        if self.briefer.history:
            self.show_evidence()
            self.show_decisions()

    @on(Rows.CursorMoved, "#evidence")
    def _show_article_at_cursor(self, event: Rows.CursorMoved) -> None:
        theme = self.themes_pane.current
        if theme is not None and self.briefer.history:
            self._cursors[theme.name] = event.index
            self.show_sentence()
            self.show_decisions()

    @on(Rows.Chosen, "#themes")
    def _enter_theme(self) -> None:
        self.action_go("evidence")

    @on(Rows.Chosen, "#evidence")
    def _enter_sentence(self) -> None:
        self.action_go("article")

    @on(Rows.Chosen, "#outline")
    def _enter_quote(self, event: Rows.Chosen) -> None:
        citation = self.outline_pane.citation_at(event.index)
        if citation is not None:
            self.go_to_sentence(citation.article_id, citation.span)

    def action_escape(self) -> None:
        """Stop what takes long; else leave the filter, or go back to the themes."""
        if not self.briefer.stop_work():
            self.action_clear_filter()

    def action_why_out(self) -> None:
        """Why the other articles give nothing to this theme."""
        theme, overview, workspace = self.themes_pane.current, self.briefer.overview, self.briefer.workspace
        reading = self.briefer.reading
        if theme is None or overview is None or workspace is None or reading is None:
            return
        absences = workspace.absences(reading.articles, overview.survey, theme.name)
        options = [
            (
                absence.article.title.value if absence.article.title else str(absence.article.path),
                absence.reason,
            )
            for absence in absences
        ]
        if not options:
            self.notify(Content("Every article that was read gives something to this theme."))  # type: ignore[arg-type]
            return

        def show(place: int | None) -> None:
            if place is not None:
                self.article_pane.show_article(absences[place].article)
                self.action_go("article")

        self.app.push_screen(ChoicePrompt(f"Not in {theme.title}", options), show)

    def show_failure(self, doing: str, error: object) -> None:
        """Say what failed; nothing that runs in the background fails silently."""
        self.notify(plain(f"{doing} failed: {error}", limit=1000), severity="error", timeout=30)  # type: ignore[arg-type]
