"""What stands in a sentence about a ranking: its values, and the measures, indices, years and bodies it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.measures.mark import VALUES, Kind, Mark
from generator.ingest.measures.measure_names import MeasureNames, Naming
from generator.ingest.measures.ranks import moves_of
from generator.ingest.measures.values import values_of
from generator.ingest.measures.words import WORDS

_YEAR = re.compile(
    r"(?:(?P<index>dti|cđs|chuyển đổi số)(?: cấp tỉnh)?[ )-]{1,2}(?:\()?|năm |[(])(?P<year>20[12]\d)"
    r"(?![\d/]|\s?[-–—]\s?20)"
)
_PART_OF_YEAR = re.compile(rf"(?<!\w)(?:{WORDS['part_of_year']})\s*\Z")
_COMPARED = re.compile(rf"(?<!\w)(?:{WORDS['compared_year']})(?: (?:[^\W\d]+|\d[\d.,]*)){{0,5}}\s*\Z")
_INDEX_COMPARED = re.compile(r"(?<!\w)so với(?: [^\W\d]+){0,4}\s*\Z")
_BY_THEN = re.compile(r"(?:\A|[.;,])\s*(?:và |nhưng |tính )?đến (?:hết |cuối )?\Z")
_MORE_YEARS = re.compile(r"(?:,|;|,? và) (20[12]\d)(?![\d/]|\s?[-–—]\s?20)")
_BODY = re.compile(rf"(?<!\w)(?:(?P<many>{WORDS['bodies']})|(?P<named>{WORDS['named_bodies']}))(?!\w)")
_AUTHORITY = re.compile(
    r"(?:theo|do|được|(?:công bố|đánh giá|báo cáo) của|từ|giám đốc|lãnh đạo|cùng|yêu cầu|đề nghị|giao|chỉ đạo|gửi)\s*\Z"
)
_ACTS = re.compile(r"[^,.;]{0,60}?(?<!\w)(?:công bố|ban hành|tổ chức|đánh giá|thực hiện|vừa|cho biết|chủ trì)(?!\w)")
_KIND = {Naming.INDEX: Kind.INDEX, Naming.MEASURE: Kind.MEASURE, Naming.OTHER_INDEX: Kind.OTHER_INDEX}


def marks_of(text: str, folded: str, names: MeasureNames, start: int, end: int) -> list[Mark]:
    """The marks of a sentence, in order; a value that lies within a name or year is none."""
    found = names_and_years(folded, names, start, end)
    found += _bodies(text, folded, start, end)
    found += values_of(folded, start, end)
    moves = [m.span() for m in moves_of(folded, start, end)]
    for mark in found:
        if mark.kind is Kind.YEAR and any(a <= mark.start < b for a, b in moves):
            mark.compared = True  # „từ hạng 60 năm 2021 lên hạng 26": the old rank's year only
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mark] = []
    for mark in found:
        if not (kept and mark.start < kept[-1].end and mark.kind in VALUES):
            kept.append(mark)
    return kept


def names_and_years(folded: str, names: MeasureNames, start: int, end: int) -> list[Mark]:
    """The marks of a sentence without a value: names of indices and measures, and years."""
    found = [Mark(_KIND[n.naming], n.start, n.end, key=n.key, weak=n.vague) for n in names.find(folded, start, end)]
    found += _years(folded, start, end)
    found.sort(key=lambda m: m.start)
    return found


def _years(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _YEAR.finditer(folded, start, end):
        by_index = m["index"] is not None
        before = folded[max(start, m.start() - 40) : m.start()]
        if by_index or not _PART_OF_YEAR.search(before):
            compared = bool((_INDEX_COMPARED if by_index else _COMPARED).search(before))
            compared = compared and not _BY_THEN.search(before)
            yield Mark(Kind.YEAR, m.start("year"), m.end(), int(m["year"]), compared=compared)
            after = m.end()
            while more := _MORE_YEARS.match(folded, after, end):
                yield Mark(Kind.YEAR, more.start(1), more.end(), int(more[1]), compared=compared)
                after = more.end()


def _bodies(text: str, folded: str, start: int, end: int) -> Iterator[Mark]:
    """Ministries, offices and districts that may be ranked; not those that publish or tell."""
    for m in _BODY.finditer(folded, start, end):
        if m["named"]:
            after = text[m.end() : m.end() + 2].strip()
            if not (after[:1].isupper() or (text[m.start()].isupper() and m.start() > start)):
                continue
        if _AUTHORITY.search(folded, max(start, m.start() - 24), m.start()) or _ACTS.match(folded, m.end()):
            continue
        yield Mark(Kind.BODY, m.start(), m.end())
