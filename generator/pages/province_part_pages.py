"""The pages below a province's own: all of a part that is too long for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import Group, ListView, list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.province_sections import LISTED, MOST, Part, part_count, part_page, part_shelf
from generator.pages.refs import full_name
from generator.registry import ProvinceName

_UNDATED = "chưa rõ năm"


def province_part_pages(library: Library, name: ProvinceName) -> Iterable[Plan]:
    """The pages of every part that the page of the name does not show whole."""
    for part in LISTED:
        if part_count(library, part, name.slug) > MOST:
            for listed in list_pages(part_page(part, name.slug), library.shelf(part_shelf(part, name.slug))):
                yield _part_page(library, name, part.id, listed)


@page_at(lambda library, name, part, listed: listed.path)
def _part_page(library: Library, name: ProvinceName, part_id: str, listed: ListPage) -> Page:
    part = next(part for part in LISTED if part.id == part_id)
    shelf, title = library.shelf(part_shelf(part, name.slug)), f"{part.of} {full_name(name.units[-1])}"
    view = list_view(
        listed, shelf, Ref(title, part_page(part, name.slug)), partial(part.item, library), unknown=_UNDATED
    )
    updated = [part.updated(library, key) for key in shown_keys(listed, shelf)] if part.updated else []
    return Page(
        path=listed.path,
        template="province_part.md.jinja",
        title=list_title(title, listed),
        description=f"{list_title(title, listed)}: {view.count} {part.things}, có dẫn nguồn.",
        changed=max(updated, default=None),
        view={
            "part": part.id,
            "things": part.things,
            "order": part.order,
            "list": _gathered(library, part, view),
            "province": Ref(f"Trang {name.name}", addresses.province(name.slug)),
            "several": len(library.succession.gathered(name)) > 1,
        },
    )


def _gathered(library: Library, part: Part, view: ListView) -> ListView:
    if part.gathered is None:
        return view
    gather: Any = partial(part.gathered, library)
    return replace(view, groups=[Group(group.heading, gather(group.items)) for group in view.groups])
