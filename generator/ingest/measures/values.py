"""Ranks, tops, scores and changes of rank as a sentence writes them.

Corpus seen: DTI and other indices on provincial portals, in papers and plans, 2017–2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.numerals import WORD, parse_count, parse_number
from generator.ingest.measures.ranks import ranks_of
from generator.ingest.measures.words import WORDS

_S = r"[^\S\n]*"
_IS_AMONG = re.compile(
    r"(?:là|nằm|lọt|thuộc|đứng|vào|có mặt|góp mặt)(?: (?:một|trong|những|số|các|nhóm|danh sách|vào|top|tốp)){1,5} \Z"
)
_TOP = re.compile(
    rf"(?<!\w)(?:(?:top|tốp)(?: đầu)?{_S}(\d{{1,2}})"
    rf"|nhóm{_S}(\d{{1,2}})(?= (?:tỉnh|địa phương|thành|cả nước|toàn quốc|dẫn đầu|đứng|đầu))"
    r"|(\d{1,2}) (?:vị trí|tỉnh|địa phương|thành phố)(?:, thành phố|, thành)?(?: có [^.;,]{0,40})?"
    r" (?:dẫn đầu|đứng đầu|cao nhất))(?![\d%]|[.,]\d)"
)
_LARGEST_TOP = 30  # „nhóm 63 tỉnh" is all of them
_UP = (
    r"tăng|thăng|vươn|nhảy|cải thiện|lên|vượt|leo|thêm|tiến|nhích|bứt phá|bật|nâng|vọt|cao hơn"
    r"|(?<!cao )(?<!thấp )(?<!kém )hơn(?= (?:kỳ|lần|năm))"
)
_DOWN = r"giảm|tụt|hạ|xuống|rớt|lùi|sụt|mất|(?:thấp|kém) hơn|rơi|trượt"
_STEP = r"(?:bậc|hạng|vị trí|thứ bậc|thứ hạng|nấc)"
_CHANGE = re.compile(
    rf"(?<!\w)(?:({_UP})|(?:{_DOWN}))"
    r"(?: (?:thêm|tới|đến|lên|được|hạng|vọt|mạnh|liền|đi|xuống|liên tiếp|về|những|gần|thứ hạng|vượt|bậc|một mạch|tiến"
    r"|tổng cộng"
    r"|(?:so với )?(?:kỳ|lần|năm) (?:trước|ngoái|20\d\d)(?: đó)?)){0,2}"
    rf" ((?:\d{{1,2}}(?:,| và)? )*(?:\d{{1,2}}|{WORD})) {_STEP}(?!\w)"
)
_THAN_OTHERS = re.compile(r" so với (?!năm|kỳ|lần|cùng|dti|thứ|vị trí|hạng|trước|đợt|20\d\d|bảng|xếp)")
_SAME = re.compile(
    r"(?<!\w)(?:giữ nguyên|không (?:thay )?đổi|duy trì(?= (?:nguyên )?(?:vị trí|thứ hạng) (?:so với|như)))"
    rf"(?=(?: (?:ở|về))? (?:{_STEP}|xếp hạng)|\s?[),;.]| so với| như)"
    rf"|{_STEP} (?:không (?:thay )?đổi|giữ nguyên)(?!\w)"
)
_POINTS = r"(?:\s?/\s?(1[.,]?000|\d{1,3}))?+"
_SCORE = re.compile(
    rf"(?<![\w/.,])(?:(\d{{1,4}}(?:[.,]\d{{1,4}})?){_POINTS} ?điểm(?!\w| phần trăm| %)"
    rf"|([01][.,]\d{{2,4}}){_POINTS}(?![\d%.,/]*\d|\s?%|\s?(?:tỷ|triệu|lần|ha|km)))"
)
_SHORT_SCORE = re.compile(
    r"(?:điểm|giá trị)(?: (?:số|tuyệt đối|tối đa|là|đạt|được|dti|chung)){0,3}:? ([01][.,]\d)"
    r"(?![\d.,/%]|\s?(?:%|điểm|tỷ|triệu|lần))"
)
_DIFFERENCE = re.compile(rf"(?<!\w)(?:{WORDS['difference']})(?: (?!(?:lên|xuống|còn|đạt)(?!\w))\w+){{0,2}}[\s:(]*\Z")
_BOUND = re.compile(r"(?:(?<![^\s(])[<>≤≥]|(?<!\w)(?:trên|dưới|gần|khoảng|xấp xỉ))\s?\Z")
_MORE = re.compile(
    r"(?: điểm)?\s?(?:,|;|và|,? và)\s?(?:thứ |hạng |vị trí |đạt |tăng |là |xếp |đứng ){0,3}"
    r"(\d{1,3}(?:[.,]\d{2,4})?)(?:/(63|34))?(?![\d%/]|[.,]\d)"
    r"(?!\s?(?:bậc|tỉnh|chỉ số|năm|nhóm|lĩnh))"
)
_LONGEST_LIST = 12
_PRECEDENCE = {Kind.CHANGE: 0, Kind.TOP: 1, Kind.RANK: 2, Kind.SCORE: 3}


def values_of(folded: str, start: int, end: int) -> list[Mark]:
    """The ranks, tops, scores and changes of a stretch of text, free of overlaps, in order."""
    found = ranks_of(folded, start, end)
    found += _tops(folded, start, end)
    found += _changes(folded, start, end)
    found += _scores(folded, start, end)
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
        elif _PRECEDENCE[mark.kind] < _PRECEDENCE[kept[-1].kind]:
            kept[-1] = mark
    return kept


def more_numbers(folded: str, value: Mark, end: int) -> list[Mark]:
    """The numbers that continue a list begun by a value: „thứ 3, 10 và 40", „0,8; 0,7 và 0,6"."""
    found: list[Mark] = []
    position = value.end
    while len(found) < _LONGEST_LIST and (m := _MORE.match(folded, position, end)):
        of = int(m[2]) if m[2] else value.of
        found.append(Mark(value.kind, m.start(1), m.end(), parse_number(m[1]), of=of, scale=value.scale))
        position = m.end()
    return found


def _tops(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _TOP.finditer(folded, start, end):
        number = int(m[1] or m[2] or m[3])
        if number <= _LARGEST_TOP:
            told = _IS_AMONG.search(folded, max(start, m.start() - 40), m.start())
            yield Mark(Kind.TOP, m.start(), m.end(), number, weak=m[3] is not None and told is None)


def _changes(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _CHANGE.finditer(folded, start, end):
        figures = re.findall(rf"\d+|{WORD}", m[2])
        for number, figure in enumerate(figures):
            steps = parse_count(figure)
            first, last = number == 0, number == len(figures) - 1
            at = m.start() if first else m.start(2) + number  # each of a list has a place of its own
            if steps is not None and not _THAN_OTHERS.match(folded, m.end(), end):
                yield Mark(Kind.CHANGE, at, m.end() if last else m.start(2) + number + 1, steps if m[1] else -steps)
    for m in _SAME.finditer(folded, start, end):
        yield Mark(Kind.CHANGE, m.start(), m.end(), 0)


def _scores(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _SCORE.finditer(folded, start, end):
        bound = _BOUND.search(folded, max(start, m.start() - 9), m.start())
        if not bound and not _DIFFERENCE.search(folded, max(start, m.start() - 40), m.start()):
            scale = m[2] or m[4]
            score = parse_number(m[1] or m[3])
            yield Mark(Kind.SCORE, m.start(), m.end(), score, scale=int(parse_number(scale)) if scale else None)
    for m in _SHORT_SCORE.finditer(folded, start, end):
        if not _DIFFERENCE.search(folded, max(start, m.start() - 40), m.start()):
            yield Mark(Kind.SCORE, m.start(1), m.end(), parse_number(m[1]))
