"""Step 1 of the pipe: files and folders become articles."""

from briefer.readers.base import Parsed, Reader
from briefer.readers.parsing import READERS
from briefer.readers.reading import read_article, read_paths, read_shelf

__all__ = ["READERS", "Parsed", "Reader", "read_article", "read_paths", "read_shelf"]
