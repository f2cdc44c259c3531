"""Where templates are: the user's folder first, then the ones that came with the product.

A template is a folder that holds `brief.html`; its stylesheets and pictures lie beside that file.
"""

import hashlib
from pathlib import Path

from briefer.errors import UnknownName
from briefer.paths import shipped

PAGE = "brief.html"
"""The file that makes a folder a template."""


def find_template(name: str, user_folder: Path) -> Path:
    """The folder of the template `name`; one in `user_folder` hides a shipped one of the same name.

    Raises:
        UnknownName: neither place has it.
    """
    known = _templates(user_folder)
    if name not in known:
        raise UnknownName("template", name, known)
    return known[name]


def digest_template(template: Path) -> str:
    """SHA-256, in hexadecimal, of every file in the folder of a template, with its name."""
    whole = hashlib.sha256()
    for path in sorted(path for path in template.rglob("*") if path.is_file()):
        name = path.relative_to(template).as_posix().encode("utf-8", "surrogateescape")
        whole.update(b"%d %s %s\n" % (len(name), name, hashlib.sha256(path.read_bytes()).digest()))
    return whole.hexdigest()


def template_names(user_folder: Path) -> tuple[str, ...]:
    """Every template that `find_template` finds, in alphabetical order."""
    return tuple(sorted(_templates(user_folder)))


def _templates(user_folder: Path) -> dict[str, Path]:
    # Names are listed, never joined to a path, so that no name can climb out of these folders.
    return {
        page.parent.name: page.parent
        for folder in (shipped("templates"), user_folder)
        for page in folder.glob(f"*/{PAGE}")
    }
