"""The command line face: it parses, calls the workspace and prints.

Only click is imported here, so that `briefer --help` answers at once; a command's module is
imported when the command is used.
"""

from briefer.cli.main import main, run

__all__ = ["main", "run"]
