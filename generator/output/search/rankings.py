"""Indices, their years and their provinces as search finds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.library import addresses
from generator.library.grouping import group
from generator.library.library import Library
from generator.model import Indicator
from generator.output.search import kinds
from generator.output.search.lines import line, rank_lines, year_lines
from generator.output.search.names import distinct, province_names
from generator.output.search.record import SearchRecord
from generator.pages.page import Page
from generator.pages.refs import full_name
from generator.registry import Index, ProvinceName

_WORDS = ("chỉ số", "xếp hạng", "bảng xếp hạng", "thứ hạng")
"""What readers put before an index's name."""


def index_records(library: Library, pages: Mapping[str, Page]) -> Iterator[SearchRecord]:
    """Each index, the page of comparisons, and the years and provinces that something is told of."""
    by_year = group(((fact.index_id, fact.year) if fact.year else None, fact) for fact in library.indicators)
    for index in library.registries.indices.values():
        yield _index(index, pages[addresses.index(index.id)])
        if page := pages.get(addresses.index_comparison(index.id)):
            yield _record(page, lead=page.description)
        for year in index.years:
            if page := pages.get(addresses.index_year(index.id, year)):
                yield _year(library, index, year, by_year[index.id, year], page)
        for name in library.registries.provinces.values():
            if page := pages.get(addresses.index_province(index.id, name.slug)):
                yield _province(library, index, name, page)


def _record(
    page: Page,
    *,
    lead: str,
    aliases: Sequence[str] = (),
    related: Sequence[str] = (),
    order: str = "",
    provinces: tuple[str, ...] = (),
    facts: Sequence[str] = (),
) -> SearchRecord:
    return SearchRecord(
        page=page.path,
        title=page.title,
        kind=kinds.INDEX,
        entity=True,
        aliases=distinct(aliases, page.title),
        related=tuple(related),
        order=order,
        provinces=provinces,
        lead=lead,
        facts=tuple(facts),
    )


def _index(index: Index, page: Page) -> SearchRecord:
    english = [index.english] if index.english else []
    aliases = [index.full_name, *index.variants, *(f"{word} {index.name}" for word in _WORDS), *english]
    measures = line(*(measure.name for measure in index.measures.values()))
    return _record(page, lead=index.about, aliases=aliases, facts=[f"Thước đo: {measures}"])


def _year(library: Library, index: Index, year: int, facts: Sequence[Indicator], page: Page) -> SearchRecord:
    words = (f"{word} {index.name} {year}" for word in _WORDS)
    return _record(
        page,
        lead=page.description,
        aliases=[f"{index.name} năm {year}", *words, f"{index.full_name} {year}"],
        order=str(year),
        facts=[*year_lines(library, index, facts), _other_names(index)],
    )


def _province(library: Library, index: Index, name: ProvinceName, page: Page) -> SearchRecord:
    """A name's page; the names of its former provinces lead to it after their own pages."""
    units = library.succession.gathered(name)
    forms = (*province_names(name), full_name(name.units[-1]))
    words = (f"{word} {index.name} {name.name}" for word in _WORDS)
    gathered = [f"{index.name} {unit.name}" for unit in units if unit.name_slug != name.slug]
    return _record(
        page,
        lead=page.description,
        aliases=[*(f"{index.name} {form}" for form in forms), *words, f"{index.full_name} {name.name}"],
        related=distinct(gathered),
        provinces=(name.slug,),
        facts=[*rank_lines(library, index, units), _other_names(index)],
    )


def _other_names(index: Index) -> str:
    return line(f"{index.name}: {index.full_name}", *index.variants)
