"""What runs in the background: each worker asks the workspace and posts what it learnt as a fact."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from briefer.errors import BrieferError
from briefer.tui import facts

if TYPE_CHECKING:
    from briefer.browsing import Overview
    from briefer.model import Draft, Reading
    from briefer.workspace import Workspace

_MATCHES = 100


class Material(NamedTuple):
    """What a brief is drafted from."""

    workspace: "Workspace"
    reading: "Reading"
    overview: "Overview"


class _Stopped(Exception):
    """The worker was cancelled, and says so from inside the pipe."""


class Watch:
    """What a worker is watched by: it stops the work inside the pipe, once nobody wants it any more."""

    def __init__(self, app: App[None], doing: str, is_outdated: Callable[[], bool] = lambda: False) -> None:
        self._app, self._doing, self._is_outdated = app, doing, is_outdated
        self._worker = get_current_worker()

    def stop(self, *_: object) -> None:
        """Stop where the worker is cancelled or outdated, whatever else is told."""
        if self._worker.is_cancelled or self._is_outdated():
            raise _Stopped

    def report(self, done: int, total: int) -> None:
        """Tell the app of every hundredth of the way, or stop."""
        self.stop()
        if done % max(total // 100, 1) == 0 or done == total:
            self._app.post_message(facts.WorkProgressed(self._doing, done, total))

    def tell(self, fact: Message) -> None:
        """Tell the app what was learnt, unless nobody wants to know it any more."""
        self.stop()
        self._app.post_message(fact)


@contextmanager
def watched(app: App[None], doing: str, is_outdated: Callable[[], bool] = lambda: False) -> Iterator[Watch]:
    """Whatever ends the work before its time is told on the screen: nothing fails silently."""
    try:
        yield Watch(app, doing, is_outdated)
    except _Stopped:
        app.post_message(facts.WorkStopped(doing))
    except Exception as error:  # noqa: BLE001 - whatever it is
        app.post_message(facts.WorkFailed(doing, error))


class BackgroundWork(App[None]):
    """The workers of the application. None of them touches a widget.

    Each has a description, for Textual would otherwise make one of all arguments: seconds for a large survey.
    """

    is_behind = False
    """Whether a newer draft waits for the one that is at work, which then stops."""

    @work(thread=True, exclusive=True, exit_on_error=False, group="read", description="reading")
    def read(self, workspace: "Workspace", draft: "Draft", target: Path) -> None:
        """Read the articles, survey every theme, and see what of the draft can still be followed.

        What was printed to `target` is no article, wherever it lies.
        """
        with watched(self, "Reading") as watch:
            reading = workspace.read_all(draft, excluded=target, on_progress=watch.report)
            surveying = Watch(self, "Surveying")
            overview = workspace.overview(reading, on_progress=surveying.report)
            stale = workspace.drafts.find_stale(reading, overview.survey, draft) if draft.choices else ()
            watch.tell(facts.ArticlesSurveyed(reading, overview, stale))

    @work(thread=True, exclusive=True, exit_on_error=False, group="draft", description="drafting")
    def draft(self, material: Material, draft: "Draft") -> None:
        """Draft the brief for the outline, and see what the checks find in it."""
        with watched(self, "Drafting", lambda: self.is_behind) as watch:
            try:
                brief = material.workspace.draft(
                    material.reading, material.overview.survey, draft, on_progress=watch.report
                )
                checked = material.workspace.check(brief, material.reading.articles)
            except BrieferError as error:
                watch.tell(facts.NothingDrafted(str(error)))
            else:
                watch.tell(facts.BriefDrafted(checked))

    @work(thread=True, exclusive=True, exit_on_error=False, group="print", description="printing")
    def print_brief(self, material: Material, draft: "Draft", target: Path, *, unchecked: bool) -> None:
        """Make the brief, to the same bytes as `briefer brief --draft` does, and write it.

        What the checks refuse is printed only where it may be `unchecked`, and says so on every page.
        """
        workspace = material.workspace
        with watched(self, "Printing") as watch:
            form = workspace.press.find_format(None, target)
            workspace.press.check_output(target, form)
            with workspace.press.open_printer(
                form, draft.spec.template, on_wait=watch.stop
            ) as print_to_bytes:
                brief = workspace.draft(
                    material.reading, material.overview.survey, draft, on_progress=watch.stop
                )
                checked = workspace.check(brief, material.reading.articles)
                if checked.is_refused and not unchecked:
                    watch.tell(facts.PrintingRefused(checked))
                    return
                content = print_to_bytes(checked.brief)
            watch.stop()
            workspace.press.write_brief(target, content, brief=checked.brief, form=form)
            watch.tell(facts.BriefPrinted(target))

    @work(thread=True, exclusive=True, exit_on_error=False, group="pages", description="drawing pages")
    def draw_pages(self, material: Material, draft: "Draft") -> None:
        """Draw the pages of the brief as pictures."""
        workspace = material.workspace
        with watched(self, "Drawing the pages") as watch:
            with workspace.press.open_printer(
                "pdf", draft.spec.template, on_wait=watch.stop
            ) as print_to_bytes:
                brief = workspace.draft(
                    material.reading, material.overview.survey, draft, on_progress=watch.stop
                )
                pdf = print_to_bytes(workspace.check(brief, material.reading.articles).brief)
            pages = workspace.press.draw_pages(pdf)
            watch.tell(facts.PagesDrawn(pages))

    @work(thread=True, exclusive=True, exit_on_error=False, group="theme", description="trying a theme")
    def try_theme(self, workspace: "Workspace", reading: "Reading", title: str, terms: str) -> None:
        """Find what a theme that is being typed would match."""
        with watched(self, "Trying the theme") as watch:
            try:
                found = workspace.themes.try_out(reading.articles, title, terms, on_progress=watch.stop)
            except BrieferError as error:
                watch.tell(facts.ThemeTried((), 0, str(error)))
                return
            articles = {article.id: article for article in reading.articles}
            strongest = (
                (articles[match.excerpt.sentence.article_id], match.excerpt) for match in found[:_MATCHES]
            )
            shown = tuple(
                (article.words(excerpt.span), f"{article.path.name} ¶{excerpt.sentence.paragraph}")
                for article, excerpt in strongest
            )
            watch.tell(facts.ThemeTried(shown, len(found)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="reports", description="listing reports")
    def list_reports(self, workspace: "Workspace", now: datetime) -> None:
        """See how every report stands."""
        with watched(self, "Looking at the reports") as watch:
            watch.tell(facts.ReportsListed(workspace.reports.standings(now=now)))

    @work(thread=True, exit_on_error=False, group="report", description="making an edition")
    def run_report(self, workspace: "Workspace", name: str, now: datetime) -> None:
        """Make what is due of a report, and deliver it; whoever leaves does not stop it half-way."""
        with watched(self, "Making the edition") as watch:
            watch.tell(
                facts.ReportRun(
                    workspace.reports.run(name, now=now, on_progress=Watch(self, "Making").report)
                )
            )

    @work(thread=True, exit_on_error=False, group="report", description="delivering")
    def deliver_owed(self, workspace: "Workspace", name: str, now: datetime) -> None:
        """Try again what is owed of a report's editions."""
        with watched(self, "Delivering") as watch:
            watch.tell(facts.OwedDelivered(workspace.reports.deliver(name, now=now)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="reports", description="listing editions")
    def list_editions(self, workspace: "Workspace", name: str) -> None:
        """Find every edition of a report."""
        with watched(self, "Looking at the editions") as watch:
            watch.tell(facts.EditionsListed(workspace.reports.editions(name)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="pages", description="drawing an edition")
    def draw_edition(self, workspace: "Workspace", name: str, number: int) -> None:
        """Draw the pages of an edition as pictures."""
        with watched(self, "Drawing the pages") as watch:
            pdf = workspace.reports.render(name, number, "pdf").content
            watch.stop()
            watch.tell(facts.PagesDrawn(workspace.press.draw_pages(pdf)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="reports", description="comparing editions")
    def compare_editions(self, workspace: "Workspace", name: str, before: int, now: int) -> None:
        """Hold an edition against an earlier one."""
        with watched(self, "Comparing the editions") as watch:
            _, earlier, _ = workspace.reports.edition(name, before)
            later, changes, _ = workspace.reports.compare(name, before, now)
            watch.tell(facts.EditionsCompared(earlier, later, changes))

    @work(thread=True, exit_on_error=False, group="report", description="printing an edition")
    def print_edition(self, workspace: "Workspace", name: str, number: int, target: Path) -> None:
        """Make an edition again, and write it."""
        with watched(self, "Printing the edition") as watch:
            form = workspace.press.find_format(None, target)
            workspace.press.check_output(target, form)
            again = workspace.reports.render(name, number, form)
            workspace.press.write_brief(target, again.content, brief=again.brief, form=form)
            watch.tell(facts.EditionPrinted(target, again.note))
