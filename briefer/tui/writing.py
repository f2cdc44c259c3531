"""Ask for some paragraphs: in the analyst's own editor where there is one, else in a text area."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.app import App, SuspendNotSupported

from briefer.tui.prompts import TextPrompt


def ask_text(app: App[None], title: str, value: str, *, on_change: Callable[[str], None]) -> None:
    """Let the analyst write; `on_change` hears of every change.

    Raises:
        OSError: the editor cannot be started.
        ValueError: what names the editor cannot be read as a command.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if editor:
        command = shlex.split(editor)
        written: str | None = None
        failure: OSError | None = None
        try:
            with app.suspend():
                # What is raised in here would leave the terminal to nobody.
                try:
                    written = _edit_outside(command, value)
                except OSError as error:
                    failure = error
        except SuspendNotSupported:
            pass
        else:
            app.refresh(layout=True)
            if failure is not None:
                raise failure
            if written is not None:
                on_change(written)
            return
    app.push_screen(TextPrompt(title, value, on_change=on_change))


def _edit_outside(command: list[str], text: str) -> str | None:
    """The text after an editor had it, or None where the editor failed."""
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        left = subprocess.run([*command, file.name], check=False)  # noqa: S603 - the user's own editor
        if left.returncode != 0:
            return None
        return Path(file.name).read_text(encoding="utf-8", errors="replace")
