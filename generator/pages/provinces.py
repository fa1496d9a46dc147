"""Pages of provinces by name, and their list by region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.agenda import province_has_calendar
from generator.library.library import Library
from generator.pages import province_sections as parts
from generator.pages.events import event_item
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.province_history import history
from generator.pages.province_part_pages import province_part_pages
from generator.pages.province_parts import latest_event, planned_events, together, topics, yearly_days
from generator.pages.province_sections import Part, part_count, part_shelf, section
from generator.pages.province_series import province_series
from generator.pages.refs import full_name
from generator.pages.subscriptions import offered
from generator.registry import ProvinceName, Unit


def province_pages(library: Library, name: ProvinceName) -> Iterable[Plan]:
    """The page of a name, former or current, and those below it."""
    yield _province_page(library, name)
    yield from province_part_pages(library, name)


@page_at(lambda library, name: addresses.province(name.slug))
def _province_page(library: Library, name: ProvinceName) -> Page:
    units = library.succession.gathered(name)
    about = part_count(library, parts.ABOUT, name.slug)
    changed = _changed(library, name)
    latest, dti = latest_event(library, name), province_series(library, units)
    return Page(
        path=addresses.province(name.slug),
        template="province.md.jinja",
        title=_title(library, name),
        description=_description(library, name, about),
        changed=changed,
        view={
            "name": name,
            "history": history(library, name),
            "several": len(units) > 1,
            "counts": {
                "about": about,
                "mentioned": part_count(library, parts.MENTIONED, name.slug),
                "events": part_count(library, parts.EVENTS, name.slug),
            },
            "empty": _empty(library, name, units),
            "days": yearly_days(library, units),
            "latest": event_item(library, latest) if latest else None,
            "planned": [event_item(library, e) for e in planned_events(library, name, changed)],
            "dti": dti,
            "dti_page": Ref("DTI của " + name.name, addresses.index_province("dti", name.slug)),
            "topics": topics(library, name),
            "together": together(library, name),
            **_sections(library, name),
        },
        front_matter={
            **offered(addresses.province(name.slug), calendar=province_has_calendar(library, name)),
            **({"styles": ["charts"]} if dti and dti["svg"] else {}),
        },
    )


_SECTIONS: dict[str, Part] = {
    "timeline": parts.TIMELINE,
    "targets": parts.TARGETS,
    "events": parts.EVENTS,
    "documents": parts.DOCUMENTS,
    "platforms": parts.PLATFORMS,
    "figures": parts.FIGURES,
    "places": parts.PLACES,
    "contradictions_list": parts.CONTRADICTIONS,
    "about": parts.ABOUT,
    "mentioned": parts.MENTIONED,
    "national": parts.NATIONAL,
}


def _sections(library: Library, name: ProvinceName) -> dict[str, Any]:
    """The items of each section by its name in the template, and in `more` the way to all of those that are cut."""
    shown = {key: section(library, part, name.slug) for key, part in _SECTIONS.items()}
    return {key: of.items for key, of in shown.items()} | {"more": {key: of.more for key, of in shown.items()}}


def _changed(library: Library, name: ProvinceName) -> date | None:
    """The day an article that is about the province or mentions it was last changed."""
    days = [day for of in ("updated", "mentioned/updated") for day in library.shelf(f"tinh/{name.slug}/{of}").counts]
    return date.fromisoformat(max(days)) if days else None


def _empty(library: Library, name: ProvinceName, units: Sequence[Unit]) -> bool:
    """Whether nothing at all is told of the province."""
    shelves = [part_shelf(part, name.slug) for part in _SECTIONS.values()]
    shelves += [f"chi-so/{index}/{unit.id}" for index in library.registries.indices for unit in units]
    return not any(library.shelf(shelf).counts for shelf in shelves)


def _title(library: Library, name: ProvinceName) -> str:
    unit = name.units[-1]
    return _full(unit) if unit.until is None else f"{_full(unit)} (đến {day_vi(unit.until)})"


def _full(unit: Unit) -> str:
    full = full_name(unit)
    return full[0].upper() + full[1:]


def _description(library: Library, name: ProvinceName, articles: int) -> str:
    unit = name.units[-1]
    none = "thư viện chưa có bài nào nói riêng"
    if unit.until is None:
        rest = "bài viết nói về, dòng thời gian, sự kiện, văn bản, thứ hạng và mục tiêu"
        return f"Chuyển đổi số ở {full_name(unit)}: {f'{articles} {rest}' if articles else none}."
    successor = library.succession.successor(unit)
    known = f"{articles} bài viết" if articles else none
    return f"{_full(unit)}, nay thuộc {full_name(successor) if successor else 'chưa rõ'}: {known} về chuyển đổi số."
