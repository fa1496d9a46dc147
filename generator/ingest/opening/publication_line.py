"""When an article says it was published: which of a page's dates that is, and which is only the day it was saved."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from generator.ingest.found import PageMeta, Published, Span
from generator.ingest.opening.stamps import Stamp

_VIETNAM = timezone(timedelta(hours=7))
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:$|[T ])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and the dates that are the page's, not the article's."""

    published: Published | None
    saved: tuple[Stamp, ...]


def choose_publication(stamps: list[Stamp], title_start: int | None, meta: PageMeta, latest_year: int | None) -> Choice:
    """The date of publication among a page's dates and metadata.

    „Ngày đăng" comes first, then the date below the title, then one above it; a day above the title later than every
    year the text names is the day of saving; a date of the last change stands in only where there is no other.
    `latest_year` is the latest year the text itself names.
    """
    labelled = [s for s in stamps if s.label == "published"]
    plain = [s for s in stamps if s.label is None]
    title_at = -1 if title_start is None else title_start
    below = [s for s in plain if s.start > title_at]
    above = [s for s in plain if s.start < title_at and not _is_clock(s, latest_year)]
    chosen = next(iter(labelled or below or above), None)
    updated = next((s for s in stamps if s.label == "update"), None)
    saved = tuple(s for s in plain if chosen is None or (s.day != chosen.day and s is not next(iter(below), None)))
    from_page = _from_page(meta)
    if chosen is not None:
        return Choice(_weighed(_stated(chosen), from_page, sure=chosen.label is not None), saved)
    if from_page is not None:
        return Choice(from_page, saved)
    if updated is not None:
        return Choice(replace(_stated(updated), reason="bài chỉ ghi ngày cập nhật"), saved)
    modified = _moment(meta.modified)
    if modified is not None:
        return Choice(replace(modified, reason="trang chỉ ghi ngày sửa lần cuối"), saved)
    return Choice(None, saved)


def _is_clock(stamp: Stamp, latest_year: int | None) -> bool:
    """Whether a date above the title may only be the day on which the page was opened."""
    return stamp.weekday and stamp.time is None and latest_year is not None and int(stamp.day[:4]) > latest_year


def _stated(stamp: Stamp) -> Published:
    return Published(edtf=stamp.day, time=stamp.time, found=Span(stamp.start, stamp.end))


def _from_page(meta: PageMeta) -> Published | None:
    return _moment(meta.published)


def _moment(iso: str | None) -> Published | None:
    """An ISO date of a page's metadata, in Vietnamese time."""
    if not iso or not (m := _DAY.match(iso)):
        return None
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None if _impossible(m[1]) else Published(edtf=m[1])
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(_VIETNAM)
        except OverflowError:
            return None
    time = f"{moment:%H:%M}" if len(iso) > len("YYYY-MM-DD") else None
    return Published(edtf=f"{moment:%Y-%m-%d}", time=time)


def _impossible(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return True
    return False


def _weighed(stated: Published, from_page: Published | None, *, sure: bool) -> Published:
    """The stated date against the page's metadata: what is labelled wins, else the metadata does."""
    if from_page is None:
        return stated
    if from_page.edtf == stated.edtf:
        return replace(stated, time=stated.time or from_page.time)
    if sure:
        return replace(stated, reason=f"bài ghi ngày đăng {stated.edtf}, siêu dữ liệu của trang ghi {from_page.edtf}")
    return replace(from_page, reason=f"theo siêu dữ liệu của trang; bài có ghi {stated.edtf}")
