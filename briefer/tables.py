"""Tables of TOML that a person reads and writes: how values are spelled, and how they are read strictly."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from briefer.errors import InvalidFile, hint_at
from briefer.text.hygiene import clean_text
from briefer.toml import parse_toml

_QUOTATION_MARKS = re.compile(r'"{2,}|"\Z')
_UNPRINTABLE = re.compile(r"[^ -~]")

_Value = TypeVar("_Value")


class Refused(Exception):
    """Something that the file cannot mean: at which key, what, and the way out."""

    def __init__(self, where: str, problem: str, way_out: str) -> None:
        self.where, self.problem, self.way_out = where, problem, way_out
        super().__init__(problem)


def spell_string(text: str) -> str:
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


def read_tables(path: Path, *, max_bytes: int, kind: str) -> dict[str, Any]:
    """The tables of the file `path`, which is to be a `kind`, such as `draft`.

    Raises:
        InvalidFile: it cannot be read, is larger than `max_bytes`, or is not TOML.
    """
    try:
        if path.stat().st_size > max_bytes:
            raise InvalidFile(path, "", f"larger than {max_bytes:,} bytes", f"Is it a {kind}?")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        way_out = f"Check the path; a {kind} is one TOML file."
        raise InvalidFile(path, "", "no such file", way_out) from error
    except OSError as error:
        raise InvalidFile(path, "", error.strerror or str(error), "Make the file readable.") from error
    return parse_toml(path, raw)


def spell_path(path: Path, folder: Path) -> str:
    """The path as it is written in a file that lies in `folder`: relative where it lies below.

    Raises:
        UnicodeEncodeError: it is not text, so that no TOML file can hold it.
    """
    # Neither links nor ".." are followed: behind a link, ".." leads elsewhere.
    absolute, home = path.absolute(), folder.absolute()
    shown = str(absolute.relative_to(home)) if absolute.is_relative_to(home) else str(absolute)
    shown.encode("utf-8")
    return shown


def spell_strings(texts: Iterable[str]) -> str:
    """A TOML array of strings on one line."""
    return f"[{', '.join(map(spell_string, texts))}]"


def spell_key(name: str) -> str:
    """A TOML key, in quotes where it needs them."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else spell_string(name)


def spell_text(text: str) -> str:
    """Text of the analyst, cleaned; in lines as it was written where it has several."""
    text = clean_text(text)
    if "\n" not in text:
        return spell_string(text)
    inner = "\n".join(spell_string(line)[1:-1].replace('\\"', '"') for line in text.split("\n"))
    # One quotation mark may stand as it is, but not two, or one at the end, beside the closing three.
    inner = _QUOTATION_MARKS.sub(lambda match: match[0].replace('"', '\\"'), inner)
    return f'"""\n{inner}"""'


def check_keys(where: str, table: Mapping[str, Any], known: Collection[str]) -> None:
    """Refuse a key of the table at `where` that is not `known`."""
    for key in table:
        if key not in known:
            hint = hint_at(key, known, otherwise=f"Known: {', '.join(known)}.")
            raise Refused(join_place(where, key), "unknown key", hint)


def check_one_of(where: str, value: str, known: Sequence[str]) -> str:
    """`value`, refused where it is none of those `known`."""
    if value not in known:
        raise Refused(where, f"{value!r} has no meaning", f"Write one of: {', '.join(known)}.")
    return value


def get_value(
    table: Mapping[str, Any],
    where: str,
    key: str,
    kind: type[_Value],
    default: _Value,
    name: str,
    way_out: str,
) -> _Value:
    """The value under `key`, or `default`; refused with `way_out` where it is not a `kind`, called `name`."""
    value = table.get(key, default)
    if not isinstance(value, kind):
        raise Refused(join_place(where, key), f"not {name}", way_out)
    return value


def get_switch(table: Mapping[str, Any], where: str, key: str, *, default: bool) -> bool:
    """Whether `key` is true; refused where it is neither true nor false."""
    return get_value(table, where, key, bool, default, "true or false", "Write true or false.")


def get_string(table: Mapping[str, Any], where: str, key: str) -> str | None:
    """The text under `key`, or None where there is none."""
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise Refused(join_place(where, key), "not a text", "Put it in quotes.")
    return value


def get_strings(table: Mapping[str, Any], where: str, key: str) -> tuple[str, ...]:
    """The texts under `key`, none where there is no such key."""
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise Refused(join_place(where, key), "not a list of texts", f'Write it like {key} = ["...", "..."].')
    return tuple(values)


def get_day(table: Mapping[str, Any], where: str, key: str) -> date | None:
    """The day under `key`, or None where there is none."""
    value = table.get(key)
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise Refused(join_place(where, key), "not a day", "Write it without quotes, such as 2026-11-20.")
    return value


def join_place(where: str, key: str) -> str:
    """The name of a key of the table at `where`, such as `brief.themes`."""
    return f"{where}.{spell_key(key)}" if where else spell_key(key)
