"""`briefer read`: what reading made of each file."""

from pathlib import Path

import click

from briefer.cli.inputs import inputs, read_library_query, read_named
from briefer.cli.main import FAILED, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option, quiet_option
from briefer.cli.printing import reading_progress, report_reading, show, show_json
from briefer.cli.records import article_record, duplicate_record, failure_record, remark_record
from briefer.model import Article, Found
from briefer.workspace import Workspace


@click.command()
@inputs
@json_option
@quiet_option
@debug_option
def read(paths: tuple[Path, ...], is_library: bool, query: str | None, as_json: bool, quiet: bool) -> int:
    """Show what reading made of each file: its source, its paragraphs and the lines set aside.

    With --json one line for each file. Its "kind" is "article" (id, path, sha256 of the file, title,
    authors, outlet, published, updated, url, language, genre, paragraphs, removed, warnings), "duplicate"
    (path, original), "skipped" (path, reason) or "remark" (path, text), on notes that no file is there
    for. A found fact has a value (published: date and
    precision) and the basis it is held on; one that was not found is null.
    """
    library = read_library_query(paths, is_library, query)
    with reading_progress(quiet=quiet) as on_progress:
        reading = read_named(Workspace(), paths, library, on_progress=on_progress)
    report_reading(reading, quiet=quiet or as_json, with_notes=library is None)
    if as_json:
        records = [
            *map(article_record, reading.articles),
            *map(duplicate_record, reading.duplicates),
            *map(failure_record, reading.failures),
            *map(remark_record, reading.remarks),
        ]
        for record in sorted(records, key=lambda record: str(record["path"])):
            show_json(record)
    else:
        for article in reading.articles:
            show_article(article)
    if not reading.articles:
        return FAILED if reading.failures else OK
    return SOME_SKIPPED if reading.failures else OK


def show_article(article: Article, *, with_removed: bool = True) -> None:
    """Print what is known of an article, and its paragraphs."""
    show(f"{article.path}  {article.id}")
    published = article.published
    for name, value in (
        ("title", _say(article.title)),
        ("authors", _say(article.authors)),
        ("outlet", _say(article.outlet)),
        ("published", f"{published.value} ({published.basis})" if published else "undated"),
        ("url", _say(article.url)),
        ("language", _say(article.language)),
        ("genre", _say(article.genre)),
    ):
        show(f"  {name:<10} {value}")
    for paragraph in article.paragraphs:
        show(f"  ¶{paragraph.number:<3} {article.words(paragraph.span)}")
    for removed in article.removed if with_removed else ():
        where = f"line {removed.line}" if removed.line else "removed"
        show(f"  - {where} {removed.kind}: {removed.text}")
    show()


def _say(found: Found[object] | None) -> str:
    if found is None:
        return "not determined"
    value = ", ".join(map(str, found.value)) if isinstance(found.value, tuple) else str(found.value)
    return f"{value} ({found.basis})"
