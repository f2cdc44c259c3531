"""What runs in the background: each worker asks the workspace and posts what it learnt as a fact."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.worker import get_current_worker

from briefer.errors import BrieferError
from briefer.tui import facts

if TYPE_CHECKING:
    from briefer.browsing import Overview
    from briefer.model import Draft, Reading
    from briefer.workspace import Workspace

DEFAULT_OUTPUT = "brief.pdf"
_MATCHES = 100


class _Stopped(Exception):
    """The worker was cancelled, and says so from inside the pipe."""


def _reporter(app: App[None], doing: str) -> Callable[[int, int], None]:
    """Tells the app of every hundredth of the way, and stops the work once it is cancelled."""
    worker = get_current_worker()

    def report(done: int, total: int) -> None:
        if worker.is_cancelled:
            raise _Stopped
        if done % max(total // 100, 1) == 0 or done == total:
            app.post_message(facts.ReadingProgressed(doing, done, total))

    return report


class BackgroundWork(App[None]):
    """The workers of the application. None of them touches a widget.

    Each has a description, for Textual would otherwise make one of all arguments: seconds for a large survey.
    """

    @work(thread=True, exclusive=True, exit_on_error=False, group="read", description="reading")
    def read(self, workspace: "Workspace", paths: tuple[Path, ...], draft: "Draft", target: Path) -> None:
        """Read the articles, survey every theme, and see what of the draft can still be followed.

        What was printed to `target` is no article, wherever it lies.
        """
        try:
            report = _reporter(self, "Reading")
            reading = workspace.read(paths, excluded=target, on_progress=report)
            overview = workspace.overview(reading, on_progress=_reporter(self, "Surveying"))
            stale = workspace.find_stale(reading, overview.survey, draft) if draft.choices else ()
        except _Stopped:
            self.post_message(facts.ReadingCancelled())
        except Exception as error:  # noqa: BLE001 - told on the screen, whatever it is
            self.post_message(facts.WorkFailed("Reading", error))
        else:
            self.post_message(facts.ArticlesSurveyed(reading, overview, stale))

    @work(thread=True, exclusive=True, exit_on_error=False, group="draft", description="drafting")
    def draft(self, workspace: "Workspace", reading: "Reading", overview: "Overview", draft: "Draft") -> None:
        """Draft the brief for the outline."""
        worker = get_current_worker()
        try:
            found: facts.BriefDrafted | facts.NothingDrafted = facts.BriefDrafted(
                workspace.draft(reading, overview.survey, draft)
            )
        except BrieferError as error:
            found = facts.NothingDrafted(str(error))
        except Exception as error:  # noqa: BLE001 - told on the screen, whatever it is
            self.post_message(facts.WorkFailed("Drafting", error))
            return
        if not worker.is_cancelled:
            self.post_message(found)

    @work(thread=True, exclusive=True, exit_on_error=False, group="print", description="printing")
    def print_brief(
        self, workspace: "Workspace", reading: "Reading", overview: "Overview", draft: "Draft", target: Path
    ) -> None:
        """Make the brief, to the same bytes as `briefer brief --draft` does, and write it."""
        try:
            form = workspace.find_format(None, target)
            workspace.check_output(target, form)
            with workspace.open_printer(form, draft.spec.template) as print_to_bytes:
                brief = workspace.release(workspace.draft(reading, overview.survey, draft), reading.articles)
                workspace.write_brief(target, print_to_bytes(brief), brief=brief, form=form)
        except Exception as error:  # noqa: BLE001 - told on the screen, whatever it is
            self.post_message(facts.WorkFailed("Printing", error))
        else:
            self.post_message(facts.BriefPrinted(target))

    @work(thread=True, exclusive=True, exit_on_error=False, group="pages", description="drawing pages")
    def draw_pages(
        self, workspace: "Workspace", reading: "Reading", overview: "Overview", draft: "Draft"
    ) -> None:
        """Draw the pages of the brief as pictures."""
        worker = get_current_worker()
        try:
            with workspace.open_printer("pdf", draft.spec.template) as print_to_bytes:
                brief = workspace.draft(reading, overview.survey, draft)
                pdf = print_to_bytes(workspace.check(brief, reading.articles).brief)
            pages = workspace.draw_pages(pdf)
        except Exception as error:  # noqa: BLE001 - told on the screen, whatever it is
            self.post_message(facts.WorkFailed("Drawing the pages", error))
        else:
            if not worker.is_cancelled:
                self.post_message(facts.PagesDrawn(pages))

    @work(thread=True, exclusive=True, exit_on_error=False, group="theme", description="trying a theme")
    def try_theme(self, workspace: "Workspace", reading: "Reading", title: str, terms: str) -> None:
        """Find what a theme that is being typed would match."""
        articles = {article.id: article for article in reading.articles}
        worker = get_current_worker()

        def stop_early(done: int, total: int) -> None:  # noqa: ARG001 - only asks whether to go on
            if worker.is_cancelled:
                raise _Stopped

        try:
            found = workspace.try_theme(reading.articles, title, terms, on_progress=stop_early)
        except _Stopped:
            return
        except BrieferError as error:
            self.post_message(facts.ThemeTried((), 0, str(error)))
        except Exception as error:  # noqa: BLE001 - told on the screen, whatever it is
            self.post_message(facts.WorkFailed("Trying the theme", error))
        else:
            strongest = (
                (articles[match.excerpt.sentence.article_id], match.excerpt) for match in found[:_MATCHES]
            )
            shown = tuple(
                (article.words(excerpt.span), f"{article.path.name} ¶{excerpt.sentence.paragraph}")
                for article, excerpt in strongest
            )
            self.post_message(facts.ThemeTried(shown, len(found)))
