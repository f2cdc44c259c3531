"""The application: what is open, its draft and its history, and the workers that serve it."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker

from briefer.errors import BrieferError, UnknownName
from briefer.text.hygiene import clean_text
from briefer.tui import facts
from briefer.tui.looks import DARK, OWN
from briefer.tui.plain import ControlFilter, plain
from briefer.tui.work import DEFAULT_OUTPUT, BackgroundWork

if TYPE_CHECKING:
    from briefer.browsing import Overview
    from briefer.model import Brief, Choice, Draft, History, Reading, Theme
    from briefer.tui.desk import Desk
    from briefer.workspace import Workspace

_DRAFT_AFTER_S, _SAVE_AFTER_S = 0.05, 0.4


class BrieferApp(BackgroundWork):
    """`paths` are read after the first frame; `home` is the user's folder, by default the usual one."""

    TITLE = "briefer"
    CSS_PATH = "briefer.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", "Quit", show=False, priority=True)]

    def __init__(self, paths: Sequence[Path], *, as_of: date, home: Path | None = None) -> None:
        super().__init__()
        self.paths = tuple(paths)
        self.as_of = as_of
        self.home = home
        self.workspace: Workspace | None = None
        self.themes: tuple[Theme, ...] = ()
        self.reading: Reading | None = None
        self.overview: Overview | None = None
        self.history: History | None = None
        self.brief: Brief | None = None
        self.status = ""
        self.keys: dict[str, str] = {}
        self.draft_path = Path()
        self.target = Path(DEFAULT_OUTPUT)
        self.desk: Desk
        self._control_filter = ControlFilter()
        self._is_behind = False
        self._is_saved = True
        self._draft_timer: Timer | None = None
        self._save_timer: Timer | None = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [self._control_filter, *super().get_line_filters()]

    def on_mount(self) -> None:
        # Work in the background must not keep a key waiting for the usual 5 ms at every turn.
        sys.setswitchinterval(0.001)
        for look in OWN:
            self.register_theme(look)
        self.theme = DARK.name
        self.call_after_refresh(self._lay_out)

    def compose(self) -> ComposeResult:
        """The first frame, which needs nothing of ours to be loaded."""
        names = ", ".join(path.name or path.resolve().name for path in self.paths)
        yield Static(Content.assemble(("briefer", "bold $accent"), "  ", plain(names)), id="masthead")

    async def _lay_out(self) -> None:
        """Put the panes in place of the first frame."""
        from briefer.tui.desk import Desk

        self.desk = Desk()
        await self.push_screen(self.desk)
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        """Load the pipe and begin to read."""
        from briefer.model import History
        from briefer.workspace import Workspace

        self.workspace = Workspace(self.home)
        self._configure(self.workspace)
        self._load_themes(self.workspace)
        self.draft_path = self.workspace.draft_path(self.paths, None)
        self.history = History(self._load_draft(self.workspace))
        self.action_read_again()

    def _load_themes(self, workspace: "Workspace") -> None:
        installed = workspace.installed_themes
        self.themes = tuple(sorted(installed.themes, key=lambda theme: theme.title.casefold()))
        for broken in installed.broken:
            self.desk.show_failure("Reading a theme", broken.error)

    def _configure(self, workspace: "Workspace") -> None:
        """Take the user's keys and colours from `config.toml`; what is wrong there is told."""
        try:
            tables = workspace.read_config()
            from briefer.tui.keys import check_keymap

            self.keys = check_keymap(tables.get("keys", {}))
            self.set_keymap(self.keys)
            look = str(tables.get("terminal", {}).get("theme", self.theme))
            if look not in self.available_themes:
                raise UnknownName("colour theme", look, self.available_themes)
            self.theme = look
        except (BrieferError, ValueError) as error:
            self.desk.show_failure("Reading config.toml", error)

    def _load_draft(self, workspace: "Workspace") -> "Draft":
        """The draft of the last sitting on these paths, dated today, or a new one."""
        from briefer.model import BriefSpec

        fresh = workspace.new_draft(self.paths, BriefSpec(themes=(), as_of=self.as_of))
        if not self.draft_path.exists():
            return fresh
        try:
            draft = workspace.load_draft(self.draft_path)
        except BrieferError as error:
            # The next edit must not write over a file that a person may want to mend.
            self.draft_path = self.draft_path.with_stem(f"{self.draft_path.stem}-new")
            self.desk.show_failure("Opening the draft", error)
            return fresh
        self.show_status("draft restored")
        return replace(draft, spec=replace(draft.spec, as_of=self.as_of), paths=self.paths)

    def action_read_again(self) -> None:
        """Read everything from the beginning."""
        if self.workspace is None or self.history is None:
            return
        self.overview = None
        self.desk.show_themes()
        self.desk.show_draft()
        self.desk.evidence_pane.show_notice("Reading. esc stops it.")
        self.read(self.workspace, self.paths, self.history.now, self.target)

    def stop_reading(self) -> bool:
        """Stop the reading, if it goes on; says whether it did."""
        return bool(self.workers.cancel_group(self, "read"))

    # Edits

    def edit(self, draft: "Draft") -> None:
        """Make this the draft; everything else follows."""
        assert self.history is not None  # noqa: S101 - nothing can be edited before
        before = self.history
        self.history = before.edit(draft)
        if self.history is not before:
            self._follow()

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.history and self.history.past:
            self.history = self.history.undo()
            self._follow()

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        if self.history and self.history.future:
            self.history = self.history.redo()
            self._follow()

    def _follow(self) -> None:
        self.desk.show_draft()
        # A timer that runs is left to run: whoever types without a pause is saved all the same.
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(_DRAFT_AFTER_S, self._start_drafting)
        if self._save_timer is None:
            self._save_timer = self.set_timer(_SAVE_AFTER_S, self.save_now)

    def _start_drafting(self) -> None:
        self._draft_timer = None
        # A thread cannot be stopped, and two at work only slow each other: the next draft waits.
        self._is_behind = any(worker.group == "draft" and worker.is_running for worker in self.workers)
        if self.workspace and self.reading and self.overview and self.history and not self._is_behind:
            if self.history.now.spec.themes:
                self.draft(self.workspace, self.reading, self.overview, self.history.now)
            else:
                self.brief = None
                self.desk.show_decisions()
                self.desk.outline_pane.show_message("Pick themes with space; the brief takes shape here.")

    def save_now(self) -> None:
        """Write the draft to disk: a few kilobytes, so that no worker is needed."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        if self.workspace is None or self.history is None:
            return
        try:
            self.workspace.save_draft(self.history.now, self.draft_path)
        except BrieferError as error:
            if self._is_saved:  # told once, and from then on at the right of the first line
                self.desk.show_failure("Saving the draft", error)
            self._is_saved = False
            self.show_status("draft NOT saved")
        else:
            self._is_saved = True
            self.show_status(f"draft saved {datetime.now().astimezone():%H:%M}")

    @property
    def failure(self) -> Exception | None:
        """What ended the application before its time."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual's own prints a traceback with all variables; the command line says it in one line.
        with suppress(Exception):  # whatever is broken, the analyst's last words are worth a try
            self.save_now()
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """Save what is not saved yet, and leave."""
        if self._save_timer is not None:
            self.save_now()
        self.workers.cancel_all()
        self.exit()

    # Other screens

    def action_help(self) -> None:
        """Show all keys."""
        from briefer.tui.help_screen import HelpScreen
        from briefer.tui.keys import list_actions

        self.push_screen(HelpScreen(tuple(list_actions(self.keys))))

    def action_articles(self) -> None:
        """Browse what was read."""
        if self.reading is None:
            self.notify("The articles are not read yet.")
        else:
            from briefer.tui.articles_screen import ArticlesScreen

            self.push_screen(ArticlesScreen())

    def action_new_theme(self) -> None:
        """Write a theme of one's own."""
        if self.reading is None:
            self.notify("The articles are not read yet.")
            return

        def take(name: str | None) -> None:
            if name is not None and self.workspace and self.history:
                self._load_themes(self.workspace)
                from briefer.model.edits import toggle_theme

                self.edit(toggle_theme(self.history.now, name))
                self.action_read_again()
                self.desk.action_clear_filter()
                self.desk.go_to_theme(name)

        from briefer.tui.theme_screen import ThemeScreen

        self.push_screen(ThemeScreen(), take)

    def action_pages(self) -> None:
        """Show the pages as they will be printed."""
        if self._can_draft() and self.workspace and self.reading and self.overview and self.history:
            from briefer.tui.pages_screen import PagesScreen

            self.push_screen(PagesScreen())
            self.draw_pages(self.workspace, self.reading, self.overview, self.history.now)

    def get_system_commands(self, screen: Screen[Any]) -> Iterator[SystemCommand]:  # noqa: ARG002
        """Everything that can be done on the main screen, for the palette."""
        from briefer.tui.keys import list_commands

        yield from list_commands(self)

    # Printing

    def action_print(self) -> None:
        """Print the brief to the file that is set as output."""
        if self._can_draft() and self.workspace and self.reading and self.overview and self.history:
            self.show_status("Printing")
            self.print_brief(self.workspace, self.reading, self.overview, self.history.now, self.target)

    def action_open_printed(self) -> None:
        """Open what was printed last."""
        if self.target.exists():
            self.open_url(self.target.resolve().as_uri())
        else:
            self.notify("Nothing is printed yet. p prints.")

    def action_copy_command(self) -> None:
        """Copy the command line that makes this brief."""
        if self.workspace and self.history:
            self.save_now()
            command = self.workspace.command_line(self.history.now, self.draft_path, self.target)
            self.copy_to_clipboard(command)
            self.notify(plain(command, limit=2000), title="Copied the command line")  # type: ignore[arg-type]

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or waits to, that will change what is shown."""
        waiting = self.history is None or self._draft_timer is not None or self._is_behind
        return waiting or any(not worker.is_finished for worker in self.workers)

    def _can_draft(self) -> bool:
        if self.overview is None:
            self.notify("The articles are not read yet.")
        elif self.history is None or not self.history.now.spec.themes:
            self.notify("Pick a theme first, with space.")
        else:
            return True
        return False

    # Writing

    def write_bottom_line(self) -> None:
        """Write the analyst's judgement of the whole."""

        def put(draft: "Draft", text: str) -> "Draft":
            return replace(draft, bottom_line=text.strip())

        self._write("Bottom line", lambda draft: draft.bottom_line, put)

    def write_assessment(self, theme: "Theme") -> None:
        """Write the analyst's judgement on a theme."""

        from briefer.model.edits import toggle_theme

        def put(draft: "Draft", text: str) -> "Draft":
            # What is written on a theme that is not picked would be printed and shown nowhere.
            is_seen = theme.name in draft.spec.themes or not text.strip()
            return (draft if is_seen else toggle_theme(draft, theme.name)).assess(theme.name, text.strip())

        self._write(f"Assessment: {theme.title}", lambda draft: draft.assessment_of(theme.name), put)

    def write_rewording(self, choice: "Choice") -> None:
        """Say what a sentence says in the analyst's words; its own words, or none, take that back."""

        def put(draft: "Draft", text: str) -> "Draft":
            is_own = text.split() not in ([], choice.words.split())
            return draft.decide(replace(choice, rewording=text.strip() if is_own else ""))

        self._write("In your words", lambda _: choice.rewording or choice.words, put)

    def _write(self, title: str, get: "Callable[[Draft], str]", put: "Callable[[Draft, str], Draft]") -> None:
        """Ask for a text, in $EDITOR where there is one; the keystrokes of one sitting are one change."""
        if self.history is None:
            return
        before = self.history

        def change(text: str) -> None:
            self.history = before.edit(put(before.now, clean_text(text)))
            self._follow()

        from briefer.tui.writing import ask_text

        try:
            ask_text(self, title, get(before.now), on_change=change)
        except (OSError, ValueError) as error:
            self.desk.show_failure("Opening your editor", error)

    # Facts

    @on(facts.ReadingProgressed)
    def _show_progress(self, event: facts.ReadingProgressed) -> None:
        self.show_status(f"{event.doing} {event.done:,} of {event.total:,} · esc stops")

    @on(facts.ReadingCancelled)
    def _show_cancelled(self) -> None:
        self.show_status("Reading stopped")
        self.desk.evidence_pane.show_notice("Reading was stopped. R reads again.")

    @on(facts.ArticlesSurveyed)
    def _show_survey(self, event: facts.ArticlesSurveyed) -> None:
        self.reading, self.overview = event.reading, event.overview
        # A million objects that stay: going through them again and again would stop the screen for seconds.
        gc.freeze()
        self.show_status("")
        self.desk.show_draft()
        for found in event.stale:
            self.desk.show_failure(f"Following what you decided on “{found.choice.words}”", found.reason)
        self._hand_on(event)
        self._start_drafting()

    @on(Worker.StateChanged)
    def _catch_up(self, event: Worker.StateChanged) -> None:
        """Draft what was changed while the last draft was at work."""
        if event.worker.group == "draft" and event.worker.is_finished and self._is_behind:
            self._start_drafting()

    @on(facts.BriefDrafted)
    def _show_brief(self, event: facts.BriefDrafted) -> None:
        self.brief = event.brief
        self.desk.show_brief()

    @on(facts.NothingDrafted)
    def _show_nothing(self, event: facts.NothingDrafted) -> None:
        self.brief = None
        self.desk.show_decisions()
        self.desk.outline_pane.show_message(event.reason)

    @on(facts.PagesDrawn)
    @on(facts.ThemeTried)
    def _hand_on(self, event: Message) -> None:
        """Tell the screen on top, where it is one that asked."""
        if isinstance(self.screen, facts.Learner):
            self.screen.learn(event)

    @on(facts.BriefPrinted)
    def _show_printed(self, event: facts.BriefPrinted) -> None:
        self.show_status(f"printed {event.path}")
        self.notify(plain(f"{event.path.resolve()}\nx opens it.", limit=1000), title="Printed")  # type: ignore[arg-type]

    @on(facts.WorkFailed)
    def _show_failure(self, event: facts.WorkFailed) -> None:
        self.show_status(f"{event.doing} failed")
        if self.overview is None:
            self.desk.evidence_pane.show_notice(f"{event.doing} failed: {event.error}")
        self.desk.show_failure(event.doing, event.error)
        self._hand_on(event)

    def show_status(self, status: str) -> None:
        """Say at the right of the first line what goes on."""
        self.status = status
        self.desk.show_masthead()
