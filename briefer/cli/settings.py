"""Defaults from `config.toml`, checked against the options that there are."""

import os
from collections.abc import Mapping
from typing import Any

import click

from briefer.config import read_config
from briefer.errors import InvalidFile, UnknownName, hint_at
from briefer.paths import config_folder


def default_options(command: str | None) -> dict[str, Any]:
    """click's default map for one command: `{command: {parameter: value}}`.

    Raises:
        InvalidFile: the table of this command names an option that it does not have.
    """
    path = config_folder() / "config.toml"
    tables = read_config(path)
    table = tables.get(command or "", {})
    shared = tables.get("brief", {}) if command == "check" else {}
    if not command or not (table or shared):
        return {}
    known = _options(command)
    # What is checked is the brief that `briefer brief` would print.
    defaults = {known[key]: value for key, value in shared.items() if key in known}
    for key, value in table.items():
        if key not in known:
            unknown = UnknownName("option", key, known)
            raise InvalidFile(path, f"{command}.{key}", "no such option", str(unknown))
        defaults[known[key]] = value
    return {command: defaults}


def find_unknown_variables(command: str) -> tuple[str, ...]:
    """What to say of environment variables that look like options of a command and are none, a line each."""
    prefix = f"BRIEFER_{command.upper().replace('-', '_')}_"
    known = [f"{prefix}{name.upper().replace('-', '_')}" for name in _options(command)]
    return tuple(
        f"{name} sets nothing. {hint_at(name, known, otherwise=f'See: briefer {command} --help')}"
        for name in sorted(os.environ)
        if name.startswith(prefix) and name not in known
    )


def _options(command: str) -> Mapping[str, str]:
    """The parameter of each option that may stand in the file, by its long name without dashes."""
    root = click.get_current_context().command
    assert isinstance(root, click.Group)  # noqa: S101 - narrows for the type checker
    found = root.get_command(click.get_current_context(), command)
    return {
        long.removeprefix("--"): option.name
        for option in (found.params if found else ())
        if isinstance(option, click.Option) and option.expose_value and option.name
        for long in option.opts
        if long.startswith("--")
    }
