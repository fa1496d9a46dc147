"""Which names of provinces stand in a row: „Bắc Kạn, Cao Bằng và Lạng Sơn", the lines of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.found import ProvinceFound
from generator.ingest.passage import Passage

ROW_GAP = re.compile(
    r"[^\S\n]{0,3}(?:\([^()\n]{1,30}\)[^\S\n]{0,3})?(?:[,;/–-]|và|hay|hoặc|cùng|với|\n[\s\d.|)]{0,8})[^\S\n]{0,3}"
    r"(?:(?:và|tỉnh|thành phố|tp\.?)[^\S\n]{0,3}){0,2}"
)


def rows(passage: Passage, provinces: Sequence[ProvinceFound]) -> Iterator[tuple[ProvinceFound, ...]]:
    """The names of a text in rows of different provinces, one name alone being a row of one."""
    row: list[ProvinceFound] = []
    for at in provinces:
        if row and not (_adjoin(passage, row[-1], at) and all(at.key != other.key for other in row)):
            yield tuple(row)
            row = []
        row.append(at)
    if row:
        yield tuple(row)


def _adjoin(passage: Passage, first: ProvinceFound, second: ProvinceFound) -> bool:
    gap = second.start - first.end
    return gap <= 60 and ROW_GAP.fullmatch(passage.folded, first.end, second.start) is not None
