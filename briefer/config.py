"""The user's `config.toml`: options that need not be typed."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from briefer.errors import InvalidFile, UnknownName
from briefer.model.reports import MailSecurity, MailServer
from briefer.toml import parse_toml

_MAIL_KEYS = ("server", "port", "security", "from", "user", "password-command")
_PORTS = {MailSecurity.TLS: 465, MailSecurity.STARTTLS: 587, MailSecurity.NONE: 25}
_NEVER_KEPT = 'No password is kept here: write password-command = "pass show mail", or use the keyring.'


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


def read_mail_server(path: Path) -> MailServer:
    """The server under `[mail]`, by which editions are sent.

    Raises:
        InvalidFile: as in `read_config`, or nothing usable stands there; says what should.
    """
    table = read_config(path).get("mail", {})
    for key in table:
        if key not in _MAIL_KEYS:
            unknown = UnknownName("key", key, _MAIL_KEYS)
            way_out = _NEVER_KEPT if key == "password" else str(unknown)
            raise InvalidFile(path, f"mail.{key}", "no such key", way_out)
    security = _get_mail(path, table, "security") or MailSecurity.STARTTLS
    if security not in tuple(MailSecurity):
        raise InvalidFile(
            path, "mail.security", f"{security!r} has no meaning", "Write tls, starttls or none."
        )
    port = table.get("port", _PORTS[MailSecurity(security)])
    if not isinstance(port, int) or isinstance(port, bool) or not 0 < port < 65536:
        raise InvalidFile(path, "mail.port", "not a port", "Write it like port = 587.")
    command = table.get("password-command", ())
    words = shlex.split(command) if isinstance(command, str) else command
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise InvalidFile(path, "mail.password-command", "not a command", _NEVER_KEPT)
    return MailServer(
        sender=_need_mail(path, table, "from", "desk@example.org"),
        host=_need_mail(path, table, "server", "mail.example.org"),
        port=port,
        security=MailSecurity(security),
        user=_get_mail(path, table, "user"),
        password_command=tuple(words),
    )


def _need_mail(path: Path, table: Mapping[str, object], key: str, example: str) -> str:
    value = _get_mail(path, table, key)
    if not value:
        way_out = f'Write {key} = "{example}" under [mail], to send editions.'
        raise InvalidFile(path, f"mail.{key}", "missing", way_out)
    return value


def _get_mail(path: Path, table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is not None and (not isinstance(value, str) or not value.isprintable() or " " in value):
        raise InvalidFile(path, f"mail.{key}", "not a word", f'Write it like {key} = "...".')
    return value


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
