"""Drafts: what an analyst decides and writes, the files that keep it, and what to type for the same brief."""

import hashlib
import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from briefer import drafting
from briefer.analysis import choices
from briefer.analysis.choices import StaleChoice
from briefer.drafts import read_draft, write_draft
from briefer.errors import OutputFailed
from briefer.model import DRAFT_SUFFIX, Article, BriefSpec, Draft, Evidence, Reading, Span
from briefer.rendering.files import make_folder_for, write_whole
from briefer.surveying import Survey
from briefer.workspace.spelling import spell_options


class Drafts:
    """The user's drafts; those that lie beside no output are kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self, paths: Sequence[Path], spec: BriefSpec, *, library: str | None = None) -> Draft:
        """A draft on files and folders, or on the library, in which nothing is decided or written yet."""
        return Draft(spec, tuple(paths), library=library)

    def load(self, path: Path) -> Draft:
        """Read the file of a draft; its relative paths are taken from its folder.

        Raises:
            InvalidFile: it cannot be used; says where, why and the way out.
        """
        return read_draft(path)

    def save(self, draft: Draft, path: Path) -> None:
        """Write the file of a draft, whole or not at all: same draft and folder, same bytes.

        Raises:
            OutputFailed: says why, and the way out.
        """
        try:
            content = write_draft(draft, path.parent)
        except UnicodeEncodeError as error:
            raise OutputFailed(
                path, "the name of an input is not UTF-8", "Rename that file or folder."
            ) from error
        if path.parent == self._folder:
            make_folder_for(path)
        write_whole(path, content)

    def place(self, paths: Sequence[Path], output: Path | None) -> Path:
        """Where a draft is kept: beside the output, else in the user's data, one for each set of inputs."""
        if output:
            return output.with_name(output.stem + DRAFT_SUFFIX)
        places = sorted(os.path.realpath(path) for path in paths)
        digest = hashlib.sha256("\0".join(places).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        name = Path(places[0]).name if places else "library"
        return self._folder / f"{name.encode('ascii', 'replace').decode()}-{digest}{DRAFT_SUFFIX}"

    def find_stale(self, reading: Reading, survey: Survey, draft: Draft) -> tuple[StaleChoice, ...]:
        """The choices that cannot be followed, each with the reason; they stay in the draft."""
        return drafting.find_stale(reading, survey, draft)

    def trim(self, draft: Draft, found: Evidence, article: Article, cut: Span) -> Draft:
        """The draft in which `cut`, a span of the article's text, is left out of what is shown of `found`.

        Raises:
            TrimRefused: it is no whole phrase, or what is left would say something else; says which.
        """
        return draft.decide(choices.trim(draft.choice_for(found, article), found, article, cut))

    def command_line(self, draft: Draft, path: Path, output: Path) -> str:
        """What to type, or to put into a cron job, for the brief that the draft saved at `path` comes to.

        A draft in which nothing is decided or written needs no file: its options are spelled out.
        """
        given = spell_options(draft) if draft.is_untouched else ["--draft", str(path)]
        return shlex.join(["briefer", "brief", "--output", str(output), *given])
