"""Editions by mail: the one door for smtplib.

A message is made of the edition alone, so that a second attempt sends the same one under the same
Message-ID, by which a mailbox knows that it has it already.
"""

import hashlib
import smtplib
import ssl
import subprocess
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import NamedTuple

from briefer.errors import DeliveryFailed
from briefer.model.reports import MailSecurity, MailServer

TIMEOUT_S = 60.0
"""How long the server, or the command for the password, may take to answer."""
_KEYRING = "briefer"
"""The name under which the keyring holds passwords of ours."""
_TYPES = {
    "pdf": ("application", "pdf"),
    "html": ("text", "html"),
    "md": ("text", "markdown"),
    "json": ("application", "json"),
}


class Attachment(NamedTuple):
    """A file that goes with a message."""

    name: str
    content: bytes


def make_message(
    server: MailServer,
    to: Sequence[str],
    *,
    subject: str,
    text: str,
    attachments: Sequence[Attachment],
    made_at: datetime,
    edition: str,
) -> EmailMessage:
    """The message that brings an edition: same arguments, same bytes.

    `edition` names it among all, such as `weekly.13.2026-W47`. Line ends in `subject` become spaces.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(("", server.sender))
    message["To"] = ", ".join(to)
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(made_at)
    digest = hashlib.sha256("\0".join((edition, made_at.isoformat(), *to)).encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{edition}.{digest}@{_domain(server)}>"
    # What answers on its own, such as an absence note, leaves such messages alone.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    for attachment in attachments:
        main, sub = _TYPES.get(attachment.name.rpartition(".")[2], ("application", "octet-stream"))
        message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=attachment.name)
    boundary = hashlib.sha256(f"{edition} {digest}".encode()).hexdigest()[:32]
    if message.is_multipart():
        message.set_boundary(f"briefer-{boundary}")
    return message


def send_message(
    server: MailServer, message: EmailMessage, to: Sequence[str], *, timeout_s: float = TIMEOUT_S
) -> dict[str, str]:
    """Send a message to the addresses `to`; says which of them the server refused, and why.

    Raises:
        DeliveryFailed: it went to none of them; says why.
    """
    password = _ask_password(server) if server.user else None
    try:
        with _connect(server, timeout_s) as connection:
            if server.user and password is not None:
                connection.login(server.user, password)
            # Not `send_message`: that would put a > before a line that begins with "From ".
            refused = connection.sendmail(server.sender, list(to), message.as_bytes())
    except smtplib.SMTPRecipientsRefused as error:
        return {address: _spell_reply(*reply) for address, reply in error.recipients.items()}
    except smtplib.SMTPAuthenticationError as error:
        raise _failure(server, f"the server refused the user ({_spell_error(error)})") from error
    except (smtplib.SMTPException, OSError) as error:
        raise _failure(server, _spell_error(error)) from error
    return {address: _spell_reply(*reply) for address, reply in refused.items()}


def _connect(server: MailServer, timeout_s: float) -> smtplib.SMTP:
    # Without a name to greet with, the machine's own would be looked up in the network, and told.
    name = _domain(server)
    if server.security is MailSecurity.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, name, timeout=timeout_s, context=context)
    connection = smtplib.SMTP(server.host, server.port, name, timeout=timeout_s)
    try:
        if server.security is MailSecurity.STARTTLS:
            connection.starttls(context=ssl.create_default_context())
    except BaseException:
        connection.close()
        raise
    return connection


def _domain(server: MailServer) -> str:
    """The part of the sender's address after the @."""
    return server.sender.rpartition("@")[2]


def _ask_password(server: MailServer) -> str:
    """The password that the command prints, or that the keyring holds.

    Raises:
        DeliveryFailed: there is none.
    """
    if not server.password_command:
        return _ask_keyring(server)
    program = server.password_command[0]
    try:
        # The user wrote the command into their own configuration; it is run without a shell.
        done = subprocess.run(  # noqa: S603
            server.password_command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines()[-1:] or [f"exit code {error.returncode}"]
        raise _failure(server, f"{program} gave no password ({said[0][:200]})") from None
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
        raise _failure(server, f"{program} gave no password ({type(error).__name__})") from None
    return done.stdout.split("\n", 1)[0].rstrip("\r")


def _ask_keyring(server: MailServer) -> str:
    way_out = f"Type: keyring set {_KEYRING} {server.user}; or write password-command under [mail]."
    try:
        import keyring
    except ImportError:
        raise DeliveryFailed(
            server.host, "no password-command is named and there is no keyring", way_out
        ) from None
    try:
        password = keyring.get_password(_KEYRING, server.user)
    except Exception as error:  # a keyring is a plugin, which can raise anything
        raise DeliveryFailed(server.host, f"the keyring fails ({type(error).__name__})", way_out) from error
    if password is None:
        raise DeliveryFailed(server.host, f"the keyring has no password of {server.user}", way_out)
    return str(password)


def _failure(server: MailServer, reason: str) -> DeliveryFailed:
    return DeliveryFailed(
        f"{server.host}:{server.port}",
        reason,
        "See [mail] in config.toml; it is tried again at the next run.",
    )


def _spell_error(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _spell_reply(error.smtp_code, error.smtp_error)
    if isinstance(error, TimeoutError):
        return "it does not answer"
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())[:200].rstrip(".")


def _spell_reply(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(f"{code} {text}".split())[:200]
