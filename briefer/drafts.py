"""Drafts as TOML files that a person can read and write.

A file is written whole from a draft: same draft, same bytes. Paths below the folder of the file are
written relative to it, so that the two can move together; all others in full.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefer.errors import InvalidFile
from briefer.model import Choice, Draft, Mark, Place, Span
from briefer.specs import read_dated_spec, read_waivers, spell_spec, spell_waivers
from briefer.tables import (
    Refused,
    check_keys,
    check_one_of,
    get_string,
    get_strings,
    get_switch,
    get_value,
    read_tables,
    spell_key,
    spell_path,
    spell_string,
    spell_strings,
    spell_text,
)
from briefer.text.hygiene import clean_text

FORMAT = "briefer.draft/1"
MAX_BYTES = 20_000_000

_HEAD = """\
# A draft of a brief, kept by briefer: what was asked, and what the analyst decided and wrote.
# It may be edited by hand. Print it with: briefer brief --draft FILE -o brief.pdf
"""
_KEYS = (
    "format",
    "paths",
    "output",
    "library",
    "left_out",
    "bottom_line",
    "brief",
    "assessments",
    "waivers",
    "choices",
)
_CHOICE_KEYS = ("theme", "mark", "moved_to", "words", "article", "at", "cuts", "repairs", "rewording")


def write_draft(draft: Draft, folder: Path) -> bytes:
    """The file of a draft that will lie in `folder`.

    Raises:
        UnicodeEncodeError: a path is not text, so that no TOML file can hold it.
    """
    return "\n".join(_lines(draft, folder)).encode("utf-8")


def read_draft(path: Path) -> Draft:
    """Read the file of a draft; its relative paths are taken from its folder.

    Raises:
        InvalidFile: it cannot be read, is not TOML, or says something that a draft cannot mean.
    """
    tables = read_tables(path, max_bytes=MAX_BYTES, kind="draft")
    try:
        return _read_tables(tables, path.parent)
    except Refused as refused:
        raise InvalidFile(path, refused.where, refused.problem, refused.way_out) from None


def _lines(draft: Draft, folder: Path) -> Iterator[str]:
    yield _HEAD
    yield f"format = {spell_string(FORMAT)}"
    yield f"paths = {spell_strings(spell_path(path, folder) for path in draft.paths)}"
    if draft.library is not None:
        yield f"library = {spell_string(draft.library)}  # in the place of paths: what is searched for in it"
    if draft.output:
        yield f"output = {spell_string(spell_path(draft.output, folder))}"
    if draft.left_out:
        yield f"left_out = {spell_strings(draft.left_out)}  # articles that were set aside"
    if draft.bottom_line.strip():
        yield f"bottom_line = {spell_text(draft.bottom_line)}"
    yield from spell_spec(draft.spec, dated=True)
    written = [(theme, text) for theme, text in draft.assessments if text.strip()]
    if written:
        yield "\n[assessments]"
        yield from (f"{spell_key(theme)} = {spell_text(text)}" for theme, text in written)
    yield from spell_waivers(draft.waivers)
    for choice in draft.choices:
        yield from _choice_lines(choice)
    yield ""


def _choice_lines(choice: Choice) -> Iterator[str]:
    yield "\n[[choices]]"
    yield f"theme = {spell_string(choice.theme)}"
    if choice.mark:
        yield f"mark = {spell_string(choice.mark)}"
    if choice.moved_to is not None:
        yield f"moved_to = {spell_string(choice.moved_to)}"
    yield f"words = {spell_string(choice.words)}"
    yield f"article = {spell_string(choice.place.article_id)}"
    yield f"at = {_span(choice.place.span)}"
    if choice.cuts:
        yield f"cuts = [{', '.join(map(_span, choice.cuts))}]"
    if not choice.repairs:
        yield "repairs = false"
    if choice.rewording.strip():
        yield f"rewording = {spell_text(choice.rewording)}"


def _span(span: Span) -> str:
    return f"[{span.start}, {span.end}]"


def _read_tables(tables: Mapping[str, Any], folder: Path) -> Draft:
    check_keys("", tables, _KEYS)
    if tables.get("format") != FORMAT:
        raise Refused("format", f"not {FORMAT!r}", f'Write format = "{FORMAT}" at the top of a draft.')
    assessments = get_value(
        tables, "", "assessments", dict, {}, "a table", "Write [assessments] and a text for each theme."
    )
    choices = get_value(
        tables, "", "choices", list, [], "a list of tables", "Begin each choice with [[choices]]."
    )
    output = get_string(tables, "", "output")
    return Draft(
        spec=read_dated_spec(
            get_value(tables, "", "brief", dict, {}, "a table", "Write its keys under [brief].")
        ),
        paths=tuple(folder / path for path in get_strings(tables, "", "paths")),
        left_out=get_strings(tables, "", "left_out"),
        choices=_read_choices(choices),
        bottom_line=clean_text(get_string(tables, "", "bottom_line") or ""),
        assessments=tuple(
            (theme, text)
            for theme in assessments
            if (text := clean_text(get_string(assessments, "assessments", theme) or "")).strip()
        ),
        waivers=read_waivers(tables),
        output=folder / output if output else None,
        library=get_string(tables, "", "library"),
    )


def _read_choices(tables: list[Any]) -> tuple[Choice, ...]:
    seen: set[tuple[str, Place]] = set()
    choices = []
    for number, table in enumerate(tables, start=1):
        where = f"choices[{number}]"
        if not isinstance(table, dict):
            raise Refused(where, "not a table", "Begin each choice with [[choices]].")
        choice = _read_choice(where, table)
        if (choice.theme, choice.place) in seen:
            raise Refused(where, "a second choice on one sentence under one theme", "Keep one of the two.")
        seen.add((choice.theme, choice.place))
        choices.append(choice)
    return tuple(choices)


def _read_choice(where: str, table: Mapping[str, Any]) -> Choice:
    check_keys(where, table, _CHOICE_KEYS)
    for key in ("theme", "words", "article", "at"):
        if key not in table:
            raise Refused(f"{where}.{key}", "missing", "Copy it from the draft that the choice was made in.")
    mark = get_string(table, where, "mark")
    cuts = get_value(table, where, "cuts", list, [], "a list", "Write cuts = [[START, END]].")
    return Choice(
        theme=get_string(table, where, "theme") or "",
        place=Place(get_string(table, where, "article") or "", _read_span(f"{where}.at", table["at"])),
        words=get_string(table, where, "words") or "",
        mark=Mark(check_one_of(f"{where}.mark", mark, tuple(Mark))) if mark is not None else None,
        moved_to=get_string(table, where, "moved_to"),
        cuts=tuple(sorted(_read_span(f"{where}.cuts", cut) for cut in cuts)),
        repairs=get_switch(table, where, "repairs", default=True),
        rewording=clean_text(get_string(table, where, "rewording") or "").strip(),
    )


def _read_span(where: str, value: object) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start < end and not isinstance(start, bool):
            return Span(start, end)
    raise Refused(where, "not a place in the article", "Write it as [START, END], counted in characters.")
