"""The overview of the timeline: what comes, what was last, and the way to every year, province and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.edtf import PRECISION_VI, Precision, day_vi
from generator.library import addresses
from generator.library.library import Entry, Library
from generator.library.yearly_days import coming_day, series_unit
from generator.pages.events import event_item
from generator.pages.page import Page, Ref
from generator.pages.refs import SORTS_VI, Line, marks, series_ref, unit_refs
from generator.pages.timeline_filters import Filing, entry_key
from generator.pages.timeline_form import FILES, Shared, form
from generator.pages.timeline_rows import Row, Year, cut, newest_first
from generator.registry import Series
from generator.text import collation_key, number_vi

LATEST = 60
"""How many entries the overview holds, filled up to a whole month; the pages of years hold all."""

AHEAD = 2
"""How many coming entries stand open above today."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A row that is ahead, until a day."""

    until: date
    row: Row


def overview_page(made: Shared, today: date) -> Page:
    """The overview, seen from today."""
    library = made.library
    entries = [e for e in library.timeline if _is_ahead(e, today)]
    coming = {entry_key(e) for e in entries}
    past = newest_first((e for e in library.timeline if entry_key(e) not in coming), made.rows)
    latest = cut(past, LATEST)
    table = [
        {"year": Ref(str(number), addresses.year(number)), "counts": Counter(e.sort for e in told), "total": len(told)}
        for number, told in sorted(made.filing.by_year.items(), reverse=True)
    ]
    entered = [Coming(_ahead_until(e, today), made.rows[entry_key(e)]) for e in entries]
    ahead = sorted([*entered, *_yearly_days(library, today)], key=lambda c: c.until)
    return Page(
        path=addresses.TIMELINE,
        template="timeline.md.jinja",
        title="Dòng thời gian",
        description="Mọi điều có ngày tháng trong thư viện: sự kiện, văn bản, xếp hạng, mục tiêu, theo năm và tháng.",
        changed=library.content_date,
        view={
            "count": _count(library, made.filing),
            "form": form(addresses.TIMELINE, made.filters),
            "ahead": [c.row for c in ahead[:AHEAD]],
            "further": [c.row for c in ahead[AHEAD:]],
            "today": day_vi(today),
            "years": latest,
            "older": _older(latest, past),
            "table": table,
            "sorts": list(SORTS_VI.items()),
            "undated": [event_item(library, e) for e in library.events.values() if e.date is None],
        },
        front_matter=FILES,
    )


def _is_ahead(entry: Entry, today: date) -> bool:
    """Whether it begins after today; a target is ahead until its last day is over."""
    if entry.date.earliest and entry.date.earliest > today:
        return True
    return entry.sort == "target" and (entry.date.latest is None or entry.date.latest >= today)


def _ahead_until(entry: Entry, today: date) -> date:
    """The last day on which an entry stands ahead as it does today."""
    if entry.date.earliest and entry.date.earliest > today:
        return entry.date.earliest
    return entry.date.latest or date.max


def _count(library: Library, filing: Filing) -> str:
    if not library.timeline:
        return "Chưa có mục nào"
    return f"{number_vi(len(library.timeline))} mục, {min(filing.by_year)}–{max(filing.by_year)}"


def _older(shown: list[Year], past: list[Year]) -> list[Ref]:
    """The pages of the years that the overview does not hold to their end."""
    whole = {year.number for year in shown if year in past}
    return [Ref(str(year.number), addresses.year(year.number)) for year in past if year.number not in whole]


def _yearly_days(library: Library, today: date) -> Iterable[Coming]:
    """The next day of every series whose day is known."""
    for series in sorted(library.registries.series.values(), key=lambda s: collation_key(s.name)):
        if day := coming_day(library, series, today):
            yield Coming(day, Row(_yearly_day(library, series, day), "ngày hằng năm", "", ""))


def _yearly_day(library: Library, series: Series, day: date) -> Line:
    unit = series_unit(library, series)
    claims = library.series_claims.get(series.id, ())
    return Line(
        when=day_vi(day),
        precision=PRECISION_VI[Precision.DAY],
        sort="",
        title=series_ref(library, series.id),
        detail="",
        provinces=unit_refs(library, [unit.id]) if unit else [],
        scope="" if unit else "cấp quốc gia",
        announced=False,
        other_dates=[],
        marks=marks(library, [claim for claim in claims if claim.recurs])[:1],
    )
