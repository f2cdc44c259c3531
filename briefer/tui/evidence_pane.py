"""The sentences that speak to the theme under the cursor, strongest first."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from briefer.model import Article, Choice, Draft, Evidence, Genre, Mark, Place, Span
from briefer.model.edits import number_choices, place_of
from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, clip, cut_out, wrap
from briefer.tui.rows import Rows
from briefer.tui.supplied import SUPPLIED, supply_words

if TYPE_CHECKING:
    from briefer.browsing import Overview

_GUTTER = 4
MARKS = {Mark.KEPT: ("●", "$success"), Mark.PINNED: ("★", "$warning"), Mark.DROPPED: ("○", "$error")}
_DEPENDENT = "needs context"
_SOURCE = 12  # cells that the name of a source has before what is less needed makes room for it
_NARROW, _HIGH = 76, 32  # cells and lines; below the one, or from the other, a sentence gets a third line


class EvidencePane(Rows):
    """Ranked sentences with their matched terms, source, date, paragraph and what was decided on them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.mark('kept')", "Keep", id="evidence.keep"),
        Binding("d", "screen.mark('dropped')", "Drop", id="evidence.drop"),
        Binding("asterisk", "screen.mark('pinned')", "Pin", key_display="*", id="evidence.pin"),
        Binding("t", "screen.trim", "Trim", show=False, id="evidence.trim"),
        Binding("w", "screen.reword", "Say it in your words", show=False, id="evidence.reword"),
        Binding(
            "left_square_bracket",
            "screen.toggle_repairs",
            "Drop or restore what is supplied in [brackets]",
            key_display="[",
            show=False,
            id="evidence.brackets",
        ),
        Binding("m", "screen.move_sentence", "Move to another theme", show=False, id="evidence.move"),
        Binding("J,shift+down", "screen.reorder(1)", "Print later", show=False, id="evidence.later"),
        Binding("K,shift+up", "screen.reorder(-1)", "Print earlier", show=False, id="evidence.earlier"),
        Binding(
            "s", "screen.sort_evidence", "Sort as printed or by strength", show=False, id="evidence.sort"
        ),
        Binding(
            "y", "screen.copy_quote", "Copy the quote and where it stands", show=False, id="evidence.copy"
        ),
        Binding("o", "screen.why_out", "Why articles are out", show=False, id="evidence.out"),
        Binding("left,h", "screen.go('themes')", "To the themes", show=False, id="evidence.left"),
        Binding("right,l", "screen.go('article')", "To the article", show=False, id="evidence.right"),
    ]

    def __init__(self) -> None:
        super().__init__(row_height=4, id="evidence")
        self.border_title = "Evidence"
        self.rows: tuple[Evidence, ...] = ()
        self._overview: Overview | None = None
        self.theme = ""
        self._draft: Draft | None = None
        self._choices: Mapping[tuple[str, Place], Choice] = {}
        self._numbers: Mapping[tuple[str, Place], int] = {}
        self._printed: Collection[tuple[str, Span]] = ()
        self._terms = lru_cache(256)(self._find_terms)

    @property
    def current(self) -> Evidence | None:
        return self.rows[self.cursor] if self.rows else None

    def show_evidence(
        self, overview: "Overview", theme: str, rows: Sequence[Evidence], *, cursor: int | None = None
    ) -> None:
        """Show the sentences of a theme; the cursor stays on its sentence where that is still there."""
        before = self.current if theme == self.theme else None
        self._overview, self.theme, self.rows = overview, theme, tuple(rows)
        self._terms.cache_clear()
        again = self.find_row(place_of(before)) if before else None
        self.set_count(len(rows), cursor=cursor if again is None else again)
        self.post_message(self.CursorMoved(self, self.cursor))

    def clear(self) -> None:
        """Show nothing, until there is something again."""
        self.rows = ()
        self.set_count(0)

    def show_decisions(self, draft: Draft, printed: Collection[tuple[str, Span]]) -> None:
        """Show what was decided, and what the brief prints as it stands."""
        self._draft = draft
        self._choices = {(choice.theme, choice.place): choice for choice in draft.choices}
        self._numbers = number_choices(draft)
        self._printed = printed
        self.refresh()

    @property
    def shown(self) -> Evidence | None:
        """The sentence at the cursor as it is shown."""
        return self._show_as_wanted(self.current) if self.current else None

    def _show_as_wanted(self, found: Evidence) -> Evidence:
        """A sentence as the draft wants it, with or without what is supplied to it."""
        if self._overview is None or self._draft is None:
            return found
        return self._overview.show_as_wanted(found, self._draft)

    def find_row(self, place: Place) -> int | None:
        return next((index for index, found in enumerate(self.rows) if place_of(found) == place), None)

    def on_resize(self) -> None:
        height = 4 if self.size.width < _NARROW or self.size.height >= _HIGH else 3
        if height != self.row_height:
            self.row_height = height
            self.set_count(self.count)
        super().on_resize()

    def draw_line(self, index: int, line: int, width: int) -> Content:
        assert self._overview is not None  # noqa: S101 - rows come with an overview
        found = self._show_as_wanted(self.rows[index])
        article = self._overview.articles[found.excerpt.sentence.article_id]
        choice = self._choices.get((found.score.theme, place_of(found)))
        span = found.excerpt.span
        if line == self.row_height - 1:
            return self._draw_source(found, article, choice, width)
        words = supply_words(article.text, span, found.excerpt.repairs)
        lines = wrap(words.text, 0, len(words.text), width - _GUTTER)
        lead = self._draw_mark(choice) if line == 0 else Content(" " * _GUTTER)
        if line >= len(lines):
            return lead
        start, end = lines[line]
        whole = Span(0, len(words.text))
        styled = [(words.place(term), "$accent bold") for term in self._terms(index)]
        if choice and choice.mark is Mark.DROPPED:
            styled = [(whole, f"{MUTED} strike")]
        elif found.excerpt.dependence:
            styled.insert(0, (whole, MUTED))
        styled += [(ours, SUPPLIED) for ours in words.find_brackets()]
        if choice:
            styled += [(words.place(cut), f"{MUTED} strike") for cut in choice.cuts]
        shown = cut_out(words.text, start, end, styled)
        if line == self.row_height - 2 and len(lines) > line + 1:
            kept = clip(words.text[start : lines[line + 1][1]], width - _GUTTER)
            shown = cut_out(words.text, start, start + len(kept) - 1, styled) + "…"
        return lead + shown

    def _draw_mark(self, choice: Choice | None) -> Content:
        """What was decided, and in which order it is printed."""
        if choice is None or choice.mark is None:
            return Content(" " * _GUTTER)
        sign, style = MARKS[choice.mark]
        number = self._numbers.get((choice.theme, choice.place), 0)
        return Content.styled(f"{sign}{number if 0 < number < 100 else '':<{_GUTTER - 1}}", style)

    def _draw_source(self, found: Evidence, article: Article, choice: Choice | None, width: int) -> Content:
        notes = self._list_notes(found, article, choice)
        published = str(article.published.value) if article.published else "undated"
        known = article.outlet or article.title
        source = clean_line(known.value if known else article.path.name)
        where = [published, f"¶{found.excerpt.sentence.paragraph}"]
        room = width - _GUTTER - sum(len(part) + 3 for part in (*where, *(note for note, _ in notes)))
        if room < _SOURCE and not article.published:
            room += len(where.pop(0)) + 3
        if room < _SOURCE and notes and notes[-1][0] == _DEPENDENT:  # its colour says so, too
            room += len(notes.pop()[0]) + 3
        parts: list[str | tuple[str, str]] = [
            " " * _GUTTER,
            (" · ".join([clip(source, max(room, _SOURCE // 2)), *where]), MUTED),
        ]
        for note, style in notes:
            parts += [(" · ", MUTED), (note, style)]
        return Content.assemble(*parts)

    def _list_notes(self, found: Evidence, article: Article, choice: Choice | None) -> list[tuple[str, str]]:
        """What a reader should know of a sentence, each with its style."""
        notes: list[tuple[str, str]] = []
        genre = article.genre.value if article.genre else Genre.REPORTING
        if genre is not Genre.REPORTING:
            notes.append((genre.value, "$text-warning" if genre is Genre.OPINION else MUTED))
        if choice and choice.moved_to:
            where = "moved here" if choice.moved_to == self.theme else f"moved to {choice.moved_to}"
            notes.append((where, "$text-accent"))
        if choice and choice.cuts:
            notes.append(("trimmed", "$text-accent"))
        if choice and not choice.repairs:
            notes.append(("no brackets", "$text-accent"))
        if choice and choice.rewording:
            notes.append(("reworded", "$text-accent"))
        if (article.id, found.excerpt.span) in self._printed:
            notes.append(("printed", "$text-success"))
        elif found.excerpt.dependence:
            notes.append((_DEPENDENT, f"{MUTED} italic"))
        return notes

    def _find_terms(self, index: int) -> tuple[Span, ...]:
        assert self._overview is not None  # noqa: S101 - rows come with an overview
        return self._overview.find_terms(self.rows[index])
