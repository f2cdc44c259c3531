"""What is asked of a brief: the options of every command that drafts one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefer.checks import get_rule
from briefer.cli.inputs import require_inputs
from briefer.cli.options import Command, Day, Length, period_options, read_period, today
from briefer.errors import InvalidFile
from briefer.model import BriefSpec, Draft, Waiver
from briefer.workspace import Workspace


class Waived(click.ParamType[Waiver]):
    """A rule of the checks and why it is set aside, as likelihood-word=REASON."""

    name = "RULE=REASON"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Waiver:
        if isinstance(value, Waiver):
            return value
        rule, _, reason = str(value).partition("=")
        try:
            return Waiver(get_rule(rule.strip()).id, reason.strip())
        except ValueError as error:
            self.fail(f"{error}: write it as {rule.strip()}=REASON.", param, ctx)


_THEMES = (
    click.option(
        "-t",
        "--theme",
        "themes",
        multiple=True,
        metavar="NAME",
        help="A theme to report on; may be repeated.",
    ),
)
_ONE_BRIEF = (
    click.option(
        "--draft",
        "draft_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="What an analyst decided and wrote; options that are typed win over it.",
    ),
    period_options,
)
_LOOKS = (
    click.option(
        "-l",
        "--length",
        type=Length(),
        default="standard",
        show_default=True,
        help="short, standard, long, or a number of words.",
    ),
    click.option(
        "-s",
        "--summariser",
        default="coverage",
        show_default=True,
        metavar="NAME",
        help="How summaries are chosen.",
    ),
    click.option(
        "--template", default="policy-brief", show_default=True, metavar="NAME", help="How the page looks."
    ),
    click.option(
        "--paper",
        type=click.Choice(["A4", "Letter"], case_sensitive=False),
        default="A4",
        show_default=True,
        help="Size of the page.",
    ),
    click.option(
        "--annex-words",
        type=click.IntRange(0, 100_000),
        default=400,
        show_default=True,
        metavar="WORDS",
        help="The most words of each source that the annex prints around what is quoted; 0 for no annex.",
    ),
    click.option(
        "--repairs/--no-repairs",
        default=True,
        help="Supply names, offices and dates in square brackets where a sentence leans on them.",
    ),
    click.option("--title", help="Title of the brief; else the names of its themes."),
    click.option("--audience", metavar="TEXT", help="Whom the brief is for, printed as it is."),
    click.option("--handling", metavar="TEXT", help="How it may be passed on, printed on every page."),
    click.option(
        "--waive",
        "waivers",
        type=Waived(),
        multiple=True,
        help="Set a rule of `briefer check` aside; the reason is printed. May be repeated.",
    ),
)
_AS_OF = (click.option("--as-of", type=Day(), help="Date printed on the brief; else today."),)


def asked_options(command: Command) -> Command:
    """What a brief is to be: its themes, period, length, looks, and the draft that says more."""
    for option in reversed((*_THEMES, *_ONE_BRIEF, *_LOOKS, *_AS_OF)):
        command = option(command)
    return command


def recurring_options(command: Command) -> Command:
    """What every edition of a report is to be: as of a brief, but for what each has of its own."""
    for option in reversed((*_THEMES, *_LOOKS)):
        command = option(command)
    return command


def read_asked(
    ctx: click.Context,
    paths: tuple[Path, ...],
    library: str | None,
    draft_file: Path | None,
    asked: Mapping[str, Any],
) -> Draft:
    """The draft in the file, with what was typed in the place of what it says; else a new one of the options.

    Raises:
        InvalidFile: the file cannot be used, or neither it nor the command names inputs.
    """
    if draft_file is None:
        require_inputs(paths, library, others="a --draft, or --library")
        period = read_period(asked["since"], asked["until"])
        spec = make_spec(asked, as_of=asked["as_of"] or today())
        spec = replace(spec, period=period, keep_undated=asked["keep_undated"])
        return Draft(spec, paths, waivers=asked["waivers"], library=library)
    typed = {
        name: value
        for name, value in asked.items()
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    draft = _override(Workspace().drafts.load(draft_file), paths, library, typed)
    if not draft.paths and draft.library is None:
        way_out = 'Write paths = ["..."] at its top, or name files and folders, or --library.'
        raise InvalidFile(draft_file, "paths", "no inputs are named", way_out)
    return draft


def make_spec(asked: Mapping[str, Any], *, as_of: date) -> BriefSpec:
    """What was asked by the options, but for the period and what it means for undated articles."""
    return BriefSpec(
        themes=asked["themes"],
        as_of=as_of,
        words=asked["length"],
        summariser=asked["summariser"],
        template=asked["template"],
        title=asked["title"],
        audience=asked["audience"],
        handling=asked["handling"],
        paper=asked["paper"],
        annex_words=asked["annex_words"],
        repairs=asked["repairs"],
    )


def _override(draft: Draft, paths: tuple[Path, ...], library: str | None, typed: dict[str, Any]) -> Draft:
    """The draft with what was typed in the place of what it says; waivers are added to its own."""
    period = read_period(
        typed.pop("since", draft.spec.period.since), typed.pop("until", draft.spec.period.until)
    )
    words = typed.pop("length", draft.spec.words)
    waivers = {waiver.rule: waiver for waiver in (*draft.waivers, *typed.pop("waivers", ()))}
    return replace(
        draft,
        paths=paths or (() if library is not None else draft.paths),
        library=None if paths else draft.library if library is None else library,
        waivers=tuple(waivers.values()),
        spec=replace(draft.spec, period=period, words=words, **typed),
    )
