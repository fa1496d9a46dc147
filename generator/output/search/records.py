"""Every page that search finds, as one record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.library import Library
from generator.model import Article
from generator.output.plain_text import without_links
from generator.output.search import kinds
from generator.output.search.dates import order_of
from generator.output.search.kinds import KIND_NAMES
from generator.output.search.lines import dated, fact_line, line, name_slugs, texts
from generator.output.search.names import distinct
from generator.output.search.rankings import index_records
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

__all__ = ["KIND_NAMES", "abbreviations", "search_records"]

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    addresses.HOME: ("Trang chủ", "Chuyển đổi số"),
    addresses.ABOUT: ("Giới thiệu cổng", "Về cổng này", "Liên hệ", "Góp ý", "Đính chính"),
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
    """A record for every page worth finding, things before articles, in an order that only the content decides.

    Pages that hold the same in another order or choice (sorted tables, the filters of the timeline), and those that are
    tools (search, saved pages, the editors' report) have none.
    """
    by_path = {page.path: page for page in pages}
    articles = {addresses.article(slug) for slug in library.articles}
    titles = {_wording(page.title) for page in pages if page.path not in articles}
    for record in _things(library, by_path):
        yield _behind(titles, record)
    for article in library.articles.values():
        yield _article(library, article, by_path[addresses.article(article.slug)])


def _behind(titles: Collection[str], record: SearchRecord) -> SearchRecord:
    """A thing led to by its own names, and only after other pages by names that are titles of those."""
    others = tuple(name for name in record.aliases if _wording(name) in titles)
    if not others:
        return record
    own = tuple(name for name in record.aliases if name not in others)
    return replace(record, aliases=own, related=(*record.related, *others))


def _wording(text: str) -> str:
    return " ".join(words(text))


def _things(library: Library, pages: Mapping[str, Page]) -> Iterator[SearchRecord]:
    registries = library.registries
    for name in registries.provinces.values():
        yield province_record(library, name, pages[addresses.province(name.slug)])
    for event in library.events.values():
        yield event_record(library, event, pages[addresses.event(event.id)])
    for series in registries.series.values():
        yield series_record(library, series, pages[addresses.event(series.id)])
    for document in library.documents.values():
        yield document_record(library, document, pages[addresses.document(document.id)])
    for platform in library.platforms.values():
        yield platform_record(library, platform, pages[addresses.platform(platform.id)])
    for topic in registries.topics.values():
        yield topic_record(topic, pages[addresses.topic(topic.id)])
    yield from index_records(library, pages)
    yield from _sections(pages)
    yield from _years(library, pages)


def _sections(pages: Mapping[str, Page]) -> Iterator[SearchRecord]:
    for path, aliases in _SECTIONS.items():
        if page := pages.get(path):
            yield _section(page, aliases)


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


def _years(library: Library, pages: Mapping[str, Page]) -> Iterator[SearchRecord]:
    """The timeline's page of each year."""
    for year in sorted({entry.date.year for entry in library.timeline}):
        names = (f"Dòng thời gian {year}", f"Năm {year}", str(year))
        yield _section(pages[addresses.year(year)], names, str(year))


def _article(library: Library, article: Article, page: Page) -> SearchRecord:
    """An article: our summary's first paragraph, and its facts as its page lists them."""
    view = page.view
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


def abbreviations(registries: Registries) -> dict[str, str]:
    """What readers type for something longer, and that: of the site's settings, and of provinces."""
    of_provinces = {short: name.name for name in registries.provinces.values() for short in name.abbreviations}
    return {**registries.site.abbreviations, **of_provinces}
