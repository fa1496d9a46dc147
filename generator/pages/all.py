"""Every page of the portal, planned in families: pages whose number and addresses hang on the same things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from generator.library import addresses
from generator.library.library import Library
from generator.pages.about import about_page
from generator.pages.articles import article_list_pages, article_pages
from generator.pages.documents import document_list_pages, document_pages
from generator.pages.editors_report import editors_report_page
from generator.pages.english import english_page
from generator.pages.events import event_list_pages, event_pages
from generator.pages.home import home_page
from generator.pages.indices import index_pages
from generator.pages.news import news_pages
from generator.pages.open_data import open_data_page
from generator.pages.open_data_files import open_data_file_pages
from generator.pages.page import Page, Plan
from generator.pages.platform_lists import platform_list_pages
from generator.pages.platforms import platform_pages
from generator.pages.province_list import province_list_page
from generator.pages.provinces import province_pages
from generator.pages.rights import rights_page
from generator.pages.saved import saved_page
from generator.pages.search import search_page
from generator.pages.series import series_pages
from generator.pages.targets import target_pages
from generator.pages.timeline import timeline_families
from generator.pages.topics import topic_list_pages, topic_pages
from generator.registry import Registries

Planner = Callable[[Library], Iterable[Plan]]

OF_THINGS: Mapping[str, Callable[[Library, str], Iterable[Plan]]] = MappingProxyType(
    {"articles": article_pages, "events": event_pages, "documents": document_pages, "platforms": platform_pages}
)
"""The families that there are one of for each thing of a field of the library, by its key."""

_SINGLE = (about_page, rights_page, open_data_page, english_page, search_page)


def families(registries: Registries, *, today: date, preview: bool) -> dict[str, Planner]:
    """The families that there are whatever articles tell; the editors' report only in a preview.

    `today` may change only pages of `today_pages`.
    """
    report: dict[str, Planner] = {"report": lambda library: [editors_report_page(library)]} if preview else {}
    return {
        "home": lambda library: [home_page(library, today, preview=preview)],
        **timeline_families(registries, today),
        "provinces": lambda library: [province_list_page(library)],
        **{f"provinces/{name.slug}": partial(province_pages, name=name) for name in registries.provinces.values()},
        "articles": article_list_pages,
        "events": event_list_pages,
        **{f"series/{key}": partial(series_pages, series=s, today=today) for key, s in registries.series.items()},
        "documents": document_list_pages,
        "platforms": platform_list_pages,
        "topics": topic_list_pages,
        **{f"topics/{topic.id}": partial(topic_pages, topic=topic) for topic in registries.topics.values()},
        "news": news_pages,
        "single": lambda library: [f(library) for f in _SINGLE],
        "data": open_data_file_pages,
        "saved": lambda library: [saved_page()],
        **report,
        "indices": index_pages,
        "targets": lambda library: target_pages(library, today),
    }


def family_of_thing(field: str, key: str) -> tuple[str, Planner]:
    """The name of the family of a thing, and how it is planned."""
    return f"{field}/={key}", lambda library: OF_THINGS[field](library, key)


def all_families(library: Library, *, today: date, preview: bool) -> dict[str, Planner]:
    """Every family there is, by name."""
    things = (family_of_thing(field, key) for field in OF_THINGS for key in getattr(library, field))
    return {**families(library.registries, today=today, preview=preview), **dict(things)}


def all_plans(library: Library, *, today: date, preview: bool) -> Iterable[Plan]:
    """Every page, planned."""
    for plan in all_families(library, today=today, preview=preview).values():
        yield from plan(library)


def all_pages(library: Library, *, today: date, preview: bool) -> Iterable[Page]:
    """Every page, made."""
    return (plan.make() for plan in all_plans(library, today=today, preview=preview))


def today_families(registries: Registries) -> list[str]:
    """The families that have a page of `today_pages`."""
    return ["home", "timeline", "targets", *(f"series/{key}" for key in registries.series)]


def today_pages(library: Library) -> frozenset[str]:
    """The pages that may differ from one day to the next without any change of content."""
    series = (addresses.event(key) for key in library.registries.series)
    return frozenset([addresses.HOME, addresses.TIMELINE, addresses.TARGETS, *series])
