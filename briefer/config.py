"""The user's `config.toml`: options that need not be typed."""

from collections.abc import Mapping
from pathlib import Path

from briefer.errors import InvalidFile
from briefer.toml import parse_toml


def read_config(path: Path) -> Mapping[str, Mapping[str, object]]:
    """Options by command, such as `{"brief": {"length": "short"}}`; empty where there is no file.

    Raises:
        InvalidFile: it is not TOML, or holds something else than one table for each command.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InvalidFile(path, "", error.strerror or str(error), "Make the file readable.") from error
    tables = parse_toml(path, content)
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise InvalidFile(
                path,
                name,
                "an option outside of a table",
                f"Put it under a command, as in [brief] {name} = ...",
            )
    return tables


def read_likelihood_terms(path: Path) -> tuple[str, ...]:
    """The words with which an analyst may say how likely something is; none where the file names none.

    Raises:
        InvalidFile: as in `read_config`, or they are not a list of words.
    """
    terms = read_config(path).get("check", {}).get("likelihood-term", [])
    if not isinstance(terms, list) or not all(isinstance(term, str) and term.strip() for term in terms):
        way_out = 'Write it like likelihood-term = ["likely", "unlikely"].'
        raise InvalidFile(path, "check.likelihood-term", "not a list of words", way_out)
    return tuple(terms)
