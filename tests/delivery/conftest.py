"""A real mail server for each test that asks for one."""

from tests.delivery.mailing import serve_mail

__all__ = ["serve_mail"]
