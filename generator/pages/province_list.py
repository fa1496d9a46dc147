"""The list of provinces by region."""

from __future__ import annotations

from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.pages.page import Page, Ref, page_at
from generator.pages.province_sections import ABOUT, part_count
from generator.pages.refs import unit_refs
from generator.registry import ProvinceName
from generator.text import collation_key
from generator.vocabulary import PROVINCE_KINDS


@page_at(addresses.PROVINCES)
def province_list_page(library: Library) -> Page:
    """Every province by region, and the names that are no longer those of a province."""
    regions = []
    for key, title in library.registries.site.regions.items():
        names = [n for n in library.registries.provinces.values() if n.region == key]
        rows = [_list_row(library, n) for n in sorted(names, key=lambda n: collation_key(n.name))]
        regions.append({"id": key, "title": title, "rows": rows})
    every = sorted(library.registries.provinces.values(), key=lambda n: collation_key(n.name))
    former = [
        {"title": Ref(n.name, addresses.province(n.slug)), "now": unit_refs(library, [n.units[-1].successor])}
        for n in every
        if n.units[-1].until is not None and n.units[-1].successor
    ]
    return Page(
        path=addresses.PROVINCES,
        template="provinces.md.jinja",
        title="Tỉnh, thành phố",
        description="34 tỉnh, thành phố hiện nay và 63 tỉnh, thành phố trước 1/7/2025, xếp theo vùng và theo vần.",
        changed=library.content_date,
        view={"regions": regions, "note": library.registries.site.regions_note, "former": former},
    )


def _list_row(library: Library, name: ProvinceName) -> dict[str, Any]:
    return {
        "title": Ref(name.name, addresses.province(name.slug)),
        "kind": PROVINCE_KINDS[name.units[-1].kind],
        "articles": part_count(library, ABOUT, name.slug),
        "formed": unit_refs(
            library, (u.id for u in library.succession.predecessors(name.units[-1]) if u.name != name.name)
        ),
    }
