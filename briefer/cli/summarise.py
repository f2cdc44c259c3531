"""`briefer summarise`: articles in their own sentences."""

from pathlib import Path

import click

from briefer.cli.about import about_options, check_about, expand_about, show_expansion
from briefer.cli.inputs import inputs, read_library_query, read_named
from briefer.cli.main import NOTHING_TO_REPORT, OK, SOME_SKIPPED
from briefer.cli.options import debug_option, json_option, quiet_option
from briefer.cli.printing import reading_progress, report_reading, say, show, show_json
from briefer.cli.records import summary_record
from briefer.summarising import SummarySentence
from briefer.text.brackets import supply
from briefer.workspace import Workspace

_GAINS_SHOWN = 8


@click.command()
@inputs
@click.option("-t", "--theme", metavar="NAME", help="Summarise what they say on this theme only.")
@about_options
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
@click.option("--explain", is_flag=True, help="Show what each sentence newly brought to the summary.")
@click.option(
    "--repairs/--no-repairs",
    default=True,
    help="Supply names, offices and dates in square brackets where a sentence leans on them.",
)
@json_option
@quiet_option
@debug_option
def summarise(
    paths: tuple[Path, ...],
    is_library: bool,
    query: str | None,
    theme: str | None,
    about: str | None,
    as_typed: bool,
    words: int,
    summariser: str,
    explain: bool,
    repairs: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Summarise articles in their own sentences, in an order that reads well.

    Prints plain sentences, word for word, a line each; what stands in [brackets] is supplied from the
    same article. With --explain each is followed by the concepts that no sentence chosen before it
    holds, weightiest first, with their weights: what more articles say, nearer their openings and
    nearer the theme, weighs more. With --json one line for each sentence: "kind" ("excerpt"), text,
    repairs, article, path, paragraph, start, end, first_line, last_line, and with --explain rank (as
    which it was chosen) and gains (concept, weight), or null where the summariser gives no reasons.

    --about takes a few words in the place of a theme. To them are added, with a low weight, words that keep
    company with them in the articles at hand; --explain shows these, in JSON as "kind": "theme" (theme,
    terms, companions: term, weight, likelihood, sentences).
    """
    library = read_library_query(paths, is_library, query)
    workspace = Workspace()
    named = [theme] if theme else []
    check_about(named, about, as_typed=as_typed)
    workspace.check_names(themes=named, summariser=summariser)
    with reading_progress(quiet=quiet) as on_progress:
        themes = workspace.themes.get(named) if named else ()
        reading = read_named(workspace, paths, library, themes=themes, on_progress=on_progress)
    report_reading(reading, quiet=quiet, with_notes=library is None)
    asked = themes[0] if themes else None
    if about is not None:
        expansion = expand_about(workspace, about, reading.articles, as_typed=as_typed, quiet=quiet)
        asked = expansion.theme
        if explain:
            show_expansion(expansion, as_json=as_json)
    summary = workspace.questions.summarise(
        reading.articles,
        theme=asked,
        words=words,
        summariser=summariser,
        explain=explain,
        repairs=repairs,
    )
    articles = {article.id: article for article in reading.articles}
    for sentence in summary:
        article = articles[sentence.excerpt.sentence.article_id]
        if as_json:
            show_json(summary_record(article, sentence, explain=explain))
        else:
            show(supply(article.text, sentence.excerpt.span, sentence.excerpt.repairs))
            if explain and sentence.gains is not None:
                _show_gains(sentence)
    if explain and any(sentence.gains is None for sentence in summary):
        say(f"Summariser {summariser!r} ranks whole sentences and gives no reasons; coverage does.")
    if not summary:
        say("No sentence of any article speaks to it.")
        return NOTHING_TO_REPORT
    return SOME_SKIPPED if reading.failures else OK


def _show_gains(sentence: SummarySentence) -> None:
    gains = sentence.gains or ()
    shown = "  ".join(f"{gain.concept} {gain.weight:.2f}" for gain in gains[:_GAINS_SHOWN])
    rest = gains[_GAINS_SHOWN:]
    more = f"  and {len(rest)} more {sum(gain.weight for gain in rest):.2f}" if rest else ""
    show(f"    chosen as number {sentence.rank} for {sum(gain.weight for gain in gains):.2f}: {shown}{more}")
    show()
