"""What goes to the terminal: results to stdout, the talk about them to stderr.

Nothing from a file, not even its name, reaches a terminal without being cleaned once more.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from briefer.model import Finding, Reading, Span
from briefer.rendering.wording import shorten
from briefer.text.counted import spell_count
from briefer.text.hygiene import blank_controls, clean_text, escape_hidden

if TYPE_CHECKING:
    from briefer.analysis.choices import StaleChoice


def say(message: str) -> None:
    """One line on stderr."""
    click.echo(_one_line(message), err=True)


def show(line: str = "") -> None:
    """One line of the result on stdout."""
    click.echo(_one_line(line))


def show_marked(text: str, marks: Sequence[Span], *, indent: str = "") -> None:
    """One line of the result, with marks on parts of it where stdout is a terminal."""
    pieces, end = [indent], 0
    for mark in marks:
        pieces += (blank_controls(text[end : mark.start]), click.style(_inside(text, mark), bold=True))
        end = mark.end
    click.echo("".join([*pieces, blank_controls(text[end:])]))


def show_json(record: Any) -> None:
    """One JSON document on one line of stdout."""
    click.echo(escape_hidden(json.dumps(record, ensure_ascii=False)))


@contextmanager
def reading_progress(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on stderr while files are read, where stderr is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading", file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield advance


def report_reading(reading: Reading, *, quiet: bool, with_notes: bool = True) -> None:
    """Say what was read, what was skipped and why; `with_notes`, also what is odd about an article."""
    for failure in reading.failures:
        say(f"skipped {failure.path}: {failure.reason}")
    if quiet:
        return
    for duplicate in reading.duplicates:
        say(f"same article {duplicate.path}: as {duplicate.original}")
    for remark in reading.remarks:
        say(f"note {remark.path}: {remark.text}")
    for article in reading.articles if with_notes else ():
        for warning in article.warnings:
            say(f"note {article.path}: {warning}")
    say(_spell_reading(reading))


def _spell_reading(reading: Reading) -> str:
    unloaded = reading.unloaded
    parts = [spell_count(len(reading.articles), "article")]
    duplicates = len(reading.duplicates) + unloaded.duplicates
    if duplicates:
        parts.append(spell_count(duplicates, "duplicate"))
    if unloaded.articles:
        parts.append(f"{unloaded.articles:,} without a word of the themes")
    if unloaded.outside_period:
        parts.append(f"{unloaded.outside_period:,} outside the period")
    if reading.failures:
        parts.append(f"{len(reading.failures)} skipped")
    return f"Read {spell_count(reading.files_found, 'file')}: {', '.join(parts)}."


def report_stale(stale: "Sequence[StaleChoice]") -> None:
    """Say which choices of a draft are not followed, and why."""
    for choice, reason in stale:
        say(f"not as in the draft: “{shorten(choice.words, 60)}”: {reason}")


def spell_finding(finding: Finding) -> str:
    """A finding as one line: `error: key point 2: what is wrong. The way out. [rule]`."""
    return f"{finding.severity}: {finding.where}: {finding.message} {finding.way_out} [{finding.rule}]"


def _inside(text: str, mark: Span) -> str:
    return blank_controls(text[mark.start : mark.end])


def _one_line(text: str) -> str:
    return clean_text(text).replace("\n", " ")
