"""Addresses that two things want."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Spot, diagnose
from generator.library import addresses
from generator.sources.articles import SourceArticle
from generator.sources.registries import SourceRegistries
from generator.sources.registry_keys import EVENTS, INDICES, PROVINCES, SERIES, TOPICS

LISTS = (
    addresses.ABOUT,
    addresses.RIGHTS,
    addresses.NEWS,
    addresses.TARGETS,
    addresses.TIMELINE,
    addresses.PROVINCES,
    addresses.EVENTS,
    addresses.ARTICLES,
    addresses.DOCUMENTS,
    addresses.PLATFORMS,
    addresses.TOPICS,
    addresses.INDICES,
)

Wanted = tuple[str, str, Spot]


def check_addresses(sources: Iterable[SourceArticle], registries: SourceRegistries) -> list[Diagnostic]:
    """Two things that want one address, former addresses included."""
    first: dict[str, str] = {}
    found = []
    for page, what, spot in _wanted(list(sources), registries):
        if page in first:
            address = addresses.site_path(page)
            found.append(diagnose("slug-collision", spot, address=address, first=first[page], second=what))
        first.setdefault(page, what)
    return found


def _wanted(sources: list[SourceArticle], registries: SourceRegistries) -> Iterable[Wanted]:
    """Every address a thing has or had: the page, what wants it, and where that stands."""
    for page in LISTS:
        yield page, "trang danh sách", Spot("mkdocs.yml")
    for source in sources:
        yield addresses.article(source.article.slug), source.path, Spot(source.path)
        for old in source.article.former_slugs:
            yield addresses.article(old), f"{source.path} (former_slugs)", source.spot("former_slugs")
    yield from _told(sources)
    yield from wanted_by_registries(registries)


def wanted_by_registries(registries: SourceRegistries) -> Iterable[Wanted]:
    """The addresses of what the registries name."""
    yield from _yearly_and_named(registries)
    for i, name in enumerate(registries.provinces.values()):
        yield addresses.province(name.slug), f"tỉnh {name.slug}", registries.spot(PROVINCES, "provinces", i, "slug")
        for old in name.former_slugs:
            spot = registries.spot(PROVINCES, "provinces", i, "former_slugs")
            yield addresses.province(old), f"tỉnh {name.slug} (former_slugs)", spot
    for i, topic in enumerate(registries.topics.values()):
        yield addresses.topic(topic.id), f"chủ đề {topic.id}", registries.spot(TOPICS, "topics", i, "id")
    yield from _indices(registries)


def _yearly_and_named(registries: SourceRegistries) -> Iterable[Wanted]:
    for i, series in enumerate(registries.series.values()):
        yield addresses.event(series.id), f"chuỗi sự kiện {series.id}", registries.spot(SERIES, "series", i, "id")
        for old in series.former_slugs:
            spot = registries.spot(SERIES, "series", i, "former_slugs")
            yield addresses.event(old), f"chuỗi sự kiện {series.id} (former_slugs)", spot
    for i, event in enumerate(registries.events.values()):
        for old in event.former_slugs:
            spot = registries.spot(EVENTS, "events", i, "former_slugs")
            yield addresses.event(old), f"sự kiện {event.id} (former_slugs)", spot


def _told(sources: list[SourceArticle]) -> Iterable[Wanted]:
    """The addresses of what articles tell: each id once, at the article that tells it first."""
    first: dict[str, tuple[str, Spot]] = {}
    for source in sources:
        article = source.article
        for event in article.events:
            if event.id:
                spot = source.spot("events", event.index, "id")
                first.setdefault(addresses.event(event.id), (f"sự kiện {event.id}", spot))
        for document in article.documents:
            spot = source.spot("documents", document.index, "id")
            first.setdefault(addresses.document(document.id), (f"văn bản {document.id}", spot))
        for platform in article.platforms:
            spot = source.spot("platforms", platform.index, "id")
            first.setdefault(addresses.platform(platform.id), (f"nền tảng {platform.id}", spot))
    return ((page, what, spot) for page, (what, spot) in sorted(first.items()))


def _indices(registries: SourceRegistries) -> Iterable[Wanted]:
    for i, index in enumerate(registries.indices.values()):
        spot = registries.spot(INDICES, "indices", i, "id")
        yield addresses.index(index.id), f"chỉ số {index.id}", spot
        for year in index.years:
            yield addresses.index_year(index.id, year), f"chỉ số {index.id} năm {year}", spot
        for name in registries.provinces:
            yield addresses.index_province(index.id, name), f"chỉ số {index.id} của {name}", spot
