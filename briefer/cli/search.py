"""`briefer search`: articles of the library by what they say."""

from itertools import islice

import click

from briefer.cli.articles import spell_holding
from briefer.cli.main import NOTHING_TO_REPORT, OK
from briefer.cli.options import debug_option, json_option, quiet_option
from briefer.cli.printing import say, show, show_json, show_marked
from briefer.cli.records import hit_record
from briefer.workspace import Workspace


class _Search(click.Command):
    """A command to which "-word" is a part of the query, unless it is one of its options as it stands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {
            spelling: isinstance(param, click.Option) and not param.is_flag
            for param in self.get_params(ctx)
            for spelling in param.opts
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for argument in rest:
            if argument == "--":
                words += rest
            elif known.get(argument):
                options += [argument, *islice(rest, 1)]
            elif argument in known or argument.startswith("--"):
                options.append(argument)
            else:
                words.append(argument)
        return super().parse_args(ctx, [*options, "--", *words])


@click.command(cls=_Search)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@json_option
@quiet_option
@debug_option
def search(query: tuple[str, ...], limit: int, as_json: bool, quiet: bool) -> int:
    """Search the text of the articles in the library, best first.

    \b
    QUERY is words, in any of their forms, that must all stand in an article:
      ceasefire "arms deal"        a phrase in quotation marks
      drones -hostages             a word that must not stand there
      title:drones                 a word of the title
      outlet:reuters author:roe    fields; also lang:, genre:, theme:, since: and until: (a day)

    Nothing that is typed is an error; what was understood otherwise than it may be meant is said. With
    --json one line for each: "kind" ("hit"), what `briefer articles --json` has, snippet, and marks (start
    and end, in characters of the snippet, of the words that were asked for).
    """
    found = Workspace().library.search(" ".join(query), limit=limit)
    if not quiet:
        for note in found.notes:
            say(f"note: {note}")
    for hit in found.hits:
        if as_json:
            show_json(hit_record(hit))
        else:
            show(spell_holding(hit.holding))
            show_marked(hit.snippet, hit.marks, indent="    ")
    if not found.hits:
        say("Nothing in the library says that.")
        return NOTHING_TO_REPORT
    return OK
