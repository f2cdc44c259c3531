"""What is asked of the brief besides its themes, a row each."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from briefer.model import Draft, Period
from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, clip
from briefer.tui.rows import Rows

LENGTHS = {"short": 450, "standard": 900, "long": 1800}
ANNEXES = {"none": 0, "short": 150, "standard": 400, "long": 1000}
"""The most words of each source that the annex prints around what is quoted."""

FIELDS = (
    "title", "bottom line", "period", "sources", "length", "annex", "template", "audience", "handling",
    "output",
)  # fmt: skip
_LABEL = 12


class SettingsPane(Rows):
    """The fields of the brief; enter changes the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Change", id="settings.change"),
        Binding("right,l", "screen.go('evidence')", "To the evidence", show=False, id="settings.right"),
    ]

    def __init__(self) -> None:
        super().__init__(id="settings")
        self.border_title = "Brief"
        self._values: dict[str, str] = dict.fromkeys(FIELDS, "")

    def show_draft(self, draft: Draft, *, sources: str, target: Path) -> None:
        """Show what is asked now; `sources` says how many articles are in play."""
        spec = draft.spec
        lengths = {words: name for name, words in LENGTHS.items()}
        annexes = {words: name for name, words in ANNEXES.items()}
        self._values = {
            "title": spec.title or "",
            "bottom line": draft.bottom_line,
            "period": spell_period(spec.period, keep_undated=spec.keep_undated),
            "sources": sources,
            "length": lengths.get(spec.words, f"{spec.words:,} words"),
            "annex": annexes.get(spec.annex_words, f"{spec.annex_words:,} words of each source"),
            "template": spec.template,
            "audience": spec.audience or "",
            "handling": spec.handling or "",
            "output": spell_target(target),
        }
        self.set_count(len(FIELDS))

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        name = FIELDS[index]
        value = clean_line(self._values[name])
        return Content.assemble(
            (name.capitalize().ljust(_LABEL), MUTED),
            clip(value, width - _LABEL) if value else ("–", MUTED),
        )

    def click_row(self, index: int, x: int) -> None:  # noqa: ARG002 - a click opens the field at once
        self.action_choose()


def spell_target(target: Path) -> str:
    """A path as one would type it here."""
    absolute, here = target.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def spell_period(period: Period, *, keep_undated: bool) -> str:
    """`any`, `since 2015-02-01`, `2015-02-01 to 2015-10-31`."""
    if period.is_open:
        return "any"
    undated = ", undated too" if keep_undated else ""
    if period.since and period.until:
        return f"{period.since} to {period.until}{undated}"
    return (f"since {period.since}" if period.since else f"until {period.until}") + undated
