"""Lines that are the page's wherever they stand: leftovers of its template, its menu, its buttons.

Source: corpus seen (portals on Liferay, SharePoint, NukeViet and Joomla; papers).
"""

from __future__ import annotations

import re

from generator.ingest.opening.captions import is_image
from generator.ingest.opening.lines import Line
from generator.ingest.opening.stamps import read_page_line
from generator.ingest.opening.words import any_of, folded_words

SECTIONS = folded_words("sections")
"""The sections of a site, folded."""

_CRUMBS = re.compile(r"\s*(?:>+|»|›|→|\|)\s*|\s/\s")
_COLUMNS = re.compile(r"\s{2,}|\t")
_MASTHEAD = re.compile(
    r"(?:bản tin|trang tin|chuyên trang|chuyên mục)(?:\s+\w+){1,4}|số\s+\d+\s*[-–(,/]\s*(?:tháng|năm)\s.{1,20}"
)
_LEFTOVER = re.compile(
    r"[{\[<%]{1,2}[^{}\[\]<>%\n]{0,60}[}\]>%]{1,2}|0?0:00(?:\s*/\s*\d?\d:\d\d)?"
    r"|[\W_]{1,40}(?:(?:o0o|oOo|hết|Hết)[\W_]{1,40})?|[xX]"
)
_LINKS = re.compile(r"(?:[\s|*•·>,+-]|\[[^\[\]\n]{0,200}\]\([^()\s]{0,400}\))++")
_LINKED = re.compile(r"\[([^\[\]\n]{0,200})\]\(")
_FEW_WORDS = 5
_ANYWHERE = re.compile(any_of("anywhere"))
_FOLLOW = re.compile(r"theo dõi\s.{2,40}\strên(?:\s+.{0,30})?$")
_OF_A_SECTION = re.compile(r"(?:chi tiết|trang chủ|tin tức|home)(?:\s+tin(?:\s+tức)?|\s+bài\s+viết)?\s+[-–|]\s")
_CONTACT = re.compile(
    r"\[email\s?protected\]|\S+@\S+\.\w{2,4}$|^(?:đường dây nóng|hotline|điện thoại|đt)\s*:|^0[\d .]{8,14}$"
)
_SECTION = re.compile(rf"[\s|,/•·–-]*({any_of('sections')})(?=\W|$|[^\W\d_])")
_RELATED = re.compile(rf"{any_of('related')}\s*[:.>»…]*(?P<rest>.*)")
_PAGE_END = re.compile(rf"(?:{any_of('page_end_labels')}\s*:|(?:{any_of('page_end')})(?!\w)|©|#\w)")
_IMPRINT = re.compile(rf"{any_of('imprint')}(?!\w)|(?:địa chỉ|trụ sở|tòa soạn|điện thoại|email)\s*:")


def page_reason(line: Line) -> str | None:
    """Why a line is the page's and not the article's, wherever it stands; None where it may be the article."""
    if len(line.text) > 300:
        return None
    if _is_leftover(line):
        return "template"
    if is_image(line):
        return "caption"
    return "navigation" if _is_page_phrase(line) or _is_links(line) else None


def _is_leftover(line: Line) -> bool:
    """Whether a line is what a page's template left behind: „{keywords}", a lone mark."""
    return len(line.text) <= 80 and bool(_LEFTOVER.fullmatch(line.text)) and "*" not in line.text


def _is_page_phrase(line: Line) -> bool:
    """Whether a line is one of those that belong to a page wherever they stand."""
    return len(line.text) <= 120 and bool(_ANYWHERE.match(line.folded) or _FOLLOW.match(line.folded))


def _is_links(line: Line) -> bool:
    """Whether a line is nothing but links in Markdown, several or a short one: „[Tin tức](/tin) [Liên hệ](/lh)"."""
    if "](" not in line.text or not _LINKS.fullmatch(line.text):
        return False
    linked = _LINKED.findall(line.text)
    return len(linked) > 1 or len(linked[0].split()) < _FEW_WORDS


def is_buttons(line: Line) -> bool:
    """Whether a line is nothing but buttons and counters."""
    if len(line.text) > 120 or line.prose:
        return False
    page = read_page_line(line)
    return page is not None and not page.stamps and bool(page.buttons or not line.text[0].isdigit())


def is_navigation(line: Line) -> bool:
    """Whether a line is a section of the site or a trail of them: „Trang chủ > Tin tức"."""
    folded = line.folded.strip(" \u00a0.|:>»•")
    if folded in SECTIONS or _is_menu(line) or (len(folded) <= 60 and _MASTHEAD.fullmatch(folded)):
        return True
    if len(folded) <= 80 and (_OF_A_SECTION.match(folded) or _CONTACT.search(folded)):
        return True
    pieces = [p.strip() for p in _CRUMBS.split(folded)] if len(folded) <= 300 else []
    columns = _COLUMNS.split(folded) if len(folded) <= 300 else []
    return any(len(some) > least and any(p in SECTIONS for p in some) for some, least in ((pieces, 1), (columns, 2)))


def _is_menu(line: Line) -> bool:
    """Whether sections stand one after another on the line, each with its own capital: „Kinh tế Chính sách"."""
    at, found = 0, 0
    while len(line.text) <= 200 and (m := _SECTION.match(line.folded, at)) and line.text[m.start(1)].isupper():
        at, found = m.end(), found + 1
    return found > 1 and not line.text[at:].strip(" |•·-–>")


def opens_related(line: Line) -> str | None:
    """What follows the words that open a list of other articles („Xem thêm: …"); None where the line is none."""
    m = _RELATED.match(line.folded) if len(line.text) <= 200 else None
    if not m or (m["rest"] and not line.folded[: m.start("rest")].rstrip().endswith((":", ">", "»"))):
        return None
    return m["rest"].strip()


def is_page_end(line: Line) -> bool:
    """Whether a line below the article begins the page's foot: tags, comments, imprint."""
    return bool(_IMPRINT.match(line.folded) if line.prose else _PAGE_END.match(line.folded))
