"""Pages of provinces by name, and their list by region."""

from __future__ import annotations

from collections.abc import Iterable

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.agenda import province_agenda
from generator.library.library import Library
from generator.model import Status
from generator.pages.articles import article_item
from generator.pages.documents import document_item
from generator.pages.events import event_item
from generator.pages.index_provinces import province_series
from generator.pages.page import Page, Ref
from generator.pages.platforms import platform_item
from generator.pages.province_history import history
from generator.pages.province_list import province_list_page
from generator.pages.province_parts import (
    contradictions,
    figure_view,
    gather,
    national,
    place_view,
    planned,
    together,
    topics,
    yearly_days,
)
from generator.pages.refs import (
    full_name,
    line,
)
from generator.pages.subscriptions import subscriptions
from generator.pages.targets import target_view
from generator.registry import ProvinceName, Unit


def province_pages(library: Library) -> Iterable[Page]:
    """A page for each name, former and current, and the list by region."""
    yield province_list_page(library)
    for name in library.registries.provinces.values():
        yield _province_page(library, name)


def _province_page(library: Library, name: ProvinceName) -> Page:
    units = library.succession.gathered(name)
    about = gather(library, units, "about")
    subjects = set(about)
    mentioned = [slug for slug in gather(library, units, "mentioned_by") if slug not in subjects]
    events = [library.events[key] for key in gather(library, units, "events")]
    dated = sorted((e for e in events if e.date), key=lambda e: (e.date.sort_key if e.date else (), e.id), reverse=True)
    events = dated + [e for e in events if not e.date]
    entries = sorted(gather(library, units, "entries"), key=lambda e: (e.date.sort_key, e.sort, e.title))
    documents = gather(library, units, "documents")
    changed = [library.articles[slug].updated for slug in (*about, *mentioned)]
    dti = province_series(library, units)
    return Page(
        path=addresses.province(name.slug),
        template="province.md.jinja",
        title=_title(library, name),
        description=_description(library, name, len(about)),
        changed=max(changed, default=None),
        view={
            "name": name,
            "history": history(library, name),
            "several": len(units) > 1,
            "counts": {"about": len(about), "mentioned": len(mentioned), "events": len(events)},
            "empty": not any(unit.id in library.of_unit for unit in units),
            "timeline": [line(library, e, labels=len(units) > 1) for e in reversed(entries)],
            "days": yearly_days(library, units),
            "latest": next((event_item(library, e) for e in dated if e.status is Status.REPORTED), None),
            "planned": [event_item(library, e) for e in planned(library, dated)],
            "events": [event_item(library, e) for e in events],
            "about": [article_item(library, library.articles[slug]) for slug in reversed(about)],
            "mentioned": [article_item(library, library.articles[slug]) for slug in reversed(mentioned)],
            "dti": dti,
            "dti_page": Ref("DTI của " + name.name, addresses.index_province("dti", name.slug)),
            "documents": [document_item(library, library.documents[key]) for key in documents],
            "targets": [target_view(library, t) for t in gather(library, units, "targets")],
            "platforms": [platform_item(library, library.platforms[p]) for p in gather(library, units, "platforms")],
            "figures": [figure_view(library, f) for f in gather(library, units, "figures")],
            "places": [place_view(library, p) for p in gather(library, units, "places")],
            "topics": topics(library, about),
            "national": national(library, about),
            "together": together(library, name, about + mentioned),
            "contradictions_list": contradictions(library, units, events, documents),
        },
        front_matter={
            **subscriptions(addresses.province(name.slug), province_agenda(library, name)),
            **({"styles": ["charts"]} if dti and dti["svg"] else {}),
        },
    )


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
