"""The timeline: the overview, and a list for each year, province and kind, cut where it is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE
from generator.library.shelf import Shelf
from generator.pages.list_pages import ListPage, list_pages, year_pages
from generator.pages.list_views import list_title, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import SORTS_VI, last_change
from generator.pages.timeline_filters import KIND_NAMES, Choice, every_kind, every_province, is_told
from generator.pages.timeline_form import FILES, form
from generator.pages.timeline_overview import overview_page
from generator.pages.timeline_rows import by_month, marks_of, rows_of
from generator.registry import Registries
from generator.text import collation_key, number_vi, upper_first

_ENTRIES = "entries"


def timeline_families(registries: Registries, today: date) -> dict[str, Callable[[Library], Iterable[Plan]]]:
    """The overview, the pages of years, and those of each province and kind: each changes with its own entries."""
    provinces = {f"timeline/tinh/{c.value}": partial(_list, c, _province_page) for c in every_province(registries)}
    kinds = {f"timeline/loai/{c.value}": partial(_list, c, _kind_page) for c in every_kind()}
    return {"timeline": lambda of: [overview_page(of, today)], "timeline/nam": _years, **provinces, **kinds}


def _years(library: Library) -> Iterable[Plan]:
    for listed in year_pages(addresses.TIMELINE, library.shelf(_ENTRIES), lambda year: addresses.year(int(year))):
        yield _year_page(library, listed)


def _list(choice: Choice, planned: Callable[[Library, ListPage, Choice], Plan], library: Library) -> Iterable[Plan]:
    """The pages of a province or kind that something is told of."""
    if is_told(library, choice):
        for listed in list_pages(choice.page, library.shelf(choice.shelf)):
            yield planned(library, listed, choice)


def _page(
    library: Library,
    listed: ListPage,
    shelf: str,
    own: Mapping[str, str],
    *,
    title: str,
    description: str,
    lead: str,
    label: str,
    above: Sequence[Ref],
    links: Sequence[Ref] = (),
) -> Page:
    """A page of the entries under one value of one filter, and of one year if it has one: its form offers neither."""
    years = by_month(library, listed.sections(library.shelf(shelf)), one_year=bool(listed.title))
    rows = rows_of(years)
    count = number_vi(listed.count if listed.partial else len(rows))
    ways = [(Ref(upper_first(way.page.text), way.page.page), number_vi(way.count)) for way in listed.ways]
    return Page(
        path=listed.path,
        template="year.md.jinja",
        title=title,
        description=description,
        changed=last_change(library, marks_of(rows)),
        view={
            "lead": lead,
            "count": f"{count} mục, {label}",
            "form": form(library, listed.path, {**own, "nam": str(int(listed.year))} if listed.year else own),
            "partial": listed.partial,
            "years": years,
            "below": {"below": listed.below, "ways": ways},
            "above": above,
            "earlier": _number_alone(listed.earlier),
            "later": _number_alone(listed.later),
            "links": links,
        },
        front_matter=FILES,
    )


@page_at(lambda library, listed: listed.path)
def _year_page(library: Library, listed: ListPage) -> Page:
    """A page of a year, or of a month of it."""
    counts = Counter(library.entries[key].sort for key in shown_keys(listed, library.shelf(_ENTRIES)))
    kinds = ", ".join(f"{counts[sort]} {name}" for sort, name in SORTS_VI.items() if counts[sort])
    told = kinds or f"{number_vi(listed.count)} mục"
    months = [listed.up] if listed.up and listed.up.text else []
    return _page(
        library,
        listed,
        _ENTRIES,
        {},
        title=f"Dòng thời gian {listed.title}",
        description=f"Chuyển đổi số ở các tỉnh, thành {listed.title}: {told}.",
        lead=f"{upper_first(told)}{_order(listed)}. Ngày tháng chỉ chính xác đến mức bài báo cho biết.",
        label=listed.title if months else listed.title.removeprefix("năm "),
        above=[Ref("Mọi năm", addresses.TIMELINE), *months],
    )


def _number_alone(year: Ref | None) -> Ref | None:
    return Ref(year.text.removeprefix("năm "), year.page) if year else None


def _order(listed: ListPage) -> str:
    if listed.latest is not None:
        return f": {number_vi(listed.latest)} mục mới nhất, rồi từng năm"
    return ", mới nhất trước" if listed.periods else ", theo tháng"


@page_at(lambda library, listed, choice: listed.path)
def _province_page(library: Library, listed: ListPage, choice: Choice) -> Page:
    if choice.value == NATIONWIDE:
        where, links = "của cả nước, hoặc chưa rõ của tỉnh nào", []
    else:
        where = f"về {choice.text}{_gathered_names(library, choice)}"
        links = [Ref(f"Trang {choice.text}", addresses.province(choice.value))]
    return _page(
        library,
        listed,
        choice.shelf,
        {"tinh": choice.value},
        title=list_title(f"Dòng thời gian: {choice.text}", listed),
        description=f"Chuyển đổi số: {number_vi(listed.count)} mục có ngày tháng {where}, "
        f"{listed.title or _span(library.shelf(choice.shelf))}.",
        lead=_lead(listed, f"mọi điều có ngày tháng {where}"),
        label=list_title(choice.text, listed),
        above=_above(listed, choice, "Mọi tỉnh, thành"),
        links=links,
    )


def _span(shelf: Shelf) -> str:
    years = shelf.years
    return f"{int(years[0])}–{int(years[-1])}"


def _lead(listed: ListPage, told: str) -> str:
    within = f"{listed.title}: " if listed.title else ""
    return f"{upper_first(within + told)}{_order(listed)}."


def _above(listed: ListPage, choice: Choice, every: str) -> list[Ref]:
    up = listed.up
    return [Ref(every, addresses.TIMELINE), *([choice.ref] if up else []), *([up] if up and up.text else [])]


def _gathered_names(library: Library, choice: Choice) -> str:
    """The other names whose entries stand here too, because they became part of this one."""
    name = library.registries.provinces[choice.value]
    others = {unit.name for unit in library.succession.gathered(name) if unit.name_slug != name.slug}
    return f", kể cả {', '.join(sorted(others, key=collation_key))} trước khi hợp nhất" if others else ""


@page_at(lambda library, listed, choice: listed.path)
def _kind_page(library: Library, listed: ListPage, choice: Choice) -> Page:
    name = KIND_NAMES[choice.value]
    when = f", {listed.title}" if listed.title else ""
    return _page(
        library,
        listed,
        choice.shelf,
        {"loai": choice.value},
        title=list_title(f"Dòng thời gian: {name}", listed),
        description=f"Chuyển đổi số ở các tỉnh, thành: {number_vi(listed.count)} mục loại “{name}”{when}, "
        "mới nhất trước.",
        lead=_lead(listed, "của cả nước và các tỉnh, thành"),
        label=list_title(name, listed),
        above=_above(listed, choice, "Mọi loại"),
    )
