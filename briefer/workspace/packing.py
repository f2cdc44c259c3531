"""Packing a finished brief with all that it was made of, and making it again from that."""

import hashlib
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import drafting
from briefer.composition import digest_lexicon
from briefer.config import read_likelihood_terms
from briefer.drafts import read_draft, write_draft
from briefer.errors import InvalidFile, OutputFailed, UnreadableFile
from briefer.ledger import digest_printed, parse_ledger, write_ledger
from briefer.model import Brief, Ledger
from briefer.model.packs import Pack, Replayed
from briefer.packing import find_versions, make_pack, read_pack, restate_draft, write_pack
from briefer.packing.archive import is_pack
from briefer.packing.differences import explain_ledgers, explain_sources, explain_versions
from briefer.packing.making import CONFIG, DRAFT, PREVIOUS_BRIEF, PREVIOUS_LEDGER, SOURCES
from briefer.readers.files import SIDECAR_NAME, list_files, read_bytes
from briefer.recalling import recall_brief
from briefer.rendering import find_format
from briefer.rendering.files import check_output, write_whole
from briefer.rendering.outputs import is_replaceable
from briefer.rendering.printed import read_brief
from briefer.rendering.saved import parse_saved_brief
from briefer.rendering.templates import find_template
from briefer.summary import get_summariser
from briefer.themes import get_theme, read_theme
from briefer.themes.installed import SHIPPED

if TYPE_CHECKING:
    from briefer.workspace.workspace import Workspace


class Packer:
    """Packs and replays briefs with the themes, templates and settings of a workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def pack(
        self, path: Path, target: Path, *, sources: Path | None = None, previous: Path | None = None
    ) -> Pack:
        """Pack a finished brief into `target`, with the files of its sources where their folder is given.

        One that tells what is new since the `previous` brief is packed together with that.

        Raises:
            UnreadableFile: the brief or the one before cannot be read, that is another one or is not given,
                or one of its sources is not in the folder.
            InvalidFile: a theme has other words now than when the brief was made.
            UnknownName: its theme or template is not there any more.
            OutputFailed: `target` cannot be written, or holds somebody else's file.
        """
        check_output(target)
        if not is_replaceable(target, is_pack):
            reason = "the file there is no pack of briefer’s and would be lost"
            raise OutputFailed(target, reason, "Choose another place, or move that file away.")
        form = find_format(None, path)
        ledger = read_brief(path).ledger
        draft = restate_draft(ledger, (Path(SOURCES),))
        home = self._workspace.home
        pack = make_pack(
            ledger,
            path.read_bytes(),
            form,
            draft=write_draft(draft, Path()),
            previous=_previous_files(path, ledger, previous),
            likelihood=tuple(read_likelihood_terms(home / "config.toml") or ()),
            themes=self._theme_files(ledger),
            template=_read_tree(find_template(ledger.spec.template, home / "templates")),
            sources=_source_files(ledger, sources) if sources else {},
            fonts=_fonts(),
        )
        write_whole(target, write_pack(pack))
        return pack

    def replay(self, path: Path, *, sources: Path | None = None, output: Path | None = None) -> Replayed:
        """Make a packed brief again, with what the pack holds, and compare the two byte for byte.

        `output` keeps what was made.

        Raises:
            UnreadableFile: it is no pack, or has no sources and none are given.
            NothingToReport, RenderingFailed, and others: as in making any brief.
        """
        pack = read_pack(path)
        if sources is None and not pack.manifest.has_sources:
            raise UnreadableFile(path, "it holds no sources, so their folder must be named")
        with tempfile.TemporaryDirectory(prefix="briefer-") as name:
            return _replay(pack, Path(name), sources, output)

    def _theme_files(self, ledger: Ledger) -> Mapping[str, bytes]:
        """The themes of a brief as TOML files; all there are where it named none and took the strongest."""
        installed = self._workspace.themes.installed
        for known in ledger.themes:
            if digest_lexicon(get_theme(known.name, installed).lexicon) != known.lexicon_sha256:
                problem = "it has other words now than when the brief was made"
                way_out = "Bring back the theme as it was, or make the brief again and pack that."
                raise InvalidFile(Path(f"{known.name}.toml"), "", problem, way_out)
        wanted = ledger.spec.themes or installed.names
        names = {theme.name for theme in installed.own}
        files = {f"{name}.toml": SHIPPED / f"{name}.toml" for name in wanted if name not in names}
        for file in sorted((self._workspace.home / "themes").glob("*.toml")):
            with suppress(InvalidFile):
                if read_theme(file).name in wanted:
                    files[file.name] = file
        return {name: file.read_bytes() for name, file in files.items()}


def _replay(pack: Pack, folder: Path, sources: Path | None, output: Path | None) -> Replayed:
    from briefer.workspace.workspace import Workspace

    home = _unpack(pack, folder)
    workspace = Workspace(home)
    draft = read_draft(folder / DRAFT)
    draft = replace(draft, paths=(sources or folder / SOURCES,))
    form = pack.manifest.brief.rpartition(".")[2]
    packed = read_brief(folder / pack.manifest.brief).ledger
    previous = _recall_previous(pack)
    if output:
        workspace.press.check_output(output, form)
    with workspace.press.open_printer(form, draft.spec.template) as print_brief:
        reading = workspace.read(draft.paths)
        survey = workspace.survey(reading.articles, draft.spec, left_out=draft.left_out)
        brief = drafting.draft_brief(
            reading,
            survey,
            draft,
            summariser=get_summariser(draft.spec.summariser),
            before=previous,
            allow_silence=True,  # what has nothing to say any more differs, and is told so
        )
        brief = replace(workspace.check(brief, reading.articles).brief, edition=packed.edition)
        content = print_brief(brief)
    if output:
        workspace.press.write_brief(output, content, brief=brief, form=form)
    if content == pack.brief:
        return Replayed(content, True, ())
    again = folder / "again" / pack.manifest.brief
    again.parent.mkdir()
    workspace.press.write_brief(again, content, brief=brief, form=form)
    after = read_brief(again).ledger
    causes = (
        *explain_sources(pack.manifest, reading.articles),
        *explain_versions(pack.manifest.versions, tuple(find_versions(_fonts()))),
    )
    return Replayed(content, False, (*causes, *explain_ledgers(packed, after, in_detail=not causes)))


def _previous_files(path: Path, ledger: Ledger, previous: Path | None) -> Mapping[str, bytes]:
    """What of the brief before a brief is made of: all of it where it was saved, else its ledger."""
    if ledger.before is None:
        if previous:
            raise UnreadableFile(previous, f"{path.name} does not tell what is new since it")
        return {}
    if previous is None:
        reason = f"it tells what is new since the brief of {ledger.before.as_of}, which must be given too"
        raise UnreadableFile(path, reason)
    known = read_brief(previous).ledger
    if digest_printed(known) != ledger.before.sha256:
        raise UnreadableFile(previous, f"{path.name} tells what is new since another brief")
    if find_format(None, previous) == "json":
        return {PREVIOUS_BRIEF: previous.read_bytes()}
    return {PREVIOUS_LEDGER: write_ledger(known).encode()}


def _recall_previous(pack: Pack) -> Brief | None:
    """The brief before, as far as a pack has it."""
    if PREVIOUS_BRIEF in pack.members:
        return parse_saved_brief(pack.members[PREVIOUS_BRIEF], Path(PREVIOUS_BRIEF))
    if PREVIOUS_LEDGER not in pack.members:
        return None
    try:
        return recall_brief(parse_ledger(pack.members[PREVIOUS_LEDGER]))
    except ValueError as error:
        raise UnreadableFile(Path(PREVIOUS_LEDGER), f"it cannot be used: {error}") from error


def _unpack(pack: Pack, folder: Path) -> Path:
    """Lay the members of a pack out as a home of ours; their names were checked when it was read."""
    home = folder / "home"
    places = {
        **{f"home/{name}": content for name, content in pack.members.items() if name == CONFIG},
        **{f"home/themes/{name}": content for name, content in pack.under("themes").items()},
        **{
            f"home/templates/{pack.manifest.template}/{name}": content
            for name, content in pack.under("template").items()
        },
        **{f"{SOURCES}/{name}": content for name, content in pack.under(SOURCES).items()},
        DRAFT: pack.members[DRAFT],
        pack.manifest.brief: pack.brief,
        f"{pack.manifest.brief}.ledger.json": pack.members["ledger.json"],
    }
    if "/" in pack.manifest.template or pack.manifest.template in ("", ".", ".."):
        raise UnreadableFile(Path(pack.manifest.template), "no template has such a name")
    for name, content in places.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    home.mkdir(exist_ok=True)
    return home


def _source_files(ledger: Ledger, folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder of sources, cited ones under the paths by which the ledger knows them.

    Files that were read and not used count, too: the brief says how many there were.
    """
    if not folder.is_dir():
        raise UnreadableFile(folder, "it is no folder")
    found: dict[str, bytes] = {}
    by_digest: dict[str, bytes] = {}
    for file in list_files([folder]).files:
        try:
            content = read_bytes(file.path)
        except UnreadableFile:
            continue
        found[file.shown.as_posix()] = content
        by_digest[hashlib.sha256(content).hexdigest()] = content
    for source in ledger.sources:
        if source.sha256 not in by_digest:
            raise UnreadableFile(folder, f"the source {source.file} is not in it as it was read")
        if source.file not in found:
            names = [name for name, content in found.items() if content == by_digest[source.sha256]]
            found[source.file] = found.pop(names[0]) if names else by_digest[source.sha256]
    for sidecar in sorted(folder.rglob(SIDECAR_NAME)):
        found[sidecar.relative_to(folder).as_posix()] = read_bytes(sidecar)
    return found


def _read_tree(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder that is not hidden, by its path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def _fonts() -> Path:
    import briefer.rendering

    return Path(briefer.rendering.__file__).parent / "fonts"
