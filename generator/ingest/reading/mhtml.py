"""Web archives (.mhtml, as Chrome and Edge save a page in one file) → the page in them."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy

from generator.ingest.reading.charset import Decoded, decode
from generator.ingest.reading.contents import Contents, Unreadable
from generator.ingest.reading.html import read_html


def read_mhtml(data: bytes) -> Contents:
    """The main text of the first HTML part; raises Unreadable where there is none."""
    message = message_from_bytes(data, policy=policy.compat32)
    part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    body = part.get_payload(decode=True) if part else None
    decoded = decode(body) if isinstance(body, bytes) and body.strip() else None
    if not isinstance(decoded, Decoded):
        raise Unreadable("ingest-no-article")
    contents = read_html(decoded.text)
    address = str(message.get("Snapshot-Content-Location", "")).strip()
    if contents.meta.url or not address.startswith(("http://", "https://")):
        return contents
    return replace(contents, meta=replace(contents.meta, url=address))
