"""The written forms of days, months, quarters and years as patterns over folded text.

Sources: Nghị định 30/2020/NĐ-CP, phụ lục I (how state documents write dates), and the habits of the Vietnamese press
(10/10, 10-10, 10.10; „tháng 9-2020", „quý III/2022"). A line may end once between words, never inside „10/10".
"""

from __future__ import annotations

import re
from calendar import monthrange

from generator.ingest.dates.expressions import Point, Relative, Unit

_SPACE = "[ \\t\\u00a0\\u2000-\\u200b\\u202f\\ufeff]"
_THIN = f"{_SPACE}{{0,3}}"
GAP = f"(?:{_SPACE}{{1,4}}\\n?{_SPACE}{{0,4}}|\\n{_SPACE}{{0,4}})"
_DASH = "[-–—−]"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_MONTH = "(?:1[0-2]|0?[1-9])(?![0-9])"
YEAR = "(?:1[89]|20)[0-9]{2}(?![0-9])"
_SEPARATOR = "[/.–—-]"
_END = f"(?![\\w%]|{_THIN}%|/|[.,][0-9]|-(?!ngày)[^\\W0-9])"
"""What may not follow: a letter or digit, a per cent sign, the rest of a document's number."""

_MONTH_WORDS = {
    "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "mười": 10,
}  # fmt: skip
NUMBER_WORDS = {"một": 1, **_MONTH_WORDS}
_WORD = "|".join(w.replace(" ", GAP) for w in _MONTH_WORDS)
NUMBER_WORD = "|".join(w.replace(" ", GAP) for w in NUMBER_WORDS)

_YEARS_AWAY = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}
_YEAR_WORD = "|".join(_YEARS_AWAY)
_YEAR_OR_WORD = f"(?:{YEAR}|(?:{_YEAR_WORD})(?!\\w))"
_SAME_YEAR = f"(?P<same>cùng{GAP}năm|năm{GAP}(?:đó|ấy))(?!\\w)"
_YEAR_TAIL = f"(?:,?{GAP}(?:của{GAP})?(?:năm{GAP}?(?P<yt>{_YEAR_OR_WORD})|{_SAME_YEAR}))?"

_TIME = (
    f"(?:[0-9]{{1,2}}{_THIN}(?:h|g|giờ|:){_THIN}(?:[0-9]{{1,2}}{_THIN}(?:phút)?)?,?{_SPACE}{{1,3}})?"
    f"(?:(?:sáng|trưa|chiều|tối|đêm){GAP})?"
)
_DAY_WORD = f"(?:ngày{_THIN})?(?:(?:mùng|mồng){GAP})?"
TO = f"(?:{_THIN}{_DASH}{_THIN}|,?{GAP}(?:cho{GAP})?(?:đến|tới)(?:{GAP}hết)?{GAP})"
_JOIN = f"(?:{_THIN}[,;&]{_THIN}(?:và{GAP})?|{TO}|{GAP}(?:và|hoặc|hay){GAP})"

A_DAY = re.compile(
    f"(?P<d>{_DAY})(?:"
    f"{_THIN}(?P<s>{_SEPARATOR}){_THIN}(?P<m>{_MONTH})"
    f"(?:{_THIN}{_SEPARATOR}{_THIN}(?P<y>{YEAR})|/(?P<yy>[0-9]{{2}})(?![0-9/]))?"
    f"|{GAP}?tháng{GAP}?(?P<mw>{_MONTH}|{_WORD})(?:{_THIN}{_SEPARATOR}{_THIN}(?P<yw>{YEAR}))?"
    f"){_YEAR_TAIL}{_END}"
)
ISO_DAY = re.compile(f"(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![0-9-])")
LED_DAY = re.compile(f"(?P<d>{_DAY})(?P<join>{_JOIN}){_DAY_WORD}")
TO_A_DAY = re.compile(f"{TO}{_TIME}{_DAY_WORD}(?={_DAY})")
NEXT_DAY = re.compile(f"(?:{_THIN}[,;]{_THIN}(?:và{GAP})?|{GAP}(?:và|hoặc|hay){GAP}){_DAY_WORD}(?={_DAY})")
BARE_DAY = re.compile(f"(?P<d>{_DAY})(?![\\w%]|{_THIN}%|{_THIN}[/.–-]{_THIN}[0-9]|,[0-9]|/|{GAP}tháng)")

A_MONTH = re.compile(
    f"tháng{GAP}?(?:(?P<m>{_MONTH})(?:{_THIN}{_SEPARATOR}{_THIN}(?P<y>{YEAR}))?{_YEAR_TAIL}"
    f"|(?P<mw>{_WORD})(?:{_THIN}[/-]{_THIN}|{GAP}năm{GAP})(?P<yw>{YEAR})){_END}"
)
LED_MONTH = re.compile(f"(?:tháng{GAP}?)?(?P<m>{_MONTH})(?P<join>{_JOIN})(?:tháng{GAP})?")
LAST_MONTH = re.compile(f"(?P<m>{_MONTH})(?:{_THIN}{_SEPARATOR}{_THIN}(?P<y>{YEAR}))?{_YEAR_TAIL}{_END}(?!{GAP}tháng)")
MONTH_AND_YEAR = re.compile(f"(?P<m>{_MONTH}){_THIN}/{_THIN}(?P<y>{YEAR}){_END}")
TO_A_MONTH = re.compile(f"{TO}(?:tháng{GAP})?(?={_MONTH})")

A_QUARTER = re.compile(f"quý{GAP}(?P<q>i{{1,3}}|iv|[1-4])(?!\\w)")
NEXT_QUARTER = re.compile(f"(?P<join>{_JOIN})(?:quý{GAP})?(?P<q>i{{1,3}}|iv|[1-4])(?!\\w)(?!{GAP}tháng)")
QUARTER_YEAR = re.compile(f"(?:{_THIN}[/.–-]{_THIN}(?P<y>{YEAR}){_END})?{_YEAR_TAIL}")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

A_PERIOD = re.compile(
    f"(?P<n>1[0-2]|0?[1-9]|{NUMBER_WORD}){GAP}tháng{GAP}(?:(?P<side>đầu|cuối){GAP})?(?:của{GAP})?"
    f"năm(?!{GAP}học)(?:{GAP}(?P<y>{_YEAR_OR_WORD}))?{_END}"
)
SOME_MONTHS = re.compile(f"(?P<n>1[01]|0?[3-9]|{NUMBER_WORD}){GAP}tháng(?={_THIN}[,.;]|{GAP}và{GAP})")
COUNTED_UP = re.compile(f"(?:kết{GAP}quả|tính{GAP}chung|sơ{GAP}kết|lũy{GAP}kế|tình{GAP}hình){GAP}(?:trong{GAP})?\\Z")
"""What leads to the months of the year so far: „tính chung 9 tháng,"."""

A_HALF = re.compile(
    f"nửa{GAP}(?P<side>đầu|cuối){GAP}(?:của{GAP})?năm(?!{GAP}học)(?:{GAP}(?P<y>{_YEAR_OR_WORD}))?{_END}"
)

A_YEAR = re.compile(f"năm{GAP}?(?P<y>{_YEAR_OR_WORD}){_END}")
NEXT_YEAR = re.compile(f"(?P<join>{_JOIN})(?:năm{GAP})?(?P<y>{YEAR}){_END}")
YEARS = re.compile(f"(?P<y>{YEAR})(?P<join>{TO})(?:năm{GAP})?(?P<y2>{YEAR}){_END}")
BARE_YEAR = re.compile(f"(?P<y>{YEAR}){_END}")
SCHOOL_YEAR = re.compile(f"(?P<y>{YEAR})/(?P<y2>{YEAR}){_END}")

PART = re.compile(
    f"(?P<part>nửa{GAP}đầu|nửa{GAP}cuối|đầu|giữa|cuối|thượng{GAP}tuần|trung{GAP}tuần|hạ{GAP}tuần){GAP}(?=tháng|năm)"
)
PARTS = {
    "đầu": (1, 10), "thượng tuần": (1, 10), "giữa": (11, 20), "trung tuần": (11, 20), "cuối": (21, 31),
    "hạ tuần": (21, 31), "nửa đầu": (1, 15), "nửa cuối": (16, 31),
}  # fmt: skip
"""The days that each part of a month may mean; a month's end is clipped to its length."""

TO_NOW = re.compile(f"{GAP}(?:cho{GAP})?(?:đến|tới){GAP}(?:thời{GAP}điểm{GAP})?(?:hiện{GAP})?nay(?!\\w)")
SINCE = re.compile(f"(?<!\\w)từ{GAP}(?:(?:ngày|hồi|khoảng){GAP})?\\Z")
YEAR_SO_FAR = re.compile(f"năm(?:{GAP}(?P<y>{YEAR}|nay))?(?={GAP}(?:cho{GAP})?(?:đến|tới){GAP})")

DAYS_AWAY = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
TOLD_DAY = re.compile(
    f"(?:(?:ngày{GAP})?hôm{GAP}(?P<a>nay|qua|kia)|ngày{GAP}(?P<b>mai)"
    f"|(?:sáng|trưa|chiều|tối|đêm|khuya|sớm){GAP}(?P<c>nay|qua|mai))(?!\\w)"
)
TOLD_WITH_DAY = re.compile(
    f"{_THIN}[,(–-]?{_THIN}(?:(?:thứ{GAP}[\\w]{{1,4}}|chủ{GAP}nhật){_THIN}[,(]?{_THIN})?(?:tức{GAP})?{_DAY_WORD}(?={_DAY})"
)
TOLD_WEEK = re.compile(f"tuần{GAP}(?P<w>này|trước|tới|sau)(?!\\w|{GAP}(?:đó|khi|nữa))")
TOLD_MONTH = re.compile(f"tháng{GAP}(?P<w>này|trước|tới|sau)(?!\\w)")

LEANING = re.compile(f"{GAP}(?P<past>vừa{GAP}(?:qua|rồi)|qua)|{GAP}(?P<coming>sắp{GAP}tới|tới|này)(?!\\w)")
EVERY_YEAR = re.compile(f",?{GAP}(?:hằng|hàng|mỗi){GAP}năm")
OR = re.compile(r"(?<!\w)(?:hoặc|hay)(?!\w)")
_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
LUNAR = re.compile(
    f"{GAP}?(?:\\(?(?:âm{GAP}lịch|al\\b)(?!,?{GAP}(?:ngày{GAP})?[0-9])|\\(?tết|giêng|chạp|năm{GAP}(?:{_STEMS})\\b)"
)
"""What makes a day or month one of the lunar calendar, which this portal does not convert."""

LUNAR_BEFORE = re.compile(
    f"(?:âm{GAP}lịch(?:,?{GAP}(?:là|tức))?,?|rằm|giỗ{GAP}tổ(?:{GAP}hùng{GAP}vương)?)"
    f"{_THIN}[(,]?{_THIN}(?:(?:ngày|mùng|mồng){GAP}){{0,2}}\\Z"
)
LISTED = re.compile(f"(?:(?:{_THIN}[,;]{_THIN}|{TO}|{GAP}(?:và|hoặc|hay){GAP})[0-9]{{1,2}}(?![0-9])){{0,6}}")
EVERY_MONTH = re.compile(f"{GAP}(?:(?:hằng|hàng|mỗi){GAP}|của{GAP}(?:mỗi{GAP})?)tháng")


def read_day(m: re.Match[str]) -> tuple[Point, Relative | None] | None:
    """The day of a match of A_DAY or ISO_DAY and its „năm nay", or None where the calendar has no such day."""
    parts = m.groupdict()
    year, relative = _year_of(parts)
    month = _month_of(parts)
    day = int(parts["d"])
    if day > monthrange(year or 2000, month)[1]:
        return None
    return Point(year, month, day), relative


def read_month(m: re.Match[str]) -> tuple[Point, Relative | None]:
    """The month of a match that has one, and its „năm nay"."""
    parts = m.groupdict()
    year, relative = _year_of(parts)
    return Point(year, _month_of(parts)), relative


def read_year(text: str | None) -> tuple[int | None, Relative | None]:
    """A year as number, or the years that „nay", „ngoái" … are away."""
    if text is None:
        return None, None
    return (int(text), None) if text.isdigit() else (None, Relative(Unit.YEAR, _YEARS_AWAY[text]))


def _year_of(parts: dict[str, str | None]) -> tuple[int | None, Relative | None]:
    if short := parts.get("yy"):
        return 2000 + int(short), None
    if parts.get("same"):
        return None, Relative(Unit.TOLD_YEAR, 0)
    return read_year(parts.get("y") or parts.get("yw") or parts.get("yt"))


def _month_of(parts: dict[str, str | None]) -> int:
    text = parts.get("m") or parts.get("mw") or ""
    return int(text) if text.isdigit() else _MONTH_WORDS[" ".join(text.split())]
