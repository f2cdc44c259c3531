"""`briefer verify`: does a finished brief say what its sources say?"""

import textwrap
from collections import Counter
from pathlib import Path

import click

from briefer.cli.main import FAILED, OK
from briefer.cli.options import debug_option, json_option
from briefer.cli.printing import show, show_json
from briefer.cli.records import verification_record
from briefer.model.verdicts import Verdict, VerdictKind, Verification
from briefer.rendering.wording import shorten
from briefer.text.counted import spell_count
from briefer.workspace import Workspace

_PROVED = (
    "Proved: the words that the brief prints as quotations stand in these files, at the places cited.",
)
_REFUTED = ("Not proved: what is marked above does not stand as the brief says.",)
_BEYOND = (
    "Not proved by this: that what the sources say is true; that they were chosen fairly; or that nobody",
    "made the brief and the files anew, together. For that, compare the files with the outlets' own.",
)
_LOOKED_AT = {
    "pdf": "Looked at: all text of the pages, notes put on them, and text that is white, tiny, off the page "
    "or painted over. Not looked at: pictures, and what colours and lines may suggest.",
    "html": "Looked at: all text of the page, also what a stylesheet may hide. Not looked at: pictures and "
    "scripts.",
    "md": "Looked at: every line of the file.",
    "json": "Looked at: every field that the ledger knows too.",
}


@click.command()
@click.argument("brief", metavar="BRIEF", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the articles; else the folder that the brief lies in.",
)
@click.option("--library", "is_library", is_flag=True, help="The files that the library keeps, instead.")
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The brief before, for those of its sentences whose sources are not in the folder.",
)
@json_option
@debug_option
def verify(brief: Path, sources: Path | None, is_library: bool, previous: Path | None, as_json: bool) -> int:
    """Hold every sentence of a finished brief (pdf, html, md or json) against its sources.

    \b
    Each is one of these; any after "earlier" gives exit code 1:
      exact           on the page and at its place in the source, letter for letter
      normalised      but for white space, ligatures, quotation marks or hyphens
      repaired        exact, with words of ours in brackets that are proved as well
      trimmed         exact, with what is left out marked
      earlier         of the brief before, which prints it so; its source is not there
      edited          other words
      misattributed   the words stand elsewhere than is cited
      missing         the source is not there, or the brief does not print it
      unreadable      the source is there, but cannot be read
      unproved        of the brief before, which is not there, nor is its source
      source-changed  the file is not the one that was quoted
      unlisted        in the brief, but not in the ledger

    What else it prints is held against its ledger in the same way: titles, names and dates of the
    sources, what the analyst wrote, every heading and note.

    With --json: title, proved, counts, texts, and the lists verdicts and others (each with verdict, id,
    page, cited, file, words, reasons).
    """
    if is_library and sources:
        raise click.UsageError("Name --sources or --library: not both.")
    folder = None if is_library else sources or brief.parent
    verification = Workspace().verify(brief, sources=folder, previous=previous)
    if as_json:
        show_json(verification_record(verification))
    else:
        _show(verification, _LOOKED_AT[Workspace().press.find_format(None, brief)])
    return OK if verification.is_proved else FAILED


def _show(verification: Verification, looked_at: str) -> None:
    for verdict in (*verification.verdicts, *verification.others):
        _show_verdict(verdict)
    counts = Counter(verdict.kind for verdict in verification.verdicts)
    parts = [f"{counts[kind]} {kind}" for kind in VerdictKind if counts[kind]]
    show()
    show(f"{spell_count(len(verification.verdicts), 'sentence')}: {', '.join(parts) or 'nothing is quoted'}.")
    if verification.texts or verification.others:
        show(
            f"{spell_count(verification.texts, 'other text')} as the ledger has it"
            + (f", {len(verification.others)} not." if verification.others else ".")
        )
    proved = _PROVED if verification.is_proved else _REFUTED
    for line in (*proved, *textwrap.wrap(looked_at, 100, break_on_hyphens=False), *_BEYOND):
        show(line)


def _show_verdict(verdict: Verdict) -> None:
    page = f"page {verdict.page}" if verdict.page else ""
    cited = f"[{verdict.cited}] " if verdict.cited else ""
    show(f"{verdict.kind:<15}{verdict.entry or '–':<5} {page:<9}{cited}{shorten(verdict.words, 60)}")
    for reason in verdict.reasons:
        show(f"{'':<15}{reason}")
