"""The draft while it is edited: its history, the brief that it comes to, and its file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer
from textual.worker import Worker

from briefer.errors import BrieferError
from briefer.text.hygiene import clean_text
from briefer.tui import facts
from briefer.tui.work import BackgroundWork, Material

if TYPE_CHECKING:
    from briefer.browsing import Overview
    from briefer.checks import Checked
    from briefer.model import Brief, Choice, Draft, History, Reading, Theme
    from briefer.tui.desk import Desk
    from briefer.workspace import Workspace

_DRAFT_AFTER_S, _SAVE_AFTER_S = 0.05, 0.4


class Editing(BackgroundWork):
    """Every change goes through `edit`; the screens, the outline and the file follow it."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace: Workspace | None = None
        self.reading: Reading | None = None
        self.overview: Overview | None = None
        self.history: History | None = None
        self.checked: Checked | None = None
        self.draft_path = Path()
        self.desk: Desk
        self._is_saved = True
        self._draft_timer: Timer | None = None
        self._save_timer: Timer | None = None

    @property
    def material(self) -> Material | None:
        """What a brief is drafted from, once everything is read."""
        if self.workspace and self.reading and self.overview:
            return Material(self.workspace, self.reading, self.overview)
        return None

    @property
    def brief(self) -> "Brief | None":
        """The brief that the draft came to last."""
        return self.checked.brief if self.checked else None

    def show_status(self, status: str) -> None:
        """Say at the right of the first line what goes on."""
        raise NotImplementedError

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
            self._draft_timer = self.set_timer(_DRAFT_AFTER_S, self.start_drafting)
        if self._save_timer is None:
            self._save_timer = self.set_timer(_SAVE_AFTER_S, self.save_now)

    # The brief

    def start_drafting(self) -> None:
        """Draft what is asked now; a draft that is still at work is stopped and waited for."""
        self._draft_timer = None
        # Two threads at work only slow each other.
        self.is_behind = any(worker.group == "draft" and worker.is_running for worker in self.workers)
        if self.is_behind or self.material is None or self.history is None:
            return
        if self.history.now.spec.themes:
            self.draft(self.material, self.history.now)
        else:
            self.checked = None
            self.desk.show_nothing("Pick themes with space; the brief takes shape here.")

    @on(Worker.StateChanged)
    def _catch_up(self, event: Worker.StateChanged) -> None:
        """Draft what was changed while the last draft was at work."""
        if event.worker.group == "draft" and event.worker.is_finished and self.is_behind:
            self.start_drafting()

    @on(facts.BriefDrafted)
    def _show_brief(self, event: facts.BriefDrafted) -> None:
        self.checked = event.checked
        self.desk.show_brief()

    @on(facts.NothingDrafted)
    def _show_nothing(self, event: facts.NothingDrafted) -> None:
        self.checked = None
        self.desk.show_nothing(event.reason)

    # The file

    def save_now(self) -> None:
        """Write the draft to disk: a few kilobytes, so that no worker is needed."""
        if self._save_timer is not None:
            self._save_timer.stop()
            self._save_timer = None
        if self.workspace is None or self.history is None:
            return
        try:
            self.workspace.drafts.save(self.history.now, self.draft_path)
        except BrieferError as error:
            if self._is_saved:  # told once, and from then on at the right of the first line
                self.desk.show_failure("Saving the draft", error)
            self._is_saved = False
            self.show_status("draft NOT saved")
        else:
            self._is_saved = True
            self.show_status(f"draft saved {datetime.now().astimezone():%H:%M}")

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
