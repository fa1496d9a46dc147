"""Lines that say when a page was published, read or changed: „Ngày đăng: 25/10/2022 - Lượt xem: 39".

Source: corpus seen (portals on Liferay, SharePoint, NukeViet and Joomla; papers).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from generator.ingest.dates.grammar import NUMBER_WORDS
from generator.ingest.found import Span
from generator.ingest.opening.lines import Line
from generator.ingest.opening.words import any_of

_MONTHS = NUMBER_WORDS | {"giêng": 1, "chạp": 12}
_MONTH_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?:\d{{1,2}}|{_MONTH_WORD})"
_MONTH_IN_WORDS = re.compile(rf"tháng\s+({_MONTH_WORD})(?=[\s,])")
_TOKEN = re.compile(
    rf"""(?<!\w)(?:
      (?P<published>{any_of("published_labels")}(?:\s*:|(?=\s+\d|\s+thứ|\s+chủ\s+nhật|\s+lúc|\s+ngày)))
    | (?P<update>{any_of("update_labels")}(?:\s*:|(?=\s+\d|\s+thứ|\s+chủ\s+nhật|\s+lúc|\s+ngày)))
    | (?P<counted>(?:số\s+)?(?:lượt|lần|người)\s+(?:xem|đọc|truy\s+cập|nghe)(?:\s+bài(?:\s+viết)?)?\s*:?\s*[\d.,]*[km]?
        | (?:đã\s+xem|đã\s+đọc|xem|views?|hits|lượt|đánh\s+giá|bình\s+chọn|lượt\s+tải)\s*:\s*[\d.,]+[km]?
        | \d[\d.,]*[km]?\s*(?:lượt\s+(?:xem|đọc|truy\s+cập|nghe)|views?|người\s+xem|bình\s+luận|phản\s+hồi|phút\s+đọc)
        | (?:bình\s+luận|phản\s+hồi|comments?|thích|like|chia\s+sẻ|share)\s*[:(]?\s*\d+\)?)
    | (?P<iso>\d{{4}}-\d\d-\d\d(?=[t\s,]|$)t?)
    | (?P<date>\d{{1,2}}\s?(?P<sep>[/.-])\s?\d{{1,2}}\s?(?P=sep)\s?\d{{4}}(?![\d/]))
    | (?P<spelt>(?:ngày\s+)?\d{{1,2}}\s+tháng\s+{_MONTH}(?:\s*,\s*|\s+năm\s+|\s+)\d{{4}}
        | tháng\s+{_MONTH}\s+\d{{1,2}},\s*\d{{4}})
    | (?P<time>\d{{1,2}}\s?(?:[:hg]|giờ)\s?\d\d(?::\d\d)?(?:\s?phút)?(?:\s?(?:am|pm|sa|ch)(?!\w))?)
    | (?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn|t[2-7])
    | (?P<zone>gmt\s?\+?\s?0?7(?::00)?)
    | (?P<section>(?:chuyên\s+mục|danh\s+mục|thể\s+loại)\s*:\s*[^|\d–•-]{{2,40}}(?=[|–•-]|$))
    | (?P<filler>vào\s+lúc|lúc|vào|ngày)
    | (?P<button>{any_of("buttons")})
    | (?P<number>\d[\d.,]{{0,8}})
    )(?!\w)""",
    re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")
_SEPARATORS = " \t\n\u00a0|,;:-–—•·/()+[].\u200b"
_NUMERALS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date a page bears; `label` is „published", „update" or, where nothing says which, None."""

    start: int
    end: int
    day: str
    time: str | None
    label: str | None
    weekday: bool


@dataclass(slots=True)
class PageLine:
    """A line of a page: its dates, what is only furniture, and the names that stand among them."""

    stamps: list[Stamp] = field(default_factory=list)
    counters: list[Span] = field(default_factory=list)
    buttons: list[Span] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def read_page_line(line: Line, is_name: Callable[[str], bool] | None = None) -> PageLine | None:
    """The line as one of a page: dates, counters, buttons, names that `is_name` knows; None where it says more."""
    if not _may_be_pages(line, names=is_name is not None):
        return None
    found, at = PageLine(), 0
    pending: dict[str, re.Match[str]] = {}
    for token in _TOKEN.finditer(line.folded):
        if not _passes(line.text[at : token.start()], found, is_name):
            return None
        at, kind = token.end(), str(token.lastgroup if token.lastgroup != "sep" else "date")
        if kind in pending or kind in ("published", "update", "counted", "button", "section", "number"):
            _close(pending, line, found)
        if kind in ("counted", "number"):
            found.counters.append(Span(line.start + token.start(), line.start + token.end()))
        elif kind in ("button", "section"):
            found.buttons.append(Span(line.start + token.start(), line.start + token.end()))
        else:
            pending["date" if kind in ("iso", "spelt") else kind] = token
    _close(pending, line, found)
    if not _passes(line.text[at:], found, is_name):
        return None
    if found.names and not found.stamps:
        return None
    return found if found.stamps or found.buttons or found.counters else None


def _may_be_pages(line: Line, *, names: bool) -> bool:
    """Whether the line may be one of a page: it begins as one, or names may stand in it, as they do beside a date."""
    if names and _YEAR.search(line.folded):
        return True
    return _TOKEN.match(line.folded, len(line.text) - len(line.text.lstrip(_SEPARATORS))) is not None


def _passes(between: str, found: PageLine, is_name: Callable[[str], bool] | None) -> bool:
    name = _once(between.strip(_SEPARATORS))
    if name:
        found.names.append(name)
    return not name or (is_name is not None and len(name) <= 60 and is_name(name))


def _once(name: str) -> str:
    """A name that a page writes twice, once."""
    syllables = name.split()
    half = len(syllables) // 2
    return " ".join(syllables[:half]) if half > 1 and syllables[:half] * 2 == syllables else name


def _close(pending: dict[str, re.Match[str]], line: Line, found: PageLine) -> None:
    """End the date that is being read, if there is one."""
    dated = pending.get("date")
    day = _day(dated[0]) if dated else None
    if day:
        start = line.start + min(m.start() for m in pending.values())
        end = line.start + max(m.end() for m in pending.values())
        time = _time(pending["time"][0]) if "time" in pending else None
        label = next((key for key in ("published", "update") if key in pending), None)
        found.stamps.append(Stamp(start, end, day, time, label, "weekday" in pending))
    pending.clear()


def _day(written: str) -> str | None:
    written = _MONTH_IN_WORDS.sub(lambda m: f"tháng {_MONTHS[m[1]]}", written)
    numerals = [int(n) for n in _NUMERALS.findall(written)]
    if len(numerals) != 3:
        return None
    if numerals[0] > 31:
        numerals.reverse()
    elif written.startswith("tháng"):
        numerals[:2] = numerals[1::-1]
    try:
        found = date(numerals[2], numerals[1], numerals[0])
    except ValueError:
        return None
    return found.isoformat() if 1990 <= found.year <= 2100 else None


def _time(written: str) -> str | None:
    hour, minute = (int(n) for n in _NUMERALS.findall(written)[:2])
    if written.endswith(("pm", "ch")) and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
