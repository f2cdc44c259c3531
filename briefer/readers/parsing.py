"""From the bytes of a file to what its reader made of them."""

from dataclasses import replace
from pathlib import Path

from briefer.errors import UnreadableFile
from briefer.marks import is_own_brief
from briefer.model import Basis, Found
from briefer.readers.base import OWN_BRIEF, Parsed, Reader
from briefer.readers.language import find_language
from briefer.readers.markdown import MarkdownReader
from briefer.readers.pdf import PdfReader
from briefer.readers.plain import TextReader
from briefer.readers.webpage import HtmlReader

READERS: tuple[Reader, ...] = (TextReader(), HtmlReader(), MarkdownReader(), PdfReader())


def get_reader(path: Path) -> Reader:
    """The reader of files with the suffix of `path`.

    Raises:
        UnreadableFile: there is none.
    """
    suffix = path.suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    raise UnreadableFile(
        path, f"no reader for {suffix} files" if suffix else "no reader for files without a suffix"
    )


def is_fragile(path: Path) -> bool:
    """Whether the reader of such a file is built on code that a file may hang or crash."""
    return path.suffix.lower() in HtmlReader.suffixes | PdfReader.suffixes


def parse(path: Path, content: bytes) -> Parsed:
    """What the file at `path`, which holds `content`, says; its language by its letters if it claims none.

    Raises:
        UnreadableFile: there is no reader for it, or it holds no article; says why.
    """
    if is_own_brief(content):
        raise UnreadableFile(path, OWN_BRIEF)
    reader = get_reader(path)
    if not content.strip():
        raise UnreadableFile(path, "it is empty")
    try:
        parsed = reader.read(content)
    except ValueError as error:
        raise UnreadableFile(path, str(error)) from error
    except RecursionError as error:
        raise UnreadableFile(path, "it is nested too deeply") from error
    if not parsed.cleaned.body():
        raise UnreadableFile(path, "no body text was found in it")
    if parsed.language:
        return parsed
    language = find_language(parsed.cleaned.text())
    return replace(parsed, language=Found(language, Basis.TEXT) if language else None)
