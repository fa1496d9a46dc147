"""The timeline's pages: every entry under each value it can be filtered by, newest first; what is ahead above today.

Long lists are cut: the pages below hold every entry once, and none of them many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import pytest

from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.library.things import Entry
from generator.pages import list_pages, timeline_overview
from generator.pages.page import Page, Plan
from generator.pages.timeline import timeline_families
from generator.pages.timeline_ahead import MOST, ahead, is_ahead
from generator.pages.timeline_filters import EVENT_KIND_SLUGS, KIND_NAMES, KINDS, filters
from generator.pages.timeline_overview import overview_page
from generator.pages.timeline_rows import Row, row, rows_of
from generator.vocabulary import EVENT_KINDS
from tests.project import TODAY


def planned(library: Library) -> Iterator[Plan]:
    for plan in timeline_families(library.registries, TODAY).values():
        yield from plan(library)


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, Page]:
    return {plan.path: plan.make() for plan in planned(library)}


def titles(rows: Iterable[Row]) -> list[tuple[str, str]]:
    return sorted((row.line.title.text, row.line.when) for row in rows)


def shown(page: Page) -> list[tuple[str, str]]:
    """The rows below a page's months."""
    return titles(rows_of(page.view["years"]))


def expected(library: Library, entries: Iterable[Entry]) -> list[tuple[str, str]]:
    return titles(row(library, entry) for entry in entries)


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


def test_every_choice_has_a_page(library: Library, pages: dict[str, Page]) -> None:
    offered = filters(library)
    assert [f.name for f in offered] == ["tinh", "loai", "nam"]
    choices = {choice.page for f in offered for _, group in f.groups for choice in group}
    assert choices == pages.keys() - {addresses.TIMELINE}
    assert [title for title, _ in offered[0].groups] == [
        "",
        "Hiện nay",
        "Tên cũ, đến 30/6/2025",
        "Tên cũ, đến 31/12/2024",
    ]


def test_the_overview_counts_what_each_choice_leaves(library: Library, pages: dict[str, Page]) -> None:
    values = pages[addresses.TIMELINE].view["values"]
    counted = {ref.page: number for _, groups in values for _, choices in groups for ref, number in choices}
    assert counted == {path: len(shown(page)) for path, page in pages.items() if path != addresses.TIMELINE}


def test_everything_stands_newest_first_and_what_is_told_less_exactly_last(pages: dict[str, Page]) -> None:
    years = pages[addresses.timeline_of_kind("su-kien")].view["years"]
    assert [y.number for y in years] == sorted({y.number for y in years}, reverse=True)
    october = next(m for y in years for m in y.months if m.anchor == "thang-10-2022")
    days = [r.line.when for r in october.rows]
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
        view = overview_page(library, today).make().view
        return [row.line.when for row in (*view["ahead"], *view["further"])]

    assert "năm 2026" in ahead(date(2026, 12, 31))
    assert "năm 2026" not in ahead(date(2027, 1, 1))
    assert "10/10/2027" in ahead(TODAY)


@pytest.mark.parametrize("today", [date(2009, 1, 1), date(2022, 10, 5), TODAY, date(2027, 6, 1), date(2031, 1, 1)])
def test_what_is_ahead_is_found_without_a_look_at_everything(library: Library, today: date) -> None:
    coming = [entry for entry in library.timeline if is_ahead(entry, today)]
    found = ahead(library, today)
    named = titles(r for r in found.rows if r.kind != "ngày hằng năm")
    assert len(named) == min(len(coming), MOST)
    assert set(named) <= set(expected(library, coming))
    assert bool(found.beyond) is (len(coming) > MOST)


def test_nothing_is_both_ahead_and_past(library: Library) -> None:
    view = overview_page(library, TODAY).make().view
    assert view["older"], "the overview is cut: otherwise compare all"
    coming = set(titles([*view["ahead"], *view["further"]]))
    assert not coming & set(titles(rows_of(view["years"])))


def test_the_overview_is_cut_between_months_unless_they_are_long(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def months() -> list[tuple[str, int]]:
        years = overview_page(library, TODAY).make().view["years"]
        return [(m.anchor, len(m.rows)) for year in years for m in year.months]

    every = months()
    monkeypatch.setattr(timeline_overview, "NEWEST", every[0][1] + 1)
    assert months() == every[:2]
    monkeypatch.setattr(timeline_overview, "LIMIT", every[0][1] + 1)
    assert months() == [every[0], (every[1][0], 1)]


def test_the_pages_below_a_long_list_hold_every_entry_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_pages, "LIMIT", 7)
    cut = {plan.path: plan.make() for plan in planned(library)}
    kind, province = addresses.timeline_of_kind("su-kien"), addresses.timeline_of_province(NATIONWIDE)
    for own, entries in (
        (kind, [e for e in library.timeline if e.sort == "event"]),
        (province, [e for e in library.timeline if not e.provinces]),
        (addresses.year(2022), [e for e in library.timeline if e.date.year == 2022]),
    ):
        below = [page for path, page in cut.items() if path.startswith(own.removesuffix(".md") + "/")]
        assert sorted(each for page in below for each in shown(page)) == expected(library, entries)
        assert max(len(shown(page)) for page in below) <= 7
        assert cut[own].view["partial"]
    own_filters = {path: cut[path].view["form"].own for path in (kind, addresses.year(2022))}
    assert own_filters == {kind: {"loai": "su-kien"}, addresses.year(2022): {"nam": "2022"}}
