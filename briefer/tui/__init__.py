"""The terminal face: pick themes, see the evidence, shape the brief, print it.

It holds no logic: workers ask the workspace and post what they learnt, handlers change widgets. Only
Textual and the model are imported before the first frame; the pipe is loaded while the reader looks.
"""

from briefer.tui.app import BrieferApp

__all__ = ["BrieferApp"]
