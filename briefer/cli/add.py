"""`briefer add`: articles enter the library."""

from collections import Counter
from pathlib import Path

import click

from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option, now, paths_argument, quiet_option
from briefer.cli.printing import reading_progress, say, show, show_json
from briefer.cli.records import arrival_record, failure_record
from briefer.model.library import Added, Arrival
from briefer.text.counted import spell_count
from briefer.workspace import Workspace

_NOUNS = {Arrival.REVISED: "revision", Arrival.EARLIER: "earlier revision"}
_NEWS = (Arrival.NEW, Arrival.REVISED, Arrival.EARLIER)


@click.command()
@paths_argument
@json_option
@quiet_option
@debug_option
def add(paths: tuple[Path, ...], as_json: bool, quiet: bool) -> int:
    """Put articles into the library, each once; the files may go afterwards.

    The same bytes are there already. Other words under the same address, or under the same title of the
    same outlet, are a revision of the same article: both are kept, and the newest is shown. Prints a line
    for what is new. With --json one line for each file: its "kind" is "arrival" (path, arrival: new,
    revised, earlier, saved again, corrected, held or removed; article) or "skipped" (path, reason).
    """
    with reading_progress(quiet=quiet) as on_progress:
        try:
            added = Workspace().library.add(paths, now=now(), on_progress=on_progress)
        except KeyboardInterrupt:
            say("Interrupted. What was read before is in the library; the same command goes on from there.")
            raise
    for failure in added.failures:
        if as_json:
            show_json(failure_record(failure))
        else:
            say(f"skipped {failure.path}: {failure.reason}")
    for path, arrival, article in added.arrivals:
        if as_json:
            show_json(arrival_record(path, arrival, article))
        elif arrival in _NEWS and not quiet:
            show(f"{article}  {arrival:<8} {path}")
    if not quiet:
        say(_sum_up(added))
    if not added.arrivals:
        return FAILED if added.failures else OK
    return SOME_SKIPPED if added.failures else OK


def _sum_up(added: Added) -> str:
    counts = Counter(arrival for _, arrival, _ in added.arrivals)
    parts = [f"added {spell_count(counts[Arrival.NEW], 'article')}"]
    for arrival, words in (
        (Arrival.REVISED, "{} of an article that was there"),
        (Arrival.EARLIER, "{} of what was there already"),
        (Arrival.SAVED_AGAIN, "{} with the words of one that was there"),
        (Arrival.CORRECTED, "{} corrected by sources.toml"),
        (Arrival.HELD, "{} already there"),
        (Arrival.REMOVED, "{} of articles that you removed (bring them back with: briefer remove --undo ID)"),
    ):
        if counts[arrival]:
            noun = _NOUNS.get(arrival, "file")
            parts.append(words.format(spell_count(counts[arrival], noun)))
    if added.failures:
        parts.append(f"{len(added.failures)} skipped")
    summary = ", ".join(parts)
    return f"{summary[0].upper()}{summary[1:]}. The library holds {spell_count(added.total, 'article')}."
