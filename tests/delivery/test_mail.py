"""Editions by mail, through a real server."""

import sys
from datetime import UTC, datetime
from email.message import EmailMessage
from importlib.util import find_spec

import pytest

from briefer.delivery.mail import Attachment, make_message, send_message
from briefer.errors import DeliveryFailed
from briefer.model.reports import MailSecurity, MailServer
from tests.delivery.mailing import PASSWORD, Serve

ANA, BEN = "ana@example.org", "ben@example.org"


def compose(server: MailServer, to: tuple[str, ...] = (ANA,), subject: str = "Weekly, No. 3") -> EmailMessage:
    return make_message(
        server,
        to,
        subject=subject,
        text="Attached.\n.\nFrom here on: déjà vu.",
        attachments=[Attachment("weekly-3.pdf", b"%PDF-\r\n.\r\n\x00\xff")],
        made_at=datetime(2026, 11, 9, 7, tzinfo=UTC),
        edition="weekly.3.2026-W45",
    )


def test_the_message_arrives_with_its_text_and_file(serve_mail: Serve) -> None:
    box, server = serve_mail()
    assert send_message(server, compose(server, (ANA, BEN)), [ANA, BEN]) == {}
    (message,) = box.messages
    assert box.recipients == [[ANA, BEN]]
    assert (message["To"], message["From"], message["Subject"]) == (
        f"{ANA}, {BEN}",
        "desk@example.org",
        "Weekly, No. 3",
    )
    body, (attached,) = message.get_body(), message.iter_attachments()
    assert body is not None
    assert body.get_content().splitlines() == ["Attached.", ".", "From here on: déjà vu."]
    assert (attached.get_filename(), attached.get_content()) == ("weekly-3.pdf", b"%PDF-\r\n.\r\n\x00\xff")


def test_the_same_edition_is_the_same_message() -> None:
    server = MailServer("desk@example.org", "mail.example.org", 587)
    assert compose(server).as_bytes() == compose(server).as_bytes()
    assert compose(server)["Message-ID"] != compose(server, (BEN,))["Message-ID"]


def test_a_title_cannot_write_headers() -> None:
    server = MailServer("desk@example.org", "mail.example.org", 587)
    message = compose(server, subject="Arms\r\nBcc: spy@example.org\r\n\r\nHello\x00\u2028X")
    raw = message.as_bytes()
    assert message["Bcc"] is None
    assert raw.count(b"\r\nSubject:") == 1
    assert b"\r\nBcc:" not in raw


@pytest.mark.parametrize("security", [MailSecurity.TLS, MailSecurity.STARTTLS])
def test_it_logs_in_with_the_password_of_a_command(serve_mail: Serve, security: MailSecurity) -> None:
    command = (sys.executable, "-c", f"print({PASSWORD!r})")
    box, server = serve_mail(security, user="desk", password_command=command)
    assert send_message(server, compose(server), [ANA]) == {}
    assert box.recipients == [[ANA]]


def test_a_wrong_password_or_none_is_said(serve_mail: Serve) -> None:
    wrong = (sys.executable, "-c", "print('wrong')")
    box, server = serve_mail(MailSecurity.STARTTLS, user="desk", password_command=wrong)
    with pytest.raises(DeliveryFailed, match="refused the user"):
        send_message(server, compose(server), [ANA])
    silent = (sys.executable, "-c", "import sys; sys.exit('the vault is locked')")
    broken = MailServer("desk@example.org", "127.0.0.1", server.port, server.security, "desk", silent)
    with pytest.raises(DeliveryFailed, match="the vault is locked"):
        send_message(broken, compose(broken), [ANA])
    assert box.envelopes == []


@pytest.mark.skipif(find_spec("keyring") is not None, reason="this machine has a keyring")
def test_without_a_command_or_a_keyring_it_says_what_to_write(serve_mail: Serve) -> None:
    box, server = serve_mail(user="desk")
    with pytest.raises(DeliveryFailed, match="write password-command"):
        send_message(server, compose(server), [ANA])
    assert box.envelopes == []


def test_a_server_without_the_certificate_is_not_given_the_message(
    serve_mail: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, server = serve_mail(MailSecurity.STARTTLS)
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(DeliveryFailed, match="certificate"):
        send_message(server, compose(server), [ANA])
    assert box.envelopes == []


def test_an_address_that_is_refused_is_named_and_the_others_get_theirs(serve_mail: Serve) -> None:
    box, server = serve_mail()
    box.refused = {BEN}
    assert send_message(server, compose(server, (ANA, BEN)), [ANA, BEN]) == {BEN: "550 no such user"}
    assert box.recipients == [[ANA]]
    box.refused = {ANA, BEN}
    assert set(send_message(server, compose(server, (ANA, BEN)), [ANA, BEN])) == {ANA, BEN}


def test_a_server_that_refuses_or_is_not_there_is_one_line(serve_mail: Serve) -> None:
    box, server = serve_mail()
    box.answer = "451 try again later"
    with pytest.raises(DeliveryFailed, match="451 try again later"):
        send_message(server, compose(server), [ANA])
    nobody = MailServer("desk@example.org", "127.0.0.1", 1, MailSecurity.NONE)
    with pytest.raises(DeliveryFailed, match="refused") as caught:
        send_message(nobody, compose(nobody), [ANA])
    assert "\n" not in str(caught.value)
