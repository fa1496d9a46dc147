"""The timeline: the overview, and pages for each year, province and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator.library import addresses
from generator.library.library import Entry, Library
from generator.pages.page import Page, Ref
from generator.pages.refs import SORTS_VI
from generator.pages.timeline_filters import KIND_NAMES, NATIONWIDE, Choice, file_entries, filters
from generator.pages.timeline_form import FILES, Shared, form
from generator.pages.timeline_overview import overview_page
from generator.pages.timeline_rows import all_rows, newest_first
from generator.text import collation_key, number_vi, upper_first


def timeline_pages(library: Library, today: date) -> Iterable[Page]:
    """The overview, and a page for each year, province and kind that something is told of."""
    filing = file_entries(library)
    made = Shared(library, filing, all_rows(library, filing), filters(library, filing))
    yield overview_page(made, today)
    provinces, kinds, years = ([c for _, choices in f.groups for c in choices] for f in made.filters)
    for place, choice in enumerate(years):
        yield _year_page(made, choice, years[place + 1 : place + 2], years[max(place - 1, 0) : place])
    for choice in provinces:
        yield _province_page(made, choice)
    for choice in kinds:
        yield _kind_page(made, choice)


def _filtered(
    made: Shared, choice: Choice, entries: Sequence[Entry], without: str, title: str, description: str, **view: Any
) -> Page:
    """A page of the entries under one value of one filter, which its form does not offer again."""
    changed = {made.library.articles[fact.article].updated for entry in entries for fact in entry.facts}
    return Page(
        path=choice.page,
        template="year.md.jinja",
        title=title,
        description=description,
        changed=max(changed),
        view={
            "years": newest_first(entries, made.rows, one_year=without == "nam"),
            "count": f"{number_vi(len(entries))} mục, {KIND_NAMES.get(choice.value, choice.text)}",
            "form": form(choice.page, [f for f in made.filters if f.name != without]),
            "earlier": None,
            "later": None,
            **view,
        },
        front_matter=FILES,
    )


def _year_page(made: Shared, choice: Choice, earlier: list[Choice], later: list[Choice]) -> Page:
    entries = made.filing.by_year[int(choice.value)]
    counts = Counter(e.sort for e in entries)
    told = ", ".join(f"{counts[sort]} {name}" for sort, name in SORTS_VI.items() if counts[sort])
    return _filtered(
        made,
        choice,
        entries,
        "nam",
        f"Dòng thời gian năm {choice.text}",
        f"Chuyển đổi số ở các tỉnh, thành năm {choice.text}: {told}.",
        lead=f"{upper_first(told)}, mới nhất trước. Ngày tháng chỉ chính xác đến mức bài báo cho biết.",
        every="Mọi năm",
        links=[],
        earlier=earlier[0].ref if earlier else None,
        later=later[0].ref if later else None,
    )


def _province_page(made: Shared, choice: Choice) -> Page:
    entries = made.filing.by_province[choice.value]
    years = f"{entries[0].date.year}–{entries[-1].date.year}"
    if choice.value == NATIONWIDE:
        where, links = "của cả nước, hoặc chưa rõ của tỉnh nào", []
    else:
        where, links = f"về {choice.text}{_gathered_names(made.library, choice)}", [_province_ref(choice)]
    return _filtered(
        made,
        choice,
        entries,
        "tinh",
        f"Dòng thời gian: {choice.text}",
        f"Chuyển đổi số: {len(entries)} mục có ngày tháng {where}, {years}.",
        lead=f"Mọi điều có ngày tháng {where}, mới nhất trước.",
        every="Mọi tỉnh, thành",
        links=links,
    )


def _province_ref(choice: Choice) -> Ref:
    return Ref(f"Trang {choice.text}", addresses.province(choice.value))


def _gathered_names(library: Library, choice: Choice) -> str:
    """The other names whose entries stand here too, because they became part of this one."""
    name = library.registries.provinces[choice.value]
    others = {unit.name for unit in library.succession.gathered(name) if unit.name_slug != name.slug}
    return f", kể cả {', '.join(sorted(others, key=collation_key))} trước khi hợp nhất" if others else ""


def _kind_page(made: Shared, choice: Choice) -> Page:
    entries = made.filing.by_kind[choice.value]
    name = KIND_NAMES[choice.value]
    return _filtered(
        made,
        choice,
        entries,
        "loai",
        f"Dòng thời gian: {name}",
        f"Chuyển đổi số ở các tỉnh, thành: {len(entries)} mục loại “{name}”, mới nhất trước.",
        lead="Của cả nước và các tỉnh, thành, mới nhất trước.",
        every="Mọi loại",
        links=[],
    )
