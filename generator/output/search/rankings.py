"""Indices, their years and their provinces as search finds them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.library import addresses
from generator.library.library import Library
from generator.output.search import kinds
from generator.output.search.lines import line, rank_lines, year_lines
from generator.output.search.names import distinct, province_names
from generator.output.search.record import SearchRecord
from generator.pages.index_facts import facts_of_year
from generator.pages.page import Page
from generator.pages.refs import full_name
from generator.registry import Index, ProvinceName

_WORDS = ("chỉ số", "xếp hạng", "bảng xếp hạng", "thứ hạng")
"""What readers put before an index's name."""


def index_record(library: Library, page: Page) -> SearchRecord | None:
    """An index, its page of comparisons, or a year or province of it; None for any other page."""
    for index in library.registries.indices.values():
        if page.path == addresses.index(index.id):
            return _index(index, page)
        if page.path == addresses.index_comparison(index.id):
            return _record(page, lead=page.description)
        folder, _, name = page.path.removesuffix(".md").rpartition("/")
        if f"{folder}/index.md" == addresses.index(index.id):
            province = library.registries.provinces.get(name)
            return _province(library, index, province, page) if province else _year(library, index, int(name), page)
    return None


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


def _year(library: Library, index: Index, year: int, page: Page) -> SearchRecord:
    facts = facts_of_year(library, index, year)
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
