"""What a finished brief says, read back from its file: the words on its pages, and its ledger."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefer.children import end_child, start_child
from briefer.errors import UnreadableFile
from briefer.ledger import LARGEST_BYTES, make_ledger, parse_ledger
from briefer.model import LEDGER_SUFFIX, Ledger
from briefer.model.verdicts import Printed, Run
from briefer.rendering import find_format
from briefer.rendering.page_text import read_html_runs, read_markdown_runs
from briefer.rendering.saved import build_brief

_LARGEST_BRIEF_BYTES = 64 << 20
_LARGEST_PAGE_BYTES = 16 << 20
_TIMEOUT_S = 90.0


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a brief, in order, its ledger as it was found, and the one that its fields come to."""

    runs: tuple[Run, ...]
    ledger: bytes | None
    restated: Ledger | None = None


def read_brief(path: Path) -> Printed:
    """What a finished brief says, and its ledger.

    Raises:
        UnreadableFile: it cannot be read, or has no ledger that can be used.
        UnknownName: its suffix is that of no format.
    """
    form = find_format(None, path)
    try:
        read = read_printed(_read_file(path, _LARGEST_BRIEF_BYTES), form)
    except ValueError as error:
        raise UnreadableFile(path, str(error)) from error
    content, place = read.ledger, path
    if content is None and form in ("html", "md"):
        place = path.with_name(path.name + LEDGER_SUFFIX)
        if not place.exists():
            raise UnreadableFile(path, f"its ledger {place.name} is not beside it, so nothing can be proved")
        content = _read_file(place, LARGEST_BYTES)
    if content is None:
        raise UnreadableFile(path, "it has no ledger, so nothing in it can be proved")
    try:
        return Printed(read.runs, parse_ledger(content), read.restated)
    except ValueError as error:
        raise UnreadableFile(place, f"the ledger cannot be used: {error}") from error


def _read_file(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or "the system refuses to read it").lower()) from error
    if len(content) > limit:
        raise UnreadableFile(path, f"it is larger than {limit >> 20} MB, too large for a brief")
    return content


def read_printed(content: bytes, form: str, *, timeout_s: float = _TIMEOUT_S) -> Read:
    """Read a finished brief; HTML and Markdown have their ledger beside them, in a file of its own.

    `timeout_s` is the most that reading a PDF may take.

    Raises:
        ValueError: it is no such file, or too large to be a brief; says why in a few words.
    """
    if form == "pdf":
        return _read_pdf(content, timeout_s)
    if len(content) > _LARGEST_PAGE_BYTES:
        raise ValueError(f"it is larger than {_LARGEST_PAGE_BYTES >> 20} MB, too large for a brief")
    if form == "json":
        return _read_json(content)
    text = content.decode("utf-8", "replace")
    return Read(read_html_runs(text) if form == "html" else tuple(read_markdown_runs(text)), None)


def _read_pdf(content: bytes, timeout_s: float) -> Read:
    """The text of a PDF as a child process reads it."""
    child = start_child("briefer.rendering.pdf_text")
    try:
        answer, _ = child.communicate(content, timeout=timeout_s)
        read = json.loads(answer)
    except subprocess.TimeoutExpired:
        raise ValueError(f"reading it takes more than {timeout_s:g} seconds") from None
    except ValueError:
        raise ValueError("it brings down the program that reads such files") from None
    finally:
        end_child(child)
    if "problem" in read:
        raise ValueError(read["problem"])
    ledger = read["ledger"]
    return Read(
        tuple(Run(*run) for run in read["runs"]),
        None if ledger is None else ledger.encode("utf-8", "replace"),
    )


def _read_json(content: bytes) -> Read:
    try:
        brief = json.loads(content)
        shown = {name: part for name, part in brief.items() if name not in ("ledger", "changes")}
        runs = (*_read_quotes(shown), *_read_revisions(brief.get("changes"), dict(_number_quotes(shown))))
        ledger = brief.get("ledger")
        if ledger is None:
            return Read(runs, None)
        return Read(runs, json.dumps(ledger).encode(), make_ledger(build_brief(brief)))
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"it is not the JSON of a brief ({error})") from error


def _read_revisions(changes: Any, quotes: Mapping[object, Any]) -> Iterator[Run]:
    """The amount of each revised figure and the sentence that it revises, as a page would print them."""
    for figure in changes["revised"] if changes else ():
        citation, earlier = quotes[figure["quote"]]["citation"], figure["earlier"]
        yield Run(f"{figure['amount']} [{citation['source']} ¶{citation['paragraph']}]\n", True, None)
        yield Run(f"{earlier['text']} [earlier {earlier['source']} ¶{earlier['paragraph']}]\n", True, None)


def _number_quotes(value: object) -> Iterator[tuple[object, Any]]:
    """Every quote by its number."""
    if isinstance(value, list):
        for part in value:
            yield from _number_quotes(part)
    elif isinstance(value, dict):
        if isinstance(value.get("citation"), dict):
            yield value.get("number"), value
        for part in value.values():
            yield from _number_quotes(part)


def _read_quotes(value: object) -> Iterator[Run]:
    """Every quote as a page would print it, in order."""
    if isinstance(value, list):
        for part in value:
            yield from _read_quotes(part)
    elif isinstance(value, dict):
        citation = value.get("citation")
        if isinstance(citation, dict):
            trimmed = ", trimmed" if value.get("kind") == "trimmed" else ""
            cited = f"{citation.get('source')} ¶{citation.get('paragraph')}{trimmed}"
            pieces = value.get("pieces")
            text = _join_pieces(pieces) if isinstance(pieces, list) else value.get("text")
            yield Run(f"{text} [{cited}]\n", True, None)
        else:
            for part in value.values():
                yield from _read_quotes(part)


def _join_pieces(pieces: list[Any]) -> str:
    return "".join(str(piece.get("text")) for piece in pieces if isinstance(piece, dict))
