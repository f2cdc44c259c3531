"""The articles that an edition may draw on: of folders, or of the library."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from briefer.library.queries import parse_query
from briefer.library.reading import load_reading
from briefer.model import Period, Reading, Theme
from briefer.model.reports import Report, Since
from briefer.readers import read_paths
from briefer.readers.base import OWN_BRIEF
from briefer.reporting.desk import Desk
from briefer.reporting.planning import Plan
from briefer.themes import InstalledThemes, get_theme, load_themes

_DAY = timedelta(days=1)


class Inputs:
    """The articles of a report. Its folders are read once for a run, the library for each edition."""

    def __init__(
        self, desk: Desk, report: Report, on_progress: Callable[[int, int], None] | None = None
    ) -> None:
        self._desk, self._report, self._on_progress = desk, report, on_progress

    def read(self, plan: Plan) -> Reading:
        """What there is for an edition; of the library, what its themes can draw on.

        Raises:
            UnreadableFile: none of the folders exists.
            InvalidFile, UnknownName: a `sources.toml` or a theme cannot be used.
        """
        return self._folders if self._report.library is None else self._load(plan)

    def seen(self, reading: Reading) -> Sequence[str] | None:
        """The ids of what lay before an edition that was made of `reading`; None for the whole library."""
        return [article.id for article in reading.articles] if self._report.library is None else None

    @cached_property
    def _folders(self) -> Reading:
        reading = read_paths(self._report.paths, on_progress=self._on_progress)
        # Editions that lie among the articles are no inputs, and nothing that failed.
        failures = tuple(failure for failure in reading.failures if failure.reason != OWN_BRIEF)
        return replace(reading, failures=failures)

    def _load(self, plan: Plan) -> Reading:
        since = None if self._report.since is Since.ALL else plan.period.first
        reached = plan.reached if self._report.since is Since.LAST else None
        keep_undated = self._report.spec.keep_undated
        # With an edition before, undated articles count by when they came in.
        reading = self._query(
            Period(since, plan.period.end - _DAY), keep_undated=keep_undated and not reached
        )
        if reached is None:
            return reading
        unseen = (self._report.name, plan.first_number)
        late = self._query(Period(until=reached - _DAY), keep_undated=keep_undated, unseen_by=unseen)
        known = {article.id for article in reading.articles}
        older = [article for article in late.articles if article.id not in known]
        return replace(
            reading, articles=tuple(sorted((*reading.articles, *older), key=lambda found: found.path.parts))
        )

    def _query(
        self, period: Period, *, keep_undated: bool, unseen_by: tuple[str, int] | None = None
    ) -> Reading:
        query = parse_query(self._report.library or "", themes=self._installed.names)
        wanted = replace(query.wanted, period=period, keep_undated=keep_undated)
        return load_reading(
            self._desk.library,
            replace(query, wanted=wanted),
            narrowed_to=self._get_themes(self._report.spec.themes),
            query_themes=self._get_themes(query.themes),
            unseen_by=unseen_by,
            on_progress=self._on_progress,
        )

    @cached_property
    def _installed(self) -> InstalledThemes:
        return load_themes(self._desk.home / "themes")

    def _get_themes(self, names: Sequence[str]) -> tuple[Theme, ...]:
        return tuple(get_theme(name, self._installed) for name in dict.fromkeys(names))
