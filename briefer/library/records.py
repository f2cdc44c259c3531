"""An article as the JSON that the library keeps, and back."""

import json
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from briefer.model import (
    Article,
    Basis,
    Found,
    Genre,
    LineKind,
    LineRange,
    Paragraph,
    PartialDate,
    RemovedLine,
    Span,
)

T = TypeVar("T")
BETWEEN_PARAGRAPHS = "\n\n"


def article_record(article: Article) -> dict[str, Any]:
    """All that is known of an article, as JSON has it."""
    return {
        "sha256": article.sha256,
        "path": article.path.as_posix(),
        "paragraphs": [
            {
                "text": article.words(part.span),
                "lines": [part.lines.first, part.lines.last] if part.lines else None,
            }
            for part in article.paragraphs
        ],
        "removed": [[line.line, line.kind.value, line.text] for line in article.removed],
        "title": _plain(article.title),
        "authors": _plain(article.authors),
        "outlet": _plain(article.outlet),
        "published": _plain(article.published),
        "updated": _plain(article.updated),
        "url": _plain(article.url),
        "language": _plain(article.language),
        "genre": _plain(article.genre),
        "warnings": list(article.warnings),
    }


def read_article_record(record: Mapping[str, Any]) -> Article:
    """The article of a record.

    Raises:
        ValueError: it is none; says where and why.
    """
    digest = _text(record, "sha256")
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("sha256 is no digest")
    text, paragraphs = _join_paragraphs(_list(record, "paragraphs"))
    return Article(
        id=digest[:12],
        path=_path(_text(record, "path")),
        sha256=digest,
        text=text,
        paragraphs=paragraphs,
        removed=tuple(map(_removed, _list(record, "removed"))),
        title=_found(record, "title", _line),
        authors=_found(record, "authors", _lines),
        outlet=_found(record, "outlet", _line),
        published=_found(record, "published", PartialDate.from_iso),
        updated=_found(record, "updated", PartialDate.from_iso),
        url=_found(record, "url", _line),
        language=_found(record, "language", _line),
        genre=_found(record, "genre", Genre),
        warnings=tuple(map(_line, _list(record, "warnings"))),
    )


def pack_article(article: Article) -> bytes:
    """An article as the library stores it."""
    return zlib.compress(json.dumps(article_record(article), separators=(",", ":")).encode("ascii"))


def unpack_article(packed: bytes) -> Article:
    """The article that was packed.

    Raises:
        ValueError: it is none.
    """
    return read_article_record(json.loads(zlib.decompress(packed)))


def _plain(found: Found[Any] | None) -> list[Any] | None:
    if found is None:
        return None
    value = list(found.value) if isinstance(found.value, tuple) else str(found.value)
    return [value, found.basis.value]


def _join_paragraphs(records: list[Any]) -> tuple[str, tuple[Paragraph, ...]]:
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for number, record in enumerate(records, start=1):
        text = _text(record, "text") if isinstance(record, dict) else ""
        if not text.strip():
            raise ValueError(f"paragraph {number} is no text")
        lines = record.get("lines")
        span = Span(start, start + len(text))
        paragraphs.append(Paragraph(number, span, LineRange(*_numbers(lines, 2)) if lines else None))
        texts.append(text)
        start = span.end + len(BETWEEN_PARAGRAPHS)
    if not texts:
        raise ValueError("paragraphs is empty")
    return BETWEEN_PARAGRAPHS.join(texts), tuple(paragraphs)


def _removed(record: Any) -> RemovedLine:
    if not isinstance(record, list) or len(record) != 3 or not isinstance(record[2], str):
        raise ValueError("a removed line is no line, kind and text")
    line, kind, text = record
    (number,) = (None,) if line is None else _numbers([line], 1)
    return RemovedLine(number, LineKind(kind), text)


def _found(record: Mapping[str, Any], key: str, read: Callable[[Any], T]) -> Found[T] | None:
    entry = record.get(key)
    if entry is None:
        return None
    if not isinstance(entry, list) or len(entry) != 2:
        raise ValueError(f"{key} is no fact with its basis")
    try:
        return Found(read(entry[0]), Basis(entry[1]))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{key}: {error}") from error


def _line(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("not a text")
    return value


def _lines(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")  # noqa: TRY004 - whatever is wrong in a record is a ValueError
    return tuple(map(_line, value))


def _path(text: str) -> Path:
    if "\0" in text:
        raise ValueError("path holds a null character")
    return Path(text)


def _numbers(value: Any, count: int) -> list[int]:
    if not isinstance(value, list) or len(value) != count or any(type(part) is not int for part in value):
        raise ValueError("lines are no whole numbers")
    return value


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} is not a text")  # noqa: TRY004
    return value


def _list(record: Mapping[str, Any], key: str) -> list[Any]:
    value = record.get(key)
    if not isinstance(value, list):
        raise ValueError(f"{key} is not a list")  # noqa: TRY004
    return value
