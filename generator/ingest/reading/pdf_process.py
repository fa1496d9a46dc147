"""The process of its own in which PDFium reads a PDF: the file on standard input → its printed lines as JSON.

What PDFium crashes on or never ends with is lost with this process, not with the whole run. Nothing else is imported
here, so that it starts in a tenth of a second.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pypdfium2

from generator.ingest.reading.limits import MAX_PDF_CHARS, MAX_PDF_PAGES

_PASSWORD = 4  # FPDF_ERR_PASSWORD


def main() -> None:
    """Write {"pages": [[height, [[text, left, bottom, right, top, right end of its first word]…]]…]}.

    Where there is nothing to read, {"problem": "encrypted", "damaged", "pages" or "chars", "count"}.
    """
    try:
        told = _read(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        told = {"problem": "encrypted" if getattr(error, "err_code", None) == _PASSWORD else "damaged"}
    except Exception:  # whatever a strange file sets off in the library
        told = {"problem": "damaged"}
    sys.stdout.write(json.dumps(told))


def _read(data: bytes) -> dict[str, Any]:
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MAX_PDF_PAGES:
            return {"problem": "pages", "count": len(document)}
        pages, chars = [], 0
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            chars += text_page.count_chars()
            if chars > MAX_PDF_CHARS:
                return {"problem": "chars", "count": chars}
            pages.append((page.get_height(), _lines(text_page)))
            text_page.close()
            page.close()
        return {"pages": pages}
    finally:
        document.close()


def _lines(text_page: Any) -> list[tuple[str, float, float, float, float, float]]:
    """The lines of a page in its own order; without places where characters and text do not count alike."""
    text = text_page.get_text_range()
    placed = len(text) == text_page.count_chars()
    lines, start = [], 0
    for written in text.split("\n"):
        shown = written.rstrip("\r \u00a0")
        first = start + len(shown) - len(shown.lstrip())
        if words := shown.split():
            ends = (first, first + len(words[0]) - 1, start + len(shown) - 1)
            box = _box(text_page, *ends) if placed else None
            lines.append((shown.strip(), *(box or (0.0, 0.0, 0.0, 0.0, 0.0))))
        start += len(written) + 1
    return lines


def _box(text_page: Any, first: int, word_end: int, last: int) -> tuple[float, float, float, float, float] | None:
    """Left, bottom, right and top of a line in points, and the right end of its first word."""
    try:
        left, bottom, _, top = text_page.get_charbox(first, loose=True)
        word_right = text_page.get_charbox(word_end, loose=True)[2]
        right = text_page.get_charbox(last, loose=True)[2]
    except pypdfium2.PdfiumError:
        return None
    return left, bottom, right, top, word_right


if __name__ == "__main__":
    main()
