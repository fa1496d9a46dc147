"""Provinces, events, documents, platforms and topics as search finds them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.edtf import date_vi
from generator.library.library import Library
from generator.library.things import Document, Event, Platform
from generator.model import Status
from generator.output.search import kinds
from generator.output.search.dates import days, order_of
from generator.output.search.lines import dated, line, name_slugs, rank_lines, texts
from generator.output.search.names import (
    distinct,
    document_aliases,
    most_told,
    province_aliases,
    province_names,
    with_year_word,
)
from generator.output.search.record import SearchRecord
from generator.pages.page import Page
from generator.pages.province_history import UnitHistory
from generator.pages.refs import full_name
from generator.registry import ProvinceName, Series, Topic
from generator.text import upper_first
from generator.vocabulary import PLATFORM_KINDS

_SUBJECT = "chuyển đổi số"
_MOST = 8
"""How many names, places or subjects that articles tell of one thing search knows: the page has them all."""


def province_record(library: Library, name: ProvinceName, page: Page) -> SearchRecord:
    """A province by name; its facts are bounded, whatever the number of articles."""
    units, registries = library.succession.gathered(name), library.registries
    ranks = [text for index in registries.indices.values() for text in rank_lines(library, index, units, overall=True)]
    region = registries.site.regions.get(name.region or "")
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.PROVINCE,
        entity=True,
        aliases=distinct(province_aliases(name), page.title),
        related=_related(library, name),
        provinces=(name.slug,),
        lead=page.description,
        facts=(*(_history(u) for u in page.view["history"]), *([f"Vùng {region}"] if region else []), *ranks),
    )


def _related(library: Library, name: ProvinceName) -> tuple[str, ...]:
    """What the whole page is about, and the names of what became part of it: they lead to the former page first."""
    provinces = library.registries.provinces
    parts = {unit.name_slug for unit in library.succession.gathered(name)} - {name.slug}
    gathered = [form for slug, part in provinces.items() if slug in parts for form in province_names(part)]
    whole = [f"{_SUBJECT} {form}" for form in (name.name, *(full_name(unit) for unit in name.units))]
    return distinct([*whole, *gathered], name.name)


def _history(unit: UnitHistory) -> str:
    if unit.current:
        origin = "trước đó là" if unit.renamed else "hợp nhất từ"
        made = f"{origin} {texts(unit.made_of)}" if unit.made_of else ""
        return line(f"Hiện nay: {unit.name}", unit.when, made, unit.resolution, *unit.kinds)
    became = "" if unit.same_name else f"{'từ đó là' if unit.renamed else 'nay thuộc'} {texts(unit.part_of)}"
    return line(f"Trước đây: {unit.name}", unit.when, became, unit.resolution)


def event_record(library: Library, event: Event, page: Page) -> SearchRecord:
    """An event: what, when, where, and every name that articles give it."""
    view = page.view
    document = library.documents.get(event.document or "")
    about = [
        *dated("Ngày tháng:", event.date),
        f"Văn bản: {document.title}, {document.subject or ''}".rstrip(", ") if document else "",
        f"Chuỗi: {view['series']['title'].text}" if view["series"] else "",
        f"Thuộc {view['part_of'].text}" if view["part_of"] else "",
        _told("Tại ", (claim.place for claim in event.claims)),
        _told("Chủ đề: ", (claim.theme for claim in event.claims if claim.theme != event.theme)),
    ]
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.EVENT,
        entity=True,
        aliases=distinct(
            [*with_year_word(event.name), *most_told([claim.name for claim in event.claims], _MOST)], page.title
        ),
        related=days(event.date),
        order=order_of(event.date),
        date=date_vi(event.date) if event.date else "",
        provinces=name_slugs(library, event.provinces),
        lead=line(
            upper_first(view["kind"]),
            "" if event.date is None else date_vi(event.date),
            "theo kế hoạch" if event.status is Status.ANNOUNCED else "",
            texts(view["provinces"]) or "cấp quốc gia",
            f"chủ đề “{event.theme}”" if event.theme else "",
        ),
        facts=tuple(text for text in about if text),
    )


def _told(label: str, values: Iterable[str | None]) -> str:
    told = most_told([value for value in values if value], _MOST)
    return line(f"{label}{told[0]}", *told[1:]) if told else ""


def series_record(library: Library, series: Series, page: Page) -> SearchRecord:
    """A yearly day: its rule, and the themes of its years."""
    rule: str = page.view["rule"]
    names = [claim.name for claim in library.series_claims.get(series.id, ())]
    document = page.view["document"]
    about = [
        *(f"Năm {year.year}: chủ đề “{year.theme}”" for year in series.years if year.theme),
        f"Văn bản: {document.text}" if document else "",
    ]
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.SERIES,
        entity=True,
        aliases=distinct([*most_told(names, _MOST), *([series.english] if series.english else [])], page.title),
        date=rule if series.rule else "",
        provinces=(series.province,) if series.province else (),
        lead=line(upper_first(rule), texts(page.view["province"]) or "cấp quốc gia"),
        facts=tuple(text for text in about if text),
    )


def document_record(library: Library, document: Document, page: Page) -> SearchRecord:
    """A legal document by every writing of its number, and by its subject, issuer and date."""
    where = texts(page.view["provinces"])
    issued = texts([*page.view["issued_by"], *page.view["series"]])
    about = [
        *dated("Ban hành:", document.date),
        where,
        f"Sự kiện: {issued}" if issued else "",
        _told("Về ", (claim.subject for claim in document.claims if claim.subject != document.subject)),
    ]
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.DOCUMENT,
        entity=True,
        aliases=distinct(document_aliases(document, where), page.title),
        related=days(document.date),
        order=order_of(document.date),
        date=date_vi(document.date) if document.date else "",
        provinces=name_slugs(library, [document.province] if document.province else []),
        lead=upper_first(": ".join(part for part in (document.issuer, document.subject) if part)),
        facts=tuple(text for text in about if text),
    )


def platform_record(library: Library, platform: Platform, page: Page) -> SearchRecord:
    """A platform by every name of it; by time it stands where an article told of it first."""
    known = library.registries.platforms.get(platform.id)
    first = library.articles[platform.claims[0].article]
    names = [*(known.variants if known else ()), *most_told([claim.name for claim in platform.claims], _MOST)]
    where = texts(page.view["provinces"])
    if len(platform.provinces) == 1 and where not in platform.name:
        names.append(f"{platform.name} {where}")
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.PLATFORM,
        entity=True,
        aliases=distinct(names, page.title),
        order=order_of(first.published),
        provinces=name_slugs(library, platform.provinces),
        lead=line(upper_first(PLATFORM_KINDS[platform.kind]), where),
    )


def topic_record(topic: Topic, page: Page) -> SearchRecord:
    """A topic with its synonyms."""
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.TOPIC,
        entity=True,
        aliases=distinct([*topic.synonyms, *([topic.english] if topic.english else [])], page.title),
        lead=topic.about,
    )
