"""The one API that every face calls: read, survey, draft, summarise, print."""

import hashlib
import os
import shlex
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefer import drafting, surveying
from briefer.analysis import choices
from briefer.analysis.choices import StaleChoice
from briefer.browsing import Overview, make_overview, try_theme
from briefer.checks import ICD_203_TERMS, Checked, check_brief, find_subject
from briefer.config import read_config, read_likelihood_terms
from briefer.drafts import read_draft, write_draft
from briefer.errors import BriefRefused, InvalidFile, OutputFailed
from briefer.model import (
    DRAFT_SUFFIX,
    Article,
    Brief,
    BriefSpec,
    Draft,
    Evidence,
    Finding,
    Quote,
    Reading,
    Section,
    Source,
    Span,
    Theme,
)
from briefer.model.verdicts import Verification
from briefer.paths import LIBRARY_NAME, config_folder, data_folder
from briefer.readers import read_paths, read_shelf
from briefer.readers.corrections import correct_file, find_input
from briefer.recalling import recall_brief
from briefer.rendering import Printer, find_format, open_printer
from briefer.rendering.files import write_whole
from briefer.rendering.json import read_ledger_schema
from briefer.rendering.libraries import find_missing_libraries, install_commands
from briefer.rendering.outputs import check_brief_output, is_replaceable, write_brief
from briefer.rendering.pages import draw_pages
from briefer.rendering.printed import read_brief
from briefer.rendering.saved import read_saved_brief
from briefer.rendering.templates import find_template, template_names
from briefer.summary import get_summariser
from briefer.surveying import Absence, Survey
from briefer.themes import InstalledThemes, get_theme, load_themes, read_theme
from briefer.themes.writing import parse_typed_theme
from briefer.verification import verify_brief
from briefer.workspace.spelling import spell_options

if TYPE_CHECKING:
    from briefer.workspace.librarian import Librarian
    from briefer.workspace.packing import Packer
    from briefer.workspace.questions import Questions
    from briefer.workspace.reports import Reports


class Workspace:
    """The user's themes and templates, and what can be done with articles.

    `home` is the folder that holds the user's `themes/`, `templates/`, `drafts/` and library; by default the
    environment names one for what the user writes and one for what briefer keeps.
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or config_folder()
        self._kept = home or data_folder()
        self._drafts = self._kept / "drafts"

    def read_config(self) -> Mapping[str, Mapping[str, object]]:
        """The tables of the user's `config.toml`; empty where there is none.

        Raises:
            InvalidFile: it cannot be used; says why.
        """
        return read_config(self.home / "config.toml")

    @cached_property
    def installed_themes(self) -> InstalledThemes:
        """The shipped themes and the user's own, which replace shipped ones by name."""
        return load_themes(self.home / "themes")

    @cached_property
    def library(self) -> "Librarian":
        """The articles that are kept, and what can be done with them."""
        from briefer.workspace.librarian import Librarian

        return Librarian(self._kept / LIBRARY_NAME, lambda: self.installed_themes)

    @cached_property
    def questions(self) -> "Questions":
        """What can be asked of articles without making a brief."""
        from briefer.workspace.questions import Questions

        return Questions(lambda: self.installed_themes)

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

    def get_themes(self, names: Sequence[str]) -> tuple[Theme, ...]:
        """The themes of these names, each once; all that can be used where no name is given.

        Raises:
            UnknownName: no theme has one of the names.
            InvalidFile: the user's own theme of one of the names is broken.
        """
        if not names:
            return self.installed_themes.themes
        return tuple(get_theme(name, self.installed_themes) for name in dict.fromkeys(names))

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
            themes=self.get_themes(draft.spec.themes),
            on_progress=on_progress,
        )

    def read_all(
        self, draft: Draft, *, excluded: Path, on_progress: Callable[[int, int], None] | None = None
    ) -> Reading:
        """Read what a draft names, on whatever theme and of whatever day, to choose among these."""
        if draft.library is None:
            return self.read(draft.paths, excluded=excluded, on_progress=on_progress)
        return self.library.read(query=draft.library, keep_undated=True, on_progress=on_progress)

    def try_theme(
        self, articles: Sequence[Article], title: str, terms: str, *, on_progress: Callable[[int, int], None]
    ) -> tuple[Evidence, ...]:
        """What a theme that is typed, a term in each line, would find, strongest first.

        Raises:
            InvalidFile: it says something that a theme cannot mean.
        """
        theme, _, _ = parse_typed_theme(self.home / "themes", title, terms)
        return try_theme(articles, theme, on_progress=on_progress)

    def save_theme(self, title: str, terms: str) -> Theme:
        """Keep a theme that was typed among the user's own, as the TOML file that one writes by hand.

        Raises:
            InvalidFile: it says something that a theme cannot mean, or its name is taken.
            OutputFailed: the file cannot be written.
        """
        theme, path, content = parse_typed_theme(self.home / "themes", title, terms)
        if path.exists() or theme.name in self.installed_themes.names:
            raise InvalidFile(path, "name", f"there is a theme named {theme.name!r}", "Choose another title.")
        self._make_folder(path)
        write_whole(path, content)
        del self.installed_themes
        return theme

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

    def check_theme(self, path: Path) -> Theme:
        """Read a theme file that a person wrote.

        Raises:
            InvalidFile: it cannot be used; says where, why and the way out.
        """
        return read_theme(path)

    def check_names(
        self, *, themes: Sequence[str] = (), summariser: str | None = None, template: str | None = None
    ) -> None:
        """Raise for a name that nothing has, before any work is done.

        Raises:
            UnknownName: says which names there are.
            InvalidFile: the user's own theme of one of the names is broken.
        """
        self.get_themes(themes)
        if summariser:
            get_summariser(summariser)
        if template:
            find_template(template, self.home / "templates")

    def survey(
        self,
        articles: Sequence[Article],
        spec: BriefSpec,
        *,
        left_out: Collection[str] = (),
        typed: Theme | None = None,
    ) -> Survey:
        """Find what the articles in the period say on the themes asked for, or on one that was `typed`.

        Where no theme is asked for, those are taken that the articles speak to most. Articles whose
        ids are in `left_out` are passed over.
        """
        survey = surveying.survey_articles(
            surveying.articles_in_play(articles, spec, left_out),
            [typed] if typed else self.get_themes(spec.themes),
        )
        return (
            survey if spec.themes or typed else surveying.narrow_survey(survey, surveying.rank_themes(survey))
        )

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

    def release(self, brief: Brief, articles: Sequence[Article]) -> Brief:
        """The brief as it may be printed, with the waivers that it needs.

        Raises:
            BriefRefused: the checks found errors; says which.
            UnknownName, InvalidFile: as in `check`.
        """
        checked = self.check(brief, articles)
        if checked.errors:
            raise BriefRefused(
                [f"{found.where}: {found.message} {found.way_out}" for found in checked.errors]
            )
        return checked.brief

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

    def find_stale(self, reading: Reading, survey: Survey, draft: Draft) -> tuple[StaleChoice, ...]:
        """The choices that cannot be followed, each with the reason; they stay in the draft."""
        return drafting.find_stale(reading, survey, draft)

    def trim(self, draft: Draft, found: Evidence, article: Article, cut: Span) -> Draft:
        """The draft in which `cut`, a span of the article's text, is left out of what is shown of `found`.

        Raises:
            TrimRefused: it is no whole phrase, or what is left would say something else; says which.
        """
        return draft.decide(choices.trim(draft.choice_for(found, article), found, article, cut))

    def new_draft(self, paths: Sequence[Path], spec: BriefSpec, *, library: str | None = None) -> Draft:
        """A draft on files and folders, or on the library, in which nothing is decided or written yet."""
        return Draft(spec, tuple(paths), library=library)

    def load_draft(self, path: Path) -> Draft:
        """Read the file of a draft; its relative paths are taken from its folder.

        Raises:
            InvalidFile: it cannot be used; says where, why and the way out.
        """
        return read_draft(path)

    def save_draft(self, draft: Draft, path: Path) -> None:
        """Write the file of a draft, whole or not at all: same draft and folder, same bytes.

        Raises:
            OutputFailed: says why, and the way out.
        """
        try:
            content = write_draft(draft, path.parent)
        except UnicodeEncodeError as error:
            raise OutputFailed(
                path, "the name of an input is not UTF-8", "Rename that file or folder."
            ) from error
        if path.parent == self._drafts:
            self._make_folder(path)
        write_whole(path, content)

    def draft_path(self, paths: Sequence[Path], output: Path | None) -> Path:
        """Where a draft is kept: beside the output, else in the user's data, one for each set of inputs."""
        if output:
            return output.with_name(output.stem + DRAFT_SUFFIX)
        places = sorted(os.path.realpath(path) for path in paths)
        digest = hashlib.sha256("\0".join(places).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        name = Path(places[0]).name if places else "library"
        return self._drafts / f"{name.encode('ascii', 'replace').decode()}-{digest}{DRAFT_SUFFIX}"

    def command_line(self, draft: Draft, draft_path: Path, output: Path) -> str:
        """What to type, or to put into a cron job, for the brief that the saved draft comes to.

        A draft in which nothing is decided or written needs no file: its options are spelled out.
        """
        given = spell_options(draft) if draft.is_untouched else ["--draft", str(draft_path)]
        return shlex.join(["briefer", "brief", "--output", str(output), *given])

    def _make_folder(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = f"its folder cannot be made ({error.strerror})"
            raise OutputFailed(path, reason, "See that the folder above it may be written to.") from error

    def overview(
        self, reading: Reading, *, on_progress: Callable[[int, int], None] | None = None
    ) -> Overview:
        """Survey everything that was read on every theme there is, counted and ranked for choosing."""
        themes = self.installed_themes.themes
        return make_overview(surveying.survey_articles(reading.articles, themes, on_progress=on_progress))

    def absences(self, articles: Sequence[Article], survey: Survey, theme: str) -> tuple[Absence, ...]:
        """Those of the articles read that give nothing to be printed on a theme, and why."""
        return surveying.find_absences(articles, survey, theme)

    def find_format(self, name: str | None, target: Path | None) -> str:
        """The format that was named, or else the one of the target's suffix.

        Raises:
            UnknownName: there is no such format.
        """
        return find_format(name, target)

    def open_printer(
        self, form: str, template: str, *, on_wait: Callable[[], None] | None = None
    ) -> AbstractContextManager[Printer]:
        """What renders a brief as `form`; open it before reading, for a PDF needs time to warm up.

        While a PDF is made `on_wait` is called again and again; what it raises ends the work.
        """
        return open_printer(form, find_template(template, self.home / "templates"), on_wait=on_wait)

    def template_names(self) -> tuple[str, ...]:
        """Every template that can be used, in alphabetical order."""
        return template_names(self.home / "templates")

    def draw_pages(self, pdf: bytes) -> tuple[bytes, ...]:
        """The pages of a brief as PNG files."""
        return draw_pages(pdf)

    def ledger_schema(self) -> str:
        """The JSON Schema of the ledger that a brief carries."""
        return read_ledger_schema()

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

    def check_output(self, target: Path, form: str) -> None:
        """Raise OutputFailed where a brief cannot be written, or would destroy a file, before any work."""
        check_brief_output(target, form)

    def write_brief(self, target: Path, content: bytes, *, brief: Brief, form: str) -> None:
        """Write what a brief was printed to, whole or not at all, and its ledger beside HTML and Markdown.

        Raises:
            OutputFailed: says why, and the way out; a file that is no brief is not replaced.
        """
        write_brief(target, content, brief=brief, form=form)

    def missing_libraries(self) -> tuple[str, ...]:
        """The libraries of the operating system that a PDF needs and that are not there."""
        return find_missing_libraries()

    def install_commands(self) -> tuple[tuple[str, ...], ...]:
        """What to run to have them; empty where no known package manager is at hand."""
        return install_commands()
