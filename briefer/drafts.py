"""Drafts as TOML files that a person can read and write.

A file is written whole from a draft: same draft, same bytes. Paths below the folder of the file are
written relative to it, so that the two can move together; all others in full.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from briefer.errors import InvalidFile
from briefer.model import BriefSpec, Choice, Draft, Mark, Period, Place, Span, Waiver
from briefer.text.hygiene import clean_text
from briefer.toml import parse_toml

FORMAT = "briefer.draft/1"
MAX_BYTES = 20_000_000

_HEAD = """\
# A draft of a brief, kept by briefer: what was asked, and what the analyst decided and wrote.
# It may be edited by hand. Print it with: briefer brief --draft FILE -o brief.pdf
"""
_KEYS = ("format", "paths", "left_out", "bottom_line", "brief", "assessments", "waivers", "choices")
_BRIEF_KEYS = (
    "themes", "as_of", "since", "until", "keep_undated", "length", "summariser", "template", "paper",
    "title", "audience", "handling",
)  # fmt: skip
_CHOICE_KEYS = ("theme", "mark", "moved_to", "words", "article", "at", "cuts")

_QUOTATION_MARKS = re.compile(r'"{2,}|"\Z')
_UNPRINTABLE = re.compile(r"[^ -~]")

_Value = TypeVar("_Value")


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
    tables = _parse(path)
    try:
        return _read_tables(tables, path.parent)
    except _Refused as refused:
        raise InvalidFile(path, refused.where, refused.problem, refused.way_out) from None


class _Refused(Exception):
    """Something that a draft cannot mean: at which key, what, and the way out."""

    def __init__(self, where: str, problem: str, way_out: str) -> None:
        self.where, self.problem, self.way_out = where, problem, way_out
        super().__init__(problem)


def _lines(draft: Draft, folder: Path) -> Iterator[str]:
    yield _HEAD
    yield f"format = {_string(FORMAT)}"
    yield f"paths = {_strings(_written_path(path, folder) for path in draft.paths)}"
    if draft.left_out:
        yield f"left_out = {_strings(draft.left_out)}  # articles that were set aside"
    if draft.bottom_line.strip():
        yield f"bottom_line = {_text(draft.bottom_line)}"
    yield from _spec_lines(draft.spec)
    written = [(theme, text) for theme, text in draft.assessments if text.strip()]
    if written:
        yield "\n[assessments]"
        yield from (f"{_key(theme)} = {_text(text)}" for theme, text in written)
    if draft.waivers:
        yield "\n[waivers]  # rules of the checks that are set aside, each with the reason"
        yield from (f"{_key(waiver.rule)} = {_text(waiver.reason)}" for waiver in draft.waivers)
    for choice in draft.choices:
        yield from _choice_lines(choice)
    yield ""


def _spec_lines(spec: BriefSpec) -> Iterator[str]:
    yield "\n[brief]"
    yield f"themes = {_strings(spec.themes)}"
    yield f"as_of = {spec.as_of}"
    if spec.period.since:
        yield f"since = {spec.period.since}"
    if spec.period.until:
        yield f"until = {spec.period.until}"
    yield f"keep_undated = {'true' if spec.keep_undated else 'false'}"
    yield f"length = {spec.words}  # words of the sources"
    yield f"summariser = {_string(spec.summariser)}"
    yield f"template = {_string(spec.template)}"
    yield f"paper = {_string(spec.paper)}"
    for name, text in (("title", spec.title), ("audience", spec.audience), ("handling", spec.handling)):
        if text is not None:
            yield f"{name} = {_string(clean_text(text))}"


def _choice_lines(choice: Choice) -> Iterator[str]:
    yield "\n[[choices]]"
    yield f"theme = {_string(choice.theme)}"
    if choice.mark:
        yield f"mark = {_string(choice.mark)}"
    if choice.moved_to is not None:
        yield f"moved_to = {_string(choice.moved_to)}"
    yield f"words = {_string(choice.words)}"
    yield f"article = {_string(choice.place.article_id)}"
    yield f"at = {_span(choice.place.span)}"
    if choice.cuts:
        yield f"cuts = [{', '.join(map(_span, choice.cuts))}]"


def _written_path(path: Path, folder: Path) -> str:
    # Neither links nor ".." are followed: behind a link, ".." leads elsewhere.
    absolute, home = path.absolute(), folder.absolute()
    shown = str(absolute.relative_to(home)) if absolute.is_relative_to(home) else str(absolute)
    shown.encode("utf-8")
    return shown


def _string(text: str) -> str:
    """A TOML string in which nothing is hidden: what is not printable stands as its number."""
    # JSON escapes quotation marks, backslashes and line ends as TOML does.
    return _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    # TOML has no escape for a lone surrogate, which is no character.
    if character.isprintable() or 0xD800 <= code < 0xE000:
        return character
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _strings(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_string, texts))}]"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _string(name)


def _text(text: str) -> str:
    """Text of the analyst, cleaned; in lines as it was written where it has several."""
    text = clean_text(text)
    if "\n" not in text:
        return _string(text)
    inner = "\n".join(_string(line)[1:-1].replace('\\"', '"') for line in text.split("\n"))
    # One quotation mark may stand as it is, but not two, or one at the end, beside the closing three.
    inner = _QUOTATION_MARKS.sub(lambda match: match[0].replace('"', '\\"'), inner)
    return f'"""\n{inner}"""'


def _span(span: Span) -> str:
    return f"[{span.start}, {span.end}]"


def _parse(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidFile(path, "", f"larger than {MAX_BYTES:,} bytes", "Is it a draft?")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise InvalidFile(path, "", "no such file", "Check the path; a draft is one TOML file.") from error
    except OSError as error:
        raise InvalidFile(path, "", error.strerror or str(error), "Make the file readable.") from error
    return parse_toml(path, raw)


def _read_tables(tables: Mapping[str, Any], folder: Path) -> Draft:
    _check_keys("", tables, _KEYS)
    if tables.get("format") != FORMAT:
        raise _Refused("format", f"not {FORMAT!r}", f'Write format = "{FORMAT}" at the top of a draft.')
    assessments = _get(
        tables, "", "assessments", dict, {}, "a table", "Write [assessments] and a text for each theme."
    )
    choices = _get(tables, "", "choices", list, [], "a list of tables", "Begin each choice with [[choices]].")
    return Draft(
        spec=_read_spec(_get(tables, "", "brief", dict, {}, "a table", "Write its keys under [brief].")),
        paths=tuple(folder / path for path in _get_strings(tables, "", "paths")),
        left_out=_get_strings(tables, "", "left_out"),
        choices=_read_choices(choices),
        bottom_line=clean_text(_get_string(tables, "", "bottom_line") or ""),
        assessments=tuple(
            (theme, text)
            for theme in assessments
            if (text := clean_text(_get_string(assessments, "assessments", theme) or "")).strip()
        ),
        waivers=_read_waivers(tables),
    )


def _read_waivers(tables: Mapping[str, Any]) -> tuple[Waiver, ...]:
    way_out = 'Write it like likelihood-word = "the term of the treaty".'
    table = _get(tables, "", "waivers", dict, {}, "a table", "Write [waivers] and a reason for each rule.")
    reasons = {rule: clean_text(_get_string(table, "waivers", rule) or "") for rule in table}
    for rule, reason in reasons.items():
        if not reason.strip():
            raise _Refused(_inside("waivers", rule), "no reason is given", way_out)
    return tuple(Waiver(rule, reason) for rule, reason in reasons.items())


def _read_spec(table: Mapping[str, Any]) -> BriefSpec:
    _check_keys("brief", table, _BRIEF_KEYS)
    as_of = _get_day(table, "as_of")
    if as_of is None:
        raise _Refused("brief.as_of", "missing", "Write the date of the brief, such as as_of = 2026-11-20.")
    try:
        period = Period(_get_day(table, "since"), _get_day(table, "until"))
    except ValueError as error:
        raise _Refused("brief.until", str(error), "Correct since or until.") from None
    default = BriefSpec(themes=(), as_of=as_of)
    words = _get(
        table, "brief", "length", int, default.words, "a number of words", "Write it like length = 900."
    )
    if isinstance(words, bool) or not 0 < words <= 1_000_000:
        raise _Refused("brief.length", f"{words} is no number of words", "Write it like length = 900.")
    paper = _get_string(table, "brief", "paper") or default.paper
    return BriefSpec(
        themes=_get_strings(table, "brief", "themes"),
        as_of=as_of,
        period=period,
        keep_undated=_get(
            table, "brief", "keep_undated", bool, False, "true or false", "Write true or false."
        ),
        words=words,
        summariser=_get_string(table, "brief", "summariser") or default.summariser,
        template=_get_string(table, "brief", "template") or default.template,
        title=_get_string(table, "brief", "title"),
        audience=_get_string(table, "brief", "audience"),
        handling=_get_string(table, "brief", "handling"),
        paper=_one_of("brief.paper", paper, ("A4", "Letter")),
    )


def _read_choices(tables: list[Any]) -> tuple[Choice, ...]:
    seen: set[tuple[str, Place]] = set()
    choices = []
    for number, table in enumerate(tables, start=1):
        where = f"choices[{number}]"
        if not isinstance(table, dict):
            raise _Refused(where, "not a table", "Begin each choice with [[choices]].")
        choice = _read_choice(where, table)
        if (choice.theme, choice.place) in seen:
            raise _Refused(where, "a second choice on one sentence under one theme", "Keep one of the two.")
        seen.add((choice.theme, choice.place))
        choices.append(choice)
    return tuple(choices)


def _read_choice(where: str, table: Mapping[str, Any]) -> Choice:
    _check_keys(where, table, _CHOICE_KEYS)
    for key in ("theme", "words", "article", "at"):
        if key not in table:
            raise _Refused(f"{where}.{key}", "missing", "Copy it from the draft that the choice was made in.")
    mark = _get_string(table, where, "mark")
    cuts = _get(table, where, "cuts", list, [], "a list", "Write cuts = [[START, END]].")
    return Choice(
        theme=_get_string(table, where, "theme") or "",
        place=Place(_get_string(table, where, "article") or "", _read_span(f"{where}.at", table["at"])),
        words=_get_string(table, where, "words") or "",
        mark=Mark(_one_of(f"{where}.mark", mark, tuple(Mark))) if mark is not None else None,
        moved_to=_get_string(table, where, "moved_to"),
        cuts=tuple(sorted(_read_span(f"{where}.cuts", cut) for cut in cuts)),
    )


def _read_span(where: str, value: object) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start < end and not isinstance(start, bool):
            return Span(start, end)
    raise _Refused(where, "not a place in the article", "Write it as [START, END], counted in characters.")


def _check_keys(where: str, table: Mapping[str, Any], known: Collection[str]) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.6)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."
            raise _Refused(_inside(where, key), "unknown key", hint)


def _one_of(where: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise _Refused(where, f"{value!r} has no meaning", f"Write one of: {', '.join(known)}.")
    return value


def _get(
    table: Mapping[str, Any],
    where: str,
    key: str,
    kind: type[_Value],
    default: _Value,
    name: str,
    way_out: str,
) -> _Value:
    value = table.get(key, default)
    if not isinstance(value, kind):
        raise _Refused(_inside(where, key), f"not {name}", way_out)
    return value


def _get_string(table: Mapping[str, Any], where: str, key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise _Refused(_inside(where, key), "not a text", "Put it in quotes.")
    return value


def _get_strings(table: Mapping[str, Any], where: str, key: str) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _Refused(_inside(where, key), "not a list of texts", f'Write it like {key} = ["...", "..."].')
    return tuple(values)


def _get_day(table: Mapping[str, Any], key: str) -> date | None:
    value = table.get(key)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise _Refused(f"brief.{key}", "not a day", "Write it without quotes, such as 2026-11-20.")
    return value


def _inside(where: str, key: str) -> str:
    return f"{where}.{_key(key)}" if where else _key(key)
