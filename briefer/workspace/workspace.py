"""The one API that every face calls: read, survey, draft, summarise, print."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefer import drafting, surveying
from briefer.browsing import Overview, make_overview
from briefer.checks import ICD_203_TERMS, Checked, check_brief, find_subject
from briefer.config import read_config, read_likelihood_terms
from briefer.errors import OutputFailed
from briefer.model import (
    Article,
    Brief,
    BriefSpec,
    Draft,
    Finding,
    Quote,
    Reading,
    Section,
    Source,
    Theme,
)
from briefer.model.verdicts import Verification
from briefer.paths import LIBRARY_NAME, config_folder, data_folder
from briefer.readers import read_paths, read_shelf
from briefer.readers.corrections import correct_file, find_input
from briefer.recalling import recall_brief
from briefer.rendering.files import write_whole
from briefer.rendering.outputs import is_replaceable
from briefer.rendering.printed import read_brief
from briefer.rendering.saved import read_saved_brief
from briefer.summary import get_summariser
from briefer.surveying import Absence, Survey
from briefer.verification import verify_brief

if TYPE_CHECKING:
    from briefer.workspace.drafts import Drafts
    from briefer.workspace.librarian import Librarian
    from briefer.workspace.packing import Packer
    from briefer.workspace.press import Press
    from briefer.workspace.questions import Questions
    from briefer.workspace.reports import Reports
    from briefer.workspace.themes import Themes


class Workspace:
    """The user's themes and templates, and what can be done with articles.

    `home` is the folder that holds the user's `themes/`, `templates/`, `drafts/` and library; by default the
    environment names one for what the user writes and one for what briefer keeps.
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or config_folder()
        self._kept = home or data_folder()

    def read_config(self) -> Mapping[str, Mapping[str, object]]:
        """The tables of the user's `config.toml`; empty where there is none.

        Raises:
            InvalidFile: it cannot be used; says why.
        """
        return read_config(self.home / "config.toml")

    @cached_property
    def themes(self) -> "Themes":
        """The themes there are, and what can be done with them."""
        from briefer.workspace.themes import Themes

        return Themes(self.home / "themes")

    @cached_property
    def drafts(self) -> "Drafts":
        """What an analyst decides and writes, and the files that keep it."""
        from briefer.workspace.drafts import Drafts

        return Drafts(self._kept / "drafts")

    @cached_property
    def press(self) -> "Press":
        """What renders a brief, and puts it where it is wanted."""
        from briefer.workspace.press import Press

        return Press(self.home / "templates")

    @cached_property
    def library(self) -> "Librarian":
        """The articles that are kept, and what can be done with them."""
        from briefer.workspace.librarian import Librarian

        return Librarian(self._kept / LIBRARY_NAME, lambda: self.themes.installed)

    @cached_property
    def questions(self) -> "Questions":
        """What can be asked of articles without making a brief."""
        from briefer.workspace.questions import Questions

        return Questions(lambda: self.themes.installed)

    @cached_property
    def packer(self) -> "Packer":
        """What puts a brief together with all that it was made of, and makes it again."""
        from briefer.workspace.packing import Packer

        return Packer(self)

    @cached_property
    def reports(self) -> "Reports":
        """The briefs that recur, and what can be done with them and their editions."""
        from briefer.workspace.reports import Reports

        return Reports(self.home, self._kept / LIBRARY_NAME)

    def read(
        self,
        paths: Sequence[Path],
        *,
        excluded: Path | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        """Read files and folders; `excluded`, the output, is no input wherever it lies, if it is ours."""
        ours = excluded if excluded and is_replaceable(excluded) else None
        return read_paths(paths, excluded=ours, on_progress=on_progress)

    def read_inputs(
        self,
        draft: Draft,
        *,
        excluded: Path | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        """Read what a draft names: its paths, or of the library what its themes and period can draw on."""
        if draft.library is None:
            return self.read(draft.paths, excluded=excluded, on_progress=on_progress)
        return self.library.read(
            query=draft.library,
            period=draft.spec.period,
            keep_undated=draft.spec.keep_undated,
            themes=self.themes.get(draft.spec.themes),
            on_progress=on_progress,
        )

    def read_all(
        self, draft: Draft, *, excluded: Path, on_progress: Callable[[int, int], None] | None = None
    ) -> Reading:
        """Read what a draft names, on whatever theme and of whatever day, to choose among these."""
        if draft.library is None:
            return self.read(draft.paths, excluded=excluded, on_progress=on_progress)
        return self.library.read(query=draft.library, keep_undated=True, on_progress=on_progress)

    def correct_article(
        self, draft: Draft, article: Article, field: str, value: str, *, now: datetime
    ) -> Path:
        """Note what a person knows of an article that a draft can draw on; says in which file.

        That is the library, where the draft draws on it, and else the `sources.toml` beside the article's
        file. `field` is one of `title`, `outlet`, `published` and `genre`; an empty value takes the note
        back.

        Raises:
            InvalidFile, InvalidFact: the value has no meaning there; says what has.
            OutputFailed, LibraryUnusable: it cannot be written.
        """
        if draft.library is not None:
            self.library.edit(article.id, {field: value}, now=now)
            return self.library.path
        file = find_input(draft.paths, article.path)
        if file is None:
            raise OutputFailed(article.path, "its file is not there any more", "Read the articles again.")
        path, content = correct_file(file, field, value)
        write_whole(path, content)
        return path

    def check_names(
        self, *, themes: Sequence[str] = (), summariser: str | None = None, template: str | None = None
    ) -> None:
        """Raise for a name that nothing has, before any work is done.

        Raises:
            UnknownName: says which names there are.
            InvalidFile: the user's own theme of one of the names is broken.
        """
        self.themes.get(themes)
        if summariser:
            get_summariser(summariser)
        if template:
            self.press.find_template(template)

    def survey(
        self,
        articles: Sequence[Article],
        spec: BriefSpec,
        *,
        left_out: Collection[str] = (),
        typed: Theme | None = None,
        before: Brief | None = None,
    ) -> Survey:
        """Find what the articles in the period say on the themes asked for, or on one that was `typed`.

        Where no theme is asked for, those of the brief `before` are taken, else those that the articles speak
        to most, and with them those of articles that would not be told of. Articles whose ids are in
        `left_out` are passed over.
        """
        survey = surveying.survey_articles(
            surveying.articles_in_play(articles, spec, left_out),
            [typed] if typed else self.themes.get(spec.themes),
        )
        if spec.themes or typed:
            return survey
        by_name = {theme.name: theme for theme in survey.themes}
        asked = [section.theme for section in before.sections] if before else []
        kept = [by_name[name] for name in asked if name in by_name]
        return surveying.narrow_survey(survey, surveying.rank_themes(survey, kept))

    def draft(
        self,
        reading: Reading,
        survey: Survey,
        draft: Draft,
        *,
        before: Brief | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Brief:
        """The brief that a draft comes to; nothing is decided or written in an empty one.

        For readers of the brief `before`, it says what is new.

        The survey may be of more themes and articles than the draft asks for; a draft that names no
        themes takes those of the survey. `on_progress` is told after each step; what it raises ends the
        drafting.

        Raises:
            NothingToReport: no sentence of any article speaks to any of the themes.
            UnknownName: there is no summariser of this name.
        """
        return drafting.draft_brief(
            reading,
            survey,
            draft,
            summariser=get_summariser(draft.spec.summariser),
            before=before,
            on_progress=on_progress,
        )

    def check(
        self, brief: Brief, articles: Sequence[Article] = (), *, likelihood: Sequence[str] = ()
    ) -> Checked:
        """Hold a brief against the rules of the craft, and its quotes against articles that are given.

        `likelihood` are the words with which an analyst may say how likely something is; else those of
        `likelihood-term` under `[check]` in `config.toml`, else those of ICD 203.

        Raises:
            UnknownName: the brief waives a rule that there is not.
            InvalidFile: `config.toml` cannot be used; says why.
        """
        texts = {article.id: article.text for article in articles}
        terms = likelihood or read_likelihood_terms(self.home / "config.toml") or ICD_203_TERMS
        return check_brief(brief, texts=texts, likelihood=terms)

    def find_subject(self, brief: Brief, finding: Finding) -> Quote | Section | Source | None:
        """What a finding of the checks is about, for whoever wants to look at it."""
        return find_subject(brief, finding)

    def load_brief(self, path: Path) -> Brief:
        """Read a brief that was saved as JSON.

        Raises:
            InvalidFile: it cannot be used; says where and why.
        """
        return read_saved_brief(path)

    def load_previous(self, path: Path) -> Brief:
        """Read the brief before, in any form that it was printed in, to tell what is new since.

        Raises:
            InvalidFile, UnreadableFile: it cannot be used; says why.
            UnknownName: its suffix is that of no format.
        """
        if path.suffix.lower() == ".json":
            return read_saved_brief(path)
        return recall_brief(read_brief(path).ledger)

    def overview(
        self, reading: Reading, *, on_progress: Callable[[int, int], None] | None = None
    ) -> Overview:
        """Survey everything that was read on every theme there is, counted and ranked for choosing."""
        themes = self.themes.installed.themes
        return make_overview(surveying.survey_articles(reading.articles, themes, on_progress=on_progress))

    def absences(self, articles: Sequence[Article], survey: Survey, theme: str) -> tuple[Absence, ...]:
        """Those of the articles read that give nothing to be printed on a theme, and why."""
        return surveying.find_absences(articles, survey, theme)

    def verify(self, path: Path, *, sources: Path | None, previous: Path | None = None) -> Verification:
        """Judge every sentence of a finished brief by its pages, its ledger and the folder of its sources.

        Where no folder is named, the files that the library keeps are its sources. What it prints of the
        brief before is held against the `previous` one where its sources are not there.

        Raises:
            LibraryEmpty: nothing was ever added to it.
            UnreadableFile: the brief cannot be read, has no ledger, or there is no such folder.
            UnknownName: its suffix is that of no format.
        """
        printed = read_brief(path)
        before = read_brief(previous).ledger if previous else None
        earlier = printed.ledger.before.sources if printed.ledger.before else ()
        known = printed.ledger.sources
        if sources is None:
            return verify_brief(printed, self.library.read_sources((*known, *earlier)), before=before)
        cited = {entry.source for entry in printed.ledger.entries}
        used = (*(source for source in known if source.number in cited), *earlier)
        names = {PurePosixPath(source.file).name for source in used}
        found = verify_brief(printed, read_shelf(sources, names=names), before=before)
        if found.is_proved:  # what else lies in the folder does not matter
            return found
        return verify_brief(printed, read_shelf(sources), before=before)

    def find_sources(self, folder: Path) -> tuple[Article, ...]:
        """Every article of a folder, those that repeat another too.

        Raises:
            UnreadableFile: there is no such folder.
        """
        return read_shelf(folder).articles
