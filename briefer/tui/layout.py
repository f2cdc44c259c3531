"""The main screen: what stands where, and how it follows the draft."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from briefer.browsing import put_decided_first
from briefer.model import Draft, Evidence, Reading, TermShare, Theme
from briefer.rendering.wording import spell_day
from briefer.text.counted import spell_count
from briefer.tui.article_pane import ArticlePane
from briefer.tui.evidence_pane import MARKS, EvidencePane
from briefer.tui.outline_pane import OutlinePane
from briefer.tui.plain import MUTED, clip, plain
from briefer.tui.settings_pane import SettingsPane
from briefer.tui.themes_pane import ThemesPane

if TYPE_CHECKING:
    from briefer.browsing import Tally
    from briefer.tui.app import BrieferApp


class DeskLayout(Screen[None]):
    """Five panes that show the state of the application; they fold where there is no room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (64, "-narrow"), (110, "-wide"), (160, "-vast")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012 - as Textual declares them
    AUTO_FOCUS = "#themes"

    def __init__(self) -> None:
        super().__init__()
        self._shown_for: tuple[object, ...] = ()
        self._in_play: frozenset[str] = frozenset()
        self._by_strength = False
        self._cursors: dict[str, int] = {}
        self._as_printed: set[str] = set()

    def compose(self) -> ComposeResult:
        yield Static(id="masthead")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield ThemesPane()
                yield Input(placeholder="Filter themes", id="theme-filter", compact=True)
                yield SettingsPane()
            with Vertical(id="middle"):
                yield EvidencePane()
                yield OutlinePane()
            with Vertical(id="right"):
                yield ArticlePane()
                yield Static(id="why")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.themes_pane = self.query_one(ThemesPane)
        self.settings_pane = self.query_one(SettingsPane)
        self.evidence_pane = self.query_one(EvidencePane)
        self.outline_pane = self.query_one(OutlinePane)
        self.article_pane = self.query_one(ArticlePane)
        self.query_one("#theme-filter").display = False

    @property
    def briefer(self) -> "BrieferApp":
        return cast("BrieferApp", self.app)

    @property
    def draft(self) -> Draft:
        """The draft as it is now; there is one as soon as anything can be done."""
        assert self.briefer.history is not None  # noqa: S101 - the panes are empty before
        return self.briefer.history.now

    def action_go(self, pane: str) -> None:
        """Move the focus to a pane, which comes in sight where it was folded away."""
        self.set_class(pane == "article", "reading")
        self.set_class(pane in ("evidence", "outline"), "shaping")
        # At once: the next key may be waiting already, and is meant for that pane.
        self.set_focus(self.query_one(f"#{pane}"))

    # What the panes show

    def show_themes(self) -> None:
        """Show the themes that the filter lets through, in the order asked for."""
        wanted = self.query_one("#theme-filter", Input).value.casefold()
        themes = [
            theme for theme in self.briefer.themes if wanted in f"{theme.title} {theme.name}".casefold()
        ]
        if self._by_strength and self.briefer.overview:
            tallies = self._tallies(themes)
            themes.sort(key=lambda theme: -tallies[theme.name].strength)
        self.themes_pane.show_notice("No theme has this in its name. n makes a new one." if wanted else "")
        self.themes_pane.show_themes(themes)

    def show_draft(self) -> None:
        """Show the draft as it is now; counts are made anew only where the articles in play changed."""
        draft, overview = self.draft, self.briefer.overview
        self.themes_pane.show_picked(draft.spec.themes, len(self.briefer.themes))
        if overview is None:
            self.evidence_pane.clear()
        else:
            key = (id(overview), draft.spec.period, draft.spec.keep_undated, draft.left_out)
            if key != self._shown_for:
                self._shown_for = key
                self._in_play = overview.find_in_play(draft)
                self.themes_pane.show_tallies(self._tallies(self.briefer.themes))
            self.show_evidence()
        self.show_settings()
        self.show_decisions()
        if self.article_pane.found not in (None, self.evidence_pane.shown):
            self.show_sentence()
        self.show_masthead()

    def show_settings(self) -> None:
        """Show what is asked besides the themes, and where it is printed to."""
        self.settings_pane.show_draft(self.draft, sources=self._spell_sources(), target=self.briefer.target)

    def show_evidence(self) -> None:
        """Show what speaks to the theme under the cursor."""
        theme, overview = self.themes_pane.current, self.briefer.overview
        if theme is None or overview is None:
            self.evidence_pane.border_title = "Evidence"
            return
        rows = overview.rank(theme.name, self._in_play, self.draft.choices)
        if theme.name in self._as_printed:
            rows = put_decided_first(rows, self.draft, theme.name)
        if not rows:
            self.evidence_pane.show_notice(self._spell_absence(theme))
        if rows is not self.evidence_pane.rows and rows != self.evidence_pane.rows:
            cursor = self._cursors.get(theme.name, 0)
            self.evidence_pane.show_evidence(overview, theme.name, rows, cursor=cursor)

    def _spell_absence(self, theme: Theme) -> str:
        """Why there is no sentence on a theme, and what to do about it."""
        reading = self.briefer.reading
        if reading is not None and not reading.articles:
            failed = spell_count(len(reading.failures), "file")
            why = f" {failed} could not be read: a shows why." if reading.failures else ""
            way_out = "Put text, HTML, Markdown or PDF files there, then R reads again."
            if self.briefer.library is not None:
                way_out = "Fill it with: briefer add PATH... Then R reads again."
            return f"There is no article in {self.briefer.inputs}.{why} {way_out}"
        return f"No sentence that was read speaks to {theme.title}. o says why."

    def show_decisions(self) -> None:
        brief = self.briefer.brief
        quotes = brief.quotes() if brief else ()
        printed = {(quote.citation.article_id, quote.citation.span) for quote in quotes}
        self.evidence_pane.show_decisions(self.draft, printed)
        theme = self.themes_pane.current
        if theme is None:
            return
        marks = [
            choice.mark.value for choice in self.draft.choices if choice.theme == theme.name and choice.mark
        ]
        counts = [f"{sign} {marks.count(mark)}" for mark, (sign, _) in MARKS.items() if mark in marks]
        self.evidence_pane.border_title = Content("  ".join([theme.title, *counts]))
        count = self.evidence_pane.count
        place = f"{self.evidence_pane.cursor + 1:,} of {count:,}" if count else ""
        order = "as printed, " if count and theme.name in self._as_printed else ""
        self.evidence_pane.border_subtitle = order + place

    def show_brief(self) -> None:
        """Show the outline of the brief as it was drafted last."""
        if self.briefer.checked is None:
            return
        self.outline_pane.show_brief(
            self.briefer.checked, self.draft.bottom_line, dict(self.draft.assessments)
        )
        self.show_decisions()

    def show_nothing(self, reason: str) -> None:
        """Say in the place of the outline why there is no brief."""
        self.outline_pane.show_message(reason)
        self.show_decisions()

    def show_sentence(self) -> None:
        """Show the article around the sentence under the cursor."""
        found, overview = self.evidence_pane.shown, self.briefer.overview
        if found is None or overview is None:
            self.article_pane.show_article(None)
            self.query_one("#why").display = False
            return
        article = overview.articles[found.excerpt.sentence.article_id]
        self.article_pane.show_article(article, found, overview.find_terms(found))
        self._show_reasons(found)

    def _show_reasons(self, found: Evidence) -> None:
        """Show what each term gave to the score of a sentence."""
        shares = [
            f"{share.phrase} {share.share:.2f}" if share.own else f"({share.phrase} {share.share:.2f})"
            for share in found.score.shares
        ]
        notes = (
            ["(in brackets: beside it or in the headline)"]
            if not all(map(_is_own, found.score.shares))
            else []
        )
        supplied = [f"[{repair.words}]" for repair in found.excerpt.repairs]
        if supplied:
            notes.append(f"Supplied from the article: {' '.join(supplied)}.")
        if found.excerpt.dependence:
            notes.append(f"It cannot be read alone: {found.excerpt.dependence}.")
        why = self.query_one("#why", Static)
        why.display = True
        why.border_title = f"Why here {found.score.score:.2f}"
        shown = plain(" · ".join(shares), limit=600)
        lines = [shown, *(Content.styled(note, MUTED) for note in notes)]
        why.update(Content("\n").join(lines), layout=False)

    def show_masthead(self) -> None:
        """One line on what is open and how safe it is."""
        width = self.size.width - 2
        right = self.briefer.status
        left = self._spell_reading()
        room = width - len(right) - 2
        name = "briefer  "
        shown = clip(left, max(room - len(name), 1))
        gap = " " * max(width - len(name) - Content(shown).cell_length - len(right), 1)
        self.query_one("#masthead", Static).update(
            Content.assemble((name, "bold $accent"), shown, gap, (right, MUTED)), layout=False
        )

    def on_resize(self) -> None:
        self.show_masthead()

    def _tallies(self, themes: "list[Theme] | tuple[Theme, ...]") -> "dict[str, Tally]":
        overview = self.briefer.overview
        return {theme.name: overview.count(theme.name, self._in_play) for theme in themes} if overview else {}

    def _spell_sources(self) -> str:
        overview = self.briefer.overview
        if overview is None:
            return ""
        known = len(overview.articles)
        return f"all {known:,}" if len(self._in_play) == known else f"{len(self._in_play):,} of {known:,}"

    def _spell_reading(self) -> str:
        reading = self.briefer.reading
        return str(plain(self.briefer.inputs)) + (f" · {spell_read(reading)}" if reading else "")

    def current_evidence(self) -> Evidence | None:
        """The sentence under the cursor, wherever the focus is."""
        return self.evidence_pane.current


def _is_own(share: TermShare) -> bool:
    return share.own


def spell_read(reading: Reading) -> str:
    """`5 articles, 4 outlets · February 2015 to May 2018 · 1 failed`."""
    outlets = {article.outlet.value.casefold() for article in reading.articles if article.outlet}
    dates = sorted(
        (article.published.value for article in reading.articles if article.published),
        key=lambda published: published.earliest,
    )
    counted = spell_count(len(reading.articles), "article")
    parts = [f"{counted}, {spell_count(len(outlets), 'outlet')}" if outlets else counted]
    if dates:
        first, last = (spell_day(published) for published in (dates[0], dates[-1]))
        parts.append(first if first == last else f"{first} – {last}")
    if reading.failures:
        parts.append(f"{len(reading.failures):,} not read")
    return " · ".join(parts)
