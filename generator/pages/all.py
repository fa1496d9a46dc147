"""Every page of the portal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.library import addresses
from generator.library.library import Library
from generator.pages.about import about_page
from generator.pages.articles import article_pages
from generator.pages.documents import document_pages
from generator.pages.editors_report import editors_report_page
from generator.pages.english import english_page
from generator.pages.events import event_pages
from generator.pages.home import home_page
from generator.pages.indices import index_pages
from generator.pages.news import news_page
from generator.pages.open_data import open_data_page
from generator.pages.page import Page
from generator.pages.platforms import platform_pages
from generator.pages.provinces import province_pages
from generator.pages.saved import saved_page
from generator.pages.search import search_page
from generator.pages.targets import target_page
from generator.pages.timeline import timeline_pages
from generator.pages.topics import topic_pages


def all_pages(library: Library, *, today: date, preview: bool) -> Iterable[Page]:
    """Every page; the editors' report only in a preview. `today` may change only pages of `today_pages`."""
    yield home_page(library, today, preview=preview)
    yield from timeline_pages(library, today)
    yield from province_pages(library)
    yield from article_pages(library)
    yield from event_pages(library, today)
    yield from document_pages(library)
    yield from platform_pages(library)
    yield from topic_pages(library)
    yield news_page(library)
    yield about_page(library)
    yield open_data_page(library)
    yield english_page(library)
    yield search_page(library)
    yield saved_page()
    if preview:
        yield editors_report_page(library)
    yield from index_pages(library)
    yield target_page(library, today)


def today_pages(library: Library) -> frozenset[str]:
    """The pages that may differ from one day to the next without any change of content."""
    series = (addresses.event(key) for key in library.registries.series)
    return frozenset([addresses.HOME, addresses.TIMELINE, addresses.TARGETS, *series])
