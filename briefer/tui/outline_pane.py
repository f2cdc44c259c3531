"""The brief as it stands, a line for each part and each quote."""

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content

from briefer.model import Brief, Citation, Quote, Severity
from briefer.rendering.wording import spell_citation, spell_found
from briefer.text.counted import spell_count
from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, clip
from briefer.tui.rows import Rows

if TYPE_CHECKING:
    from briefer.checks import Checked


class _Entry(NamedTuple):
    """A heading, or a quote where `citation` is given; `note` stands at the right."""

    text: str
    note: str
    citation: Citation | None = None
    is_own: bool = False


class OutlinePane(Rows):
    """Follows every change; enter goes to the sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "To the sentence", id="outline.open"),
        Binding("left,h", "screen.go('themes')", "To the themes", show=False, id="outline.left"),
        Binding("right,l", "screen.go('article')", "To the article", show=False, id="outline.right"),
    ]

    def __init__(self) -> None:
        super().__init__(id="outline")
        self.border_title = "Outline"
        self._entries: tuple[_Entry, ...] = ()

    def show_message(self, message: str) -> None:
        """Say in the place of the outline why there is none."""
        self._entries = ()
        self.border_title, self.border_subtitle = "Outline", ""
        self.set_count(0)
        self.show_notice(message)

    def show_brief(self, checked: "Checked", bottom_line: str, assessments: dict[str, str]) -> None:
        """Show the brief that was checked, and beside its name what keeps it from being printed."""
        brief = checked.brief
        self.border_title = Content("  ".join(["Outline", *_spell_findings(checked)]))
        self._entries = tuple(_list_entries(brief, bottom_line, assessments))
        quotes = brief.quotes()
        words = sum(len(quote.text.split()) for quote in quotes)
        self.border_subtitle = f"{spell_count(len(quotes), 'quote')}, {spell_count(words, 'word')}"
        self.set_count(len(self._entries))

    def citation_at(self, index: int) -> Citation | None:
        return self._entries[index].citation if self._entries else None

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        entry = self._entries[index]
        room = width - len(entry.note) - 2
        is_quote = entry.citation is not None
        text = clip(entry.text, room - (2 if is_quote or entry.is_own else 0))
        style = "italic $accent" if entry.is_own else "" if is_quote else "bold"
        lead = "  " if is_quote or entry.is_own else ""
        shown = Content.assemble(lead, (text, style))
        return shown + " " * (width - shown.cell_length - len(entry.note)) + Content.styled(entry.note, MUTED)


def _spell_findings(checked: "Checked") -> list[str]:
    """`2 errors`, `1 warning` and the key that shows them; empty where there is neither."""
    counts = Counter(finding.severity for finding in checked.findings)
    told = [
        spell_count(counts[severity], severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    ]
    return [f"{', '.join(told)}: f shows"] if told else []


def _list_entries(brief: Brief, bottom_line: str, assessments: dict[str, str]) -> list[_Entry]:
    entries = []
    if bottom_line.strip():
        entries += [_Entry("Bottom line", "yours"), _Entry(clean_line(bottom_line), "", is_own=True)]
    if brief.key_points:
        entries.append(_Entry("Key points", str(len(brief.key_points))))
        entries += [_quote_entry(point.quote) for point in brief.key_points]
    for section in brief.sections:
        entries.append(_Entry(clean_line(section.title), spell_found(section)))
        if assessments.get(section.theme, "").strip():
            entries.append(_Entry(clean_line(assessments[section.theme]), "assessment", is_own=True))
        for quotes, note in ((section.summary, ""), (section.evidence, ""), (section.commentary, "opinion")):
            entries += [_quote_entry(quote, note) for quote in quotes]
    return entries


def _quote_entry(quote: Quote, note: str = "") -> _Entry:
    where = f"[{spell_citation(quote.citation)}]"
    return _Entry(clean_line(quote.text), f"{note} {where}".strip(), quote.citation)
