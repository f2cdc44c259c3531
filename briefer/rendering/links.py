"""Which addresses found in articles a reader may be sent to."""

from urllib.parse import quote, urlsplit


def safe_url(url: str | None) -> str | None:
    """`url` in ASCII if it is a whole http, https or mailto address, else None."""
    try:
        parts = urlsplit(url or "")
        whole = parts.hostname if parts.scheme in ("http", "https") else parts.path
    except ValueError:
        return None
    # urlsplit forgives what stands before or within a scheme; a browser may read it otherwise.
    if not url or not whole or not url.lower().startswith(("http://", "https://", "mailto:")):
        return None
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")
