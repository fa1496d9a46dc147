"""Ranks as a sentence writes them: „xếp thứ 3", „hạng 25/63", „dẫn đầu", „từ hạng 60 lên hạng 26".

Corpus seen: DTI and other indices on provincial portals, in papers and plans, 2017–2026. A rank needs a word for it
(xếp, đứng, hạng, vị trí, thứ): „lần thứ 3", „thứ tư, 12/7", „người đứng đầu", „(thứ 2 từ trái sang)" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.measures.mark import Kind, Mark
from generator.ingest.measures.numerals import WORD, parse_count

_S = r"[^\S\n]*"
_MOVED = (
    r"(?:nhích|vươn|tụt|rơi|leo|nhảy|tăng|giảm|lùi|thăng|bật|tiến|rớt|trượt|vọt|trở|quay|đi)"
    r" (?:lên|xuống|về|lại|vào|đến)"
)
_VERB = (
    rf"{_MOVED}|xếp(?: ở)?(?: vị)?|đứng(?: ở)?(?: vị)?|đạt|giữ|chiếm|lên|xuống|ở|vào|về|nắm|thuộc|cán đích"
    r"|[“\"]cán đích[”\"]"
)
_PLACE = r"vị trí(?: số)?|thứ hạng|vị thứ|xếp hạng|thứ bậc|hạng|xếp|đứng|ngôi"
_OVERALL = r" (?:chung|tổng thể|toàn quốc|cả nước|dti|chuyển đổi số|cđs)(?=[: ]{1,2}(?:là |ở |thứ |vị trí )*\d)"
_FIGURE = r"(?![\d%]|[.,]\d)"
_TIMES = re.compile(r"(?:lần|phiên|năm|kỳ họp|đợt|khóa|ngày|tháng|quý|vòng|họp) \Z|\w\Z|(?<!\w)từ \Z")
_OF = (
    rf"(?:{_S}/{_S}(?P<of1>\d{{1,3}})(?![\d/])|{_S}(?:trên tổng số|trong tổng số|trên|trong số|trong|của|so với|/)"
    r"(?: (?:bảng xếp hạng|cả nước|tổng|số|toàn bộ|danh sách|của|nhóm|khối)){0,3} (?P<of2>\d{2,3})"
    r"(?= (?:tỉnh|địa phương|quốc gia|nước|thành)))?+"
)
_RANK = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:{_OVERALL})?+(?: (?:là|ở|thứ|số|hạng|vị trí|được xếp)){{0,3}}{_S}[:\"“]?{_S}"
    rf"(?:(?P<p>\d{{1,3}}){_FIGURE}|(?P<pw>{WORD})(?!\w))"
    rf"|(?:(?P<verb>{_VERB}) )?thứ{_S}(?:(?P<t>\d{{1,3}}){_FIGURE}|(?P<tw>{WORD})(?!\w))){_OF}"
)
_WEAK_VERBS = (None, "ở", "vào", "về", "đạt", "thuộc", "giữ", "lên", "xuống")
_IN_PHOTO = re.compile(r",? ?\(?(?:từ |bên |hàng )?(?:trái|phải)(?!\w)")
_COUNTS = re.compile(r"\s(?:đơn vị|địa phương|tỉnh|bộ|nước|chỉ số|lĩnh vực|nhóm)(?!\w)")
_SLASHED = re.compile(
    r"(?<![\w/.,])(\d{1,2})\s?/\s?(63|34)(?![\d/]|\.\d)"
    r"(?=\s*(?:(?:tỉnh|địa phương|thành|cả nước|toàn quốc|về|và|còn|năm|so với|trong|trên|với|tăng|giảm|của)(?!\w)"
    r"|[,;.():|–-]|\Z))"
)
_RANKS_TOLD = re.compile(r"(?:xếp|thứ) hạng|vị trí|thứ bậc|\d bậc")
_CLAUSE_END = r"(?=\s?(?:[;)–-]|[,.](?!\d)|và(?!\w)|\Z))"
_BY_NAME = re.compile(
    r"(?:xếp hạng|thứ hạng|hạng|vị trí)(?: [^\W\d]+){0,5} (?:số|mạng)(?: là| thứ|:)? (\d{1,2})(?:/(63|34))?"
    + _CLAUSE_END
)
_BY_DASH = re.compile(r"(?:số|mạng) ?[-–:] ?(\d{1,2})(?:/(63|34))?(?=\s?(?:;|[,.](?!\d)|\Z))")
_BY_YEAR = re.compile(
    r"năm 20[12]\d(?:,? (?:là|ở|đứng|xếp|đạt|hạng|thứ|tỉnh)){0,3}:? (\d{1,2})(?:/(63|34))?" + _CLAUSE_END
)
_BRACKETED = re.compile(r"(?<=\w \()(\d{1,2})(?:/(63|34))?(?=\))")
_BARE_IN_TURN = re.compile(
    r"(?:lần lượt|tương ứng|theo thứ tự)(?: (?:là|ở|với|các|những|mức|số|con|vị trí|đứng|xếp|hạng|thứ)){0,4}:?"
    r" (\d{1,2})(?:/(63|34))?(?=\s?(?:,|;|và)\s?(?:\w+ ){0,2}\d{1,2}(?!\d|[.,]\d|%))"
)
_RANK_WORD = re.compile(r"(?:hạng|vị trí|thứ bậc|xếp)(?!\w)[^.;]{0,150}\Z")
_FIRST = re.compile(
    r"(?:đứng đầu|dẫn đầu|quán quân|đầu bảng|ngôi đầu|vị trí đầu(?: tiên)?|xếp đầu|hạng đầu|xếp hạng cao nhất"
    r"|(?P<second>á quân|nhì bảng)"
    r"|(?P<weak>cao nhất(?= (?:trong |trên |của )?(?:cả nước|toàn quốc|(?:số )?(?:63|34) tỉnh))))(?!\w)"
    r"(?: bảng)?"
    r"(?:(?: trong| trên)?(?: tổng)?(?: số| nhóm| khối)? (?P<of>\d{2})(?= tỉnh| địa phương))?"
)
_MOST_GAINED = re.compile(r"(?:tăng|giảm|cải thiện|tiến|tốc độ|tỷ lệ|bậc|mức độ|thuộc|trong)(?: [^\W\d]+){0,4} \Z")
_AMONG_FIRST = re.compile(
    r"(?:nhóm|top|tốp|một trong|những|các|\d+ (?:đơn vị|tỉnh|địa phương|vị trí|thành phố|bộ)|nhiều)[^.;,:]{0,45}\Z"
    r"|\d tỉnh, thành phố[^.;,]{0,20}\Z|người \Z|\w\Z"
)
_FROM_TO = re.compile(
    rf"(?<!\w)từ (?:vị trí|thứ hạng|vị thứ|xếp hạng|hạng|thứ)(?: (?:thứ|số))? (?P<old>\d{{1,2}}|{WORD})(?:/\d\d)?(?!\w)"
    r"(?P<when>[^.;,]{0,40}?),? (?:đã )?(?:vươn |tăng |leo |nhảy |tụt |rơi |giảm )?(?:lên|xuống|đến)"
    rf"(?: (?:đứng|xếp|ở|vị trí|thứ hạng|hạng|thứ|số))* (?P<new>\d{{1,2}}|{WORD})(?:/(?P<of>\d\d))?"
    r"(?!\w)(?! (?:bậc|năm|tháng))"
)
_BARE_MOVE = re.compile(
    r"(?:thứ bậc|thứ hạng|vị trí|xếp hạng|hạng|bậc)(?: [^\W\d]+){0,6}(?: 20\d\d)?,? \(?từ (?P<old>\d{1,2})"
    r"(?:/\d\d)?(?P<when>[^.;,\d]{0,20}(?:20\d\d\)?)?),? (?:lên|xuống|đến)(?: (?:còn|thứ|hạng|vị trí|số)){0,2}"
    r" (?P<new>\d{1,2})(?:/(?P<of>\d\d))?(?![\d.,]*\d)(?! (?:bậc|năm|tháng|điểm|%))"
)
_COMPARED_YEAR = re.compile(r"so với năm (20[12]\d)\)?,? (?:tức )?(?:là )?\Z")
_LAST = 63


def ranks_of(folded: str, start: int, end: int) -> list[Mark]:
    """The ranks of a stretch of text; those that the same words tell twice are left in."""
    moves = list(moves_of(folded, start, end))
    found = [mark for m in moves for mark in _moved(folded, start, m)]
    told = [m.span() for m in moves]
    ranks = (*_worded(folded, start, end), *_bare(folded, start, end))
    found += [rank for rank in ranks if not any(a <= rank.start < b for a, b in told)]
    return [*found, *_firsts(folded, start, end)]


def moves_of(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Moves in the ranking: „từ hạng 60 (năm 2021) lên hạng 26", „thứ hạng tăng từ 60 lên 26"."""
    if folded.find("từ ", start, end) >= 0:
        yield from _FROM_TO.finditer(folded, start, end)
        yield from _BARE_MOVE.finditer(folded, start, end)


def _moved(folded: str, start: int, m: re.Match[str]) -> Iterator[Mark]:
    """The old rank of a move where its year is told, and the new rank."""
    old, new = parse_count(m["old"]), parse_count(m["new"])
    if old is None or new is None:
        return
    compared = _COMPARED_YEAR.search(folded, max(start, m.start() - 30), m.start())
    if "năm 20" in m["when"]:
        yield Mark(Kind.RANK, m.start(), m.end("old"), old)
    elif compared:
        yield Mark(Kind.RANK, m.start(), m.end("old"), old, year=int(compared[1]))
    yield Mark(Kind.RANK, m.end("when"), m.end(), new, of=int(m["of"]) if m["of"] else None)


def _worded(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _RANK.finditer(folded, start, end):
        if _TIMES.search(folded, max(start, m.start() - 9), m.start()) or _IN_PHOTO.match(folded, m.end(), end):
            continue
        number = parse_count(m["p"] or m["pw"] or m["t"] or m["tw"])
        of = m["of1"] or m["of2"]
        if not of and _COUNTS.match(folded, m.end(), end):
            continue
        if number and (of or number <= _LAST or m["place"] not in ("xếp", "đứng", "ngôi")):
            weak = not of and m["place"] is None and m["verb"] in _WEAK_VERBS
            yield Mark(Kind.RANK, m.start(), m.end(), number, of=int(of) if of else None, weak=weak)


def _bare(folded: str, start: int, end: int) -> Iterator[Mark]:
    """Numbers that are ranks by the words around them: „12/63", „xếp hạng kinh tế số 12", „năm 2021 là 12"."""
    patterns = [_SLASHED] if folded.find("/", start, end) >= 0 else []
    if _RANKS_TOLD.search(folded, start, end):
        patterns += [_BY_NAME, _BY_DASH, _BY_YEAR, _BRACKETED, _BARE_IN_TURN]
    for pattern in patterns:
        for m in pattern.finditer(folded, start, end):
            if pattern is _BARE_IN_TURN and not _RANK_WORD.search(folded, max(start, m.start() - 200), m.start()):
                continue
            weak = pattern is _BRACKETED
            yield Mark(Kind.RANK, m.start(1), m.end(), int(m[1]), of=int(m[2]) if m[2] else None, weak=weak)


def _firsts(folded: str, start: int, end: int) -> Iterator[Mark]:
    for m in _FIRST.finditer(folded, start, end):
        if m["weak"] and _MOST_GAINED.search(folded, max(start, m.start() - 40), m.start()):
            continue
        if not _AMONG_FIRST.search(folded, max(start, m.start() - 60), m.start()):
            rank, of = 2 if m["second"] else 1, int(m["of"]) if m["of"] else None
            yield Mark(Kind.RANK, m.start(), m.end(), rank, of=of, weak=m["weak"] is not None)
