"""The one API that every face calls: read, survey, draft, summarise, print."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path

from briefer import drafting
from briefer.drafting import Absence, Survey
from briefer.model import Article, Brief, BriefSpec, Excerpt, Reading, Theme
from briefer.paths import config_folder
from briefer.readers import read_paths
from briefer.rendering import Printer, find_format, open_printer
from briefer.rendering.files import check_output, write_whole
from briefer.rendering.libraries import find_missing_libraries, install_commands
from briefer.rendering.templates import find_template
from briefer.summary import get_summariser
from briefer.themes import InstalledThemes, get_theme, load_themes, read_theme


class Workspace:
    """The user's themes and templates, and what can be done with articles.

    `home` is the folder that holds the user's `themes/` and `templates/`; by default the one that
    the environment names.
    """

    def __init__(self, home: Path | None = None) -> None:
        self.home = home or config_folder()

    @cached_property
    def installed_themes(self) -> InstalledThemes:
        """The shipped themes and the user's own, which replace shipped ones by name."""
        return load_themes(self.home / "themes")

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
        """Read files and folders; `excluded`, such as the output, is not an input wherever it lies."""
        return read_paths(paths, excluded=excluded, on_progress=on_progress)

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

    def survey(self, articles: Sequence[Article], spec: BriefSpec) -> Survey:
        """Find what the articles in the period say on the themes asked for.

        Where the spec names no theme, those are taken that the articles speak to most.
        """
        survey = drafting.survey_articles(
            drafting.articles_in_period(articles, spec), self.get_themes(spec.themes)
        )
        return survey if spec.themes else drafting.narrow_survey(survey, drafting.rank_themes(survey))

    def draft(self, reading: Reading, survey: Survey, spec: BriefSpec) -> Brief:
        """Draft a brief.

        Raises:
            NothingToReport: no sentence of any article speaks to any of the themes.
            UnknownName: there is no summariser of this name.
        """
        return drafting.draft_brief(reading, survey, spec, summariser=get_summariser(spec.summariser))

    def summarise(
        self, articles: Sequence[Article], *, theme: str | None, words: int, summariser: str
    ) -> tuple[Excerpt, ...]:
        """Choose sentences that sum the articles up, on one theme or as a whole, in reading order."""
        chosen = get_theme(theme, self.installed_themes) if theme else None
        return drafting.summarise_articles(
            articles, chosen, words=words, summariser=get_summariser(summariser)
        )

    def absences(self, articles: Sequence[Article], survey: Survey, theme: str) -> tuple[Absence, ...]:
        """Those of the articles read that give nothing to be printed on a theme, and why."""
        return drafting.find_absences(articles, survey, theme)

    def find_format(self, name: str | None, target: Path | None) -> str:
        """The format that was named, or else the one of the target's suffix.

        Raises:
            UnknownName: there is no such format.
        """
        return find_format(name, target)

    def open_printer(self, form: str, template: str) -> AbstractContextManager[Printer]:
        """What renders a brief as `form`; open it before reading, for a PDF needs time to warm up."""
        return open_printer(form, find_template(template, self.home / "templates"))

    def check_output(self, target: Path) -> None:
        """Raise OutputFailed where a file cannot be written, before any work is done."""
        check_output(target)

    def write(self, target: Path, content: bytes) -> None:
        """Write a file whole or not at all.

        Raises:
            OutputFailed: says why, and the way out.
        """
        write_whole(target, content)

    def missing_libraries(self) -> tuple[str, ...]:
        """The libraries of the operating system that a PDF needs and that are not there."""
        return find_missing_libraries()

    def install_commands(self) -> tuple[tuple[str, ...], ...]:
        """What to run to have them; empty where no known package manager is at hand."""
        return install_commands()
