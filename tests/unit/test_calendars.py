"""Calendars: valid by RFC 5545, each event on its day, and no day of what is not told to the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar

from generator.check import Checked
from generator.library.agenda import MOST
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.things import Event
from generator.model import Status
from generator.output.calendars import calendar_files
from tests.project import ADDRESS, change, library_of
from tests.unit.facts import event as claim

BAC_KAN = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
SERIES = "site_config/event_series.yml"
TO_THE_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def _calendars(library: Library, address: str) -> dict[str, str]:
    return {path: make() for path, make in calendar_files(library, address).items()}


@pytest.fixture(scope="module")
def calendars(library: Library) -> dict[str, str]:
    return _calendars(library, ADDRESS)


def of_project(project: Path) -> dict[str, str]:
    return _calendars(library_of(project), ADDRESS)


def events(calendar: str) -> dict[str, Any]:
    """The events of a calendar by the part of their UID before the @."""
    return {str(e["UID"]).partition("@")[0]: e for e in Calendar.from_ical(calendar.encode()).walk("VEVENT")}


def days(component: Any) -> list[date]:
    count = (component["DTEND"].dt - component["DTSTART"].dt).days
    return [component["DTSTART"].dt + timedelta(days=n) for n in range(count)]


def occurrences(component: Any, until: int) -> list[date]:
    """The days of an event up to a year, by dateutil's reading of its rule."""
    if "RRULE" not in component:
        return days(component)
    rule = rrulestr(
        component["RRULE"].to_ical().decode(), dtstart=datetime.combine(days(component)[0], datetime.min.time())
    )
    excluded = {d.dt for d in component["EXDATE"].dts} if "EXDATE" in component else set()
    found = rule.between(datetime(1900, 1, 1), datetime(until, 12, 31), inc=True)
    return [day.date() for day in found if day.date() not in excluded]


def complaints(calendars: dict[str, str]) -> list[str]:
    """What is wrong with calendars: their lines by RFC 5545, 3.1, and the rest as icalendar reads it, strictly."""
    found = []
    for path, text in calendars.items():
        lines = text.encode().split(b"\r\n")
        if lines[-1] or any(len(line) > 75 or re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines):
            found.append(f"{path}: lines")
        for line in lines:
            line.decode()  # folded between characters
        read = Calendar.from_ical(text.encode())
        if not {"VERSION", "PRODID"} <= read.keys() or not read.subcomponents:
            found.append(f"{path}: incomplete")
        for component in (read, *read.subcomponents):
            found += [f"{path}: {error}" for error in component.errors]
        for event in read.subcomponents:
            wanted = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "LAST-MODIFIED"}
            if event.name != "VEVENT" or not wanted <= event.keys() or not days(event):
                found.append(f"{path}: event {event.get('UID')}")
        if len(events(text)) != len(read.subcomponents):
            found.append(f"{path}: a UID stands twice")
    return found


def test_every_calendar_is_valid(calendars: dict[str, str], library: Library, project: Path) -> None:
    assert complaints(calendars) == []
    assert complaints(_calendars(library, "")) == []
    assert complaints(of_project(project)) == []


def test_every_calendar_is_offered_by_its_page(calendars: dict[str, str], real: Checked) -> None:
    assert {page.front_matter.get("calendar") for page in real.pages} - {None} == set(calendars)


def test_every_event_told_to_the_day_stands_on_its_days_and_no_other_event_does(
    calendars: dict[str, str], library: Library
) -> None:
    told = {}
    for event in library.events.values():
        if event.date and (m := TO_THE_DAY.fullmatch(event.date.text)):
            told[event.id] = [date.fromisoformat(m[1]), date.fromisoformat(m[2] or m[1])]
    shown = {key: days(e) for key, e in events(calendars["lich.ics"]).items() if key in library.events}
    assert {key: [found[0], found[-1]] for key, found in shown.items()} == told
    assert 0 < len(told) < len(library.events)
    left_out = len(library.events) - len(told)
    assert (
        str(Calendar.from_ical(calendars["lich.ics"])["X-WR-CALDESC"]).count(f" {left_out} sự kiện khác chỉ biết") == 1
    )


def test_the_national_day_stands_once_in_every_year(calendars: dict[str, str]) -> None:
    found = events(calendars["su-kien/ngay-chuyen-doi-so-quoc-gia/lich.ics"])
    all_days = sorted(day for e in found.values() for day in occurrences(e, until=2040))
    assert all_days == [date(year, 10, 10) for year in range(2022, 2041)]
    assert occurrences(found["ngay-chuyen-doi-so-quoc-gia"], until=2040)[0] == date(2026, 10, 10)
    assert found["ngay-chuyen-doi-so-quoc-gia"] == events(calendars["lich.ics"])["ngay-chuyen-doi-so-quoc-gia"]


def test_a_yearly_day_goes_from_when_it_is_told_to_the_end_of_its_province(calendars: dict[str, str]) -> None:
    """An article of November 2022 tells of Ninh Thuận's day; the province was merged in 2025."""
    series = events(calendars["tinh/ninh-thuan/lich.ics"])["ngay-chuyen-doi-so-ninh-thuan"]
    assert occurrences(series, until=2040) == [date(2023, 10, 10), date(2024, 10, 10)]
    assert "Chưa rõ năm đầu tiên; lịch ghi từ 10/10/2023" in series["DESCRIPTION"]
    assert "Tỉnh Ninh Thuận có đến 30/6/2025" in series["DESCRIPTION"]
    assert "ngay-chuyen-doi-so-ninh-thuan" in events(calendars["tinh/khanh-hoa/lich.ics"])


def test_a_yearly_day_that_no_year_can_be_told_of_is_left_out(calendars: dict[str, str], project: Path) -> None:
    """Bắc Giang's day is told by an article whose day is not known, maybe of after the merger."""
    assert "ngay-chuyen-doi-so-bac-giang" not in events(calendars["lich.ics"])
    assert "su-kien/ngay-chuyen-doi-so-bac-giang/lich.ics" not in calendars
    assert "su-kien/ngay-chuyen-doi-so-bac-kan/lich.ics" not in of_project(project)


def test_a_29_february_returns_in_leap_years(project: Path) -> None:
    change(project, SERIES, '"--10-10"', '"--02-29"')
    series = events(of_project(project)["lich.ics"])["ngay-chuyen-doi-so-quoc-gia"]
    assert occurrences(series, until=2033) == [date(2024, 2, 29), date(2028, 2, 29), date(2032, 2, 29)]


def test_an_announced_event_is_tentative(calendars: dict[str, str], library: Library) -> None:
    for key, component in events(calendars["lich.ics"]).items():
        event = library.events.get(key)
        announced = event is not None and event.status is Status.ANNOUNCED
        assert str(component["SUMMARY"]).endswith(" (theo kế hoạch)") == announced
        assert component.get("STATUS") == ("TENTATIVE" if announced else "CONFIRMED" if event else None)
        assert component["TRANSP"] == "TRANSPARENT"


def test_an_event_names_its_sources_and_its_page(project: Path) -> None:
    event = events(of_project(project)["tinh/bac-kan/lich.ics"])["bac-kan-hop-ban-chi-dao-2022"]
    source = f"{ADDRESS}bai-viet/bac-kan-hop-ban-chi-dao/#doan-1"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Cuộc họp, 26/10/2022, tỉnh Bắc Kạn.",
        "Nguồn:",
        f"- “Bắc Kạn họp Ban Chỉ đạo chuyển đổi số”, Báo Bắc Kạn: {source}",
    ]
    assert event["URL"] == f"{ADDRESS}su-kien/bac-kan-hop-ban-chi-dao-2022/"
    assert event["CATEGORIES"].cats == ["cuộc họp", "Bắc Kạn"]
    assert "LOCATION" not in event  # a province's meeting may be held elsewhere: only a place that is told is one
    assert event["DTSTAMP"].dt.isoformat() == event["LAST-MODIFIED"].dt.isoformat() == "2026-11-20T00:00:00+00:00"


def test_the_place_is_the_one_told(project: Path) -> None:
    change(
        project,
        BAC_KAN,
        'date: "2022-10-26"\n    provinces',
        'date: "2022-10-26"\n    place: Nhà Văn hóa\n    provinces',
    )
    assert events(of_project(project)["lich.ics"])["bac-kan-hop-ban-chi-dao-2022"]["LOCATION"] == "Nhà Văn hóa"


def test_an_inferred_day_and_one_that_articles_tell_differently_are_said_to_be_so(project: Path) -> None:
    change(project, BAC_KAN, 'date: "2022-10-10"', 'date: "2022-10-12"')
    change(project, BAC_KAN, "    at: 1\ndocuments", "    at: 1\n    basis: inferred\n    reason: Thử.\ndocuments")
    event = events(of_project(project)["lich.ics"])["ngay-chuyen-doi-so-quoc-gia-2022"]
    assert "Các bài kể khác nhau về ngày: " in event["DESCRIPTION"]
    assert "10/10/2022 (nguồn: chưa rõ)" in event["DESCRIPTION"]
    assert "12/10/2022 (Báo Bắc Kạn)" in event["DESCRIPTION"]
    change(project, BAC_KAN, 'date: "2022-10-12"', 'date: "2022-10-10"')
    event = events(of_project(project)["lich.ics"])["ngay-chuyen-doi-so-quoc-gia-2022"]
    assert "số”, Báo Bắc Kạn (suy ra từ văn cảnh): " in event["DESCRIPTION"]


def test_of_many_sources_the_first_are_named(library: Library) -> None:
    event = library.events["ngay-chuyen-doi-so-quoc-gia-2022"]
    slugs = list(library.articles)[:12]
    claims = tuple(claim(slug, "2022-10-10", id=event.id, name=event.name) for slug in slugs)
    many = replace(library, events={**library.events, event.id: replace(event, claims=claims)})
    lines = str(events(_calendars(many, ADDRESS)[f"su-kien/{event.id}/lich.ics"])[event.id]["DESCRIPTION"]).split("\n")
    assert len([line for line in lines if line.startswith("- ")]) == 10
    assert lines[-1] == "… và 2 bài khác"


def test_of_many_events_the_newest_stand_in_a_calendar_and_it_says_so(library: Library) -> None:
    event = library.events["ngay-chuyen-doi-so-quoc-gia-2022"]
    many = {f"su-kien-{n:03d}": replace(event, id=f"su-kien-{n:03d}") for n in range(MOST + 3)}
    months = Shelf({"2022-09": tuple(many)[:10], "2022-10": tuple(many)[10:]})
    crowded = replace(
        library,
        events={**library.events, **many},
        shelves={**library.shelves, "events": months, "events/exact": months},
    )
    calendar = calendar_files(crowded, ADDRESS)["lich.ics"]()
    assert [uid for uid in events(calendar) if uid.startswith("su-kien-")] == list(many)[3:]
    assert f"{MOST} sự kiện mới nhất\\; 3 sự kiện trước đó" in str(Calendar.from_ical(calendar)["X-WR-CALDESC"])


def test_one_event_can_be_added_alone(calendars: dict[str, str]) -> None:
    calendar = calendars["su-kien/ngay-chuyen-doi-so-quoc-gia-2025/lich.ics"]
    assert events(calendar) == {
        "ngay-chuyen-doi-so-quoc-gia-2025": events(calendars["lich.ics"])["ngay-chuyen-doi-so-quoc-gia-2025"]
    }
    assert "X-WR-CALNAME" not in Calendar.from_ical(calendar)


def test_a_province_without_events_has_no_calendar(calendars: dict[str, str], library: Library) -> None:
    """A calendar without any event is not valid."""
    held = {library.registries.units[unit].name_slug for e in library.events.values() for unit in e.provinces}
    assert "cao-bang" not in held
    assert "tinh/cao-bang/lich.ics" not in calendars
    assert set(events(calendars["tinh/bac-kan/lich.ics"])) < set(events(calendars["tinh/thai-nguyen/lich.ics"]))


def test_uids_do_not_change_with_the_address_or_the_name(library: Library, project: Path) -> None:
    elsewhere = _calendars(library, "")
    assert events(elsewhere["lich.ics"]).keys() == events(_calendars(library, ADDRESS)["lich.ics"]).keys()
    assert "http" not in elsewhere["lich.ics"]
    assert "URL" not in elsewhere["lich.ics"]
    change(project, "content/events.yml", "    series:", "    former_slugs: [ten-cu]\n    series:")
    renamed = of_project(project)
    assert "ten-cu" in events(renamed["lich.ics"])
    assert renamed["su-kien/ten-cu/lich.ics"] == renamed["su-kien/ngay-chuyen-doi-so-quoc-gia-2022/lich.ics"]


def test_a_hostile_text_survives_as_text(project: Path) -> None:
    name = '"<b>&]]>,;\\\\n\\n: \\x85\\r\\nEND:VEVENT \\"x\\" ' + "ễ" * 60 + '"'
    change(project, BAC_KAN, "name: Ban Chỉ đạo chuyển đổi số tỉnh Bắc Kạn họp", f"name: {name}")
    change(project, BAC_KAN, "title: Bắc Kạn họp Ban Chỉ đạo chuyển đổi số", f"title: {name}")
    calendars = of_project(project)
    assert complaints(calendars) == []
    event = events(calendars["tinh/bac-kan/lich.ics"])["bac-kan-hop-ban-chi-dao-2022"]
    shown = '<b>&]]>,;\\n : END:VEVENT "x" ' + "ễ" * 60
    assert event["SUMMARY"] == shown
    assert f"“{shown}”" in event["DESCRIPTION"]


def test_long_events_and_spans_are_shown_as_told(library: Library, calendars: dict[str, str]) -> None:
    event: Event = library.events["thang-tieu-dung-so-2023"]
    shown = days(events(calendars[f"su-kien/{event.id}/lich.ics"])[event.id])
    assert (shown[0], shown[-1]) == (date(2023, 10, 1), date(2023, 10, 31))
    assert "su-kien/phong-trao-binh-dan-hoc-vu-so-tay-ninh-2025-2026/lich.ics" not in calendars  # 2025/2026
