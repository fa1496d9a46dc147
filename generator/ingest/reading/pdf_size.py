"""How large a PDF is once its streams are unpacked: PDFium sets itself no limit, and 1 MB can unpack to 1 GB."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_MOST_OF_A_DICTIONARY = 2_000


def unpacks_to_more_than(data: bytes, limit: int) -> bool:
    """Whether the packed streams of a PDF, pictures apart, hold more bytes together than the limit."""
    total = 0
    for packed, times in _packed_streams(data):
        total += _unpacked_size(packed, times, limit - total)
        if total > limit:
            return True
    return False


def _packed_streams(data: bytes) -> Iterator[tuple[memoryview, int]]:
    """Each packed stream, and how many times over it is packed."""
    position, whole = 0, memoryview(data)
    while start := _STREAM.search(data, position):
        end = data.find(b"endstream", start.end())
        position = end if end >= 0 else len(data)
        head = data[max(0, start.start() - _MOST_OF_A_DICTIONARY) : start.start()].rpartition(b"obj")[2]
        if (times := len(_PACKED.findall(head))) and not _PICTURE.search(head):
            yield whole[start.end() : position], times


def _unpacked_size(packed: memoryview | bytes, times: int, limit: int) -> int:
    """The bytes a stream unpacks to, or a little more than the limit; nothing where it is damaged."""
    content: memoryview | bytes = packed
    for _ in range(min(times, 3)):
        try:
            content = zlib.decompressobj().decompress(content, limit + 1)
        except zlib.error:
            return 0
        if len(content) > limit:
            break
    return len(content)
