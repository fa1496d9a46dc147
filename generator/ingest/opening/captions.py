"""Lines between paragraphs that describe a picture, told from subheadings and from article text.

Source: corpus seen (provincial portals and papers, 2018–2026). Precision first: a line that tells figures or plans is
kept unless it calls itself a picture.
"""

from __future__ import annotations

import re

from generator.ingest.opening.lines import Line
from generator.ingest.opening.words import any_of
from generator.text import UPPER

_AT_END = r"[)\].|\s]*$"
_CREDIT = re.compile(
    r"(?:^|[.,;!?()\[|–—”\"-]\s{0,3})(?:ảnh|hình|đồ họa|ảnh minh họa|hình ảnh)\s*[:：]\s*(?:[^.:;]|\.(?=\S)){2,60}"
    rf"{_AT_END}"
    r"|[(\[–—-]\s*(?:ảnh|hình)\s+(?:minh họa|tư liệu|cắt từ clip|chụp màn hình|internet|\d{1,2}|[^\W\d_]+)[^.:;]{0,30}"
    rf"{_AT_END}|(?:ảnh minh họa|ảnh tư liệu|ảnh internet|\(ảnh[^()]{{0,60}}\)){_AT_END}"
    r"|nguồn ảnh\s*[:：]|trong ảnh\s*[:：]"
)
_SHOUTED_CREDIT = re.compile(
    rf"\sẢNH\s*:|[.,;!?)”\"…]\s+Ảnh\s+[{UPPER}][^\s.:;,]{{0,20}}(?:[\s.][^\s.:;,]{{1,20}}){{0,3}}[.)\]]?$"
)
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,200}\]|<image>|(?:^|\s)\S{0,120}\.(?:jpe?g|png|gif|webp|bmp|heic)\)?$|\[caption|data:image/|^anh-[a-z-]{2,30}$",
    re.IGNORECASE,
)
_OPENER = re.compile(rf"{any_of('picture_openers')}(?!\w)")
_SCENE = re.compile(rf"{any_of('picture_scenes')}(?!\w)")
_AUDIENCE = re.compile(r"(?:các\s+)?(?:đại biểu|lãnh đạo)[^;:]{0,60}\s(?:dự|tham dự|tham gia|theo dõi)(?!\w)")
_PEOPLE = re.compile(rf"\W{{0,3}}{any_of('picture_people')}(?!\w)")
_DEED = re.compile(rf"(?<!\w){any_of('picture_deeds')}(?!\w)")
_POSE = re.compile(rf"(?<!\w){any_of('picture_poses')}(?!\w)")
_TELLING = re.compile(rf"(?<!\w){any_of('telling')}(?!\w)")
_TEXT_OPENER = re.compile(rf"{any_of('text_openers')}(?!\w)")
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:%|tỷ|triệu|nghìn|điểm|bậc|hồ sơ|người|hộ)|\d{1,3}(?:\.\d{3})+|\d/63")
_LIST_ITEM = re.compile(r"(?:[-+*•●▪–—✓]|\d{1,2}[.)/]|[ivx]{1,4}[.)/]|[a-zđ][.)])\s*\S")
_CELL_BORDER = re.compile(r"[|\t]")
_SAID = re.compile(r"[:“\"]|\bcho biết\b")
_OFFICE = re.compile(
    r"[,–-]\s*(?:nguyên |quyền )?(?:phó )?(?:chủ tịch|bí thư|giám đốc|bộ trưởng|trưởng|chánh|cục trưởng|tổng)"
)
_RANK = re.compile(r"(?<!\w)(?:chủ tịch|bí thư|giám đốc|bộ trưởng|thứ trưởng|trưởng|cục trưởng|chánh|tổng)(?!\w)")
_ON_A_DAY = re.compile(r"(?:ngày|sáng|chiều|tối)\s+\d")
_VERB = re.compile(r"\s(?:là|có|được|đã|cho|do|về|với|tại|ở|chủ trì|dự|tham dự)\s")
_LONGEST = 260


def is_image(line: Line) -> bool:
    """Whether the line is what a page puts for a picture itself: a file name, a placeholder."""
    text = line.text
    if len(text) > 300:
        return False
    may_be = "[" in text or "." in text[-6:-3] or "<" in text or ":image" in line.folded or line.folded[:4] == "anh-"
    return may_be and bool(_IMAGE.search(text))


def _is_credited(folded: str) -> bool:
    """Whether a line says whose the picture is that it describes."""
    return ("ảnh" in folded or "hình" in folded or "đồ họa" in folded) and bool(_CREDIT.search(folded))


def _is_shouted_credit(text: str) -> bool:
    """Whether a text has a credit that capitals set off."""
    return ("Ảnh" in text or "ẢNH" in text) and _SHOUTED_CREDIT.search(text) is not None


def is_credit(line: Line) -> bool:
    """Whether the line only says whose picture it is."""
    return len(line.text) <= 60 and line.folded.startswith(("ảnh:", "ảnh :", "nguồn ảnh", "hình:", "photo:"))


def is_with_credit(line: Line) -> bool:
    """Whether a line says at its end whose the picture is that it describes."""
    return 0 < len(line.folded) <= _LONGEST and (
        _is_credited(line.folded.rstrip(" |")) or _is_shouted_credit(line.text)
    )


def may_describe(line: Line, *, longest: int = 80) -> bool:
    """Whether a line at a picture's side may be its text: one short sentence that tells no figure."""
    folded = line.folded
    return (
        0 < len(folded) <= (longest if line.stops else 120)
        and not is_list_item(line)
        and not is_row(line)
        and not folded.endswith((":", ";", "?"))
        and ". " not in folded
        and not _TELLING.search(folded)
        and not _FIGURE.search(folded)
    )


def is_list_item(line: Line) -> bool:
    """Whether the line is an item of a list or a numbered heading."""
    return bool(_LIST_ITEM.match(line.folded))


def is_row(line: Line) -> bool:
    """Whether the line is a row of a table: at least two cells parted by „|" or tabs."""
    if "|" not in line.text and "\t" not in line.text:
        return False
    return sum(bool(cell.strip()) for cell in _CELL_BORDER.split(line.text)) > 1


def is_caption(line: Line, *, punctuated: bool) -> bool:
    """Whether a line between paragraphs describes a picture; `punctuated`: the article ends its sentences."""
    folded = line.folded.rstrip(" |")
    if not folded or len(folded) > _LONGEST or is_row(line):
        return False
    if _is_credited(folded) or _is_shouted_credit(line.text) or (line.text.endswith("|") and len(folded) <= 200):
        return True
    if is_list_item(line) or folded.endswith((":", ";", "?", "!")) or (line.prose and not line.stops):
        return False
    if line.stops:
        return _is_sentence_caption(folded) or _is_portrait(line, folded)
    if _TELLING.search(folded) or _FIGURE.search(folded):
        return bool(_SCENE.match(folded))
    if _OPENER.match(folded):
        return True
    if _PEOPLE.match(folded) and (_DEED.search(folded) or _OFFICE.search(folded)):
        return True
    return punctuated and len(folded) > 90 and not _starts_like_text(folded) and "?" not in folded


def _is_sentence_caption(folded: str) -> bool:
    """Whether one sentence with its full stop describes a picture and tells nothing."""
    if len(folded) > 180 or ". " in folded:
        return False
    is_scene = _SCENE.match(folded) is not None
    if not is_scene and not (_AUDIENCE.match(folded) or (_PEOPLE.match(folded) and _POSE.search(folded))):
        return False
    if any(p.search(folded) for p in (_SAID, _TELLING, _FIGURE)):
        return False
    return is_scene or not _ON_A_DAY.search(folded)


def _is_portrait(line: Line, folded: str) -> bool:
    """Whether a line is nothing but an office and a name: „Giám đốc Sở TT&TT Đậu Tùng Lâm."."""
    if len(folded) > 100 or not _PEOPLE.match(folded):
        return False
    last = line.text.rstrip(".").split()[-2:]
    named = len(last) == 2 and all(word[0].isupper() and word[1:].islower() for word in last)
    return named and _RANK.search(folded) is not None and not _VERB.search(folded)


def _starts_like_text(folded: str) -> bool:
    return bool(_TEXT_OPENER.match(folded.lstrip("“\"'‘( ")))
