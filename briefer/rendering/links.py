"""Which addresses found in articles a reader may be sent to."""

from urllib.parse import quote, urlsplit


def safe_url(url: str | None) -> str | None:
    """`url` in ASCII if it is a whole http, https or mailto address, else None."""
    try:
        parts = urlsplit(url or "")
        whole = parts.hostname if parts.scheme in ("http", "https") else parts.path
    except ValueError:
        return None
    if not url or not whole or parts.scheme not in ("http", "https", "mailto"):
        return None
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")
