"""`briefer summarise`: articles in their own sentences."""

from pathlib import Path

import click

from briefer.cli.main import NOTHING_TO_REPORT, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option, paths_argument, quiet_option
from briefer.cli.printing import reading_progress, report_reading, show, show_json
from briefer.cli.records import excerpt_record
from briefer.workspace import Workspace


@click.command()
@paths_argument
@click.option("-t", "--theme", metavar="NAME", help="Summarise what they say on this theme only.")
@click.option(
    "-w", "--words", type=click.IntRange(min=1), default=150, show_default=True, help="At most so many words."
)
@click.option(
    "-s",
    "--summariser",
    default="coverage",
    show_default=True,
    metavar="NAME",
    help="How sentences are chosen.",
)
@json_option
@quiet_option
@debug_option
def summarise(
    paths: tuple[Path, ...], theme: str | None, words: int, summariser: str, as_json: bool, quiet: bool
) -> int:
    """Summarise articles in their own sentences, in an order that reads well.

    Prints plain sentences, word for word, a line each. With --json one line for each: "kind"
    ("excerpt"), text, article, path, paragraph, start, end, first_line, last_line.
    """
    workspace = Workspace()
    workspace.check_names(themes=[theme] if theme else [], summariser=summariser)
    with reading_progress(quiet=quiet) as on_progress:
        reading = workspace.read(paths, on_progress=on_progress)
    report_reading(reading, quiet=quiet)
    excerpts = workspace.summarise(reading.articles, theme=theme, words=words, summariser=summariser)
    articles = {article.id: article for article in reading.articles}
    for excerpt in excerpts:
        article = articles[excerpt.sentence.article_id]
        if as_json:
            show_json(excerpt_record(article, excerpt))
        else:
            show(article.words(excerpt.span))
    if not excerpts:
        return NOTHING_TO_REPORT
    return SOME_SKIPPED if reading.failures else OK
