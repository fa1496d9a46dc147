"""Where an article ends: its byline, its source, and the page that goes on below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from generator.ingest.found import Cut, Span
from generator.ingest.opening.bylines import Byline, read_byline, read_office
from generator.ingest.opening.captions import is_caption
from generator.ingest.opening.lines import Line
from generator.ingest.opening.page_lines import is_navigation, is_page_end, opens_related, page_reason
from generator.ingest.opening.publisher_lines import organ_named
from generator.ingest.opening.publisher_names import PublisherNames
from generator.ingest.opening.stamps import Stamp, read_page_line

_SOURCE_URL = re.compile(r"https?://[^\s)]{4,400}")
_INLINE_NAME = re.compile(r"(?<=[.!?…”\"])\s+(\(?(?:[^\W\d_][\w'’.]{0,9}[\s,–-]{1,3}){1,9}[^\W\d_][\w'’.]{0,9}\)?)\s*$")
_TEASER_LENGTH = 700
_BYLINES_TRIED = 30


@dataclass
class Ending:
    """What stands below the article's last paragraph; `end` is the number of the first line that is not the article."""

    end: int
    authors: list[str] = field(default_factory=list)
    organ: tuple[str, Span] | None = None
    origin: tuple[str, Span] | None = None
    stamps: list[Stamp] = field(default_factory=list)
    url: str | None = None
    cuts: list[Cut] = field(default_factory=list)


def read_ending(lines: Sequence[Line], lead: int, publishers: PublisherNames) -> Ending:
    """Read what stands below the article whose first paragraph is line number `lead`."""
    last = _last_paragraph(lines)
    closing = _closing(lines, lead, publishers)
    related = _related(lines, lead, closing, last)
    ends = [number for number in (closing, related) if number is not None]
    ending = Ending(min(ends, default=last + 1))
    _read_below(ending, lines, publishers, cut_rest=bool(ends))
    if not ending.authors and ending.end > lead:
        _inline_byline(ending, lines[ending.end - 1], publishers)
    return ending


def _last_paragraph(lines: Sequence[Line]) -> int:
    """The number of the last line of prose that is not the page's imprint."""
    return next((i for i in range(len(lines) - 1, -1, -1) if lines[i].prose and not is_page_end(lines[i])), -1)


def _signs(line: Line, publishers: PublisherNames) -> Byline | None:
    if line.prose or len(line.text) > 300:
        return None
    byline = read_byline(line.text, provinces=publishers.province_names)
    return byline if byline and opens_related(line) is None else None


def _closing(lines: Sequence[Line], lead: int, publishers: PublisherNames) -> int | None:
    """The number of the last byline after which only the page goes on."""
    above = list(accumulate((len(line.text) if line.prose else 0 for line in lines), initial=0))
    tried = 0
    for i in range(len(lines) - 1, lead, -1):
        if tried == _BYLINES_TRIED:
            return None
        if not _signs(lines[i], publishers):
            continue
        tried += 1
        if _only_page_below(lines, i, above[i], publishers):
            while i > lead + 1 and _signs(lines[i - 1], publishers):
                i -= 1
            return i
    return None


def _only_page_below(lines: Sequence[Line], at: int, above: int, publishers: PublisherNames) -> bool:
    """Whether what stands below a line is short lines, and teasers: each a headline with at most one paragraph."""
    below, previous_was_prose, first = 0, True, True
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if is_page_end(line) or opens_related(line) is not None:
            return True
        if first and _signs(line, publishers):
            continue
        if line.prose:
            below += len(line.text)
            if previous_was_prose or len(line.text) > _TEASER_LENGTH:
                return False
        first, previous_was_prose = False, line.prose
    return below <= above


def _related(lines: Sequence[Line], lead: int, closing: int | None, last: int) -> int | None:
    """The number of the line that opens the page's lists or foot, where the article does not go on after it."""
    goes_on_until = next((i for i in range(len(lines) - 1, lead, -1) if _goes_on(lines, i)), lead)
    for i in range(max(lead + 1, goes_on_until if closing is None else max(goes_on_until, closing)), len(lines)):
        line = lines[i]
        if i > last and is_page_end(line):
            return i
        if not line.prose and opens_related(line) is not None and not _paragraph_below(lines, i):
            return i
    return None


def _paragraph_below(lines: Sequence[Line], i: int) -> bool:
    """Whether the article goes on right below line number `i`: a teaser would have its headline first."""
    return i + 1 < len(lines) and lines[i + 1].prose and not is_page_end(lines[i + 1])


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether paragraph number `i` follows another one: two in a row belong to no teaser."""
    return lines[i].prose and lines[i - 1].prose and not is_page_end(lines[i])


def box_of_related(lines: Sequence[Line], start: int) -> int:
    """How far a box of other articles reaches that stands within the article: up to the next paragraph."""
    while start < len(lines) and not lines[start].prose:
        start += 1
    return start


def _read_below(ending: Ending, lines: Sequence[Line], publishers: PublisherNames, *, cut_rest: bool) -> None:
    listed = False
    for i in range(ending.end, len(lines)):
        line = lines[i]
        listed = listed or is_page_end(line) or opens_related(line) is not None
        why = _read_foot_line(line) if listed else _read_signature(ending, line, publishers)
        if why is None and (cut_rest or is_navigation(line) or is_caption(line, punctuated=False)):
            why = "teaser" if cut_rest else "navigation" if is_navigation(line) else "caption"
        if why:
            ending.cuts.append(Cut(line.start, line.end, why))


def _read_foot_line(line: Line) -> str:
    """Why a line below the lists and tags is cut."""
    if is_page_end(line):
        return "page-end"
    if opens_related(line) is not None:
        return "related"
    return page_reason(line) or "teaser"


def _read_signature(ending: Ending, line: Line, publishers: PublisherNames) -> str | None:
    """Take what a line right below the article says of it; why it is cut, None where it says nothing."""
    if reason := page_reason(line):
        return reason
    if byline := _signs(line, publishers):
        return _take_byline(ending, line, byline)
    if page := read_page_line(line):
        ending.stamps += [stamp for stamp in page.stamps if stamp.label]
        return "date-line" if page.stamps else "counter" if page.counters and not page.buttons else "navigation"
    if line.prose:
        return None
    if organ := organ_named(line.text.strip("() "), publishers.provinces):
        ending.organ = ending.organ or (organ, Span(line.start, line.end))
        return "source"
    if not ending.authors and (office := read_office(line.text)):
        ending.authors.append(office)
        return "byline"
    return None


def _take_byline(ending: Ending, line: Line, byline: Byline) -> str:
    ending.authors += [author for author in byline.authors if author not in ending.authors]
    if byline.source:
        if url := _SOURCE_URL.search(byline.source):
            ending.url = ending.url or url[0]
        name = _SOURCE_URL.sub("", byline.source).strip(" -–—()|,.:") or byline.source
        if ending.origin is None or line.folded.lstrip("( ").startswith("nguồn"):
            ending.origin = name, Span(line.start, line.end)
    return "byline" if byline.authors else "source"


def _inline_byline(ending: Ending, last: Line, publishers: PublisherNames) -> None:
    """A byline at the end of the last paragraph's own line: „… trong thời gian tới./. Anh Thúy"."""
    if len(last.text) < 50:
        return
    m = _INLINE_NAME.search(last.text, max(0, len(last.text) - 90))
    byline = read_byline(m[1], provinces=publishers.province_names) if m else None
    if not m or byline is None or (not byline.labelled and len(m[1].split()) < 2):
        return
    start = last.start + m.start(1)
    signature = Line(start, last.start + len(last.text), m[1])
    ending.cuts.append(Cut(signature.start, signature.end, _take_byline(ending, signature, byline)))
