"""The application: what is open, and how what workers learn reaches the screens."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from briefer.errors import BrieferError, UnknownName
from briefer.tui import facts
from briefer.tui.looks import DARK, OWN, SIXTEEN, spell_tints
from briefer.tui.plain import ControlFilter, plain
from briefer.tui.printing import Printing

if TYPE_CHECKING:
    from briefer.model import Draft, Theme
    from briefer.workspace import Workspace

_STOPPABLE = {"Reading": "read", "Printing": "print", "Drafting": "draft"}
"""The groups of workers that a key stops, the most tiresome first, by what they say they do."""

_SLOW_S = 0.5
"""After this long a draft says how far it is."""


class BrieferApp(Printing):
    """`paths` are read after the first frame, or where there are none what `library` finds in the library.

    `home` is the user's folder, by default the usual one; `clock` tells the time.
    """

    TITLE = "briefer"
    CSS_PATH = "briefer.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        as_of: date,
        home: Path | None = None,
        library: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(tz=UTC),
    ) -> None:
        super().__init__()
        self.clock = clock
        self.paths = tuple(paths)
        self.library = library
        self.as_of = as_of
        self.home = home
        self.themes: tuple[Theme, ...] = ()
        self.status = ""
        self.keys: dict[str, str] = {}
        self._control_filter = ControlFilter()
        self._drafting_since = 0.0

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [self._control_filter, *super().get_line_filters()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return spell_tints(self.current_theme)

    # Opening

    def on_mount(self) -> None:
        # Work in the background must not keep a key waiting for the usual 5 ms at every turn.
        sys.setswitchinterval(0.001)
        for look in OWN:
            self.register_theme(look)
        self.theme = (SIXTEEN if self.console.color_system == "standard" else DARK).name
        self.call_after_refresh(self._lay_out)

    def compose(self) -> ComposeResult:
        """The first frame, which needs nothing of ours to be loaded."""
        yield Static(Content.assemble(("briefer", "bold $accent"), "  ", plain(self.inputs)), id="masthead")

    @property
    def inputs(self) -> str:
        """What is read, in a few words."""
        if self.library is not None:
            return f"library · {self.library}" if self.library else "library"
        return ", ".join(path.name or path.resolve().name for path in self.paths)

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
        self.draft_path = self.workspace.drafts.place(self.paths, None)
        self.history = History(self._load_draft(self.workspace))
        self.action_read_again()

    def _load_themes(self, workspace: "Workspace") -> None:
        installed = workspace.themes.installed
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

        fresh = workspace.drafts.new(self.paths, BriefSpec(themes=(), as_of=self.as_of), library=self.library)
        if not self.draft_path.exists():
            return fresh
        try:
            draft = workspace.drafts.load(self.draft_path)
        except BrieferError as error:
            # The next edit must not write over a file that a person may want to mend.
            self.draft_path = self.draft_path.with_stem(f"{self.draft_path.stem}-new")
            self.desk.show_failure("Opening the draft", error)
            return fresh
        self.show_status("draft restored")
        spec = replace(draft.spec, as_of=self.as_of)
        return replace(draft, spec=spec, paths=self.paths, library=self.library)

    def action_read_again(self) -> None:
        """Read everything from the beginning."""
        if self.workspace is None or self.history is None:
            return
        self.overview = None
        self.desk.show_themes()
        self.desk.show_draft()
        self.desk.evidence_pane.show_notice("Reading. esc stops it.")
        self.read(self.workspace, self.history.now, self.target)

    # Leaving

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

    def action_show(self, name: str) -> None:
        """Show one of the screens beside the desk, or say why it cannot be shown."""
        from briefer.tui.side_screen import find_side_screen

        screen = find_side_screen(name)
        refusal = screen.refuse(self)
        if refusal:
            self.notify(refusal)
        else:
            self.push_screen(screen())

    def show_article(self, article_id: str) -> None:
        """Show an article among those that were read."""
        from briefer.tui.articles_screen import ArticlesScreen

        self.push_screen(ArticlesScreen(article_id))

    def action_help(self) -> None:
        """Show all keys."""
        from briefer.tui.help_screen import HelpScreen
        from briefer.tui.keys import list_actions

        self.push_screen(HelpScreen(tuple(list_actions(self.keys))))

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

    def get_system_commands(self, screen: Screen[Any]) -> Iterator[SystemCommand]:  # noqa: ARG002
        """Everything that can be done on the main screen, for the palette."""
        from briefer.tui.keys import list_commands

        yield from list_commands(self)

    # Work in the background

    @property
    def is_busy(self) -> bool:
        """Whether something runs, or waits to, that will change what is shown."""
        waiting = self.history is None or self._draft_timer is not None or self.is_behind
        return waiting or any(not worker.is_finished for worker in self.workers)

    def stop_work(self) -> bool:
        """Stop one thing that takes long, if there is one; says whether there was."""
        return any(self.workers.cancel_group(self, group) for group in _STOPPABLE.values())

    @on(facts.WorkProgressed)
    def _show_progress(self, event: facts.WorkProgressed) -> None:
        how_far = f"{event.doing} {event.done:,} of {event.total:,} · esc stops"
        if event.doing != "Drafting":
            self.show_status(how_far)
        elif event.done == 1:
            self._drafting_since = monotonic()
        elif monotonic() - self._drafting_since > _SLOW_S:
            self.desk.outline_pane.border_subtitle = how_far

    @on(facts.WorkStopped)
    def _show_stopped(self, event: facts.WorkStopped) -> None:
        group = _STOPPABLE.get(event.doing)
        if self.is_behind or any(worker.group == group and worker.is_running for worker in self.workers):
            return  # it made room for newer work
        if event.doing == "Reading":
            self.show_status("Reading stopped")
            self.desk.evidence_pane.show_notice("Reading was stopped. R reads again.")
        elif event.doing == "Printing":
            self.show_status("Printing stopped")
        elif event.doing == "Drafting":
            self.desk.show_nothing("Drafting was stopped. The next change begins it again.")

    @on(facts.ArticlesSurveyed)
    def _show_survey(self, event: facts.ArticlesSurveyed) -> None:
        self.reading, self.overview = event.reading, event.overview
        # A million objects that stay: going through them again and again would stop the screen for seconds.
        gc.freeze()
        self.show_status("")
        self.desk.show_draft()
        for found in event.stale:
            self.desk.show_failure(f"Following what you decided on “{found.choice.words}”", found.reason)
        self.start_drafting()

    @on(facts.WorkFailed)
    def _show_failure(self, event: facts.WorkFailed) -> None:
        self.show_status(f"{event.doing} failed")
        if self.overview is None:
            self.desk.evidence_pane.show_notice(f"{event.doing} failed: {event.error}")
        self.desk.show_failure(event.doing, event.error)

    @on(facts.ArticlesSurveyed)
    @on(facts.BriefDrafted)
    @on(facts.NothingDrafted)
    @on(facts.EditionPrinted)
    @on(facts.EditionsCompared)
    @on(facts.EditionsListed)
    @on(facts.OwedDelivered)
    @on(facts.PagesDrawn)
    @on(facts.ReportRun)
    @on(facts.ReportsListed)
    @on(facts.ThemeTried)
    @on(facts.WorkFailed)
    def _hand_on(self, fact: Message) -> None:
        """Tell the screens on top of the desk, each of which takes what it waits for."""
        for screen in self.screen_stack:
            learn = getattr(screen, "learn", None)
            if learn is not None:
                learn(fact)

    def show_status(self, status: str) -> None:
        """Say at the right of the first line what goes on."""
        self.status = status
        self.desk.show_masthead()
