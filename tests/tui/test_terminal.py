"""The application in a real terminal: hostile text, and a sudden end."""

import re
import time
from pathlib import Path

from briefer.workspace import Workspace
from tests.tui.terminal import open_terminal

BODY = (
    "The ministry said on Monday that it had signed an arms deal for twelve fighter jets with the maker.\n\n"
    "Officials in the capital confirmed that the weapons contract was worth $2.1 billion over five years.\n\n"
    "The first aircraft will be delivered next spring, a spokesman for the air force told reporters there.\n"
)
HOSTILE = (
    "[/] breaks markup",
    "[@click=app.quit]leave[/]",
    "\x1b]52;c;cHduZWQ=\x07 clipboard",
    "\x1b[2J\x1b[31m screen",
    "\x9b31m C1 \x85 \x7f DEL",
    "\u202eright to left\u2066",
)
TYPED = "Deliveries will slip into next year, for the maker has lost two of its yards to the flood."
FORBIDDEN = re.compile("\x1b\\]52|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_hostile_titles_and_names_reach_the_terminal_as_plain_text_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, title in enumerate(HOSTILE):
        body = BODY.replace("twelve", f"{number + 12}").replace("ministry", f"ministry number {number}")
        (folder / f"{number}.html").write_text(
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            + "".join(f"<p>{line}</p>" for line in body.split("\n\n"))
            + "</article></body></html>"
        )
    (folder / "\x1b]52;c;cHduZWQ=\x07[b]x.txt").write_text(BODY.replace("maker", "other maker"))
    (folder / "\x7f\u202e[b].xyz").write_text("no reader for this")
    with open_terminal(str(folder), home=tmp_path / "home") as terminal:
        terminal.wait_for("articles")
        for keys, then in (
            ("jj \r", "Keep"),
            ("jjjj3jjjy", "Copied the quote"),
            ("o", "Every article"),
            ("\x1b", "Pick"),
            ("a", "duplicate"),
            ("jjjjjjjj\x1b", "Pick"),
            ("\x10", "Search for commands"),
            ("\x1b", "Pick"),
            ("?", "esc back"),
        ):
            terminal.press(keys, then)
        assert terminal.process.poll() is None
        assert b"\x1b]52;c;cHduZWQ" not in terminal.written
        ours = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")  # the quote that y copies
        written = ours.sub(b"", terminal.written, count=1).decode("utf-8", "replace")
        assert FORBIDDEN.search(written) is None
        assert b"[/] breaks markup" in terminal.written


def test_a_sudden_end_in_mid_edit_loses_at_most_what_was_typed_in_the_last_second(
    tmp_path: Path, seeds: Path
) -> None:
    home = tmp_path / "home"
    typed_at: dict[float, str] = {}
    with open_terminal(str(seeds), home=home) as terminal:
        terminal.wait_for("articles")
        terminal.press(" e", "esc done")
        for typed in terminal.type_steadily(TYPED):
            typed_at[time.monotonic()] = typed
            check_saved(home, seeds, typed_at)  # a sudden end now would leave this
        terminal.process.kill()
        terminal.process.wait()
    saved = check_saved(home, seeds, typed_at)
    with open_terminal(str(seeds), home=home) as terminal:
        terminal.wait_for("articles")
        terminal.press("e", saved[:30])


def check_saved(home: Path, seeds: Path, typed_at: dict[float, str]) -> str:
    """The text that is saved now, after a look whether what was typed until a second ago is in it."""
    workspace = Workspace(home)
    path = workspace.drafts.place([seeds], None)
    saved = dict(workspace.drafts.load(path).assessments) if path.exists() else {}
    text = next(iter(saved.values()), "")
    last_second = time.monotonic() - 1
    before = max((typed for moment, typed in typed_at.items() if moment < last_second), key=len, default="")
    assert TYPED.startswith(text)
    assert len(text) >= len(before.strip())
    return text
