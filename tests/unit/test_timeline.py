"""The timeline's pages: every entry under each value it can be filtered by, newest first; what is ahead above today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import pytest

from generator.library import addresses
from generator.library.library import Entry, Library
from generator.pages.page import Page
from generator.pages.timeline import timeline_pages
from generator.pages.timeline_filters import EVENT_KIND_SLUGS, KIND_NAMES, KINDS, NATIONWIDE, file_entries, filters
from generator.pages.timeline_rows import Month, Row, Year, all_rows, cut, newest_first
from generator.vocabulary import EVENT_KINDS
from tests.project import TODAY


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, Page]:
    return {page.path: page for page in timeline_pages(library, TODAY)}


def titles(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return sorted((row.line.title.text, row.line.when) for row in rows)


def shown(page: Page) -> list[tuple[str, str]]:
    """The rows below a page's months."""
    return titles(row for year in page.view["years"] for month in year.months for row in month.rows)


def expected(library: Library, entries: Iterable[Entry]) -> list[tuple[str, str]]:
    rows = all_rows(library, file_entries(library))
    return titles(rows[e.sort, e.id] for e in entries)


def test_every_kind_of_event_has_an_address_of_its_own() -> None:
    assert set(EVENT_KIND_SLUGS) == set(EVENT_KINDS)
    assert len(KIND_NAMES) == 1 + len(EVENT_KINDS) + len(KINDS)


def test_a_year_holds_its_entries_and_no_others(library: Library, pages: dict[str, Page]) -> None:
    for number in {e.date.year for e in library.timeline}:
        of_year = [e for e in library.timeline if e.date.year == number]
        assert shown(pages[addresses.year(number)]) == expected(library, of_year)


def test_a_kind_holds_its_entries_and_no_others(library: Library, pages: dict[str, Page]) -> None:
    def page(kind: str) -> list[tuple[str, str]]:
        return shown(pages[addresses.timeline_of_kind(kind)])

    events = [e for e in library.timeline if e.sort == "event"]
    assert page("su-kien") == expected(library, events)
    for kind in {library.events[e.id].kind for e in events}:
        assert page(EVENT_KIND_SLUGS[kind]) == expected(
            library, (e for e in events if library.events[e.id].kind == kind)
        )
    assert page("van-ban") == expected(library, (e for e in library.timeline if e.sort == "document"))


def test_a_former_provinces_entries_stand_under_its_name_and_the_one_it_became_part_of(
    library: Library, pages: dict[str, Page]
) -> None:
    def of(*units: str) -> list[tuple[str, str]]:
        return expected(library, (e for e in library.timeline if set(units) & set(e.provinces)))

    former, current = (pages[addresses.timeline_of_province(slug)] for slug in ("bac-giang", "bac-ninh"))
    assert shown(former) == of("bac-giang") != []
    assert shown(current) == of("bac-giang", "bac-ninh-truoc-2025", "bac-ninh-tu-2025")
    assert "kể cả Bắc Giang" in current.view["lead"]


def test_what_belongs_to_no_province_can_be_found_too(library: Library, pages: dict[str, Page]) -> None:
    page = pages[addresses.timeline_of_province(NATIONWIDE)]
    assert shown(page) == expected(library, (e for e in library.timeline if not e.provinces))


def test_every_choice_has_a_page_with_as_many_entries(library: Library, pages: dict[str, Page]) -> None:
    offered = filters(library, file_entries(library))
    assert [f.name for f in offered] == ["tinh", "loai", "nam"]
    choices = [choice for f in offered for _, group in f.groups for choice in group]
    assert {choice.page: choice.count for choice in choices} == {
        path: len(shown(page)) for path, page in pages.items() if path != addresses.TIMELINE
    }
    assert [title for title, _ in offered[0].groups] == [
        "",
        "Hiện nay",
        "Tên cũ, đến 30/6/2025",
        "Tên cũ, đến 31/12/2024",
    ]


def test_everything_stands_newest_first_and_what_is_told_less_exactly_last(library: Library) -> None:
    rows = all_rows(library, file_entries(library))
    years = newest_first(library.timeline, rows)
    assert [y.number for y in years] == sorted({e.date.year for e in library.timeline}, reverse=True)
    october = next(m for y in years for m in y.months if m.anchor == "thang-10-2022")
    days = [row.line.when for row in october.rows]
    assert days[-1] == "tháng 10/2022"
    numbers = [int(day.split("/")[0]) for day in days if day.count("/") == 2 and day[:2].rstrip("/").isdigit()]
    assert all(later >= earlier for later, earlier in pairwise(n for n in numbers if n > 1))
    assert years[0].months[-1].rest == "cả năm hoặc chưa rõ tháng"


def test_a_year_page_keeps_the_anchors_of_its_months(pages: dict[str, Page]) -> None:
    anchors = [m.anchor for y in pages[addresses.year(2022)].view["years"] for m in y.months]
    assert anchors[-1] == "ca-nam"
    assert "thang-10" in anchors


def test_a_target_is_ahead_until_its_last_day_is_over(library: Library) -> None:
    def ahead(today: date) -> list[str]:
        view = next(iter(timeline_pages(library, today))).view
        return [row.line.when for row in (*view["ahead"], *view["further"])]

    assert "năm 2026" in ahead(date(2026, 12, 31))
    assert "năm 2026" not in ahead(date(2027, 1, 1))
    assert "10/10/2027" in ahead(TODAY)


def test_nothing_is_both_ahead_and_past(library: Library) -> None:
    view = next(iter(timeline_pages(library, TODAY))).view
    assert view["older"], "the overview is cut: otherwise compare all"
    coming = {id(row) for row in (*view["ahead"], *view["further"])}
    assert not coming & {id(row) for y in view["years"] for m in y.months for row in m.rows}


@pytest.mark.parametrize(
    ("least", "kept"), [(1, [(2022, 1)]), (3, [(2022, 2)]), (4, [(2022, 2), (2021, 1)]), (9, [(2022, 2), (2021, 1)])]
)
def test_the_overview_is_cut_between_months(library: Library, least: int, kept: list[tuple[int, int]]) -> None:
    row = next(iter(all_rows(library, file_entries(library)).values()))
    years = [
        Year(2022, [Month("", "", "a", [row]), Month("", "", "b", [row, row])]),
        Year(2021, [Month("", "", "c", [row])]),
    ]
    assert [(y.number, len(y.months)) for y in cut(years, least)] == kept
