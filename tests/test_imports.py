"""What a face may count on: the core starts without its heavy parts, and imports point down."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OPTION = re.compile(r"\s--[a-z]")
COMMAND = re.compile(r"briefer [a-z]+( --?\S+)*")

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
    "sqlite3",
    "smtplib",
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


def test_the_first_frame_needs_nothing_of_the_pipe() -> None:
    code = (
        "import io, sys; sys.argv = ['briefer', 'seeds']\n"
        "class Tty(io.StringIO):\n    def isatty(self): return True\n"
        "shown, sys.stdin, sys.stdout, sys.stderr = sys.stdout, Tty(), Tty(), Tty()\n"
        "from briefer.cli import run; from briefer.tui import BrieferApp\n"
        "BrieferApp.run = lambda app: print('briefer.workspace' in sys.modules, file=shown)\n"
        "run()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    assert result.stdout == "False\n"


def test_no_message_of_the_core_names_an_option_of_the_command_line() -> None:
    core = [path for path in (ROOT / "briefer").rglob("*.py") if "cli" not in path.parts]
    assert core
    named = [
        (path.name, text)
        for path in core
        for text in iter_messages(ast.parse(path.read_text("utf-8")))
        if OPTION.search(COMMAND.sub("", text))  # a whole command may be typed anywhere
    ]
    assert named == []


def iter_messages(tree: ast.Module) -> Iterator[str]:
    """The texts in a module but for its docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
