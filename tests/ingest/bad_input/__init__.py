"""Raw files that are not articles: one or more for every code that the readers report."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from generator.ingest.reading import limits
from tests.ingest.reading_samples import FIRST, SECOND, menu, package, page, parts_of_word, word

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "reading_samples"
Make = Callable[[Path], object]


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)


def _linked(path: Path) -> None:
    target = path.with_name("bai-that.txt")
    target.write_text(FIRST, encoding="utf-8")
    path.symlink_to(target)


def _pdf(pages: int) -> Make:
    def make(path: Path) -> None:
        document = pypdfium2.PdfDocument.new()
        for _ in range(pages):
            document.new_page(200, 200)
        document.save(path)

    return make


def _half_scanned(path: Path) -> None:
    document = pypdfium2.PdfDocument(SAMPLES / "hai-trang.pdf")
    document.new_page(200, 200)
    document.save(path)


def _packed_pdf(size: int, *, times: int) -> bytes:
    content = b" " * size
    for _ in range(times):
        content = zlib.compress(content)
    head = b"<</Length %d/Filter[%s]>>" % (len(content), b"/FlateDecode" * times)
    return b"%PDF-1.4\n4 0 obj" + head + b"stream\n" + content + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"


def _png() -> bytes:
    head = b"IHDR" + struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


_PARAGRAPH = "<w:p><w:r><w:t>Một đoạn</w:t></w:r></w:p>"
_LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>&i;</w:body></w:document>"
)
_WORD = word(_PARAGRAPH)
_PDF = (SAMPLES / "hai-trang.pdf").read_bytes()

CASES: dict[str, tuple[str, Make]] = {
    "rong.txt": ("ingest-empty", _bytes(b"")),
    "toan-trang.txt": ("ingest-empty", _bytes("\ufeff \n\t\u00a0\u200b\r\n".encode())),
    "du-lieu.txt": ("ingest-binary", _bytes(bytes(range(256)) * 40)),
    "so-khong.html": ("ingest-binary", _bytes(b"\0" * 5000)),
    "anh.docx": ("ingest-unsupported", _bytes(_png())),
    "cu.doc": ("ingest-unsupported", _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)),
    "bang-tinh.docx": (
        "ingest-unsupported",
        _bytes(package({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})),
    ),
    "nen.zip": ("ingest-unsupported", _bytes(package({"bai.txt": FIRST}))),
    "qua-lon.txt": ("ingest-too-large", _sparse),
    "bom.docx": ("ingest-too-large", _bytes(word(_PARAGRAPH + " " * (limits.MAX_UNPACKED_BYTES + 1)))),
    "nhieu-the.html": ("ingest-too-large", _bytes(b"<html><body>" + b"<p>a</p>" * limits.MAX_PAGE_TAGS)),
    "bom.pdf": ("ingest-too-large", _bytes(_packed_pdf(limits.MAX_UNPACKED_PDF_BYTES + 1, times=1))),
    "bom-hai-lan.pdf": ("ingest-too-large", _bytes(_packed_pdf(limits.MAX_UNPACKED_PDF_BYTES + 1, times=2))),
    "nhieu-trang.pdf": ("ingest-too-large", _pdf(limits.MAX_PDF_PAGES + 1)),
    "mot-dong.txt": ("ingest-long-line", _bytes(b"a" * 1_000_000)),
    "mot-dong.html": (
        "ingest-long-line",
        _bytes(b"<html><body><p>" + b"dai " * (limits.MAX_LINE_CHARS // 4 + 1) + b"</p>"),
    ),
    "tcvn3.txt": (
        "ingest-unknown-charset",
        _bytes("Uû ban nh©n d©n tØnh tæ chøc héi nghÞ s¬ kÕt ch­¬ng tr×nh".encode("cp1252")),
    ),
    "trang-chu.html": ("ingest-no-article", _bytes(f"<html><body>{menu('menu', 60)}</body></html>".encode())),
    "the-rong.html": ("ingest-no-article", _bytes(b"<html><body><div><p></p></div></body></html>")),
    "bao-loi.html": ("ingest-no-article", _bytes(page("<h1>404</h1><p>Không tìm thấy trang.</p>").encode())),
    "co-mat-khau.pdf": ("ingest-encrypted", _bytes((HERE / "co-mat-khau.pdf").read_bytes())),
    "anh-quet.pdf": ("ingest-no-text", _pdf(3)),
    "trang-trang.docx": ("ingest-no-text", _bytes(word("<w:p/>"))),
    "cut.pdf": ("ingest-damaged", _bytes(_PDF[:700])),
    "cut.docx": ("ingest-damaged", _bytes(_WORD[:200])),
    "lo-xo.docx": ("ingest-damaged", _bytes(word("<w:tbl><w:tr><w:tc>" * 3000))),
    "thuc-the.docx": ("ingest-damaged", _bytes(package(parts_of_word() | {"word/document.xml": _LAUGHS}))),
    "khong-phai-zip.docx": ("ingest-damaged", _bytes(b"PK\x03\x04 h\xe1\xbb\x8fng")),
    "lien-ket.txt": ("ingest-not-a-file", _linked),
    "thu-muc.txt": ("ingest-not-a-file", Path.mkdir),
    "ong-dan.txt": ("ingest-not-a-file", os.mkfifo),
    "mat-roi.txt": ("ingest-unreadable", lambda path: None),
    "nham-duoi.pdf": ("ingest-wrong-extension", _bytes(FIRST.encode())),
    "dut-byte.txt": (
        "ingest-damaged-characters",
        _bytes(f"{FIRST}\n{SECOND}".encode().replace("ỗ".encode(), b"\xe1\xbb")),
    ),
    "mot-trang-quet.pdf": ("ingest-pages-without-text", _half_scanned),
}
"""File name → the code reported for it, and how the file is made."""
