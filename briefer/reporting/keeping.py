"""The files of reports: made, replaced and taken away, with every older one kept."""

from contextlib import suppress
from pathlib import Path

from briefer.delivery.folder import put_file, write_text
from briefer.errors import InvalidFile, OutputFailed, UnknownName
from briefer.model.reports import Report
from briefer.rendering import find_format
from briefer.rendering.templates import find_template
from briefer.reporting.desk import Desk
from briefer.reports import SUFFIX, find_report, list_reports, read_report, write_report
from briefer.summary import get_summariser
from briefer.themes import get_theme, load_themes


def kept_folder(desk: Desk) -> Path:
    """Where files are kept that another one took the place of."""
    return desk.reports / ".kept"


def check_report(desk: Desk, report: Report) -> None:
    """See that everything a report names is there.

    Raises:
        UnknownName: a theme, summariser, template or format is not.
        InvalidFile: the user's own theme of one of the names is broken.
    """
    installed = load_themes(desk.home / "themes")
    for theme in report.spec.themes:
        get_theme(theme, installed)
    get_summariser(report.spec.summariser)
    find_template(report.spec.template, desk.templates)
    for form in report.formats:
        if find_format(form, None) != form:
            raise UnknownName("format", form, [find_format(form, None)])


def add_report(desk: Desk, report: Report) -> Path:
    """Write the file of a new report; says where.

    Raises:
        InvalidFile: there is a report of this name.
        UnknownName: it names what there is not.
        OutputFailed, DeliveryFailed: it cannot be written.
    """
    check_report(desk, report)
    path = desk.reports / f"{report.name}{SUFFIX}"
    if path in list_reports(desk.reports):
        way_out = f"Choose another name, or type: briefer report edit {report.name}"
        raise InvalidFile(path, "", f"there is a report named {report.name!r}", way_out)
    write_text(path, _spell(report, path))
    return path


def replace_report(desk: Desk, name: str, content: str) -> Path:
    """Put the text that a person edited in the place of a report's file; says where the old one is kept.

    Raises:
        InvalidFile: the text is no report; the file is as it was.
        UnknownName: there is no such report, or it names what there is not.
        DeliveryFailed: it cannot be written.
    """
    path = find_report(name, desk.reports)
    trial = path.with_name(f".{name}.edited") / path.name
    write_text(trial, content)
    try:
        check_report(desk, read_report(trial))
    except InvalidFile as error:
        raise InvalidFile(path, error.where, error.problem, error.way_out) from None
    finally:
        with suppress(OSError):
            trial.unlink()
            trial.parent.rmdir()
    kept = _keep(desk, path)
    write_text(path, content)
    return kept


def remove_report(desk: Desk, name: str) -> Path:
    """Take a report's file away, and keep it; its editions stay. Says where it is kept.

    Raises:
        UnknownName: there is no such report.
        DeliveryFailed: it cannot be kept.
    """
    path = find_report(name, desk.reports)
    kept = _keep(desk, path)
    path.unlink()
    return kept


def restore_report(desk: Desk, name: str) -> Path:
    """Put the file that was last kept of a report in its place again, and keep the one there; says which.

    Raises:
        UnknownName: none was kept.
        DeliveryFailed: it cannot be written.
    """
    kept = _list_kept(desk, name)
    if not kept:
        known = sorted({path.name.rpartition(".")[0].rpartition(".")[0] for path in _list_kept(desk, "*")})
        raise UnknownName("kept report", name, known)
    path = desk.reports / f"{name}{SUFFIX}"
    content = kept[-1].read_text("utf-8")
    if path.is_file():
        _keep(desk, path)
    write_text(path, content)
    kept[-1].unlink()
    return path


def _keep(desk: Desk, path: Path) -> Path:
    """Copy a report's file to the kept ones, under the next number."""
    taken = [int(kept.name.split(".")[-2]) for kept in _list_kept(desk, path.stem)]
    name = f"{path.stem}.{max(taken, default=0) + 1:04}{SUFFIX}"
    return put_file(kept_folder(desk), name, path.read_bytes())


def _list_kept(desk: Desk, name: str) -> list[Path]:
    return sorted(kept_folder(desk).glob(f"{name}.[0-9][0-9][0-9][0-9]{SUFFIX}"))


def _spell(report: Report, path: Path) -> str:
    try:
        return write_report(report, path.parent).decode("utf-8")
    except UnicodeEncodeError as error:
        raise OutputFailed(path, "the name of a folder is not UTF-8", "Rename that folder.") from error
