"""What was read and what was not, and the facts that only the analyst knows."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefer.errors import BrieferError
from briefer.model import Article, Genre, Reading
from briefer.model.edits import set_aside
from briefer.text.counted import spell_count
from briefer.text.hygiene import clean_line
from briefer.tui import facts
from briefer.tui.article_pane import ArticlePane
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.prompts import ChoicePrompt, LinePrompt
from briefer.tui.rows import Rows
from briefer.tui.side_screen import SideScreen

_HINTS = {
    "title": "Left empty, it is what the file says.",
    "outlet": "Who published it. Left empty, it is what the file says.",
    "published": "2015-10-07, 2015-10 or 2015. Left empty, it is what the file says.",
}
_NOT_READ, _REMARK = ("✗ ", "$text-error"), ("! ", "$text-warning")
_DATE, _WORDS, _LANGUAGE, _GENRE = 10, 7, 3, 9


class ReadingRows(Rows):
    """A row for each article, then for each file that gave none, with the reason, and for each remark."""

    def __init__(self) -> None:
        super().__init__(id="reading")
        self.border_title = "Articles"
        self.articles: tuple[Article, ...] = ()
        self._others: list[tuple[tuple[str, str], Path, str]] = []
        self._left_out: Sequence[str] = ()

    def show_reading(self, reading: Reading, left_out: Sequence[str]) -> None:
        self.articles, self._left_out = reading.articles, left_out
        self._others = [(_NOT_READ, failure.path, failure.reason) for failure in reading.failures]
        self._others += [
            (_NOT_READ, same.path, f"the same article as {same.original}") for same in reading.duplicates
        ]
        self._others += [(_REMARK, remark.path, remark.text) for remark in reading.remarks]
        self.border_subtitle = ", ".join(
            [
                spell_count(len(reading.articles), "article"),
                f"{len(reading.failures):,} not read",
                spell_count(len(reading.duplicates), "duplicate"),
            ]
        )
        self.set_count(len(self.articles) + len(self._others))

    @property
    def current(self) -> Article | None:
        return self.articles[self.cursor] if self.cursor < len(self.articles) else None

    def draw_line(self, index: int, line: int, width: int) -> Content:  # noqa: ARG002 - rows of one line
        if index >= len(self.articles):
            mark, path, reason = self._others[index - len(self.articles)]
            name = clip(clean_line(path.as_posix()), max(width // 2, 8))
            return Content.assemble(
                mark,
                name,
                (f"  {clip(clean_line(reason), width - len(name) - 6)}", MUTED),
            )
        article = self.articles[index]
        mark = ("○ ", "$text-error") if article.id in self._left_out else ("● ", "$text-success")
        title = clean_line(article.title.value) if article.title else article.path.name
        outlet = clean_line(article.outlet.value) if article.outlet else "outlet?"
        genre = article.genre.value.value if article.genre else "genre?"
        known = (
            f"{str(article.published.value) if article.published else 'undated':<{_DATE}} {genre:<{_GENRE}} "
            f"{article.language.value if article.language else '?':<{_LANGUAGE}}"
            f"{len(article.text.split()):>{_WORDS},} {'!' if article.warnings else ' '}"
        )
        room = width - 2 - len(known) - 2
        named = room * 2 // 3
        shown = clip(title, max(named, 8))
        source = clip(outlet, max(room - named - 1, 6))
        gaps = " " * (max(named, 8) - Content(shown).cell_length + 1)
        tail = " " * max(room - max(named, 8) - Content(source).cell_length, 1)
        return Content.assemble(mark, shown, gaps, (source, MUTED), tail, (known, MUTED))


class ArticlesScreen(SideScreen):
    """A browser of what was read; a missing fact is set by hand and kept beside the files."""

    PLACE = "Articles"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-wide")]  # noqa: RUF012 - as Textual declares them
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "correct('title')", "Title", id="articles.title"),
        Binding("o", "correct('outlet')", "Outlet", id="articles.outlet"),
        Binding("d", "correct('published')", "Date", id="articles.date"),
        Binding("e", "correct('genre')", "Genre", id="articles.genre"),
        Binding("space", "leave_out", "Leave out", id="articles.leave-out"),
        Binding("r", "removed", "Removed lines", id="articles.removed"),
        Binding("escape,q,a", "back", "Back", key_display="esc", id="articles.back"),
    ]

    def __init__(self, article_id: str = "") -> None:
        """`article_id` names the article that the cursor begins on."""
        super().__init__()
        self._begin_on = article_id

    def make_body(self) -> Widget:
        return Horizontal(ReadingRows(), ArticlePane(id="browsed"))

    def on_mount(self) -> None:
        self.show_reading()
        rows = self.query_one(ReadingRows)
        ids = [article.id for article in rows.articles]
        if self._begin_on in ids:
            rows.cursor = ids.index(self._begin_on)
        rows.focus()

    def learn(self, fact: Message) -> None:
        if isinstance(fact, facts.ArticlesSurveyed):
            self.show_reading()

    def show_reading(self) -> None:
        """Show what was read, as it is known now."""
        if self.briefer.reading and self.briefer.history:
            rows = self.query_one(ReadingRows)
            rows.show_reading(self.briefer.reading, self.briefer.history.now.left_out)
            self._show_article()

    @on(Rows.CursorMoved)
    def _show_article(self) -> None:
        article = self.query_one(ReadingRows).current
        self.query_one(ArticlePane).show_article(article)
        warnings = " ".join(article.warnings) if article else ""
        self.show_head(warnings or "Nothing to warn of.")

    @on(Rows.Chosen)
    def _read_on(self) -> None:
        self.toggle_class("reading")
        self.query_one(ArticlePane if self.has_class("reading") else ReadingRows).focus()

    def action_back(self) -> None:
        if self.has_class("reading"):
            self._read_on()
        else:
            self.app.pop_screen()

    def action_go(self, pane: str) -> None:  # noqa: ARG002 - the article's key back, as on the main screen
        self.remove_class("reading")
        self.query_one(ReadingRows).focus()

    def action_removed(self) -> None:
        self.query_one(ArticlePane).action_toggle_removed()

    def action_leave_out(self) -> None:
        """Set the article aside, or take it back in."""
        article = self.query_one(ReadingRows).current
        if article and self.briefer.history:
            draft = self.briefer.history.now
            self.briefer.edit(set_aside(draft, set(draft.left_out) ^ {article.id}))
            self.show_reading()

    def action_correct(self, field: str) -> None:
        """Set a fact of the article by hand."""
        article = self.query_one(ReadingRows).current
        if article is None:
            return
        if field == "genre":
            genres = [genre.value for genre in Genre]

            def choose(place: int | None) -> None:
                if place is not None:
                    self._correct(article, field, genres[place])

            self.app.push_screen(ChoicePrompt("Genre", [(genre, "") for genre in genres]), choose)
            return
        known = getattr(article, field)

        def change(typed: str | None) -> None:
            if typed is not None:
                self._correct(article, field, typed)

        value = str(known.value) if known else ""
        self.app.push_screen(LinePrompt(field.capitalize(), value, hint=_HINTS[field]), change)

    def _correct(self, article: Article, field: str, value: str) -> None:
        assert self.briefer.workspace is not None  # noqa: S101 - articles come from a workspace
        assert self.briefer.history is not None  # noqa: S101 - and a draft is on it
        draft = self.briefer.history.now
        try:
            path = self.briefer.workspace.correct_article(
                draft, article, field, value, now=self.briefer.clock()
            )
        except BrieferError as error:
            self.notify(plain(error, limit=600), severity="error")  # type: ignore[arg-type]
        else:
            self.notify(plain(f"Kept in {path}. Reading again."))  # type: ignore[arg-type]
            self.briefer.action_read_again()
