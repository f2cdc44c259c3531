"""What a face may count on: the core starts without its heavy parts, and imports point down."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "weasyprint",
    "jinja2",
    "sumy",
    "nltk",
    "numpy",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "fasttext",
)


@pytest.mark.parametrize("module", ["briefer.workspace", "briefer.cli.brief"])
def test_importing_it_leaves_the_heavy_packages_out(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_help_imports_nothing_of_ours_but_the_list_of_commands() -> None:
    code = (
        "import sys; sys.argv = ['briefer', '--help']\n"
        "from briefer.cli import run\n"
        "try: run()\n"
        "finally: print(sorted(name for name in sys.modules if name.startswith('briefer')))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "['briefer', 'briefer.cli', 'briefer.cli.main']"
