"""A real mail server on this machine."""

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

from briefer.model.reports import MailSecurity, MailServer

PASSWORD = "correct horse"  # noqa: S105 - of the server in the test


@dataclass
class Mailbox:
    """What the server was sent, and how it behaves."""

    envelopes: list[Envelope] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    answer: str = "250 OK"

    @property
    def recipients(self) -> list[list[str]]:
        return [list(envelope.rcpt_tos) for envelope in self.envelopes]

    @property
    def messages(self) -> list[EmailMessage]:
        read = [
            message_from_bytes(envelope.original_content or b"", policy=default)
            for envelope in self.envelopes
        ]
        return [message for message in read if isinstance(message, EmailMessage)]

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, to: str, options: Any) -> str:  # noqa: N802, ARG002
        if to in self.refused:
            return "550 no such user"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802, ARG002
        if self.answer.startswith("250"):
            self.envelopes.append(envelope)
        return self.answer


Serve = Callable[..., tuple[Mailbox, MailServer]]


@pytest.fixture
def serve_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """`serve_mail(security=...)` starts a server; with TLS it asks for a login."""
    running: list[Controller] = []

    def start(security: MailSecurity = MailSecurity.NONE, **settings: Any) -> tuple[Mailbox, MailServer]:
        box, options = Mailbox(), {}
        if security is not MailSecurity.NONE:
            options = _secure(security, tmp_path, monkeypatch)
        port = _find_free_port()
        controller = Controller(box, hostname="127.0.0.1", port=port, **options)
        controller.start()
        running.append(controller)
        return box, MailServer("desk@example.org", "127.0.0.1", port, security, **settings)

    yield start
    for controller in running:
        controller.stop()


def _find_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _secure(security: MailSecurity, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the server needs to speak TLS with a certificate that this process trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    def authenticate(*found: Any) -> AuthResult:
        login = found[4]
        assert isinstance(login, LoginPassword)
        return AuthResult(success=login.password == PASSWORD.encode(), handled=False)

    asked = {"authenticator": authenticate}
    if security is MailSecurity.TLS:
        return asked | {"ssl_context": context, "auth_require_tls": False}
    return asked | {"tls_context": context, "require_starttls": True, "auth_required": True}
