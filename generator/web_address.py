"""Addresses on the web that content may name: what they must be, and hosts that look like others."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[A-Za-z0-9._-]+\Z")
_LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?\Z", re.IGNORECASE)
_READ_AS_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s/]+(?:/\S*)?\Z|[^\s/]+\.(?:vn|com|net|org|info|example)(?:/\S*)?\Z", re.IGNORECASE
)


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute http(s) address, read alike by every program.

    A name before the host („https://bao.vn@evil.example/") and a backslash, a slash to browsers, are tricks;
    so is a host that DNS could not know („https://..", one with %65 in it).
    """
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = has_port and not any(c.isspace() or c < " " or c == "\x7f" for c in text)
    host = ascii_host(text)
    named = _NAME.match((parts.hostname or "") if host is None else host)
    tricks = "@" in parts.netloc or "\\" in parts.netloc
    return plain and parts.scheme in ("http", "https") and named is not None and not tricks


def ascii_host(address: str) -> str | None:
    """The host of an address as DNS knows it (xn--…) where it is written otherwise, else None.

    Letters of other scripts look like Latin ones; addresses are kept and shown in the form that cannot deceive.
    "" for a host that has no such form.
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    if _HOST.match(host) or not host:
        return None
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""


def in_ascii(address: str) -> str | None:
    """A web address with its host as DNS knows it; None for what is no web address."""
    if not is_web_address(address):
        return None
    host = ascii_host(address)
    if host is None:
        return address
    parts = urlsplit(address)
    port = "" if parts.port is None else f":{parts.port}"
    return parts._replace(netloc=host + port).geturl() if host else None


def misleads(words: str, address: str) -> bool:
    """Whether the words of a link read as an address of another host than the one it leads to."""
    if not _READ_AS_ADDRESS.match(words):
        return False
    try:
        told = urlsplit(words if "://" in words else f"https://{words}").hostname or ""
    except ValueError:
        return True
    host = (urlsplit(address).hostname or "").rstrip(".")
    return not f".{host}".endswith(f".{told.removeprefix('www.').rstrip('.')}")
