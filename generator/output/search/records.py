"""Every page that search finds, as one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.library import Library
from generator.output.plain_text import without_links
from generator.output.search import kinds
from generator.output.search.dates import order_of
from generator.output.search.kinds import KIND_NAMES
from generator.output.search.lines import dated, fact_line, line, name_slugs, texts
from generator.output.search.names import distinct
from generator.output.search.rankings import index_record
from generator.output.search.record import SearchRecord
from generator.output.search.things import (
    document_record,
    event_record,
    platform_record,
    province_record,
    series_record,
    topic_record,
)
from generator.output.search.words import words
from generator.pages.page import Page
from generator.registry import Registries

__all__ = ["KIND_NAMES", "abbreviations", "behind_titles", "record_of", "search_records", "wording"]

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    addresses.HOME: ("Trang chủ", "Chuyển đổi số"),
    addresses.ABOUT: ("Giới thiệu cổng", "Về cổng này", "Liên hệ", "Góp ý"),
    addresses.RIGHTS: ("Quyền riêng tư", "Bản quyền", "Đính chính", "Gỡ bài", "Yêu cầu gỡ", "Cookie"),
    addresses.NEWS: ("Mới cập nhật", "Bài mới"),
    addresses.TARGETS: ("Mục tiêu chuyển đổi số", "Chỉ tiêu"),
    addresses.TIMELINE: (),
    addresses.PROVINCES: ("Danh sách tỉnh thành", "Các tỉnh thành", "34 tỉnh thành", "63 tỉnh thành"),
    addresses.EVENTS: ("Danh sách sự kiện", "Lịch sự kiện"),
    addresses.ARTICLES: ("Danh sách bài viết", "Tin tức"),
    addresses.DOCUMENTS: ("Danh sách văn bản", "Văn bản pháp luật"),
    addresses.PLATFORMS: ("Danh sách nền tảng", "Ứng dụng"),
    addresses.TOPICS: ("Danh sách chủ đề",),
    addresses.INDICES: ("Danh sách chỉ số", "Bảng xếp hạng"),
    addresses.OPEN_DATA: ("Open data", "Tải dữ liệu", "CSV"),
    addresses.ENGLISH: ("English", "Tiếng Anh"),
}
"""The pages of sections that search finds, and what readers call them besides."""


def search_records(library: Library, pages: Sequence[Page]) -> Iterator[SearchRecord]:
    """A record for every page worth finding, in the order of the pages."""
    records = [(page, record_of(library, page)) for page in pages]
    titles = {wording(page.title) for page, record in records if record is None or record.kind != kinds.ARTICLE}
    for _, record in records:
        if record:
            yield behind_titles(record, titles.__contains__)


def record_of(library: Library, page: Page) -> SearchRecord | None:
    """What search finds a page by; None for one that it does not find.

    Pages that hold the same in another order or choice (sorted tables, filters of the timeline, parts of lists), and
    those that are tools (search, saved pages, the editors' report) are not found; nor is the notice of a retraction.
    """
    if page.path in _SECTIONS:
        return _section(page, _SECTIONS[page.path])
    folder, _, name = page.path.removesuffix(".md").rpartition("/")
    if folder in _RECORDS:
        return _RECORDS[folder](library, name, page)
    return index_record(library, page)


def behind_titles(record: SearchRecord, is_title: Callable[[str], bool]) -> SearchRecord:
    """A thing led to by its own names, and only after other pages by names that are titles of those."""
    others = tuple(name for name in record.aliases if is_title(wording(name)))
    if not others or record.kind == kinds.ARTICLE:
        return record
    own = tuple(name for name in record.aliases if name not in others)
    return replace(record, aliases=own, related=(*record.related, *others))


def wording(text: str) -> str:
    """What two names have in common that search takes for one."""
    return " ".join(words(text))


def _province(library: Library, slug: str, page: Page) -> SearchRecord | None:
    name = library.registries.provinces.get(slug)
    return province_record(library, name, page) if name else None


def _event(library: Library, key: str, page: Page) -> SearchRecord | None:
    series = library.registries.series.get(key)
    return series_record(library, series, page) if series else event_record(library, library.events[key], page)


def _document(library: Library, key: str, page: Page) -> SearchRecord | None:
    return document_record(library, library.documents[key], page)


def _platform(library: Library, key: str, page: Page) -> SearchRecord | None:
    return platform_record(library, library.platforms[key], page)


def _topic(library: Library, key: str, page: Page) -> SearchRecord | None:
    return topic_record(library.registries.topics[key], page)


def _year(_: Library, year: str, page: Page) -> SearchRecord | None:
    """The timeline's page of a year."""
    return _section(page, (f"Dòng thời gian {year}", f"Năm {year}", year), year) if year.isdigit() else None


def _section(page: Page, aliases: Sequence[str], order: str = "") -> SearchRecord:
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.SECTION,
        entity=False,
        aliases=distinct(aliases, page.title),
        order=order,
        lead=page.description,
    )


def _article(library: Library, slug: str, page: Page) -> SearchRecord | None:
    """An article: our summary's first paragraph, and its facts as its page lists them."""
    article, view = library.articles[slug], page.view
    if article.retracted:
        return None
    about = [f"Nơi đăng: {view['publisher']}"] if article.publisher else []
    about += dated("Đăng", article.published)
    if article.authors:
        about.append(line(f"Tác giả: {article.authors[0]}", *article.authors[1:]))
    if where := texts([*view["subjects"], *view["mentions"]]):
        about.append(where)
    about += [fact_line(row) for group in view["facts"] for row in group["rows"]]
    if library.registries.site.search_body:
        about += map(without_links, article.paragraphs[1:])
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.ARTICLE,
        entity=False,
        order=order_of(article.published),
        date=date_vi(article.published) if article.published else "",
        provinces=name_slugs(library, article.subjects),
        lead=without_links(article.paragraphs[0]),
        facts=tuple(about),
    )


_RECORDS: Mapping[str, Callable[[Library, str, Page], SearchRecord | None]] = MappingProxyType(
    {
        "tinh": _province,
        "su-kien": _event,
        "van-ban": _document,
        "nen-tang": _platform,
        "chu-de": _topic,
        "bai-viet": _article,
        "dong-thoi-gian": _year,
    }
)
"""The pages of things, by the folder they stand in."""


def abbreviations(registries: Registries) -> dict[str, str]:
    """What readers type for something longer, and that: of the site's settings, and of provinces."""
    of_provinces = {short: name.name for name in registries.provinces.values() for short in name.abbreviations}
    return {**registries.site.abbreviations, **of_provinces}
