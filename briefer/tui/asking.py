"""Choosing what the brief is about: themes, and the fields of the brief."""

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from textual import on
from textual.widgets import Input

from briefer.errors import BrieferError
from briefer.model import Article, Draft
from briefer.model.edits import set_aside, toggle_theme
from briefer.tui.layout import DeskLayout
from briefer.tui.printing import DEFAULT_OUTPUT
from briefer.tui.prompts import ChecklistPrompt, ChoicePrompt, LinePrompt
from briefer.tui.rows import Rows
from briefer.tui.settings_pane import ANNEXES, FIELDS, LENGTHS, SettingsPane, spell_period

_NO_OUTLET = "outlet not known"


class Asking(DeskLayout):
    """The actions that change what is asked."""

    def action_pick(self) -> None:
        """Pick the theme under the cursor, or leave it."""
        theme = self.themes_pane.current
        if theme and self.briefer.history:
            self.briefer.edit(toggle_theme(self.draft, theme.name))

    def action_sort_themes(self) -> None:
        """Sort the themes by strength, or by name again."""
        self._by_strength = not self._by_strength
        self.show_themes()

    def action_filter_themes(self) -> None:
        """Type a part of a theme's name."""
        box = self.query_one("#theme-filter", Input)
        box.display = True
        box.focus()

    @on(Input.Changed, "#theme-filter")
    def _filter(self) -> None:
        self.show_themes()

    @on(Input.Submitted, "#theme-filter")
    def _leave_filter(self) -> None:
        self.action_go("themes")

    def action_clear_filter(self) -> None:
        """Show every theme again."""
        box = self.query_one("#theme-filter", Input)
        box.value = ""
        box.display = False
        self.action_go("themes")

    @on(Rows.Chosen, "#settings")
    def _open_field(self, event: Rows.Chosen) -> None:
        assert isinstance(event.rows, SettingsPane)  # noqa: S101 - narrows for the type checker
        self.action_set(FIELDS[event.index])

    def action_set(self, name: str) -> None:
        """Change one field of the brief."""
        if self.briefer.history is None:
            return
        asks: dict[str, Callable[[], None]] = {
            "title": lambda: self._ask_line("title", "Left empty, it is made of the themes."),
            "audience": lambda: self._ask_line("audience", "Whom the brief is for, printed as it is."),
            "handling": lambda: self._ask_line("handling", "How it may be passed on, printed as it is."),
            "bottom line": self.briefer.write_bottom_line,
            "period": self._ask_period,
            "sources": self._ask_sources,
            "length": self._ask_length,
            "annex": self._ask_annex,
            "template": self._ask_template,
            "output": self._ask_output,
        }
        asks[name]()

    def _ask_line(self, name: str, hint: str) -> None:
        value = getattr(self.draft.spec, name) or ""

        def change(typed: str | None) -> None:
            if typed is not None:
                self._respec(**{name: typed or None})

        self.app.push_screen(LinePrompt(name.capitalize(), value, hint=hint), change)

    def _ask_period(self) -> None:
        from briefer.text.periods import parse_period

        spec = self.draft.spec
        value = spell_period(spec.period, keep_undated=spec.keep_undated)

        def parse(typed: str) -> Draft:
            undated = typed.endswith("undated too")
            period = parse_period(typed.removesuffix("undated too").rstrip(" ,"))
            return replace(self.draft, spec=replace(self.draft.spec, period=period, keep_undated=undated))

        def change(typed: str | None) -> None:
            if typed is not None:
                self.briefer.edit(parse(typed))

        hint = "any · 2015 · 2015-02 to 2015-10-07 · since 2015-02, undated too"
        self.app.push_screen(LinePrompt("Period", value, hint=hint, check=parse), change)

    def _ask_sources(self) -> None:
        if self.briefer.overview is None:
            return

        def outlet(article: Article) -> str:
            return article.outlet.value if article.outlet else _NO_OUTLET

        articles = sorted(
            self.briefer.overview.survey.articles, key=lambda article: outlet(article).casefold()
        )
        groups = [(name, list(found)) for name, found in groupby(articles, key=outlet)]
        left_out = set(self.draft.left_out)
        ticked = {
            place
            for place, (_, found) in enumerate(groups)
            if not left_out.issuperset(article.id for article in found)
        }
        options = [
            (name, f"{len(found):,} {'article' if len(found) == 1 else 'articles'}") for name, found in groups
        ]

        def change(kept: frozenset[int] | None) -> None:
            if kept is None:
                return
            out = set(left_out)
            for place, (_, found) in enumerate(groups):
                ids = {article.id for article in found}
                if place not in kept:
                    out |= ids
                elif place not in ticked:
                    out -= ids
            self.briefer.edit(set_aside(self.draft, out))

        self.app.push_screen(ChecklistPrompt("Sources", options, ticked=ticked), change)

    def _ask_length(self) -> None:
        options = [(name, f"{words:,} source words") for name, words in LENGTHS.items()]
        chosen = [*LENGTHS.values(), self.draft.spec.words].index(self.draft.spec.words) % len(LENGTHS)

        def change(place: int | None) -> None:
            if place is not None:
                self._respec(words=list(LENGTHS.values())[place])

        self.app.push_screen(ChoicePrompt("Length", options, chosen=chosen), change)

    def _ask_annex(self) -> None:
        options = [
            (name, f"{words:,} words of each source" if words else "") for name, words in ANNEXES.items()
        ]
        known = list(ANNEXES.values())

        def change(place: int | None) -> None:
            if place is not None:
                self._respec(annex_words=known[place])

        chosen = [*known, self.draft.spec.annex_words].index(self.draft.spec.annex_words) % len(known)
        self.app.push_screen(ChoicePrompt("Annex", options, chosen=chosen), change)

    def _ask_template(self) -> None:
        assert self.briefer.workspace is not None  # noqa: S101 - there is a draft, so there is a workspace
        names = self.briefer.workspace.press.template_names()
        chosen = names.index(self.draft.spec.template) if self.draft.spec.template in names else 0

        def change(place: int | None) -> None:
            if place is not None:
                self._respec(template=names[place])

        self.app.push_screen(ChoicePrompt("Template", [(name, "") for name in names], chosen=chosen), change)

    def _ask_output(self) -> None:
        workspace = self.briefer.workspace
        assert workspace is not None  # noqa: S101 - there is a draft, so there is a workspace

        def parse(typed: str) -> Path:
            target = Path(typed).expanduser() if typed else DEFAULT_OUTPUT
            try:
                workspace.press.check_output(target, workspace.press.find_format(None, target))
            except BrieferError as error:
                raise ValueError(str(error)) from error
            return target

        def change(typed: str | None) -> None:
            if typed is not None:
                self.briefer.edit(replace(self.draft, output=parse(typed) if typed else None))

        hint = f"Where p prints to, from {Path.cwd()}. Its suffix is .pdf, .html, .md or .json."
        self.app.push_screen(LinePrompt("Output", str(self.briefer.target), hint=hint, check=parse), change)

    def _respec(self, **changes: object) -> None:
        spec = replace(self.draft.spec, **changes)  # type: ignore[arg-type] # the callers name its fields
        self.briefer.edit(replace(self.draft, spec=spec))
