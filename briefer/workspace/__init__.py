"""The one API that every face calls; each of its larger parts has a module here."""

from briefer.workspace.workspace import Workspace

__all__ = ["Workspace"]
