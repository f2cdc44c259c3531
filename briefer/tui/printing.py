"""The way out of the application: the file, the command line, and what the checks say to it."""

from pathlib import Path

from textual import on

from briefer.tui import facts
from briefer.tui.editing import Editing
from briefer.tui.plain import plain

DEFAULT_OUTPUT = Path("brief.pdf")


class Printing(Editing):
    """Printing, what was printed, and the command that prints the same."""

    @property
    def target(self) -> Path:
        """The file to print to."""
        return (self.history and self.history.now.output) or DEFAULT_OUTPUT

    def action_print(self, unchecked: bool = False) -> None:
        """Print the brief to the file that is set as output, `unchecked` where the checks refuse it."""
        refusal = self.refuse_drafting()
        if refusal:
            self.notify(refusal)
        elif self.material and self.history:
            self.show_status("Printing · esc stops")
            self.print_brief(self.material, self.history.now, self.target, unchecked=unchecked)

    def refuse_drafting(self) -> str:
        """Why there can be no brief yet, and the way out; empty where there can."""
        if self.material is None:
            return "The articles are not read yet."
        if self.history is None or not self.history.now.spec.themes:
            return "Pick a theme first, with space."
        return ""

    @on(facts.BriefPrinted)
    def _show_printed(self, event: facts.BriefPrinted) -> None:
        self.show_status(f"printed {event.path.name}")
        self.notify(plain(f"{event.path.resolve()}\nx opens it.", limit=1000), title="Printed")  # type: ignore[arg-type]

    @on(facts.PrintingRefused)
    def _show_refusal(self, event: facts.PrintingRefused) -> None:
        """Show what is wrong, where it can be put right or waived."""
        from briefer.tui.findings_screen import FindingsScreen

        self.checked = event.checked
        self.show_status("not printed")
        if not isinstance(self.screen, FindingsScreen):
            self.push_screen(FindingsScreen())
        self.notify(
            "The checks refuse this brief. Put it right, or waive the rule with a reason.",
            title="Not printed",
        )

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
            command = self.workspace.drafts.command_line(self.history.now, self.draft_path, self.target)
            self.copy_to_clipboard(command)
            self.notify(plain(command, limit=2000), title="Copied the command line")  # type: ignore[arg-type]
