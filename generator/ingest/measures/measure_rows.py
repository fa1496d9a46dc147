"""Tables of one province's measures: „Nhận thức số | 0,95 | 11", a row or a cell a line, with their columns named.

Corpus seen: annexes of provincial plans and reports on DTI, tables copied from portals, 2020–2025.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.ingest.found import Sense, Span
from generator.ingest.measures.claim import Claim
from generator.ingest.measures.context import home_province
from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.measure_names import MeasureNames, Naming
from generator.ingest.measures.numerals import parse_number
from generator.ingest.story import Story

_NUMBERING = re.compile(r"(?:(?:\d{1,2}|[ivx]{1,4}|[a-d])[.)]|[-–+•*])?\s*(?:(?:chỉ số|trụ cột|về|đánh giá)\s)*\Z")
_NUMBER = re.compile(r"(?:hạng |thứ )?(\d{1,4}(?:[.,]\d{1,4})?)(?:\s?/\s?(63|34|100|1[.,]?000))?(?: điểm)?\Z")
_COLUMNS = (
    (Kind.SCORE, re.compile(r"(?:số |tổng )?điểm(?: số| đạt được)?|giá trị(?: đạt được)?\Z")),
    (Kind.RANK, re.compile(r"(?:xếp |thứ )?hạng|vị trí|thứ bậc|xếp thứ\Z")),
    (None, re.compile(r"(?:tt|stt|số tt|chỉ số|tên chỉ số|trụ cột|nội dung|tiêu chí|chỉ số thành phần)\Z")),
)
_LONGEST_CELL, _LEAST, _HEADING, _FOLLOWING = 60, 2, 600, 200


@dataclass(slots=True)
class _Row:
    span: Span
    measure: str
    numbers: list[tuple[float, int | None]] = field(default_factory=list)


def find_measure_rows(story: Story, folded: str, year_at: Callable[[int], int | None]) -> Iterator[Claim]:
    """Scores and ranks from the rows of tables of measures, at least two rows, whose columns are named."""
    names = story.lexicon.measures
    columns: list[Kind] = []
    rows: list[_Row] = []
    for cell in _cells(story, folded):
        words = folded[cell.start : cell.end]
        measure = _measure(names, folded, cell)
        number = _NUMBER.match(words) if len(words) < 16 else None
        if measure is not None:
            rows.append(_Row(cell, measure))
        elif number is not None:
            if rows:
                told = parse_number(number[1]), int(parse_number(number[2])) if number[2] else None
                rows[-1] = _Row(Span(rows[-1].span.start, cell.end), rows[-1].measure, [*rows[-1].numbers, told])
        else:
            yield from _claims(story, folded, rows, columns, year_at)
            kind, named = next(((k, True) for k, p in _COLUMNS if p.match(words)), (None, False))
            columns = [*([] if rows or not named else columns), *([kind] if kind else [])]
            rows = []
    yield from _claims(story, folded, rows, columns, year_at)


def _cells(story: Story, folded: str) -> Iterator[Span]:
    """The cells of lines with „|" and the lines that are short enough for a cell; an empty one at any other line."""
    for paragraph in story.passage.paragraphs:
        if "|" in folded[paragraph.start : paragraph.end]:
            for m in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", folded[paragraph.start : paragraph.end]):
                yield Span(paragraph.start + m.start(), paragraph.start + m.end())
        elif paragraph.end - paragraph.start <= _LONGEST_CELL:
            yield paragraph
        else:
            yield Span(paragraph.start, paragraph.start)


def _measure(names: MeasureNames, folded: str, cell: Span) -> str | None:
    """The measure that a cell names and nothing else."""
    if "số" not in folded[cell.start : cell.end] and "tin" not in folded[cell.start : cell.end]:
        return None
    found = [n for n in names.find(folded, cell.start, cell.end) if n.naming is Naming.MEASURE]
    if len(found) != 1 or folded[found[0].end : cell.end].strip(" :") or found[0].key is None:
        return None
    return found[0].key if _NUMBERING.match(folded[cell.start : found[0].start]) else None


def _claims(
    story: Story, folded: str, rows: list[_Row], columns: list[Kind], year_at: Callable[[int], int | None]
) -> Iterator[Claim]:
    rows = [row for row in rows if len(row.numbers) == len(columns)]
    if len(rows) < _LEAST or not columns or len(columns) != len(set(columns)):
        return
    start, end = rows[0].span.start, rows[-1].span.end
    index = _index(story, folded, start, end)
    province = _province(story, start)
    if index is None or province is None:
        return
    year = year_at(start)
    for row in rows:
        for kind, (number, of) in zip(columns, row.numbers, strict=True):
            if kind is Kind.RANK and not (number == int(number) and 1 <= number <= (of or 63)):
                continue
            size = of if kind is Kind.RANK else None
            scale = of if kind is Kind.SCORE else None
            mark = Mark(kind, row.span.start, row.span.end, number, of=size, scale=scale)
            yield Claim(mark, (province,), (row.measure,), index, year)


def _index(story: Story, folded: str, start: int, end: int) -> str | None:
    """The index named last above the rows, else first below them; None where the registry does not hold it."""
    names = story.lexicon.measures
    named = names.find(folded, max(0, start - _HEADING), start)
    above = [n for n in named if n.naming is not Naming.MEASURE and not n.vague]
    if above:
        return above[-1].key
    below = [n for n in names.find(folded, end, min(len(folded), end + _FOLLOWING)) if n.naming is not Naming.MEASURE]
    return below[0].key if below else None


def _province(story: Story, start: int) -> str | None:
    """The province that the part is about, else the only one named shortly above the rows."""
    home = home_province(story, start)
    if home is not None:
        return home
    above = {p.key for p in story.provinces_in(Span(max(0, start - _HEADING), start)) if p.sense is Sense.PROVINCE}
    return above.pop() if len(above) == 1 else None
