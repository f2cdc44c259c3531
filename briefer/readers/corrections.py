"""Write down in `sources.toml` what an analyst knows of a file, and keep the rest of it as it is."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from briefer.errors import OutputFailed
from briefer.readers.files import SIDECAR_NAME, InputFile, list_files
from briefer.readers.sidecar import parse_sidecar, read_sidecar

FIELDS = ("title", "outlet", "published", "genre")
"""What can be corrected, each with one line of text."""


def find_input(paths: Sequence[Path], shown: Path) -> InputFile | None:
    """The file that is called `shown` where these paths are read."""
    return next((file for file in list_files(paths).files if file.shown == shown), None)


def correct_file(file: InputFile, field: str, value: str) -> tuple[Path, bytes]:
    """The `sources.toml` that says of `file` what it says now and that `field` is `value`.

    An empty value takes the field out. Comments and all other entries stay. The entry stands in the
    sidecar that speaks of the file already, else in its own folder's. Returns its path and content.

    Raises:
        InvalidFile: the value cannot be used, or the file could not be before; says the way out.
        OutputFailed: the file cannot be read.
    """
    import tomlkit

    path, name = _place_of_entry(file)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise OutputFailed(path, "it cannot be read", "Make it readable UTF-8.") from error
    document = tomlkit.parse(text)
    files = document.setdefault("files", tomlkit.table(is_super_table=True))
    entry = files.setdefault(name, tomlkit.table())
    if value:
        entry[field] = value
    else:
        entry.pop(field, None)
        if not entry:
            files.pop(name)
    content = tomlkit.dumps(document)
    parse_sidecar(path, tomllib.loads(content))
    return path, content.encode("utf-8")


def _place_of_entry(file: InputFile) -> tuple[Path, str]:
    """The sidecar of the file, and the name under which it speaks of it."""
    folder = file.path.parent
    while True:
        name = file.path.relative_to(folder).as_posix()
        path = folder / SIDECAR_NAME
        if path.exists() and name in read_sidecar(path).files:
            return path, name
        if folder in (file.folder, folder.parent):
            return file.path.parent / SIDECAR_NAME, file.path.name
        folder = folder.parent
