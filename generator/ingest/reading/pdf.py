"""PDF files with text → paragraphs, joined again from the lines they were wrapped into."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from generator.ingest.reading.contents import Contents, Remark, Unreadable
from generator.ingest.reading.limits import MAX_PDF_CHARS, MAX_PDF_PAGES, MAX_PDF_SECONDS, MAX_UNPACKED_PDF_BYTES
from generator.ingest.reading.pdf_paragraphs import PrintedLine, PrintedPage, paragraphs, running_heads
from generator.ingest.reading.pdf_size import unpacks_to_more_than
from generator.ingest.reading.plain import one_line
from generator.text import number_vi

_COMMAND = ("-P", "-m", "generator.ingest.reading.pdf_process")
_RAISED = 1  # the status of a process that ends with an exception of Python
_LEAST_LETTERS = 20


def read_pdf(data: bytes) -> Contents:
    """The text of a PDF; raises Unreadable for one that is encrypted, damaged, too long or made of pictures."""
    if unpacks_to_more_than(data, MAX_UNPACKED_PDF_BYTES):
        size = f"{MAX_UNPACKED_PDF_BYTES // 2**20} MiB"
        raise Unreadable("ingest-too-large", what=f"hơn {size} sau khi giải nén", limit=size)
    told = _told(data)
    if problem := told.get("problem"):
        raise _unreadable(problem, told.get("count", 0))
    pages = [
        PrintedPage(height, [PrintedLine(number, *line) for line in lines])
        for number, (height, lines) in enumerate(told["pages"])
    ]
    silent = [n for n, page in enumerate(pages, 1) if not any(c.isalpha() for line in page.lines for c in line.text)]
    if sum(c.isalpha() for page in pages for line in page.lines for c in line.text) < _LEAST_LETTERS:
        raise Unreadable("ingest-no-text", kind="PDF")
    heads = running_heads(pages)
    remark = Remark("ingest-pages-without-text", {"pages": ", ".join(map(str, silent))})
    return Contents(
        text="\n".join(paragraphs(pages, heads)),
        kind="pdf",
        left_out=tuple(one_line(line.text) for page in pages for line in page.lines if line in heads),
        remarks=(remark,) if silent else (),
    )


def _told(data: bytes) -> Any:
    """What the process of pdf_process tells of a PDF; one that crashes or takes too long tells that it is damaged."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            [sys.executable, *_COMMAND],
            input=data,
            capture_output=True,
            timeout=MAX_PDF_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"problem": "damaged"}
    if done.returncode == _RAISED:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout) if done.returncode == 0 else {"problem": "damaged"}


def _unreadable(problem: str, count: int) -> Unreadable:
    if problem == "encrypted":
        return Unreadable("ingest-encrypted")
    if problem == "damaged":
        return Unreadable("ingest-damaged", kind="PDF")
    what, limit = (f"{count} trang", f"{MAX_PDF_PAGES} trang")
    if problem == "chars":
        what, limit = "quá nhiều chữ", f"{number_vi(MAX_PDF_CHARS)} ký tự"
    return Unreadable("ingest-too-large", what=what, limit=limit)
