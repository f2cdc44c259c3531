"""Defaults from `config.toml`, checked against the options that there are."""

import os
from collections.abc import Iterator, Mapping
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
    prefix = _prefix("BRIEFER", command)
    known = list(_iter_variables(prefix, _find_command(command)))
    return tuple(
        f"{name} sets nothing. {hint_at(name, known, otherwise=f'See: briefer {command} --help')}"
        for name in sorted(os.environ)
        if name.startswith(f"{prefix}_") and name not in known
    )


def _prefix(before: str, command: str) -> str:
    return f"{before}_{command.upper().replace('-', '_')}"


def _iter_variables(prefix: str, command: click.Command | None) -> Iterator[str]:
    """The variables that click reads for a command and its subcommands."""
    if isinstance(command, click.Group):
        for name, part in command.commands.items():
            yield from _iter_variables(_prefix(prefix, name), part)
    for option in command.params if command else ():
        if isinstance(option, click.Option) and option.allow_from_autoenv and option.name:
            yield f"{prefix}_{option.name.upper()}"


def _options(command: str) -> Mapping[str, str]:
    """The parameter of each option that may stand in the file, by its long name without dashes."""
    found = _find_command(command)
    return {
        long.removeprefix("--"): option.name
        for option in (found.params if found else ())
        if isinstance(option, click.Option) and option.expose_value and option.name
        for long in option.opts
        if long.startswith("--")
    }


def _find_command(name: str) -> click.Command | None:
    context = click.get_current_context()
    assert isinstance(context.command, click.Group)  # noqa: S101 - narrows for the type checker
    return context.command.get_command(context, name)
