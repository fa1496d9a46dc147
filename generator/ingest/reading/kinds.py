"""What a file is: told by its content; the extension only warns, and helps where the content says nothing."""

from __future__ import annotations

import re
from pathlib import PurePath

_BY_EXTENSION = {
    "txt": "txt",
    "text": "txt",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "shtml": "html",
    "mhtml": "mhtml",
    "mht": "mhtml",
    "docx": "docx",
    "pdf": "pdf",
    "doc": "Word 97–2003 (.doc)",
    "rtf": "RTF",
    "odt": "OpenDocument (.odt)",
}
_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97–2003 (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"%!PS", "PostScript"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|table|p|h[1-6]|span|ul|script|style|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</(?:p|div|h[1-6]|td|li|span|a|body|html)\s*>|<br\s*/?>", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|Content-Type):", re.IGNORECASE)


def kind_of_bytes(data: bytes) -> str | None:
    """„pdf", „zip", „mhtml", or the name of a kind that is not read; None for what may be text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[8:12] == b"WEBP" and data.startswith(b"RIFF"):
        return "WebP"
    return "mhtml" if _MAIL_HEADER.match(data) and b"mime-version:" in data[:2000].lower() else None


def kind_of_text(text: str, name: str) -> str:
    """„html" or „txt"; tags further down count only where the name says that they are markup."""
    if _HTML.match(text[:10_000]):
        return "html"
    return "html" if expected_kind(name) in {"html", "mhtml"} and _TAG.search(text) else "txt"


def expected_kind(name: str) -> str | None:
    """What the extension of a name promises; None where it promises nothing that is known here."""
    return _BY_EXTENSION.get(PurePath(name).suffix.lower().lstrip("."))
