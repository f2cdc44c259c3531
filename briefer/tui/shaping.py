"""Deciding on sentences and writing the analyst's text."""

from dataclasses import replace

from briefer.model import Choice, Mark, Span
from briefer.model.edits import move_sentence, place_of, toggle_mark
from briefer.rendering.wording import spell_day
from briefer.text.hygiene import clean_line
from briefer.tui.layout import DeskLayout
from briefer.tui.prompts import ChoicePrompt
from briefer.tui.trim_screen import TrimScreen


class Shaping(DeskLayout):
    """The actions on the sentence under the cursor."""

    def _choice(self) -> Choice | None:
        found, overview = self.evidence_pane.current, self.briefer.overview
        if found is None or overview is None or self.briefer.history is None:
            return None
        return self.draft.choice_for(found, overview.articles[found.excerpt.sentence.article_id])

    def action_mark(self, mark: str) -> None:
        """Keep, drop or pin the sentence, or take that back."""
        choice = self._choice()
        if choice is None:
            return
        draft = toggle_mark(self.draft, choice, Mark(mark))
        if choice.theme not in draft.spec.themes and mark != Mark.DROPPED:
            draft = replace(draft, spec=replace(draft.spec, themes=(*draft.spec.themes, choice.theme)))
        self.briefer.edit(draft)

    def action_move_sentence(self) -> None:
        """Print the sentence under another theme."""
        choice = self._choice()
        if choice is None:
            return
        themes = self.briefer.themes
        names = [theme.name for theme in themes]
        options = [(theme.title, "its own theme" if theme.name == choice.theme else "") for theme in themes]

        def change(place: int | None) -> None:
            if place is not None:
                self.briefer.edit(move_sentence(self.draft, choice, names[place]))

        chosen = names.index(choice.printed_under) if choice.printed_under in names else 0
        self.app.push_screen(ChoicePrompt("Print it under", options, chosen=chosen), change)

    def action_reorder(self, by: int) -> None:
        """Print a kept or pinned sentence earlier or later among its like."""
        choice = self._choice()
        if choice is None or choice not in self.draft.choices or choice.mark is Mark.DROPPED:
            self.notify("Only kept and pinned sentences have an order of yours.", severity="warning")
            return
        # The order is nowhere to be seen but in the list itself, so the list takes it on.
        self._as_printed.add(self.evidence_pane.theme)
        self.briefer.edit(self.draft.reorder(choice, by))
        self.show_evidence()
        self.show_decisions()

    def action_sort_evidence(self) -> None:
        """Show what is kept first, in the order of printing, or all by strength again."""
        self._as_printed ^= {self.evidence_pane.theme}
        self.show_evidence()
        self.show_decisions()

    def action_trim(self) -> None:
        """Choose words of the sentence to leave out."""
        found, choice, workspace = self.evidence_pane.current, self._choice(), self.briefer.workspace
        if found is None or choice is None or workspace is None or self.briefer.overview is None:
            return
        article = self.briefer.overview.articles[choice.place.article_id]

        def try_cut(cuts: tuple[Span, ...], cut: Span) -> tuple[Span, ...]:
            draft = workspace.drafts.trim(self.draft.decide(replace(choice, cuts=cuts)), found, article, cut)
            return draft.choice_for(found, article).cuts

        def change(cuts: tuple[Span, ...] | None) -> None:
            if cuts is not None:
                self.briefer.edit(self.draft.decide(replace(choice, cuts=cuts)))

        self.app.push_screen(TrimScreen(article.text, found.excerpt.span, choice.cuts, try_cut), change)

    def action_toggle_repairs(self) -> None:
        """Leave out what is supplied to the sentence in brackets, or put it back."""
        found, choice = self.evidence_pane.current, self._choice()
        if found is None or choice is None:
            return
        if not self.draft.spec.repairs:
            self.notify("The draft says repairs = false, so nothing is supplied to any sentence.")
        elif not found.excerpt.repairs:
            self.notify("Nothing is supplied to this sentence in brackets.")
        else:
            self.briefer.edit(self.draft.decide(replace(choice, repairs=not choice.repairs)))

    def action_reword(self) -> None:
        """Say it in other words, which are then the analyst's; the sentence is printed below them."""
        choice = self._choice()
        if choice is not None:
            self.briefer.write_rewording(choice)

    def action_copy_quote(self) -> None:
        """Copy the sentence with where it stands."""
        found, overview = self.evidence_pane.current, self.briefer.overview
        if found is None or overview is None:
            return
        article = overview.articles[found.excerpt.sentence.article_id]
        known = [
            clean_line(article.title.value) if article.title else "",
            clean_line(article.outlet.value) if article.outlet else "",
            spell_day(article.published.value if article.published else None),
            f"¶{found.excerpt.sentence.paragraph}",
        ]
        self.app.copy_to_clipboard(
            f"“{article.words(found.excerpt.span)}” ({', '.join(filter(None, known))})"
        )
        self.notify("Copied the quote and where it stands.")

    def action_write(self) -> None:
        """Write: the bottom line from the brief's fields, else the assessment of the theme at the cursor."""
        theme = self.themes_pane.current
        if self.settings_pane.has_focus:
            self.briefer.write_bottom_line()
        elif theme is not None:
            self.briefer.write_assessment(theme)

    def go_to_sentence(self, article_id: str, span: object) -> None:
        """Show the theme and the row of a sentence that the brief prints."""
        overview = self.briefer.overview
        if overview is None:
            return
        names = [*self.draft.spec.themes, *overview.ranked]
        for name in dict.fromkeys(names):
            for found in overview.ranked.get(name, ()):
                if found.excerpt.sentence.article_id == article_id and found.excerpt.span == span:
                    self.go_to_theme(name)
                    row = self.evidence_pane.find_row(place_of(found))
                    if row is not None:
                        self.evidence_pane.cursor = row
                    self.action_go("evidence")
                    return

    def go_to_theme(self, name: str) -> None:
        """Put the cursor on a theme, where the filter lets it through."""
        place = next((at for at, theme in enumerate(self.themes_pane.themes) if theme.name == name), None)
        if place is not None:
            self.themes_pane.cursor = place
            self.show_evidence()
