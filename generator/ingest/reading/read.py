"""Reads one raw article of any kind of file: its text, what its page says of itself, and what is wrong with it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from generator.diagnostics import Diagnostic, Spot, diagnose
from generator.ingest.found import Raw
from generator.ingest.reading.charset import Decoded, decode, legacy_font
from generator.ingest.reading.contents import Contents, Remark, Unreadable
from generator.ingest.reading.kinds import expected_kind, kind_of_bytes, kind_of_text
from generator.ingest.reading.limits import MAX_BYTES, MAX_LINE_CHARS
from generator.ingest.reading.plain import plain
from generator.text import number_vi

_KIND_NAMES = {"txt": "văn bản thuần", "html": "HTML", "mhtml": "HTML", "docx": "Word (.docx)", "pdf": "PDF"}
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MIB = 2**20
_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.ENOTDIR: "không có thư mục chứa tệp này",
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.ELOOP: "tệp vừa bị đổi thành liên kết tượng trưng",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "lỗi đọc đĩa",
}


def read_path(path: Path) -> tuple[Raw | None, list[Diagnostic]]:
    """The raw article in a file, or one error that says why there is none; never blocks and never follows a link."""
    try:
        if what := _not_a_file(path.lstat().st_mode):
            return None, [_diagnostic(Remark("ingest-not-a-file", {"what": what}), str(path))]
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as stream:
            status = os.fstat(stream.fileno())
            if what := _not_a_file(status.st_mode):
                return None, [_diagnostic(Remark("ingest-not-a-file", {"what": what}), str(path))]
            if status.st_size > MAX_BYTES:
                return None, [_too_large(str(path), number_vi(round(status.st_size / _MIB, 1)))]
            return read_stream(stream, str(path))
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        return None, [_diagnostic(Remark("ingest-unreadable", {"detail": _reason(error)}), str(path))]


def read_stream(stream: BinaryIO, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """The raw article in an open stream, such as standard input („-"); at most the size allowed is read of it."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return None, [_too_large(name, f"hơn {MAX_BYTES // _MIB}")]
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> tuple[Raw | None, list[Diagnostic]]:
    """The raw article in `data`; `name` is how the file is called, for messages and as a hint of its kind."""
    if len(data) > MAX_BYTES:
        return None, [_too_large(name, number_vi(round(len(data) / _MIB, 1)))]
    try:
        contents = _contents(data, name)
        text = _checked_text(contents)
    except Unreadable as problem:
        return None, [_diagnostic(problem.remark, name)]
    remarks = [*_extension_remark(contents.kind, name), *contents.remarks]
    raw = Raw(
        text=text,
        kind=contents.kind,
        meta=contents.meta,
        left_out=contents.left_out,
    )
    return raw, [_diagnostic(remark, name) for remark in remarks]


def _contents(data: bytes, name: str) -> Contents:
    kind = kind_of_bytes(data)
    if kind == "pdf":
        from generator.ingest.reading.pdf import read_pdf

        return read_pdf(data)
    if kind == "zip":
        from generator.ingest.reading.docx import read_docx

        return read_docx(data)
    if kind == "mhtml":
        from generator.ingest.reading.mhtml import read_mhtml

        return read_mhtml(data)
    if kind is not None:
        raise Unreadable("ingest-unsupported", kind=kind)
    return _text_or_html(data, name)


def _text_or_html(data: bytes, name: str) -> Contents:
    if not data.strip():
        raise Unreadable("ingest-empty")
    decoded = decode(data)
    if not isinstance(decoded, Decoded):
        if decoded.binary:
            raise Unreadable("ingest-binary")
        raise Unreadable("ingest-unknown-charset", guess=f" (có lẽ là {decoded.guess})" if decoded.guess else "")
    remarks = (Remark("ingest-damaged-characters", {"count": decoded.replaced}),) if decoded.replaced else ()
    if kind_of_text(decoded.text, name) == "html":
        from generator.ingest.reading.html import read_html

        return read_html(decoded.text, remarks)
    return Contents(text=decoded.text, kind="txt", remarks=remarks)


def _checked_text(contents: Contents) -> str:
    text = plain(contents.text)
    if not text.strip():
        raise Unreadable("ingest-empty")
    if len(text) > MAX_LINE_CHARS and any(len(line) > MAX_LINE_CHARS for line in text.split("\n")):
        raise Unreadable("ingest-long-line", limit=number_vi(MAX_LINE_CHARS))
    if guess := legacy_font(text):
        raise Unreadable("ingest-unknown-charset", guess=f" (có lẽ là {guess})")
    return text


def _extension_remark(kind: str, name: str) -> list[Remark]:
    expected = expected_kind(name)
    if expected is None or _KIND_NAMES.get(expected) == _KIND_NAMES[kind]:
        return []
    values: Mapping[str, object] = {"kind": _KIND_NAMES[kind], "expected": _KIND_NAMES.get(expected, expected)}
    return [Remark("ingest-wrong-extension", values)]


def _not_a_file(mode: int) -> str:
    kinds = (
        (stat.S_ISLNK, "một liên kết tượng trưng"),
        (stat.S_ISDIR, "một thư mục"),
        (stat.S_ISFIFO, "một ống dẫn (FIFO)"),
        (stat.S_ISSOCK, "một socket"),
    )
    if stat.S_ISREG(mode):
        return ""
    return next((name for is_kind, name in kinds if is_kind(mode)), "một thiết bị")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return "tên tệp không hợp lệ"


def _too_large(name: str, size: str) -> Diagnostic:
    return _diagnostic(Remark("ingest-too-large", {"what": f"{size} MiB", "limit": f"{MAX_BYTES // _MIB} MiB"}), name)


def _diagnostic(remark: Remark, name: str) -> Diagnostic:
    return diagnose(remark.code, Spot(name), **remark.values)
