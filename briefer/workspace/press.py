"""The press: what renders a brief in the user's templates, and puts it where it is wanted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from briefer.model import Brief
from briefer.rendering import Printer, find_format, open_printer
from briefer.rendering.json import read_ledger_schema
from briefer.rendering.libraries import find_missing_fonts, find_missing_libraries, install_commands
from briefer.rendering.outputs import check_brief_output, write_brief
from briefer.rendering.pages import draw_pages
from briefer.rendering.templates import find_template, template_names


class Press:
    """The formats of a brief, the shipped templates and the user's own in `templates`."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates

    def find_format(self, name: str | None, target: Path | None) -> str:
        """The format that was named, or else the one of the target's suffix.

        Raises:
            UnknownName: there is no such format.
        """
        return find_format(name, target)

    def find_template(self, name: str) -> Path:
        """The folder of a template.

        Raises:
            UnknownName: there is no such template.
        """
        return find_template(name, self._templates)

    def template_names(self) -> tuple[str, ...]:
        """Every template that can be used, in alphabetical order."""
        return template_names(self._templates)

    def open_printer(
        self, form: str, template: str, *, on_wait: Callable[[], None] | None = None
    ) -> AbstractContextManager[Printer]:
        """What renders a brief as `form`; open it before reading, for a PDF needs time to warm up.

        While a PDF is made `on_wait` is called again and again; what it raises ends the work.
        """
        return open_printer(form, self.find_template(template), on_wait=on_wait)

    def draw_pages(self, pdf: bytes) -> tuple[bytes, ...]:
        """The pages of a brief as PNG files."""
        return draw_pages(pdf)

    def check_output(self, target: Path, form: str) -> None:
        """Raise OutputFailed where a brief cannot be written, or would destroy a file, before any work."""
        check_brief_output(target, form)

    def write_brief(self, target: Path, content: bytes, *, brief: Brief, form: str) -> None:
        """Write what a brief was printed to, whole or not at all, and its ledger beside HTML and Markdown.

        Raises:
            OutputFailed: says why, and the way out; a file that is no brief is not replaced.
        """
        write_brief(target, content, brief=brief, form=form)

    def ledger_schema(self) -> str:
        """The JSON Schema of the ledger that a brief carries."""
        return read_ledger_schema()

    def missing_libraries(self) -> tuple[str, ...]:
        """The libraries of the operating system that a PDF needs and that are not there."""
        return find_missing_libraries()

    def missing_fonts(self) -> tuple[str, ...]:
        """The families of fonts that should have come with briefer and are not there."""
        return find_missing_fonts()

    def install_commands(self) -> tuple[tuple[str, ...], ...]:
        """What to run to have them; empty where no known package manager is at hand."""
        return install_commands()
