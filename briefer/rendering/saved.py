"""A brief that was saved as JSON, read back as the value that it was."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefer.errors import InvalidFile
from briefer.model import Brief, PartialDate
from briefer.rendering.json import FORMAT

MAX_BYTES = 50_000_000
_WAY_OUT = "Make it again with: briefer brief --format json"


def read_saved_brief(path: Path) -> Brief:
    """The brief in a file that `briefer brief --format json` wrote; unknown fields are passed over.

    A brief without the day as of which it speaks has the first day that there is.

    Raises:
        InvalidFile: it cannot be read, or is no such file; says where and why.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidFile(path, "", f"larger than {MAX_BYTES:,} bytes", "Is it a brief?")
        raw = path.read_bytes()
    except OSError as error:
        raise InvalidFile(path, "", error.strerror or str(error), "Check the path.") from error
    return parse_saved_brief(raw, path)


def parse_saved_brief(raw: bytes, path: Path) -> Brief:
    """As `read_saved_brief`, of the bytes of the file `path`.

    Raises:
        InvalidFile: it is no such file; says where and why.
    """
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InvalidFile(path, "", "not JSON", _WAY_OUT) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InvalidFile(path, "format", f"not {FORMAT!r}", _WAY_OUT)
    content["as_of"] = content.get("as_of") or str(date.min)
    try:
        return build_brief(content)
    except Misfit as misfit:
        raise InvalidFile(path, misfit.where, misfit.problem, _WAY_OUT) from None


def build_brief(content: Mapping[str, Any]) -> Brief:
    """The brief that the fields of a JSON file come to.

    Raises:
        Misfit: they come to none; says where and why.
    """
    brief = _build(Brief, content, "")
    assert isinstance(brief, Brief)  # noqa: S101 - narrows for the type checker
    return brief


class Misfit(ValueError):
    """A value that cannot stand where it stands."""

    def __init__(self, where: str, problem: str) -> None:
        self.where, self.problem = where, problem
        super().__init__(f"{where}: {problem}")


def _build(kind: Any, value: Any, where: str) -> object:
    """`value`, as JSON has it, as the type `kind` that a field of the brief names."""
    if get_origin(kind) in (Union, UnionType):
        given = [option for option in get_args(kind) if option is not type(None)]
        return None if value is None else _build(given[0], value, where)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise Misfit(where, "not a list")
        part = get_args(kind)[0]
        return tuple(_build(part, found, f"{where}[{place}]") for place, found in enumerate(value))
    try:
        if kind is PartialDate:
            return PartialDate.from_iso(value)
        if kind is date:
            return date.fromisoformat(value)
        if is_dataclass(kind):
            return _build_fields(kind, value, where)
        if issubclass(kind, StrEnum):
            return kind(value)
    except Misfit:
        raise
    except (ValueError, TypeError, AttributeError) as error:
        raise Misfit(where, str(error)) from error
    if type(value) is not kind:
        raise Misfit(where, f"not of the kind {kind.__name__}")
    return value


def _build_fields(kind: Any, value: Any, where: str) -> object:
    if not isinstance(value, dict):
        raise Misfit(where, "not an object")
    hints, given = get_type_hints(kind), {}
    for field in fields(kind):
        place = f"{where}.{field.name}" if where else field.name
        if field.name in value:
            given[field.name] = _build(hints[field.name], value[field.name], place)
        elif field.default is MISSING:
            raise Misfit(place, "missing")
    return kind(**given)
