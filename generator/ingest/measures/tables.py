"""Rows of a ranking: „1 Đà Nẵng 0,8002", „| 10 | Bắc Giang | 0,6 |", one row a line, below a line that names the index.

Corpus seen: dti.gov.vn and tables copied from it, 2020–2024.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.ingest.found import Sense, Span
from generator.ingest.measures.claim import Claim
from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.measure_names import Naming
from generator.ingest.measures.numerals import parse_number
from generator.ingest.story import Story

_ROW = re.compile(r"[|\s]*(\d{1,2})[\s.|):\t–-]+(?:(?:tỉnh|thành phố|tp\.?)\s?)?\Z")
_CELLS = re.compile(r"[\s|:–-]*(?:\(?([01][.,]\d{2,4}|\d{2,3}(?:[.,]\d{1,2})?)\)?(?: điểm)?[\s|;]*)*+[.;]?\Z")
_CELL = re.compile(r"[01][.,]\d{2,4}|\d{2,3}(?:[.,]\d{1,2})?")
_STARTS = re.compile(r"[|\s]*\d{1,2}[\s.|):\t–-]", re.MULTILINE)
_YEAR = re.compile(r"20[12]\d(?!\d)")
_LEAST = 3
_NUMBERED = re.compile(r"(?<![\w.,/])(\d{1,2})\s?[.):–-]?\s?(?:(?:tỉnh|thành phố|tp\.?)\s?)?\Z")
_CELL_AFTER = re.compile(r"\s?[(:–-]\s?(?:đạt )?([01][.,]\d{2,4})(?: điểm)?\)?")
_RANKED = re.compile(r"dẫn đầu|đứng đầu|xếp hạng|thứ hạng|(?:top|tốp) ?(?:đầu|\d)|cao nhất|bảng tổng hợp|thứ tự từ cao")


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    rank: int
    province: str
    cells: tuple[float, ...]


def find_rows(story: Story, folded: str, year_at: Callable[[int], int | None]) -> Iterator[Claim]:
    """Ranks and scores from the rows of tables, at least three rows each, that stand below the name of an index."""
    rows: list[_Row] = []
    heading_end = 0
    for paragraph in story.passage.paragraphs:
        inline = _inline(story, folded, paragraph)
        if inline:
            yield from _claims(story, folded, heading_end, inline, year_at)
            heading_end = paragraph.end
            continue
        row = _row(story, folded, paragraph)
        if row is not None and (not rows or row.rank >= rows[-1].rank):
            rows.append(row)
            continue
        yield from _claims(story, folded, heading_end, rows, year_at)
        if rows or row is None:
            heading_end = rows[-1].span.end if rows else heading_end
        rows = [row] if row is not None else []
    yield from _claims(story, folded, heading_end, rows, year_at)


def _inline(story: Story, folded: str, paragraph: Span) -> list[_Row]:
    """The rows of a numbered list that runs on in one paragraph: „1. Đà Nẵng; 2. Huế (0,7); 3. …"."""
    rows: list[_Row] = []
    for found in story.provinces_in(paragraph):
        start = max(paragraph.start, found.start - 16)
        number = _NUMBERED.search(folded, start, found.start)
        if number is None or found.sense is not Sense.PROVINCE or int(number[1]) != len(rows) + 1:
            continue
        cell = _CELL_AFTER.match(folded, found.end, paragraph.end)
        cells = (parse_number(cell[1]),) if cell else ()
        rows.append(_Row(Span(number.start(1), cell.end() if cell else found.end), len(rows) + 1, found.key, cells))
    if len(rows) < _LEAST:
        return []
    opening = Span(paragraph.start, rows[0].span.start)
    named = story.lexicon.measures.find(folded, opening.start, opening.end)
    of_a_measure = any(n.naming is Naming.MEASURE for n in named)  # „10 tỉnh dẫn đầu về nhận thức số: 1. …"
    return rows if not of_a_measure and _RANKED.search(folded, opening.start, opening.end) else []


def _row(story: Story, folded: str, paragraph: Span) -> _Row | None:
    if not _STARTS.match(folded, paragraph.start, paragraph.end):
        return None
    provinces = [p for p in story.provinces_in(paragraph) if p.sense is Sense.PROVINCE]
    if len(provinces) != 1:
        return None
    first = _ROW.match(folded[paragraph.start : provinces[0].start])
    rest = folded[provinces[0].end : paragraph.end]
    if first is None or not 1 <= int(first[1]) <= 63 or not _CELLS.match(rest):
        return None
    cells = tuple(parse_number(c) for c in _CELL.findall(rest))
    return _Row(paragraph, int(first[1]), provinces[0].key, cells)


def _claims(
    story: Story, folded: str, heading_start: int, rows: list[_Row], year_at: Callable[[int], int | None]
) -> Iterator[Claim]:
    if len(rows) < _LEAST:
        return
    names = story.lexicon.measures
    heading = max(heading_start, rows[0].span.start - 900)
    named = names.find(folded, heading, rows[0].span.start)
    indices = [n for n in named if n.naming is not Naming.MEASURE]
    if not indices or any(n.key is None for n in indices) or indices[-1].key is None:
        return
    index = indices[-1].key
    years = {int(y) for y in _YEAR.findall(folded, heading, rows[0].span.start)}
    year = years.pop() if len(years) == 1 else year_at(rows[0].span.start)
    columns = _columns([n.key for n in named if n.naming is Naming.MEASURE and n.key], names.overall(index), rows)
    if columns is None:
        return
    for row in rows:
        rank = Mark(Kind.RANK, row.span.start, row.span.end, row.rank)
        yield Claim(rank, (row.province,), (names.overall(index),), index, year)
        for measure, cell in zip(columns, row.cells, strict=True):
            yield Claim(Mark(Kind.SCORE, row.span.start, row.span.end, cell), (row.province,), (measure,), index, year)


def _columns(measures: list[str], overall: str, rows: list[_Row]) -> list[str] | None:
    """The measures of the columns; None where the cells cannot be told apart."""
    widths = {len(row.cells) for row in rows}
    if len(widths) != 1:
        return None
    width = widths.pop()
    if width <= 1:
        return [overall][:width]
    ordered = measures[-(width - 1) :]
    return [*ordered, overall] if len(ordered) == width - 1 == len(set(ordered)) else None
