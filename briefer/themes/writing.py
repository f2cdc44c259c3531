"""A theme as a person types it in a hurry, and the file that it becomes."""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefer.model import Theme
from briefer.themes.reading import MAX_NAME, parse_theme

_USUAL_WEIGHT = 2
_WEIGHT = re.compile(r"(?P<phrase>.*?)\s*[=:]\s*(?P<weight>\d+(?:[.,]\d+)?)")


def parse_typed_theme(folder: Path, title: str, lines: str) -> tuple[Theme, Path, bytes]:
    """A theme from its title and a term in each line, such as `arms deal` or `arms deal = 3`.

    A term without a weight is strong (2); one in capitals throughout matches only as it is written.
    Returns the theme, and the path in `folder` and the content of its file, which reads back as it.

    Raises:
        InvalidFile: it says something that a theme cannot mean.
    """
    name = make_name(title)
    path = folder / f"{name or 'theme'}.toml"
    terms: dict[str, Any] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        found = _WEIGHT.fullmatch(line)
        phrase = (found["phrase"] if found else line).strip(" \"'")
        weight = float(found["weight"].replace(",", ".")) if found else _USUAL_WEIGHT
        terms[phrase] = {"weight": weight, "exact": True} if phrase.isupper() else weight
    tables = {
        "name": name,
        "title": title.strip(),
        "description": f"{title.strip()}, my own theme",
        "terms": terms,
    }
    return parse_theme(path, tables), path, _write(tables).encode("utf-8")


def make_name(title: str) -> str:
    """The name that is typed for a title: `Arms sales` is `arms-sales`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:MAX_NAME].strip("-")


def _write(tables: Mapping[str, Any]) -> str:
    head = [f"{key} = {_quoted(tables[key])}" for key in ("name", "title", "description")]
    return "\n".join([*head, "", "[terms]", *(_write_term(*term) for term in tables["terms"].items()), ""])


def _write_term(phrase: str, value: float | dict[str, Any]) -> str:
    if isinstance(value, dict):
        return f"{_quoted(phrase)} = {{ weight = {value['weight']:g}, exact = true }}"
    return f"{_quoted(phrase)} = {value:g}"


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=not text.isprintable())
