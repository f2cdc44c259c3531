"""What is asked of a brief, as tables of TOML: in the files of drafts and of reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefer.model import BriefSpec, Period, Waiver
from briefer.tables import (
    Refused,
    check_keys,
    check_one_of,
    get_day,
    get_string,
    get_strings,
    get_switch,
    get_value,
    join_place,
    spell_key,
    spell_string,
    spell_strings,
    spell_text,
)
from briefer.text.hygiene import clean_text

_DATED_KEYS = ("as_of", "since", "until", "late")
_KEYS = (
    "themes",
    "keep_undated",
    "length",
    "summariser",
    "template",
    "paper",
    "annex_words",
    "title",
    "audience",
    "handling",
    "repairs",
)


def spell_spec(spec: BriefSpec, *, dated: bool) -> Iterator[str]:
    """The lines of the table `[brief]`, with its dates where it is one brief's."""
    yield "\n[brief]"
    yield f"themes = {spell_strings(spec.themes)}"
    if dated:
        yield from _spell_dates(spec)
    yield f"keep_undated = {'true' if spec.keep_undated else 'false'}"
    yield f"length = {spec.words}  # words of the sources"
    yield f"summariser = {spell_string(spec.summariser)}"
    yield f"template = {spell_string(spec.template)}"
    yield f"paper = {spell_string(spec.paper)}"
    yield f"annex_words = {spec.annex_words}  # of each source, around what is quoted; 0 for no annex"
    if not spec.repairs:
        yield "repairs = false  # no words of ours in square brackets"
    for name, text in (("title", spec.title), ("audience", spec.audience), ("handling", spec.handling)):
        if text is not None:
            yield f"{name} = {spell_string(clean_text(text))}"


def _spell_dates(spec: BriefSpec) -> Iterator[str]:
    yield f"as_of = {spec.as_of}"
    if spec.period.since:
        yield f"since = {spec.period.since}"
    if spec.period.until:
        yield f"until = {spec.period.until}"
    if spec.late:
        yield f"late = {spell_strings(spec.late)}  # used although they are not of the period"


def spell_waivers(waivers: Sequence[Waiver]) -> Iterator[str]:
    """The lines of the table `[waivers]`, none where nothing is set aside."""
    if waivers:
        yield "\n[waivers]  # rules of the checks that are set aside, each with the reason"
        yield from (f"{spell_key(waiver.rule)} = {spell_text(waiver.reason)}" for waiver in waivers)


def read_waivers(tables: Mapping[str, Any]) -> tuple[Waiver, ...]:
    """The rules that the table `[waivers]` sets aside."""
    way_out = 'Write it like likelihood-word = "the term of the treaty".'
    table = get_value(
        tables, "", "waivers", dict, {}, "a table", "Write [waivers] and a reason for each rule."
    )
    reasons = {rule: clean_text(get_string(table, "waivers", rule) or "") for rule in table}
    for rule, reason in reasons.items():
        if not reason.strip():
            raise Refused(join_place("waivers", rule), "no reason is given", way_out)
    return tuple(Waiver(rule, reason) for rule, reason in reasons.items())


def read_dated_spec(table: Mapping[str, Any]) -> BriefSpec:
    """What the table `[brief]` of one brief asks, with its dates."""
    as_of = get_day(table, "brief", "as_of")
    if as_of is None:
        raise Refused("brief.as_of", "missing", "Write the date of the brief, such as as_of = 2026-11-20.")
    try:
        period = Period(get_day(table, "brief", "since"), get_day(table, "brief", "until"))
    except ValueError as error:
        raise Refused("brief.until", str(error), "Correct since or until.") from None
    undated = {key: value for key, value in table.items() if key not in _DATED_KEYS}
    late = get_strings(table, "brief", "late")
    return replace(read_spec(undated, as_of=as_of), period=period, late=late)


def read_spec(table: Mapping[str, Any], *, as_of: date) -> BriefSpec:
    """What the table `[brief]` asks of a brief of the day `as_of`; it may name no dates itself."""
    check_keys("brief", table, _KEYS)
    default = BriefSpec(themes=(), as_of=as_of)
    paper = get_string(table, "brief", "paper") or default.paper
    return BriefSpec(
        themes=get_strings(table, "brief", "themes"),
        as_of=as_of,
        keep_undated=get_switch(table, "brief", "keep_undated", default=False),
        words=_read_words(table, "length", default.words, least=1),
        summariser=get_string(table, "brief", "summariser") or default.summariser,
        template=get_string(table, "brief", "template") or default.template,
        title=get_string(table, "brief", "title"),
        audience=get_string(table, "brief", "audience"),
        handling=get_string(table, "brief", "handling"),
        paper=check_one_of("brief.paper", paper, ("A4", "Letter")),
        annex_words=_read_words(table, "annex_words", default.annex_words, least=0),
        repairs=get_switch(table, "brief", "repairs", default=True),
    )


def _read_words(table: Mapping[str, Any], key: str, default: int, *, least: int) -> int:
    way_out = f"Write it like {key} = {default}."
    words = get_value(table, "brief", key, int, default, "a number of words", way_out)
    if isinstance(words, bool) or not least <= words <= 1_000_000:
        raise Refused(f"brief.{key}", f"{words} is no number of words", way_out)
    return words
