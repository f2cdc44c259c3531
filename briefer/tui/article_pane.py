"""One article around the sentence under the cursor, so that nobody needs another window."""

from collections import deque
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from briefer.model import Article, Evidence, RemovedLine, Span
from briefer.rendering.wording import spell_authors, spell_day
from briefer.text.hygiene import clean_line
from briefer.tui.plain import MUTED, cut_out, plain, wrap
from briefer.tui.supplied import SUPPLIED, Supplied, supply_words


class _Line(NamedTuple):
    """What a line of the pane shows: `[start, end)` of `text`, or of the body where that is None."""

    start: int
    end: int
    text: str | None = None
    style: str = ""


class ArticlePane(ScrollView, can_focus=True):
    """The cleaned text by paragraphs, the sentence marked, with what is supplied to it in brackets.

    Removed lines stand between the paragraphs on request.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", "Down", show=False, id="article.down"),
        Binding("up,k", "scroll_up", "Up", show=False, id="article.up"),
        Binding("pagedown,space,ctrl+f,ctrl+d", "page_down", "Page down", show=False, id="article.page-down"),
        Binding("pageup,ctrl+b,ctrl+u", "page_up", "Page up", show=False, id="article.page-up"),
        Binding("home,g", "scroll_home", "Top", show=False, id="article.top"),
        Binding("end,G", "scroll_end", "End", show=False, id="article.end"),
        Binding("r", "toggle_removed", "Removed lines", id="article.removed"),
        Binding("left,h", "screen.go('evidence')", "To the evidence", show=False, id="article.left"),
        Binding("escape", "screen.go('evidence')", "Back", show=False, id="article.back"),
    ]
    DEFAULT_CSS = """
    ArticlePane {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        text-wrap: nowrap;
    }
    """

    def __init__(self, *, id: str = "article") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.border_title = "Article"
        self.article: Article | None = None
        self.found: Evidence | None = None
        self._body = Supplied("", 0, ())
        self._styled: list[tuple[Span, str]] = []
        self._lines: list[_Line] = []
        self._with_removed = False

    def show_article(
        self, article: Article | None, found: Evidence | None = None, terms: tuple[Span, ...] = ()
    ) -> None:
        """Show an article, from the sentence that speaks to the theme if one is given."""
        self.article, self.found = article, found
        self._supply(terms)
        title = clean_line(article.title.value) if article and article.title else ""
        self.border_title = plain(title or (article.path if article else "Article"), limit=120)
        self._lay_out()
        self._show_sentence()

    def action_toggle_removed(self) -> None:
        self._with_removed = not self._with_removed
        self._lay_out()
        self._show_sentence()

    def on_resize(self) -> None:
        self._lay_out()
        self._show_sentence()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        style = self.visual_style
        if self.article is None or place >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        line = self._lines[place]
        if line.text is not None:
            content = Content.styled(line.text[line.start : line.end], line.style)
        else:
            content = cut_out(self._body.text, line.start, line.end, self._styled)
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        return (strips[0] if strips else Strip.blank(width)).extend_cell_length(width, style.rich_style)

    def _supply(self, terms: tuple[Span, ...]) -> None:
        """Find the words of the body, and what stands out in them."""
        self._styled = []
        if self.article is None:
            return
        repairs = self.found.excerpt.repairs if self.found else ()
        self._body = supply_words(self.article.text, Span(0, len(self.article.text)), repairs)
        if self.found:
            self._styled = [
                (self._body.place(self.found.excerpt.span), "$foreground on $marked"),
                *((self._body.place(term), "bold $accent on $marked") for term in terms),
                *((ours, f"{SUPPLIED} on $marked") for ours in self._body.find_brackets()),
            ]

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width - 1, 1)
        self._lines = []
        if self.article is not None:
            self._add_head(self.article, width)
            self._add_body(self.article, width)
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _add(self, text: str, width: int, style: str = "") -> None:
        text = clean_line(text, limit=4000)
        self._lines += [_Line(start, end, text, style) for start, end in wrap(text, 0, len(text), width)]

    def _add_gap(self) -> None:
        self._lines.append(_Line(0, 0, ""))

    def _add_head(self, article: Article, width: int) -> None:
        if article.title:
            self._add(article.title.value, width, "bold")
        known = [
            article.outlet.value if article.outlet else "outlet not known",
            spell_authors(article.authors.value) if article.authors else "",
            spell_day(article.published.value if article.published else None),
            article.genre.value.value if article.genre else "",
        ]
        self._add(" · ".join(filter(None, known)), width, MUTED)
        self._add(str(article.path), width, MUTED)
        self._add_gap()

    def _add_body(self, article: Article, width: int) -> None:
        removed = deque(article.removed if self._with_removed else ())
        for paragraph in article.paragraphs:
            first = paragraph.lines.first if paragraph.lines else 0
            while removed and (removed[0].line or 0) < first:
                self._add_removed(removed.popleft(), width)
            self._add(f"¶{paragraph.number}", width, MUTED)
            span = self._body.place(paragraph.span)
            self._lines += [_Line(*bounds) for bounds in wrap(self._body.text, span.start, span.end, width)]
            self._add_gap()
        for line in removed:
            self._add_removed(line, width)

    def _add_removed(self, line: RemovedLine, width: int) -> None:
        self._add(f"[{line.kind}] {line.text}", width, f"{MUTED} italic")
        self._add_gap()

    def _show_sentence(self) -> None:
        if self.found is None:
            self.scroll_to(y=0, animate=False)
            return
        span = self._body.place(self.found.excerpt.span)
        inside = [
            place
            for place, line in enumerate(self._lines)
            if line.text is None and line.start < span.end and span.start < line.end
        ]
        if inside:
            region = Region(0, inside[0] - 2, 1, len(inside) + 4)
            self.scroll_to_region(region, animate=False, center=True, force=True)
