"""The title of an article among the lines above its lead, and what to suggest where it has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.opening.lines import Line
from generator.ingest.opening.words import any_of
from generator.text import slug, upper_first

_SYLLABLES = 5
_HEADING_SYLLABLES = 8
_LONG, _TOO_LONG = 25, 28
_OPEN_END = re.compile(r"(?:[,–—-]|\s(?:và|của|với|cho|tại|các|những|là|do|từ|để|về|trong|bằng))$", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(r"[^,\d]{2,30},\s+ngày\s[^,]{4,30}$")
_SLOGAN = re.compile(rf"\W{{0,3}}{any_of('slogans')}(?!\w)")
_MARKS = re.compile(r"#{1,6}\s+|\*\*|__|\[(?=[^\[\]]{1,200}\]\([^()\s]{1,400}\)$)")
_MARKS_END = re.compile(r"(?:\*\*|__|\]\([^()\s]{1,400}\))$")
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—»]|::|-)\s+")
_WHEN = re.compile(
    r"(?:vào\s+)?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm nay|hôm qua|mới đây|vừa qua|thời gian qua|trong)[^,.;:]{0,40},\s+",
    re.IGNORECASE,
)
_WHO_SAYS = re.compile(r"(?:theo\s+[^,.;:]{3,60}|[^,.;:]{3,60}\s(?:cho biết|cho hay|thông tin)),\s+", re.IGNORECASE)
_AIM = re.compile(r"[;:–]|,\s|\.(?=\s|$)|\s(?:là\s+)?(?:nhằm|để|với mục tiêu|với sự tham dự|theo đó)\s")
_SUGGESTED_LENGTH = 110


def choose_title(
    candidates: Sequence[int], lines: Sequence[Line], stamped: int | None, *, captioned: int | None
) -> int | None:
    """Which of the candidate lines is the title: the one at the date's side, or the first headline.

    `stamped` is the number of the line that says when it was published, `captioned` that of the first picture's text.
    A doubtful title is none: a heading of the body, a picture's text without its picture, a line that goes on.
    """
    if captioned is not None and (stamped is None or stamped < captioned):
        candidates = [i for i in candidates if i < captioned or _syllables(lines[i]) >= _HEADING_SYLLABLES]
    possible = [i for i in candidates if _may_be_title(lines, i, stamped)]
    if stamped is None and any(i not in possible and _syllables(lines[i]) > _LONG for i in candidates):
        possible = [i for i in possible if _syllables(lines[i]) >= _HEADING_SYLLABLES]
    candidates = possible
    headlines = [i for i in candidates if _syllables(lines[i]) >= _SYLLABLES]
    above = [i for i in headlines if stamped is not None and i < stamped]
    if len(above) >= 3 or (len(above) == 2 and len(lines[above[0]].text) < min(40, len(lines[above[1]].text))):
        return above[-1]
    if headlines:
        return headlines[0]
    short = [i for i in candidates if _syllables(lines[i]) >= 3]
    return max(short, key=lambda i: len(lines[i].text)) if short else None


def named_title(candidates: Sequence[int], lines: Sequence[Line], page_title: str) -> int | None:
    """Which of the candidate lines the page's own title is."""
    forms = _page_title_forms(page_title)
    return next((i for i in candidates if slug(_plain(lines[i].text)) in forms), None)


def banners(candidates: Sequence[int], lines: Sequence[Line], stamped: int | None) -> list[int]:
    """The slogans among the candidates below which another line can be the title („Chào mừng …" at a site's head)."""
    slogans = [i for i in candidates if _SLOGAN.match(lines[i].folded)]
    others = [i for i in candidates if i not in slogans and _syllables(lines[i]) >= _SYLLABLES]
    return [i for i in slogans if any(i < j and not (stamped is not None and i < stamped < j) for j in others)]


def _may_be_title(lines: Sequence[Line], i: int, stamped: int | None) -> bool:
    line = lines[i]
    if line.text.startswith("(") or _OPEN_END.search(line.text, max(0, len(line.text) - 8)):
        return False
    if _PLACE_AND_DATE.match(line.folded):
        return False
    if i and lines[i - 1].text.endswith(":") and not (stamped is not None and i < stamped):
        return False
    if (stamped is not None and (i < stamped or i == stamped + 1)) or doubled(line.text):
        return True
    heads_body = i + 2 < len(lines) and _syllables(lines[i + 1]) < _HEADING_SYLLABLES and lines[i + 2].prose
    return _syllables(line) <= (_LONG if heads_body else _TOO_LONG)


def _syllables(line: Line) -> int:
    return sum(word[0].isalnum() or word[-1].isalnum() for word in line.text.split())


def unmarked(line: Line) -> Line:
    """A title without the marks that Markdown puts around it."""
    start, end = line.start, line.start + len(line.text)
    while m := _MARKS.match(line.text, start - line.start):
        start = line.start + m.end()
    while start > line.start and (m := _MARKS_END.search(line.text[: end - line.start])):
        end = line.start + m.start()
    return Line(start, end, line.text[start - line.start : end - line.start]) if end > start else line


def _page_title_forms(page_title: str) -> set[str]:
    """Slugs of a page's title with and without the site's name at its end."""
    pieces = [m.start() for m in _SITE_SUFFIX.finditer(page_title)]
    return {slug(_plain(page_title)), *(slug(_plain(page_title[:at])) for at in pieces[-2:])}


def without_site(page_title: str, names: Sequence[str]) -> str:
    """A page's title without „ - Báo X" or another name of its site at the end."""
    title = " ".join(page_title.split())
    cut = list(_SITE_SUFFIX.finditer(title))
    if cut:
        last = title[cut[-1].end() :]
        known = {slug(name) for name in names if name}
        if slug(last) in known or re.match(r"(?:Báo|Tạp chí|Cổng|Trang|Sở|UBND|Đài|BÁO|CỔNG|TRANG|SỞ)\s", last):
            return title[: cut[-1].start()]
    return title


def doubled(text: str) -> int | None:
    """Where a line begins anew that tells its title twice („Chuyển đổi sốChuyển đổi số ở Huế"), else None."""
    if not 40 <= len(text) <= 600:
        return None
    at = text.find(text[:20], 20)
    return at if at > 0 and text.startswith(text[:at].rstrip(" .-|"), at) else None


def suggested_title(lead: str) -> str | None:
    """A short title in the words of the lead: its first clause without the time and without who says it."""
    text = " ".join(lead[:600].split()).lstrip("*-–• ")
    for opener in (_WHEN, _WHO_SAYS, _WHEN):
        if m := opener.match(text):
            text = text[m.end() :]
    end = next((m.start() for m in _AIM.finditer(text) if m.start() >= 25), len(text))
    text = text[:end].strip(" ,.;:-–")
    if len(text) > _SUGGESTED_LENGTH:
        text = text[:_SUGGESTED_LENGTH].rsplit(" ", 1)[0].rstrip(" ,")
    return upper_first(text) or None


def _plain(text: str) -> str:
    return " ".join(text.split())
