"""The lines above an article's lead: title, date, publisher, authors, and what is only the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.ingest.found import Cut, PageMeta, Span
from generator.ingest.opening.bylines import is_surely_person, read_byline
from generator.ingest.opening.captions import is_caption
from generator.ingest.opening.lines import Line
from generator.ingest.opening.page_lines import SECTIONS, is_navigation, page_reason
from generator.ingest.opening.publisher_lines import joined_organ, organ_named
from generator.ingest.opening.publisher_names import PublisherNames
from generator.ingest.opening.stamps import PageLine, Stamp, read_page_line
from generator.ingest.opening.title_line import read_title
from generator.ingest.opening.words import folded_words
from generator.text import UPPER, fold_case

_URL = re.compile(r"https?://\S{4,500}$")
_WITH_SITE = re.compile(r"\bhttps?://|\bwww\.")
_MOTTOS = folded_words("mottos")
_INITIALS = re.compile(rf"[{UPPER}]{{2,4}}")
_ONLINE = re.compile(r"[^\W\d_][\w ]{2,30}\sonline")
_BELOW_LEAD = 6
_LONGEST = 300


@dataclass
class Head:
    """What the lines above the lead say."""

    title: Line | None = None
    cuts: list[Cut] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    publisher: tuple[str, Span] | None = None
    url: str | None = None


def read_head(lines: Sequence[Line], lead: int, meta: PageMeta, publishers: PublisherNames) -> Head:
    """Read the lines before number `lead`; the title is among them or not at all."""
    head = Head()
    i, last = (0, min(lead, _LONGEST)) if lead == len(lines) else (max(0, lead - _LONGEST), lead)
    open_lines: list[int] = []
    stamped: int | None = None
    while i < last:
        line, read = lines[i], 1
        if why := page_reason(line) or ("navigation" if is_navigation(line) else None):
            _cut(head, line, why)
        elif page := read_page_line(line, lambda name: _may_stand_by_date(name, publishers)):
            stamped = i if page.stamps and stamped is None else stamped
            take_page_line(page, line, head, publishers)
        elif line.folded.strip("*_ ") in _MOTTOS or (len(line.text) <= 120 and _WITH_SITE.search(line.text, 1)):
            _cut(head, line, "site-header")
        elif named := _publisher_lines(lines[i : min(i + 3, last)], publishers):
            read = named[1]
            head.publisher = head.publisher or (named[0], Span(line.start, lines[i + read - 1].end))
            head.cuts += [Cut(other.start, other.end, "site-header") for other in lines[i : i + read]]
        else:
            below = lines[i + 1] if i + 1 < last else None
            by_date = stamped == i - 1
            if not _take_signature(head, line, below, publishers, top=bool(open_lines), first=i == 0, by_date=by_date):
                open_lines.append(i)
        i += read
    head.title, cuts = read_title(lines, open_lines, stamped, meta.title, has_lead=lead < len(lines))
    head.cuts += cuts
    return head


def _is_dated(line: Line, publishers: PublisherNames) -> bool:
    page = read_page_line(line, lambda name: _may_stand_by_date(name, publishers))
    return page is not None and bool(page.stamps)


def _publisher_lines(lines: Sequence[Line], publishers: PublisherNames) -> tuple[str, int] | None:
    """The publisher that the first of some lines names, alone or with the next ones, and how many do."""
    first = lines[0].text.strip(" •·|\u00a0")
    if named := joined_organ([line.text for line in lines], publishers.provinces):
        return named
    if len(first) <= 60 and (publishers.named(first) or _ONLINE.fullmatch(lines[0].folded.strip(" •·|\u00a0"))):
        return first, 1
    return None


def _take_signature(
    head: Head, line: Line, below: Line | None, publishers: PublisherNames, *, top: bool, first: bool, by_date: bool
) -> bool:
    """Take an address or a byline among the lines above the lead; whether the line is one.

    `by_date`: the line above says when it was published; the one below may, too.
    """
    if _URL.match(line.text):
        head.url = head.url or line.text
        _cut(head, line, "source")
        return True
    byline = read_byline(line.text, provinces=publishers.province_names) if top or first else None
    if byline and not byline.labelled and top:
        by_date = by_date or (below is not None and _is_dated(below, publishers))
        surely = is_surely_person(line.text, publishers.province_names, by_date=by_date)
    else:
        surely = byline is not None and byline.labelled
    if byline and surely:
        head.authors += byline.authors
        _cut(head, line, "byline")
    return surely


def take_page_line(page: PageLine, line: Line, head: Head, publishers: PublisherNames) -> None:
    """Take the dates and names of a page's line, and cut all of it, each piece for its own reason."""
    head.stamps += page.stamps
    for name in page.names:
        known = publishers.named(name)
        if publisher := organ_named(name, publishers.provinces) or (known and known.name):
            head.publisher = head.publisher or (publisher, Span(line.start, line.end))
        elif (byline := read_byline(name, provinces=publishers.province_names)) and not _INITIALS.fullmatch(name):
            head.authors += byline.authors
    if page.names:
        _cut(head, line, "date-line")
        return
    pieces = [(s.start, s.end, "date-line") for s in page.stamps]
    pieces += [(s.start, s.end, "counter") for s in page.counters]
    pieces += [(s.start, s.end, "navigation") for s in page.buttons]
    at = line.start
    for start, end, why in sorted(pieces):
        head.cuts += [Cut(at, start, "date-line")] if line.text[at - line.start : start - line.start].strip() else []
        head.cuts.append(Cut(start, end, why))
        at = end
    if line.text[at - line.start :].strip():
        head.cuts.append(Cut(at, line.end, "date-line"))


def read_below_lead(lines: Sequence[Line], lead: int, head: Head, publishers: PublisherNames) -> int:
    """Read authors and date where they stand between the lead and the next paragraph; the number of the next line."""
    end = next((i for i in range(lead + 1, min(lead + _BELOW_LEAD, len(lines))) if lines[i].prose), lead + 1)
    below = lines[lead + 1 : end]
    pages = [read_page_line(line, lambda name: _may_stand_by_date(name, publishers)) for line in below]
    stamped = next((i for i, page in enumerate(pages) if page and page.stamps), None)
    if stamped is None:
        return lead + 1
    for line, page in zip(below[: stamped + 1], pages, strict=False):
        if page:
            take_page_line(page, line, head, publishers)
        elif byline := read_byline(line.text, provinces=publishers.province_names):
            head.authors += byline.authors
            _cut(head, line, "byline")
        elif why := page_reason(line) or ("caption" if is_caption(line, punctuated=False) else None):
            _cut(head, line, why)
    return lead + stamped + 2


def _cut(head: Head, line: Line, why: str) -> None:
    head.cuts.append(Cut(line.start, line.end, why))


def _may_stand_by_date(name: str, publishers: PublisherNames) -> bool:
    byline = read_byline(name, provinces=publishers.province_names)
    return (
        fold_case(name) in SECTIONS
        or _INITIALS.fullmatch(name) is not None
        or (byline is not None and (byline.labelled or is_surely_person(name, publishers.province_names, by_date=True)))
        or organ_named(name, publishers.provinces) is not None
        or publishers.named(name) is not None
    )
