"""Values as the lists, dictionaries and words that JSON knows, and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from briefer.model.dates import PartialDate

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """`value` with every dataclass as a dictionary in the order of its fields, and dates as ISO 8601."""
    if isinstance(value, date | PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    return value


def from_plain(kind: type[T], plain: object) -> T:
    """The value of `kind` that `to_plain` made `plain` of; fields that `kind` does not have are passed over.

    Raises:
        ValueError: it is no such value; names the first place that does not fit, such as `sources[2].file`.
    """
    made: T = _read(kind, plain, "")
    return made


def _read(kind: Any, plain: object, where: str) -> Any:
    if isinstance(kind, UnionType):
        (known,) = (part for part in get_args(kind) if part is not NoneType)
        return None if plain is None else _read(known, plain, where)
    if get_origin(kind) is tuple:
        if not isinstance(plain, list):
            raise _misfit(where, "a list")
        part = get_args(kind)[0]
        return tuple(_read(part, entry, f"{where}[{place}]") for place, entry in enumerate(plain))
    if kind in (str, int, bool):
        if type(plain) is not kind:
            raise _misfit(where, {str: "a text", int: "a whole number", bool: "true or false"}[kind])
        return plain
    if kind in (date, PartialDate) or issubclass(kind, StrEnum):
        return _read_word(kind, plain, where)
    return _read_fields(kind, plain, where)


def _read_word(kind: Any, plain: object, where: str) -> Any:
    if isinstance(plain, str):
        try:
            return kind(plain) if issubclass(kind, StrEnum) else _from_iso(kind, plain)
        except ValueError as error:
            raise _misfit(where, f"a known {kind.__name__}") from error
    raise _misfit(where, "a text")


def _from_iso(kind: type[date] | type[PartialDate], text: str) -> date | PartialDate:
    return date.fromisoformat(text) if kind is date else PartialDate.from_iso(text)


def _read_fields(kind: Any, plain: object, where: str) -> Any:
    if not isinstance(plain, Mapping):
        raise _misfit(where, "an object")
    made = {}
    for name, part in _hints(kind).items():
        place = f"{where}.{name}" if where else name
        if name not in plain:
            raise ValueError(f"{place} is missing")
        made[name] = _read(part, plain[name], place)
    try:
        return kind(**made)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _misfit(where: str, wanted: str) -> ValueError:
    return ValueError(f"{where or 'the whole'} is not {wanted}")
