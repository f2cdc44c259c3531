"""Where a finished brief goes: into its file and, for forms that cannot hold it, its ledger beside that.

Only what briefer made itself is ever replaced: a folder of articles is the likeliest place for a brief,
and a mistyped name must not cost one of them.
"""

from collections.abc import Callable
from pathlib import Path

from briefer.errors import OutputFailed
from briefer.ledger import make_ledger, write_ledger
from briefer.marks import is_own_brief, is_own_ledger
from briefer.model import DRAFT_SUFFIX, LEDGER_SUFFIX, Brief
from briefer.rendering.files import check_output, is_stream, write_whole
from briefer.rendering.page_text import read_html_blocks, read_markdown_blocks

_WITHOUT_LEDGER = ("html", "md")
"""The forms that have their ledger in a file of its own."""
_KEPT_NAMES = (DRAFT_SUFFIX, LEDGER_SUFFIX, "sources.toml")
_LARGEST_BYTES = 64 << 20
_WAY_OUT = "Choose another place, or move that file away."


def check_brief_output(target: Path, form: str) -> None:
    """See that a brief can be written to `target` before the work for it begins; writes nothing.

    Raises:
        OutputFailed: it could not be written, or what lies there is not for us to replace.
    """
    if target.name.endswith(_KEPT_NAMES):
        kept = "briefer keeps such names for drafts, ledgers and notes on sources"
        raise OutputFailed(target, kept, "Choose another name.")
    for path, is_ours, what in _places(target, form):
        check_output(path)
        if not is_replaceable(path, is_ours):
            raise OutputFailed(path, f"the file there is {what} of briefer’s and would be lost", _WAY_OUT)


def write_brief(target: Path, content: bytes, *, brief: Brief, form: str) -> None:
    """Write the file of a brief and, where the form cannot hold it, its ledger beside it.

    Raises:
        OutputFailed: as in `check_brief_output`, for much may have happened since.
    """
    check_brief_output(target, form)
    write_whole(target, content)
    ledger = None if is_stream(target) else make_ledger_beside(content, brief=brief, form=form)
    if ledger is not None:
        write_whole(target.with_name(target.name + LEDGER_SUFFIX), ledger)


def make_ledger_beside(content: bytes, *, brief: Brief, form: str) -> bytes | None:
    """The ledger that lies beside the file of a brief, which has `content`; None where it is inside."""
    if form not in _WITHOUT_LEDGER:
        return None
    page = (read_html_blocks if form == "html" else read_markdown_blocks)(content.decode("utf-8"))
    return write_ledger(make_ledger(brief, page=page)).encode()


def is_replaceable(path: Path, is_ours: Callable[[bytes], bool] = is_own_brief) -> bool:
    """Whether nothing is lost when `path` is written: it is new, empty, a device, or `is_ours`."""
    if is_stream(path) or not path.exists():
        return True
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)
    except OSError:
        return False  # what cannot be looked at cannot be known for ours
    return not content or (len(content) <= _LARGEST_BYTES and is_ours(content))


def _places(target: Path, form: str) -> list[tuple[Path, Callable[[bytes], bool], str]]:
    """Every file that is written, the brief first, with how an older one of ours is told."""
    places: list[tuple[Path, Callable[[bytes], bool], str]] = [(target, is_own_brief, "no brief")]
    # A device or a pipe has nothing beside it.
    if form in _WITHOUT_LEDGER and not is_stream(target):
        places.append((target.with_name(target.name + LEDGER_SUFFIX), is_own_ledger, "no ledger"))
    return places
