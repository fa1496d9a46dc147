"""Opens a raw article: the passage without what is not the article, and its header."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from generator.ingest.found import Cut, Header, Published, Raw, Span
from generator.ingest.lexicon import Lexicon
from generator.ingest.opening.body import cuts_within
from generator.ingest.opening.cut_reasons import is_noise
from generator.ingest.opening.ending import Ending, read_ending
from generator.ingest.opening.head import Head, read_below_lead, read_head
from generator.ingest.opening.headline import suggested_title, without_site
from generator.ingest.opening.left_out import LeftOut, read_left_out
from generator.ingest.opening.lines import Line, lines_of
from generator.ingest.opening.publication_line import Choice, choose_publication
from generator.ingest.opening.publisher_lines import dateline, organ_named
from generator.ingest.opening.publisher_names import PublisherNames
from generator.ingest.opening.stamps import read_page_line
from generator.ingest.opening.title_line import is_picture
from generator.ingest.passage import Passage

_YEAR = re.compile(r"20(?<![\d.,]20)\d\d(?![.,]?\d)")
_TITLE_WITH_STOP = 160


def open_article(raw: Raw, lexicon: Lexicon) -> tuple[Passage, Header]:
    """The passage of a raw article and its header; `header.published` is set only where text or page state it.

    A text of one line is taken as it is. Each cut's `why` is a key of generator.ingest.opening.cut_reasons.
    """
    lines, publishers = lines_of(raw.text), lexicon.publishers
    if len(lines) < 2:
        return _opened(raw, [], Head(), Ending(len(lines)), lines[0] if lines else None, publishers)
    number = _lead(lines)
    head = read_head(lines, number, raw.meta, publishers)
    if number == len(lines):
        return _opened(raw, head.cuts, head, Ending(number), None, publishers)
    lead, body = lines[number], read_below_lead(lines, number, head, publishers)
    ending = read_ending(lines, body - 1, publishers)
    title = head.title.text if head.title else None
    cuts = [*head.cuts, *cuts_within(raw.text, [lead, *lines[body : ending.end]], title), *ending.cuts]
    opened = dateline(lead.text, publishers.provinces)
    if opened and all(cut.start != lead.start for cut in cuts):
        cuts.append(Cut(lead.start, lead.start + opened[1], "dateline"))
    return _opened(raw, cuts, head, ending, lead, publishers)


def _lead(lines: Sequence[Line]) -> int:
    """The number of the first paragraph: the first line of prose that is no picture's text and no headline."""
    prose = [i for i, line in enumerate(lines) if line.prose]
    first = next((i for i in prose if i == prose[-1] or not is_picture(lines, i)), len(lines))
    if first + 2 < len(lines) and len(lines[first].text) <= _TITLE_WITH_STOP:
        page = read_page_line(lines[first + 1])
        if page and page.stamps and all(i >= first for i in prose):
            return next((i for i in prose if i > first), first)
    return first


def _opened(
    raw: Raw, cuts: Sequence[Cut], head: Head, ending: Ending, lead: Line | None, publishers: PublisherNames
) -> tuple[Passage, Header]:
    publication = _publication(raw, head, ending)
    passage = _passage(raw, cuts, {stamp.start for stamp in publication.saved})
    return passage, _header(raw, head, ending, lead, publication, publishers)


def _passage(raw: Raw, cuts: Sequence[Cut], saved: Set[int]) -> Passage:
    """The passage without the cuts; `saved` is where dates begin on which the page was saved."""
    told = []
    for cut in sorted(cuts, key=lambda c: c.start):
        why = "saved-on" if cut.why == "date-line" and cut.start in saved else cut.why
        told.append(Cut(cut.start, cut.end, why, noise=is_noise(why)))
    return Passage(raw.text, told)


def _publication(raw: Raw, head: Head, ending: Ending) -> Choice:
    years: list[int] = []
    if any(stamp.weekday for stamp in head.stamps):
        stamped = {(stamp.start, stamp.end) for stamp in head.stamps}
        after = max(end for _, end in stamped)
        years = [int(m[0]) for m in _YEAR.finditer(raw.text, after)]
    title_start = head.title.start if head.title else None
    return choose_publication([*head.stamps, *ending.stamps], title_start, raw.meta, max(years, default=None))


def _stated(publication: Choice, left_out: LeftOut) -> Published | None:
    if publication.published is None and left_out.published:
        return Published(edtf=left_out.published.day, time=left_out.published.time)
    return publication.published


def _header(
    raw: Raw, head: Head, ending: Ending, lead: Line | None, publication: Choice, publishers: PublisherNames
) -> Header:
    left_out = read_left_out(raw.left_out, publishers)
    publisher, publisher_id, span = _publisher(raw, head, ending, lead, left_out, publishers)
    title = " ".join(head.title.text.split()) if head.title else None
    if title is None and raw.meta.title and not organ_named(raw.meta.title, publishers.provinces):
        title = without_site(raw.meta.title, [publisher or "", raw.meta.publisher or ""])
    return Header(
        title=title,
        title_span=Span(head.title.start, head.title.end) if head.title else None,
        suggested_title=None if title or lead is None else suggested_title(lead.text),
        publisher=publisher,
        publisher_id=publisher_id,
        publisher_span=span,
        origin=ending.origin[0] if ending.origin else None,
        origin_span=ending.origin[1] if ending.origin else None,
        authors=tuple(dict.fromkeys([*ending.authors, *head.authors])) or raw.meta.authors,
        url=raw.meta.url or ending.url or head.url,
        published=_stated(publication, left_out),
    )


def _publisher(
    raw: Raw, head: Head, ending: Ending, lead: Line | None, left_out: LeftOut, publishers: PublisherNames
) -> tuple[str | None, str | None, Span | None]:
    """Name, id and place of the publisher, by address and metadata, head, signature, dateline.

    „Nguồn: X" and „Theo X" name the origin of a reprint, not who published it here.
    """
    opened = dateline(lead.text, publishers.provinces) if lead else None
    told = [
        (raw.meta.publisher, None),
        head.publisher or (None, None),
        (left_out.publisher, None),
        ending.organ or (None, None),
        (opened[0], Span(lead.start, lead.start + opened[1])) if opened and lead else (None, None),
    ]
    if raw.meta.url and (known := publishers.at(raw.meta.url)):
        return known.name, known.id, None
    for name, span in told:
        if name:
            known = publishers.named(name)
            return (known.name, known.id, span) if known else (name, None, span)
    return None, None, None
